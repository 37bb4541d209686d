"""A spreadsheet as people make it becomes a checklist, or is told what is wrong with it: where, and what to do."""

import csv
import io
from pathlib import Path

import pytest

from scrutiny_tui.catalog.importing import Wanted, read_spreadsheet
from scrutiny_tui.catalog.sheet.cells import letters
from scrutiny_tui.catalog.sheet.headings import HEADINGS, folded
from scrutiny_tui.errors import ChecklistError
from scrutiny_tui.model.checklist import Answered, LineOfEnquiry, Phase
from scrutiny_tui.model.facts import Source
from tests.catalog.sheets import levels, made, read_in, table, wrongs

LEVELS = "No; Partly; Yes"
PAGE = (Path(__file__).parents[2] / "docs" / "spreadsheets.md").read_text(encoding="utf-8")


def test_every_column_arrives_in_its_field_whatever_their_order() -> None:
    checklist = made(
        table(
            ["Phases", "Sources", "Evidence", "Warning signs", "Good signs", "Lines of enquiry", "Answered", "Topic",
             "Why",
             "Help", "Short name", "Question", "ID", "Section", "Levels"],
            ["Poor to fair, good-to-great", "The code\nThe plan", "The last audit", "- Nobody asks",
             "\u2022 All know\n* Many",
             "Director: Who waits?\nWhat next?", "words", "Access", "It matters", "Ask for a figure", "Waiting",
             "How long do children wait?", "wait", "First", LEVELS],
            ["", "The plan", "", "", "", "", "", "", "", "", "", "And then?", "", "", ""],
        )
    )  # fmt: skip
    first, second = checklist.questions
    assert (first.id, first.text, first.name, first.help) == (
        "wait", "How long do children wait?", "Waiting", "Ask for a figure"
    )  # fmt: skip
    assert (first.why, first.topic, first.answered) == ("It matters", "Access", Answered.WORDS)
    assert first.enquiry == (
        LineOfEnquiry("who-waits", "Who waits?", "Director"),
        LineOfEnquiry("what-next", "What next?"),
    )
    assert (first.good, first.warning, first.evidence) == (("All know", "Many"), ("Nobody asks",), ("The last audit",))
    assert first.phases == (Phase.POOR_TO_FAIR, Phase.GOOD_TO_GREAT)
    assert checklist.sources == (Source("source-1", "The code"), Source("source-2", "The plan"))
    assert (first.sources, second.sources) == (("source-1", "source-2"), ("source-2",))
    assert (levels(checklist), second.answered) == (["No", "Partly", "Yes"], Answered.LEVEL)
    assert [section.title for section in checklist.sections] == ["First"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_csv_of_any_country_and_program_is_read_alike(delimiter: str, encoding: str) -> None:
    rows = [
        ["Audit of help, care, and money; spring 2027"],
        [],
        [" SECTION ", "Question:", "HELP", "levels"],
        [
            "Money",
            "Does the Director\u2019s team say \u201cwe don\u2019t know\u201d?",
            "Is \u00a31m, or more; enough?",
            LEVELS,
        ],
        ["", "What, who, where, when, why; and how?", "a, b, c; d", ""],
    ]
    data = table(*rows, delimiter=delimiter).decode().encode(encoding)
    checklist = made(data)
    assert [question.text for question in checklist.questions] == [rows[3][1], rows[4][1]]
    assert [question.help for question in checklist.questions] == [rows[3][2], rows[4][2]]
    assert [section.title for section in checklist.sections] == ["Money"]


def test_a_first_line_that_tells_excel_the_delimiter_is_no_row() -> None:
    assert wrongs(b"sep=;\r\nQuestion;Levels\r\nWho, and why?;a|b\r\nWhen?;x|y\r\n") == [
        (
            "row 4, column B: the levels are 'x, y' here, and 'a, b' in row 3, column B; a checklist "
            "has one scale, so leave "
            "this cell empty, or write 'words' in a column 'Answered' for a question that is not rated"
        )
    ]


def test_blank_rows_and_columns_around_the_table_are_passed_over() -> None:
    rows = [
        [],
        ["", "", ""],
        ["", "Question", "Levels", "", ""],
        ["", "Who?", LEVELS, "", ""],
        ["", "", "", "", ""],
        [],
    ]
    assert [question.text for question in made(table(*rows)).questions] == ["Who?"]


def test_an_empty_section_cell_is_the_one_above_and_a_row_of_its_own_starts_one() -> None:
    checklist = made(
        table(
            ["Section", "Question", "Levels"],
            ["A", "1?", LEVELS],
            ["", "2?", ""],
            ["B", "", ""],
            ["", "3?", ""],
            ["a", "4?", ""],
        )
    )
    assert [(section.title, [each.text for each in section.questions]) for section in checklist.sections] == [
        ("A", ["1?", "2?", "4?"]),
        ("B", ["3?"]),
    ]


def test_the_headings_may_be_repeated_as_on_every_printed_page() -> None:
    rows = [["Section", "Question"], ["A", "1?"], ["Section", "Question"], ["", "2?"]]
    found = read_in(table(*rows))
    assert [question.text("text") for question in found.draft.questions] == ["1?", "2?"]


def test_columns_that_describe_a_level_are_taken_in_the_order_of_their_numbers() -> None:
    data = table(
        ["Question", "4 Great", "Level 3: Good", "2. Fair", "1 \u2013 Poor"], ["Who?", "great", "good", "fair", "poor"]
    )
    checklist = made(data)
    assert levels(checklist) == ["Poor", "Fair", "Good", "Great"]
    assert [each.text for each in checklist.questions[0].levels] == ["poor", "fair", "good", "great"]


def test_a_cell_of_levels_may_say_what_each_looks_like_for_its_question() -> None:
    cell = "1 Poor: nobody knows\n2 Fair: some know: most do not"
    checklist = made(table(["Question", "Levels"], ["Who?", cell], ["When?", "Poor; Fair"]))
    assert levels(checklist) == ["Poor", "Fair"]
    assert [each.text for each in checklist.questions[0].levels] == ["nobody knows", "some know: most do not"]
    assert checklist.questions[1].levels == ()


@pytest.mark.parametrize("typed", ["Q 1.2", "q1_2", "Q1/2", " q1-2 "])
def test_an_id_is_taken_as_near_as_an_id_can_be(typed: str) -> None:
    checklist = made(table(["Ref", "Question", "Levels"], [typed, "Who?", LEVELS]))
    assert checklist.questions[0].id in {"q-1-2", "q1-2"}


def test_the_title_is_made_from_the_name_of_the_file() -> None:
    found = read_in(table(["Question", "Levels"], ["Who?", LEVELS]), "folder/front-door_audit 2027.csv")
    checklist = found.checklist()[0]
    assert (checklist.id, checklist.title) == ("front-door-audit-2027", "Front door audit 2027")


PROBLEMS = [
    (
        [["Question", "Owner", "Action by", "Qestion"], ["Who?", "Bob", "May", "x"]],
        [
            ("row 1, column B: no column is called 'Owner' here; `scrutiny-tui checklist import "
             "--help` lists the columns. "
            "To leave it out: --ignore Owner"),
            ("row 1, column C: no column is called 'Action by' here; `scrutiny-tui checklist import --help` lists the "
            'columns. To leave it out: --ignore "Action by"'),
            ("row 1, column D: no column is called 'Qestion' here; did you mean 'question'? To leave "
            "it out: --ignore Qestion"),
        ],
    ),
    (
        [["Question", "Poor", "Good"], ["Who?", "x", "y"]],
        [
            f"row 1, column {column}: no column is called '{word}' here; if it describes a level, put "
            f"the level's number in "
            f"front, 1 for the lowest, such as '1 Poor'. To leave it out: --ignore {word}"
            for column, word in (("B", "Poor"), ("C", "Good"))
        ],
    ),
    (
        [["No.", "#", "Question"], ["1", "1", "Who?"]],
        [
            f"row 1, column {column}: no column is called '{word}' here; questions need no numbers, "
            f"as they are counted "
            f"anyway. To leave it out: --ignore {said}"
            for column, word, said in (("A", "No.", "No."), ("B", "#", '"#"'))
        ],
    ),
    (
        [["Standard", "Question"], ["S1", "Who?"]],
        [
            ("row 1, column B: column A has the heading 'Standard', which means the same as "
             "'Question' here; leave one of "
            "them out with --ignore Question")
        ],
    ),
    (
        [["Theme", "Key lines"], ["A", "Who?"]],
        [
            ("row 1: no row has the heading 'Question', without which no row can be read; this one "
             "has 'Theme', 'Key lines'; "
            "write 'Question' above the column with the questions")
        ],
    ),
    ([["Question", "Help"]], ["row 1: no question stands below these headings"]),
    (
        [["Question", "", "Levels"], ["Who?", "a remark", LEVELS]],
        ["row 2, column B: column B has no heading; write one above it, or leave it out with --ignore B"],
    ),
    (
        [["Ref", "Question"], ["LEADERSHIP", ""], ["1", "Who?"]],
        [
            ("row 2, column B: this row has no question; write it in column B, or take the row out; "
             "the heading of a section "
            "belongs in a column 'Section'")
        ],
    ),
    (
        [["Section", "Question", "Help"], ["A", "Who?", ""], ["", "", "Ask twice"], ["Source: handbook", "", ""]],
        [
            "row 3, column B: this row has no question; write it in column B, or take the row out",
            "row 4, column A: no question stands in this section; add one, or take the row out",
        ],
    ),
    (
        [["Ref", "Question"], ["1.1", "Who?"], ["2", "When?"], ["1-1", "Why?"]],
        ["row 4, column A: question id '1-1' is used twice; the first is in row 2, column A"],
    ),
    (
        [["Question", "Phases", "Answered"], ["Who?", "poor to good", "in word"]],
        [
            "row 2, column B: unknown word 'poor-to-good'; did you mean 'fair-to-good'?",
            "row 2, column C: unknown word 'in word'; did you mean 'words'?",
        ],
    ),
    (
        [["Question", "Levels"], ["Who?", ";"], ["When?", "Only one"]],
        [
            "row 2, column B: no level is named in this cell; write them with semicolons between, lowest first",
            "row 3, column B: only one level is named here, 'Only one'; write them with semicolons between, not commas",
        ],
    ),
    (
        [["Question", "Levels"], ["When?", "Only one"]],
        ["row 2, column B: only one level is named here, 'Only one'; write them with semicolons between, not commas"],
    ),
    (
        [["Question", "1 No", "2 Yes", "Levels"], ["Who?", "x", "", "No: y; Yes: z"]],
        ["row 2, column D: this level is described in row 2, column B too; keep one of the two"],
    ),
    (
        [["Question", "1 No", "2 Yes"], ["Who?", "x", ""]],
        ["row 2, column B: this describes no level 'Yes'; describe every level for a question, or none"],
    ),
    (
        [["Question", "Levels"], ["Who?", "No: x; Partly; Yes: y"]],
        ["row 2, column B: this describes no level 'Partly'; describe every level for a question, or none"],
    ),
    (
        [["Question", "Help"], ["Wh\x07o?", "a\x00"], ["When?", "\u202eb"]],
        [
            "row 2, column A: hidden or control character U+0007; take it out",
            "row 2, column B: hidden or control character U+0000; take it out",
            "row 3, column B: hidden or control character U+202E; take it out",
        ],
    ),
    (
        [["Question"], ["x" * 10_001]],
        ["row 2, column A: this text has 10,001 characters; the most is 10,000"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "problems"), PROBLEMS)
def test_each_problem_says_where_what_and_what_to_do(rows: list[list[str]], problems: list[str]) -> None:
    assert wrongs(table(*rows)) == problems


def test_what_is_left_out_on_purpose_is_no_problem() -> None:
    rows = [["No.", "Question", "", "Score", "Levels"], ["1", "Who?", "remark", "=A1", LEVELS]]
    assert made(table(*rows), ignored=("no", "C", "SCORE ")).questions[0].text == "Who?"
    assert wrongs(table(*rows), ignored=("no", "C", "Score", "Scores"))[0] == (
        "row 1: no column 'Scores' to leave out; the columns: 'No.', 'Question', 'Score', 'Levels'"
    )
    assert wrongs(table(*rows), ignored=("no", "C", "Score", "question")) == [
        "row 1: the column of the questions cannot be left out; take away its --ignore"
    ]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "the whole file: it is empty"),
        (b" \r\n\t\r\n", "the whole file: it is empty"),
        (b",,\r\n,\r\n", "the whole file: nothing is in it"),
        ("Question\nWho?".encode("utf-16"), "looks like UTF-16 or is no text at all; save it as 'CSV UTF-8'"),
        ("Question\nWho?".encode("utf-16-be"), "looks like UTF-16"),
        (b"Question\n\x81\x8d\xff", "neither UTF-8 nor Windows-1252 text; save it as 'CSV UTF-8'"),
        (b"%PDF-1.7\n", "a PDF document; copy its table into a spreadsheet"),
        (b"<html><table>", "a web page or XML, whatever its name says; open it in your spreadsheet program"),
        (b"{\\rtf1", "a document of a word processor"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "an old .xls workbook, or one with a password"),
        (b'Question,Help\nWho?,x\n"When?,y\n', "row 3: a quotation mark that opens a cell in this row is never closed"),
        (b'Question,Help\n"Who" is it?,x\n', "row 2: after a closing quotation mark comes neither ',' nor the end"),
        (b"Question\n" + b"x" * 32_768, "row 2: a cell has more than 32,767 letters"),
        (b"Question," + b"," * 100 + b"\nWho?", "row 1: 102 columns, and 100 are the most; delete the empty ones"),
        (b"Question\n" * 10_001, "row 10,001: 10,000 rows are the most; delete the empty ones below the last question"),
    ],
)
def test_a_file_of_another_kind_says_what_it_is(data: bytes, problem: str) -> None:
    [found] = wrongs(data)
    assert problem in found


