"""What every key does here and now, from the bindings themselves."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import ActiveBinding
from textual.content import Content

from scrutiny_tui.tui.keys import key_name
from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.widgets.rows import Row, Rows

LAST = ("Move", "Everywhere")
"""Groups of keys that everybody knows, or that matter less here."""
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
        groups: dict[str, list[Row]] = {}
        for active in self._active:
            group = active.binding.group.description if active.binding.group else LAST[-1]
            groups.setdefault(group, []).append(_line(active))
        for title in sorted(groups, key=LAST.__contains__):
            rows += [Row(title, Content.styled(title, "bold")), *groups[title]]
        listing = self.query_one(Rows)
        listing.show(rows)
        listing.focus()


def _line(active: ActiveBinding) -> Row:
    words = active.binding.tooltip or active.binding.description
    return Row(
        active.binding.action, Content.assemble((f"{key_name(active.binding):<{_WIDTH}}", "bold $primary"), words)
    )
