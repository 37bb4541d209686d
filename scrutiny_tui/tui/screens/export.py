"""Which document to make: its kind, all of it or the questions alone, how large, with names or without."""

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.export import FORMATS
from scrutiny_tui.export.wanted import COPY, COPY_USE, Wanted, name_of
from scrutiny_tui.export.wish import Form, Wish
from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.widgets.menu import Menu
from scrutiny_tui.tui.widgets.rows import Row, Rows

_EXPORT = Binding.Group("Export")
_COPY = "copy"


class ExportDialog(Modal[Wanted]):
    """A kind a row; letters change what stands above them. Enter gives back what is wanted."""

    HELP = (
        "Enter makes the highlighted document. The record is all of it; the page for the room has the questions only."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "form", "Record or room", tooltip="All of it, or only the questions to take into the room",
                id="export.form", group=_EXPORT),
        Binding("l", "large", "Large print", tooltip="Large print, or not: web page and Word", id="export.large",
                group=_EXPORT),
        Binding("n", "names", "Names", tooltip="With the names of people, or without", id="export.names",
                group=_EXPORT),
    ]  # fmt: skip

    def __init__(self, last: Wanted | None = None) -> None:
        """Take what was wanted last."""
        super().__init__("Export")
        self._wanted = last or Wanted(FORMATS[0])
        self.add_class("-tall-box")

    def body(self) -> ComposeResult:
        """What will be in it, and the kinds."""
        yield Static(id="wanted", classes="words")
        yield Menu(id="found")

    def on_mount(self) -> None:
        """Start at the kind that was wanted last."""
        self._show(self._wanted.kind.name if self._wanted.kind else _COPY)
        self.query_one(Rows).focus()

    def _show(self, highlighted: str | None = None) -> None:
        self.query_one("#wanted", Static).update(Content.styled(self._wanted.words, "bold"))
        rows = [_row(kind.name, name_of(kind), self._wanted.use_of(kind)) for kind in FORMATS]
        rows.append(_row(_COPY, COPY, COPY_USE))
        self.query_one(Rows).show(rows, highlighted)

    def _wish(self, wish: Wish) -> None:
        self._wanted = replace(self._wanted, wish=wish)
        self._show()

    def action_form(self) -> None:
        """Change between the record and the page for the room."""
        wish = self._wanted.wish
        self._wish(replace(wish, form=Form.RECORD if wish.is_room else Form.ROOM))

    def action_large(self) -> None:
        """Change the size of print."""
        self._wish(replace(self._wanted.wish, large=not self._wanted.wish.large))

    def action_names(self) -> None:
        """Change whether people are named."""
        self._wanted = replace(self._wanted, names=not self._wanted.names)
        self._show()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        kind = next((each for each in FORMATS if each.name == event.row.id), None)
        self.give(replace(self._wanted, kind=kind))


def _row(row_id: str, name: str, use: str) -> Row:
    return Row(row_id, Content.assemble((name, "bold"), "  ", (use, "$muted")))
