"""The plain mode, killed or ended while lines come through a pipe: what it answered with `Saved.` is on the disk."""

import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from scrutiny_tui.cli.commands import scrutiny
from scrutiny_tui.cli.front import run as run_command
from scrutiny_tui.errors import ScrutinyError
from tests.faults.child import PATIENCE, Child, Say, cannot_fork
from tests.faults.scene import leftovers, library, some, stage
from tests.faults.tally import Fault, Tally, tried
from tests.terminal.keyboard import blank_review

Held = tuple[int | None, str]
"""The level and the note of the first question."""
Break = Callable[[], None]
"""Breaks the program on purpose, in the process that is to run it."""

DEEDS = 30
LONGEST = 0.25
"""Seconds after its first question after which it is killed at the latest."""
_SAVED = "Saved.\n"
_TYPED, _SAID = "typed", "said"
_BAD = (b"\xff\xfe\n", b"\x00\x00\n", b"\xc3(\xed\xa0\x80\n", b"\x1b[2J\n")
_UNENDED = "Nobody could say why,"


def _line(number: int) -> str:
    """Return what is typed for the change with this number, from 1: every third is a note, the others are levels."""
    return f"e\nclear\nThis was said at {number}.\n.\n" if number % 3 == 0 else f"{number % 4 + 1}\n"


def _after(number: int) -> Held:
    """Return what the file holds after so many changes."""
    rated = [each for each in range(1, number + 1) if each % 3]
    noted = number - number % 3
    return (rated[-1] % 4 + 1 if rated else None), (f"This was said at {noted}." if noted else "")


_LINES = "".join(map(_line, range(1, DEEDS + 1))).encode()


def _sound() -> None:
    """Break nothing."""


def run(most: int, root: Path, broken: Break = _sound) -> Tally:
    """Kill it at random moments."""
    tally, chance, heard = Tally(), random.Random(1), 0  # noqa: S311 - moments, not secrets
    for number in range(most):
        with stage(root) as folder:
            path = blank_review(folder)
            with _working(path, broken, _LINES) as child:
                _wait_until_said(path, "Answer:")
                time.sleep(chance.uniform(0, LONGEST))  # nothing is waited for: this is the moment
                child.kill()
            saved = _said(path).count(_SAVED)
            heard += bool(saved)
            tried(tally, f"try {number}, after {saved} changes", _amiss, path, map(_after, range(saved, DEEDS + 1)))
    tally.note = f"{heard:,} had called something saved"
    return tally


def end(most: int, root: Path, broken: Break = _sound) -> Tally:
    """End it in every other way that a script or a terminal can."""
    tally = Tally()
    for case in some([*_ENDS], most):
        with stage(root) as folder:
            tried(tally, case, _ENDS[case], blank_review(folder), broken)
    return tally


def _signalled(path: Path, broken: Break, ending: signal.Signals) -> str:
    """A signal comes in the middle of a note, which is on the disk as far as it was typed."""
    with _working(path, broken, f"{_line(1)}e\n{_UNENDED}\n".encode()) as child:
        _wait_until_said(path, f"{_UNENDED}\n> ")
        child.signal(ending)
        code = int(child.hear())
    return _amiss(path, [(_after(1)[0], _UNENDED)]) or ("" if code == 128 + ending else f"exit code {code}")


def _unheard(path: Path, broken: Break) -> str:
    """Nobody reads what it says any more, as after `| head`."""
    os.mkfifo(path.parent / _SAID)
    with _working(path, broken, _LINES) as child:
        with (path.parent / _SAID).open(encoding="utf-8") as ear:
            any(line.endswith(_SAVED) for line in ear)
        code = int(child.hear())
    return _amiss(path, map(_after, range(1, DEEDS + 1))) or ("" if code == 0 else f"exit code {code}")


def _bad_bytes(path: Path, broken: Break) -> str:
    """Bytes that are no text stand between the lines: they are told, and change nothing."""
    lines = b"".join(_line(number).encode() + _BAD[number % len(_BAD)] for number in range(1, DEEDS + 1))
    with _working(path, broken, lines + b"q\nq\n") as child:
        code = int(child.hear())
    told = _said(path).count("no text")
    return _amiss(path, [_after(DEEDS)]) or ("" if (code, told) == (1, DEEDS) else "untold")


@contextmanager
def _working(path: Path, broken: Break, lines: bytes) -> Iterator[Child]:
    """Let it work on a review, with these lines in its pipe, which stays open: more may come."""
    typed = path.parent / _TYPED
    os.mkfifo(typed)
    with Child(_follow, path, broken) as child, typed.open("r+b", buffering=0) as pipe:
        pipe.write(lines)
        child.hear()
        yield child


def _wait_until_said(path: Path, words: str) -> None:
    until = time.monotonic() + PATIENCE
    while words not in _said(path) and time.monotonic() < until:
        time.sleep(0.002)


def _said(path: Path) -> str:
    said = path.parent / _SAID
    return said.read_text("utf-8") if said.exists() else ""


def _amiss(path: Path, allowed: Iterable[Held]) -> str:
    """Return what is wrong with what is found, if anything."""
    try:
        store = library(path.parent).open(path)
    except ScrutinyError:
        return "unreadable"
    store.close()
    answer = store.review.answer(store.review.questions[0].id)
    if (answer.level, answer.note) not in [*allowed]:
        return "lost"
    others = [each for each in library(path.parent).listings() if each.path != path]
    return "left over" if others or leftovers(path.parent) else ""


def _follow(say: Say, path: Path, broken: Break) -> None:
    """Run the plain mode on a review, with what comes through the pipe; say its exit code at the end."""
    broken()
    os.environ["XDG_CONFIG_HOME"] = str(path.parent / "config")
    say("begun")
    sys.stdin = (path.parent / _TYPED).open(encoding="utf-8")
    sys.stdout = (path.parent / _SAID).open("w", encoding="utf-8")
    try:
        code = run_command(scrutiny, ["--at", str(path.parent), "plain", str(path)])
    except SystemExit as ended:
        code = int(ended.code or 0)
    say(str(code))


_ENDS: dict[str, Callable[[Path, Break], str]] = {
    "SIGTERM": partial(_signalled, ending=signal.SIGTERM),
    "SIGHUP": partial(_signalled, ending=signal.SIGHUP),
    "SIGINT": partial(_signalled, ending=signal.SIGINT),
    "closed output": _unheard,
    "bad bytes": _bad_bytes,
}
_ALL = len(_ENDS)

FAULTS = (
    Fault("The plain mode killed, by what it said", run, brief=5, usual=300, long=1_000, cannot=cannot_fork),
    Fault("The plain mode ended, unheard or fed bytes", end, brief=_ALL, usual=_ALL, long=_ALL, cannot=cannot_fork),
)
