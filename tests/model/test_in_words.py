"""Questions that are answered in words: never rated, never counted as a level, and answered once there is a note."""

from dataclasses import replace

import pytest

from scrutiny_tui.model.answer import Answer, State
from scrutiny_tui.model.checklist import Answered, Question
from scrutiny_tui.model.coverage import coverage
from scrutiny_tui.model.reading import profile
from scrutiny_tui.model.report import build
from scrutiny_tui.model.review import Review
from tests.examples import empty_review, full_review

SURPRISE = Question("surprise", "What surprised you?", answered=Answered.WORDS)


def with_surprise(review: Review) -> Review:
    """Return the review with one more question, to be answered in words."""
    first, *others = review.checklist.sections
    sections = (replace(first, questions=(*first.questions, SURPRISE)), *others)
    return replace(review, checklist=replace(review.checklist, sections=sections))


def test_it_cannot_be_rated() -> None:
    with pytest.raises(ValueError, match="in words"):
        with_surprise(empty_review()).with_answer(Answer("surprise").rated(1))


def test_a_note_answers_it_and_white_space_does_not() -> None:
    review = with_surprise(empty_review())
    assert not review.with_answer(Answer("surprise", note=" \n")).is_answered(SURPRISE)
    assert review.with_answer(Answer("surprise", note="The silence.")).is_answered(SURPRISE)
    assert review.with_answer(Answer("surprise", State.NOT_KNOWN)).is_answered(SURPRISE)


def test_a_note_on_a_question_with_levels_does_not_answer_it() -> None:
    review = empty_review()
    question = review.questions[0]
    assert not review.with_answer(Answer(question.id, note="Much to say.")).is_answered(question)


def test_it_stands_apart_in_the_coverage_and_changes_no_other_count() -> None:
    before, after = coverage(full_review()), coverage(with_surprise(full_review()))
    assert replace(after, words=0) == before
    assert (after.words, after.worded) == (1, 0)
    assert after.sentence == f"{before.sentence} None of 1 question to answer in words is answered."
    answered = coverage(with_surprise(full_review()).with_answer(Answer("surprise", note="The silence.")))
    assert answered.sentence.endswith("1 of 1 question to answer in words is answered.")
    assert "1 in words" in answered.short


def test_a_section_says_nothing_of_levels_where_there_are_none_to_give() -> None:
    review = with_surprise(empty_review())
    section = replace(review.checklist.sections[0], questions=(SURPRISE,))
    only_words = replace(review, checklist=replace(review.checklist, sections=(section,)))
    assert [line.words for line in profile(only_words).sections] == ["This section is answered in words."]
    assert coverage(only_words).sentence == "Nothing has been answered yet."


def test_the_document_has_its_answer_and_does_not_call_it_a_gap() -> None:
    review = with_surprise(full_review())
    open_entry = next(entry for entry in build(review).entries if entry.question == "surprise")
    assert open_entry.words == "not reached"
    report = build(review.with_answer(Answer("surprise", note="The silence.")))
    entry = next(entry for entry in report.entries if entry.question == "surprise")
    assert (entry.words, entry.note) == ("in words", "The silence.")
    assert entry not in report.not_reached
