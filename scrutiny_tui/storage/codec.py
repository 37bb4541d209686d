"""A review as tables, and back. Strict: what does not fit exactly is refused, with its place in the file."""

import dataclasses
from collections.abc import Callable
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
from scrutiny_tui.model.review import Event, Review
from scrutiny_tui.model.text import clean, one_line
from scrutiny_tui.storage.head import Head, head_of
from scrutiny_tui.storage.upgrade import Tables

T = TypeVar("T")
Structure = Callable[[Any, Any], Any]

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


def encode(review: Review, saved: datetime, held: Review | None = None) -> Tables:
    """Return the tables of `review`, saved at `saved`; only those that differ from the ones of `held`, if given."""
    tables = {"head": {"1": _CONVERTER.unstructure(head_of(review, saved))}}
    frame = _frame(review)
    if not held or frame != _frame(held):
        tables["review"] = {"1": _CONVERTER.unstructure(frame)}
    if not held or review.meeting != held.meeting:
        tables["meeting"] = {"1": _CONVERTER.unstructure(review.meeting)}
    if not held or review.answers != held.answers or review.checklist != held.checklist:
        # Numbered by place in the checklist, so that a new answer does not renumber those after it.
        tables["answers"] = {
            str(review.checklist.place(answer.question) + 1): _CONVERTER.unstructure(answer)
            for answer in review.answers
        }
    if not held or review.history != held.history:
        tables["history"] = {str(n): _CONVERTER.unstructure(event) for n, event in enumerate(review.history, 1)}
    if not held or review.checklist != held.checklist:
        tables["checklist"] = {"1": _CONVERTER.unstructure(review.checklist)}
    return tables


def decode(path: Path, tables: Tables) -> tuple[Review, datetime]:
    """Return the review in these tables, and when it was saved. `path` is for errors.

    Raises:
        InvalidReviewError: a value makes no sense; the detail says which and where.
    """
    head = _only(path, tables, "head", Head)
    frame = _only(path, tables, "review", _Frame)
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
        )
    except ValueError as error:
        raise InvalidReviewError(path, f"answers: {error}.") from None
    return review, head.saved


def _frame(review: Review) -> _Frame:
    return _Frame(review.id, review.title, review.created, review.place, review.phase)


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