def test_a_file_of_many_megabytes_is_not_read_whole() -> None:
    class Endless(io.RawIOBase):
        taken = 0

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1, /) -> bytes:
            assert size > 0
            self.taken += size
            return b"x" * size

    stream = Endless()
    with pytest.raises(ChecklistError, match="larger than 10 MB, so it was not read; split it"):
        read_spreadsheet("big.csv", stream, Wanted())  # type: ignore[arg-type]  # all that is used of a stream
    assert stream.taken <= 10_000_001


def test_fifteen_hundred_questions_are_read_and_their_duplicate_ids_named() -> None:
    rows = [["ID", "Section", "Question", "Levels"]]
    rows += [[f"q{n}", f"Part {n // 100}", f"What about number {n}?", LEVELS if n == 0 else ""] for n in range(1_500)]
    assert len(made(table(*rows)).questions) == 1_500
    rows[700][0] = rows[1_400][0] = "q3"
    assert wrongs(table(*rows)) == [
        f"row {row}, column A: question id 'q3' is used twice; the first is in row 5, column A" for row in (701, 1_401)
    ]
    found = wrongs(table(*([["Same", *row[1:]] if at else row for at, row in enumerate(rows)])))
    assert len(found) == 101
    assert "there may be more problems" in " ".join(found)


