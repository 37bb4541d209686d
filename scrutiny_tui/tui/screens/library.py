"""Home: carry on where you were, or choose a review."""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from scrutiny_tui.desk.ports import Clock, Library
from scrutiny_tui.errors import ScrutinyError
from scrutiny_tui.model.listing import Listing
from scrutiny_tui.model.listing_text import meeting_of, waiting
from scrutiny_tui.tui.copying import Thing
from scrutiny_tui.tui.errand import Errand
from scrutiny_tui.tui.keys import key_for
from scrutiny_tui.tui.screens.dialog import Dialog, notice
from scrutiny_tui.tui.screens.find import FindDialog
from scrutiny_tui.tui.widgets.bars import KeyBar, TitleBar
from scrutiny_tui.tui.widgets.cut import CutText
from scrutiny_tui.tui.widgets.listing_rows import carry_on, heads, listing_rows, overdue_line
from scrutiny_tui.tui.widgets.rows import Rows

_WELCOME = """\
Here you prepare for a scrutiny meeting: work through a checklist of key questions, say what the evidence \
shows and how you know, and leave with the questions to ask.

Everything you type is kept in this folder as you type it, and nothing leaves this computer.

Press  {new}  to start a review.      Press  {example}  to look at a worked example first."""
_LIBRARY = Binding.Group("Library")
_FIRST = 60
"""Reviews that are shown before the others are read; no screen shows more of them."""
_WIDEST = 120
"""Columns of the list; on wider screens the eye would lose the way from a title to what stands at its right."""


