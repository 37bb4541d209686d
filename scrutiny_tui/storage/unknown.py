"""What a file holds beyond what this program knows: kept where it stands, and written back.

Another program, or a person, may have put it there; it is theirs, and is neither shown nor lost.
"""

import dataclasses
import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

Document = dict[str, Any]

_NAMES = ("id", "question", "name")
"""The fields by which an item of a list is known again after a change, the first that it has."""


def known(data: Any, kind: Any) -> Any:  # noqa: ANN401 - whatever JSON can hold, and a type or what is made of types
    """Return the plain data of a value of this kind without the fields that the kind does not have."""
    of = _made_of(kind)
    if of and type(data) is list:
        return [known(item, of) for item in data]
    if of and type(data) is dict:
        fields = _fields(of)
        return {name: known(value, fields[name]) for name, value in data.items() if name in fields}
    return data


def with_unknown(new: Any, old: Any, kind: Any) -> Any:  # noqa: ANN401 - as above
    """Return the plain data `new` with what `old`, the data in its place until now, has beyond the fields of its kind.

    An item of a list is found again by what it says, or else by its id or name, or else by its place, and stands for
    one item only. What goes with an item that is gone goes too.
    """
    of = _made_of(kind)
    if type(new) is list and type(old) is list:
        return [with_unknown(item, each, of) for item, each in zip(new, _counterparts(new, old, of), strict=True)]
    if of and type(new) is dict and type(old) is dict:
        return _document(new, old, _fields(of))
    return new


def documents_with_unknown(new: Mapping[str, Document], old: Mapping[str, Document], kind: type) -> dict[str, Document]:
    """Return the documents of a table with what those of it until now have beyond the fields of their kind."""
    items = with_unknown(list(new.values()), list(old.values()), tuple[kind, ...])  # type: ignore[valid-type]  # a type at run time
    return dict(zip(new, items, strict=True))


def _document(new: Document, old: Document, fields: Mapping[str, Any]) -> Document:
    merged = dict(new)
    for name, value in old.items():
        if name not in fields:
            merged[name] = value
        elif name in new:
            merged[name] = with_unknown(new[name], value, fields[name])
        elif type(value) is dict and (rest := with_unknown({}, value, fields[name])):
            merged[name] = rest  # all that we know of it has its default, and is not written
    return merged


def _counterparts(new: Sequence[Any], old: Sequence[Any], kind: Any) -> list[Any]:  # noqa: ANN401 - as above
    """Return for each item the one of `old` that stood for it, and None where there was none; each of them once."""
    left = {at: each for at, each in enumerate(old) if type(each) is dict}
    found: list[Any] = [None] * len(new)
    said = {at: _said(known(each, kind)) for at, each in left.items()}
    named = {at: _named(each) for at, each in left.items()}
    for same, of in ((_said, said), (_named, named)):
        where: dict[str, list[int]] = {}
        for at in filter(of.get, left):
            where.setdefault(of[at], []).append(at)
        for at, item in enumerate(new):
            if found[at] is None and type(item) is dict and (places := where.get(same(item))):
                found[at] = left.pop(places.pop(0))
    for at, item in enumerate(new):
        if found[at] is None and type(item) is dict and "id" not in item:  # an id is never changed
            found[at] = left.pop(at, None)
    return found


def _said(item: Document) -> str:
    return json.dumps(item, sort_keys=True)


def _named(item: Document) -> str:
    name = next((name for name in _NAMES if name in item), "")
    return _said({name: item[name]}) if name else ""


@cache
def _fields(kind: Any) -> Mapping[str, Any]:  # noqa: ANN401 - a dataclass
    hints = get_type_hints(kind)
    return {each.name: hints[each.name] for each in dataclasses.fields(kind)}


@cache
def _made_of(kind: Any) -> Any:  # noqa: ANN401 - as above
    """Return the dataclass that a type is, or lists, or is where it is not None; None where there is no such."""
    if dataclasses.is_dataclass(kind):
        return kind
    if get_origin(kind) is None:
        return None
    return next((found for each in get_args(kind) if (found := _made_of(each))), None)
