"""What leading a session leaves behind at the Desk, and what it does not."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.model.answer import State, Strength
from scrutiny_tui.model.panel import Names, Panel
from scrutiny_tui.model.respondent import Respondent
from scrutiny_tui.model.rounds import Rating, Said
from scrutiny_tui.model.sealing import Slip
from tests.examples import empty_review

Q = "front-door"


def desk(names: Names) -> Desk:
    raters = tuple(Respondent(f"r{number}", f"Member {number}") for number in range(1, 6))
    minutes: Iterator[int] = iter(range(1000))
    begin = datetime(2027, 7, 1, 14, tzinfo=UTC)
    review = empty_review().with_panel(Panel(names, raters))
    return Desk(review, lambda: begin + timedelta(minutes=next(minutes)))


def told(sitting: Desk) -> list[str]:
    return [event.what for event in sitting.review.history]


def test_without_names_the_history_does_not_tell_when_anybody_rated() -> None:
    sitting = desk(Names.NOT_KEPT)
    for number in (1, 2, 3):
        sitting.seal(Q, Slip(f"r{number}", Said.RATED, number))
    assert sitting.undo() == "Sealed a rating, Front door"
    assert sitting.redo()
    assert told(sitting) == []
    sitting.reveal(Q)
    assert told(sitting) == ["Revealed the ratings, Front door"]


def test_with_names_the_history_tells_that_somebody_rated_and_not_what() -> None:
    sitting = desk(Names.KEPT)
    sitting.seal(Q, Slip("r1", Said.RATED, 4))
    assert told(sitting) == ["Sealed a rating, Front door"]


def test_a_reveal_is_final_and_the_agreement_after_it_is_not() -> None:
    sitting = desk(Names.KEPT)
    sitting.write_note(Q, "before")
    sitting.settle()
    sitting.seal(Q, Slip("r1", Said.RATED, 4))
    sitting.reveal(Q)
    assert sitting.undo() == ""
    sitting.agree(Q, State.RATED, 3)
    assert (sitting.review.answer(Q).level, sitting.review.answer(Q).note) == (3, "before")
    assert sitting.undo().startswith("Agreed on an answer")
    assert sitting.review.answer(Q).level is None
    assert sitting.review.panel.discussion(Q).agreed is None


def test_a_run_of_typing_keeps_the_time_at_which_it_began() -> None:
    sitting = desk(Names.KEPT)
    sitting.write_note(Q, "a")
    first = sitting.review.history[-1]
    sitting.write_note(Q, "ab")
    assert sitting.review.history == (first,)


def test_whatever_is_done_the_history_names_no_level_and_no_state() -> None:
    for names in (Names.KEPT, Names.NOT_KEPT):
        sitting = desk(names)
        sitting.seal(Q, Slip("r1", Said.RATED, 4))
        sitting.seal(Q, Slip("r2", Said.NOT_KNOWN))
        sitting.begin_anew(Q)
        sitting.count_hands(Q, [Rating(Said.RATED, 1), Rating(Said.ABSTAINED)])
        sitting.undo()
        sitting.redo()
        sitting.reveal(Q)
        sitting.agree(Q, State.RATED, 1)
        sitting.agree_strength(Q, Strength.TOLD)
        sitting.rate_again(Q)
        lines = "\n".join(told(sitting)).lower()
        assert not re.search(r"\d|poor|fair|good|great|not known|abstained|told", lines), lines


def test_a_refused_step_leaves_everything_as_it_was() -> None:
    sitting = desk(Names.KEPT)
    sitting.seal(Q, Slip("r1", Said.RATED, 4))
    before = sitting.review
    steps: list[Callable[[], None]] = [
        lambda: sitting.seal(Q, Slip("r1", Said.RATED, 9)),
        lambda: sitting.count_hands(Q, [Rating(Said.RATED, 2)] * 6),
        lambda: sitting.rate_again(Q),
        lambda: sitting.agree(Q, State.RATED, 2),
        lambda: sitting.choose_names(Names.NOT_KEPT),
    ]
    for refused in steps:
        with pytest.raises(ValueError, match=r"."):
            refused()
        assert sitting.review is before
    assert sitting.undo() == "Sealed a rating, Front door"
