"""A few words and what can be done about them."""

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.errors import ScrutinyError
from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.widgets.menu import Menu
from scrutiny_tui.tui.widgets.rows import Row, Rows

_MANY = 5
"""Choices from which on a box is as high as the screen, and they scroll."""


class Dialog(Modal[str]):
    """Says something and gives back the id of what the person chose; None where they left it."""

    def __init__(self, heading: str, words: str, options: Mapping[str, str]) -> None:
        """Take the heading, the words, and what can be chosen: an id and its words each."""
        super().__init__(heading)
        self._words = words
        self._options = options
        self.set_class(len(options) >= _MANY, "-tall-box")

    def body(self) -> ComposeResult:
        """The words and the choices."""
        yield Static(Content(self._words), classes="words")
        yield Menu()

    def on_mount(self) -> None:
        """Fill in the choices."""
        rows = self.query_one(Rows)
        rows.show([Row(id, Content(words)) for id, words in self._options.items()])  # noqa: A001  # a row's id
        rows.focus()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        self.give(event.row.id)


def notice(error: ScrutinyError) -> Dialog:
    """Return the box that tells what went wrong, why, and what to do."""
    words = "\n\n".join(filter(None, (error.why, error.todo)))
    return Dialog(error.what, words, {"on": "Carry on"})
