"""Whatever is in a spreadsheet, it ends in a checklist that can be read again, or in words that say what is wrong."""

import io
from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrutiny_tui.catalog.importing import Wanted, read_spreadsheet
from scrutiny_tui.catalog.schema import read_stream
from scrutiny_tui.catalog.sheet.headings import HEADINGS
from scrutiny_tui.errors import ChecklistError, UndecidedError
from tests.catalog.sheets import settle, table, workbook
from tests.strategies import HOSTILE

HEADS = [name for names in HEADINGS.values() for name in names] + [
    "1 Poor", "2 Fair", "3", "Level 4", "0 None", "9 Not sure", "Owner", "", "No.", "Qestion",
    "type", "label", "list_name",
]  # fmt: skip
CELLS = [
    *HOSTILE[:14], "", "", "x", "Who?", "a", "1", "q1", "words", "level", "No; Partly; Yes", "1 A; 2 B", ";", ":",
    "|", "- a\n- b",
    "poor-to-fair", "Director: Who?", "999", "N/A", "Good; Bad", "1:;2:", "-", "select_one l",
    "text", "begin_group", "end_group",
    "note", "l", "${a}", "x: y; z: w",
]  # fmt: skip
cells = st.sampled_from(CELLS) | st.text(max_size=6)
USUAL = {
    "id": ["", "", "q1", "Q 2"], "levels": ["", "No; Yes", "1 A: x; 2 B: y"], "phases": ["", "fair to good"],
    "answered": ["", "words"],
}  # fmt: skip


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    """A table of which most is as it should be, and any of it may not be."""
    fields = draw(st.lists(st.sampled_from([*HEADINGS]), max_size=7, unique=True))
    head = [draw(st.sampled_from(HEADINGS[field])) for field in dict.fromkeys(["text", *fields])]
    head += draw(st.lists(st.sampled_from(HEADS), max_size=draw(st.sampled_from((0, 0, 2)))))
    spoiled = draw(st.sampled_from((0, 0, 1, 5)))
    rows = [
        [draw(cells if draw(st.integers(0, 9)) < spoiled else st.sampled_from(_usual(name))) for name in head]
        for _ in range(draw(st.integers(1, 4)))
    ]
    return [*draw(st.lists(st.lists(cells, max_size=3), max_size=draw(st.sampled_from((0, 0, 1))))), head, *rows]


def _usual(heading: str) -> list[str]:
    field = next((field for field, names in HEADINGS.items() if heading in names), "")
    return (
        ["Who?", "And why?", "Who?"] if field == "text" else USUAL.get(field, ["", "x", "One\nTwo: three", HOSTILE[9]])
    )


wanted = st.builds(
    Wanted,
    sheet=st.sampled_from(("",) * 9 + ("survey",)),
    language=st.sampled_from(("",) * 9 + ("en",)),
    ignored=st.sampled_from(((),) * 6 + (("B",), ("Owner", "help"), ("text",))),
)


def only_words(data: bytes, wanted: Wanted, file: str = "a.csv") -> None:
    """Go the whole way; whatever is made must be read again as it is."""
    with suppress(ChecklistError, UndecidedError):
        found = read_spreadsheet(file, io.BytesIO(data), wanted)
        found.undecided()
        settle(found)
        checklist, _ = found.checklist()
        assert read_stream(io.BytesIO(found.text(checklist).encode())) == checklist
        again, _ = found.checklist(earlier=checklist)
        assert again == checklist


@given(st.binary(max_size=300), wanted)
@settings(max_examples=60, deadline=None)
def test_any_bytes(data: bytes, wanted: Wanted) -> None:
    only_words(data, wanted)


@given(tables(), wanted, st.sampled_from(",;\t"), st.sampled_from(("utf-8", "utf-8-sig", "cp1252", "utf-16")))
@settings(max_examples=100, deadline=None)
def test_any_table_of_cells(rows: list[list[str]], wanted: Wanted, delimiter: str, encoding: str) -> None:
    text = table(
        *([cell.encode("utf-8", "replace").decode() for cell in row] for row in rows), delimiter=delimiter
    ).decode()
    only_words(text.encode(encoding, "replace"), wanted)


FORM_ROWS = [
    ["select_one l", "q1", "Who?"], ["text", "", "Why?", "Look.", "yes"], ["note", "n", "Welcome"],
    ["begin_group", "g", "G"], ["end_group"], ["begin group", "h"], ["end group"],
    ["select_one l", "", "When?", "", "no"],
]  # fmt: skip


@given(
    st.lists(st.sampled_from(FORM_ROWS) | st.lists(st.sampled_from(CELLS[8:]), max_size=6), max_size=6),
    st.lists(st.sampled_from([["l", "3", "C"], ["m", "1", "Z"]]) | st.lists(cells, max_size=3), max_size=2),
)
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_form(survey: list[list[str]], choices: list[list[str]]) -> None:
    head = ["type", "name", "label", "hint", "required", "relevant"]
    data = workbook(
        survey=[head, *map(printable, survey)],
        choices=[["list_name", "name", "label"], ["l", "1", "A"], ["l", "2", "B"], *map(printable, choices)],
    )
    only_words(data, Wanted(), "a.xlsx")


def printable(row: list[str]) -> list[str]:
    """Return a row as openpyxl can write it, which takes neither control characters nor halves of one."""
    return ["".join(letter if letter.isprintable() or letter == "\n" else " " for letter in cell) for cell in row]
