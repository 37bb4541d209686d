"""An Excel workbook is read for what its cells say; one that is broken, or made to harm, gets a clear line."""

import builtins
import datetime as dt
import io
import re
import struct
import sys
import zipfile
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.styles import PatternFill
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from scrutiny_tui.catalog.importing import Wanted, read_spreadsheet
from scrutiny_tui.errors import ChecklistError
from tests.catalog.sheets import levels, made, workbook, wrongs

LEVELS = "No; Partly; Yes"
ROWS = [["Section", "Ref", "Question", "Levels"], ["A", 1, "Who?", LEVELS], [None, 2, "When?", None]]
SHEET, SHARED, BOOK = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"
XLSX = "ours.xlsx"


def named(value: object) -> str | None:
    """Name a parameter; a workbook is not named after its bytes, which hold the time at which it was made."""
    return "workbook" if isinstance(value, bytes) else None


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return data.getvalue()


def shared(data: bytes) -> bytes:
    """Return a workbook with its texts in a part of their own, as Excel writes them."""
    found = parts(data)
    texts: list[bytes] = []

    def number(match: re.Match[bytes]) -> bytes:
        texts.append(match[1])
        return b't="s"><v>%d</v>' % (len(texts) - 1)

    found[SHEET] = re.sub(rb't="inlineStr"><is>(<t.*?</t>)</is>', number, found[SHEET])
    strings = b"".join(b"<si>%s</si>" % text for text in texts)
    found[SHARED] = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s</sst>' % strings
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    part = f'<Override PartName="/{SHARED}" ContentType="{kind}"/></Types>'
    found["[Content_Types].xml"] = found["[Content_Types].xml"].replace(b"</Types>", part.encode())
    return packed(found)


GOOD = shared(workbook(Audit=ROWS))
PARTS = parts(GOOD)


def with_part(name: str, part: bytes, data: bytes = GOOD) -> bytes:
    return packed({**parts(data), name: part})


def changed(name: str, old: str, new: str, data: bytes = GOOD) -> bytes:
    """Return a workbook in which a text of one part is replaced, once."""
    part = parts(data)[name]
    assert old.encode() in part
    return with_part(name, part.replace(old.encode(), new.encode(), 1), data)


# As people make them


def test_a_table_as_people_lay_it_out_is_read() -> None:
    def lay_out(sheet: Worksheet) -> None:
        sheet.insert_rows(1, 2)
        sheet["A1"] = "Exampleshire County Council: audit of the front door"
        sheet.merge_cells("A1:D1")
        sheet.merge_cells("A4:A5")
        for row in range(6, 60):
            sheet.cell(row, 1).fill = PatternFill("solid", fgColor="FFFF00")

    checklist = made(workbook(lay_out, Audit=ROWS), file=XLSX)
    assert [(section.title, len(section.questions)) for section in checklist.sections] == [("A", 2)]
    assert [question.id for question in checklist.questions] == ["1", "2"]
    assert levels(checklist) == ["No", "Partly", "Yes"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (1.0, "1"),
        (1.5, "1.5"),
        (0.1 + 0.2, "0.3"),
        (123456789012, "123456789012"),
        (True, "TRUE"),
        ("one_x000D_\ntwo", "one\ntwo"),
        ("'=1+1", "'=1+1"),
        ("  a  \r\n b ", "a\n b"),
    ],
)
def test_a_value_is_read_as_excel_shows_it(value: object, shown: str) -> None:
    checklist = made(workbook(Audit=[["Question", "Help", "Levels"], ["Who?", value, LEVELS]]), file=XLSX)
    assert checklist.questions[0].help == shown


def test_a_bullet_list_in_a_cell_is_a_list() -> None:
    cell = "\u2022 One\n- Two_x000D_\n* Three\n\n\u2013 Four\n-5% is low"
    checklist = made(workbook(Audit=[["Question", "Good signs", "Levels"], ["Who?", cell, LEVELS]]), file=XLSX)
    assert checklist.questions[0].good == ("One", "Two", "Three", "Four", "-5% is low")


