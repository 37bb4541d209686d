"""Beginning a checklist: five questions, a file that explains itself, and the schema for editors."""

import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from scrutiny_tui.catalog.schema import read_file, read_stream
from scrutiny_tui.catalog.starter import starter, wrong_with
from scrutiny_tui.model.checklist import Checklist
from scrutiny_tui.model.text import clean
from tests.cli.running import Command
from tests.strategies import texts
from tests.terminal.keyboard import interrupt
from tests.terminal.terminal import Terminal

GIVEN = {
    "id": "ours",
    "title": "Our checklist",
    "purpose": "For us.",
    "levels": "No; Partly; Yes",
    "question": "What do we know?",
}
TEXT = starter(**GIVEN)


def checked(text: str) -> Checklist:
    return read_stream(io.BytesIO(text.encode()))


def commented() -> list[range]:
    """Return the lines of each field that is there as a comment, with those that belong to it.

    A note to the reader is no field: it has no name with a colon.
    """
    lines = TEXT.split("\n")
    starts = [at for at, line in enumerate(lines) if re.match(r" *# [a-z]+:( |$)", line)]
    blocks = []
    for start in starts:
        end = start + 1
        while end < len(lines) and re.match(r" *#  +\S", lines[end]):
            end += 1
        blocks.append(range(start, end))
    return blocks


def uncommented(*blocks: range) -> str:
    chosen = {at for block in blocks for at in block}
    lines = TEXT.split("\n")
    return "\n".join(line.replace("# ", "", 1) if at in chosen else line for at, line in enumerate(lines))


def test_every_field_that_is_shown_as_a_comment_works_when_it_is_taken_in() -> None:
    names = [TEXT.split("\n")[block[0]].strip(" #").split(":")[0] for block in commented()]
    assert names == [
        "edition", "takes", "origin", "checked", "sources", "about",
        "name", "help", "answered", "why", "enquiry", "good", "warning", "evidence", "levels",
    ]  # fmt: skip
    for name, block in zip(names, commented(), strict=True):
        changed = checked(uncommented(block))
        where = next(each for each in (changed, changed.sections[0], changed.questions[0]) if hasattr(each, name))
        assert getattr(where, name), name
        assert changed != checked(TEXT), name
    together = checked(uncommented(*commented()))
    assert together.questions[0].levels
    assert together.sources


def test_the_file_that_is_made_passes_check_and_is_listed(command: Command, reviews: Path) -> None:
    ended = command("checklist", "new", "--no-input")
    path = reviews / "Checklists" / "our-checklist.yaml"
    assert (ended.code, ended.out) == (0, f"{path}\n")
    assert "To check it: scrutiny-tui checklist check our-checklist" in ended.err
    assert command("checklist", "check", "our-checklist").out == "1 question, no problems\n"
    assert "our-checklist" in command("checklist", "list").out
    assert command("new", "our-checklist").code == 0


def test_what_is_given_goes_into_the_file(command: Command, home: Path) -> None:
    ended = command(
        "checklist", "new", "--title", "Care: {leavers}", "--id", "care", "--purpose", "",
        "--levels", "1 Bad: #1; 2 Good", "--question", "Who says 'so'?\nAnd why?", "-o", "care.yaml",
    )  # fmt: skip
    made = read_file(home / "care.yaml")
    assert (made.id, made.title, made.purpose) == ("care", "Care: {leavers}", "")
    assert [(level.label, level.meaning) for level in made.scale.levels] == [("Bad", "#1"), ("Good", "")]
    assert made.questions[0].text == "Who says 'so'?\nAnd why?"
    assert f"scrutiny-tui checklist check {home / 'care.yaml'}" in ended.err
    assert command("checklist", "new", "--no-input", "-o", "-").out.startswith("# A checklist for scrutiny-tui.")


