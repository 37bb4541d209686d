"""Lines that come through a pipe: they are never put to another use than they were written for."""

from contextlib import suppress
from unittest.mock import Mock

import pytest

from scrutiny_tui.errors import SaveError
from scrutiny_tui.model.review import Review
from scrutiny_tui.plain.question import QuestionPlace
from scrutiny_tui.plain.sitting import sit_down
from scrutiny_tui.plain.talk import EndedError
from scrutiny_tui.storage.library import Library
from scrutiny_tui.storage.review_file import ReviewFile
from tests.examples import empty_review
from tests.plain.conftest import SitDown


def first(review: Review) -> str:
    return review.questions[0].id


def work(seated: SitDown, *lines: str) -> tuple[Review, str]:
    """Type lines at the question at hand, and return the review then, and all that was said."""
    sitting, said = seated(empty_review(), lines)
    with suppress(EndedError):
        QuestionPlace(sitting).stay()
    return sitting.keeper.store.review, said.getvalue()


def test_a_note_from_a_pipe_is_saved_once_and_kept_though_nothing_ends_it(
    seated: SitDown, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound, saves = ReviewFile.save, 0

    def counted(store: ReviewFile, review: Review) -> object:
        nonlocal saves
        saves += 1
        return sound(store, review)

    monkeypatch.setattr(ReviewFile, "save", counted)
    sitting, said = seated(empty_review(), ["e", "One.", ".", "e", "clear", "Two.", "three", "q"])
    with suppress(EndedError):
        QuestionPlace(sitting).stay()
    review = sitting.around.library.read_filed(sitting.keeper.store.path).review
    assert review.answer(first(review)).note == "Two.\nthree\nq"
    assert saves == 2
    assert "No line with a single dot ended the text." in said.getvalue()
    assert "clear\nBegun anew.\n" in said.getvalue()
    assert sitting.talk.mistakes == 1


def test_a_sentence_is_no_command_though_it_begins_with_the_letter_of_one(seated: SitDown) -> None:
    review, said = work(seated, "3", "C is not the level that we meant", "Q and A")
    assert review.answer(first(review)).level == 3
    assert "Nothing was done: C stands alone on its line. It means: take the answer back; notes stay." in said
    assert "Nothing more is typed" not in said.partition("Q stands alone")[0]


def test_what_is_no_text_is_told(seated: SitDown) -> None:
    review, said = work(seated, "- no such t\x00eam", "e", "It was said at 10\ufffd.", ".")
    assert review.answer(first(review)).reason == "no such t\ufffdeam"
    assert said.count("Something in that line is no text") == 2


def test_a_script_stops_where_its_next_lines_would_be_put_to_another_use(
    seated: SitDown, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, said = seated(empty_review(), ["e", "q", "1", "0"])
    locked = sit_down(held.around, library.open(held.keeper.store.path))
    with pytest.raises(EndedError, match="count on what could not be done"):
        QuestionPlace(locked).stay()
    assert said.getvalue().count("Answer:") == 1
    full = SaveError(held.keeper.store.path, "No space is left.")
    monkeypatch.setattr(ReviewFile, "save", Mock(side_effect=full))
    writing, said = seated(empty_review(), ["2", "q", "2"])
    with pytest.raises(EndedError, match="count on what could not be done"):
        QuestionPlace(writing).stay()
    writing.keeper.close()
    assert said.getvalue().endswith("What was typed last is not saved.\n")


def test_what_was_not_saved_when_the_conversation_broke_off_is_saved_at_its_end(seated: SitDown) -> None:
    sitting, _ = seated(empty_review(), [])
    sitting.desk.rate(first(sitting.desk.review), 2)
    sitting.keeper.close()
    assert sitting.around.library.read_filed(sitting.keeper.store.path).review == sitting.desk.review
