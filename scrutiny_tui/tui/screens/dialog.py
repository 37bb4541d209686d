"""A few words and what can be done about them."""

from collections.abc import Iterable, Iterator, Mapping

from textual import on
from textual.app import ComposeResult
from textual.content import Content

from scrutiny_tui.errors import ScrutinyError
from scrutiny_tui.tui.copying import Thing
from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.widgets.menu import Menu
from scrutiny_tui.tui.widgets.reading import Reading
from scrutiny_tui.tui.widgets.rows import Row, Rows

_MANY = 5
"""Choices from which on a box is as high as the screen, and they scroll."""


class Dialog(Modal[str]):
    """Says something and gives back the id of what the person chose; None where they left it."""

    HELP = "Read it, then choose with the arrow keys and Enter. Leaving with Escape chooses nothing."

    def __init__(self, heading: str, words: str, options: Mapping[str, str], copied: str = "") -> None:
        """Take the heading, the words, what can be chosen, an id and its words each, and what somebody may copy.

        Without the latter, that is the words.
        """
        super().__init__(heading)
        self._words = words
        self._copied = copied
        self._options = options
        self.set_class(len(options) >= _MANY, "-tall-box")

    def body(self) -> ComposeResult:
        """The words and the choices."""
        yield Reading(self._words)
        yield Menu()

    def on_mount(self) -> None:
        """Fill in the choices."""
        rows = self.query_one(Rows)
        rows.show([Row(id, Content(words)) for id, words in self._options.items()])  # noqa: A001  # a row's id
        rows.focus()

    def to_copy(self, row: Iterable[Thing]) -> Iterator[Thing]:
        """Yield what this box has to tell, then the highlighted choice, which may be the name of something."""
        if self._copied:
            yield Thing("the path", self._copied)
        yield Thing("the words in the box", self._words)
        yield from row

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        self.give(event.row.id)


def notice(error: ScrutinyError) -> Dialog:
    """Return the box that tells what went wrong, why, and what to do."""
    words = "\n\n".join(filter(None, (error.why, error.todo)))
    return Dialog(error.what, words, {"on": "Carry on"})
