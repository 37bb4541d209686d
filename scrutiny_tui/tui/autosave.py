"""Puts every change on the disk without the person waiting or asking for it."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.desk.ports import Store
from scrutiny_tui.errors import ScrutinyError
from scrutiny_tui.model.review import Review

PAUSE = 0.15
"""Seconds without a key after which typed text is saved."""
LONGEST = 0.6
"""Seconds after which text is saved though the typing goes on."""
AGAIN = 5.0
"""Seconds after which a failed save is tried again."""


@dataclass(frozen=True)
class Saving:
    """How saving stands."""

    at: datetime | None = None
    """When the review was last saved in this sitting."""
    busy: bool = False
    trouble: ScrutinyError | None = None
    locked: str = ""

    def __str__(self) -> str:
        """Return the words for the status line."""
        if self.locked:
            return "reading only"
        if self.trouble:
            return "NOT SAVED"
        if self.busy:
            return "saving"
        return f"saved {self.at:%H:%M}" if self.at else "saved"


class Autosave:
    """Watches a Desk and hands its value to the Store, one save at a time, off the thread that draws."""

    def __init__(self, desk: Desk, store: Store, tell: Callable[[Saving], None]) -> None:
        self._desk = desk
        self._store = store
        self._tell = tell
        self._changed = asyncio.Event()
        self._saving = asyncio.Lock()
        # One thread, so that saves cannot overtake each other, whoever stops waiting for them.
        self._hand = ThreadPoolExecutor(max_workers=1, thread_name_prefix="save")
        self.state = Saving(locked=desk.locked)
        desk.watch(self._on_change)

    async def run(self) -> None:
        """Save after every change, for as long as the review is open."""
        while True:
            await self._changed.wait()
            await self._until_quiet()
            if not await self.flush():
                asyncio.get_running_loop().call_later(AGAIN, self._changed.set)

    async def flush(self) -> bool:
        """Put the present value on the disk now. Returns whether it is there."""
        async with self._saving:
            self._changed.clear()
            while self._desk.unsaved:
                review = self._desk.review
                try:
                    at = await asyncio.get_running_loop().run_in_executor(self._hand, self._store.save, review)
                except ScrutinyError as trouble:
                    self._become(Saving(self.state.at, trouble=trouble))
                    return False
                self._desk.mark_saved(review)
                self._become(Saving(at))
            return True

    def use(self, store: Store) -> None:
        """Save to another place from now on; the next flush writes there."""
        self._store = store
        self._become(Saving())

    def close(self) -> None:
        """Wait for the last save and let go of the thread."""
        self._hand.shutdown(wait=True)

    async def _until_quiet(self) -> None:
        loop = asyncio.get_running_loop()
        latest = loop.time() + LONGEST
        while self._desk.typing and (left := latest - loop.time()) > 0:
            self._changed.clear()
            try:
                await asyncio.wait_for(self._changed.wait(), min(PAUSE, left))
            except TimeoutError:
                return

    def _on_change(self, review: Review) -> None:
        del review
        if self._desk.unsaved:
            self._changed.set()
            if not self.state.trouble:
                self._become(Saving(self.state.at, busy=True))

    def _become(self, state: Saving) -> None:
        if state != self.state:
            self.state = state
            self._tell(state)
