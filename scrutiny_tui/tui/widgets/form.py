"""A form: labelled fields, each told to its owner as it is typed, so that nothing waits for a button."""

from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Field:
    """One field: a line of text, or one of a few words where `options` are given."""

    name: str
    label: str
    value: str = ""
    hint: str = ""
    """Shown in the empty field."""
    replace: bool = False
    """Whether typing replaces the value at first, as it should where the value is only a proposal."""
    long: bool = False
    """Whether the text wraps over several lines."""
    options: Sequence[str] = ()
    suggestions: Sequence[str] = ()
    """Offered while typing; the right arrow takes one."""


class OneOf(Widget, can_focus=True):
    """Chooses one of a few words with the left and right arrow."""

    DEFAULT_CSS = """
    OneOf { height: 1; width: 1fr; padding: 0 1; background: $panel; }
    OneOf:focus { background: $primary 30%; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", "Word before", id="one-of.before", group=Binding.Group("Form")),
        Binding("right,space", "turn(1)", "Next word", id="one-of.next", group=Binding.Group("Form")),
        Binding("enter", "screen.focus_next", "Next field", id="one-of.on", show=False, group=Binding.Group("Form")),
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

    def action_turn(self, by: int) -> None:
        """Choose the next word; it goes round."""
        self.value = self._options[(self._options.index(self.value) + by) % len(self._options)]
        self.post_message(self.Changed(self))


class Line(Input):
    """One line of text. Up and down move between fields."""

    DEFAULT_CSS = """
    Line { height: 1; border: none; padding: 0 1; background: $panel; }
    Line:focus { border: none; background: $primary 20%; }
    """


class Paragraph(TextArea):
    """A text that wraps. Enter goes on to the next field: the text itself is one paragraph."""

    DEFAULT_CSS = """
    Paragraph { height: auto; min-height: 2; max-height: 5; border: none; padding: 0 1; background: $panel; }
    Paragraph:focus { border: none; background: $primary 20%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Next field", id="paragraph.next", show=False, priority=True,
                group=Binding.Group("Form")),
    ]  # fmt: skip

    class Submitted(Message):
        """Enter was pressed."""

        def __init__(self, paragraph: "Paragraph") -> None:
            super().__init__()
            self.paragraph = paragraph

        @property
        def control(self) -> "Paragraph":
            """Where it was pressed."""
            return self.paragraph

    def action_submit(self) -> None:
        """Say that the paragraph is done."""
        self.post_message(self.Submitted(self))

    @property
    def value(self) -> str:
        """The text, as a line field gives it."""
        return self.text


class Form(VerticalScroll, can_focus=False):
    """Fields below each other. Enter, down and tab go on to the next."""

    DEFAULT_CSS = """
    Form { height: auto; layout: grid; grid-size: 2; grid-columns: 22 1fr; grid-rows: auto; grid-gutter: 0 1; }
    Form > Label { height: auto; width: 100%; color: $foreground; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "screen.focus_next", "Next field", id="form.next", show=False, group=Binding.Group("Form")),
        Binding("up", "screen.focus_previous", "Field before", id="form.before", show=False,
                group=Binding.Group("Form")),
    ]  # fmt: skip

    @dataclass
    class Changed(Message):
        """A field was changed; all values as they stand."""

        values: dict[str, str]
        field: str

    class Finished(Message):
        """Enter was pressed in the last field."""

    def __init__(self, fields: Sequence[Field], id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._fields = tuple(fields)

    def compose(self) -> ComposeResult:
        """A label and an input for each field."""
        for field in self._fields:
            yield Label(Content(field.label))
            yield self._make(field, f"field-{field.name}")

    @property
    def values(self) -> dict[str, str]:
        """Every field's value by its name."""
        return {field.name: self._value(field.name) for field in self._fields}

    def focus_field(self, name: str) -> None:
        """Put the cursor into a field."""
        self.query_one(f"#field-{name}").focus()

    def _make(self, field: Field, id: str) -> Line | Paragraph | OneOf:  # noqa: A002  # Textual's own name
        if field.options:
            return OneOf(field.options, field.value, id=id)
        if field.long:
            return Paragraph(field.value, soft_wrap=True, tab_behavior="focus", show_line_numbers=False, id=id,
                             placeholder=field.hint)  # fmt: skip
        suggester = SuggestFromList(field.suggestions, case_sensitive=False) if field.suggestions else None
        return Line(field.value, placeholder=field.hint, suggester=suggester, select_on_focus=field.replace, id=id)

    def _value(self, name: str) -> str:
        widget = self.query_one(f"#field-{name}")
        assert isinstance(widget, Line | Paragraph | OneOf)
        return widget.value

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(OneOf.Changed)
    def _changed(self, event: Input.Changed | TextArea.Changed | OneOf.Changed) -> None:
        event.stop()
        field = (event.control.id or "").removeprefix("field-")
        self.post_message(self.Changed(self.values, field))

    @on(Input.Submitted)
    @on(Paragraph.Submitted)
    def _entered(self, event: Input.Submitted | Paragraph.Submitted) -> None:
        event.stop()
        if event.control.id == f"field-{self._fields[-1].name}":
            self.post_message(self.Finished())
        else:
            self.screen.focus_next()
