"""A review as it is worked through."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_tui.model.answer import Answer, State
from scrutiny_tui.model.meeting import Meeting
from scrutiny_tui.model.review import HISTORY_KEPT, Event, Review
from tests.examples import empty_review, full_review, small_checklist

IDS = [question.id for question in small_checklist().questions]


def rated(question: str, level: int = 1) -> Answer:
    return Answer(question, State.RATED, level=level)


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ((rated("weather"),), "no question"),
        ((rated("staff", 5),), "no level"),
        ((rated("staff"), rated("staff", 2)), "twice"),
    ],
)
def test_answers_that_the_checklist_cannot_hold_are_refused(answers: tuple[Answer, ...], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        replace(empty_review(), answers=answers)


@given(st.lists(st.sampled_from(IDS)))
def test_answers_stand_in_the_order_of_the_checklist_whatever_order_they_came_in(order: list[str]) -> None:
    review = empty_review()
    for question in order:
        review = review.with_answer(rated(question))
    assert [answer.question for answer in review.answers] == [each for each in IDS if each in order]


def test_an_answer_takes_the_place_of_the_one_before() -> None:
    review = empty_review().with_answer(rated("staff")).with_answer(rated("staff", 3))
    assert review.answer("staff").level == 3
    assert len(review.answers) == 1


def test_a_blank_answer_leaves_nothing_behind() -> None:
    assert empty_review().with_answer(rated("staff")).with_answer(Answer("staff")) == empty_review()


def test_an_answer_to_an_unknown_question_is_refused() -> None:
    with pytest.raises(ValueError, match="no question"):
        empty_review().with_answer(rated("weather"))


def test_work_goes_on_where_it_stopped_and_starts_at_the_first_question() -> None:
    assert (full_review().question.id, full_review().number) == ("staff", 5)
    assert (empty_review().question.id, empty_review().number) == ("front-door", 1)


def test_a_place_that_is_gone_falls_back_to_the_first_question() -> None:
    assert replace(empty_review(), place="weather").number == 1


def test_moving_stops_at_both_ends() -> None:
    review = empty_review()
    assert review.beside(-1).number == 1
    assert review.beside(1).number == 2
    assert review.beside(100).number == 9
    with pytest.raises(KeyError):
        review.at("weather")


def test_the_next_unanswered_question_is_found_round_the_end() -> None:
    review = empty_review().at("learning").with_answer(rated("front-door"))
    found = review.at_next_unanswered()
    assert found is not None
    assert found.question.id == "voice"


def test_the_question_one_stands_on_is_the_last_to_be_offered() -> None:
    review = full_review().at("learning")
    found = review.at_next_unanswered()
    assert found is not None
    assert found.question.id == "learning"


def test_when_all_is_answered_there_is_no_next() -> None:
    review: Review = full_review().with_answer(rated("learning"))
    assert review.at_next_unanswered() is None


def test_title_and_meeting_can_be_changed() -> None:
    review = full_review().titled("Winter").with_meeting(Meeting(council="Exampleshire"))
    assert (review.title, review.meeting.council) == ("Winter", "Exampleshire")


def test_history_forgets_the_oldest_events_first() -> None:
    review = empty_review()
    for number in range(HISTORY_KEPT + 5):
        review = review.noting(Event(datetime(2027, 1, 1, tzinfo=UTC), str(number)))
    assert len(review.history) == HISTORY_KEPT
    assert review.history[0].what == "5"
