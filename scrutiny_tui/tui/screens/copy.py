"""Copying: what was copied and whether it is known to have arrived, and beside it always a file to save it to."""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.errors import ScrutinyError
from scrutiny_tui.export import files
from scrutiny_tui.export.wanted import put
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.text import clean, one_line
from scrutiny_tui.tui import clipboard
from scrutiny_tui.tui.copying import Thing, holds_private
from scrutiny_tui.tui.screens.dialog import notice
from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.screens.path import AGREE, PathDialog
from scrutiny_tui.tui.widgets.menu import Menu
from scrutiny_tui.tui.widgets.rows import Row, Rows

_EXCERPT = 120
"""Characters of what is copied that the box shows; with more, the choices would have no room in the least terminal."""
_PRIVATE = (
    "This holds a private note, which stays out of every export. Copied, every program on this computer can read it, "
    "and some keep what was copied."
)
_NOBODY_TELLS = "Whether it has arrived, nobody tells: paste to see, or save it to a file."
_COPY, _SAVE, _LEAVE = "copy", "save", "leave"


class CopyScreen(Modal[None]):
    """Copies the first thing at once, unless a private note is in it, and offers the others and a file."""

    HELP = "What was copied, and whether it is known to have arrived. Other things on the screen can be copied instead."

    def __init__(self, things: Sequence[Thing], review: Review | None, folder: Path) -> None:
        """Take what can be copied, the review with its private notes, and the folder where a file would go."""
        super().__init__("Copy")
        self._things = things
        self._review = review
        self._folder = folder
        self._thing = things[0]
        self.add_class("-tall-box")

    def body(self) -> ComposeResult:
        """What was done, the beginning of what is copied, and what else can be done."""
        yield Static(id="told", classes="words")
        yield Menu()

    def on_mount(self) -> None:
        """Copy the thing in focus."""
        self.query_one(Rows).focus()
        self._take(self._things[0])

    def to_copy(self, row: Iterable[Thing]) -> Iterator[Thing]:
        """Yield nothing: what can be copied is among the choices."""
        del row
        yield from ()

    def _take(self, thing: Thing) -> None:
        """Copy a thing; where a private note is in it, only after that is said."""
        self._thing = thing
        if holds_private(thing.text, self._review):
            self._tell(_PRIVATE, {_COPY: "Copy it", _SAVE: "Save it to a file", _LEAVE: "Do not copy it"})
        else:
            self._copy(thing)

    @work(exclusive=True, group="copy")
    async def _copy(self, thing: Thing) -> None:
        self._say(f"Copying {thing.name} ...")
        text = clean(thing.text)
        outcome = await asyncio.to_thread(clipboard.copy, text)
        if outcome.copied:
            self._say(f"Copied: {thing.name}.")
            return
        self.app.copy_to_clipboard(text)
        failed = f"{outcome.tool} could not copy it. {outcome.trouble} " if outcome.tool else ""
        self._say(f"{failed}Sent to the terminal: {thing.name}. {_NOBODY_TELLS}")

    def _say(self, words: str) -> None:
        others = {
            str(at): f"Copy {thing.name} instead" for at, thing in enumerate(self._things) if thing is not self._thing
        }
        self._tell(words, {_LEAVE: "Carry on", _SAVE: "Save it to a file", **others})

    def _tell(self, words: str, options: dict[str, str]) -> None:
        told = one_line(self._thing.text)
        excerpt = told if len(told) <= _EXCERPT else f"{told[:_EXCERPT].rstrip()}… ({len(self._thing.text)} characters)"
        self.query_one("#told", Static).update(Content.assemble((words, "bold"), "\n", excerpt))
        self.query_one(Rows).show([Row(each, Content(option)) for each, option in options.items()], next(iter(options)))

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        if event.row.id == _LEAVE:
            self.give(None)
        elif event.row.id == _SAVE:
            self._save(self._thing)
        elif event.row.id == _COPY:
            self._copy(self._thing)
        else:
            self._take(self._things[int(event.row.id)])

    @work(exclusive=True, group="save")
    async def _save(self, thing: Thing) -> None:
        """Show the full path, write the text there, and say where it is; an existing file is never overwritten."""
        about = f"{self._review.title}, " if self._review else ""
        proposed = files.free_path(self._folder / files.file_name(f"{about}{thing.name}", ".txt"))
        words = f"This text, {thing.name}, will be written here. {AGREE}"
        path = await self.app.push_screen_wait(PathDialog("Save to a file", words, proposed))
        if path is None:
            return
        try:
            [written] = await asyncio.to_thread(put, path, {path.name: f"{clean(thing.text)}\n".encode()}, self._folder)
        except ScrutinyError as error:
            await self.app.push_screen_wait(notice(error))
        else:
            self._say(f"Saved {thing.name} to this file:\n{written}")
