"""A review as tables, and back. Strict: what does not fit exactly is refused, with its place in the file."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from types import GenericAlias
from typing import Any, TypeVar, get_args, get_origin

from cattrs import BaseValidationError, Converter, transform_error
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn

from scrutiny_tui.errors import InvalidReviewError
from scrutiny_tui.model.answer import Answer
from scrutiny_tui.model.checklist import Checklist, Phase
from scrutiny_tui.model.meeting import Meeting
from scrutiny_tui.model.panel import Names, Panel, Parked
from scrutiny_tui.model.recommendation import REPLY_MONTHS, Recommendation
from scrutiny_tui.model.respondent import Respondent
from scrutiny_tui.model.review import Event, Review
from scrutiny_tui.model.rounds import Discussion
from scrutiny_tui.model.text import clean, one_line
from scrutiny_tui.storage.head import Head, head_of
from scrutiny_tui.storage.upgrade import Tables

T = TypeVar("T")
Structure = Callable[[Any, Any], Any]
Documents = dict[str, dict[str, Any]]

_DETAIL = 300
"""Characters of an error's detail: enough to find the place, whatever the file holds."""


@dataclasses.dataclass(frozen=True)
class _Frame:
    """The fields of a review that have no table of their own."""

    id: str
    title: str
    created: datetime
    place: str = ""
    phase: Phase | None = None
    by: str = ""
    reply_months: int = REPLY_MONTHS


@dataclasses.dataclass(frozen=True)
class _Group:
    """The fields of a panel that have no table of their own."""

    names: Names = Names.OPEN
    minutes: int = 0
    order: tuple[str, ...] = ()
    parked: tuple[Parked, ...] = ()


def encode(review: Review, saved: datetime, held: Review | None = None) -> Tables:
    """Return the tables of `review`, saved at `saved`; only those that differ from the ones of `held`, if given."""
    tables = {"head": {"1": _CONVERTER.unstructure(head_of(review, saved))}}
    for name, (part, written) in _PARTS.items():
        value = part(review)
        if not held or value != part(held) or (written is _by_question and review.checklist != held.checklist):
            tables[name] = written(review, value)
    return tables


def _single(_: Review, item: object) -> Documents:
    return {"1": _CONVERTER.unstructure(item)}


def _numbered(_: Review, items: Iterable[object]) -> Documents:
    return {str(number): _CONVERTER.unstructure(item) for number, item in enumerate(items, 1)}


def _by_question(review: Review, items: Iterable[Answer | Discussion]) -> Documents:
    """Number by place in the checklist, so that a new one does not renumber those after it."""
    return {str(review.checklist.place(item.question) + 1): _CONVERTER.unstructure(item) for item in items}


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
        )
    except ValueError as error:
        raise InvalidReviewError(path, f"answers, respondents or discussions: {error}.") from None
    return review, head.saved


def _frame(review: Review) -> _Frame:
    return _Frame(review.id, review.title, review.created, review.place, review.phase, review.by, review.reply_months)


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
    "history": (lambda review: review.history, _numbered),
    "checklist": (lambda review: review.checklist, _single),
}
"""Each table: the part of a review that it holds, and how that is written."""


def _only(path: Path, tables: Tables, name: str, kind: type[T]) -> T:
    documents = _all(path, tables, name, kind)
    if len(documents) != 1:
        raise InvalidReviewError(path, f"{name}: there must be one document, and there are {len(documents)}.")
    return documents[0]


def _all(path: Path, tables: Tables, name: str, kind: type[T]) -> tuple[T, ...]:
    found = []
    for key, document in tables[name].items():
        try:
            found.append(_CONVERTER.structure(document, kind))
        except BaseValidationError as error:
            first = transform_error(error, f"{name} {key}", _words)[0]
            what, _, where = one_line(clean(first)).rpartition(" @ ")
            raise InvalidReviewError(path, f"{where}: {what[:_DETAIL]}.") from None
    return tuple(found)


def _words(error: BaseException, _: type | None) -> str:
    if isinstance(error, KeyError):
        return "it is missing"
    if isinstance(error, ForbiddenExtraKeysError):
        return f"it has a field that is not known, {min(error.extra_fields)!r}"
    return str(error)


def _exactly(kind: type, name: str) -> Structure:
    def structure(value: object, _: object) -> object:
        if type(value) is not kind:
            raise ValueError(f"it must be {name}, not {value!r:.60}")
        return value

    return structure


def _iso(parse: Callable[[str], object], example: str) -> Structure:
    def structure(value: object, _: object) -> object:
        try:
            return parse(value if type(value) is str else "")
        except ValueError:
            raise ValueError(f"it must be written as {example}, not {value!r:.60}") from None

    return structure


def _one_of(value: object, kind: type[StrEnum]) -> StrEnum:
    words = [member.value for member in kind]
    if type(value) is not str or value not in words:
        raise ValueError(f"it must be one of {', '.join(words)}, not {value!r:.60}")
    return kind(value)


def _list_of(kind: object) -> Structure:
    items: Any = GenericAlias(list, get_args(kind)[:1])

    def structure(value: object, _: object) -> object:
        if type(value) is not list:
            raise ValueError(f"it must be a list in [], not {value!r:.60}")
        return tuple(_CONVERTER.structure(value, items))

    return structure


def _object(kind: type, converter: Converter) -> Structure:
    fill: Structure = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True)

    def structure(value: object, _: object) -> object:
        if type(value) is not dict:
            raise ValueError(f"it must be an object in {{}}, not {value!r:.60}")
        return fill(value, kind)

    return structure


def _is_tuple(kind: object) -> bool:
    origin: object = get_origin(kind)
    return origin is tuple


def _converter() -> Converter:
    converter = Converter(omit_if_default=True, unstruct_collection_overrides={tuple: list})
    converter.register_structure_hook(str, _exactly(str, "text"))
    converter.register_structure_hook(int, _exactly(int, "a whole number"))
    converter.register_structure_hook(bool, _exactly(bool, "true or false"))
    converter.register_structure_hook(StrEnum, _one_of)
    converter.register_unstructure_hook(StrEnum, lambda member: member.value)
    converter.register_structure_hook(date, _iso(date.fromisoformat, "2027-07-13"))
    converter.register_structure_hook(datetime, _iso(datetime.fromisoformat, "2027-07-13T14:03:00+01:00"))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    converter.register_structure_hook_factory(_is_tuple, _list_of)
    converter.register_structure_hook_factory(dataclasses.is_dataclass, _object)
    return converter


_CONVERTER = _converter()
