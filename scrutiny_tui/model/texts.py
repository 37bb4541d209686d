"""Every text of a review that people wrote, and where it stands."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.answer import Answer, Ask, Evidence
from scrutiny_tui.model.earlier import Earlier, EarlierAnswer, Why
from scrutiny_tui.model.meeting import Paper, Person
from scrutiny_tui.model.panel import Parked
from scrutiny_tui.model.recommendation import Progress, Recommendation
from scrutiny_tui.model.respondent import Apart, Brought, Respondent
from scrutiny_tui.model.review import Event, Review
from scrutiny_tui.model.room_plan import Placed
from scrutiny_tui.model.rounds import Discussion
from scrutiny_tui.model.text import one_line

NOT_WRITTEN = frozenset({
    "Review.checklist", "Review.place", "EarlierAnswer.name", "EarlierAnswer.text", "EarlierAnswer.wording",
    "Why.since", "Rating.by", "Round.voted", "Brought.by", "Panel.order", "Ask.line", "Earlier.review",
    "Origin.review", "Origin.last", "Origin.trail",
})  # fmt: skip
"""What is a checklist's own, or an id or a hash; so are all fields called `id` or `question`."""

_NOUNS: dict[type, str] = {
    Ask: "question to ask",
    Evidence: "evidence",
    Person: "person",
    Paper: "paper",
    Event: "line",
    Parked: "parking list",
    Earlier: "earlier review",
    EarlierAnswer: "answer",
    Why: "why it changed",
    Recommendation: "recommendation",
    Progress: "progress",
    Brought: "brought by a file",
    Apart: "kept apart",
    Placed: "place",
}
_FIELDS = {
    "text": "",
    "what": "",
    "key": "",
    "by": "prepared by",
    "panel": "session",
    "room": "questions for the room",
    "agreed": "agreed answer",
    "origin": "file",
    "satisfied": "what would satisfy us",
    "shows": "what it shows",
    "asked_to": "what the committee is asked to do",
    "change": "what should change",
    "to": "to whom",
}


@frozen
class Written:
    """A text, and where it stands."""

    where: str
    """In words, such as `Caseloads, note` or `Recommendation 2, reason`."""
    text: str


def texts(review: Review) -> Iterator[Written]:
    """Yield every text of a review that is not blank, in its order; neither ids nor the checklist's own words."""
    for path, text in _below(review, review, ()):
        where = ", ".join(filter(None, path))
        yield Written(where[:1].upper() + where[1:], text)


def _below(review: Review, value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:  # noqa: ANN401
    if type(value) is str:
        if value.strip():
            yield path, value
    elif is_dataclass(value):
        for each in fields(value):
            if each.name in {"id", "question"} or f"{type(value).__name__}.{each.name}" in NOT_WRITTEN:
                continue
            for step, below in _steps(review, each.name, getattr(value, each.name)):
                yield from _below(review, below, (*path, step))


def _steps(review: Review, name: str, value: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - any field's value
    """Yield what a field holds, each under the name of its place."""
    words = _FIELDS.get(name, name.replace("_", " "))
    if type(value) is not tuple:
        yield words, value
        return
    for number, each in enumerate(value, 1):
        yield _called(review, each) or f"{_NOUNS.get(type(each), words)} {number}", each


def _called(review: Review, item: object) -> str:
    """Return what something in a list is called; empty where it only has a number."""
    match item:
        case Answer() | Discussion() if review.checklist.has(item.question):
            return one_line(review.checklist.question(item.question).label)
        case Respondent():
            return one_line(item.name)
    return ""
