"""Members' own reviews as voices in this one: choose the files, see what will happen, then say yes."""

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.desk.ports import Library
from scrutiny_tui.errors import ReviewFileError
from scrutiny_tui.model.listing import Listing
from scrutiny_tui.model.meeting import in_short
from scrutiny_tui.model.merge_text import merge_lines
from scrutiny_tui.model.merging import Fate, Merge, Merged, merge
from scrutiny_tui.model.review import Review
from scrutiny_tui.tui.screens.dialog import Dialog
from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.widgets.form import Line
from scrutiny_tui.tui.widgets.menu import Menu
from scrutiny_tui.tui.widgets.rows import Row, Rows

_FILES = Binding.Group("Members' files")
_MERGE = "merge"


class Files(Rows):
    """The files that were found, each with a box."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "choose", "Mark", tooltip="Mark the highlighted file, or not", id="merge.mark", group=_FILES),
        Binding("a", "screen.mark_all", "Mark all", tooltip="Mark all files, or none", id="merge.all", group=_FILES),
        Binding("enter", "screen.look", "Go on", tooltip="See what merging the marked files will do", id="merge.look",
                group=_FILES),
    ]  # fmt: skip


class MergeScreen(Modal[None]):
    """Marks files in a folder and merges them over the Desk. What they say stays sealed."""

    HELP = "Mark members' files with the space bar. Enter shows what will happen before anything is changed."

    def __init__(self, library: Library, desk: Desk, path: Path) -> None:
        """Take where files are read, the Desk whose review they go into, and that review's own file."""
        super().__init__("Add members' files")
        self._library, self._desk, self._path = library, desk, path
        self._found: Sequence[Listing] = ()
        self._marked: set[str] = set()
        self.add_class("-tall-box")

    def body(self) -> ComposeResult:
        """Where to look, and what is there."""
        yield Static(Content("The folder with members' files; Enter looks there. Tab goes to the files and back."),
                     classes="words")  # fmt: skip
        yield Line(str(self._path.parent), id="folder")
        yield Static(id="wrong")
        yield Files(id="found", one_line=True)

    def on_mount(self) -> None:
        """Look into the folder of the review."""
        self._look_into(self._path.parent)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        # os.path leaves as it is what Path refuses: a home of nobody's.
        self._look_into(Path(os.path.expanduser(event.value.strip()) or self._path.parent))  # noqa: PTH111

    @work(exclusive=True)
    async def _look_into(self, folder: Path) -> None:
        self._found = await asyncio.to_thread(self._others, folder)
        self._marked.clear()
        self._show()
        self._say("" if self._found else f"No other reviews are in {folder}. Their names end in .scrutiny.json.")
        files = self.query_one(Files)
        files.disabled = not self._found
        (files if self._found else self.query_one(Line)).focus()

    def _others(self, folder: Path) -> list[Listing]:
        own = os.path.realpath(self._path)
        return [each for each in self._library.listings(folder) if os.path.realpath(each.path) != own]

    @on(Rows.Chosen)
    def _mark(self, event: Rows.Chosen) -> None:
        if event.row.id in self._readable:
            self._marked ^= {event.row.id}
            self._show()
        else:
            self._say("This one cannot be read, so it cannot be merged.")

    def action_mark_all(self) -> None:
        """Mark all files that can be read, or none."""
        self._marked = set() if self._readable <= self._marked else self._readable
        self._show()

    @property
    def _readable(self) -> set[str]:
        return {str(each.path) for each in self._found if not each.problem}

    def _show(self) -> None:
        self.query_one(Files).show([_row(each, marked=str(each.path) in self._marked) for each in self._found])
        self._say("")

    def _say(self, words: str) -> None:
        self.query_one("#wrong", Static).update(Content.styled(words, "bold $warning"))

    @work(exclusive=True)
    async def action_look(self) -> None:
        """Read the marked files, tell what merging them does, and do it if that is wanted."""
        if not self._marked:
            self._say("Mark a file first, with the space bar.")
            return
        paths = [each.path for each in self._found if str(each.path) in self._marked]
        worked_out = await asyncio.to_thread(self._work_out, self._desk.review, paths)
        if await self.app.push_screen_wait(Preview(worked_out)) != _MERGE:
            return
        self._desk.settle()
        self._desk.merge(worked_out.panel, worked_out.taken)
        self._desk.settle()
        words = "What members prepared stays sealed until the ratings are revealed. u takes the merge back."
        await self.app.push_screen_wait(Dialog("Merged", words, {"on": "Carry on"}))
        self.give(None)

    def _work_out(self, review: Review, paths: Sequence[Path]) -> Merge:
        filed, refused = [], []
        for path in paths:
            try:
                filed.append(self._library.read_filed(path))
            except ReviewFileError as error:
                refused.append(Merged(path.name, Fate.REFUSED, why=error.problem))
        return merge(review, filed, refused)


class Preview(Modal[str]):
    """Tells what a merge will do, in as many lines as that takes, and gives back whether to do it."""

    HELP = "Nothing is changed yet. Tab goes to the lines, to read on with the arrow keys, and back to the choice."

    def __init__(self, worked_out: Merge) -> None:
        """Take the merge as it was worked out."""
        super().__init__("What merging will do")
        self._merge = worked_out
        self.add_class("-tall-box")

    def body(self) -> ComposeResult:
        """The lines, and the choice below them."""
        yield Rows(id="found")
        yield Menu(id="choice")

    def on_mount(self) -> None:
        """Start at the choice."""
        lines = merge_lines(self._merge)
        self.query_one("#found", Rows).show([Row(str(at), Content(line)) for at, line in enumerate(lines)])
        options = {_MERGE: "Merge", "not": "Do not merge"} if self._merge.changes else {"not": "Carry on"}
        choice = self.query_one("#choice", Rows)
        choice.show([Row(name, Content(words)) for name, words in options.items()])
        choice.focus()

    @on(Rows.Chosen, "#choice")
    def _chosen(self, event: Rows.Chosen) -> None:
        self.give(event.row.id)


def _row(each: Listing, *, marked: bool) -> Row:
    if each.problem:
        return Row(str(each.path), Content.assemble(("! ", "bold $error"), each.path.name, f": {each.problem}"))
    box = "[x] " if marked else "[ ] "
    saved = in_short(each.saved.date()) if each.saved else ""
    who = each.by or each.path.name.partition(".")[0]
    return Row(
        str(each.path), Content(f"{box}{who}: {each.title}"), right=f"{each.answered} of {each.questions}  {saved}"
    )
