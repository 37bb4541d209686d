"""Home, line by line: the list of reviews, a new one, the worked example, and the archive."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path
from unittest.mock import Mock

import pytest

from scrutiny_tui.catalog.shelf import Shelf
from scrutiny_tui.plain.conversation import converse
from scrutiny_tui.plain.sitting import Around
from scrutiny_tui.plain.talk import Talk
from scrutiny_tui.storage.library import Library
from tests.examples import empty_review, full_review
from tests.plain.conftest import FakePreferences, Talking, clock

Begin = Callable[..., str]


@pytest.fixture
def begin(talking: Talking, library: Library, tmp_path: Path) -> Begin:
    """Return a function that runs a whole conversation with these lines and gives all that was said."""

    def run(*lines: str, **options: object) -> str:
        talk, said = talking(lines)
        scratch = Library(tmp_path / "scratch", clock)
        example = lambda: scratch.create(full_review())  # noqa: E731  # short
        around = Around(talk, library, Shelf(library.folder / "Checklists"), clock, FakePreferences(), example)
        converse(around, **options)  # type: ignore[arg-type]  # path or demo
        assert isinstance(said, StringIO)
        return said.getvalue()

    return run


def test_an_empty_library_says_what_this_is_and_how_to_begin(begin: Begin) -> None:
    said = begin("q")
    assert "leave with the questions to ask" in said
    assert "Type n to start a review, or d" in said


def test_a_new_review_follows_a_checklist_and_is_found_again(begin: Begin, library: Library) -> None:
    said = begin("n", "99", "Nine key questions, 9 questions", "Our review", "2", "q", "q")
    assert "type a number from 1 to" in said
    (listed,) = library.listings()
    assert (listed.title, listed.answered) == ("Our review", 1)
    assert "1. Our review, 1 of 9 answered, saved today" in said
    assert "1 goes on where you were: question 1 of 9" in said
    assert "Question 1 of 9" in begin("1", "q", "q")
    assert "Question 1 of 9" in begin("our-review", "q", "q")


def test_a_review_is_archived_and_brought_back(begin: Begin, library: Library) -> None:
    library.create(empty_review()).close()
    said = begin("archive 7", "archive 1", "u", "q")
    assert "Type the number of a review behind it." in said
    assert "Moved to the archive: " in said
    assert len(library.listings()) == 1


def test_the_worked_example_is_kept_only_where_that_is_wanted(begin: Begin, library: Library) -> None:
    begin("d", "q", "1", "q")
    assert library.listings() == []
    begin("d", "q", "2", "q")
    assert len(library.listings()) == 1


def test_the_example_asks_before_it_goes(begin: Begin) -> None:
    said = begin("q", "3", "q", "1", demo=True)
    assert said.count("This worked example is not kept.") == 2


def test_reviews_are_found_by_words_and_late_replies_told(begin: Begin, library: Library) -> None:
    library.create(full_review()).close()
    library.create(empty_review()).close()
    said = begin("/ zebra", "o", "q")
    assert "No review has these words in it." in said
    assert "overdue" in said


def test_q_chooses_nothing(begin: Begin, library: Library) -> None:
    begin("n", "q", "1", "A title", "q")
    assert library.listings() == []


def test_who_stops_it_hears_that_what_was_saved_is_there(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Talk, "ask", Mock(side_effect=KeyboardInterrupt))
    heard: list[str] = []
    monkeypatch.setattr(Talk, "say", lambda _, *lines: heard.extend(lines))
    with pytest.raises(KeyboardInterrupt):
        begin()
    assert heard[-1] == "Stopped. Everything that was called saved is in the file."


def test_the_end_of_what_is_typed_is_no_harm(begin: Begin) -> None:
    assert "Nothing more is typed" in begin()
    assert "Nothing more is typed" in begin("n", "1")
