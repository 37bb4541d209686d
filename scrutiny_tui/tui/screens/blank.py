"""A break: nothing on the wall until a key is pressed."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from scrutiny_tui.tui.everywhere import IN_BOXES


class BlankScreen(ModalScreen[None]):
    """Covers the whole screen."""

    HELP = "A break: nothing is shown to the room until you go on."
    DEFAULT_CSS = """
    BlankScreen { background: $background; align: center middle; & > Static { width: auto; color: $muted; } }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *IN_BOXES,
        Binding("b,escape,enter,space", "go_on", "Go on", tooltip="End the break", id="blank.go-on",
                group=Binding.Group("Session")),
    ]  # fmt: skip

    def compose(self) -> ComposeResult:
        """One word, and how to go on."""
        yield Static(Content("A break.  b goes on."))

    def action_go_on(self) -> None:
        """Show the wall again."""
        if self.is_current:
            self.dismiss(None)
