"""`carry`: the next review begins with what still holds, and says what does not."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from scrutiny_tui.catalog import shelf
from scrutiny_tui.catalog.schema import read_file
from scrutiny_tui.catalog.shelf import packaged_folder
from scrutiny_tui.catalog.writer import to_yaml
from scrutiny_tui.cli.places import Places
from scrutiny_tui.model.answer import Answer, Ask, Evidence
from scrutiny_tui.model.checklist import LevelDescription, Phase, Question
from scrutiny_tui.model.meeting import Meeting
from scrutiny_tui.model.review import Review
from scrutiny_tui.storage.loading import load
from tests.cli.running import Command, Keep
from tests.cli.test_commands_page import sections, shape
from tests.examples import PRIVATE_NOTE, empty_review, full_review, small_checklist

NAME = "childrens-services-summer-2027"
ORIGIN = "Children's services, summer 2027, 8 July 2027"
CARRY = ("carry", NAME, "--checklist", "next.yaml")
TOLD = f"""\
Brought along from {ORIGIN}, none of it confirmed yet:
  3. Homes: 3 Good, told
  4. School: 4 Great, tested
  5. Staff: 3 Good
  7. Other services (before: 7. Partners): not discussed
  8. Children's voice (before: 2. Children's voice): not known
Asked as before, and nothing comes along:
  9. Learning
Changed, so no answer comes along:
  2. Front door (before: 1. Front door): 2 Fair, shown; stays in the earlier review
     asked before: Do children who need help get it at the right time?
     asks now: Do children who need help get it in time?
  6. Money: not known; stays in the earlier review
     describes its levels in other words now
New:
  1. Automated tools
No longer asked:
  8. Secure unit: not applicable: Exampleshire has no secure unit; stays in the earlier review
Recommendations that are still open come along, and stay open in the earlier review too:
  Answer every school within the hour
  Visit the homes
