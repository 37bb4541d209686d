"""CSV as spreadsheets write it: in UTF-8 or Windows-1252, with commas, semicolons or tabs."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice

from scrutiny_tui.catalog.problems import Log, Place
from scrutiny_tui.catalog.sheet.cells import (
    MOST_CHARACTERS,
    MOST_LETTERS,
    MOST_ROWS,
    WHOLE,
    Sheet,
    check_amount,
    check_width,
    lines_in,
    too_many_rows,
    trimmed,
)
from scrutiny_tui.catalog.sheet.headings import MOST_LEAD_ROWS, asks_for_questions

_DELIMITERS = ",;\t"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_SAYS_DELIMITER = re.compile(r'"?sep=(.)"?[;,\t ]*\r?\n', re.IGNORECASE)
"""A first line by which a file tells Excel what parts its cells."""
_FOREIGN = (
    (b"%PDF", "a PDF document; copy its table into a spreadsheet, and save that"),
    (b"{\\rtf", "a document of a word processor; copy its table into a spreadsheet, and save that"),
    (
        b"<",
        "a web page or XML, whatever its name says; open it in your spreadsheet program, and save it as .xlsx or CSV",
    ),
)


def read_csv(data: bytes, log: Log) -> Sheet:
    """Return the one sheet of a CSV file.

    Raises:
        StopReadingError: it is no CSV file; the log says why.
    """
    text = _decoded(data, log)
    check_amount(len(text), lines_in(text), log)
    delimiter = _delimiter(text)
    rows: list[list[str]] = []
    try:
        for number, row in enumerate(_records(text, delimiter)):
            check_width(number, len(row), log)
            _check_cells(number, row, log)
            if number == MOST_ROWS:
                too_many_rows(log)
            rows.append(trimmed(row))
    except csv.Error as error:
        log.stop(Place(len(rows) + 1, 1, f"row {len(rows) + 1}"), _plain(error, delimiter))
    if _SAYS_DELIMITER.match(text):
        rows[0] = []
    return Sheet("", rows)


def _decoded(data: bytes, log: Log) -> str:
    for mark, what in _FOREIGN:
        if data.lstrip().startswith(mark):
            log.stop(WHOLE, f"this is {what}")
    if data.startswith(_UTF16_MARKS) or b"\0" in data[:2]:
        log.stop(WHOLE, "this looks like UTF-16 or is no text at all; save it as 'CSV UTF-8'")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        log.stop(WHOLE, "this is neither UTF-8 nor Windows-1252 text; save it as 'CSV UTF-8'")


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(MOST_LETTERS)
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _delimiter(text: str) -> str:
    """Return what parts the cells: as the file says, or else what makes a row of headings, or many cells at the top."""
    if says := _SAYS_DELIMITER.match(text):
        return says[1]
    return max(_DELIMITERS, key=lambda mark: _fits(text, mark))


def _fits(text: str, delimiter: str) -> tuple[bool, int]:
    """Return whether a row at the top has the heading of the questions, and the most cells that a row has there."""
    rows: list[list[str]] = []
    with suppress(csv.Error):  # what is wrong is told when the rows are read
        rows += islice(_records(text, delimiter), 2 * MOST_LEAD_ROWS)
    return any(map(asks_for_questions, rows)), max(map(len, rows), default=0)


def _check_cells(number: int, row: Sequence[str], log: Log) -> None:
    if max(map(len, row), default=0) > MOST_CHARACTERS:
        log.stop(
            Place(number + 1, 1, f"row {number + 1}"),
            f"a cell has more than {MOST_CHARACTERS:,} letters; is a quotation mark in this row never closed?",
        )


def _plain(error: csv.Error, delimiter: str) -> str:
    said = str(error)
    if "end of data" in said:
        return "a quotation mark that opens a cell in this row is never closed; close it, or take it out"
    if "expected after" in said:
        return (
            f"after a closing quotation mark comes neither {delimiter!r} nor the end of the row; "
            "inside a cell in quotation marks, write each of them twice"
        )
    return f"this is not CSV: {said}"
