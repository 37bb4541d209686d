"""What keys are called, which ones work here and now, and the palette that finds them by their words."""

from collections.abc import Awaitable, Callable, Iterator
from functools import partial

from textual.binding import ActiveBinding, Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen

from scrutiny_tui.model.scale import MOST_LEVELS


def in_use(screen: Screen[object]) -> Iterator[ActiveBinding]:
    """Yield every binding of ours that works on this screen now, each action once. Only ours carry an id."""
    seen: set[str] = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.id and active.enabled and binding.action not in seen:
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


def number_keys(action: str, description: str, tooltip: str, id_: str, group: Binding.Group) -> list[Binding]:
    """Return a key for each level that a scale can have, which acts with that number."""
    return [
        Binding(str(level), f"{action}({level})", description, tooltip=f"{tooltip} {level}", id=f"{id_}-{level}",
                group=group)
        for level in range(1, MOST_LEVELS + 1)
    ]  # fmt: skip


class Palette(Provider):
    """Offers what the keys of the screen below do, but for the plain moves of a list or a form."""

    async def discover(self) -> Hits:
        """Offer everything before a letter is typed."""
        for title, run in self._commands():
            yield DiscoveryHit(title, run)

    async def search(self, query: str) -> Hits:
        """Offer what matches."""
        matcher = self.matcher(query)
        for title, run in self._commands():
            if (score := matcher.match(title)) > 0:
                yield Hit(score, matcher.highlight(title), run)

    def _commands(self) -> Iterator[tuple[str, Callable[[], Awaitable[bool]]]]:
        for active in in_use(self.screen):
            binding = active.binding
            if binding.tooltip:
                run = partial(self.app.run_action, binding.action, default_namespace=active.node)
                yield f"{binding.tooltip}  ({key_name(binding)})", run
