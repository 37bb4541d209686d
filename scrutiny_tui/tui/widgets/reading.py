"""A text to read that may be longer than its place."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static


class Reading(VerticalScroll, can_focus=False):
    """Scrolls the text where it is too long; only then Tab goes to it."""

    DEFAULT_CSS = """
    Reading {
        height: auto; max-height: 45vh; margin-bottom: 1;
        & > Static { height: auto; }
        &.-long { padding-left: 1; }
        &:focus { padding-left: 0; border-left: outer $primary; }
    }
    """

    def __init__(self, text: str) -> None:
        """Take the text."""
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """The text."""
        yield Static(Content(self._text))

    def on_resize(self) -> None:
        """See whether it is too long for this size."""
        self.call_after_refresh(self._look)

    def _look(self) -> None:
        self.can_focus = self.max_scroll_y > 0
        self.set_class(self.can_focus, "-long")
        if self.has_focus and not self.can_focus:
            self.screen.focus_next()
