"""The real program in a real terminal, killed at a random moment: what its screen called saved is in the file."""

import random
import re
import signal
import time
from collections.abc import Iterator
from pathlib import Path

from scrutiny_tui.errors import ScrutinyError
from tests.faults.scene import leftovers, library, stage
from tests.faults.tally import Fault, Tally, tried
from tests.terminal.keyboard import blank_review, note_on_screen, squeeze
from tests.terminal.terminal import PATIENCE, Terminal

LONGEST = 5.0
"""Seconds after which the program is killed at the latest, from the first level on that its screen called saved."""
STEADY = 0.2
"""Seconds for which something stands on the screen before a person has read it. The screen may show a letter a moment
before it takes the word `saved` away."""
NOTE = "Nobody could say why, and nobody had asked."

_SAVED = re.compile(r" saved( \d\d:\d\d)?$")
_RATED = re.compile(r"^[-> ] (\d) \w.*? {2,}(\d) (?:Poor|Fair|Good|Great) ", re.MULTILINE)
_AT = re.compile(r"Question (\d) of 9")
_CHANCE = random.Random(1)  # noqa: S311 - moments, not secrets


class Seen:
    """What stood steadily on the screen while it said that all was saved, by question."""

    def __init__(self) -> None:
        self.levels: dict[int, int] = {}
        self.notes: dict[int, str] = {}
        """Without blanks, and only as far as they stood there."""
        self._last = ""
        self._since = 0.0

    def look(self, terminal: Terminal) -> None:
        """Take note of what is on the screen, if it has been there for some time and is called saved."""
        if terminal.text != self._last:
            self._last, self._since = terminal.text, time.monotonic()
        at = _AT.search(self._last)
        if at and _SAVED.search(terminal.lines[0]) and time.monotonic() - self._since >= STEADY:
            self.levels |= {int(number): int(level) for number, level in _RATED.findall(self._last)}
            if note := note_on_screen(terminal):
                self.notes[int(at[1])] = max(self.notes.get(int(at[1]), ""), note, key=len)


def _run(most: int, root: Path) -> Tally:
    """Kill it so often, and count how often there was something on the screen to hold it to."""
    tally, sights = Tally(), [Seen() for _ in range(most)]
    for number, seen in enumerate(sights):
        with stage(root) as folder:
            tried(tally, f"try {number}", _killed, folder, seen)
    rated, noted = (sum(map(bool, what)) for what in zip(*((seen.levels, seen.notes) for seen in sights), strict=True))
    tally.note = f"{rated} had seen a level saved, {noted} a note"
    if not noted:
        tally.count("saw nothing", "no note was ever called saved")
    return tally


def _killed(folder: Path, seen: Seen) -> str:
    path = blank_review(folder)
    with Terminal(str(path), home=folder) as terminal:
        terminal.wait_for("Question 1 of 9")
        work = _work(terminal)
        next(work)
        if not _sees_a_level(terminal, seen):
            return "saw nothing"
        end = time.monotonic() + _CHANCE.uniform(0, LONGEST)
        for wait in work:
            for _ in terminal.watch(min(wait, end - time.monotonic())):
                seen.look(terminal)
            if time.monotonic() >= end:
                break
        terminal.send_signal(signal.SIGKILL)
    return left(path, seen)


def _sees_a_level(terminal: Terminal, seen: Seen) -> bool:
    for _ in terminal.watch(PATIENCE):
        seen.look(terminal)
        if seen.levels:
            return True
    return False


def _work(terminal: Terminal) -> Iterator[float]:
    """Rate one question after the other and write a note to each; yield how long to look at the screen after a key."""
    for number in range(1, 10):
        terminal.press(str(number % 4 + 1))
        yield _CHANCE.uniform(0, 0.3)
        terminal.press("e")
        terminal.wait_for("Escape leaves")
        for letter in NOTE:
            terminal.press(letter)
            yield _CHANCE.uniform(0, 0.8 if letter == " " else 0.05)
        terminal.press("escape")
        terminal.wait_until_gone("Escape leaves")
        terminal.press("]")
        yield _CHANCE.uniform(0, 0.2)


def left(path: Path, seen: Seen) -> str:
    """Return the harm to what was seen."""
    try:
        store = library(path.parent).open(path)
    except ScrutinyError:
        return "unreadable"
    store.close()
    answers = [store.review.answer(question.id) for question in store.review.questions]
    rated = all(answers[number - 1].level == level for number, level in seen.levels.items())
    noted = all(squeeze(answers[number - 1].note).startswith(note) for number, note in seen.notes.items())
    if not (rated and noted):
        return "lost"
    return "left over" if leftovers(path.parent) else ""


FAULTS = (Fault("The window killed at random moments, by what its screen said", _run, brief=0, usual=3, long=50),)