def test_more_than_a_checklist_holds_is_told() -> None:
    rows = [["Question", "Levels"], *([f"What about number {n}?", LEVELS] for n in range(2_001))]
    assert wrongs(table(*rows)) == ["row 2002: a checklist has 2,000 questions at most; this is one more"]
    rows = [["Question", "Levels", "Help"], *([f"What about {n}?", LEVELS, "word " * 1_000] for n in range(300))]
    found = read_in(table(*rows))
    with pytest.raises(ChecklistError, match="the whole file: as a checklist it takes more than 1 MB"):
        found.text(found.checklist()[0])
    many = table(["Question", "Levels"], ["Who?", "; ".join(f"Step {n}" for n in range(1, 22))])
    assert wrongs(many) == ["row 2, column B: more than 20 levels are named here; a checklist has 9 at most"]
    letters, lines = b"Question\n" + b"Who?\n" * 400_000, b'Question,Ask\nWho?,"' + b"a\n" * 100_001 + b'"'
    assert wrongs(letters) == ["the whole file: it holds more than 2 million letters, so it was not read; split it"]
    assert wrongs(lines) == ["the whole file: it holds more than 100,000 lines, so it was not read; split it"]


def test_columns_are_called_as_a_spreadsheet_calls_them() -> None:
    assert [letters(column) for column in (0, 25, 26, 51, 52, 701, 702, 16_383)] == [
        "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"
    ]  # fmt: skip


