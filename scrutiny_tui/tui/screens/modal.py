"""The base of everything that opens over a screen and gives an answer back."""

from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from scrutiny_tui.tui.everywhere import IN_BOXES
from scrutiny_tui.tui.widgets.bars import KeyBar

Result = TypeVar("Result")


class Modal(ModalScreen[Result | None], Generic[Result]):
    """A box with a heading. Escape leaves it with `leave_with`, once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *IN_BOXES,
        Binding("escape", "leave", "Leave", tooltip="Leave this box", id="box.leave", group=Binding.Group("Box")),
    ]

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._heading = heading

    def compose(self) -> ComposeResult:
        """The heading, what the box is for, and the keys."""
        with Vertical(id="box"):
            yield Static(Content.styled(self._heading, "bold $primary"), id="heading")
            yield from self.body()
        yield KeyBar()

    def body(self) -> "ComposeResult | tuple[Widget, ...]":
        """What stands in the box."""
        return ()

    def leave_with(self) -> Result | None:
        """What leaving gives back."""
        return None

    def on_click(self, event: Click) -> None:
        """Leave the box when somebody clicks beside it."""
        if self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            self.action_leave()

    def action_leave(self) -> None:
        """Leave the box."""
        self.give(self.leave_with())

    def give(self, result: Result | None) -> None:
        """Give the answer back, unless another key was quicker."""
        if self.is_current:
            self.dismiss(result)
