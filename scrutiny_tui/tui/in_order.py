"""Keys that come many at once, as from who speaks to the computer or pastes: each is done before the next."""

import asyncio
from collections import deque
from collections.abc import Awaitable
from typing import TypeVar

from textual.events import Event, Key, Paste

from scrutiny_tui.tui.keys import takes_text
from scrutiny_tui.tui.legible import LegibleApp

Result = TypeVar("Result")

_LONGEST = 3.0
"""Seconds until the next key must go on: more than a review takes to open, and less than somebody waits in vain."""


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

    async def first(self, asked_for: Awaitable[Result]) -> Result:
        """Wait for something that a key has asked for, such as a file; the keys after it wait too."""
        self._at_work += 1
        try:
            return await asked_for
        finally:
            self._at_work -= 1

    async def _take(self, event: Key | Paste) -> None:
        if self._let_in and self._let_in[0] is event:
            self._let_in.popleft()
        elif self._turn or self._let_in:
            self._held.append(event)
            self._begin_turn()
            return
        elif not self._is_typed(event):
            self._begin_turn()
        await super().on_event(event)

    def _begin_turn(self) -> None:
        self._turn = self._turn or asyncio.get_running_loop().create_task(self._pass_on())

    async def _pass_on(self) -> None:
        """Wait until the key before is done, and let in what came meanwhile."""
        await self.until_quiet(self._is_busy, _LONGEST)
        while self._held:
            event = self._held.popleft()
            self._let_in.append(event)
            typed = self._is_typed(event)
            self.post_message(event)
            if not typed:
                await self.until_quiet(self._is_busy, _LONGEST)
        self._turn = None

    def _is_typed(self, event: Key | Paste) -> bool:
        """Tell whether it is text for the field with the cursor, which can open nothing."""
        text = isinstance(event, Paste) or event.is_printable
        return text and takes_text(self.focused)

    def _is_busy(self) -> bool:
        """Tell whether a key is not done yet: something is on its way, or the front is not yet as it will be."""
        front = self.screen_stack[-1:]
        settling = any(screen._callbacks or not screen.is_mounted for screen in front)  # noqa: SLF001 - as to put the cursor into a field
        return bool(self._at_work) or settling or self.messages_wait()
