"""A review prepared line by line: each line is understood, said back, and on the disk before the next is read."""

import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from scrutiny_tui.errors import SaveError
from scrutiny_tui.model.answer import State, Strength
from scrutiny_tui.model.checklist import Phase
from scrutiny_tui.model.review import Review
from scrutiny_tui.plain.question import QuestionPlace
from scrutiny_tui.plain.talk import EndedError, Talk, Terminal
from scrutiny_tui.storage.review_file import ReviewFile
from tests.examples import PRIVATE_NOTE, empty_review, full_review
from tests.plain.conftest import SitDown

Work = Callable[..., tuple[Review, str]]


@pytest.fixture
def work(seated: SitDown) -> Work:
    """Return a function that types lines at the question at hand; it gives what the file holds then, and all said."""

    def run(*lines: str, review: Review | None = None) -> tuple[Review, str]:
        sitting, said = seated(review or empty_review(), lines)
        with suppress(EndedError):
            QuestionPlace(sitting).stay()
        sitting.keeper.close()
        return sitting.around.library.read_filed(sitting.keeper.store.path).review, said.getvalue()

    return run


def first(review: Review) -> str:
    return review.questions[0].id


def test_a_question_is_said_with_its_place_its_levels_and_our_answer(work: Work) -> None:
    _, said = work()
    lines = said.splitlines()
    assert lines[1].startswith("Question 1 of 9. Front door.")
    assert lines[2] == "Do children who need help get it at the right time?"
    assert "1 Poor. Calls wait, and nobody counts them." in lines
    assert "0 Not known." in lines
    assert "Our answer: none yet." in lines


def test_the_number_rates_and_a_word_behind_it_says_how_we_know(work: Work) -> None:
    review, said = work("3 shown")
    answer = review.answer(first(review))
    assert (answer.level, answer.strength) == (3, Strength.SHOWN)
    assert "Rated 3 Good, Front door. How we know: shown, Front door. Saved." in said


@pytest.mark.parametrize(
    ("line", "state"),
    [("0", State.NOT_KNOWN), (".", State.NOT_DISCUSSED), ("- no such team here", State.NOT_APPLICABLE)],
)
def test_what_is_no_level_is_said_with_the_signs_of_the_screens(work: Work, line: str, state: State) -> None:
    review, said = work(line)
    assert review.answer(first(review)).state is state
    assert f"Marked {state.words}, Front door. Saved." in said


def test_a_bad_line_changes_nothing_and_is_told_the_range(work: Work) -> None:
    for line in ("9", "3 perhaps", "g 99", "]]", "t sometimes", "l 44"):
        review, said = work(line)
        assert review.answer(first(review)).state is State.UNANSWERED
        assert "1 to" in said.splitlines()[-2] or "told, shown, tested" in said or "Rate the question" in said, line


def test_a_word_that_is_nearly_one_is_guessed(work: Work) -> None:
    assert "Did you mean note?" in work("nte")[1]


def test_a_note_ends_with_a_dot_and_the_next_goes_below_it(work: Work) -> None:
    review, _ = work("e", "An audit in May.", "", "  It sampled 40 files.", ".", "note", "Another line.", ".", "n")
    assert review.answer(first(review)).note == "An audit in May.\n\n  It sampled 40 files.\nAnother line."
    review, _ = work("g 1", "e", "clear", "Anew.", ".", review=review)
    assert review.answer(first(review)).note == "Anew."


def test_a_note_that_nobody_ended_is_kept_to_its_last_line(work: Work) -> None:
    review, _ = work("e", "First line.", "Second line.")
    assert review.answer(first(review)).note == "First line.\nSecond line."


def test_the_editor_changes_a_note_where_there_is_one(seated: SitDown) -> None:
    sitting, _ = seated(empty_review(), [])
    lines = iter(["e", "edit"])
    edited = Talk(
        Terminal(
            lambda: next(lines, None), lambda _: None, interactive=True, edit=lambda text: text + "From the editor."
        )
    )
    place = QuestionPlace(sitting)
    place.talk = edited
    with suppress(EndedError):
        place.stay()
    assert sitting.desk.review.answer(first(sitting.desk.review)).note == "From the editor."
    assert not sitting.desk.unsaved


def test_an_answer_is_taken_back_undone_and_made_again(work: Work) -> None:
    review, said = work("2", "clear", "u", "u", "redo")
    assert review.answer(first(review)).level == 2
    assert "Undid: " in said
    assert "Made again: " in said
    assert "There is nothing to undo." in work("u")[1]


def test_a_line_of_enquiry_is_taken_changed_and_taken_away(work: Work) -> None:
    review, _ = work("a", "1", "1", "", "", "Cllr A. Example", "A number and a date", "done", "q")
    (ask,) = review.answer(first(review)).asks
    assert ask.text == "What happens in the first hour after a school rings?"
    assert (ask.role, ask.who, ask.satisfied) == ("head of service", "Cllr A. Example", "A number and a date")
    review, said = work("a", "drop 3", "drop 9", "q", review=review)
    assert review.answer(first(review)).asks == ()
    assert "Took an ask away" in said
    assert "the number of an ask of ours" in said


