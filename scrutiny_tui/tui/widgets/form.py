"""A form: labelled fields, each told to its owner as it is typed, so that nothing waits for a button."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, Label, TextArea

from scrutiny_tui.desk.forms.form import Field
from scrutiny_tui.tui.widgets.fields import FORM, Line, Paragraph, hinted


class OneOf(Widget, can_focus=True):
    """Chooses one of a few words with the left and right arrow."""

    DEFAULT_CSS = """
    OneOf { height: 1; width: 1fr; border-left: vkey $rule; padding: 0 1 0 0; background: $field; }
    OneOf:focus { border-left: outer $primary; background: $field-focus; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", "Word before", id="one-of.before", group=FORM),
        Binding("right,space", "turn(1)", "Next word", id="one-of.next", group=FORM),
    ]

    value: reactive[str] = reactive("")

    @dataclass
    class Changed(Message):
        """Another word was chosen."""

        one_of: "OneOf"

        @property
        def control(self) -> "OneOf":
            """Where it was chosen."""
            return self.one_of

    def __init__(self, options: Sequence[str], value: str, id: str) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._options = list(options)
        self.set_reactive(OneOf.value, value if value in options else self._options[0])

    def render(self) -> Content:
        """Write the word between two arrows."""
        return Content(f"< {self.value} >")

    def on_click(self) -> None:
        """Choose the next word."""
        self.action_turn(1)

    def action_turn(self, by: int) -> None:
        """Choose the next word; it goes round."""
        self.value = self._options[(self._options.index(self.value) + by) % len(self._options)]
        self.post_message(self.Changed(self))


class FormScroll(VerticalScroll, can_focus=False):
    """Holds a form that is longer than the screen, and keeps the field with the cursor in view as room is lost."""

    def on_descendant_focus(self) -> None:
        """Bring the field into view."""
        self.call_after_refresh(self._reveal)

    def on_resize(self) -> None:
        """Bring the field back into view, once all of it is laid out for the new size."""
        self.call_after_refresh(self._reveal)

    def _reveal(self) -> None:
        """Bring the field with the cursor into view; with the first one, what stands above it."""
        field = self.screen.focused
        if field and self in field.ancestors:
            first = field is next((each for each in self.screen.focus_chain if self in each.ancestors), None)
            if first and field.region.bottom - self.region.y + self.scroll_offset.y <= self.size.height:
                self.scroll_home(animate=False)
            else:
                field.scroll_visible(animate=False)


class Form(FormScroll, can_focus=False):
    """Fields below each other. Enter, down and tab go on to the next."""

    DEFAULT_CSS = """
    Form { height: auto; layout: grid; grid-size: 2; grid-columns: 22 1fr; grid-rows: auto; grid-gutter: 0 1; }
    Form > Label { height: auto; width: 100%; color: $foreground; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", "Next field", id="form.next", show=False, group=FORM),
        Binding("up", "app.focus_previous", "Field before", id="form.before", show=False, group=FORM),
        Binding("enter", "go_on", "Next field", id="form.on", show=False, group=FORM),
    ]

    @dataclass
    class Changed(Message):
        """A field was changed; all values as they stand."""

        values: dict[str, str]
        field: str

    class Finished(Message):
        """Enter was pressed in the last field."""

    def __init__(self, fields: Sequence[Field], id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._inputs = {field.name: _make(field) for field in fields}
        self._labels = [field.label for field in fields]
        self._told = self.values

    def compose(self) -> ComposeResult:
        """A label and an input for each field."""
        for label, widget in zip(self._labels, self._inputs.values(), strict=True):
            yield Label(Content(label))
            yield widget

    @property
    def values(self) -> dict[str, str]:
        """Every field's value by its name."""
        return {name: widget.value for name, widget in self._inputs.items()}

    def focus_field(self, name: str) -> None:
        """Put the cursor into a field."""
        self._inputs[name].focus()

    def action_go_on(self) -> None:
        """Go on from the field with the cursor."""
        self._go_on_from(self.screen.focused)

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(OneOf.Changed)
    def _changed(self, event: Input.Changed | TextArea.Changed | OneOf.Changed) -> None:
        event.stop()
        values, field = self.values, (event.control.id or "").removeprefix("field-")
        # A field also reports the value that it began with.
        if values[field] != self._told[field]:
            self._told[field] = values[field]
            self.post_message(self.Changed(values, field))

    @on(Input.Submitted)
    @on(Paragraph.Submitted)
    def _entered(self, event: Input.Submitted | Paragraph.Submitted) -> None:
        event.stop()
        self._go_on_from(event.control)

    def _go_on_from(self, field: Widget | None) -> None:
        """Go to the next field, wherever the cursor is by now; from the last one, say that the form is finished."""
        inputs = list(self._inputs.values())
        for each, following in pairwise(inputs):
            if each is field:
                following.focus()
        if field is inputs[-1]:
            self.post_message(self.Finished())


def _make(field: Field) -> Line | Paragraph | OneOf:
    name = f"field-{field.name}"
    if field.options:
        return OneOf(field.options, field.value, id=name)
    if field.long:
        return Paragraph(field.value, soft_wrap=True, tab_behavior="focus", show_line_numbers=False, id=name,
                         placeholder=hinted(field.hint))  # fmt: skip
    suggester = SuggestFromList(field.suggestions, case_sensitive=False) if field.suggestions else None
    return Line(field.value, placeholder=field.hint, suggester=suggester, select_on_focus=field.replace, id=name)
