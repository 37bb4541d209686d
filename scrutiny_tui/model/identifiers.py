"""Where a review's texts look as if they could tell who somebody is. Nothing is changed, only pointed at."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.looks import Looks, Span, looks
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.texts import texts

_LEAST = 3
"""The least letters of a last name that is looked for by itself."""
_ALIKE = str.maketrans({**dict.fromkeys("\u00a0\u2007\u2009\u202f", " "), **dict.fromkeys("‐‑‒–−", "-"), "’": "'"})  # noqa: RUF001 - they are meant
"""Other spaces, dashes and apostrophes, a character for a character."""


@frozen
class Flag:
    """A piece of text that somebody should look at."""

    where: str
    """In words, such as `Caseloads, note`."""
    looks: Looks
    text: str
    """The piece itself."""


def flags(review: Review) -> tuple[Flag, ...]:
    """Return what looks like an identifier in a review's texts, in their order.

    Dates are taken for dates of birth by when the review was made. The checklist's own words are not looked at.
    """
    made = review.created.date()
    return _flagged(review, lambda text: looks(text, made))


def still_named(review: Review, names: Sequence[str]) -> tuple[Flag, ...]:
    """Return where one of these names still stands in a review's texts, or the last word of one, in their order.

    A last word, and a name of one word, count only with the same capitals. A text that is nothing but the name of an
    office, such as `Designated nurse`, is not one that names somebody.
    """
    patterns = _patterns(names)
    if not patterns:
        return ()
    # The longest first, so that none is found in the place of a longer one.
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(patterns, key=lambda each: (-len(each), each)))})(?!\w)")

    def named(text: str) -> Iterator[Span]:
        yield from ((*each.span(), Looks.NAME) for each in pattern.finditer(text) if not _is_office(each))

    return _flagged(review, named)


def _flagged(review: Review, look: Callable[[str], Iterable[Span]]) -> tuple[Flag, ...]:
    found = []
    for written in texts(review):
        last = 0
        for start, end, kind in sorted(look(written.text.translate(_ALIKE)), key=lambda span: (span[0], -span[1])):
            if start >= last:  # a piece within another is told of once
                found.append(Flag(written.where, kind, written.text[start:end]))
                last = end
    return tuple(found)


def _is_office(found: re.Match[str]) -> bool:
    """Tell whether what was found is all that stands there, in words without capitals but for the first."""
    words = found[0]
    return words == found.string.strip() and " " in words and words[1:] == words[1:].lower()


def _patterns(names: Iterable[str]) -> set[str]:
    patterns = set()
    for words in (name.translate(_ALIKE).split() for name in names):
        escaped = r"\s{1,3}".join(map(re.escape, words))
        if len(words) > 1:
            patterns.add(f"(?i:{escaped})")
            if len(words[-1]) >= _LEAST and words[-1][0].isupper():
                patterns.add(re.escape(words[-1]))
        elif len(escaped) > 1:
            patterns.add(escaped)
    return patterns
