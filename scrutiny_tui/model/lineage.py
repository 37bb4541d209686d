"""Which of two files is a later copy of the other, as the histories in them tell."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime

from scrutiny_tui.model.respondent import Origin
from scrutiny_tui.model.review import Event, Review

_DIGITS = 12
"""Digits of a fingerprint."""


def origin(review: Review, name: str, saved: datetime) -> Origin:
    """Return what a review that was merged is known by."""
    marks = [_mark(event) for event in review.history]
    return Origin(review.id, name, saved, marks[-1] if marks else "", "".join(sorted(set(marks))))


def voice_id(found: Origin) -> str:
    """Return the id of the respondent that a file stands for."""
    return f"f{_hash(f'{found.review} {found.last}')}"


def is_earlier_copy(found: Origin, review: Review) -> bool:
    """Tell whether a file is a copy of this review as it is or was."""
    marks = [_mark(event) for event in review.history]
    return found.review == review.id and (not found.last or found.last in marks)


def is_copy(one: Origin, other: Origin) -> bool:
    """Tell whether one of two files came from the other: it holds the last line of the other's history."""
    return one.review == other.review and (_holds(one, other.last) or _holds(other, one.last))


def is_later(one: Origin, other: Origin) -> bool | None:
    """Tell whether the first of two copies is the later one; None where their histories are the same."""
    forward, back = _holds(one, other.last), _holds(other, one.last)
    return None if forward and back else forward


def joined(origins: Iterable[Origin]) -> str:
    """Return the trail of all these together."""
    return "".join(sorted({mark for each in origins for mark in _marks(each)}))


def _holds(found: Origin, mark: str) -> bool:
    return not mark or mark in _marks(found)


def _marks(found: Origin) -> list[str]:
    return [found.trail[at : at + _DIGITS] for at in range(0, len(found.trail), _DIGITS)]


def _mark(event: Event) -> str:
    return _hash(f"{event.at.astimezone(UTC).isoformat()} {event.what} {event.question}")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
