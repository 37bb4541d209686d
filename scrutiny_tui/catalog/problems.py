"""What is wrong with a file, collected while it is read, so that a person sees all of it at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NoReturn

from scrutiny_tui.model.text import nearest

MOST_PROBLEMS = 100
"""More than these are not worth listing: the file is of another kind, or one mistake made all of them."""
_SHOWN = 40
_NAMED = 15


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: line and column count from 1; a format without lines also says it in words of its own."""

    line: int = 1
    column: int = 1
    path: str = ""

    def __str__(self) -> str:
        """Return `line:column`, or the words of the format."""
        return self.path or f"{self.line}:{self.column}"

    @property
    def words(self) -> str:
        """The place within a sentence, such as `on line 5` or `in row 5, column C`."""
        return f"in {self.path}" if self.path else f"on line {self.line}"


START = Place()
"""The first character of a file: where problems of the whole file are reported."""


class StopReadingError(Exception):
    """The rest of the file cannot be read, or is not worth reading. It never leaves this package."""


class Log:
    """The problems found so far."""

    def __init__(self) -> None:
        self.wrongs: list[tuple[Place, str]] = []

    def add(self, at: Place, what: str) -> None:
        """Note what is wrong and where.

        Raises:
            StopReadingError: there are so many problems that the rest is not listed.
        """
        self.wrongs.append((at, what))
        if len(self.wrongs) >= MOST_PROBLEMS:
            self.wrongs.append((at, "there may be more problems; the rest of the file was not checked"))
            raise StopReadingError

    def stop(self, at: Place, what: str) -> NoReturn:
        """Note what makes the rest of the file unreadable.

        Raises:
            StopReadingError: always.
        """
        self.wrongs.append((at, what))
        raise StopReadingError


def quoted(text: str) -> str:
    """Return the text in quotes on one line, cut where it is long."""
    return repr(text if len(text) <= _SHOWN else text[:_SHOWN] + "...")


def hidden(character: str) -> str:
    """Return the sentence for a character that no text should hold."""
    return f"hidden or control character U+{ord(character):04X}; take it out"


def unknown(what: str, word: str, known: Iterable[str]) -> str:
    """Return the sentence for a word that is not one of the known ones, with the nearest of them or the first few."""
    known = [str(word) for word in known]
    meant = nearest(word, known)
    some = ", ".join(known[:_NAMED]) + (", ..." if len(known) > _NAMED else "")
    hint = f"did you mean {meant!r}?" if meant else f"known: {some or 'none'}"
    return f"unknown {what} {quoted(word)}; {hint}"