@given(st.fixed_dictionaries({"title": texts(), "purpose": texts(), "levels": texts(), "question": texts()}))
@settings(max_examples=50, deadline=None)
def test_whatever_is_taken_makes_a_file_that_passes_check(answers: dict[str, str]) -> None:
    usable = {name: text for name, text in answers.items() if not wrong_with(name, text)}
    made = checked(starter(**(GIVEN | usable)))
    assert made.questions[0].text == clean((GIVEN | usable)["question"]).strip()


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--title", " ", "--title ' ': expected text, found nothing."),
        ("--id", "Our List", "--id 'Our List': 'Our List' cannot be an id; did you mean 'our-list'?"),
        ("--id", "../up", "cannot be an id; did you mean 'up'?"),
        ("--title", "\u4e2d\u6587", "Give one with --id, such as --id our-checklist."),
        ("--levels", "One", "--levels 'One': a list of levels needs at least 2, found 1."),
        ("--levels", "A; a", "level label 'a' is used twice"),
        ("--levels", "1;2;3;4;5;6;7;8;9;10", "a list of levels has 9 at most, found 10"),
        ("--levels", "", "--levels '': expected text, found nothing."),
        ("--levels", "No; Not sure; Yes", "'Not sure' is no level, and need not be one"),
        ("--levels", "No; Yes; 999", "'999' is no level, and need not be one"),
        ("--question", "", "--question '': expected text, found nothing."),
    ],
)
def test_what_cannot_be_used_is_told_by_its_option_and_nothing_written(
    command: Command, home: Path, option: str, value: str, said: str
) -> None:
    ended = command("checklist", "new", "--no-input", option, value)
    assert ended.code == 2
    assert ended.err.startswith("No checklist was made.")
    assert said in ended.err
    assert not list(home.iterdir())


def test_nothing_is_overwritten_unless_asked(command: Command, home: Path) -> None:
    (home / "a.yaml").write_text("precious")
    ended = command("checklist", "new", "--no-input", "-o", "a.yaml")
    assert ended.code == 1
    assert "is there already. Give another id, or --force to replace it." in ended.err
    assert (home / "a.yaml").read_text() == "precious"
    assert command("checklist", "new", "--no-input", "-o", "a.yaml", "--force").code == 0
    assert (home / "a.yaml").read_text().startswith("# A checklist")


def test_the_schema_is_printed_for_an_editor(command: Command) -> None:
    schema = json.loads(command("checklist", "schema").out)
    Draft202012Validator.check_schema(schema)
    scale = {"levels": [{"level": 1, "label": "x"}, {"level": 2, "label": "y"}]}
    sections = [{"id": "s", "title": "S", "questions": [{"id": "q", "text": "Q?"}]}]
    data = {"format": 1, "id": "a", "title": "A", "scale": scale, "sections": sections}
    assert Draft202012Validator(schema).is_valid(data)
    assert not Draft202012Validator(schema).is_valid(data | {"titel": "A"})


def test_at_a_terminal_five_things_are_asked(home: Path, reviews: Path) -> None:
    (reviews / "Checklists").mkdir(parents=True)
    (reviews / "Checklists" / "care-leavers.yaml").write_text("precious")
    with Terminal("checklist", "new", home=home, columns=150) as terminal:
        for question, answer in (
            ("Its title [Our checklist]:", "Care leavers"),
            ("[care-leavers-2]:", "care-leavers"),
            ("Error: there is a checklist with this id already; give another", "leaving-care"),
            ("What it is for, and for whom [", ""),
            ("The levels, lowest first, with semicolons between [No; Partly; Yes]:", "No; Don't know; Yes"),
            ("is no level, and need not be one", "No; Some; All"),
            ("Its first question [", "Who keeps in touch?"),
        ):
            terminal.wait_for(question)
            if answer:
                terminal.type(answer)
            terminal.press("enter")
        assert terminal.wait_for_end() == 0
    made = read_file(reviews / "Checklists" / "leaving-care.yaml")
    assert (made.title, made.questions[0].text) == ("Care leavers", "Who keeps in touch?")
    assert [level.label for level in made.scale.levels] == ["No", "Some", "All"]
    assert (reviews / "Checklists" / "care-leavers.yaml").read_text() == "precious"


def test_the_end_of_input_at_a_question_leaves_nothing(home: Path, reviews: Path) -> None:
    with Terminal("checklist", "new", home=home) as terminal:
        terminal.wait_for("Its title [Our checklist]:")
        terminal.press("enter")
        terminal.wait_for("[our-checklist]:")
        terminal.press("ctrl+d")
        assert terminal.wait_for_end() == 130
    assert not reviews.exists()


def test_ctrl_c_at_a_question_leaves_nothing(home: Path, reviews: Path) -> None:
    with Terminal("checklist", "new", home=home) as terminal:
        terminal.wait_for("Its title [Our checklist]:")
        terminal.press("enter")
        terminal.wait_for("[our-checklist]:")
        assert interrupt(terminal) == 130
    assert not reviews.exists()
