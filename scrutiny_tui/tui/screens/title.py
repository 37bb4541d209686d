"""What a new review is called. Its file gets its name from this, so it is asked first."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.widgets.fields import Line


class TitleDialog(Modal[str]):
    """Gives back the title; an empty field stands for the one that was proposed."""

    HELP = "Type what the review is called, or keep what is proposed. Enter goes on, and Escape makes no review."

    def __init__(self, proposed: str) -> None:
        """Take the title to propose."""
        super().__init__("What is this review called?")
        self._proposed = proposed

    def body(self) -> ComposeResult:
        """A word about it, and the field."""
        words = (
            "Its file is named after this, so that you find it again. Enter goes on; you can change the title later."
        )
        yield Static(Content(words), classes="words")
        yield Line(self._proposed, placeholder=self._proposed, select_on_focus=True)

    def on_mount(self) -> None:
        """Start in the field."""
        self.query_one(Line).focus()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        self.give(event.value.strip() or self._proposed)
