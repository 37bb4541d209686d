"""Finding one thing among many by a few letters of it."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input

from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.widgets.fields import Line
from scrutiny_tui.tui.widgets.menu import Menu
from scrutiny_tui.tui.widgets.rows import Row, Rows

_NONE_FOUND = "Nothing has these words in it. Fewer letters find more."
_NONE_AT_ALL = "There is nothing to find here yet. Escape goes back."
MOST_FOUND = 200
"""Rows shown at once; a few more letters narrow it down."""


class FindDialog(Modal[str]):
    """Gives back the id of the row that was found. Every typed word must occur, in any order and case."""

    HELP = "Type a word or two in any order; up and down choose among what was found, and Enter goes there."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", "Down", id="find.down", show=False, priority=True, group=Binding.Group("Box")),
        Binding("up", "step(-1)", "Up", id="find.up", show=False, priority=True, group=Binding.Group("Box")),
    ]

    def __init__(self, heading: str, rows: Sequence[tuple[str, str]]) -> None:
        """Take the heading, and an id and a text for each thing that can be found."""
        super().__init__(heading)
        self._all = [(id, text, text.casefold()) for id, text in rows]  # noqa: A001  # a row's id
        self.add_class("-tall-box")

    def body(self) -> ComposeResult:
        """Where to type, and what was found."""
        yield Line(placeholder="Type a word or two")
        yield Menu(id="found")

    def on_mount(self) -> None:
        """Show everything until something is typed."""
        self._show("")
        self.query_one(Line).focus()

    def action_step(self, by: int) -> None:
        """Move the highlight while the cursor stays in the field."""
        self.query_one(Rows).action_step(by)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._show(event.value)

    @on(Input.Submitted)
    def _entered(self) -> None:
        row = self.query_one(Rows).row
        if row and row.id:
            self.give(row.id)

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        if event.row.id:
            self.give(event.row.id)

    def _show(self, typed: str) -> None:
        words = typed.casefold().split()
        found = [Row(id, Content(text)) for id, text, folded in self._all if all(word in folded for word in words)]  # noqa: A001  # a row's id
        rows = found[:MOST_FOUND] or [Row("", Content.styled(_NONE_FOUND if self._all else _NONE_AT_ALL, "$muted"))]
        self.query_one(Rows).show(rows, rows[0].id)
