"""From a stream of bytes to sheets; which kind of file it is the bytes tell, whatever its name."""

from collections.abc import Sequence
from typing import BinaryIO

from scrutiny_tui.catalog.problems import Log
from scrutiny_tui.catalog.sheet.cells import MOST_BYTES, WHOLE, Sheet, argument
from scrutiny_tui.catalog.sheet.csv_file import read_csv
from scrutiny_tui.catalog.sheet.workbook import read_workbook

WORKBOOKS = (".xlsx", ".xlsm")
_ZIPS, _OLD_EXCEL = (b"PK\x03\x04", b"PK\x05\x06"), b"\xd0\xcf\x11\xe0"


def read_sheets(file: str, stream: BinaryIO, sheet: str, log: Log) -> list[Sheet]:
    """Return the sheets of a file, or the one called `sheet`.

    Raises:
        StopReadingError: it cannot be read; the log says why.
    """
    data = _data(stream, log)
    if data.startswith(_ZIPS):
        return read_workbook(data, log, sheet)
    if data.startswith(_OLD_EXCEL):
        log.stop(WHOLE, "this is an old .xls workbook, or one with a password; save it as .xlsx without one, or as CSV")
    if file.lower().endswith(WORKBOOKS):
        log.stop(WHOLE, "this is no Excel workbook, whatever its name says; save it as .xlsx, or as CSV UTF-8")
    if sheet:
        log.stop(WHOLE, "this is CSV, which has one sheet without a name; leave out --sheet")
    return [read_csv(data, log)]


def only_sheet(sheets: Sequence[Sheet], log: Log) -> Sheet:
    """Return the one sheet with anything in it; its name is no part of places.

    Raises:
        StopReadingError: there is none, or more than one; the log says so.
    """
    filled = [sheet for sheet in sheets if any(True for _ in sheet.filled_rows())]
    if len(filled) > 1:
        names = ", or ".join(f"--sheet {argument(sheet.name)}" for sheet in filled)
        log.stop(WHOLE, f"several sheets hold something; name the one to read: {names}")
    if not filled:
        log.stop(WHOLE, "nothing is in it")
    return Sheet("", filled[0].rows, unread=filled[0].unread)


def _data(stream: BinaryIO, log: Log) -> bytes:
    try:
        data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        log.stop(WHOLE, f"it cannot be read: {error.strerror or error}")
    if len(data) > MOST_BYTES:
        log.stop(WHOLE, f"it is larger than {MOST_BYTES // 1_000_000} MB, so it was not read; split it")
    if not data.strip():
        log.stop(WHOLE, "it is empty")
    return data
