"""Which earlier reviews this one is compared with: what they said is kept in it, so that it stands by itself."""

import asyncio
from pathlib import Path

from textual import on, work
from textual.content import Content

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.desk.others import keep_as_earlier, to_compare
from scrutiny_tui.desk.ports import Library
from scrutiny_tui.errors import ReviewFileError
from scrutiny_tui.model.meeting import in_short
from scrutiny_tui.tui.screens.dialog import notice
from scrutiny_tui.tui.screens.others import OtherReviews
from scrutiny_tui.tui.widgets.menu import Menu
from scrutiny_tui.tui.widgets.rows import Row, Rows

_KEPT, _FILE = "kept", "file"


class EarlierScreen(OtherReviews):
    """Takes reviews of a folder into the comparison, or out of it; each is a step that can be undone."""

    HELP = "Enter takes an earlier review into the comparison, or out of it. Only what it answered is kept, no note."
    WORDS = "Enter on a review compares with it, or no more. Escape: done. Tab: to the folder and back."

    def __init__(self, library: Library, desk: Desk, path: Path) -> None:
        """Take where reviews are read, the Desk whose review is compared, and that review's own file."""
        super().__init__("Compare with earlier reviews", library, desk, path)

    def rows(self) -> Rows:
        """Return the list of reviews, each with a box."""
        return Menu(id="found")

    @on(Rows.Chosen, "#found")
    @work(exclusive=True, group="take")
    async def _chosen(self, event: Rows.Chosen) -> None:
        kind, _, name = event.row.id.partition(":")
        self.say("")
        if self._desk.locked:
            self.say("This review can only be read here.")
        elif kind == _KEPT:
            self._desk.drop_earlier(name)
        else:
            await self._take(Path(name))
        self.show()

    async def _take(self, path: Path) -> None:
        try:
            filed = await asyncio.to_thread(self._library.read_filed, path)
        except ReviewFileError as error:
            await self.app.push_screen_wait(notice(error))
        else:
            self.say(keep_as_earlier(self._desk, filed.review))

    def show(self) -> None:
        """Fill the list: what is compared with, marked, and what else there is."""
        kept = self._desk.review.earlier
        rows = [Row(f"{_KEPT}:{each.review}", Content(f"[x] {each.title}"), right=in_short(each.date)) for each in kept]
        rows += [
            Row(f"{_FILE}:{each.path}", Content(f"[ ] {each.title}"), right=in_short(each.date) if each.date else "")
            for each in to_compare(self._desk.review, self._found)
        ]
        self.query_one("#found", Rows).show(rows)