def test_no_heading_means_two_things() -> None:
    names = [name for each in HEADINGS.values() for name in each]
    assert len(names) == len(set(names))


def test_reading_leaves_the_csv_module_as_others_expect_it() -> None:
    made(table(["Question", "Levels"], ["Who?", LEVELS]))
    assert csv.field_size_limit() >= 131_072


def rows_of(table: str) -> list[list[str]]:
    """Return the cells of a table in Markdown, without the line below its headings."""
    lines = [line for line in table.splitlines() if line.startswith("|") and not line.startswith("|---")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_the_example_on_the_page_can_be_imported() -> None:
    example = PAGE.split("## A small one, whole")[1].split("Save it as")[0]
    checklist = made(table(*rows_of(example)))
    assert [len(section.questions) for section in checklist.sections] == [2, 1]
    assert checklist.questions[0].enquiry[0].to == "Head of libraries"
    assert levels(checklist) == ["No", "Partly", "Yes"]


def test_the_page_names_every_column_as_the_program_knows_it() -> None:
    columns = rows_of(PAGE.split("## The columns")[1].split("Empty rows")[0])[1:]
    known = {name: field for field, names in HEADINGS.items() for name in names}
    found = [[known[folded(name)] for name in f"{row[0]}, {row[1]}".split(", ") if name] for row in columns[:-1]]
    assert {field for each in found for field in each} == HEADINGS.keys()
    assert all(len(set(each)) == 1 for each in found)
    assert columns[-1][0].startswith("1 Poor")


def test_what_the_page_says_of_levels_is_so() -> None:
    said = "No: nothing shows it; Partly: some of it; Yes: a survey shows it"
    assert said in PAGE
    assert levels(made(table(["Question", "Levels"], ["Who?", said]))) == ["No", "Partly", "Yes"]


def test_levels_with_commas_between_are_told_how_to_write_them() -> None:
    [found] = wrongs(table(["Question", "Levels"], ["Who?", "Red, Amber, Green"]))
    assert found.endswith("named here, 'Red, Amber, Green'; write them with semicolons between, not commas")


def test_where_no_row_is_the_headings_the_fullest_of_the_first_is_shown() -> None:
    [found] = wrongs(table(["Audit of libraries"], [], ["Theme", "Asked", "Rating"], ["A", "Who?", LEVELS]))
    assert found.startswith("row 3: no row has the heading 'Question'")
    assert "this one has 'Theme', 'Asked', 'Rating'" in found
