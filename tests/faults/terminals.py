"""The terminal sends what no keyboard does, takes nothing, or is not standard error: the text is in the file."""

import random
import signal
import sys
import time
from functools import partial
from pathlib import Path

from tests.faults.note_typist import Typist, afresh, typing
from tests.faults.tally import Fault

_HOSTILE = (
    b"\xff", b"\xfe\xff", b"\xc3(", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\xe2\x82", b"\x00" * 50,
    b"\x1b[999999999999999999u", b"\x1b[1114112u", b"\x1b[97;1;4294967295u", b"\x1b[;;;;;;;;;z",
    b"\x1b[?9999999999;1$y", b"\x1b[48;9999;9999;1;1t", b"\x1b[48;0;0;0;0t", b"\x1b[24;80R", b"\x1b[?1;2c",
    b"\x1b]0;title\x07", b"\x1bP+q544e\x1b\\", b"\x1b[<0;1", b"\x1b[<999999999999;1;1M", b"\x1b[<35;-5;-5M",
    b"\x1b[M   ", b"\x1b[<64;1;1M" * 20, b"\x1b[<35;10;10M" * 2000, b"\x1b[I\x1b[O" * 50, b"\x1b[200~\x1b[201~",
    b"\x1b[" + b"1;" * 300 + b"m",
)  # fmt: skip
_STALLED = 1.5
"""Seconds without a key after which all of what was typed must be in the file."""
_ENDING = 6.0
"""Seconds after which a program that is told to end has, though its terminal takes nothing."""


def _hostile(folder: Path, chance: random.Random, number: int) -> str:
    """Send a few of them in the middle of a note. What can be shown of them is in it; no letter of ours goes."""
    with typing(folder, chance) as typist:
        for _ in range(3):
            sent = (
                _HOSTILE[number % len(_HOSTILE)]
                if chance.random() < 1 / 2
                else bytes(chance.choices(range(128, 256), k=40))
            )
            typist.terminal.send(sent)
            for _ in typist.terminal.watch(0.3):  # what looks like the beginning of a key is waited for
                pass
            typist.type()
        typist.terminal.press("ctrl+q")
        code = typist.terminal.wait_for_end()
        letters = iter(kept := typist.kept)
        if any(letter not in letters for letter in typist.typed):  # each is looked for behind the one before
            return "lost"
        typist.typed = kept
        return typist.left() or ("" if code == 0 else f"exit code {code}")


def _undone(folder: Path, chance: random.Random, number: int) -> str:
    del number
    pasted = "".join(f"\nLine {line} of what the paper says" for line in range(1, chance.choice((60, 61, 200))))
    columns, lines = chance.choice(((120, 36), (80, 24), (60, 16)))
    with typing(folder, chance, columns=columns, lines=lines) as typist:
        terminal, before = typist.terminal, typist.typed
        for keys, text in (
            (f"\x1b[200~{pasted}\x1b[201~", before + pasted),
            ("\x1a", before),
            ("\x19", before + pasted),
            ("\x1a", before),
        ):
            terminal.send(keys.encode())
            terminal.wait_until(partial(_holds, typist, text), "the note in the file")
        typist.type()
        terminal.press("ctrl+q")
        return typist.ended(0)


def _holds(typist: Typist, text: str) -> bool:
    return typist.kept == text


def _unread(folder: Path, chance: random.Random, number: int) -> str:
    """Type while nobody reads the screen; then the power goes, or the computer is shut down."""
    with typing(folder, chance) as typist:
        terminal = typist.terminal
        for letter in f" {chance.randrange(10**12):012} and nobody sees it":
            terminal.press(letter)
            typist.typed += letter
            terminal.resize(120 - len(typist.typed) % 2, 36)  # all of it is drawn anew: no terminal holds so much
            time.sleep(0.02)
        time.sleep(_STALLED)
        if number % 2:
            terminal.send_signal(signal.SIGKILL)
            terminal.wait_for_end()
            return "" if typist.kept == typist.typed else "lost"
        terminal.send_signal(signal.SIGTERM)
        end = time.monotonic() + _ENDING
        while terminal.runs and time.monotonic() < end:
            time.sleep(0.01)
        return "hung" if terminal.runs else typist.ended(128 + signal.SIGTERM)


def _without_standard_error(folder: Path, chance: random.Random, number: int) -> str:
    way = ("2>/dev/null", "2>&-", "2>errors.txt")[number % 3]
    program = ("/bin/sh", "-c", f'exec "$0" -m scrutiny_tui "$@" {way}', sys.executable)
    with typing(folder, chance, program=program) as typist:
        typist.type()
        typist.terminal.press("ctrl+q")
        return typist.ended(0)


FAULTS = (
    Fault("Hostile bytes from the terminal", afresh(_hostile), brief=0, usual=6, long=120),
    Fault("Undo after a large paste", afresh(_undone), brief=0, usual=2, long=20),
    Fault("A terminal that is not read", afresh(_unread), brief=0, usual=4, long=40),
    Fault("Without standard error", afresh(_without_standard_error), brief=0, usual=3, long=9),
)
