"""What can be said about a question, and what cannot."""

from typing import Any

import pytest

from scrutiny_tui.model.answer import Answer, Ask, Evidence, State, Strength, next_id


@pytest.mark.parametrize(
    "wrong",
    [
        {"level": 2},
        {"state": State.RATED},
        {"state": State.NOT_KNOWN, "level": 1},
        {"state": State.NOT_KNOWN, "strength": Strength.TOLD},
        {"state": State.NOT_APPLICABLE},
        {"state": State.NOT_DISCUSSED, "reason": "No time"},
    ],
)
def test_an_answer_that_makes_no_sense_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="only with it"):
        Answer("q", **wrong)


def test_rating_keeps_how_we_know_and_everything_written() -> None:
    answer = Answer("q", State.RATED, level=2, strength=Strength.SHOWN, note="Seen").rated(3)
    assert (answer.level, answer.strength, answer.note) == (3, Strength.SHOWN, "Seen")


def test_not_known_drops_the_level_and_keeps_what_was_written() -> None:
    asked = Answer("q", note="Why?").with_ask(Ask("a1", "Who?")).rated(1).known_by(Strength.TOLD)
    unknown = asked.in_state(State.NOT_KNOWN)
    assert (unknown.level, unknown.strength) == (None, None)
    assert (unknown.note, unknown.asks) == (asked.note, asked.asks)


def test_rating_what_did_not_apply_drops_the_reason() -> None:
    answer = Answer("q").in_state(State.NOT_APPLICABLE, " none here ")
    assert answer.reason == "none here"
    assert answer.rated(2).reason == ""


def test_an_answer_with_only_a_note_is_neither_blank_nor_answered() -> None:
    assert Answer("q").is_blank
    noted = Answer("q", note="Ask about this")
    assert not noted.is_blank
    assert not noted.is_answered
    assert noted.in_state(State.NOT_DISCUSSED).is_answered


def test_asks_are_added_changed_in_place_and_removed() -> None:
    answer = Answer("q").with_ask(Ask("a1", "Who?")).with_ask(Ask("a2", "When?")).with_ask(Ask("a1", "Who else?"))
    assert [ask.text for ask in answer.asks] == ["Who else?", "When?"]
    assert [ask.id for ask in answer.without_ask("a1").asks] == ["a2"]


def test_evidence_is_added_changed_in_place_and_removed() -> None:
    answer = Answer("q").with_evidence(Evidence("v1", "p1")).with_evidence(Evidence("v1", "p1", "3"))
    assert [item.pages for item in answer.evidence] == ["3"]
    assert answer.without_evidence("v1").is_blank


def test_a_new_id_is_one_that_nothing_has() -> None:
    assert next_id((), "a") == "a1"
    assert next_id((Ask("a2", ""), Ask("a10", ""), Ask("mine", "")), "a") == "a11"


@pytest.mark.parametrize("state", State)
def test_every_state_reads_as_plain_words(state: State) -> None:
    assert "_" not in state.words


@pytest.mark.parametrize("strength", Strength)
def test_every_strength_says_what_it_means(strength: Strength) -> None:
    assert strength.meaning
