"""What every key does here and now, from the bindings themselves."""

from collections.abc import Sequence

from textual import on
from textual.app import App, ComposeResult
from textual.binding import ActiveBinding
from textual.content import Content

from scrutiny_tui.tui.key_names import key_name
from scrutiny_tui.tui.keys import in_use
from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.widgets.menu import Menu
from scrutiny_tui.tui.widgets.rows import Row, Rows

LAST = ("Move", "Everywhere")
"""Groups of keys that everybody knows, or that matter less here."""
_WIDTH = 14


class HelpScreen(Modal[ActiveBinding]):
    """Lists keys by what they are for, and gives back the one that was chosen."""

    HELP = "What the keys do on the screen that you came from. Enter does what a line says. Escape goes back."

    def __init__(self, bindings: Sequence[ActiveBinding], about: str) -> None:
        """Take the bindings that work below this box, and what the screen below is for."""
        super().__init__("What the keys do here")
        self._active = bindings
        self._about = about
        self.add_class("-tall-box")

    def body(self) -> ComposeResult:
        """One list, headed by what the screen is for."""
        yield Menu(id="found")

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

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        chosen = next((each for each in self._active if each.binding.action == event.row.id), None)
        if chosen:
            self.give(chosen)


async def show_help(app: App[None]) -> None:
    """Show what the keys do on the screen in front, and do what is chosen."""
    below = app.screen
    if isinstance(below, HelpScreen):
        return
    chosen = await app.push_screen_wait(HelpScreen(list(in_use(below)), below.HELP or ""))
    if chosen:
        await app.run_action(chosen.binding.action, chosen.node)


def _line(active: ActiveBinding) -> Row:
    words = active.binding.tooltip or active.binding.description
    text = Content.assemble((f"{key_name(active.binding):<{_WIDTH}}", "bold $primary"), words)
    return Row(active.binding.action, text, hang=_WIDTH)
