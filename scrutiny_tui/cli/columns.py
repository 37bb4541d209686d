"""The small parts that every account in plain text is made of."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from scrutiny_tui.model.text import one_line

_WIDEST = 60
_WIDTH = 96
"""Lines are folded here, so that they can be read in a terminal and on paper."""


def columns(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Return rows as lines in which each column starts at the same place."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def cut(text: str) -> str:
    """Return text on one line, cut with dots where it is too wide for a column."""
    text = one_line(text)
    return text if len(text) <= _WIDEST else text[: _WIDEST - 3].rstrip() + "..."


def folded_lines(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines, each folded where it is too wide, and further in from its second line on."""
    for line in lines:
        yield from folded(line, " " * (len(line) - len(line.lstrip())), "    ")


def folded(
    text: str, lead: str = "", indent: str = "", width: int = _WIDTH, *, break_words: bool = False
) -> Iterator[str]:
    """Yield the lines of a text, the first after `lead`, the others after `indent`; nothing for nothing.

    A word that is wider than a line stays whole, unless `break_words` is true.
    """
    if text:
        yield from textwrap.wrap(
            one_line(text),
            width,
            initial_indent=lead,
            subsequent_indent=indent,
            break_on_hyphens=False,
            break_long_words=break_words,
        )
