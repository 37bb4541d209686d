"""What a typed line says: pure, and with an answer in words to any line whatever."""

import re
from collections.abc import Iterable
from enum import Enum, auto

from scrutiny_tui.cli.streams import quoted
from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.answer import Answer, State, Strength
from scrutiny_tui.model.checklist import Checklist
from scrutiny_tui.model.reading import IN_WORDS
from scrutiny_tui.model.shorthand import NOT_LEVELS, STRENGTHS
from scrutiny_tui.model.text import clean, one_line

_NUMBER = re.compile("[0-9]{1,6}")
"""Longer than any number of a question, and short enough to be read as one."""
_STATES = {**NOT_LEVELS, "0": State.NOT_KNOWN, "-": State.NOT_APPLICABLE, ".": State.NOT_DISCUSSED}
_STRENGTHS = {**STRENGTHS, **{strength.value: strength for strength in Strength}}
_PLAINLY_NO_NOTE = re.compile(
    rf"[0-9]{{1,3}} (?:[0-9]|[nd.])(?: (?:[a-z]|{'|'.join(_STRENGTHS)}))?|[uq?]",
    re.IGNORECASE,
)
_LONGEST = 60
"""How much of a line that was not understood is said back."""


class Wish(Enum):
    """What else may be typed in the place of an answer."""

    HELP = auto()
    UNDO = auto()
    QUIT = auto()
    NOTHING = auto()
    """An empty line, or a dot that ends a note which has ended already."""


@frozen
class Entry:
    """What is said about one question."""

    number: int
    """The question's number, from 1."""
    state: State | None = None
    """None where only a note follows."""
    level: int = 0
    """The level where the state is rated, else 0."""
    strength: Strength | None = None
    reason: str = ""
    """Why the question does not apply."""


@frozen
class Mistake:
    """A line that changes nothing, and why."""

    words: str


_WISHES = {"": Wish.NOTHING, ".": Wish.NOTHING, "?": Wish.HELP, "u": Wish.UNDO, "q": Wish.QUIT}


def parse(line: str, checklist: Checklist) -> Entry | Wish | Mistake:
    """Return what a line says to somebody who has this checklist before them. Never raises."""
    line = one_line(clean(line))
    if line.lower() in _WISHES:
        return _WISHES[line.lower()]
    first, _, rest = line.partition(" ")
    said, _, more = rest.partition(" ")
    if not _NUMBER.fullmatch(first):
        return Mistake(f"{_cut(line)} begins with no number of a question. {_EXAMPLE}")
    number, most = int(first), len(checklist.questions)
    if not 1 <= number <= most:
        return Mistake(f"There is no question {_cut(first)}: this checklist has questions 1 to {most}.")
    said = said.lower()
    if not said:
        return Entry(number)
    if said in _STATES:
        return _without_level(number, _STATES[said], more)
    return _rated(number, said, more, checklist)


def ends_note(line: str) -> bool:
    """Tell whether a line in the middle of a note ends it: an empty one, a dot, or what is no note to any reader.

    A reason is free text, and a number alone may be anything: both may well be part of a note.
    """
    line = one_line(clean(line))
    return line in {"", "."} or _PLAINLY_NO_NOTE.fullmatch(line) is not None


def _without_level(number: int, state: State, more: str) -> Entry | Mistake:
    if state is State.NOT_APPLICABLE:
        if not more:
            return Mistake(f"Say why question {number} does not apply, such as: {number} x no such service here")
        return Entry(number, state, reason=more)
    if more:
        return Mistake(f"Nothing may stand after {state.words!r}, and here stands {_cut(more)}. {_NOTES}")
    return Entry(number, state)


def _rated(number: int, said: str, more: str, checklist: Checklist) -> Entry | Mistake:
    if not _NUMBER.fullmatch(said):
        return Mistake(f"{_cut(said)} is neither a level nor one of {', '.join(NOT_LEVELS)}. {_EXAMPLE}")
    if checklist.questions[number - 1].in_words:
        return Mistake(f"Question {number} is answered in words: type {number} alone, and the answer below it.")
    level = int(said)
    if not checklist.scale.has(level):
        most = len(checklist.scale.levels)
        return Mistake(f"There is no level {_cut(said)}: the scale of this checklist has levels 1 to {most}.")
    if not more:
        return Entry(number, State.RATED, level)
    strength = _STRENGTHS.get(more.lower())
    if strength is None:
        return Mistake(f"After the level stands {_choice(STRENGTHS.items())}, and not {_cut(more)}. {_NOTES}")
    return Entry(number, State.RATED, level, strength)


def _choice(letters: Iterable[tuple[str, Strength]]) -> str:
    *others, last = (f"{letter} {strength}" for letter, strength in letters)
    return f"{', '.join(others)} or {last}"


def _cut(text: str) -> str:
    return quoted(text if len(text) <= _LONGEST else text[:_LONGEST] + "...")


_EXAMPLE = "Type for instance 4 2 t: question 4, level 2, tested."
_NOTES = "A note goes on a line of its own."


def in_words(answer: Answer, checklist: Checklist) -> str:
    """Return an answer as a person reads it, such as `2 Fair, tested`."""
    if not answer.is_answered and checklist.question(answer.question).in_words:
        return IN_WORDS
    if answer.level is None:
        return one_line(", ".join(filter(None, (answer.state.words, answer.reason))))
    words = str(checklist.scale.level(answer.level))
    return one_line(f"{words}, {answer.strength}" if answer.strength else words)


HELP = f"""\
4 2 t    question 4, level 2, and how you know: {_choice(STRENGTHS.items())}; it may be left out
4 n      not known (also 4 0)
4 x why  does not apply, and why (also 4 - why)
4 d      not discussed (also 4 .)
4        only a note
A note follows on lines of its own, until an empty line, a single dot, or an answer such as 5 3 s. Put an empty line
before 4 x why, and before 4 alone: either may be part of a note.
u undoes the last, q ends, ? explains. Everything is saved at once."""
