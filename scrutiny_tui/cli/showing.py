"""What the terminal can show. Nothing of Textual is needed to tell."""

import codecs
import sys
from collections.abc import Mapping

MANY, FEW = 256, 16
"""Colours: enough for any, and those that a terminal has of its own."""


def colours(environment: Mapping[str, str]) -> int:
    """Return how many colours may be drawn: none where NO_COLOR says anything, or where the terminal has none."""
    if environment.get("NO_COLOR"):
        return 0
    name = environment.get("TERM", "")
    if environment.get("COLORTERM") or not name or name.endswith(("256color", "direct", "kitty")):
        return MANY
    return min(FEW, _own(name))


def _own(name: str) -> int:
    try:
        import curses
    except ImportError:  # Windows, which has no such names either
        return FEW
    try:
        curses.setupterm(name, sys.__stdout__.fileno() if sys.__stdout__ else -1)
    except (curses.error, OSError, ValueError):
        return FEW  # nothing is known of it
    return max(0, curses.tigetnum("colors"))


def all_signs(encoding: str) -> bool:
    """Tell whether a stream of this encoding can show every sign, as UTF-8 can; of one unknown that is not assumed."""
    try:
        return codecs.lookup(encoding).name.startswith("utf")
    except LookupError:
        return False
