"""Excel workbooks, through openpyxl, which is an extra: nobody needs it for CSV."""

import datetime as dt
import io
import re
import sys
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from scrutiny_tui.catalog.problems import Log, StopReadingError, quoted
from scrutiny_tui.catalog.sheet.cells import (
    MOST_CHARACTERS,
    MOST_ROWS,
    WHOLE,
    Sheet,
    argument,
    check_amount,
    check_width,
    lines_in,
    too_many_rows,
    trimmed,
)

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_UNPACKED = 50_000_000
"""Bytes of all parts of a workbook together; a small file can unfold into a huge one."""
_MOST_READ = 10_000_000
"""Bytes of all parts but the pictures; one of 1,500 questions has a fifth of it."""
_PICTURES = "xl/media/"
_MOST_PACKED = 100
"""How many times smaller a part may be packed; cells and texts are 10 to 20 times."""
_SMALL = 1_000_000
"""Bytes of a part that may be packed as small as it likes."""
_MOST_PARTS = 2_000
_MOST_SHEETS = 100
_OTHER_KINDS = (
    ("word/", "a Word document; copy its table into Excel, and save that as .xlsx"),
    ("ppt/", "a PowerPoint presentation; copy its table into Excel, and save that as .xlsx"),
    ("xl/workbook.bin", "a binary workbook (.xlsb); open it in Excel, and save it as .xlsx"),
    ("content.xml", "an OpenDocument file; open it, and save it as .xlsx"),
    ("Index/", "a Numbers document; open it, and export it as .xlsx"),
)
"""What else is a zip file inside, by the beginning of a name in it."""
_WORKBOOK = "xl/workbook.xml"
_ENCRYPTED = 1
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
"""How Excel writes a character that XML cannot hold, such as the line break of another program."""
_EXACT = 1e15
"""Up to here every whole number has all its digits, as Excel shows them."""


def read_workbook(data: bytes, log: Log, sheet: str = "") -> list[Sheet]:
    """Return the sheets of a workbook, or the one called `sheet`. Nothing in it is computed or followed.

    Raises:
        StopReadingError: it is no workbook, is too large, or does not say which sheet is meant; the log says why.
    """
    with _damage_told(log):
        _check_parts(data, log)
        book = _opened(data, log)
        chosen = _chosen(book, sheet, log)
        return [_read(each, log, named=len(chosen) > 1) for each in chosen]
    return []


@contextmanager
def _damage_told(log: Log) -> Iterator[None]:
    try:
        with warnings.catch_warnings(action="ignore"):  # of parts that openpyxl does not read: no cell is among them
            yield
    except StopReadingError:
        raise
    except Exception:  # noqa: BLE001  # a file made to harm can make the libraries below raise anything
        log.stop(WHOLE, "this workbook is damaged; open it in Excel and save it again, or save it as CSV UTF-8")


def _check_parts(data: bytes, log: Log) -> None:
    """Refuse a zip file that is no workbook, or would be too large unpacked, before anything in it is read."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
    names = [part.filename for part in parts]
    for start, what in _OTHER_KINDS if _WORKBOOK not in names else ():
        if any(name.startswith(start) for name in names):
            log.stop(WHOLE, f"this is {what}")
    unpacked = sum(part.file_size for part in parts)
    read = [part for part in parts if not part.filename.startswith(_PICTURES)]
    packed = [part for part in read if part.file_size > max(_SMALL, _MOST_PACKED * part.compress_size)]
    too_large = unpacked > MOST_UNPACKED or sum(part.file_size for part in read) > _MOST_READ
    if too_large or packed or len(parts) > _MOST_PARTS:
        log.stop(
            WHOLE,
            f"unpacked it would take {unpacked / 1_000_000:,.0f} MB in {len(parts):,} parts, far more than a checklist "
            "needs, so it was not read; copy the cells into a new workbook",
        )
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        log.stop(WHOLE, "this file has a password; save it without one")


def _opened(data: bytes, log: Log) -> "Workbook":
    try:
        import defusedxml  # noqa: F401, PLC0415  # openpyxl uses it where it is there
        from openpyxl import load_workbook  # noqa: PLC0415  # an extra
    except ImportError:
        log.stop(
            WHOLE,
            f'Excel workbooks need two more libraries: "{sys.executable}" -m pip install openpyxl defusedxml; '
            "or save the sheet as CSV UTF-8",
        )
    return load_workbook(io.BytesIO(data), read_only=True, keep_links=False)


def _chosen(book: "Workbook", wanted: str, log: Log) -> list[Any]:
    sheets = book.worksheets
    if len(sheets) > _MOST_SHEETS:
        log.stop(WHOLE, f"it has {len(sheets):,} sheets, and {_MOST_SHEETS} are the most; take out all but one")
    if wanted:
        found = [each for each in sheets if each.title.casefold() == wanted.strip().casefold()]
        if not found:
            names = ", ".join(quoted(each.title) for each in sheets)
            log.stop(WHOLE, f"there is no sheet {quoted(wanted)}; there are: {names}")
        return found
    hidden = [each.title for each in sheets if each.sheet_state != "visible"]
    if hidden:
        shown = next((each.title for each in sheets if each.sheet_state == "visible"), hidden[0])
        log.stop(
            WHOLE,
            f"it has hidden sheets: {', '.join(map(quoted, hidden))}; show or delete them, or name the one sheet to "
            f"read, such as --sheet {argument(shown)}",
        )
    return list(sheets)


def _read(sheet: Any, log: Log, *, named: bool) -> Sheet:  # noqa: ANN401  # openpyxl's own class
    sheet.reset_dimensions()  # what a workbook says about its own size is often wrong, and cells would be cut off
    rows: list[list[str]] = []
    unread: dict[tuple[int, int], str] = {}
    letters = lines = 0
    for number, row in enumerate(sheet.iter_rows()):
        check_width(number, len(row), log)
        if number == MOST_ROWS:
            too_many_rows(log)
        for column, cell in enumerate(row):
            why = _why_unread(cell)
            if why:
                unread[number, column] = why
        texts = [_text(cell.value) for cell in row]
        letters += sum(map(len, texts))
        lines += sum(map(lines_in, texts))
        check_amount(letters, lines, log)  # cells can share one text, so that a small file holds more than a large one
        rows.append(trimmed(texts))
    return Sheet(sheet.title, rows, named, unread)


def _why_unread(cell: Any) -> str:  # noqa: ANN401  # as above
    """Return why what a cell holds cannot be read; nothing where it can."""
    if cell.data_type == "f":
        return "a formula; copy the cell and paste it as a value, because formulas are not worked out here"
    if cell.data_type == "e":
        return f"the error value {cell.value}; mend it in the spreadsheet"
    if isinstance(cell.value, dt.date | dt.time | dt.timedelta):
        return "a date or time, which Excel may have made of something else; format the cell as text, and type it again"
    if isinstance(cell.value, str) and len(cell.value) > MOST_CHARACTERS:
        return f"more than {MOST_CHARACTERS:,} letters, which no cell of Excel holds"
    return ""


def _text(value: object) -> str:
    """Return a value as Excel shows it."""
    match value:
        case None:
            shown = ""
        case str():
            shown = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value[:MOST_CHARACTERS])
        case float() if abs(value) < _EXACT:
            shown = f"{value:.15g}"
        case _:
            shown = str(value).upper() if isinstance(value, bool) else str(value)
    return shown[:MOST_CHARACTERS]