Phase of the service in the earlier review: fair to good.
"""


@pytest.fixture
def old(home: Path, kept: Keep) -> Path:
    """The file of a full review; the next edition of its checklist lies where we are."""
    checklist = small_checklist()
    asked = {question.id: question for question in checklist.questions}
    first = replace(asked["front-door"], text="Do children who need help get it in time?")
    money = replace(asked["money"], levels=tuple(LevelDescription(level, f"Step {level}") for level in range(1, 5)))
    partners = replace(asked["partners"], name="Other services")
    tools = Question("tools", "Who checks the automated tools?", "Automated tools")
    help_, service = checklist.sections
    edition = replace(
        checklist,
        edition="2028",
        sections=(
            replace(help_, questions=(tools, first, asked["homes"], asked["school"])),
            replace(service, questions=(asked["staff"], money, partners, asked["voice"], asked["learning"])),
        ),
    )
    (home / "next.yaml").write_text(to_yaml(edition), encoding="utf-8")
    return kept(full_review().in_phase(Phase.FAIR_TO_GOOD))


def made(out: str) -> Review:
    """The review whose path a command printed, and nothing else."""
    return load(Path(out.removesuffix("\n"))).review


def test_the_next_review_has_the_new_questions_and_the_answers_that_still_hold(command: Command, old: Path) -> None:
    ended = command(*CARRY)
    assert ended.code == 0
    review = made(ended.out)
    assert review.checklist.edition == "2028"
    assert [answer.question for answer in review.answers] == ["homes", "school", "staff", "partners", "voice"]
    assert {answer.carried for answer in review.answers} == {ORIGIN}
    assert review.answer("school").evidence[0].paper == "Note of the visit"
    assert review.phase is Phase.FAIR_TO_GOOD
    assert review.meeting == Meeting()
    assert review.title == "Small example checklist"
    assert [event.what for event in review.history] == [f"Made from {ORIGIN}: 5 answers brought along"]
    assert load(old).review.answer("front-door").private_note == PRIVATE_NOTE


def test_what_came_along_and_what_did_not_is_told_beside_the_data(command: Command, old: Path) -> None:
    ended = command(*CARRY)
    opening, _, told = ended.err.partition("\n")
    assert opening.startswith("Made 'Small example checklist'. To open it: scrutiny-tui ")
    assert told == f"{TOLD}The earlier review is as it was: {old}\n"


def test_a_dry_run_prints_the_same_and_makes_nothing(command: Command, old: Path, home: Path) -> None:
    before = sorted(home.rglob("*"))
    ended = command(*CARRY, "--dry-run")
    assert ended.out == f"{TOLD}The earlier review is as it was: {old}\n"
    assert ended.err == "Nothing was made, because of --dry-run.\n"
    assert sorted(home.rglob("*")) == before


def test_the_old_review_stays_as_it_is_while_somebody_has_it_open(
    command: Command, old: Path, reviews: Path, home: Path
) -> None:
    store = Places(reviews).library().open(old)
    before = old.read_bytes()
    ended = command(*CARRY, "-o", "next")
    store.close()
    assert (ended.code, ended.out) == (0, f"{home / 'next.scrutiny.json'}\n")
    assert old.read_bytes() == before


def test_title_and_meeting_are_those_of_the_next_one(command: Command, old: Path, home: Path) -> None:
    assert load(old).review.meeting.people
    (home / "meeting.toml").write_text('committee = "Scrutiny"\ndate = 2028-07-08\n[[papers]]\ntitle = "A new paper"\n')
    review = made(command(*CARRY, "--meeting", "meeting.toml").out)
    assert review.title == "Small example checklist, Scrutiny, 8 July 2028"
    assert [paper.title for paper in review.meeting.papers] == ["A new paper"]
    assert made(command(*CARRY, "--title", "Summer 2028").out).title == "Summer 2028"


def test_with_the_same_checklist_nothing_stays_behind(command: Command, old: Path, home: Path) -> None:
    (home / "same.yaml").write_text(to_yaml(small_checklist()), encoding="utf-8")
    ended = command("carry", NAME, "--checklist", "same.yaml")
    assert len(made(ended.out).answers) == len(load(old).review.answers)
    assert "stays in the earlier review" not in ended.err


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer("staff", note="May"), "no answer yet, but notes"),
        (Answer("staff", private_note=PRIVATE_NOTE), "no answer yet, but notes"),
        (
            Answer("staff", asks=(Ask("a1", "Who?"),), evidence=(Evidence("v1"),)),
            "no answer yet, but questions to ask, evidence",
        ),
    ],
)
@pytest.mark.usefixtures("old")
def test_notes_without_an_answer_are_told_of_and_not_told(
    command: Command, kept: Keep, answer: Answer, words: str
) -> None:
    kept(empty_review().with_answer(answer))
    told = command("carry", "untitled-review", "--checklist", "next.yaml", "--dry-run").out
    assert f"  5. Staff: {words}\n" in told
    assert "  8. Secure unit: nothing was said\n" in told
    assert PRIVATE_NOTE not in told


@pytest.mark.usefixtures("old")
def test_when_nothing_comes_along_it_says_so(command: Command) -> None:
    ended = command("carry", NAME, "--checklist", "key-questions")
    assert ended.err.splitlines()[1] == f"Nothing is brought along from {ORIGIN}."
    assert made(ended.out).history[0].what == f"Made from {ORIGIN}: no answer brought along"


def test_json_has_every_question_once_and_the_keys_on_the_page(command: Command, old: Path) -> None:
    ended = command(*CARRY, "--json")
    told = json.loads(ended.out)
    assert shape(told) == shape(json.loads(sections()["carry OLD"].split("```json\n")[1].split("```")[0]))
    assert load(Path(told["path"])).review.title == told["title"]
    assert told["old"]["path"] == str(old)
    assert told["carried"] == ORIGIN
    assert [(each["id"], each["brought_along"]) for each in told["same"]][-1] == ("learning", False)
    assert [(each["number"], each["old_number"], each["stays_behind"]) for each in told["changed"]] == [
        (2, 1, True),
        (6, 6, True),
    ]
    assert told["new"] == [{"id": "tools", "name": "Automated tools", "number": 1}]
    assert [each["id"] for each in told["gone"]] == ["unit"]
    assert told["recommendations"] == ["m1", "m3"]
    assert json.loads(command(*CARRY, "--json", "--dry-run").out)["path"] is None


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("carry", NAME), 2),
        (("carry", "lost", "--checklist", "next.yaml"), 2),
        (("carry", NAME, "--checklist", "lost"), 2),
        (("carry", NAME, "--checklist", "bad.yaml"), 1),
        ((*CARRY, "--meeting", "lost.toml"), 2),
        ((*CARRY, "-o", "no-such-folder/next"), 2),
        ((*CARRY, "-o", f"reviews/{NAME}"), 1),
        ((*CARRY, "-o", f"reviews/{NAME}", "--dry-run"), 1),
    ],
)
def test_what_cannot_be_done_makes_nothing(
    command: Command, old: Path, home: Path, arguments: tuple[str, ...], code: int
) -> None:
    (home / "bad.yaml").write_text("titel: Ours\n")
    before = old.read_bytes(), sorted(home.rglob("*"))
    ended = command(*arguments)
    assert (ended.code, ended.out) == (code, "")
    assert ended.err
    assert (old.read_bytes(), sorted(home.rglob("*"))) == before


@pytest.mark.usefixtures("old")
def test_what_was_brought_along_is_marked_wherever_the_review_is_read(command: Command) -> None:
    path = command(*CARRY).out.strip()
    shown = command("show", path).out
    assert next(line for line in shown.splitlines() if " Homes " in line).endswith("  told      brought along")
    assert not next(line for line in shown.splitlines() if " Money " in line).endswith("brought along")
    names = "Homes, School, Staff, Other services, Children's voice"
    assert f"Brought along from {ORIGIN}, not confirmed since: {names}.\n" in shown
    answers = json.loads(command("show", path, "--json").out)["answers"]
    assert (answers["homes"]["carried"], answers["money"]["carried"]) == (ORIGIN, "")
    document = command("export", path, "--to", "md", "-o", "-").out
    assert document.count(f"**Brought along:** from {ORIGIN}; not confirmed since\n") == 5


def test_a_review_made_with_an_earlier_edition_keeps_its_own_questions(
    command: Command, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packaged = home / "packaged"
    packaged.mkdir()
    earlier = read_file(packaged_folder() / "key-questions.yaml")
    (packaged / "key-questions.yaml").write_text(to_yaml(earlier), encoding="utf-8")
    monkeypatch.setattr(shelf, "packaged_folder", lambda: packaged)
    path = command("new", "key-questions").out.strip()
    asked = earlier.questions[0].text
    first, *rest = earlier.sections
    first = replace(first, questions=(replace(first.questions[0], text="Who leads us?"), *first.questions[1:]))
    later = replace(earlier, edition="2040-01", sections=(first, *rest))
    (packaged / "key-questions.yaml").write_text(to_yaml(later), encoding="utf-8")

    shown = command("show", path)
    assert shown.code == 0
    assert f"edition {earlier.edition}" in shown.out
    document = command("export", path, "--to", "md", "-o", "-").out
    assert asked in document
    assert "Who leads us?" not in document
    assert load(Path(path)).review.checklist == earlier
    # The shelf has the new edition all the while, and the next review can be made with it.
    changed = json.loads(command("carry", path, "--checklist", "key-questions", "--json").out)
    assert [(each["old_text"], each["text"]) for each in changed["changed"]] == [(asked, "Who leads us?")]
    assert changed["checklist"]["edition"] == "2040-01"


def test_open_recommendations_and_whose_review_it_is_come_along_and_the_session_does_not(
    command: Command, old: Path
) -> None:
    before = load(old).review
    ended = command(*CARRY)
    made = load(Path(ended.out.strip())).review
    assert made.recommendations == tuple(each for each in before.recommendations if each.is_open)
    assert (made.by, made.reply_months) == (before.by, before.reply_months)
    assert not made.panel.is_used
    assert load(old).review == before
    assert load(Path(command(*CARRY, "--by", "Cllr Z. Other").out.strip())).review.by == "Cllr Z. Other"
