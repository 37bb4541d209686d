"""Somebody who types a note in a window of a real terminal, and what is left of it."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from tests.faults.modes import left_on
from tests.faults.tally import Tally
from tests.terminal.keyboard import blank_review, open_note, saved
from tests.terminal.terminal import Terminal

_WORDS = ("nobody", "asked", "what", "became", "of", "the", "plan", "for", "carers", "after", "March", "and", "why")
MOST_CPU = 8.0
"""Seconds of a processor that a short sitting may take, on a slow computer too; an endless loop takes all there is."""


class Typist:
    """One window on one review, with a note open."""

    def __init__(self, terminal: Terminal, path: Path, chance: random.Random) -> None:
        self.terminal, self.path, self._chance = terminal, path, chance
        self.typed = ""

    @property
    def kept(self) -> str:
        """The note as it is on the disk."""
        review = saved(self.path)
        return review.answer(review.questions[0].id).note

    def type(self, *, unseen: bool = False) -> None:
        """Type some words more, and see them on the screen unless they are to go `unseen`."""
        words = self._chance.choices(_WORDS, k=self._chance.randint(1, 6))
        # The last word comes once only, so that it is on the screen when it has been typed.
        text = " ".join(["", *words, f"{self._chance.randrange(10**6):06}"][not self.typed :])
        (self.terminal.press if unseen else self.terminal.type)(text)
        self.typed += text

    def ended(self, code: int) -> str:
        """Wait for the end, and return the harm: something lost, the terminal not as it was, another exit code."""
        came = self.terminal.wait_for_end()
        return self.left() or ("" if came == code else f"exit code {came}")

    def left(self) -> str:
        """Return the harm to the note and to the terminal."""
        if self.kept != self.typed:
            return "lost"
        if b"Traceback" in self.terminal.output:
            return "traceback"
        return self.not_restored()

    def not_restored(self) -> str:
        """Return the harm to who has the terminal next."""
        as_it_was = self.terminal.rests and not left_on(bytes(self.terminal.output))
        return "" if as_it_was else "terminal not restored"


@contextmanager
def typing(folder: Path, chance: random.Random, **options: object) -> Iterator[Typist]:
    """Open a review in a window, with a note begun."""
    path = blank_review(folder / "reviews")
    with Terminal(str(path), home=folder, **options) as terminal:  # type: ignore[arg-type]  # what a Terminal takes
        terminal.wait_for("Question 1 of 9")
        open_note(terminal)
        one = Typist(terminal, path, chance)
        one.type()
        yield one


Trial = Callable[[Path, random.Random, int], str]
"""Takes an empty folder, chance, and which try it is; returns the harm that was done."""


def afresh(trial: Trial) -> Callable[[int, Path], Tally]:
    """Return what runs a trial so many times, each in a folder of its own, and does not wait for ever."""

    def run(times: int, folder: Path) -> Tally:
        tally = Tally()
        for number in range(times):
            place = folder / str(number)
            place.mkdir()
            before = getrusage(RUSAGE_CHILDREN)
            try:
                harm = trial(place, random.Random(number), number)  # noqa: S311 - to try the same things each time
            except AssertionError as error:
                # The first line is what was waited for; what follows is the screen.
                tally.count("hung", f"try {number}: {error}\n" + "\n".join(getattr(error, "__notes__", ())))
                continue
            after = getrusage(RUSAGE_CHILDREN)
            busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime > MOST_CPU
            tally.count(harm or "busy without end" * busy, f"try {number}")
        return tally

    return run
