"""Importing a spreadsheet as a person does: from the messages alone to a checklist, and nothing written on the way."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from scrutiny_tui.catalog.schema import read_file
from scrutiny_tui.catalog.sheet.headings import HEADINGS
from scrutiny_tui.model.checklist import Checklist
from tests.catalog.sheets import workbook
from tests.cli.running import Command, start
from tests.terminal.keyboard import interrupt
from tests.terminal.terminal import Terminal

LEVELS = "No; Partly; Yes"
PLAIN = f"Section,Question,Levels\nA,Who waits?,{LEVELS}\n,How long?,\n"
DOUBTFUL = "Question,Levels\nWho waits?,1 No; 2 Neutral; 3 Yes; 99 Don't know\n"


@pytest.fixture
def own(reviews: Path) -> Path:
    """The folder of a person's own checklists, not made yet."""
    return reviews / "Checklists"


def put(home: Path, text: str | bytes, name: str = "front-door.csv") -> str:
    (home / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return name


def labels(checklist: Checklist) -> list[str]:
    return [str(level) for level in checklist.scale.levels]


class Stranger:
    """Somebody with ten questions in a spreadsheet, who does what the messages say."""

    def __init__(self, command: Command, home: Path) -> None:
        self.command, self.home = command, home
        self.questions = [f"What do we know about part {number} of the service?" for number in range(1, 11)]
        self.options: list[str] = []
        self.table = [["Audit of the front door"], [], ["No.", "SECTION", "Question", "Owner", "Levels", "Guidance"]]
        self.table += [
            [str(number), "Help" if number == 1 else "", text, "Bob", "", "Ask why."]
            for number, text in enumerate(self.questions, 1)
        ]
        self.table[3][4] = "Yes; Partly; No; Don\u2019t know"
        self.table[5][2] = ""
        self.table[7][2] = "What\x0bdo we know?"

    def tries(self) -> str:
        """Import what is there by now, and return what is told."""
        sheet = io.StringIO()
        csv.writer(sheet, delimiter=";").writerows(self.table)
        ended = self.command("checklist", "import", put(self.home, sheet.getvalue()), "--no-input", *self.options)
        assert bool(ended.code) != (self.home / "reviews").exists()
        return ended.err


def test_a_stranger_gets_there_from_the_messages_alone(command: Command, home: Path, own: Path) -> None:
    stranger = Stranger(command, home)
    told = stranger.tries()
    assert "row 3, column A: no column is called 'No.' here" in told
    assert "To leave it out: --ignore No." in told
    assert "row 3, column D: no column is called 'Owner' here" in told
    assert "row 6, column C: this row has no question; write it in column C, or take the row out" in told
    assert "row 8, column C: hidden or control character U+000B; take it out" in told
    stranger.options += ["--ignore", "No.", "--ignore", "Owner"]
    stranger.table[5][2], stranger.table[7][2] = stranger.questions[2], stranger.questions[4]

    told = stranger.tries()
    assert "'Don\u2019t know' stands among the levels (row 4, column E)" in told
    assert '--not-known "Don\u2019t know", or --not-applicable "Don\u2019t know"' in told
    assert "The levels begin with 'Yes'" not in told  # nobody can say before it is known what the last of them is
    stranger.options += ["--not-known", "Don\u2019t know"]

    told = stranger.tries()
    assert "The levels begin with 'Yes' and end with 'No'" in told
    assert "Say which: --highest-first, or --lowest-first. Nothing was written." in told
    stranger.options += ["--highest-first"]

    told = stranger.tries()
    assert "Made 'Front door': 10 questions in 1 section.\nLevels, lowest first: 1 No, 2 Partly, 3 Yes.\n" in told
    assert "'Don\u2019t know' is no level: press 0, not known, in its place.\nIds were made for 10 questions." in told
    assert [question.text for question in read_file(own / "front-door.yaml").questions] == stranger.questions
    assert command("checklist", "check", "front-door").out == "10 questions, no problems\n"
    assert command("new", "front-door").code == 0


def test_the_path_is_the_only_data(command: Command, home: Path, own: Path) -> None:
    ended = command("checklist", "import", put(home, PLAIN))
    assert (ended.code, ended.out) == (0, f"{own / 'front-door.yaml'}\n")
    assert ended.err.endswith("To start a review: scrutiny-tui new front-door\n")
    assert (
        (own / "front-door.yaml")
        .read_text()
        .startswith(
            "# Made from front-door.csv. To change it, edit this file, or import again with --force.\nformat: 1\n"
        )
    )


def test_title_id_levels_and_place_can_be_given(command: Command, home: Path, own: Path) -> None:
    name = put(home, "Question\nWho waits?\n")
    ended = command(
        "checklist", "import", name, "-o", "ours.yaml", "--title", "Our audit", "--id", "audit", "--levels", "Bad; Good"
    )
    assert (ended.code, ended.out) == (0, f"{home / 'ours.yaml'}\n")
    made = read_file(home / "ours.yaml")
    assert (made.id, made.title, labels(made)) == ("audit", "Our audit", ["1 Bad", "2 Good"])
    assert not own.exists()
    assert f"scrutiny-tui new {home / 'ours.yaml'}" in ended.err
    shown = command("checklist", "import", name, "--levels", "Bad; Good", "-o", "-")
    assert shown.out.endswith("text: Who waits?\n")
    assert not shown.err


def test_importing_again_needs_force_and_keeps_the_ids(command: Command, home: Path, own: Path) -> None:
    command("checklist", "import", put(home, PLAIN))
    before = (own / "front-door.yaml").read_text()
    name = put(home, PLAIN.replace("Who waits?", "Who waits and why?") + ",Who else?,\n")
    refused = command("checklist", "import", name)
    assert (refused.code, refused.out) == (1, "")
    assert "is there already. With --force it is replaced, and its questions keep their ids." in refused.err
    assert (own / "front-door.yaml").read_text() == before
    ended = command("checklist", "import", name, "--force")
    assert "Taken for the same in other words, so the id stays: who-waits." in ended.err
    assert "Ids were made for 1 question." in ended.err
    assert [question.id for question in read_file(own / "front-door.yaml").questions] == [
        "who-waits", "how-long", "who-else"
    ]  # fmt: skip


def test_an_earlier_file_that_cannot_be_read_is_not_replaced_by_one_with_other_ids(
    command: Command, home: Path, own: Path
) -> None:
    command("checklist", "import", put(home, PLAIN))
    (own / "front-door.yaml").write_text("format: 1\nid: [\n")
    ended = command("checklist", "import", "front-door.csv", "--force")
    assert ended.code == 2
    assert "cannot be read, so its questions could not keep their ids." in ended.err
    assert ": a value is missing here, or a closing ]" in ended.err
    assert (own / "front-door.yaml").read_text() == "format: 1\nid: [\n"


@pytest.mark.parametrize(
    ("options", "levels"),
    [
        (("--level", "Neutral", "--not-known", "99"), ["1 No", "2 Neutral", "3 Yes"]),
        (("--not-known", "neutral", "--not-applicable", "don't know"), ["1 No", "2 Yes"]),
        (("--not-applicable", "2", "--not-known", "Don't know"), ["1 No", "2 Yes"]),
    ],
)
def test_the_options_that_are_named_decide(
    command: Command, home: Path, options: tuple[str, ...], levels: list[str]
) -> None:
    refused = command("checklist", "import", put(home, DOUBTFUL), "-o", "a.yaml")
    assert (refused.code, refused.out) == (2, "")
    assert "Say which: --level Neutral, or --not-known Neutral, or --not-applicable Neutral; and --not-known" in (
        refused.err
    )
    assert command("checklist", "import", "front-door.csv", "-o", "a.yaml", *options).code == 0
    assert labels(read_file(home / "a.yaml")) == levels


def test_not_sure_is_no_level_even_where_an_option_says_so(command: Command, home: Path) -> None:
    ended = command("checklist", "import", put(home, DOUBTFUL), "--level", "2", "--level", "99", "-o", "a.yaml")
    assert ended.code == 2
    assert '"Don\'t know"' in ended.err
    assert not (home / "a.yaml").exists()


def test_problems_are_all_told_before_anything_is_asked(command: Command, home: Path) -> None:
    ended = command("checklist", "import", put(home, DOUBTFUL.replace("waits?", "waits\x07?")))
    assert ended.code == 1
    assert "row 2, column A: hidden or control character U+0007" in ended.err
    assert "Neutral" not in ended.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("none.csv",), "'none.csv' cannot be opened: No such file or directory."),
        ((".",), "FILE needs the name of a file"),
        (("a\0b.csv",), "the name is no good"),
        (("front-door.csv", "--level", "Maybe"), "There is no choice 'Maybe' in 'front-door.csv'.\nThere are: 'No', "),
        (("front-door.csv", "-o", "front-door.csv", "--force"), "'front-door.csv' is the name of a spreadsheet."),
        (("front-door.csv", "-o", "./front-door.csv"), "Give -o a name that ends in .yaml."),
        (("front-door.csv", "-o", "other.xlsx"), "A checklist is a YAML file"),
        (("front-door.csv", "-o", "."), "-o needs the name of a file"),
        (("front-door.csv", "--id", "Our List"), "--id: 'Our List' cannot be an id; did you mean 'our-list'?"),
        (("front-door.csv", "--id", "../up"), "--id: '../up' cannot be an id; did you mean 'up'?"),
        (("front-door.csv", "--title", "\x1b[2J"), "--title: hidden or control character"),
        (("front-door.csv", "--sheet", "One"), "this is CSV, which has one sheet without a name; leave out --sheet"),
        (("front-door.csv", "--language", "en"), "only a form with the sheet 'survey' has languages; leave out"),
        (("front-door.csv", "--levels", "One"), "--levels: a list of levels needs at least 2, found 1"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_written(
    command: Command, home: Path, arguments: tuple[str, ...], said: str
) -> None:
    put(home, PLAIN)
    ended = command("checklist", "import", *arguments)
    assert ended.code in {1, 2}
    assert said in ended.err
    assert ended.out == ""
    assert [path.name for path in home.rglob("*")] == ["front-door.csv"]
    assert (home / "front-door.csv").read_text() == PLAIN


def test_standard_input_is_read_and_needs_a_title(home: Path) -> None:
    piped = start("checklist", "import", "-", "-o", "-", "--title", "Ours", home=home, given=PLAIN.encode())
    assert piped.returncode == 0
    assert b"id: ours\ntitle: Ours\n" in piped.stdout
    refused = start("checklist", "import", "-", home=home, given=PLAIN.encode())
    assert refused.returncode == 2
    assert b'The spreadsheet was not imported.\nIt has no title.\nSay which: --title "Our checklist".' in refused.stderr


def test_a_broken_workbook_writes_nothing(command: Command, home: Path, own: Path) -> None:
    ended = command("checklist", "import", put(home, b"PK\x03\x04" + b"x" * 99, "ours.xlsx"))
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == (
        "The checklist ours.xlsx cannot be used: 1 problem.\n"
        "ours.xlsx: the whole file: this workbook is damaged; open it in Excel and save it again, or save it as CSV "
        "UTF-8\n"
    )
    assert not own.exists()


def test_a_workbook_and_a_form_are_imported(command: Command, home: Path, own: Path) -> None:
    put(home, workbook(Audit=[["Question", "Levels"], ["Who?", LEVELS]], Notes=[["x"]]), "ours.xlsx")
    assert command("checklist", "import", "ours.xlsx", "--sheet", "audit").code == 0
    survey = [["type", "name", "label"], ["text", "q", "Why?"]]
    put(home, workbook(survey=survey, settings=[["form_title", "form_id"], ["Our form", "our_form"]]), "form.xlsx")
    ended = command("checklist", "import", "form.xlsx")
    assert ended.out == f"{own / 'our-form.yaml'}\n"
    assert "No question is rated, so the levels are never used; a checklist must have some." in ended.err


def test_check_tells_all_about_a_spreadsheet_and_makes_nothing(command: Command, home: Path, own: Path) -> None:
    put(home, PLAIN)
    assert command("checklist", "check", "front-door.csv").out == "2 questions, no problems\n"
    put(home, DOUBTFUL)
    ended = command("checklist", "check", "front-door.csv")
    assert ended.code == 1
    assert ended.out.splitlines()[0] == (
        'front-door.csv: row 2, column B: "Don\'t know" (code 99) stands among the levels (row 2, column B), but may '
        "mean that nobody knows or that the question does not apply; scored, it would be misread. Import it with "
        '--not-known "Don\'t know", or --not-applicable "Don\'t know".'
    )
    found = json.loads(command("checklist", "check", "front-door.csv", "--json").out)
    assert [problem["at"] for problem in found["problems"]] == ["row 2, column B", "row 2, column B"]
    put(home, PLAIN.replace("How", "H\x07ow"))
    found = json.loads(command("checklist", "check", "front-door.csv", "--json").out)
    [problem] = found["problems"]
    assert (problem["line"], problem["column"], problem["at"]) == (3, 2, "row 3, column B")
    assert not own.exists()


def test_check_reads_yaml_from_standard_input(home: Path) -> None:
    made = start("checklist", "new", "--no-input", "-o", "-", home=home).stdout
    assert start("checklist", "check", "-", home=home, given=made).stdout == b"1 question, no problems\n"
    found = json.loads(start("checklist", "check", "-", "--json", home=home, given=b"titel: x").stdout)
    assert (found["file"], found["ok"], found["problems"][0]["at"]) == ("-", False, "")


def test_the_help_names_every_column(command: Command) -> None:
    shown = " ".join(command("checklist", "import", "--help").out.split())
    listed = shown.split("may be missing: ")[1].split("; and")[0].split(", ")
    known = {name: field for field, names in HEADINGS.items() for name in names}
    assert {known[heading.casefold()] for heading in listed} == HEADINGS.keys()


def test_importing_loads_neither_the_screen_nor_excel_for_csv(home: Path) -> None:
    put(home, PLAIN)
    look = (
        "import sys; from scrutiny_tui.cli.commands import scrutiny; from scrutiny_tui.cli.front import run; "
        "run(scrutiny, ['checklist', 'import', 'front-door.csv', '-o', 'a.yaml']); "
        "print([name for name in ('textual', 'openpyxl', 'tinydb') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", look], cwd=home, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_at_a_terminal_it_asks_and_again_until_the_answer_can_be_one(home: Path, own: Path) -> None:
    put(home, "Question,Levels\nWho waits?,Yes; Maybe; No; 99 Not sure\n")
    with Terminal("checklist", "import", "front-door.csv", home=home) as terminal:
        terminal.wait_for("'Maybe' stands among the levels", "(level, not-known, not-applicable):")
        terminal.type("middle")
        terminal.press("enter")
        terminal.wait_for("'middle' is not one of")
        terminal.type("level")
        terminal.press("enter")
        terminal.wait_for("'99 Not sure' stands among", "(not-known, not-applicable):")
        terminal.type("not-known")
        terminal.press("enter")
        terminal.wait_for("The levels begin with 'Yes' and end with 'No'", "(highest, lowest):")
        terminal.type("highest")
        terminal.press("enter")
        assert terminal.wait_for_end() == 0
        assert "Levels, lowest first: 1 No, 2 Maybe, 3 Yes." in terminal.text
    assert labels(read_file(own / "front-door.yaml")) == ["1 No", "2 Maybe", "3 Yes"]


def test_ctrl_c_at_a_question_ends_with_130_and_nothing_written(home: Path, own: Path) -> None:
    put(home, "Question\nWho waits?\n")
    with Terminal("checklist", "import", "front-door.csv", home=home) as terminal:
        terminal.wait_for("It does not say what the questions are rated on.", "[No; Partly; Yes]:")
        terminal.type("Only one")
        terminal.press("enter")
        terminal.wait_for("Error: a list of levels needs at least 2, found 1")
        assert interrupt(terminal) == 130
    assert not own.exists()


def test_check_leaves_out_columns_as_the_import_does(command: Command, home: Path) -> None:
    (home / "a.csv").write_text("Question,Levels,Owner\nWho?,No;Yes,Bob\n", "utf-8")
    assert command("checklist", "check", "a.csv").code == 1
    assert command("checklist", "check", "a.csv", "--ignore", "Owner").out == "1 question, no problems\n"


def test_what_is_no_longer_asked_is_named(command: Command, home: Path) -> None:
    sheet = home / "a.csv"
    sheet.write_text("ID,Question,Levels\none,Who?,No;Yes\ntwo,When?,\n", "utf-8")
    command("checklist", "import", "a.csv")
    sheet.write_text("ID,Question,Levels\none,Who?,No;Yes\n", "utf-8")
    assert "No longer asked: two." in command("checklist", "import", "a.csv", "--force").err
