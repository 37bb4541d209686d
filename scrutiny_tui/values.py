"""Values as plain data, such as JSON holds, and back. Strict: what does not fit exactly is refused, with its place."""

import dataclasses
from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from types import GenericAlias, NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from cattrs import BaseValidationError, Converter, transform_error
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn

from scrutiny_tui.strict_json import moment

T = TypeVar("T")
Structure = Callable[[Any, Any], Any]

_DETAIL = 300
"""Characters of an error's detail: enough to find the place, whatever the data holds."""


class MisfitError(ValueError):
    """Plain data that is no such value. Says where in it, and what is wrong there."""


def plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Return a frozen dataclass as plain data; a field that has its default is left out."""
    return _CONVERTER.unstructure(value)


def structured(data: object, kind: type[T], where: str) -> T:
    """Return plain data as a value of this kind. `where` names the data in an error.

    Raises:
        MisfitError: it is none.
    """
    try:
        return _CONVERTER.structure(data, kind)
    except BaseValidationError as error:
        first = transform_error(error, where, _words)[0]
        what, _, place = first.rpartition(" @ ")
        raise MisfitError(f"{place}: {what[:_DETAIL]}") from None
    except ValueError as error:  # the data itself is of another kind, and no part of it was looked at
        raise MisfitError(f"{where}: {str(error)[:_DETAIL]}") from None


def definitions(kind: type) -> dict[str, Any]:
    """Return JSON Schemas (draft 2020-12) of the plain data of a dataclass and of all that it is made of, by name.

    They refer to one another as `#/$defs/Name`.
    """
    found: dict[str, Any] = {}
    _define(kind, found)
    return found


_PLAIN: dict[object, dict[str, str]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "format": "date-time"},
    NoneType: {"type": "null"},
}


def _schema(kind: Any, found: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - a type, or what is made of types
    if kind in _PLAIN:
        return _PLAIN[kind]
    if _is_tuple(kind):
        return {"type": "array", "items": _schema(get_args(kind)[0], found)}
    if get_args(kind):  # one of several
        return {"anyOf": [_schema(each, found) for each in get_args(kind)]}
    _define(kind, found)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _define(kind: Any, found: dict[str, Any]) -> None:  # noqa: ANN401 - a dataclass, or a StrEnum
    name = kind.__name__
    if name in found:
        return
    if issubclass(kind, StrEnum):
        found[name] = {"title": name, "type": "string", "enum": [member.value for member in kind]}
        return
    found[name] = {}  # so that what it is made of may refer to it
    hints, fields = get_type_hints(kind), dataclasses.fields(kind)
    found[name] = {
        "title": name,
        "type": "object",
        "properties": {each.name: _schema(hints[each.name], found) for each in fields},
        "required": [each.name for each in fields if _is_required(each)],
        "additionalProperties": False,
    }


def _is_required(each: "dataclasses.Field[Any]") -> bool:
    return each.default is dataclasses.MISSING and each.default_factory is dataclasses.MISSING


def _words(error: BaseException, _: type | None) -> str:
    if isinstance(error, KeyError):
        return "it is missing"
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
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
    converter.register_structure_hook(datetime, _iso(moment, "2027-07-13T14:03:00+01:00"))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    converter.register_structure_hook_factory(_is_tuple, _list_of)
    converter.register_structure_hook_factory(dataclasses.is_dataclass, _object)
    return converter


_CONVERTER = _converter()
