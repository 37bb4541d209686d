"""However the program ends, what was typed is in the file, and the terminal is usable again."""

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.keyboard import blank_review, open_note, saved
from tests.terminal.terminal import Terminal, surroundings

NOTE = "The board was told in March that visits were late; the July paper says nothing"
LEAVES_THE_SCREEN, SHOWS_THE_CURSOR = b"\x1b[?1049l", b"\x1b[?25h"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_in_the_middle_of_a_note_loses_no_letter(tmp_path: Path, number: signal.Signals) -> None:
    path = blank_review(tmp_path / "reviews")
    with Terminal(str(path), home=tmp_path) as terminal:
        start_a_note(terminal)
        terminal.send_signal(number)
        assert terminal.wait_for_end() == 128 + number
        assert LEAVES_THE_SCREEN in terminal.output
        assert SHOWS_THE_CURSOR in terminal.output.partition(LEAVES_THE_SCREEN)[2]
    assert note(path) == NOTE


def test_a_closed_window_in_the_middle_of_a_note_loses_no_letter(tmp_path: Path) -> None:
    path = blank_review(tmp_path / "reviews")
    with Terminal(str(path), home=tmp_path) as terminal:
        start_a_note(terminal)
        terminal.hang_up()
        assert terminal.wait_for_end() != 0
    assert note(path) == NOTE


def test_quitting_at_once_in_the_middle_of_a_note_loses_no_letter(tmp_path: Path) -> None:
    path = blank_review(tmp_path / "reviews")
    with Terminal(str(path), home=tmp_path) as terminal:
        start_a_note(terminal)
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
        assert SHOWS_THE_CURSOR in terminal.output.partition(LEAVES_THE_SCREEN)[2]
    assert note(path) == NOTE


@pytest.mark.parametrize("with_terminal", ["stdin", "stdout", "neither"])
def test_without_a_terminal_to_type_and_see_one_line_says_so(tmp_path: Path, with_terminal: str) -> None:
    master, slave = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "scrutiny_tui"],
        env=surroundings(tmp_path),
        check=False,
        timeout=20,
        stdin=slave if with_terminal == "stdin" else subprocess.DEVNULL,
        stdout=slave if with_terminal == "stdout" else subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    os.close(slave)
    os.close(master)
    assert (done.returncode, done.stdout or b"") == (2, b"")
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("The screen needs a terminal, and this is not one.")


def start_a_note(terminal: Terminal) -> None:
    terminal.wait_for("Question 1 of 9")
    open_note(terminal)
    terminal.type(NOTE)


def note(path: Path) -> str:
    review = saved(path)
    return review.answer(review.questions[0].id).note
