"""A form in a box. What is typed is told at once, so leaving it loses nothing."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.desk.forms.form import FormSpec
from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.widgets.form import Form

_USUAL = "Everything typed is kept. Enter or Tab: next field. Escape: done."


class FormDialog(Modal[None]):
    """Fields to fill in, each change told at once. Escape or the last Enter leaves, unless something would be lost."""

    HELP = "Enter or Tab goes on to the next field, and Escape leaves. Everything typed is kept as you type it."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "leave", "Done", tooltip="Done; everything typed is kept", id="form.done", show=False,
                group=Binding.Group("Box")),
    ]  # fmt: skip

    def __init__(self, spec: FormSpec, leaving: str = "") -> None:
        """Take the form, and what to say of leaving behind its own words."""
        super().__init__(spec.heading)
        self.spec = spec
        self._explanation = " ".join(filter(None, (spec.words, leaving))) or _USUAL

    def body(self) -> ComposeResult:
        """The explanation, the fields, and what is wrong with one of them."""
        yield Static(Content(self._explanation), classes="words", id="explanation")
        yield Form(self.spec.fields, id="form")
        yield Static("", id="wrong")

    def on_mount(self) -> None:
        """Start in the first field."""
        self.query_one(Form).focus_field(self.spec.fields[0].name)

    @on(Form.Changed)
    def _changed(self, event: Form.Changed) -> None:
        self.complain(self.spec.take(event.values))

    @on(Form.Finished)
    def _finished(self) -> None:
        self.action_leave()

    def action_leave(self) -> None:
        """Leave, but first mend what could not be kept, or it would be lost."""
        form = self.query_one(Form)
        wrong, field = self.spec.unkept(form.values)
        if not wrong:
            super().action_leave()
            return
        form.focus_field(field)
        self.complain(wrong)

    def complain(self, wrong: str) -> None:
        """Show what is wrong, if anything."""
        self.query_one("#wrong", Static).update(Content.styled(wrong, "bold $error") if wrong else Content(""))
