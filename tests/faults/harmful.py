"""Checklists, spreadsheets and meetings made to be slow or to fill the memory: each is answered soon, in little."""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from scrutiny_tui.catalog.sheet.cells import MOST_BYTES
from tests.catalog.checklist_text import WHOLE
from tests.catalog.sheets import table, workbook
from tests.faults.fuzzing import judged, read_checklist, read_details, read_spreadsheet_through
from tests.faults.mutating import packed, unpacked
from tests.faults.scene import some
from tests.faults.tally import Fault, Tally

_MOST = 999_000
"""Bytes of the largest checklist that is read, or nearly."""
_LETTERS = 1_900_000
"""The same of a spreadsheet."""
_CELL = 32_000
_SLOW = 15.0
"""Seconds of one core that the worst may take: workbooks of as many cells and attributes as are read at all."""
_LARGE = 700
"""MB that these may take."""
_SHEET, _SHARED = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
_SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_ASKED = b'<row><c t="inlineStr"><is><t>Question</t></is></c></row>'
_MANY = 2_000_000

Read = Callable[[bytes, Path], None]


def _harmful(count: int, folder: Path) -> Tally:
    tally = Tally()
    for name, read, make in some([*_cases()], count):
        harm, answer = judged(read, make(), folder, slow=_SLOW, large=_LARGE)
        tally.count(harm, f"{name}: {answer}")
    return tally


def _cases() -> Iterator[tuple[str, Read, Callable[[], bytes]]]:
    for name, text in _CHECKLISTS.items():
        yield f"a checklist of {name}", read_checklist, partial(_filled, "", *text)
    for name, text in _MEETINGS.items():
        yield f"a meeting of {name}", read_details, partial(_filled, "item = 6\n", *text)
    for column in _COLUMNS:
        for unit in _UNITS:
            yield f"cells below {column} full of {unit!r}", read_spreadsheet_through, partial(_cells, column, unit)
    for unit in _UNITS:
        yield f"headings full of {unit!r}", read_spreadsheet_through, partial(_headings, unit)
        yield f"rows of levels with {unit!r}", read_spreadsheet_through, partial(_levels, unit)
    for name, parts in _WORKBOOKS.items():
        yield f"a workbook of {name}", read_spreadsheet_through, partial(_workbook, parts)


def _filled(start: str, before: str, unit: str, after: str = "") -> bytes:
    """Return a text of the largest size that is full of `unit`; each `%d` in it is a number of its own."""
    count = (_MOST - len(start) - len(before) - len(after)) // len(unit.replace("%d", "100000").encode())
    many = "".join(unit.replace("%d", str(number)) for number in range(count)) if "%d" in unit else unit * count
    return f"{start}{before}{many}{after}".encode()


_LAUGHS = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefghi", "bcdefghij", strict=True))
_BEFORE_SECTIONS, _SECTIONS = WHOLE.split("sections:\n")
_CHECKLISTS: dict[str, tuple[str, ...]] = {
    "lists in lists": ("", "["), "fields in fields": ("", "{"), "dashes": ("", "- "), "question marks": ("", "? "),
    "quotation marks": ("", '"'), "blanks": ("", " ", "a"), "line ends": ("", "\n", "a"), "tabs": ("", "\t"),
    "laughs": (_LAUGHS, "- *a\n"), "anchors": ("", "&a "), "tags": ("", "!a "), "merges": ("a: &a {}\n", "<<: *a\n"),
    "documents": ("", "---\n"), "one text": ("a: ", "x"), "escapes": ('a: "', "\\x41", '"'), "names": ("", "k%d: v\n"),
    "the same name": ("", "a: b\n"), "long names almost known": (WHOLE, "questoin%d" * 200 + ": x\n"),
    "items": ("a: [", "x,", "]"), "open lists": ("", "[a, "), "accents": ("id: ", "\u0300\u0316"),
    "overrides": ("a: ", "\u202e"),
    "questions": (WHOLE, "      - {id: q%d, text: x}\n"), "sources": (_BEFORE_SECTIONS, "  - {id: s%d, title: x}\n",
    f"sections:\n{_SECTIONS}"),
    "references": (WHOLE.split("[code]", maxsplit=1)[0] + "[", "c%d,", "]\n"), "comments": ("", "#"),
    "figures": ("format: ", "9"),
}  # fmt: skip
"""What each begins with, what it is full of, and what it ends with."""
_MEETINGS: dict[str, tuple[str, ...]] = {
    "one name of very many parts": ("", "a.", "a = 1"), "one heading of very many parts": ("[", "a.", "a]"),
    "names of many parts": ("", "a%d." * 400 + "a = 1\n"), "lists in lists": ("a = ", "["),
    "tables in tables": ("a = ", "{a="),
    "headings": ("", "[a%d]\n"), "papers": ("", '[[papers]]\ntitle = "x"\n'), "figures": ("a = ", "9"),
    "broken figures": ("a = 1.", "1"),
    "items": ("a = [", "1,", "]"), "escapes": ('a = "', "\\u0041", '"'), "below one table": ("[a]\n", "b%d.c = 1\n"),
    "blanks": ("", " ", "a = 1"),
}  # fmt: skip
_COLUMNS = ("Question", "ID", "Levels", "Lines of enquiry", "Good signs", "Phases", "Sources", "Section")
_UNITS = ("(", "(a", "a;", "1;", "- x\n", "\u0300\u0316", "to the a: ", "d/", " x", "or ", "|", "_")