def test_of_several_sheets_one_has_to_be_named() -> None:
    sheets: dict[str, Any] = {"Audit 2027": ROWS, "Read me": [["Fill in."]], "Empty": []}
    data = workbook(**sheets)
    assert wrongs(data, XLSX) == [
        (
            'the whole file: several sheets hold something; name the one to read: --sheet "Audit 2027", '
            'or --sheet "Read me"'
        )
    ]
    assert len(made(data, file=XLSX, sheet="audit 2027 ").questions) == 2
    assert wrongs(data, XLSX, sheet="Audit") == [
        "the whole file: there is no sheet 'Audit'; there are: 'Audit 2027', 'Read me', 'Empty'"
    ]


def test_a_hidden_sheet_is_not_passed_over_in_silence() -> None:
    def hide(sheet: Worksheet) -> None:
        assert sheet.parent
        sheet.parent.worksheets[1].sheet_state = "veryHidden"

    data = workbook(hide, Audit=ROWS, Lists=[["Yes"]])
    assert wrongs(data, XLSX) == [
        (
            "the whole file: it has hidden sheets: 'Lists'; show or delete them, or name the one "
            "sheet to read, such as "
            "--sheet Audit"
        )
    ]
    assert len(made(data, file=XLSX, sheet="Audit").questions) == 2


def test_a_sheet_may_be_called_survey_without_being_an_xlsform() -> None:
    assert len(made(workbook(Survey=ROWS), file=XLSX).questions) == 2


def test_formulas_and_errors_are_named_cell_by_cell_unless_their_column_is_left_out() -> None:
    def put(sheet: Worksheet) -> None:
        sheet["A1"] = "=TODAY()"  # above the headings nothing is read
        sheet["C4"] = "=SUM(C1:C2)"
        sheet["D3"] = ArrayFormula("D3:D4", "=A1:A2")
        sheet["B4"] = "#REF!"
        sheet["B4"].data_type = "e"

    rows = [["x"], ["Question", "Help", "Score", "Why"], ["Who?", "x", 3, "x"], ["When?", "y", 4, "y"]]
    data = workbook(put, Audit=rows)
    formula = "a formula; copy the cell and paste it as a value, because formulas are not worked out here"
    error = "row 4, column B: the error value #REF!; mend it in the spreadsheet"
    assert wrongs(data, XLSX, ignored=("Score",)) == [f"row 3, column D: {formula}", error]
    assert f"row 4, column C: {formula}" in wrongs(data, XLSX)


def test_what_a_workbook_says_about_its_own_size_cuts_nothing_off() -> None:
    assert b"<dimension" in PARTS[SHEET]
    for said in ("A1", "A1:B2", "A1:XFD1048576", "C3:C3"):
        data = with_part(SHEET, re.sub(rb'ref="[^"]*"', f'ref="{said}"'.encode(), PARTS[SHEET], count=1))
        assert [question.text for question in made(data, file=XLSX).questions] == ["Who?", "When?"]


# Too much of it


