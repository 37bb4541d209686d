"""However the program ends, what was typed is in the file, and the terminal is usable again."""

import os
import pty
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.modes import left_on
from tests.terminal.keyboard import blank_review, open_note, saved
from tests.terminal.terminal import Terminal, surroundings

NOTE = "The board was told in March that visits were late; the July paper says nothing"
LEAVES_THE_SCREEN = b"\x1b[?1049l"
BREAKING = Path(__file__).parent.parent / "faults" / "breaking.py"


def test_a_signal_in_the_middle_of_a_note_loses_no_letter(tmp_path: Path) -> None:
    path = blank_review(tmp_path / "reviews")
    with Terminal(str(path), home=tmp_path) as terminal:
        start_a_note(terminal)
        terminal.send_signal(signal.SIGTERM)
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
        assert not left_on(bytes(terminal.output))
    assert note(path) == NOTE


def test_a_closed_window_in_the_middle_of_a_note_loses_no_letter(tmp_path: Path) -> None:
    path = blank_review(tmp_path / "reviews")
    with Terminal(str(path), home=tmp_path) as terminal:
        start_a_note(terminal)
        terminal.hang_up()
        assert terminal.wait_for_end() == 128 + signal.SIGHUP
    assert note(path) == NOTE


def test_quitting_at_once_in_the_middle_of_a_note_loses_no_letter(tmp_path: Path) -> None:
    path = blank_review(tmp_path / "reviews")
    with Terminal(str(path), home=tmp_path) as terminal:
        start_a_note(terminal)
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
        assert not left_on(bytes(terminal.output))
    assert note(path) == NOTE


def test_an_error_on_the_screen_loses_no_letter_tells_none_and_says_where_it_was(tmp_path: Path) -> None:
    path = blank_review(tmp_path / "reviews")
    program = (sys.executable, str(BREAKING), "render")
    environment = {"PYTHONPATH": str(BREAKING.parent.parent.parent)}
    with Terminal(str(path), home=tmp_path, program=program, environment=environment) as terminal:
        start_a_note(terminal)
        terminal.press("!")
        assert terminal.wait_for_end() == 1
        assert not left_on(bytes(terminal.output))
        said = terminal.output.rpartition(LEAVES_THE_SCREEN)[2].decode()
    [report] = (tmp_path / "reviews" / "Crash reports").iterdir()
    assert "What you typed is saved." in said
    assert "breaking.py" in said
    assert report.name in said
    assert (stat.S_IMODE(report.parent.stat().st_mode), stat.S_IMODE(report.stat().st_mode)) == (0o700, 0o600)
    for told in (said, report.read_text("utf-8")):
        assert "March" not in told
        assert "July" not in told
    assert note(path) == f"{NOTE}!"


def test_a_hostile_byte_an_undone_paste_and_a_closed_standard_error_do_no_harm(tmp_path: Path) -> None:
    path = blank_review(tmp_path / "reviews")
    program = ("/bin/sh", "-c", 'exec "$0" -m scrutiny_tui "$1" 2>&-', sys.executable)
    with Terminal(str(path), home=tmp_path, program=program) as terminal:
        start_a_note(terminal)
        terminal.send(b"\x1b[200~" + b"\nOne of sixty lines" * 60 + b"\x1b[201~")
        terminal.wait_until(lambda: note(path).count("sixty") == 60, "the paste in the file")
        terminal.send(b"\x1a")
        terminal.wait_until(lambda: note(path) == NOTE, "the paste to go")
        terminal.send(b"\xff\x1b[1114112u.")
        terminal.wait_until(lambda: note(path) == f"{NOTE}\N{REPLACEMENT CHARACTER}.", "a full stop in the file")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0


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
