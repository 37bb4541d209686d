"""A review as JSON for programs, whole or only the questions to take into the room, and a whole one back."""

import json
from dataclasses import asdict
from typing import Any

from scrutiny_tui.errors import NotImportedError
from scrutiny_tui.export.wish import Wish
from scrutiny_tui.model.meeting import Meeting
from scrutiny_tui.model.report import Report
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.text import clean, one_line
from scrutiny_tui.strict_json import BrokenJsonError, OddJsonError, parsed
from scrutiny_tui.values import MisfitError, definitions, plain, structured

FORMAT = 1
"""The number of the shape of both documents. It grows when a field changes its meaning or goes."""

_PROGRAM = "scrutiny-tui"
_REVIEW = "review"
_QUESTIONS = "questions"
_ASKED = (
    "number", "about", "question", "text", "reason", "role", "who", "satisfied", "follow_up", "reply", "suggested",
    "by_hand",
)  # fmt: skip
"""What a reader of the list needs to know of a question."""
_OURS = "Give a file that `scrutiny-tui export --to json` made."
_UPDATE = "Update this program to import it."


def render(report: Report, wish: Wish) -> bytes:
    """Return the document as UTF-8."""
    shape = _questions(report) if wish.is_room else _head(_REVIEW) | {"review": plain(report.review)}
    return as_text(shape).encode()


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the document that holds a whole review."""
    head = {name: {"const": value} for name, value in _head(_REVIEW).items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A review, as `scrutiny-tui export --to json` writes it",
        "type": "object",
        "properties": head | {"review": {"$ref": f"#/$defs/{Review.__name__}"}},
        "required": [*head, "review"],
        "additionalProperties": False,
        "$defs": definitions(Review),
    }


def as_text(value: object) -> str:
    """Return plain data as JSON that a person can read as well."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def read(name: str, data: bytes) -> Review:
    """Return the review in a document. `name` is what the person calls it, for errors.

    Raises:
        NotImportedError: it holds none that this version can read; says what is wrong and where.
    """
    if not data.strip():
        raise NotImportedError(name, "It is empty.", _OURS)
    try:
        found = parsed(data)
        _check_head(name, found)
        return structured(found["review"], Review, _REVIEW)
    except BrokenJsonError as error:
        raise NotImportedError(name, f"It breaks off, or holds something that is not JSON. {error}", _OURS) from None
    except (OddJsonError, MisfitError) as error:
        what = one_line(clean(str(error))).removesuffix(".")
        raise NotImportedError(name, f"A value in it makes no sense: {what}.", "Export it anew.") from None


def _head(document: str) -> dict[str, Any]:
    return {"program": _PROGRAM, "document": document, "format": FORMAT}


def _questions(report: Report) -> dict[str, Any]:
    return _head(_QUESTIONS) | {
        "title": report.title,
        "meeting": _meeting(report.review.meeting),
        "questions": [{name: getattr(asked, name) for name in _ASKED} for asked in report.room],
    }


def _meeting(meeting: Meeting) -> dict[str, Any]:
    """Return when and where it is. Whoever asks and answers needs neither the list of people nor that of papers."""
    found = asdict(meeting) | {"date": meeting.date.isoformat() if meeting.date else None}
    return {name: value for name, value in found.items() if name not in {"papers", "people"}}


def _check_head(name: str, found: Any) -> None:  # noqa: ANN401 - JSON may hold anything
    """Refuse what is not the document of a whole review.

    Raises:
        NotImportedError: it is not.
        MisfitError: it is one, but there is something beside the review.
    """
    if type(found) is not dict or found.get("program") != _PROGRAM:
        todo = "It is a review's own file, so open it as it is." if _is_review_file(found) else _OURS
        raise NotImportedError(name, "It is not a review that was exported as JSON.", todo)
    if found.get("document") == _QUESTIONS:
        raise NotImportedError(name, "It holds only the questions to take into the room.", "Export without --room.")
    number = found.get("format")
    if type(number) is not int or number < 1:
        raise MisfitError("format: it must be a whole number from 1")
    if number > FORMAT:
        what = f"A newer version of this program wrote it: its format is number {number}; this one knows {FORMAT}."
        raise NotImportedError(name, what, _UPDATE)
    if found.get("document") != _REVIEW:
        raise MisfitError(f"document: it must be {_REVIEW} or {_QUESTIONS}")
    odd = set(found) ^ {*_head(_REVIEW), "review"}
    if odd:
        raise MisfitError(f"a field is missing or not known, {min(odd)[:60]!r}")


def _is_review_file(found: Any) -> bool:  # noqa: ANN401 - JSON may hold anything
    return type(found) is dict and {"head", "review", "checklist"} <= set(found)
