"""Windows on a review: a second one, one of another size, and one that goes and takes the worked example with it."""

import getpass
from pathlib import Path

import pytest

from tests.terminal.keyboard import blank_review, leave_box, open_note, saved, wait_for_note
from tests.terminal.terminal import Terminal

SIZES = [(80, 24), (60, 16), (80, 24), (120, 36)]
WORDS = [
    "We asked for the figures of every team",
    "and had those of four;",
    "the two that are missing",
    "were also missing a year ago,",
    "which nobody in the room could explain.",
]


def test_a_second_window_on_a_review_reads_only_and_says_who_has_it(tmp_path: Path) -> None:
    path = blank_review(tmp_path / "reviews")
    with Terminal(str(path), home=tmp_path) as first:
        first.wait_for("Question 1 of 9")
        with Terminal(str(path), home=tmp_path) as second:
            second.wait_for("reading only", "This review can only be read here.", getpass.getuser())
            second.press("3", "]", "[")
            second.wait_for("Question 1 of 9", "( ) 3 Good")
            second.press("ctrl+q")
            assert second.wait_for_end() == 0
        first.press("4")
        first.wait_for("(*) 4 Great")
        first.press("ctrl+q")
        assert first.wait_for_end() == 0
    assert [answer.level for answer in saved(path).answers] == [4]


def test_a_window_of_a_changing_size_keeps_every_letter(tmp_path: Path) -> None:
    path = blank_review(tmp_path / "reviews")
    with Terminal(str(path), home=tmp_path) as terminal:
        terminal.wait_for("Question 1 of 9")
        open_note(terminal)
        terminal.type(WORDS[0])
        for count, size in enumerate(SIZES, start=1):
            terminal.resize(*size)
            terminal.press(*f" {WORDS[count]}")
            wait_for_note(terminal, " ".join(WORDS[: count + 1]))
        leave_box(terminal, "Escape leaves")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
    assert [answer.note for answer in saved(path).answers] == [" ".join(WORDS)]


@pytest.mark.parametrize("kept", [False, True])
def test_the_worked_example_is_kept_only_if_one_wants_it(tmp_path: Path, *, kept: bool) -> None:
    with Terminal("demo", home=tmp_path) as terminal:
        terminal.wait_for("worked example", "Question ")
        terminal.press("q")
        terminal.wait_for("> Leave it behind", "Keep a copy")
        if kept:
            terminal.press("down")
            terminal.wait_for("> Keep a copy")
        terminal.press("enter")
        terminal.wait_for("8 of 9" if kept else "start a review")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    assert not list((tmp_path / "tmp").iterdir())
    assert [path.parent.name for path in tmp_path.rglob("*.scrutiny.json")] == ["reviews"] * kept


def test_a_note_that_comes_all_at_once_is_kept_as_it_was_typed(tmp_path: Path) -> None:
    path = blank_review(tmp_path / "reviews")
    text = " ".join(f"Of what was said on day {number} nothing was minuted, {number}." for number in range(11, 17))
    with Terminal(str(path), home=tmp_path) as terminal:
        terminal.wait_for("Question 1 of 9")
        open_note(terminal)
        terminal.type(text)
        wait_for_note(terminal, text)
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
    assert [answer.note for answer in saved(path).answers] == [text]
