"""What differs between two states of one review is told in words, all of it, and nothing that is sealed."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import Any, TypeVar

import pytest

from scrutiny_tui.model.answer import Answer, Ask, State
from scrutiny_tui.model.checklist import Phase
from scrutiny_tui.model.meeting import Meeting
from scrutiny_tui.model.offer_text import difference_lines
from scrutiny_tui.model.panel import Names, Panel
from scrutiny_tui.model.respondent import Respondent
from scrutiny_tui.model.review import Event, Review
from scrutiny_tui.model.room_plan import RoomPlan
from scrutiny_tui.model.rounds import Said
from scrutiny_tui.model.sealing import Slip, seal
from scrutiny_tui.model.versions import counts, differences, in_counts
from tests.examples import PRIVATE_NOTE, empty_review, full_review

T = TypeVar("T", Review, Answer)
UNTOLD = {"id", "created", "place", "history"}
"""Fields that say nothing of the service: which review it is, and where one was in it."""


def changed(value: T, name: str, other: Any) -> T:  # noqa: ANN401  # whatever a field holds
    """Return a value with something else in one field."""
    make: Any = replace
    made: T = make(value, **{name: other})
    return made


def lines(here: Review, there: Review) -> list[str]:
    return list(difference_lines(differences(here, there), "the file", "the copy"))


@pytest.mark.parametrize("name", [each.name for each in fields(Review) if each.name not in UNTOLD])
def test_whatever_a_review_says_is_told_where_the_other_does_not_say_it(name: str) -> None:
    full = full_review().in_phase(Phase.POOR_TO_FAIR)
    plain: dict[str, Any] = {
             "title": "Another", "checklist": replace(full.checklist, edition="2028"), "answers": (), "phase": None,
             "by": "", "meeting": Meeting(), "panel": Panel(), "recommendations": (), "reply_months": 2,
             "room": RoomPlan(), "earlier": (), "whys": ()}  # fmt: skip
    assert differences(full, changed(full, name, plain[name]))


@pytest.mark.parametrize("name", [each.name for each in fields(Answer) if each.name not in {"question", "state"}])
def test_every_part_of_an_answer_is_told(name: str) -> None:
    full = full_review()
    before = replace(full.answer("front-door"), carried="The last review")
    empty: Any = {"level": 1, "strength": None, "asks": (), "evidence": ()}.get(name, "")
    if name == "reason":
        before, empty = full.answer("unit"), "Another"
    after = changed(before, name, empty)
    assert len(differences(full.with_answer(before), full.with_answer(after))) >= 1


def test_a_short_change_stands_on_one_line_and_a_long_one_on_two_with_its_paragraphs() -> None:
    old = full_review()
    new = old.with_answer(old.answer("homes").rated(1)).with_answer(old.noted("voice", "One.\n\nTwo."))
    assert lines(old, new) == [
        "2. Children's voice",
        "  note, in the file: Nobody could say.",
        "  note, in the copy: One.\n\nTwo.",
        "3. Homes",
        "  answer: the file says 3 Good, told; the copy says 1 Poor, told",
    ]


def test_what_only_one_of_them_says_is_told_as_such() -> None:
    old = empty_review()
    new = old.with_answer(Answer("voice", asks=(Ask("a1", "Who says so?", "director"),)))
    assert lines(old, new)[1:] == ["  question to ask, only in the copy: Who says so?; to: director"]
    assert lines(new, old)[1:] == ["  question to ask, only in the file: Who says so?; to: director"]


def test_of_a_private_note_it_is_told_only_that_it_differs_unless_it_is_asked_for() -> None:
    old = full_review()
    new = old.with_answer(replace(old.answer("front-door"), private_note=""))
    assert PRIVATE_NOTE in repr(differences(old, new))
    (told,) = differences(old, new, private=False)
    assert (told.what, told.here, told.there) == ("private note", "not shown", "")


def test_a_sealed_rating_is_told_by_the_count_alone() -> None:
    people = tuple(Respondent(f"r{number}", f"Member {number}") for number in (1, 2, 3))
    review = empty_review().with_panel(Panel(Names.KEPT, people))
    one, other = (review.with_panel(seal(review.panel, "voice", Slip("r1", Said.RATED, level))) for level in (1, 4))
    assert differences(one, other) == ()
    assert in_counts(one, other) == "differs only in its history, or in what is not shown"
    assert [each.what for each in differences(review, one)] == ["sealed"]


def test_counts_say_how_many_more_or_fewer_in_words() -> None:
    full = full_review()
    fewer = full.with_answer(Answer("money")).with_answer(Answer("voice")).without_recommendation("m1")
    assert in_counts(full, fewer) == "2 answers fewer, 1 note fewer, 1 question to ask fewer, 1 recommendation fewer"
    assert in_counts(fewer, full).startswith("2 answers more, 1 note more")
    assert in_counts(full, full) == "the same"
    assert in_counts(full, full.with_answer(full.answer("homes").rated(1))) == "1 difference, as many of everything"
    moved = full.noting(Event(datetime(2027, 7, 1, tzinfo=UTC), "x"))
    assert in_counts(full, moved) == "differs only in its history, or in what is not shown"


def test_answers_that_nobody_knows_are_counted_by_themselves() -> None:
    held = counts(empty_review().with_answer(Answer("voice", State.NOT_KNOWN)))
    assert (held.questions, held.answered, held.rated, held.not_known) == (9, 1, 0, 1)


def test_the_meeting_is_told_in_words() -> None:
    new = empty_review().with_meeting(Meeting(date=date(2027, 7, 8)))
    assert lines(empty_review(), new) == ["The meeting", "  date, only in the copy: 8 July 2027"]
