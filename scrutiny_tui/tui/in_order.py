"""Keys that come many at once, as from who speaks to the computer or pastes: each is done before the next."""

import asyncio
from collections import deque

from textual.events import Event, Key, Paste
from textual.widgets import Input, TextArea

from scrutiny_tui.tui.legible import LegibleApp

_GLANCE, _QUIET, _LONGEST = 0.001, 3, 0.5
"""Seconds between looks whether a key is done, how often in a row it is, and seconds until the next one must go on."""


class InOrderApp(LegibleApp):
    """Holds the next key back until the one before has opened what it opens.

    Stock Textual passes keys on as they come to what has the focus. A text in the same instant as the key that opens
    a field would go to the list that had the focus before, and its letters would act. Letters in a field do not wait.
    """

    def __init__(self) -> None:
        super().__init__()
        self._held: deque[Key | Paste] = deque()
        self._let_in: deque[Key | Paste] = deque()
        """What was held, and is now on its way through the queue of the app."""
        self._turn: asyncio.Task[None] | None = None
        self._at_work = 0

    async def on_event(self, event: Event) -> None:
        """Take keys one after another, and everything else as it comes."""
        self._at_work += 1
        try:
            if isinstance(event, Key | Paste) and not event.is_forwarded:
                await self._take(event)
            else:
                await super().on_event(event)
        finally:
            self._at_work -= 1

    async def _take(self, event: Key | Paste) -> None:
        if self._let_in and self._let_in[0] is event:
            self._let_in.popleft()
        elif self._turn:
            self._held.append(event)
            return
        if not self._turn and not self._is_typed(event):
            self._turn = asyncio.get_running_loop().create_task(self._pass_on())
        await super().on_event(event)

    async def _pass_on(self) -> None:
        """Wait until the key before is done, and let in what came meanwhile."""
        await self._at_rest()
        while self._held:
            event = self._held.popleft()
            self._let_in.append(event)
            typed = self._is_typed(event)
            self.post_message(event)
            if not typed:
                await self._at_rest()
        self._turn = None

    def _is_typed(self, event: Key | Paste) -> bool:
        """Tell whether it is text for the field with the cursor, which can open nothing."""
        text = isinstance(event, Paste) or event.is_printable
        return text and isinstance(self.focused, Input | TextArea)

    async def _at_rest(self) -> None:
        """Wait until nothing is on its way between the widget with the focus and the app, and the front is there."""
        loop = asyncio.get_running_loop()
        end, quiet = loop.time() + _LONGEST, 0
        while quiet < _QUIET and loop.time() < end:
            await asyncio.sleep(_GLANCE)
            busy = self._at_work or any(node.message_queue_size for node in self._way())
            front = self.screen_stack[-1:]
            quiet = 0 if busy or not all(screen.is_mounted for screen in front) else quiet + 1
