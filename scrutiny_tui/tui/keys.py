"""Which keys work here and now, and the palette that finds them by their words."""

from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from typing import Any

from textual.app import App
from textual.binding import ActiveBinding, Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen
from textual.widget import Widget

from scrutiny_tui.model.scale import MOST_LEVELS
from scrutiny_tui.tui.key_names import key_name, name_of, types


def key_for(app: App[Any], id_: str, usual: str) -> str:
    """Return the name of the key that does something now: the one that a person has chosen, or else the usual."""
    chosen = app._keymap.get(id_)  # noqa: SLF001 - Textual tells it by no other way
    return name_of(chosen.partition(",")[0]) if chosen else usual


def takes_text(widget: Widget | None) -> bool:
    """Tell whether a letter that is typed becomes text in this widget, as in a field."""
    return widget is not None and widget.check_consume_key("a", "a")


def active_now(screen: Screen[object]) -> list[ActiveBinding]:
    """Return every binding that works on this screen now, in the order in which they are declared.

    The thing in focus goes first. Textual puts a key that a person has changed behind all others.
    """
    places: dict[object, dict[str, int]] = {}

    def place(active: ActiveBinding) -> tuple[int, int]:
        if active.node not in places:
            places[active.node] = {binding.id or "": at for at, (_, binding) in enumerate(active.node._bindings)}  # noqa: SLF001 - as declared
        return list(places).index(active.node), places[active.node].get(active.binding.id or "", 0)

    # Textual takes / and - for keys that write nothing, and offers them where they are typed.
    typing = takes_text(screen.focused)
    found = [active for active in screen.active_bindings.values() if not (typing and types(active.binding.key))]
    return sorted(found, key=place)


def in_use(screen: Screen[object]) -> Iterator[ActiveBinding]:
    """Yield every binding of ours that works on this screen now, each action once. Only ours carry an id."""
    seen: set[str] = set()
    for active in active_now(screen):
        binding = active.binding
        if binding.id and active.enabled and binding.action not in seen:
            seen.add(binding.action)
            yield active


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
