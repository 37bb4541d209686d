"""Every key that there is, and which of them work at the same time: for whoever wants to change one."""

import sys
from functools import cache
from inspect import getmembers, isclass
from pkgutil import walk_packages

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

import scrutiny_tui.tui
from scrutiny_tui.tui.widgets.answer_pane import AnswerPane
from scrutiny_tui.tui.widgets.note_editor import NoteEditor

Kind = type[DOMNode]

_MADE_LATER: dict[Kind, list[Kind]] = {AnswerPane: [NoteEditor]}
"""What is imported only when it is to stand there, and so has no name in the module."""


@cache
def kinds() -> tuple[Kind, ...]:
    """Return every class of ours that can carry keys. Imports all of the screens."""
    found: dict[Kind, None] = {}
    for module in walk_packages(scrutiny_tui.tui.__path__, "scrutiny_tui.tui."):
        __import__(module.name)
        for _, kind in getmembers(sys.modules[module.name], isclass):
            if issubclass(kind, DOMNode) and kind.__module__ == module.name:
                found[kind] = None
    return tuple(found)


@cache
def declared() -> tuple[tuple[Kind, Binding], ...]:
    """Return every binding that a class of ours declares itself, as it is declared."""
    return tuple((kind, binding) for kind in kinds() for binding in kind.__dict__.get("BINDINGS", ()))


def usual_keys() -> dict[str, Binding]:
    """Return what can be changed by its id, one with several keys as one, in the order of the classes."""
    return {binding.id: binding for _, binding in declared() if binding.id}


@cache
def together() -> tuple[tuple[Binding, ...], ...]:
    """Return the bindings that work at the same time: each group is what one place on one screen can offer.

    A place is a widget with what it stands in, up to the screen and the app. What can stand on a screen is told by
    the names in its module, which imports what the screen is composed of. That is a little more than what is ever in
    view: a clash may be seen that nobody would meet, and none is missed.
    """
    [app] = (kind for kind in kinds() if issubclass(kind, App) and "BINDINGS" in kind.__dict__)
    groups: dict[tuple[Binding, ...], None] = {}
    for screen in (kind for kind in kinds() if issubclass(kind, Screen)):
        above = (screen,) if issubclass(screen, ModalScreen) else (screen, app)
        on_it = _on(screen)
        for widget in on_it:
            around = [each for each in on_it if _holds(each, widget)]
            groups[tuple(binding for kind in (widget, *around, *above) for binding in _merged(kind))] = None
        groups[tuple(binding for kind in above for binding in _merged(kind))] = None
    return tuple(groups)


def _on(screen: Kind) -> list[Kind]:
    """Return the widgets that can stand on a screen."""
    found: dict[Kind, None] = {}
    waiting = [screen]
    while waiting:
        for widget in _named_by(waiting.pop()):
            if widget not in found:
                found[widget] = None
                waiting.append(widget)
    return list(found)


def _named_by(kind: Kind) -> list[Kind]:
    modules = {each.__module__ for each in kind.__mro__ if each.__module__.startswith("scrutiny_tui.")}
    names = [each for module in modules for each in vars(sys.modules[module]).values() if isclass(each)]
    return [each for each in names if issubclass(each, Widget) and not issubclass(each, Screen)] + _MADE_LATER.get(
        kind, []
    )


def _holds(outer: Kind, inner: Kind) -> bool:
    """Tell whether one widget may stand in another. Nothing stands in a field, or in a list of its own kind."""
    related = issubclass(outer, inner) or issubclass(inner, outer) or issubclass(outer, Input | TextArea)
    return not related and inner in _named_by(outer)


@cache
def _merged(kind: Kind) -> tuple[Binding, ...]:
    """Return a binding for each key of a class, as Textual puts those of its bases together."""
    keys: dict[str, Binding] = {}
    for base in reversed(kind.__mro__):
        for binding in Binding.make_bindings(base.__dict__.get("BINDINGS", ())):
            keys[binding.key] = binding
    return tuple(keys.values())
