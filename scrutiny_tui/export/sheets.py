"""The tables of a web page: how wide each column must be, and a wide table in parts that each fit on paper.

Widths are in heights of a letter, the `em` of style sheets.
"""

from collections.abc import Iterator
from itertools import accumulate

from scrutiny_tui.export.document import Table
from scrutiny_tui.frozen import frozen

_LETTER, _BESIDE = 0.58, 0.9
"""The width of a letter, and what is added for capitals and for the room beside a text."""
_LONGEST, _NAME = 12, 14
"""A word of more letters is broken, and a row's name goes on in a further line."""
_LINES = 3
"""A text that is longer than so many lines of its column gets a wider one, up to that."""
_SIGN = 3
"""What has at most so many letters is a sign, not words."""
_STAYS = 12
"""A table of at most so many rows stays on one page."""


@frozen
class Column:
    """A column of a table."""

    head: str
    width: float
    """At least so wide."""
    is_short: bool = False
    """Whether there are only signs below its heading."""


@frozen
class Sheet:
    """A table, or a part of one that is too wide for a page."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def width(self) -> float:
        """Return how wide it is at least."""
        return sum(column.width for column in self.columns)

    @property
    def stays(self) -> bool:
        """Tell whether it is so short that a page ends before it and not within it."""
        return len(self.rows) <= _STAYS


def sheets(table: Table, room: float) -> Iterator[Sheet]:
    """Yield a table in as many parts as it takes for each to be no wider than this; each has the first column."""
    names = Column(table.head[0], _width(max(map(len, (table.head[0], *(row[0] for row in table.rows)))), _NAME))
    rest = [_column(head, [row[n] for row in table.rows]) for n, head in enumerate(table.head[1:], 1)]
    columns = [names, *rest]
    parts = list(_parts(columns, room))
    for number, (start, end) in enumerate(parts, 1):
        caption = table.caption if len(parts) == 1 else f"{table.caption} (part {number} of {len(parts)})"
        rows = tuple((row[0], *row[start:end]) for row in table.rows)
        yield Sheet(caption, (columns[0], *columns[start:end]), rows)


def _column(head: str, cells: list[str]) -> Column:
    word = max(map(len, " ".join([head, *cells]).split()), default=0)
    text = max(map(len, (head, *cells)))
    return Column(head, _width(max(word, text // _LINES), _LONGEST), all(len(cell) <= _SIGN for cell in cells))


def _width(letters: int, most: int) -> float:
    return round(min(letters, most) * _LETTER + _BESIDE, 1)


def _parts(columns: list[Column], room: float) -> Iterator[tuple[int, int]]:
    """Yield from which column to which a part goes, beside the first one."""
    start = 1
    while start < len(columns):
        widths = accumulate((column.width for column in columns[start:]), initial=columns[0].width)
        fitting = sum(width <= room for width in widths) - 1
        end = start + max(1, fitting)
        yield start, min(end, len(columns))
        start = end
