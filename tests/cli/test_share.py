"""A copy to hand to somebody else: what leaves with it, what stays, and what to look at before it is sent."""

import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from scrutiny_tui.cli.places import Places
from scrutiny_tui.model.answer import Answer, State
from scrutiny_tui.model.panel import Names, Panel
from scrutiny_tui.model.report import build
from scrutiny_tui.model.respondent import Respondent
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.rounds import Said
from scrutiny_tui.model.sealing import Slip, reveal, seal
from tests.cli.running import Command, Keep
from tests.cli.test_commands_page import sections, shape
from tests.examples import PRIVATE_NOTE, empty_review, full_review

NAME = "childrens-services-summer-2027"
NOTE = "Ring 01632 960123. Child A's mother said so, and so did Cllr B. Sample."


@pytest.fixture
def ours(kept: Keep) -> Path:
    """The full review with a note that names people and a phone number."""
    review = full_review()
    return kept(review.with_answer(replace(review.answer("homes"), note=NOTE)))


def read(path: Path) -> Review:
    return Places(path.parent).library().read(path)


def test_a_copy_leaves_without_private_notes_and_without_anything_sealed(
    command: Command, ours: Path, home: Path
) -> None:
    before = ours.read_bytes()
    ended = command("share", NAME, "-o", "copy")
    copy = home / "copy.scrutiny.json"
    assert (ended.code, ended.out) == (0, f"{copy}\n")
    assert read(copy) == build(read(ours)).review
    assert PRIVATE_NOTE.encode() not in copy.read_bytes()
    assert all(each.revealed == each.rounds for each in read(copy).panel.discussions)
    assert (read(copy).id, read(copy).history) == (full_review().id, full_review().history)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert ours.read_bytes() == before


@pytest.mark.usefixtures("ours")
def test_what_leaves_and_what_stays_is_told_first_and_at_last_that_no_flag_is_no_guarantee(command: Command) -> None:
    told = command("share", NAME, "-o", "copy").err
    leaves, rest = told.split("Leaves with the copy:\n")[1].split("Stays behind:\n")
    stays, rest = rest.split("Looks as if it could tell who somebody is:\n")
    flagged, after = rest.split("The names of reviews end in")
    assert [line.strip() for line in leaves.splitlines()] == [
        "Children's services, summer 2027",
        "Exampleshire County Council, Children's Services Scrutiny Committee, Thursday 8 July 2027",
        "8 answers",
        "7 notes",
        "5 questions to ask",
        "4 pieces of evidence",
        "10 people by name",
        "3 recommendations",
        "5 ratings of the session",
        "2 answers in members' files",
        "2 lines of history",
        "2 earlier reviews",
    ]
    assert [line.strip() for line in stays.splitlines()] == ["1 private note", "2 sealed ratings"]
    assert [line.strip() for line in flagged.splitlines()] == [
        "Homes, note: a phone number, '01632 960123'",
        "Homes, note: words for one child, 'Child A's mother'",
    ]
    assert after.strip().endswith("Read the copy before you send it.")
    assert "This is no guarantee" in after


@pytest.mark.usefixtures("ours")
def test_without_names_no_field_has_one_and_texts_that_still_do_are_told_of(command: Command, home: Path) -> None:
    ended = command("share", NAME, "-o", "copy", "--no-names")
    copy = read(home / "copy.scrutiny.json")
    assert copy.by == ""
    assert copy.history == ()
    assert not any(each.name for each in copy.meeting.people)
    assert {each.name for each in copy.panel.respondents} >= {"Rater 1"}
    assert copy.answer("homes").note == NOTE
    assert "0 people by name" in ended.err
    assert "10 names" in ended.err
    assert "Homes, note: a name that was left out, 'Cllr B. Sample'" in ended.err


@pytest.mark.usefixtures("ours")
def test_private_notes_leave_only_when_asked_for_and_then_it_is_said_first(command: Command, home: Path) -> None:
    ended = command("share", NAME, "-o", "copy", "--private")
    assert ended.err.startswith("PRIVATE NOTES LEAVE WITH THIS COPY: 1, because of --private.\n")
    assert read(home / "copy.scrutiny.json").answer("front-door").private_note == PRIVATE_NOTE
    assert "PRIVATE NOTES" not in command("share", NAME, "-o", "other").err


