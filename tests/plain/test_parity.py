"""Whatever the screens can do to a review, the plain mode can: typed lines reach every operation of the Desk."""

import inspect
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from unittest.mock import create_autospec

import pytest

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.model.answer import Answer, State
from scrutiny_tui.model.panel import Names, Panel
from scrutiny_tui.model.respondent import Respondent
from scrutiny_tui.model.review import Review
from scrutiny_tui.plain.question import QuestionPlace
from scrutiny_tui.plain.talk import EndedError
from tests.examples import empty_review, full_review
from tests.plain.conftest import SitDown

NO_OPERATIONS = {"mark_saved", "mark_moved", "watch", "unwatch", "settle"}
"""What the Desk has for whoever draws and saves; no person asks for it."""
OPERATIONS = {
    name: operation
    for name, operation in inspect.getmembers(Desk, inspect.isfunction)
    if not name.startswith("_") and name not in NO_OPERATIONS
}


def _carried() -> Review:
    review = empty_review()
    answer = Answer(review.questions[0].id, State.RATED, 2, carried="Last year's review")
    return review.with_answer(answer)


def _with_files() -> Review:
    review = empty_review()
    said = (Answer(review.questions[0].id, State.RATED, 3),)
    files = tuple(Respondent(f"f{at}", f"Member {at}", prepared=said) for at in (1, 2))
    return review.with_panel(Panel(names=Names.KEPT, respondents=files))


TYPED: list[tuple[Callable[[], Review], tuple[str, ...]]] = [
    # Answering, and going from question to question
    (empty_review, ("3 told", "0", "e", "A note.", ".", "p", "A private note.", ".", "n", "]", "b", "g 2", "u",
                    "redo")),
    (_carried, ("=",)),
    (empty_review, ("a", "1", "drop 1", "q", "v", "new", "A paper", "done", "drop 2", "q")),
    # The meeting
    (empty_review, ("m", "d", "A title", *[""] * 8, "2", "A. Person", "3", "q")),
    # A session
    (empty_review, ("f", "new", "Member 1", "done", "drop 1", "new", "Member 2", "done", "new", "Member 3", "done",
                    "minutes 60", "names", "1", "q", "s", "1", "4", "z", "c", *"1100", "", "", "v", "2 told",
                    "e", "Why.", ".", "w", "Not all.", ".", "o", "l", "new", "Parked", "done", "drop 1", "q", "q")),
    (_with_files, ("f", "d", "p", "q", "m", "all", "look", "yes", "q")),
    (full_review, ("f", "p", "take", "q", "q")),
    # Recommendations
    (empty_review, ("r", "new", "Answer the phone", "done", "drop 1", "q")),
    # What it says
    (full_review, ("s", "room", "down 1", "out 1", "rule 1", "who 1", "Somebody else", "q", "c", "why 1", "Because.",
                   "drop 1", "new", "1", "q", "q")),
]  # fmt: skip


def reached(seated: SitDown, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Type all of it, and return the operations of the Desk that were asked for."""
    watched = {name: create_autospec(sound, side_effect=sound) for name, sound in OPERATIONS.items()}
    for name, watch in watched.items():
        monkeypatch.setattr(Desk, name, watch)
    for make, lines in TYPED:
        sitting, _ = seated(make(), lines)
        other = replace(empty_review(), id="other", title="An earlier review", by="Cllr A. Example")
        sitting.around.library.create(other.with_answer(Answer(other.questions[0].id, State.RATED, 1))).close()
        with suppress(EndedError):
            QuestionPlace(sitting).stay()
        sitting.keeper.close()
    return {name for name, watch in watched.items() if watch.called}


def test_every_operation_of_the_desk_is_reached_by_a_typed_line(
    seated: SitDown, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert set(OPERATIONS) - reached(seated, monkeypatch) == set()
