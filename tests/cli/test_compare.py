"""`compare`: what moved, in words, and never by writing anything that was not asked for."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from scrutiny_tui.cli.compare_text import compare_text, shows_charts
from scrutiny_tui.cli.places import Places
from scrutiny_tui.model.answer import Answer, State, Strength
from scrutiny_tui.model.checklist import Checklist, Question
from scrutiny_tui.model.comparison import comparison
from scrutiny_tui.model.keeping import as_earlier, keeping
from scrutiny_tui.model.meeting import Meeting
from scrutiny_tui.model.panel import Names, Panel
from scrutiny_tui.model.respondent import Respondent
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.rounds import Said
from scrutiny_tui.model.sealing import Slip, seal
from scrutiny_tui.storage.loading import load
from tests.cli.running import Command, Keep
from tests.cli.test_commands_page import sections, shape
from tests.examples import PRIVATE_NOTE, empty_review, small_checklist
from tests.model.test_comparison import short_reviews

OLD, NEW = "summer-2026", "summer-2027"
TOLD = """\
Then: 2 July 2026, Summer 2026
Now:  8 July 2027, Summer 2027

1 of 3 is asked in the same words as in the review of 2 July 2026, and
compared. 1 is worded otherwise, 1 is new, 1 is no longer asked.
How many moved is withheld, because only 1 of 3 is compared: below 60% it would
say more than is known.

 1. Staff
    3 Good -> 2 Fair (down 1 level)
    How we know: told, now tested: better known
 2. Homes
    2 Fair -> 3 Good (not compared: wording changed)
    How we know: not said then, shown now
    Asked then: Do homes last?
    Asked now: Do children in care have a home that lasts?
 3. Automated tools
    not asked -> not known (not compared: new)
 -  Secure unit
    not applicable: none -> not asked (not compared: no longer asked)
