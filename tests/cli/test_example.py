"""The worked example is what most people see first."""

from datetime import UTC, datetime

import pytest

from scrutiny_tui.catalog.schema import read_file
from scrutiny_tui.catalog.shelf import packaged_folder
from scrutiny_tui.cli.example import CHECKLIST, example
from scrutiny_tui.export.markdown import text as render
from scrutiny_tui.model.answer import State, Strength
from scrutiny_tui.model.checklist import Checklist
from scrutiny_tui.model.meeting import Kind
from scrutiny_tui.model.report import build
from scrutiny_tui.model.review import Review
from tests.examples import small_checklist

NOW = datetime(2027, 6, 21, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def checklist() -> Checklist:
    return read_file(packaged_folder() / f"{CHECKLIST}.yaml")


@pytest.fixture(scope="module")
def review(checklist: Checklist) -> Review:
    return example(checklist, NOW)


def test_it_uses_every_state_and_every_strength(review: Review) -> None:
    answers = [review.answer(question.id) for question in review.questions]
    assert {answer.state for answer in answers} == set(State)
    assert {answer.strength for answer in answers} == {*Strength, None}
    assert sum(1 for answer in answers if answer.private_note) == 1


def test_its_asks_say_to_whom_by_whom_and_what_would_satisfy(review: Review) -> None:
    asks = [ask for answer in review.answers for ask in answer.asks]
    assert len(asks) >= 9
    assert all(ask.text and ask.role and ask.who and ask.satisfied for ask in asks)
    assert any(ask.follow_up for ask in asks)
    assert sum(1 for ask in asks if ask.reply) == 1


def test_its_evidence_points_into_the_papers_of_the_meeting(review: Review) -> None:
    papers = {paper.id: paper for paper in review.meeting.papers}
    for answer in review.answers:
        for evidence in answer.evidence:
            paper = papers[evidence.paper]
            assert evidence.shows
            if paper.pages:
                first, last = map(int, paper.pages.split("-"))
                assert all(first <= int(page) <= last for page in evidence.pages.split("-"))


def test_every_kind_of_person_is_there(review: Review) -> None:
    assert {person.kind for person in review.meeting.people} == set(Kind)


@pytest.mark.parametrize("month", range(1, 13))
def test_its_meeting_is_a_thursday_that_has_been(checklist: Checklist, month: int) -> None:
    day = example(checklist, NOW.replace(month=month)).meeting.date
    assert day is not None
    assert day < NOW.replace(month=month).date()
    assert f"{day:%A %B}" == "Thursday July"


def test_it_goes_on_where_nothing_is_answered_yet(review: Review) -> None:
    assert not review.answer(review.place).is_answered


def test_its_report_keeps_the_private_note_private(review: Review) -> None:
    report = render(build(review))
    assert "Exampleshire" in report
    assert all(answer.private_note not in report for answer in review.answers if answer.private_note)


def test_another_checklist_is_refused_rather_than_half_filled() -> None:
    with pytest.raises(ValueError, match="no question 'leadership'"):
        example(small_checklist(), NOW)
