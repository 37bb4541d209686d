"""The base of boxes that look into a folder for other reviews."""

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.desk.others import none_in, others
from scrutiny_tui.desk.ports import Library
from scrutiny_tui.model.listing import Listing
from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.widgets.fields import Line
from scrutiny_tui.tui.widgets.rows import Rows


class OtherReviews(Modal[None]):
    """A folder to type, and the reviews in it but for the one on the Desk."""

    WORDS = ""
    """What to do here."""

    def __init__(self, heading: str, library: Library, desk: Desk, path: Path) -> None:
        """Take the heading, where reviews are read, the Desk, and the file of its review."""
        super().__init__(heading)
        self._library, self._desk, self._path = library, desk, path
        self._found: Sequence[Listing] = ()
        self.add_class("-tall-box")

    def body(self) -> ComposeResult:
        """Where to look, and what is there."""
        yield Static(Content(self.WORDS), classes="words")
        yield Line(str(self._path.parent), id="folder")
        yield Static(id="wrong")
        yield self.rows()

    def rows(self) -> Rows:
        """Return an empty list, known as `found`."""
        raise NotImplementedError

    def show(self) -> None:
        """Fill the list from what was found."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Look into the folder of the review."""
        self._look_into(self._path.parent)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        # os.path leaves as it is what Path refuses: a home of nobody's.
        self._look_into(Path(os.path.expanduser(event.value.strip()) or self._path.parent))  # noqa: PTH111

    @work(exclusive=True)
    async def _look_into(self, folder: Path) -> None:
        self._found = await asyncio.to_thread(others, self._library, folder, self._path)
        self.show()
        rows = self.query_one("#found", Rows)
        self.say("" if self._found else none_in(folder))
        rows.disabled = rows.row is None
        (rows if rows.row else self.query_one(Line)).focus()

    def say(self, words: str) -> None:
        """Say what cannot be done, or nothing."""
        self.query_one("#wrong", Static).update(Content.styled(words, "bold $warning"))