class Reviews(Rows):
    """The rows of the library."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Open", tooltip="Open the highlighted review where you left it", id="library.open",
                group=_LIBRARY),
    ]  # fmt: skip


class LibraryScreen(Screen[None]):
    """The list of reviews, the last one worked on first."""

    HELP = "Your reviews. Choose one with the arrow keys and Enter, or start a new one."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "app.new_review", "New", tooltip="Start a new review", id="library.new", group=_LIBRARY),
        Binding("slash", "find", "Find", tooltip="Find a review by a few letters", key_display="/",
                id="library.find", group=_LIBRARY),
        Binding("d", "app.example", "Worked example", tooltip="Look at a worked example of an invented council",
                id="library.example", group=_LIBRARY),
        Binding("m", "merge", "Merge", tooltip="Add members' prepared files to the highlighted review",
                id="library.merge", show=False, group=_LIBRARY),
        Binding("c", "compare", "Compare", tooltip="Compare the highlighted review with earlier ones",
                id="library.compare", show=False, group=_LIBRARY),
        Binding("o", "overdue", "Overdue", tooltip="Show the reviews with replies that are overdue", show=False,
                id="library.overdue", group=_LIBRARY),
        Binding("delete", "archive", "Archive", tooltip="Move the highlighted review to the archive (u brings it back)",
                id="library.archive", show=False, group=_LIBRARY),
        Binding("u,ctrl+z", "unarchive", "Undo", tooltip="Bring the review back that was archived last",
                id="library.undo", show=False, group=_LIBRARY),
        Binding("f5", "reload", "Read again", tooltip="Read the folder again", id="library.reload", show=False,
                group=_LIBRARY),
        Binding("q", "app.leave", "Quit", tooltip="Quit; everything is saved", id="library.quit", show=False,
                group=_LIBRARY),
    ]  # fmt: skip

    @dataclass
    class Opened(Message):
        """The person chose a review to work on."""

        path: Path
        errand: Errand = Errand.WORK

    def __init__(self, library: Library, clock: Clock) -> None:
        """Take the folder of reviews, and the clock that says what today is."""
        super().__init__()
        self._library = library
        self._clock = clock
        self._listings: Sequence[Listing] = ()
        self._archived: list[Path] = []

    def compose(self) -> ComposeResult:
        """The folder, the review to carry on with, and the list."""
        yield TitleBar()
        yield CutText(id="continue")
        yield Static(id="columns")
        yield Reviews(id="reviews")
        yield Static(id="overdue")
        yield CutText(id="message")
        yield KeyBar()

    def on_mount(self) -> None:
        """Name the folder."""
        bar = self.query_one(TitleBar)
        bar.left, bar.right = "Scrutiny", str(self._library.folder)

    def on_screen_resume(self) -> None:
        """Read the folder whenever this screen comes to the front."""
        self.action_reload()

    @work(exclusive=True, group="library")
    async def action_reload(self) -> None:
        """Read the folder, off the thread that draws. Of a large one, what was worked on last is there at once."""
        if not self._listings and len(first := await asyncio.to_thread(self._library.latest, _FIRST)) == _FIRST:
            self._listings = first
            self._show()
        self._listings = await asyncio.to_thread(self._library.listings)
        self._show()

    @work
    async def action_find(self) -> None:
        """Find a review and open it."""
        rows = [(str(each.path), f"{each.title}  {meeting_of(each)}  {each.committee}") for each in self._listings]
        if found := await self.app.push_screen_wait(FindDialog("Find a review", rows)):
            self.post_message(self.Opened(Path(found)))

    @on(Rows.Chosen)
    def _open(self) -> None:
        """Open the highlighted review."""
        if row := self.query_one(Rows).row:
            self.post_message(self.Opened(Path(row.id)))

    def action_merge(self) -> None:
        """Open the highlighted review and add members' files to it."""
        self._open_for(Errand.MERGE, "Start the review first that members' files are to be added to.")

    def action_compare(self) -> None:
        """Open the highlighted review beside earlier ones."""
        self._open_for(Errand.COMPARE, "There is no review yet to compare.")

    def _open_for(self, errand: Errand, otherwise: str) -> None:
        if row := self.query_one(Rows).row:
            self.post_message(self.Opened(Path(row.id), errand))
        else:
            self._say(otherwise)

    @work
    async def action_overdue(self) -> None:
        """Show which reviews wait for replies that are overdue, and open one of them."""
        today = self._clock().date()
        late = {str(each.path): waiting(each, today) for each in self._listings if each.overdue(today)}
        if not late:
            self._say("No reply is overdue.")
        elif found := await self.app.push_screen_wait(
            Dialog("Replies that are overdue", "Enter opens the review; r there shows its recommendations.", late)
        ):
            self.post_message(self.Opened(Path(found)))

    @work
    async def action_archive(self) -> None:
        """Move the highlighted review out of the list; it is named, and nothing is deleted."""
        row = self.query_one(Rows).row
        if row is None:
            self._say("There is no review yet to archive. n starts one.")
            return
        try:
            moved = await asyncio.to_thread(self._library.archive, Path(row.id))
        except ScrutinyError as error:
            await self.app.push_screen_wait(notice(error))
            return
        self._archived.append(moved)
        self._say(f"Moved to the archive: {row.text.plain}. Press u to bring it back.")
        self.action_reload()

    @work
    async def action_unarchive(self) -> None:
        """Bring back the review that was archived last."""
        if not self._archived:
            self._say("Nothing was archived since you started.")
            return
        try:
            back = await asyncio.to_thread(self._library.unarchive, self._archived[-1])
        except ScrutinyError as error:
            await self.app.push_screen_wait(notice(error))
            return
        self._archived.pop()
        self._say(f"Back in the list: {back.name}")
        self.action_reload()

    def to_copy(self, row: Iterable[Thing]) -> Iterator[Thing]:
        """Yield the highlighted row, where its file is, and where all of them are."""
        yield from row
        if highlighted := self.query_one(Rows).row:
            yield Thing("the path of this review", highlighted.id)
        yield Thing("the path of the folder", str(self._library.folder))

    def _say(self, words: str) -> None:
        self.query_one("#message", Static).update(Content(words))

    def _show(self) -> None:
        now = self._clock()
        self.set_class(not self._listings, "-empty")
        rows = self.query_one(Rows)
        if not self._listings:
            keys = {"new": key_for(self.app, "library.new", "n"), "example": key_for(self.app, "library.example", "d")}
            self.query_one("#continue", Static).update(Content(_WELCOME.format_map(keys)))
            rows.show([])
            return
        wide = self.size.width >= 80  # noqa: PLR2004  # below, the meeting's date goes
        self.query_one("#continue", Static).update(carry_on(self._listings[0]))
        self.query_one("#columns", Static).update(heads(min(self.size.width, _WIDEST), wide=wide))
        rows.show(listing_rows(self._listings, now, wide=wide))
        self.query_one("#overdue", Static).update(
            overdue_line(sum(each.overdue(now.date()) for each in self._listings))
        )
        if not rows.has_focus:
            rows.focus()

    def on_resize(self) -> None:
        """Choose the columns anew."""
        if self._listings:
            self._show()