@pytest.mark.usefixtures("ours")
def test_a_dry_run_tells_it_on_standard_output_and_writes_nothing(command: Command, home: Path) -> None:
    for options in ((), ("-o", "copy")):
        ended = command("share", NAME, "--dry-run", *options)
        assert ended.code == 0
        assert ended.out.startswith("Leaves with the copy:\n")
        assert "This is no guarantee" in ended.err
        assert "Nothing was written" in ended.err
    assert not list(home.glob("*.scrutiny.json"))


def test_a_copy_never_takes_the_place_of_another_file(command: Command, ours: Path, home: Path) -> None:
    before = ours.read_bytes()
    assert command("share", NAME, "-o", str(ours)).code == 1
    assert ours.read_bytes() == before
    for options, code in (((), 2), (("-o", "-"), 2), (("-o", "gone/copy"), 2), (("--force", "-o", "copy"), 2)):
        assert command("share", NAME, *options).code == code
    (home / "stick").mkdir()
    paths = {command("share", NAME, "-o", "stick").out.strip() for _ in range(2)}
    assert paths == {str(home / "stick" / f"{NAME}{end}.scrutiny.json") for end in ("", "-2")}
    assert not list(home.glob("*.scrutiny.json"))


@pytest.mark.usefixtures("ours")
@pytest.mark.parametrize("options", [(), ("--no-names",), ("--private",)])
def test_a_copy_that_comes_back_is_known_again(command: Command, options: tuple[str, ...]) -> None:
    command("share", NAME, "-o", "copy", *options)
    ended = command("merge", NAME, "./copy.scrutiny.json", "--dry-run")
    assert "It is this review itself, or an earlier copy of it." in ended.out


def test_json_has_the_keys_on_the_page(command: Command, ours: Path, home: Path) -> None:
    told = json.loads(command("share", NAME, "-o", "copy", "--json").out)
    page = json.loads(sections()["share FILE"].split("```json\n")[1].split("```")[0])
    assert shape(told) == shape(page)
    assert (told["path"], told["written"]) == (str(home / "copy.scrutiny.json"), True)
    assert told["flags"][0] == {"where": "Homes, note", "looks_like": "a phone number", "text": "01632 960123"}
    dry = json.loads(command("share", ours.name, "--dry-run", "--json").out)
    assert (dry["path"], dry["written"], dry["leaves"]) == (None, False, told["leaves"])


def test_a_review_with_nothing_in_it_says_so(command: Command, kept: Keep) -> None:
    ended = command("share", kept(empty_review()).name, "--dry-run")
    assert "Stays behind:\n  nothing\nNothing in it looks like an identifier.\n" in ended.out


@pytest.mark.parametrize("names", [Names.KEPT, Names.NOT_KEPT])
def test_what_is_sealed_is_counted_and_stays_and_a_group_without_names_has_none_in_a_copy(
    command: Command, kept: Keep, home: Path, names: Names
) -> None:
    first, second = (question.id for question in empty_review().questions[:2])
    said = (Answer(first, State.RATED, 3, note="Seen by us"), Answer(second, State.RATED, 4, note="Telltale"))
    panel = Panel(names, (Respondent("r1", "Cllr A"), Respondent("f1", "Cllr Bee", prepared=said)))
    panel = reveal(seal(panel, first, Slip("r1", Said.RATED, 4)), first)
    panel = seal(panel, second, Slip("r1", Said.RATED, 1))
    review = empty_review().with_panel(panel).with_answer(Answer("staff", note="Cllr Bee left early"))
    told = json.loads(command("share", kept(review).name, "-o", "copy", "--json").out)
    assert (told["stays"]["ratings"], told["stays"]["prepared"]) == (1, 1)
    assert (told["leaves"]["ratings"], told["leaves"]["notes"]) == (2, 2)
    copy = (home / "copy.scrutiny.json").read_text()
    assert "Seen by us" in copy
    assert "Telltale" not in copy
    assert ('"name": "Cllr Bee"' in copy) is (names is Names.KEPT)
    found = [flag["text"] for flag in told["flags"]]
    assert found == ([] if names is Names.KEPT else ["Cllr Bee"])


def test_an_export_without_names_says_where_one_still_stands(command: Command, kept: Keep) -> None:
    review = full_review()
    kept(review.with_answer(replace(review.answer("voice"), note="Ask Cllr A. Example again.")))
    ended = command("export", "childrens-services-summer-2027", "--to", "md", "-o", "-", "--no-names")
    assert "  Children's voice, note: 'Cllr A. Example'\n" in ended.err
    assert "Names are left out of this copy." in ended.out
    assert ended.out.count("Cllr A. Example") == ended.err.count("Cllr A. Example")
