"""The tables of a review as CSV: for spreadsheets, or as it is for programs."""

import csv
import io
import re

from scrutiny_tui.export.tables import Cell, table
from scrutiny_tui.export.wish import Wish
from scrutiny_tui.model.report import Report

BYTE_ORDER_MARK = "\ufeff"
"""By which Excel knows that a file is UTF-8."""

# Programs differ in whether they skip white space before a sign, and whether a full-width one means the same to them.
_ACTS = re.compile(r"'*\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n\0]")


def render(report: Report, wish: Wish) -> bytes:
    """Return one table as UTF-8 with CRLF between rows, as RFC 4180 says; the first one where no part is wished for."""
    part = wish.part or ("asks" if wish.is_room else "answers")
    made = table(report, part, wish.form)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([cell if wish.raw else protected(cell) for cell in row] for row in (made.head, *made.rows))
    return f"{'' if wish.raw else BYTE_ORDER_MARK}{out.getvalue()}".encode()


def protected(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula: a text that could be one gets an apostrophe before it.

    So does a text that looks as if it had got one, so that one apostrophe taken away always gives what was there.
    """
    return f"'{cell}" if isinstance(cell, str) and _ACTS.match(cell) else cell
