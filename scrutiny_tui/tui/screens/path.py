"""Where to put a file: the full path is shown first, and can be changed."""

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.widgets.form import Paragraph


class PathDialog(Modal[Path]):
    """Gives back the path that the person agreed to."""

    def __init__(self, heading: str, words: str, path: Path) -> None:
        """Take the heading, what will happen, and the path that is proposed."""
        super().__init__(heading)
        self._words = words
        self._path = path

    def body(self) -> ComposeResult:
        """What will happen, and the path."""
        yield Static(Content(self._words), classes="words")
        yield Paragraph(str(self._path), soft_wrap=True, tab_behavior="focus", show_line_numbers=False)

    def on_mount(self) -> None:
        """Put the cursor behind the path."""
        field = self.query_one(Paragraph)
        field.move_cursor(field.document.end)
        field.focus()

    @on(Paragraph.Submitted)
    def _accept(self) -> None:
        """Give the path back."""
        typed = self.query_one(Paragraph).text.replace("\n", "").strip()
        if typed:
            self.give(Path(typed).expanduser())
