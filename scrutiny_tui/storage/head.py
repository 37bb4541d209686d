"""The small table at the start of each file: all that the library shows, read without the rest."""

import codecs
import json
import re
from datetime import date as Date
from datetime import datetime
from pathlib import Path
from typing import Any

from scrutiny_tui.errors import InvalidReviewError, ReviewFileError
from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.coverage import coverage
from scrutiny_tui.model.listing import Listing
from scrutiny_tui.model.recommendation import replies_due
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.text import Clean
from scrutiny_tui.storage.disk import read, read_ends
from scrutiny_tui.storage.names import stem
from scrutiny_tui.storage.tables import PROGRAM, checked_head, parse
from scrutiny_tui.storage.upgrade import FORMAT
from scrutiny_tui.strict_json import moment

_START_BYTES = 4096
_END_BYTES = 64
_END = re.compile(rb"(}}}|[^}]})\Z")
"""How a whole file ends: document, table and file are closed, or else a part that we do not know, and the file."""
_START = re.compile(r'\ufeff?\s*\{\s*"head"\s*:\s*')
_DECODER = json.JSONDecoder()


@frozen
class Head(Clean):
    """What the library shows of a review, as it lies in the file. Derived anew at each save."""

    format: int
    program: str
    id: str
    title: str
    checklist: str
    checklist_title: str
    saved: datetime
    committee: str = ""
    date: Date | None = None
    questions: int = 0
    rated: int = 0
    not_known: int = 0
    answered: int = 0
    place: str = ""
    number: int = 0
    replies_due: tuple[Date, ...] = ()
    by: str = ""


def head_of(review: Review, saved: datetime) -> Head:
    """Return the head of a review that is saved at `saved`."""
    counted = coverage(review)
    return Head(
        format=FORMAT,
        program=PROGRAM,
        id=review.id,
        title=review.title,
        checklist=review.checklist.id,
        checklist_title=review.checklist.title,
        saved=saved,
        committee=review.meeting.committee,
        date=review.meeting.date,
        questions=counted.asked,
        rated=counted.rated,
        not_known=counted.not_known + counted.words_not_known,
        answered=counted.settled,
        place=review.question.label if review.questions else "",
        number=review.number if review.questions else 0,
        replies_due=replies_due(review.recommendations, review.reply_months),
        by=review.by,
    )


def listing(path: Path) -> Listing:
    """Return the library's row for a file. One that cannot be read gives a row that says why."""
    try:
        return _row(path, _read_head(path))
    except ReviewFileError as error:
        return Listing(path=path, title=stem(path), problem=error.problem)


def _read_head(path: Path) -> dict[str, Any]:
    """Return the head as JSON gave it, from the first bytes alone where it fits into them and the file has its end."""
    first, last = read_ends(path, _START_BYTES, _END_BYTES)
    try:
        text, _ = codecs.utf_8_decode(first, "strict", False)  # noqa: FBT003 - no keyword
        start = _START.match(text) if _END.search(b"".join(last.split())) else None
        table, _ = _DECODER.raw_decode(text, start.end() if start else len(text))
    except (ValueError, RecursionError):
        # Too long, in another place, cut short, or damaged: the whole file tells.
        return checked_head(path, parse(path, read(path).data))
    return checked_head(path, {"head": table})


def _row(path: Path, head: dict[str, Any]) -> Listing:
    try:
        day = _text(head, "date")
        return Listing(
            path=path,
            title=_text(head, "title"),
            checklist=_text(head, "checklist"),
            checklist_title=_text(head, "checklist_title"),
            committee=_text(head, "committee"),
            date=Date.fromisoformat(day) if day else None,
            questions=_count(head, "questions"),
            rated=_count(head, "rated"),
            not_known=_count(head, "not_known"),
            answered=_count(head, "answered"),
            place=_text(head, "place"),
            number=_count(head, "number"),
            saved=moment(_text(head, "saved")),
            replies_due=_dates(head, "replies_due"),
            by=_text(head, "by"),
            review=_text(head, "id"),
        )
    except ValueError as error:
        raise InvalidReviewError(path, f"head 1: {error}.") from None


def _text(head: dict[str, Any], name: str) -> str:
    value = head.get(name, "")
    if type(value) is not str:
        raise ValueError(f"{name} must be text")
    return value


def _dates(head: dict[str, Any], name: str) -> tuple[Date, ...]:
    found = head.get(name, [])
    if type(found) is not list or not all(type(each) is str for each in found):
        raise ValueError(f"{name} must be a list of dates")
    return tuple(map(Date.fromisoformat, found))


def _count(head: dict[str, Any], name: str) -> int:
    value = head.get(name, 0)
    if type(value) is not int:
        raise ValueError(f"{name} must be a whole number")
    return value
