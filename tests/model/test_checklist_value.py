"""What a checklist tells about its questions."""

from dataclasses import replace

import pytest

from scrutiny_tui.model.checklist import Checklist, LevelDescription, Question
from tests.examples import small_checklist


@pytest.fixture
def checklist() -> Checklist:
    return small_checklist()


def test_questions_run_through_the_sections_in_order(checklist: Checklist) -> None:
    assert [question.id for question in checklist.questions[3:5]] == ["school", "staff"]
    assert checklist.place("staff") == 4
    assert checklist.question("staff").name == "Staff"


def test_a_question_that_is_not_there_is_not_found(checklist: Checklist) -> None:
    assert not checklist.has("weather")
    with pytest.raises(KeyError):
        checklist.question("weather")


def test_a_question_without_a_name_goes_by_its_text() -> None:
    assert Question("q", "How\nare they?").label == "How are they?"
    assert Question("q", "How are they?", "State").label == "State"


def test_a_source_that_is_not_listed_still_has_a_title(checklist: Checklist) -> None:
    assert checklist.source("handbook").publisher == "Example Association"
    assert checklist.source("Some Act 1989").title == "Some Act 1989"


def test_a_level_is_described_for_the_question_where_it_can_be(checklist: Checklist) -> None:
    own, general = checklist.question("front-door"), checklist.question("staff")
    assert next(checklist.described(own)).meaning == "Calls wait, and nobody counts them."
    assert [level.meaning for level in checklist.described(general)] == [
        level.meaning for level in checklist.scale.levels
    ]


def test_wording_changes_with_the_words_and_not_with_spacing_or_guidance(checklist: Checklist) -> None:
    question = checklist.question("front-door")
    before = checklist.wording(question)
    assert checklist.wording(replace(question, text=f" {question.text}\n", why="Another reason")) == before
    assert checklist.wording(replace(question, text="Do children wait?")) != before
    assert checklist.wording(replace(question, levels=(LevelDescription(1, "Worse"),))) != before
