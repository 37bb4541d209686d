"""What every key does here and now, from the bindings themselves."""

from collections.abc import Sequence
from itertools import groupby

from textual.app import ComposeResult
from textual.binding import ActiveBinding
from textual.content import Content

from scrutiny_tui.tui.keys import key_name
from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.widgets.rows import Row, Rows

GENERAL = "Everywhere"
_WIDTH = 14


class HelpScreen(Modal[None]):
    """Lists keys by what they are for."""

    def __init__(self, bindings: Sequence[ActiveBinding], about: str) -> None:
        """Take the bindings that work below this box, and what the screen below is for."""
        super().__init__("What the keys do here")
        self._active = bindings
        self._about = about
        self.add_class("-tall-box")

    def body(self) -> ComposeResult:
        """One list, headed by what the screen is for."""
        yield Rows(id="found")

    def on_mount(self) -> None:
        """Fill in the list."""
        rows = [Row("about", Content(f"{self._about}\n"))]
        by_group = sorted(self._active, key=lambda active: _group(active) == GENERAL)
        for group, active in groupby(by_group, key=_group):
            rows.append(Row(group, Content.styled(group, "bold")))
            rows.extend(self._line(each) for each in active)
        listing = self.query_one(Rows)
        listing.show(rows)
        listing.focus()

    def _line(self, active: ActiveBinding) -> Row:
        key = key_name(active.binding)
        words = active.binding.tooltip or active.binding.description
        return Row(active.binding.action, Content.assemble((f"{key:<{_WIDTH}}", "bold $primary"), words))


def _group(active: ActiveBinding) -> str:
    return active.binding.group.description if active.binding.group else GENERAL
