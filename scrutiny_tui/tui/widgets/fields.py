"""Where text is typed: a line, a paragraph, or a longer text; each takes back what was typed in it."""

from os.path import commonprefix
from typing import Any, ClassVar, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.events import Paste
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input, TextArea
from textual.widgets.text_area import Selection

from scrutiny_tui.model.text import one_line

FORM = Binding.Group("Form")
_TOP = Selection.cursor((0, 0))


def hinted(words: str) -> str:
    """Return a hint as an empty field shows it: in brackets, for where no colour tells it from what was typed."""
    return f"({words})" if words else ""


class LongText(TextArea):
    """A text of any length, in which Ctrl+Z and Ctrl+Y work, and which lives where it has no room at all."""

    def on_mount(self) -> None:
        """Let the cursor stand still."""
        self.cursor_blink = False

    def render_line(self, y: int) -> Strip:
        """Draw one line; nothing where there is no column for it, in which Textual cannot fold a hint."""
        return super().render_line(y) if self.content_size.width > 0 else Strip.blank(self.size.width)

    def on_resize(self) -> None:
        """Fold the text for the width that it has in the end, which may not be the first, with the cursor in view."""
        self.call_after_refresh(self._fold_anew)

    def _fold_anew(self) -> None:
        self._rewrap_and_refresh_virtual_size()
        self.scroll_cursor_visible()
        self.refresh()  # letters that were typed while the size changed stand broken at the old width

    def undo(self) -> None:
        """Undo one step.

        Textual looks for the cursor in the shorter text before it has moved it there, and ends the app where it is
        below the last line: so the cursor waits at the top until it is put where it was.
        """
        if self.history.undo_stack:
            self.selection = _TOP
            super().undo()

    def redo(self) -> None:
        """Make an undone step again. The cursor waits at the top, as in `undo`."""
        if self.history.redo_stack:
            self.selection = _TOP
            super().redo()


class _Letter(NamedTuple):
    """One letter that was typed or taken away, and where."""

    typed: bool
    at: int
    blank: bool

    @classmethod
    def between(cls, before: str, after: str) -> "_Letter | None":
        """Return the one letter in which two texts differ; None where it is not one."""
        typed = len(after) > len(before)
        short, long = sorted((before, after), key=len)
        at = len(commonprefix((before, after)))  # noqa: RUF071 - letter by letter is what is meant
        one = len(long) == len(short) + 1 and long[at + 1 :] == short[at:]
        return cls(typed, at, long[at].isspace()) if one else None

    def goes_on(self, last: "_Letter") -> bool:
        """Tell whether it belongs to the same step as the one before it."""
        if not (self.typed and last.typed):
            return self.typed == last.typed
        return self.at == last.at + 1 and (self.blank or not last.blank)


class Line(Input):
    """One line of text. What is typed is undone word by word; stock Textual knows no undo here.

    With the cursor in it, a long text scrolls; else it ends in an ellipsis, as a long hint does.
    """

    DEFAULT_CSS = """
    Line { height: 1; border: none; border-left: vkey $rule; padding: 0 1 0 0; background: $field; }
    Line:focus { border: none; border-left: outer $primary; background: $field-focus; background-tint: 0%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "undo", "Undo", tooltip="Undo what was typed last in this line", id="line.undo", show=False,
                group=FORM),
        Binding("ctrl+y", "redo", "Redo", tooltip="Put back what was undone in this line", id="line.redo", show=False,
                group=FORM),
    ]  # fmt: skip

    def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - whatever an Input takes
        self._steps, self._at = [""], 0
        self._last: _Letter | None = None
        super().__init__(*arguments, **options)

    def on_mount(self) -> None:
        """Begin with the value that was given, and let the cursor stand still."""
        self.cursor_blink = False
        self._steps, self._at = [self.value], 0

    def validate_placeholder(self, words: str) -> str:
        """Show a hint as one."""
        return hinted(words)

    def render_line(self, y: int) -> Strip:
        """Draw the text."""
        text, width = self.value or self.placeholder, self.scrollable_content_region.width
        typing = self.has_focus and self.value
        if typing or width < 1 or cell_len(text) <= width:
            return super().render_line(y)
        drawn = Text(f"{set_cell_size(text, width - 1)}…", end="")
        if not self.value:
            drawn.stylize(self.get_component_rich_style("input--placeholder"))
            if self.has_focus:
                drawn.stylize(self.get_component_rich_style("input--cursor"), 0, 1)
        return Strip(drawn.render(self.app.console)).apply_style(self.rich_style)

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self.call_after_refresh(self.scroll_to_region, Region(self._cursor_offset, 0, 1, 1), force=True, animate=False)

    def on_paste(self, event: Paste) -> None:
        """Take everything that is pasted; stock Textual takes its first line only."""
        event.text = one_line(event.text)

    def watch_value(self, before: str, value: str) -> None:
        """Note what can be undone: a word with the blanks behind it is one step, and so is a run of deletions."""
        if value == self._steps[self._at]:
            return
        last, self._last = self._last, _Letter.between(before, value)
        if not (last and self._last and self._last.goes_on(last)):
            self._at += 1
        self._steps[self._at :] = [value]

    def action_undo(self) -> None:
        """Undo one step."""
        self._turn(-1)

    def action_redo(self) -> None:
        """Make an undone step again."""
        self._turn(1)

    def _turn(self, by: int) -> None:
        if 0 <= self._at + by < len(self._steps):
            self._at += by
            self._last = None
            self.value = self._steps[self._at]
            self.cursor_position = len(self.value)


class Paragraph(LongText):
    """A text that wraps. Enter says that it is done: the text itself is one paragraph."""

    DEFAULT_CSS = """
    Paragraph {
        height: auto; min-height: 2; max-height: 5;
        border: none; border-left: vkey $rule; padding: 0 1 0 0; background: $field;
    }
    Paragraph:focus { border: none; border-left: outer $primary; background: $field-focus; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Next field", id="paragraph.next", show=False, priority=True,
                group=FORM),
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

    def action_cursor_up(self, select: bool = False) -> None:  # noqa: FBT001, FBT002  # Textual's own signature
        """Move up a line; from the first line, to the field before."""
        if select or not self.navigator.is_first_wrapped_line(self.cursor_location):
            super().action_cursor_up(select)
        else:
            self.screen.focus_previous()

    def action_cursor_down(self, select: bool = False) -> None:  # noqa: FBT001, FBT002  # Textual's own signature
        """Move down a line; from the last line, to the next field."""
        if select or not self.navigator.is_last_wrapped_line(self.cursor_location):
            super().action_cursor_down(select)
        else:
            self.screen.focus_next()

    @property
    def value(self) -> str:
        """The text, as a line field gives it."""
        return self.text
