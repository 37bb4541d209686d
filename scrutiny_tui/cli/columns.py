"""The small parts that every account in plain text is made of."""

from collections.abc import Sequence

from scrutiny_tui.model.text import one_line

_WIDEST = 60


def columns(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Return rows as lines in which each column starts at the same place."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def cut(text: str) -> str:
    """Return text on one line, cut with dots where it is too wide for a column."""
    text = one_line(text)
    return text if len(text) <= _WIDEST else text[: _WIDEST - 3].rstrip() + "..."


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, such as `1 question` or `9 questions`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
