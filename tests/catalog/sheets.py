"""Spreadsheets made in memory, and what becomes of them, for the tests of the importer."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from scrutiny_tui.catalog.importing import Import, Wanted, read_spreadsheet
from scrutiny_tui.catalog.sheet.levels import Means, Order
from scrutiny_tui.errors import ChecklistError, Problem, UndecidedError
from scrutiny_tui.model.checklist import Checklist

Row = Sequence[Any]


def table(*rows: Row, delimiter: str = ",") -> bytes:
    """Return a CSV file."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode()


def workbook(change: Callable[[Worksheet], object] | None = None, /, **sheets: Sequence[Any]) -> bytes:
    """Return an Excel workbook with these sheets; `change` is done to the first of them."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    if change:
        change(book.worksheets[0])
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def read_in(data: bytes, file: str = "ours.csv", **wanted: Any) -> Import:  # noqa: ANN401  # as Wanted takes them
    """Return a spreadsheet as it was read."""
    return read_spreadsheet(file, io.BytesIO(data), Wanted(**wanted))


def made(data: bytes, earlier: Checklist | None = None, **wanted: Any) -> Checklist:  # noqa: ANN401  # as above
    """Return the checklist that a spreadsheet makes where nothing is left open."""
    return read_in(data, **wanted).checklist(earlier=earlier)[0]


def levels(checklist: Checklist) -> list[str]:
    """Return the labels of the levels, lowest first."""
    return [level.label for level in checklist.scale.levels]


def wrongs(data: bytes, file: str = "ours.csv", **wanted: Any) -> list[str]:  # noqa: ANN401  # as above
    """Return everything that is wrong with a spreadsheet as a person reads it, without the name of the file."""
    with suppress_into() as problems:
        found = read_in(data, file, **wanted)
        found.check()
        settle(found)
        found.checklist("Ours")
    return [str(problem).removeprefix(f"{file}: ") for problem in problems]


@contextmanager
def suppress_into() -> Iterator[list[Problem]]:
    """Yield a list that has what was wrong afterwards; an error without a problem is none."""
    problems: list[Problem] = []
    try:
        yield problems
    except ChecklistError as error:
        if not error.problems:
            raise
        problems += error.problems


def settle(found: Import) -> None:
    """Say something about everything that is open."""
    if found.lacks_levels:
        found.take_levels("No; Partly; Yes")
    for doubt in found.doubts:
        found.decide(doubt.choice, Means.NOT_KNOWN)
    found.order = found.order or (Order.LOWEST_FIRST if found.seems_turned else None)


def open_points(data: bytes, **wanted: Any) -> str:  # noqa: ANN401  # as above
    """Return what a person is told where something is open; nothing where nothing is."""
    try:
        read_in(data, **wanted).refuse_undecided()
    except UndecidedError as error:
        return str(error)
    return ""
