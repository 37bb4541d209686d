"""What keys are called, which ones work here and now, and the palette that finds them by their words."""

from collections.abc import Awaitable, Callable, Iterator
from functools import partial

from textual.binding import ActiveBinding, Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen


def in_use(screen: Screen[object]) -> Iterator[ActiveBinding]:
    """Yield every binding that works on this screen now, each action once."""
    seen: set[str] = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.description and not binding.system and active.enabled and binding.action not in seen:
            seen.add(binding.action)
            yield active


_NAMES = {
    "escape": "Esc", "enter": "Enter", "tab": "Tab", "space": "Space",
    "backspace": "Backspace", "delete": "Delete", "pageup": "Page Up", "pagedown": "Page Down",
    "home": "Home", "end": "End", "up": "Up", "down": "Down", "left": "Left", "right": "Right",
}  # fmt: skip


def key_name(binding: Binding) -> str:
    """Return what is written on the key, such as `Esc`, `Ctrl+S` or `F9`; a letter stays as it is typed."""
    if binding.key_display:
        return binding.key_display
    *held, key = binding.key.split("+")
    name = _NAMES.get(key) or (key.upper() if held or (key[:1] == "f" and key[1:].isdecimal()) else key)
    return "+".join([*(each.capitalize() for each in held), name])


class Palette(Provider):
    """Offers the bindings of the screen below the palette."""

    async def discover(self) -> Hits:
        """Offer everything before a letter is typed."""
        for active in in_use(self.screen):
            yield DiscoveryHit(self._title(active), self._run(active), help=active.binding.tooltip or None)

    async def search(self, query: str) -> Hits:
        """Offer what matches."""
        matcher = self.matcher(query)
        for active in in_use(self.screen):
            title = self._title(active)
            if (score := matcher.match(title)) > 0:
                yield Hit(score, matcher.highlight(title), self._run(active), help=active.binding.tooltip or None)

    def _title(self, active: ActiveBinding) -> str:
        return f"{active.binding.tooltip or active.binding.description}  ({key_name(active.binding)})"

    def _run(self, active: ActiveBinding) -> Callable[[], Awaitable[bool]]:
        return partial(self.app.run_action, active.binding.action, default_namespace=active.node)
