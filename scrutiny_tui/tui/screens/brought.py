"""What members' files brought to a question beside their ratings: their notes, and what they want to ask."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.desk.leading import take_brought
from scrutiny_tui.model.brought_text import NOTHING_BROUGHT, brought_lines
from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.widgets.figures import figure_row
from scrutiny_tui.tui.widgets.menu import Menu
from scrutiny_tui.tui.widgets.rows import Row, Rows


class BroughtScreen(Modal[None]):
    """Notes to read, and asks of which Enter takes one among our own."""

    HELP = "What members wrote beforehand. Enter on a question to ask takes it among ours."

    def __init__(self, desk: Desk) -> None:
        """Take the Desk."""
        super().__init__(f"What members brought: {desk.review.question.label}")
        self._desk = desk
        self.add_class("-tall-box")

    def body(self) -> ComposeResult:
        """What Enter does, and the list."""
        yield Static(Content("Enter on a question to ask takes it among ours."), classes="words")
        yield Menu(id="brought")

    def on_mount(self) -> None:
        """Fill the list."""
        self._show()
        self.query_one(Rows).focus()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        """Take an ask over, once."""
        if take_brought(self._desk, event.row.id):
            self._show()

    def _show(self) -> None:
        rows = [figure_row(each) for each in brought_lines(self._desk.review)]
        self.query_one(Rows).show(rows or [Row("", Content(NOTHING_BROUGHT))])
