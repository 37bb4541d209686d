"""The parking list: what belongs elsewhere, kept so that the discussion can go on."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.desk.forms.session import parked_form
from scrutiny_tui.model.text import one_line
from scrutiny_tui.tui.screens.form_dialog import FormDialog
from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.widgets.menu import Menu
from scrutiny_tui.tui.widgets.rows import Row, Rows

_NEW = "new"


class ParkingScreen(Modal[None]):
    """The list over the Desk. Enter writes, Delete takes one off."""

    HELP = "Park what does not belong to this question, so that it is not lost and the discussion goes on."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete", "drop", "Take off", id="parking.drop", group=Binding.Group("Parking list"),
                tooltip="Take the highlighted line off the parking list (u brings it back)"),
    ]  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        """Take the Desk that the list is written on."""
        super().__init__("Parking list")
        self._desk = desk
        self.add_class("-tall-box")

    def body(self) -> ComposeResult:
        """What it is for, and the list."""
        yield Static(Content("What belongs elsewhere is kept here, and stands in the record."), classes="words")
        yield Menu(id="parked")

    def on_mount(self) -> None:
        """Start at the end, where a new line is written."""
        self._show()
        self.query_one(Rows).focus()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        self._edit(event.row.id)

    def action_drop(self) -> None:
        """Take the highlighted line off the list."""
        row = self.query_one(Rows).row
        if row and row.id != _NEW:
            self._desk.settle()
            self._desk.unpark(row.id)
            self._show()

    @work
    async def _edit(self, chosen: str) -> None:
        self._desk.settle()
        await self.app.push_screen_wait(FormDialog(parked_form(self._desk, chosen)))
        self._desk.settle()
        self._show()

    def _show(self) -> None:
        rows = [Row(each.id, Content(one_line(each.text))) for each in self._desk.review.panel.parked]
        rows.append(Row.adding(_NEW, "Park something"))
        self.query_one(Rows).show(rows, _NEW)