def test_a_thousand_phantom_columns_get_a_clear_line() -> None:
    def paint(sheet: Worksheet) -> None:
        for column in range(1, 1_001):
            sheet.cell(2, column).fill = PatternFill("solid", fgColor="FFFF00")

    assert wrongs(workbook(paint, Audit=ROWS), XLSX) == [
        "row 2: 1,000 columns, and 100 are the most; delete the empty ones at the right and save again"
    ]


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        (
            "XFD1048576",
            "row 10,001: 10,000 rows are the most; delete the empty ones below the last question and save again",
        ),
        ("XFD3", "row 3: 16,384 columns, and 100 are the most; delete the empty ones at the right and save again"),
        ("A10001", "row 10,001: 10,000 rows are the most"),
    ],
)
def test_a_cell_far_out_gets_a_clear_line(cell: str, problem: str) -> None:
    def put(sheet: Worksheet) -> None:
        sheet[cell] = "x"

    [found] = wrongs(workbook(put, Audit=ROWS), XLSX)
    assert problem in found


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (with_part("xl/media/image1.bin", bytes(60_000_000)), "60 MB in 11 parts"),
        (changed(SHEET, "<sheetData>", "<sheetData>" + "<a>" * 1_000_000), "3 MB in 10 parts"),
        (with_part(SHARED, b" " * 25_000_000), "25 MB in 10 parts"),
        (packed({**PARTS, **{f"x/{number}": b"" for number in range(2_000)}}), "0 MB in 2,010 parts"),
    ],
    ids=named,
)
def test_a_small_file_that_would_unfold_into_a_huge_one_is_not_unfolded(
    data: bytes, size: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(data) < 300_000
    monkeypatch.setattr(openpyxl, "load_workbook", lambda *_, **__: pytest.fail("it was opened"))
    assert wrongs(data, XLSX) == [
        (
            f"the whole file: unpacked it would take {size}, far more than a checklist needs, so it "
            f"was not read; copy the "
            "cells into a new workbook"
        )
    ]


def test_more_sheets_than_anybody_fills_in_are_told() -> None:
    sheets = {f"s{number}": [["x"]] for number in range(101)}
    assert wrongs(workbook(**sheets), XLSX) == [
        "the whole file: it has 101 sheets, and 100 are the most; take out all but one"
    ]


def test_a_zip_that_lies_about_its_size_unfolds_no_further_than_it_said() -> None:
    bomb = bytearray(with_part(SHARED, b"<a>" + b" " * 9_000_000 + b"</a>"))
    size = struct.pack("<L", 9_000_007)
    assert bomb.count(size) == 2
    assert wrongs(bytes(bomb.replace(size, struct.pack("<L", 1_000))), XLSX) == [DAMAGED]


def test_a_text_longer_than_any_of_excel_and_one_that_many_cells_share_are_told() -> None:
    huge = PARTS[SHARED].replace(b"<t>Who?</t>", b"<t>" + b"x" * 900_000 + b"</t>")
    number = re.findall(rb"<t>(.*?)</t>", PARTS[SHARED]).index(b"Who?")
    rows = "".join(f'<row r="{row}"><c r="C{row}" t="s"><v>{number}</v></c></row>' for row in range(4, 400))
    one, many = with_part(SHARED, huge), changed(SHEET, "</sheetData>", rows + "</sheetData>", with_part(SHARED, huge))
    assert "row 2, column C: more than 32,767 letters, which no cell of Excel holds" in wrongs(one, XLSX)
    assert wrongs(many, XLSX) == ["the whole file: it holds more than 2 million letters, so it was not read; split it"]


# Broken, or made to harm

DAMAGED = "the whole file: this workbook is damaged; open it in Excel and save it again, or save it as CSV UTF-8"
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY i SYSTEM "{file}">]>'


