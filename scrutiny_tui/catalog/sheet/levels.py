"""The steps that questions are rated on, as a spreadsheet lists them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from scrutiny_tui.catalog.nodes import Text
from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.text import one_line

MOST_CHOICES = 20
"""Far more than a scale has levels; a list of more is of something else."""


class Means(StrEnum):
    """What a choice stands for."""

    LEVEL = "level"
    NOT_KNOWN = "not-known"
    NOT_APPLICABLE = "not-applicable"


class Order(StrEnum):
    """Which level a spreadsheet lists first."""

    HIGHEST_FIRST = "highest"
    LOWEST_FIRST = "lowest"


@frozen
class Choice:
    """One of the choices that a spreadsheet offers."""

    label: str
    cell: Text
    """The cell that it stands in."""
    code: str = ""
    meaning: str = ""
    """What it looks like, where the same cell says so."""

    @property
    def key(self) -> str:
        """The label as it is compared: case does not count."""
        return self.label.casefold()

    @property
    def number(self) -> int | None:
        """The code, where it is a number."""
        return int(self.code) if re.fullmatch(r"-?[0-9]{1,9}", self.code) else None

    def is_called(self, word: str) -> bool:
        """Tell whether a person who wrote `word` means this choice."""
        return one_line(word).casefold() in {self.key, self.code.casefold()} - {""}


_CODED = re.compile(
    r"(?:level\s+)?\(?(?P<code>-?[0-9]{1,4})"
    r"(?:\s*[=.:)](?![0-9])|\s*[-\u2013\u2014](?![0-9])|(?=\s+(?!(?:to|or|and|out)\b))|$)\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
"""A number in front of a label, as in `1 Poor`, `1. Poor` or `1 - Poor`; not in `0-25%`, `1st` or `5 to 10`."""


def choices_in(cell: Text) -> list[Choice]:
    """Return the choices in one cell: a line each, or parted by semicolons or bars.

    Each may begin with its code, and end with a colon and what it looks like: `1 Poor: the basics are not safe`.
    Numbers that are no codes, as in `10 visits; 20 visits`, stay part of the labels. Of very many, only so many are
    returned that it shows that there are too many.
    """
    parts = [one_line(part) for part in re.split(r"[\n\r|;]+", cell.text)]
    texts = [Text(cell.at, part) for part in parts if part][: MOST_CHOICES + 1]
    coded = [choice_in(text) for text in texts]
    return coded if _are_coded(coded) else [_uncoded(text) for text in texts]


def choice_in(cell: Text) -> Choice:
    """Return the one choice in a text that may begin with its code."""
    text = one_line(cell.text)
    code, rest = coded(text)
    label = rest or (text.rstrip(" :") if re.search(r"[^\W\d]", text) else code)  # `Level 1` says more than `1`
    return replace(_uncoded(Text(cell.at, label or text)), cell=cell, code=code)


def coded(text: str) -> tuple[str, str]:
    """Return the number in front of a text, if there is one, and the rest."""
    found = _CODED.fullmatch(text)
    return (found["code"], found["rest"].strip()) if found else ("", text)


def _uncoded(cell: Text) -> Choice:
    label, colon, meaning = re.sub(r":\s+", ": ", cell.text).partition(": ")
    if not label.strip():
        label, colon, meaning = cell.text, "", ""
    return Choice(label.strip(), cell, "", meaning.strip() if colon else "")


def _are_coded(choices: Sequence[Choice]) -> bool:
    """Tell whether the numbers in front are codes: two follow each other, and the labels differ without them."""
    numbers = {choice.number for choice in choices if choice.number is not None}
    labels = {choice.key.rstrip("s") for choice in choices}
    return len(labels) == len(choices) and any(number + 1 in numbers for number in numbers)


def in_order(choices: Sequence[Choice], order: Order | None) -> Sequence[Choice]:
    """Return the choices, lowest first.

    Where nobody said which one is listed first, they go by their codes, if each has a number; else as they are listed.
    """
    if order is Order.HIGHEST_FIRST:
        return tuple(reversed(choices))
    numbers = [choice.number for choice in choices]
    if order is Order.LOWEST_FIRST or None in numbers:
        return choices
    return sorted(choices, key=lambda choice: choice.number or 0)


def levels_of(choices: Iterable[Choice], decided: Mapping[str, Means]) -> list[Choice]:
    """Return the choices that are levels; `decided` goes by label."""
    return [choice for choice in choices if decided.get(choice.key, Means.LEVEL) is Means.LEVEL]
