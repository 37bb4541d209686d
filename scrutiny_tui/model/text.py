"""Text from people and files is data: this is where it is made safe to show, once, for the whole program."""

import dataclasses
import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but tab and newline
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks and overrides that reorder what a reader sees
    "\ufeff"  # a byte order mark in the middle of a text: invisible, and counted differently by every program
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]",  # lone surrogates and non-characters, which no file can hold
)
_PARAGRAPH = re.compile(r"\n\s*\n")
_NEWLINES = re.compile("\r\n?|\x85|\u2028|\u2029")


def clean(text: str) -> str:
    """Return `text` with one kind of newline and without characters that act on a terminal or hide text.

    Control characters, direction overrides and lone surrogates become U+FFFD, so that a reader sees
    that something stood there. Tabs and newlines stay.
    """
    if "\r" in text or not text.isprintable():
        return _UNSAFE.sub("\ufffd", _NEWLINES.sub("\n", text))
    return text


def unsafe(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield every character that `clean` replaces, after its line and column, which count from 1."""
    for number, line in enumerate(_NEWLINES.sub("\n", text).split("\n"), start=1):
        for match in _UNSAFE.finditer(line):
            yield number, match.start() + 1, match.group()


def one_line(text: str) -> str:
    """Return `text` with every run of white space, newlines included, as one space."""
    return " ".join(text.split())


def split_paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text, which blank lines part; each keeps its lines."""
    return _PARAGRAPH.split(text.strip())


def counted(number: int, noun: str, many: str = "") -> str:
    """Return a number with its noun, such as `1 question` or `9 questions`."""
    return f"{number} {noun}" if number == 1 else f"{number} {many or f'{noun}s'}"


def hyphenated(text: str, most: int) -> str:
    """Return the letters a to z and digits of `text` in lower case, with hyphens between words; `most` of them."""
    # Letter by letter: in order, a text of nothing but accents would take minutes.
    plain = "".join(unicodedata.normalize("NFKD", letter) for letter in text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")[:most].strip("-")


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that `word` was probably meant to be, or nothing."""
    return next(iter(difflib.get_close_matches(word.lower(), known, 1)), "")


class Clean:
    """Base of every value that holds text: whatever way the value is made, its text is clean."""

    __slots__ = ()

    def __post_init__(self) -> None:
        """Clean every text of this value; a list of texts is cleaned one by one."""
        for field in dataclasses.fields(self):  # type: ignore[arg-type]  # every subclass is a dataclass
            value: Any = getattr(self, field.name)
            if type(value) is str:
                safe: Any = clean(value)
            elif type(value) is tuple and value and type(value[0]) is str:
                safe = tuple(map(clean, value))
            else:
                continue
            if safe != value:
                object.__setattr__(self, field.name, safe)
