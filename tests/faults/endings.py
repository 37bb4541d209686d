"""However the program is ended, what was typed is in the file, and the terminal is as it was."""

import os
import random
import signal
import stat
import sys
from pathlib import Path

from tests.faults.note_typist import Typist, afresh, typing
from tests.faults.tally import Fault
from tests.terminal.keyboard import NOTE, blank_review
from tests.terminal.terminal import Terminal

_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT)
_GONE = 128 + signal.SIGHUP
_LEAVES_THE_SCREEN = b"\x1b[?1049l"
_WHERE, _SAVED, _LOST = "It happened in ", "What you typed is saved.", "What was typed last could not be saved."
_BREAKING = Path(__file__).with_name("breaking.py")
_PLACES = ("watcher", "render", "worker", "timer", "later", "callback", "screen", "closing", "keys", "save")
"""Where `breaking.py` lets the program fail; at some of them only once another key is pressed."""
_AFTER_ONE_MORE, _NOT_SAVED = ("keys", "save"), ("save",)
_OURS = {"PYTHONPATH": str(_BREAKING.parent.parent.parent)}


def _signalled(folder: Path, chance: random.Random, number: int) -> str:
    ending = _SIGNALS[number % len(_SIGNALS)]
    with typing(folder, chance) as typist:
        typist.type(unseen=number // len(_SIGNALS) % 2 == 1)
        typist.terminal.send_signal(ending)
        return typist.ended(128 + ending)


def _hung_up(folder: Path, chance: random.Random, number: int) -> str:
    del number
    with typing(folder, chance) as typist:
        typist.type()
        typist.terminal.hang_up()
        code = typist.terminal.wait_for_end()
        lost = typist.kept != typist.typed
        return "lost" if lost else "" if code == _GONE else f"exit code {code}"


def _stopped(folder: Path, chance: random.Random, number: int) -> str:
    how = signal.SIGSTOP if number % 3 == 2 else signal.SIGTSTP
    with typing(folder, chance) as typist:
        terminal = typist.terminal
        terminal.send_signal(how)
        terminal.wait_until(lambda: _is_stopped(terminal.pid), "the program to stop")
        for _ in terminal.watch(0.1):
            pass
        harm = _usable(typist) if how == signal.SIGTSTP else ""
        before = len(terminal.output)
        terminal.send_signal(signal.SIGCONT)
        last = typist.typed.split()[-1].encode()
        terminal.wait_until(lambda: last in terminal.output[before:], "the note to be drawn again")
        typist.type()
        terminal.press("ctrl+q")
        return harm or typist.ended(0)


def _is_stopped(pid: int) -> bool:
    state = os.waitid(os.P_PID, pid, os.WSTOPPED | os.WNOHANG | os.WNOWAIT)
    return state is not None and state.si_pid == pid


def _usable(typist: Typist) -> str:
    """Return the harm to who has the terminal while the program is stopped, and to what was typed before."""
    return typist.not_restored() or ("" if typist.kept == typist.typed else "lost")


def _failed(folder: Path, chance: random.Random, number: int) -> str:
    place = _PLACES[number % len(_PLACES)]
    with typing(folder, chance, program=(sys.executable, str(_BREAKING), place), environment=_OURS) as typist:
        before = typist.typed
        if place in _NOT_SAVED:
            typist.terminal.wait_until(lambda: typist.kept == before, "the note in the file")
        typist.terminal.press("!")
        typist.typed += "!"
        if place in _AFTER_ONE_MORE:
            typist.terminal.wait_for("!")
            typist.terminal.press("?")
        code = typist.terminal.wait_for_end()
        said = bytes(typist.terminal.output).rpartition(_LEAVES_THE_SCREEN)[2].decode()
        if place in _NOT_SAVED and typist.kept.startswith(before):
            typist.typed = typist.kept
        told = _WHERE in said and (_LOST if place in _NOT_SAVED else _SAVED) in said
        harm = typist.left() or _given_away(typist, said, folder / "reviews" / "Crash reports")
        return harm or ("" if code == 1 and told else "untold")


def _given_away(typist: Typist, said: str, folder: Path) -> str:
    """Return the harm where what was typed is told, or a report that others can read."""
    [report] = folder.iterdir()
    reported = report.read_text("utf-8")
    words = [word for word in typist.typed.split() if word.strip("!").isdecimal()]
    if any(word in said + reported for word in words) or "Summer" in reported or str(folder.parent.parent) in reported:
        return "given away"
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (folder, report)]
    return "" if modes == [0o700, 0o600] else "open to others"


def _without_input(folder: Path, chance: random.Random, number: int) -> str:
    del number
    path = blank_review(folder / "reviews")
    keyboard, other_end = os.openpty()
    program = ("/bin/sh", "-c", f'exec "$0" -m scrutiny_tui "$1" <{os.ttyname(other_end)}', sys.executable)
    with Terminal(str(path), home=folder, program=program) as terminal:
        terminal.wait_for("Question 1 of 9")
        os.write(keyboard, b"e")
        terminal.wait_for(NOTE, "Escape leaves")
        words = f"and then the line went dead {chance.randrange(10**6):06}"
        os.write(keyboard, words.encode())
        terminal.wait_for(words.rsplit(maxsplit=1)[-1])
        os.close(other_end)
        os.close(keyboard)
        typist = Typist(terminal, path, chance)
        typist.typed = words
        return typist.ended(_GONE)


FAULTS = (
    Fault("Ended by a signal while typing", afresh(_signalled), brief=0, usual=8, long=80),
    Fault("Terminal closed while typing", afresh(_hung_up), brief=0, usual=3, long=40),
    Fault("Stopped and continued", afresh(_stopped), brief=0, usual=3, long=30),
    Fault("An exception in a screen", afresh(_failed), brief=0, usual=len(_PLACES), long=4 * len(_PLACES)),
    Fault("End of input", afresh(_without_input), brief=0, usual=2, long=20),
)
