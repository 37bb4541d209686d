"""The two lines that frame every screen: where we are, and what the keys do."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from textual.binding import ActiveBinding
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.reactive import reactive
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

from scrutiny_tui.tui.key_names import key_name
from scrutiny_tui.tui.keys import active_now
from scrutiny_tui.tui.least import COLUMNS, LINES

MOST_KEYS = 5
"""Five short keys fit into 80 columns; the rest is under `?`."""
_HELP = "help"


LEAST_TITLE = 22
"""Columns that the title keeps, with the gaps beside it."""


def too_small(size: Size, width: int) -> str:
    """Say that a terminal is too small, in words that fit into so many columns; nothing where it is not."""
    if size.width >= COLUMNS and size.height >= LINES:
        return ""
    needs = f"Needs {COLUMNS} by {LINES}"
    told = f"{needs}; this is {size.width} by {size.height}"
    return next((words for words in (told, needs, "Too small") if len(words) <= width), "small")


class TitleBar(Widget):
    """One line: what this is at the left, how far we are in the middle, how saving stands at the right."""

    DEFAULT_CSS = """
    TitleBar { height: 1; width: 100%; background: $panel; color: $foreground; padding: 0 1; }
    """

    left: reactive[str] = reactive("")
    middle: reactive[str] = reactive("")
    brief: reactive[str] = reactive("")
    """Stands in the middle where there is no room for all of it."""
    right: reactive[str] = reactive("")
    alarm: reactive[bool] = reactive(default=False)
    """Whether what stands at the right needs a person to act."""

    def render(self) -> Content:
        """Give the right what it needs, then the middle, and the left what remains."""
        width = self.content_size.width
        right = self.right
        free = width - len(right) - LEAST_TITLE
        middle = next((words for words in (self.middle, self.brief) if len(words) <= free), "")
        room = max(0, width - len(right) - len(middle) - (3 if middle else 1))
        left = Content.styled(self.left, "bold").truncate(room, ellipsis=True, pad=True)
        style = "bold $error" if self.alarm else "$muted"
        return Content.assemble(left, " ", middle, "  " if middle else "", (right, style))


class KeyBar(Widget):
    """One line: the most useful keys of the moment, at most five, and how to find the others.

    Where the terminal is too small for the screen, that comes first; the keys go on working.
    """

    DEFAULT_CSS = """
    KeyBar { height: 1; width: 100%; dock: bottom; background: $panel; color: $foreground; padding: 0 1; }
    """

    def on_mount(self) -> None:
        """Follow the keys as the focus moves."""
        self.screen.bindings_updated_signal.subscribe(self, self._on_keys)

    def _on_keys(self, screen: Screen[object]) -> None:
        if screen is self.screen:
            self.refresh()

    def render(self) -> Content:
        """Write each key and what it does; keys in a row that do the same are one."""
        width = self.content_size.width
        small = too_small(self.screen.size, width)
        if not small:
            return self._keys(width)
        return Content.assemble((small, "bold $error"), "   ", self._keys(width - len(small) - 3))

    def _keys(self, width: int) -> Content:
        shown = [active for active in active_now(self.screen) if active.binding.show and active.enabled]
        helping = [active for active in shown if active.binding.action == "app.help"]
        others = [active for active in shown if active not in helping]
        runs = [list(run) for _, run in groupby(others, key=lambda active: active.binding.description)]
        parts: list[Content] = []
        way_on = self._part(helping)
        room = width - way_on.cell_length
        for part in map(self._part, runs[: MOST_KEYS - 1]):
            room -= part.cell_length + 3
            if room >= 0:
                parts.append(part)
        if helping:
            parts.append(way_on)
        return Content("   ").join(parts).truncate(max(0, width), ellipsis=True)

    def _part(self, run: list[ActiveBinding]) -> Content:
        if not run:
            return Content("")
        firsts = {active.binding.action: key_name(active.binding) for active in reversed(run)}
        keys = list(reversed(firsts.values()))
        key = f"{keys[0]}-{keys[-1]}" if _in_a_row(keys) else "/".join(keys)
        part = Content.assemble((key, "bold $primary"), " ", run[0].binding.description)
        # Which of several keys is meant, a click does not say; the help lists each.
        clicked = run[0].binding.key if len(keys) == 1 else _HELP
        return part.stylize(Style.from_meta({"key": clicked}))

    async def on_click(self, event: Click) -> None:
        """Do what the key does that was clicked."""
        clicked = event.style.meta.get("key", "")
        if clicked == _HELP:
            await self.app.run_action("app.help")
        elif active := self.screen.active_bindings.get(clicked):
            await self.app.run_action(active.binding.action, active.node)


def _in_a_row(keys: Sequence[str]) -> bool:
    """Tell whether keys follow one another, as numbers do unless a person has changed one."""
    alone = all(len(key) == 1 for key in keys)
    return alone and len(keys) > 1 and all(ord(after) == ord(key) + 1 for key, after in pairwise(keys))
