"""A review as tables, and back. Strict: what is known and does not fit exactly is refused, with its place."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from scrutiny_tui.errors import InvalidReviewError
from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.answer import Answer
from scrutiny_tui.model.checklist import Checklist, Phase
from scrutiny_tui.model.earlier import Earlier, Why
from scrutiny_tui.model.meeting import Meeting
from scrutiny_tui.model.panel import Names, Panel, Parked
from scrutiny_tui.model.recommendation import REPLY_MONTHS, Recommendation
from scrutiny_tui.model.respondent import Respondent
from scrutiny_tui.model.review import Event, Review
from scrutiny_tui.model.room_plan import RoomPlan
from scrutiny_tui.model.rounds import Discussion
from scrutiny_tui.model.text import clean, one_line
from scrutiny_tui.storage.head import Head, head_of
from scrutiny_tui.storage.unknown import documents_with_unknown, known
from scrutiny_tui.storage.upgrade import Tables
from scrutiny_tui.values import MisfitError, plain, structured

T = TypeVar("T")
Documents = dict[str, dict[str, Any]]

_LONGEST = 300
"""Letters of what an error says, whatever the file holds."""


@frozen
class _Frame:
    """The fields of a review that have no table of their own."""

    id: str
    title: str
    created: datetime
    place: str = ""
    phase: Phase | None = None
    by: str = ""
    reply_months: int = REPLY_MONTHS
    room: RoomPlan = dataclasses.field(default_factory=RoomPlan)
    whys: tuple[Why, ...] = ()


@frozen
class _Group:
    """The fields of a panel that have no table of their own."""

    names: Names = Names.OPEN
    minutes: int = 0
    order: tuple[str, ...] = ()
    parked: tuple[Parked, ...] = ()


def encode(review: Review, saved: datetime, held: Review | None = None) -> Tables:
    """Return the tables of `review`, saved at `saved`; only those that differ from the ones of `held`, if given."""
    tables = {"head": {"1": plain(head_of(review, saved))}}
    for name, (part, written) in _PARTS.items():
        value = part(review)
        if not held or value != part(held) or (written is _by_question and review.checklist != held.checklist):
            tables[name] = written(review, value)
    return tables


def holds_unknown(tables: Tables) -> bool:
    """Tell whether these tables say more than this program knows, in a field of a document that it does know."""
    return any(known(document, kind) != document for name, kind in _KINDS.items() for document in tables[name].values())


def keep_unknown(tables: Tables, held: Tables) -> Tables:
    """Return `tables` with what those that the file held until now say beyond what this program knows."""
    return {name: documents_with_unknown(new, held.get(name, {}), _KINDS[name]) for name, new in tables.items()}


def fits(name: str, document: dict[str, Any]) -> bool:
    """Tell whether a document of this table makes sense by itself."""
    try:
        _read(document, _KINDS[name], name)
    except MisfitError:
        return False
    return True


def _single(_: Review, item: object) -> Documents:
    return {"1": plain(item)}


def _numbered(_: Review, items: Iterable[object]) -> Documents:
    return {str(number): plain(item) for number, item in enumerate(items, 1)}


def _by_question(review: Review, items: Iterable[Answer | Discussion]) -> Documents:
    """Number by place in the checklist, so that a new one does not renumber those after it."""
    return {str(review.checklist.place(item.question) + 1): plain(item) for item in items}


def decode(path: Path, tables: Tables) -> tuple[Review, datetime]:
    """Return the review in these tables, and when it was saved. `path` is for errors.

    Raises:
        InvalidReviewError: a value makes no sense; the detail says which and where.
    """
    head = _only(path, tables, "head", Head)
    frame = _only(path, tables, "review", _Frame)
    group = _only(path, tables, "panel", _Group)
    try:
        review = Review(
            id=frame.id,
            title=frame.title,
            checklist=_only(path, tables, "checklist", Checklist),
            created=frame.created,
            meeting=_only(path, tables, "meeting", Meeting),
            answers=_all(path, tables, "answers", Answer),
            place=frame.place,
            phase=frame.phase,
            history=_all(path, tables, "history", Event),
            by=frame.by,
            panel=Panel(
                names=group.names,
                respondents=_all(path, tables, "respondents", Respondent),
                discussions=_all(path, tables, "discussions", Discussion),
                minutes=group.minutes,
                order=group.order,
                parked=group.parked,
            ),
            recommendations=_all(path, tables, "recommendations", Recommendation),
            reply_months=frame.reply_months,
            room=frame.room,
            earlier=_all(path, tables, "earlier", Earlier),
            whys=frame.whys,
        )
    except ValueError as error:
        what = one_line(clean(str(error)))[:_LONGEST]
        raise InvalidReviewError(path, f"answers, respondents or discussions: {what}.") from None
    return review, head.saved


def _frame(review: Review) -> _Frame:
    # Every field of it is a field of the review under the same name.
    return _Frame(**{each.name: getattr(review, each.name) for each in dataclasses.fields(_Frame)})


def _group(review: Review) -> _Group:
    panel = review.panel
    return _Group(panel.names, panel.minutes, panel.order, panel.parked)


_PARTS: Mapping[str, tuple[Callable[[Review], Any], Callable[[Review, Any], Documents]]] = {
    "review": (_frame, _single),
    "meeting": (lambda review: review.meeting, _single),
    "answers": (lambda review: review.answers, _by_question),
    "panel": (_group, _single),
    "respondents": (lambda review: review.panel.respondents, _numbered),
    "discussions": (lambda review: review.panel.discussions, _by_question),
    "recommendations": (lambda review: review.recommendations, _numbered),
    "earlier": (lambda review: review.earlier, _numbered),
    "history": (lambda review: review.history, _numbered),
    "checklist": (lambda review: review.checklist, _single),
}
"""Each table: the part of a review that it holds, and how that is written."""

_KINDS: Mapping[str, type] = {
    "head": Head,
    "review": _Frame,
    "meeting": Meeting,
    "answers": Answer,
    "panel": _Group,
    "respondents": Respondent,
    "discussions": Discussion,
    "recommendations": Recommendation,
    "earlier": Earlier,
    "history": Event,
    "checklist": Checklist,
}
"""What a document of each table is."""


def _only(path: Path, tables: Tables, name: str, kind: type[T]) -> T:
    documents = _all(path, tables, name, kind)
    if len(documents) != 1:
        raise InvalidReviewError(path, f"{name}: there must be one document, and there are {len(documents)}.")
    return documents[0]


def _all(path: Path, tables: Tables, name: str, kind: type[T]) -> tuple[T, ...]:
    try:
        return tuple(_read(document, kind, f"{name} {key}") for key, document in tables[name].items())
    except MisfitError as error:
        raise InvalidReviewError(path, f"{one_line(clean(str(error)))}.") from None


def _read(document: dict[str, Any], kind: type[T], where: str) -> T:
    try:
        return structured(document, kind, where)
    except MisfitError:  # perhaps only for what this program does not know
        return structured(known(document, kind), kind, where)
