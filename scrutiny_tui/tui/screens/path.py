"""Where to put a file: the full path is shown first, and can be changed."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.widgets.fields import Paragraph

AGREE = "Enter writes, Escape does not."


class PathField(Paragraph):
    """A path, wrapped so that all of it can be read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Agree", tooltip="Agree to this path", id="path.agree", priority=True,
                group=Binding.Group("Box")),
    ]  # fmt: skip


class PathDialog(Modal[Path]):
    """Gives back the path that the person agreed to."""

    HELP = "The full path of the file that will be made. Change it if you like; Enter agrees, Escape makes nothing."

    def __init__(self, heading: str, words: str, path: Path) -> None:
        """Take the heading, what will happen, and the path that is proposed."""
        super().__init__(heading)
        self._words = words
        self._path = path

    def body(self) -> ComposeResult:
        """What will happen, and the path."""
        yield Static(Content(self._words), classes="words")
        yield PathField(str(self._path), soft_wrap=True, tab_behavior="focus", show_line_numbers=False)

    def on_mount(self) -> None:
        """Put the cursor behind the path."""
        field = self.query_one(PathField)
        field.move_cursor(field.document.end)
        field.focus()

    @on(PathField.Submitted)
    def _accept(self) -> None:
        """Give the path back."""
        typed = self.query_one(PathField).text.replace("\n", "").strip()
        if typed:
            self.give(Path(typed).expanduser())
