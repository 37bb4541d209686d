"""Where a note is typed."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from scrutiny_tui.tui.widgets.fields import LongText


class NoteEditor(LongText):
    """A text field for a note. Tab leaves it, as everywhere else."""

    DEFAULT_CSS = """
    NoteEditor { height: 1fr; min-height: 4; padding: 0 1; background: transparent; }
    NoteEditor { border: round $rule; border-title-color: $foreground; border-subtitle-color: $muted; }
    NoteEditor:focus { border: heavy $primary; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave the note", tooltip="Leave the note; it is saved", id="note.leave",
                group=Binding.Group("Note")),
    ]  # fmt: skip

    class Left(Message):
        """The person is done with the note for now."""

    def action_leave(self) -> None:
        """Say that the person is done."""
        self.post_message(self.Left())
