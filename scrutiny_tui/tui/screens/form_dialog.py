"""A form in a box. What is typed is told at once, so leaving it loses nothing."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.widgets.form import Field, Form

Tell = Callable[[dict[str, str]], str]
"""Takes all values as typed and returns what is wrong with them, in words; empty where nothing is."""


class FormDialog(Modal[None]):
    """Fields to fill in. Each change goes to `tell`; escape or the last Enter leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "leave", "Done", tooltip="Done; everything typed is kept", id="form.done", show=False,
                group=Binding.Group("Box")),
    ]  # fmt: skip

    def __init__(self, heading: str, fields: Sequence[Field], tell: Tell, words: str = "") -> None:
        """Take the heading, the fields, where changes go, and a word of explanation."""
        super().__init__(heading)
        self._fields = fields
        self._tell = tell
        self._words = words

    def body(self) -> ComposeResult:
        """The explanation, the fields, and what is wrong with one of them."""
        yield Static(Content(self._words or "Everything typed is kept. Enter or Tab: next field. Escape: done."),
                     classes="words", id="explanation")  # fmt: skip
        yield Form(self._fields, id="form")
        yield Static("", id="wrong")

    def on_mount(self) -> None:
        """Start in the first field."""
        self.query_one(Form).focus_field(self._fields[0].name)

    @on(Form.Changed)
    def _changed(self, event: Form.Changed) -> None:
        self.complain(self._tell(event.values))

    @on(Form.Finished)
    def _finished(self) -> None:
        self.action_leave()

    def complain(self, wrong: str) -> None:
        """Show what is wrong, if anything."""
        self.query_one("#wrong", Static).update(Content.styled(wrong, "bold $error") if wrong else Content(""))
