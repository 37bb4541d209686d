"""One review while it is open: its Desk, its file, and the saving between them."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.desk.ports import Clock, Library, Store
from scrutiny_tui.tui.autosave import Autosave, Saving

if TYPE_CHECKING:
    from scrutiny_tui.export.wanted import Wanted


class Sitting:
    """What a screen needs to work on one review."""

    def __init__(self, store: Store, clock: Clock, *, scratch: bool = False) -> None:
        """Open the review of `store`; `scratch` says that its file goes when the person leaves."""
        self.scratch = scratch
        self.desk = Desk(store.review, clock, locked=store.holder)
        self.on_saving: Callable[[Saving], None] = lambda _: None
        self.autosave = Autosave(self.desk, store, self._tell)
        self.wanted: Wanted | None = None
        """The document that was exported last, for the next time."""

    @property
    def store(self) -> Store:
        """The file that the review is saved to now."""
        return self.autosave.store

    async def save_elsewhere(self, library: Library, path: Path | None = None) -> None:
        """Go on in another file: at `path`, or in the library under a name made from the title.

        Raises:
            ExistsError: there is a file already.
            InUseError: another window is making one there.
            SaveError: it cannot be written either; the old place stays.
        """
        review, elsewhere = self.desk.review, self.store.elsewhere
        store = await (
            asyncio.to_thread(elsewhere, review, path) if path else asyncio.to_thread(library.create, review)
        )
        self.scratch = False
        await self.autosave.use(store)

    def close(self) -> None:
        """Let go of the file. Flush first."""
        self.autosave.close()

    def _tell(self, saving: Saving) -> None:
        self.on_saving(saving)