def _cells(column: str, unit: str) -> bytes:
    """Return a sheet of as many cells as there may be, each as large as it may be, and full of `unit`."""
    cell = "a" + unit * (_CELL // len(unit))
    rows = [[f"{number} {cell[:-9]}" if column == "Question" else "Who?", cell] for number in range(_LETTERS // _CELL)]
    return table(["Question", "Help" if column == "Question" else column], *rows)


def _headings(unit: str) -> bytes:
    return table(["Question", *(f"{number}{unit * (_LETTERS // 100 // len(unit))}" for number in range(90))], ["Who?"])


def _levels(unit: str) -> bytes:
    levels = "; ".join(f"{number}{unit}" for number in range(19))
    return table(
        ["Question", "Levels"], *([f"Who is {number}?", levels] for number in range(_LETTERS // (len(levels) + 20)))
    )


_FORMULAS = (
    b'<row><c r="A2"><f t="shared" si="0" ref="A1:XFD9">A1</f></c>' + b'<c><f t="shared" si="0"/></c>' * 90 + b"</row>"
)
_WORKBOOKS: Mapping[str, Callable[[], dict[str, bytes]]] = {
    "a row far down": lambda: _sheet(_ASKED, b'<row r="2000000000"><c/></row>'),
    "a cell far right": lambda: _sheet(_ASKED, b'<row><c r="ZZZZZZ9"/></row>'),
    "empty rows": lambda: _sheet(_ASKED, b"<row/>" * 1_500_000),
    "empty cells": lambda: _sheet(_ASKED, (b"<row>" + b"<c/>" * 100 + b"</row>") * 9_990),
    "cells in one row": lambda: _sheet(b"<row>", b"<c/>" * _MANY, b"</row>"),
    "elements in elements": lambda: _sheet(b"<a>" * 500_000, b"</a>" * 500_000),
    "attributes": lambda: _sheet(b"<row ", *(b'a%d="1" ' % number for number in range(700_000)), b"/>"),
    "one long text": lambda: _sheet(_ASKED, _written(b"a" * 9_000_000)),
    "accents": lambda: _sheet(_ASKED, _written(b"\xcc\x80\xcc\x96" * 16_000) * 60),
    "characters by number": lambda: _sheet(_written(b"&#65;" * 1_500_000)),
    "a long figure": lambda: _sheet(_ASKED, b"<row><c><v>" + b"9" * 5_000_000 + b"</v></c></row>"),
    "texts": lambda: {_SHARED: f"<sst {_SPACE}>".encode() + b"<si/>" * _MANY + b"</sst>"},
    "formulas": lambda: _sheet(_ASKED, _FORMULAS * 900),
    "very much of nothing": lambda: {"xl/none.xml": b"\0" * 49_000_000},
    "pictures": lambda: {f"xl/media/{number}.png": b"\0" * 9_000_000 for number in range(6)},
    "parts": lambda: {f"x/{number}": b"a" for number in range(60_000)},
}
"""Parts that take the place of those of a good workbook, or stand beside them."""


def _sheet(*rows: bytes) -> dict[str, bytes]:
    return {_SHEET: f"<worksheet {_SPACE}><sheetData>".encode() + b"".join(rows) + b"</sheetData></worksheet>"}


def _written(text: bytes) -> bytes:
    """Return a row with a text in its one cell."""
    return b'<row><c t="inlineStr"><is><t>' + text + b"</t></is></c></row>"


def _workbook(parts: Callable[[], dict[str, bytes]]) -> bytes:
    whole = unpacked(workbook(Sheet=[["Question", "Levels"], ["Who?", "No; Yes"]])) | parts()
    flat = packed(whole)
    if len(flat) < MOST_BYTES:
        return flat
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in whole.items():
            archive.writestr(name, part)
    return data.getvalue()


FAULTS = (Fault("Checklists and spreadsheets made to be slow or huge", _harmful, brief=0, usual=30, long=1_000),)
