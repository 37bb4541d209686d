"""How we know, as it is typed: behind a level, or by itself."""

from scrutiny_tui.model.answer import Strength, next_strength
from scrutiny_tui.model.scale import Scale
from scrutiny_tui.plain.talk import number_in

OPEN = "open"
"""Stands in the place of how we know where nobody has said."""
RANGE = f"one of {', '.join(Strength)}, or {OPEN} where nobody has said."


def rating_in(line: str, scale: Scale) -> tuple[int, Strength | None] | None:
    """Return the level that a line begins with, and how we know if that stands behind it; None where it is neither."""
    first, _, known = line.partition(" ")
    level = number_in(first)
    if not level or not scale.has(level) or known not in ["", *Strength]:
        return None
    return level, Strength(known) if known else None


def is_strength(word: str) -> bool:
    """Tell whether a word says how we know; nothing at all does, as it goes on to the next."""
    return word in ["", OPEN, *Strength]


def strength_in(word: str, held: Strength | None) -> Strength | None:
    """Return what such a word says, where `held` is what was said before."""
    if not word:
        return next_strength(held)
    return None if word == OPEN else Strength(word)
