"""Members' own reviews as voices in this one: choose the files, see what will happen, then say yes."""

import asyncio
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.desk.others import work_out_merge
from scrutiny_tui.desk.ports import Library
from scrutiny_tui.model.listing import Listing
from scrutiny_tui.model.meeting import in_short
from scrutiny_tui.model.merge_text import MERGED, merge_lines
from scrutiny_tui.model.text import clean
from scrutiny_tui.tui.screens.dialog import Dialog
from scrutiny_tui.tui.screens.others import OtherReviews
from scrutiny_tui.tui.screens.preview import NO, YES, Preview
from scrutiny_tui.tui.widgets.rows import Row, Rows

_FILES = Binding.Group("Members' files")


class Files(Rows):
    """The files that were found, each with a box."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "choose", "Mark", tooltip="Mark the highlighted file, or not", id="merge.mark", group=_FILES),
        Binding("a", "screen.mark_all", "Mark all", tooltip="Mark all files, or none", id="merge.all", group=_FILES),
        Binding("enter", "screen.look", "Go on", tooltip="See what merging the marked files will do", id="merge.look",
                group=_FILES),
    ]  # fmt: skip


class MergeScreen(OtherReviews):
    """Marks files in a folder and merges them over the Desk. What they say stays sealed."""

    HELP = "Mark members' files with the space bar. Enter shows what will happen before anything is changed."
    WORDS = "The folder with members' files; Enter looks there. Tab goes to the files and back."

    def __init__(self, library: Library, desk: Desk, path: Path) -> None:
        """Take where files are read, the Desk whose review they go into, and that review's own file."""
        super().__init__("Add members' files", library, desk, path)
        self._marked: set[str] = set()

    def rows(self) -> Rows:
        """Return the list of files, each with a box."""
        return Files(id="found", one_line=True)

    @on(Rows.Chosen)
    def _mark(self, event: Rows.Chosen) -> None:
        if event.row.id in self._readable:
            self._marked ^= {event.row.id}
            self.show()
        else:
            self.say("This one cannot be read, so it cannot be merged.")

    def action_mark_all(self) -> None:
        """Mark all files that can be read, or none."""
        self._marked = set() if self._readable <= self._marked else self._readable
        self.show()

    @property
    def _readable(self) -> set[str]:
        return {str(each.path) for each in self._found if not each.problem}

    def show(self) -> None:
        """Fill the list; marks on files of another folder go."""
        self._marked &= self._readable
        self.query_one(Files).show([_row(each, marked=str(each.path) in self._marked) for each in self._found])
        self.say("")

    @work(exclusive=True)
    async def action_look(self) -> None:
        """Read the marked files, tell what merging them does, and do it if that is wanted."""
        if not self._marked:
            self.say("Mark a file first, with the space bar.")
            return
        paths = [each.path for each in self._found if str(each.path) in self._marked]
        worked_out = await asyncio.to_thread(work_out_merge, self._library, self._desk.review, paths)
        options = {YES: "Merge", NO: "Do not merge"} if worked_out.changes else {NO: "Carry on"}
        if not await self.app.push_screen_wait(Preview("What merging will do", merge_lines(worked_out), options)):
            return
        self._desk.settle()
        self._desk.merge(worked_out.panel, worked_out.taken)
        self._desk.settle()
        await self.app.push_screen_wait(Dialog("Merged", MERGED, {"on": "Carry on"}))
        self.give(None)


def _row(each: Listing, *, marked: bool) -> Row:
    if each.problem:
        return Row(str(each.path), Content.assemble(("! ", "bold $error"), clean(each.path.name), f": {each.problem}"))
    box = "[x] " if marked else "[ ] "
    saved = in_short(each.saved.date()) if each.saved else ""
    who = each.by or clean(each.path.name).partition(".")[0]
    return Row(
        str(each.path), Content(f"{box}{who}: {each.title}"), right=f"{each.answered} of {each.questions}  {saved}"
    )
