"""The phase of the journey: what matters most in it comes first, and nothing else changes."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from scrutiny_tui.model.answer import Answer
from scrutiny_tui.model.checklist import Checklist, Phase
from scrutiny_tui.model.reading import RULE, ask_first
from scrutiny_tui.model.report import build
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.room_plan import RoomPlan
from tests.examples import empty_review, full_review, small_checklist

IDS = [question.id for question in small_checklist().questions]
phases = st.none() | st.sampled_from(Phase)
marks = st.dictionaries(st.sampled_from(IDS), st.sets(st.sampled_from(Phase)))


def marked(checklist: Checklist, marks: dict[str, set[Phase]]) -> Checklist:
    """Return the checklist with these questions marked for these phases."""
    sections = tuple(
        replace(
            section,
            questions=tuple(replace(each, phases=tuple(sorted(marks.get(each.id, ())))) for each in section.questions),
        )
        for section in checklist.sections
    )
    return replace(checklist, sections=sections)


def review_in(phase: Phase | None, marks: dict[str, set[Phase]], review: Review | None = None) -> Review:
    review = review or empty_review()
    return replace(review, checklist=marked(review.checklist, marks), phase=phase)


@given(phases, marks)
def test_what_matters_most_comes_first_and_nothing_is_hidden(phase: Phase | None, marks: dict[str, set[Phase]]) -> None:
    review = review_in(phase, marks)
    most = [each for each in IDS if phase in marks.get(each, ())]
    assert [question.id for question in review.order] == [*most, *(each for each in IDS if each not in most)]
    assert review.question.id == review.order[0].id
    assert review.number == IDS.index(review.question.id) + 1


@given(phases, marks)
def test_walking_on_to_the_next_unanswered_reaches_every_question_once(
    phase: Phase | None, marks: dict[str, set[Phase]]
) -> None:
    walking: Review | None = review_in(phase, marks)
    walked = []
    while walking is not None:
        walked.append(walking.question.id)
        walking = walking.with_answer(Answer(walking.question.id).rated(1)).at_next_unanswered()
    assert walked == [question.id for question in review_in(phase, marks).order]


@given(phases, marks)
def test_the_questions_to_ask_stay_in_their_classes_and_what_matters_most_leads_each(
    phase: Phase | None, marks: dict[str, set[Phase]]
) -> None:
    review = review_in(phase, marks, full_review())
    turns = ask_first(review)
    assert [turn.rank for turn in turns] == sorted(turn.rank for turn in turns)
    for rank in {turn.rank for turn in turns}:
        leads = [review.matters_most(turn.question) for turn in turns if turn.rank == rank]
        assert leads == sorted(leads, reverse=True)
    assert {turn.question.id for turn in turns} == {turn.question.id for turn in ask_first(full_review())}


def test_the_document_says_which_phase_and_prints_the_rule_that_follows_from_it() -> None:
    report = build(review_in(Phase.FAIR_TO_GOOD, {"voice": {Phase.FAIR_TO_GOOD}}, full_review()))
    assert ("Phase of the improvement journey", "fair to good") in [(each.label, each.text) for each in report.meeting]
    assert "Within each of these, what matters most in the phase fair to good stands first." in report.how_to_read[-1]
    assert "matters most in the phase fair to good" in next(
        each.reason for each in report.room if each.question == "voice"
    )


def test_without_a_phase_the_document_says_nothing_of_it() -> None:
    report = build(review_in(None, {"voice": {Phase.FAIR_TO_GOOD}}, replace(full_review(), room=RoomPlan())))
    assert report.how_to_read[-1].endswith(RULE)
    assert not [line for line in report.meeting if "Phase" in line.label]
