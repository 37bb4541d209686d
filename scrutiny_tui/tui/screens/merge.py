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
from scrutiny_tui.model.listing import Filed, Listing
from scrutiny_tui.model.meeting import in_short
from scrutiny_tui.model.merge_text import merge_lines
from scrutiny_tui.model.merging import Fate, Merged, merge
from scrutiny_tui.tui.screens.dialog import Dialog
from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.widgets.form import Line
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
        yield Static(Content("The folder with members' files; Enter looks there:"), classes="words")
        yield Line(str(self._path.parent), id="folder")
        yield Static(id="wrong")
        yield Files(id="found", one_line=True)

    def on_mount(self) -> None:
        """Look into the folder of the review."""
        self._look_into(self._path.parent)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        self._look_into(Path(event.value.strip() or str(self._path.parent)).expanduser())

    @work(exclusive=True)
    async def _look_into(self, folder: Path) -> None:
        self._found = await asyncio.to_thread(self._others, folder)
        self._marked.clear()
        self._show()
        words = "" if self._found else f"No other reviews are in {folder}. Their names end in .scrutiny.json."
        self.query_one("#wrong", Static).update(Content.styled(words, "bold $warning"))
        self.query_one(Files if self._found else Line).focus()

    def _others(self, folder: Path) -> list[Listing]:
        own = os.path.realpath(self._path)
        return [each for each in self._library.listings(folder) if os.path.realpath(each.path) != own]

    @on(Rows.Chosen)
    def _mark(self, event: Rows.Chosen) -> None:
        self._marked ^= {event.row.id}
        self._show()

    def action_mark_all(self) -> None:
        """Mark all files that can be read, or none."""
        readable = {str(each.path) for each in self._found if not each.problem}
        self._marked = set() if readable <= self._marked else readable
        self._show()

    def _show(self) -> None:
        self.query_one(Files).show([_row(each, marked=str(each.path) in self._marked) for each in self._found])

    @work(exclusive=True)
    async def action_look(self) -> None:
        """Read the marked files, tell what merging them does, and do it if that is wanted."""
        if not self._marked:
            self.query_one("#wrong", Static).update(
                Content.styled("Mark a file first, with the space bar.", "bold $warning")
            )
            return
        filed, refused = await asyncio.to_thread(self._read, sorted(self._marked))
        worked_out = merge(self._desk.review, filed, refused)
        options = {"merge": "Merge", "not": "Do not merge"} if worked_out.changes else {"not": "Carry on"}
        words = "\n".join(merge_lines(worked_out))
        if await self.app.push_screen_wait(Dialog("What merging will do", words, options)) != "merge":
            return
        self._desk.settle()
        self._desk.merge(worked_out.panel, worked_out.taken)
        self._desk.settle()
        self.give(None)

    def _read(self, paths: Sequence[str]) -> tuple[list[Filed], list[Merged]]:
        filed, refused = [], []
        for path in map(Path, paths):
            try:
                filed.append(self._library.read_filed(path))
            except ReviewFileError as error:
                refused.append(Merged(path.name, Fate.REFUSED, why=error.problem))
        return filed, refused


def _row(each: Listing, *, marked: bool) -> Row:
    if each.problem:
        return Row(str(each.path), Content.assemble(("! ", "bold $error"), each.path.name, f": {each.problem}"))
    box = "[x] " if marked else "[ ] "
    saved = in_short(each.saved.date()) if each.saved else ""
    who = f"{each.by}: " if each.by else ""
    return Row(
        str(each.path), Content(f"{box}{who}{each.title}"), right=f"{each.answered} of {each.questions}  {saved}"
    )
