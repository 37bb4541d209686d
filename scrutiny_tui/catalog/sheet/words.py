"""Ids made from words."""

from collections.abc import Iterable

from scrutiny_tui.catalog.nodes import Text
from scrutiny_tui.model.text import hyphenated

LONGEST = 40
"""The most letters of an id that is made from words."""


class FreeIds:
    """The ids that are taken so far, and new ones beside them."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._numbers: dict[str, int] = {}
        """The last number that was put behind an id, by that id."""

    def take(self, words: str, otherwise: str) -> str:
        """Return an id from the first words that fit, and take it; `otherwise` where they have no letter for one.

        Where it is taken already, a number goes behind it.
        """
        wanted = made = short_id(words) or otherwise
        number = self._numbers.get(wanted, 1)
        while made in self._taken:
            number += 1
            made = f"{wanted}-{number}"
        self._numbers[wanted] = number
        self._taken.add(made)
        return made


def short_id(words: str) -> str:
    """Return an id from the first words that fit, none of them cut but a very long one."""
    whole = hyphenated(words, 10 * LONGEST)
    if len(whole) <= LONGEST:
        return whole
    return whole[: LONGEST + 1].rpartition("-")[0] or whole[:LONGEST]


def as_id(typed: Text) -> Text:
    """Return what somebody typed for an id as one: `Q 1.2` becomes `q-1-2`. What cannot be one stays as it is."""
    return Text(typed.at, hyphenated(typed.text, len(typed.text)) or typed.text.strip())