"""


def asking(*questions: Question) -> Checklist:
    checklist = small_checklist()
    return replace(checklist, sections=(replace(checklist.sections[0], questions=questions),))


def review(year: int, questions: tuple[Question, ...], *answers: Answer) -> Review:
    meeting = Meeting(date=date(year, 7, 8 if year == 2027 else 2))
    return Review(f"r-{year}", f"Summer {year}", asking(*questions), empty_review().created, meeting, answers)


STAFF, HOMES, UNIT = (small_checklist().question(each) for each in ("staff", "homes", "unit"))
TOOLS = Question("tools", "Who checks the automated tools?", "Automated tools")


@pytest.fixture
def old(kept: Keep) -> Path:
    return kept(
        review(
            2026,
            (replace(HOMES, text="Do homes last?"), UNIT, STAFF),
            Answer("homes", State.RATED, 2),
            Answer("unit", State.NOT_APPLICABLE, reason="none"),
            Answer("staff", State.RATED, 3, strength=Strength.TOLD, private_note=PRIVATE_NOTE),
        )
    )


@pytest.fixture
def new(kept: Keep) -> Path:
    return kept(
        review(
            2027,
            (STAFF, HOMES, TOOLS),
            Answer("staff", State.RATED, 2, strength=Strength.TESTED),
            Answer("homes", State.RATED, 3, strength=Strength.SHOWN),
            Answer("tools", State.NOT_KNOWN),
        )
    )


@pytest.fixture
def oldest(kept: Keep) -> Path:
    return kept(review(2025, (STAFF,), Answer("staff", State.RATED, 1)))


def test_two_reviews_are_a_block_for_each_question_and_are_only_read(command: Command, old: Path, new: Path) -> None:
    before = old.read_bytes(), new.read_bytes()
    ended = command("compare", OLD, str(new))
    assert (ended.code, ended.out, ended.err) == (0, TOLD, "")
    assert (old.read_bytes(), new.read_bytes()) == before


@pytest.mark.usefixtures("old", "new", "oldest")
def test_several_reviews_are_a_row_of_digits_and_a_small_chart_for_each_question(command: Command) -> None:
    out = command("compare", "summer-2025", OLD, NEW).out
    assert out.startswith("1  2 July 2025, Summer 2025\n2  2 July 2026, Summer 2026\n3  8 July 2027, Summer 2027\n")
    assert " 1. Staff            1 3 2  ▂▆▄  down 1 level\n" in out
    assert " 3. Automated tools  . . ?  ···  not compared: new\n" in out
    assert (
        " 2. Homes            . . 3  ··▆  not compared: wording changed\n"
        "    In other words, 2 July 2026: 2 Fair\n"
        "    Asked then: Do homes last?\n"
    ) in out
    assert "\nA digit is a level; ? is not known, - no answer or not discussed, x does not\napply," in out


def test_a_terminal_that_cannot_show_the_chart_gets_the_digits_alone() -> None:
    assert not shows_charts("ascii")
    assert not shows_charts(None)
    assert shows_charts("utf-8")
    found = comparison(keeping(review(2027, (STAFF,)), [as_earlier(review(year, (STAFF,))) for year in (2025, 2026)]))
    assert found
    plain = "\n".join(compare_text(found, charts=False))
    assert plain.isascii()
    assert "block" not in plain


@settings(max_examples=25)
@given(short_reviews())
def test_whatever_people_wrote_the_lines_fit_eighty_columns(told: Review) -> None:
    for earlier in ([as_earlier(told)], [*told.earlier, as_earlier(told), as_earlier(told)]):
        found = comparison(replace(told, earlier=tuple(earlier)))
        assert found
        for line in compare_text(found, charts=True):
            assert len(line) <= 80
            assert "\n" not in line


def test_every_question_has_its_number_whatever_it_is_called() -> None:
    told = review(2027, (replace(STAFF, name=" \n"), replace(HOMES, name="x" * 200)))
    found = comparison(keeping(told, [as_earlier(review(2026, (STAFF,)))]))
    assert found
    lines = list(compare_text(found, charts=True))
    assert f" 1. {STAFF.text}" in lines
    assert any(line.startswith(" 2. xxx") for line in lines)


def test_nothing_is_kept_unless_it_is_asked_for_and_then_once(command: Command, old: Path, new: Path) -> None:
    ended = command("compare", OLD, NEW, "--keep")
    assert (ended.code, ended.out, ended.err) == (0, TOLD, f"Written in {new}\n")
    made = load(new).review
    assert made.earlier == (as_earlier(load(old).review),)
    assert [event.what for event in made.history] == ["Kept what 1 earlier review said"]
    assert PRIVATE_NOTE.encode() not in new.read_bytes()
    before = new.read_bytes()
    assert command("compare", OLD, NEW, "--keep").err == f"Nothing was written: {new.name} holds it already.\n"
    assert new.read_bytes() == before


def test_the_reason_is_written_by_number_or_id_and_an_empty_one_takes_it_away(
    command: Command, old: Path, new: Path
) -> None:
    ended = command("compare", OLD, NEW, "--why", "1", "Two teams left.", "--why", "homes", "A new\nmeasure.")
    assert ended.code == 0
    assert "    How we know: told, now tested: better known\n    Why: Two teams left.\n" in ended.out
    assert "    Why: A new measure.\n" in ended.out
    made = load(new).review
    assert [(each.question, each.since) for each in made.whys] == [("staff", "r-2026"), ("homes", "r-2026")]
    assert made.earlier == (as_earlier(load(old).review),)
    assert [(each.what, each.question) for each in made.history][1:] == [
        ("Wrote why it changed", "staff"),
        ("Wrote why it changed", "homes"),
    ]
    command("compare", OLD, NEW, "--why", "staff", "")
    assert [each.question for each in load(new).review.whys] == ["homes"]
    assert load(new).review.history[-1].what == "Took away why it changed"


@pytest.mark.usefixtures("oldest")
def test_the_oldest_is_kept_first_and_a_later_copy_in_the_place_of_the_earlier_one(
    command: Command, old: Path, new: Path
) -> None:
    command("compare", OLD, NEW, "--keep")
    store = Places(old.parent).library().open(old)
    store.save(store.review.with_answer(Answer("staff", State.RATED, 4)))
    store.close()
    command("compare", OLD, "summer-2025", NEW, "--keep")
    kept = load(new).review.earlier
    assert [each.review for each in kept] == ["r-2025", "r-2026"]
    staff = kept[1].answer("staff")
    assert staff
    assert staff.level == 4


@pytest.mark.usefixtures("old")
def test_what_is_open_elsewhere_can_be_compared_and_not_written(command: Command, new: Path) -> None:
    store = Places(new.parent).library().open(new)
    read, refused = command("compare", OLD, NEW), command("compare", OLD, NEW, "--keep")
    store.close()
    assert (read.code, read.out) == (0, TOLD)
    assert (refused.code, refused.out) == (3, "")
    assert not load(new).review.earlier


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ((OLD,), 2, "`compare` needs two reviews or more, and one was given. Give the earlier ones first"),
        ((OLD, OLD), 2, "'summer-2026.scrutiny.json' is given twice"),
        ((OLD, NEW, f"reviews/{OLD}.scrutiny.json", "--keep"), 2, "is given twice"),
        ((OLD, "sumer-2027"), 2, "There is no review 'sumer-2027'. Did you mean 'summer-2027'?"),
        (("./lost", NEW), 2, "There is no such file"),
        ((OLD, "broken"), 1, "The file is damaged"),
        (("broken", NEW, "--keep"), 1, "The file is damaged"),
        ((OLD, NEW, "--why", "4", "So"), 2, "a number from 1 to 3"),
        ((OLD, NEW, "--why", "1", "So", "--why", "staf", "So"), 2, "no question 'staf'. Did you mean 'staff'?"),
    ],
)
@pytest.mark.usefixtures("old")
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    command: Command, new: Path, home: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    (home / "broken.scrutiny.json").write_text('{"head": {')
    before = new.read_bytes()
    ended = command("compare", *arguments)
    assert (ended.code, ended.out) == (code, "")
    assert words in ended.err
    assert new.read_bytes() == before


def test_a_copy_of_a_review_is_another_file_and_can_be_compared(command: Command, new: Path, home: Path) -> None:
    (home / "copy.scrutiny.json").write_bytes(new.read_bytes())
    assert "Of these: 2 as before, 1 still not known.\n" in command("compare", "copy", NEW).out


@pytest.mark.usefixtures("old")
def test_json_has_the_keys_on_the_page_and_every_question_once(command: Command, new: Path) -> None:
    found = json.loads(command("compare", OLD, NEW, "--json", "--why", "staff", "Two teams left.").out)
    example = json.loads(sections()["compare OLD NEW..."].split("```json\n")[1].split("```")[0])
    assert shape(found) == shape(example)
    assert (found["path"], found["kept"]) == (str(new), True)
    assert [(each["id"], each["number"], each["status"], each["series"]) for each in found["questions"]] == [
        ("staff", 1, "same wording", ["3", "2"]),
        ("homes", 2, "wording changed", [".", "3"]),
        ("tools", 3, "new", [".", "?"]),
        ("unit", None, "no longer asked", ["x", "."]),
    ]
    assert found["coverage"] == {"same_wording": 1, "wording_changed": 1, "new": 1, "no_longer_asked": 1}
    assert found["moves"]["down"] == 1


def test_nothing_that_is_sealed_is_said_or_kept(command: Command, kept: Keep) -> None:
    def sealed(year: int) -> Path:
        said = Answer("staff", State.RATED, 4, note="Telltale")
        panel = Panel(Names.KEPT, (Respondent("r1", "Cllr A"), Respondent("f1", "Cllr B", prepared=(said,))))
        return kept(review(year, (STAFF,)).with_panel(seal(panel, "staff", Slip("r1", Said.RATED, 4))))

    sealed(2026)
    new = sealed(2027)
    for options in ((), ("--json",), ("--keep",)):
        ended = command("compare", OLD, NEW, *options)
        assert ended.code == 0
        assert "4 Great" not in ended.out + ended.err
        assert "Telltale" not in ended.out + ended.err
    assert load(new).review.earlier[0].answers[0].state is State.UNANSWERED


def test_next_years_review_compares_without_the_earlier_file(command: Command, old: Path) -> None:
    made = command("carry", str(old), "--checklist", "key-questions").out.strip()
    review = load(Path(made)).review
    assert review.earlier == (as_earlier(load(old).review),)
    assert not review.whys


def test_a_copy_of_itself_and_a_later_review_are_not_kept_as_earlier(command: Command, kept: Keep, home: Path) -> None:
    older, newer = (review(year, (STAFF,)) for year in (2026, 2027))
    kept(older)
    path = kept(newer)
    before = path.read_bytes()
    command("share", NEW, "-o", str(home / "copy"))
    for arguments, why in (
        ((str(home / "copy.scrutiny.json"), NEW), "That is a copy of this review itself."),
        ((NEW, OLD), "it is the later of the two"),
    ):
        ended = command("compare", *arguments, "--keep")
        assert ended.code == 2
        assert why in ended.err
    assert path.read_bytes() == before


def test_a_reason_is_about_the_last_review_that_is_kept(command: Command, kept: Keep) -> None:
    first, second, third = (replace(review(year, (STAFF,)), title=f"Summer {year}") for year in (2025, 2026, 2027))
    kept(first)
    kept(second)
    kept(keeping(third, [as_earlier(second)]))
    ended = command("compare", "summer-2025", NEW, "--why", "1", "Because")
    assert ended.code == 2
    assert "The last review before this one is 'Summer 2026'" in ended.err