def test_evidence_names_a_paper_of_the_meeting_by_its_number(work: Work) -> None:
    lines = ("m", "paper", "Improvement plan", "1-48", "q", "v", "new", "1", "12-14", "May 2027", "", "A rise", "q")
    review, _ = work(*lines)
    (item,) = review.answer(first(review)).evidence
    assert item.paper == review.meeting.papers[0].id
    assert (item.pages, item.date, item.shows) == ("12-14", "May 2027", "A rise")


def test_the_meeting_is_filled_in_and_a_bad_date_is_asked_for_again(work: Work) -> None:
    details = ("d", "A title", "Exampleshire", "Scrutiny", "32 July", "13 July 2027", "done")
    review, said = work("m", *details, "person", "Cllr A. Example", "chair", "present", "A governor", "q")
    assert review.title == "A title"
    assert review.meeting.date is not None
    assert "This is no date yet" in said
    (person,) = review.meeting.people
    assert (person.name, str(person.kind), person.interest) == ("Cllr A. Example", "chair", "A governor")
    review, _ = work("m", "dropperson 1", "person", "", "", "", "", "q", review=review)
    assert review.meeting.people == ()


def test_the_phase_of_the_service_is_one_of_a_few_words(work: Work) -> None:
    keep = [""] * 8
    review, _ = work("m", "d", *keep, "", "99", "2", "A. Person", "q")
    assert review.phase is next(iter(Phase))
    assert review.by == "A. Person"


def test_an_answer_that_was_brought_along_is_confirmed(work: Work) -> None:
    review = empty_review()
    carried = replace(review.answer(first(review)).rated(2), carried="Last year's review")
    review, said = work("h", "=", review=review.with_answer(carried))
    assert not review.answer(first(review)).carried
    assert "brought along" in said


def test_finding_a_word_leads_to_its_question(work: Work) -> None:
    review, said = work("/ school rings", "1")
    assert "What happens in the first hour after a school rings?" in said
    assert review.question.id == first(review)
    assert "Nothing has these words in it." in work("/ zebra")[1]


def test_every_part_of_the_guidance_can_be_read(work: Work) -> None:
    _, said = work(*(f"l {number}" for number in range(1, 8)))
    for words in ("Most harm that reviews look back on", "Thresholds are written in plain words.", "The last audit of"):
        assert words in said
    assert "One working day." in said


def test_a_private_note_is_never_said_unless_it_is_asked_for(work: Work) -> None:
    _, said = work("h", "g", "n", "l", review=full_review())
    assert PRIVATE_NOTE not in said


def test_no_control_character_of_a_review_reaches_the_terminal(work: Work) -> None:
    _, said = work("e", "bad \x1b[31mred\x07", ".", "h", "e", ".", "note")
    assert "\x1b" not in said
    assert "\x07" not in said


def test_what_is_typed_is_on_the_disk_before_the_next_line_is_read(seated: SitDown) -> None:
    sitting, _ = seated(empty_review(), [])
    store = sitting.keeper.store

    def lines() -> "list[str]":
        return ["2", "e", "One line.", "and another", "."]

    seen: list[tuple[int | None, str]] = []
    typed = iter(lines())

    def read() -> str | None:
        answer = sitting.around.library.read_filed(store.path).review.answer(first(sitting.desk.review))
        seen.append((answer.level, answer.note))
        return next(typed, None)

    place = QuestionPlace(sitting)
    place.talk = Talk(Terminal(read, lambda _: None, interactive=True))
    with suppress(EndedError):
        place.stay()
    assert seen[1][0] == 2
    assert seen[3][1] == "One line."
    assert seen[4][1] == "One line.\nand another"
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600


def test_the_notes_are_heard_where_we_are(work: Work) -> None:
    _, said = work("e", "Said in public.", ".", "p", "Said in private.", ".", "h")
    assert said.partition("Answer: h")[2].count("Said in p") == 2


def test_a_full_disk_is_told_and_another_place_is_offered(
    seated: SitDown, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sitting, _ = seated(empty_review(), [])
    sound = ReviewFile.save
    said: list[str] = []

    def full(store: ReviewFile, review: Review) -> object:
        if store.path.parent != tmp_path:
            raise SaveError(store.path, "No space is left.")
        return sound(store, review)

    monkeypatch.setattr(ReviewFile, "save", full)
    typed = iter(["2", "elsewhere", str(tmp_path / "stick.scrutiny.json"), "q"])
    place = QuestionPlace(sitting)
    talk = Talk(Terminal(lambda: next(typed, None), said.append, interactive=True))
    place.talk = sitting.keeper._talk = talk
    place.stay()
    assert "No space is left." in "".join(said)
    assert (
        sitting.around.library.read_filed(tmp_path / "stick.scrutiny.json")
        .review.answer(first(place.desk.review))
        .level
        == 2
    )
