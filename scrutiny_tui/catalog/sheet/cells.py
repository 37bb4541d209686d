"""A spreadsheet as its cells, each with its place, whatever kind of file it came from."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import NoReturn

from scrutiny_tui.catalog.nodes import Text
from scrutiny_tui.catalog.problems import Log, Place
from scrutiny_tui.frozen import frozen

MOST_BYTES = 10_000_000
"""The largest spreadsheet that is read; one of 1,500 questions is a twentieth of it."""
MOST_LETTERS = 2_000_000
"""In all cells together; of half as many a checklist would be too large."""
MOST_LINES = 100_000
"""In all cells together; a checklist that listed so many things would be too large as well."""
MOST_ROWS = 10_000
MOST_CHARACTERS = 32_767
"""In a cell; Excel itself takes no more."""
MOST_COLUMNS = 100
"""A checklist has a dozen columns. A hundred times that are empty ones that were formatted by accident."""
WHOLE = Place(1, 1, "the whole file")
"""Where problems of no cell in particular are reported."""


@frozen
class Sheet:
    """The rows of one sheet, from the first; each row ends at its last filled cell."""

    name: str
    rows: Sequence[Sequence[str]]
    named: bool = False
    """Whether the sheet's name belongs into places, because the workbook has several that matter."""
    unread: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """Why what a cell holds cannot be read, by its row and column."""

    def cell(self, row: int, column: int) -> Text:
        """Return a cell by its row and column, which count from 0; one beyond the end is empty."""
        cells = self.rows[row]
        return Text(self.place(row, column), cells[column] if column < len(cells) else "")

    def place(self, row: int, column: int) -> Place:
        """Return where a cell stands, as the spreadsheet itself calls it."""
        sheet = f"sheet {self.name!r}, " if self.named else ""
        return Place(row + 1, column + 1, f"{sheet}row {row + 1}, column {letters(column)}")

    def row_place(self, row: int) -> Place:
        """Return where a row stands."""
        return Place(row + 1, 1, f"sheet {self.name!r}, row {row + 1}" if self.named else f"row {row + 1}")

    def filled_rows(self, first: int = 0) -> Iterator[int]:
        """Yield the rows with anything in them, from `first` on."""
        for row in range(first, len(self.rows)):
            if any(cell.strip() for cell in self.rows[row]):
                yield row

    def tell_unread(self, first: int, left_out: set[int], log: Log) -> None:
        """Report the cells that cannot be read, from row `first` on and but for the columns that are left out."""
        for (row, column), why in self.unread.items():
            if row >= first and column not in left_out:
                log.add(self.place(row, column), why)


def letters(column: int) -> str:
    """Return what a spreadsheet calls a column, which counts from 0: A, B, ... Z, AA."""
    name = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def trimmed(row: Sequence[str]) -> list[str]:
    """Return a row without the empty cells at its end."""
    end = len(row)
    while end and not row[end - 1].strip():
        end -= 1
    return list(row[:end])


def argument(text: str) -> str:
    """Return a text as it is typed on a command line; double quotes hold it together on every system."""
    if re.fullmatch(r"[\w.-]+", text, re.ASCII):
        return text
    return f"'{text}'" if re.search(r'["$`\\!]', text) else f'"{text}"'


def check_width(row: int, width: int, log: Log) -> None:
    """Refuse a sheet with far more columns than a checklist has, empty ones included.

    Raises:
        StopReadingError: it has.
    """
    if width > MOST_COLUMNS:
        log.stop(
            Place(row + 1, 1, f"row {row + 1}"),
            f"{width:,} columns, and {MOST_COLUMNS} are the most; delete the empty ones at the right and save again",
        )


def check_amount(letters: int, lines: int, log: Log) -> None:
    """Refuse a sheet that holds far more text than a checklist.

    Raises:
        StopReadingError: it does.
    """
    if letters > MOST_LETTERS:
        log.stop(WHOLE, f"it holds more than {MOST_LETTERS // 1_000_000} million letters, so it was not read; split it")
    if lines > MOST_LINES:
        log.stop(WHOLE, f"it holds more than {MOST_LINES:,} lines, so it was not read; split it")


def lines_in(text: str) -> int:
    """Return about how many lines a text has, whatever ends them."""
    return max(text.count("\n"), text.count("\r"))


def too_many_rows(log: Log) -> NoReturn:
    """Refuse a sheet with too many rows.

    Raises:
        StopReadingError: always.
    """
    log.stop(
        Place(MOST_ROWS + 1, 1, f"row {MOST_ROWS + 1:,}"),
        f"{MOST_ROWS:,} rows are the most; delete the empty ones below the last question and save again",
    )
