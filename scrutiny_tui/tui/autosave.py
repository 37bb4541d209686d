"""Puts every change on the disk without the person waiting or asking for it."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.desk.ports import Store
from scrutiny_tui.errors import ChangedElsewhereError, ScrutinyError
from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.review import Review


@frozen
class Saving:
    """How saving stands."""

    at: datetime | None = None
    """When the review was last saved in this sitting."""
    busy: bool = False
    trouble: ScrutinyError | None = None
    locked: str = ""
    apart: str = ""
    """What happened to the file, in words, where another program changed it and the work goes on in one beside it."""

    def __str__(self) -> str:
        """Return the words for the status line."""
        if self.locked:
            return "reading only"
        if self.trouble:
            return "NOT SAVED"
        if self.busy:
            return "saving"
        return f"saved {self.at:%H:%M}" if self.at else "saved"


@frozen
class Pace:
    """How long saving waits, in seconds."""

    pause: float = 0.15
    """Without a key, before typed text is saved."""
    longest: float = 0.6
    """Before text is saved though the typing goes on."""
    again: float = 5.0
    """Before a failed save is tried again."""


USUAL = Pace()


class Autosave:
    """Watches a Desk and hands its value to the Store, one save at a time, off the thread that draws."""

    def __init__(self, desk: Desk, store: Store, tell: Callable[[Saving], None], pace: Pace = USUAL) -> None:
        """Take the Desk, the file, who is told how saving stands, and how long to wait."""
        self.store = store
        self.state = Saving(locked=desk.locked)
        self._desk = desk
        self._tell = tell
        self._pace = pace
        self._changed = asyncio.Event()
        self._saving = asyncio.Lock()
        # One thread, so that saves cannot overtake each other, whoever stops waiting for them.
        self._hand = ThreadPoolExecutor(max_workers=1, thread_name_prefix="save")
        self._closed = False
        desk.watch(self._on_change)

    async def run(self) -> None:
        """Save after every change, and try again what failed, for as long as the review is open."""
        while not self._closed:
            with suppress(TimeoutError):
                async with asyncio.timeout(self._pace.again):
                    await self._changed.wait()
            await self._until_quiet()
            await self.flush()

    async def flush(self) -> bool:
        """Put the present value on the disk now. Returns whether it is there."""
        async with self._saving:
            self._changed.clear()
            # After a failure nobody knows what the disk holds, so even a value that was saved before is saved again.
            while (self._desk.unsaved or self.state.trouble) and not self._closed:
                try:
                    await self._save(self._desk.review)
                except ScrutinyError as trouble:
                    self._become(replace(self.state, busy=False, trouble=trouble))
                    return False
            self._become(replace(self.state, busy=False))
            return not self._desk.unsaved

    async def use(self, store: Store) -> None:
        """Save to this file from now on, and let go of the old one once its last save is through.

        The new file holds a value already; what was typed since goes there next.
        """
        async with self._saving:
            await self._move_to(store)
            self._changed.set()

    def close(self) -> None:
        """Wait for the last save and let go of the file. Closing twice does nothing."""
        self._closed = True
        self._hand.shutdown(wait=True)
        self.store.close()

    async def _save(self, review: Review) -> None:
        loop = asyncio.get_running_loop()
        try:
            at = await loop.run_in_executor(self._hand, self.store.save, review)
        except ChangedElsewhereError as error:
            # Theirs stays, and ours is on the disk as well: what waited in the window would go with the window.
            await self._move_to(await loop.run_in_executor(self._hand, self.store.apart, review), changed=error)
        else:
            self._desk.mark_saved(review)
            self._become(replace(self.state, at=at, busy=self._desk.unsaved, trouble=None))

    async def _move_to(self, store: Store, changed: ChangedElsewhereError | None = None) -> None:
        old, self.store = self.store, store
        self._desk.mark_moved(store.review, locked=store.holder)
        self.state = Saving(locked=store.holder, apart=changed.kept_apart(store.path) if changed else "")
        self._tell(self.state)
        await asyncio.get_running_loop().run_in_executor(self._hand, old.close)

    async def _until_quiet(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(self._pace.longest):
                while self._desk.typing:
                    self._changed.clear()
                    async with asyncio.timeout(self._pace.pause):
                        await self._changed.wait()

    def _on_change(self, review: Review) -> None:
        del review
        if self._desk.unsaved:
            self._changed.set()
            if not self.state.trouble:
                self._become(replace(self.state, busy=True))

    def _become(self, state: Saving) -> None:
        if state != self.state:
            self.state = state
            self._tell(state)