@pytest.mark.parametrize("name", [SHEET, SHARED, BOOK, "xl/styles.xml", "[Content_Types].xml", "docProps/core.xml"])
@pytest.mark.parametrize("bomb", [LAUGHS, OUTSIDE], ids=["laughs", "outside"])
def test_entities_in_any_part_neither_unfold_nor_read_a_file(name: str, bomb: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("what nobody may see", "utf-8")
    bomb = bomb.replace("{file}", secret.as_uri())
    part = PARTS[name].decode()
    part = re.sub(r"^<\?xml[^>]*\?>", "", part)
    part = part.replace("Who?", "&i;", 1) if "Who?" in part else re.sub(r"(<[^!?][^>]*[^/])>", r"\1>&i;", part, count=1)
    data = with_part(name, (bomb + part).encode())
    found = wrongs(data, XLSX)
    assert not any("ha" * 20 in problem for problem in found)
    assert not any("nobody may see" in problem for problem in found)
    if name in {SHEET, SHARED}:
        assert found == [DAMAGED]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (GOOD[: len(GOOD) // 2], DAMAGED),
        (GOOD[:30], DAMAGED),
        (b"PK\x03\x04", DAMAGED),
        (packed({}), DAMAGED),
        (packed({"a.txt": b"hello"}), DAMAGED),
        (with_part(SHEET, b""), DAMAGED),
        (with_part(SHEET, b"not xml"), DAMAGED),
        (with_part(BOOK, b"<workbook/>"), "the whole file: nothing is in it"),
        (with_part("[Content_Types].xml", b"\xff\xfe\x00"), DAMAGED),
        (with_part("xl/styles.xml", b"<styleSheet"), DAMAGED),
        (changed(SHEET, "<v>0</v>", "<v>999</v>"), DAMAGED),
        (changed(SHEET, "<v>0</v>", "<v>x</v>"), DAMAGED),
        (changed(SHEET, 'r="A1"', 'r="ZZZZZ1"'), DAMAGED),
        (changed(SHEET, "<sheetData>", "<sheetData>" + "<a>" * 50_000), DAMAGED),
        (packed({"word/document.xml": b"<x/>"}), "this is a Word document; copy its table into Excel"),
        (packed({"ppt/presentation.xml": b"<x/>"}), "this is a PowerPoint presentation"),
        (
            packed({"xl/workbook.bin": b"x"}),
            "this is a binary workbook (.xlsb); open it in Excel, and save it as .xlsx",
        ),
        (
            packed({"mimetype": b"x", "content.xml": b"<x/>"}),
            "this is an OpenDocument file; open it, and save it as .xlsx",
        ),
        (packed({"Index/Document.iwa": b"x"}), "this is a Numbers document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "this is an old .xls workbook, or one with a password"),
        (b"Question,Levels\nWho?,No;Yes\n", "this is no Excel workbook, whatever its name says"),
        (b"\x89PNG\r\n", "this is no Excel workbook, whatever its name says"),
    ],
    ids=named,
)
def test_a_broken_file_or_one_of_another_kind_gets_one_clear_line(data: bytes, problem: str) -> None:
    [found] = wrongs(data, XLSX)
    assert problem in found


def test_a_password_on_the_zip_is_told() -> None:
    data = bytearray(GOOD)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for at in (found.start() for found in re.finditer(re.escape(mark), bytes(data))):
            data[at + offset] |= 1
    assert wrongs(bytes(data), XLSX) == ["the whole file: this file has a password; save it without one"]


def test_hidden_characters_and_half_ones_in_a_cell_are_told_with_their_place() -> None:
    data = workbook(Audit=[["Question", "Help"], ["Wh_x0000_o?", "a_xD800_b"], ["_x001B_[2J?", "\u202eb"]])
    assert wrongs(data, XLSX) == [
        "row 2, column A: hidden or control character U+0000; take it out",
        "row 2, column B: hidden or control character U+D800; take it out",
        "row 3, column A: hidden or control character U+001B; take it out",
        "row 3, column B: hidden or control character U+202E; take it out",
    ]


def test_without_openpyxl_csv_is_read_and_a_workbook_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *arguments: Any, **named: Any) -> object:  # noqa: ANN401  # as import takes them
        if name == "openpyxl":
            raise ImportError(name)
        return real(name, *arguments, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    assert len(made(b"Question,Levels\nWho?,No;Yes\n").questions) == 1
    assert wrongs(GOOD, XLSX) == [
        (
            f'the whole file: Excel workbooks need two more libraries: "{sys.executable}" -m pip install openpyxl '
            "defusedxml; or save the sheet as CSV UTF-8"
        )
    ]


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_workbook_with_bytes_changed_anywhere_gives_a_checklist_or_its_problems(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(PARTS)))
    part = bytearray(PARTS[name])
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(part)))
        part[start : start + data.draw(st.integers(0, 12))] = data.draw(
            st.binary(max_size=8)
            | st.sampled_from([b"<", b">", b'"', b"99999999", b"-1", b"&x;", b"]]>", b"<row>", b"\0"])
        )
    _only_problems(with_part(name, bytes(part)))


@given(st.integers(0, len(GOOD)), st.integers(0, 40), st.binary(max_size=8))
@settings(max_examples=60, deadline=None)
def test_a_zip_with_bytes_changed_anywhere_gives_a_checklist_or_its_problems(
    start: int, length: int, put: bytes
) -> None:
    _only_problems(GOOD[:start] + put + GOOD[start + length :])


def _only_problems(data: bytes) -> None:
    with suppress(ChecklistError):
        read_spreadsheet(XLSX, io.BytesIO(data), Wanted()).check()


def test_the_bytes_of_a_good_workbook_are_what_the_tests_take_them_for() -> None:
    assert wrongs(GOOD, XLSX) == []
    assert {SHEET, SHARED, BOOK} <= PARTS.keys()
    assert zlib.crc32(packed(PARTS)) != 0


@pytest.mark.parametrize("value", [dt.date(2027, 3, 1), dt.datetime(2027, 3, 1, 9, 30), dt.time(9, 30)], ids=str)  # noqa: DTZ001  # as Excel has it
def test_what_excel_has_made_a_date_is_not_taken_for_what_was_typed(value: object) -> None:
    data = workbook(Audit=[["ID", "Question", "Levels"], [value, "Who?", LEVELS]])
    [found] = wrongs(data, XLSX)
    assert found.startswith("row 2, column A: a date or time, which Excel may have made of something else; format the")
