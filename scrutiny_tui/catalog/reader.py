"""Small readers from nodes to values, to be put together into the shape of a file.

A reader takes a node and a log, and returns the value. Where the node is wrong it says so in the log and returns
None, so that reading goes on and every problem of a file is found in one go. Each reader also says in JSON Schema what
it takes, so that the schema which editors use cannot differ from what is read.
"""

import inspect
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date as Date
from enum import StrEnum
from typing import Any, Generic, TypeVar

from scrutiny_tui.catalog.nodes import Fields, Items, Node, Text, is_empty
from scrutiny_tui.catalog.problems import Log, hidden, quoted, unknown
from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.text import hyphenated, nearest, one_line, unsafe

T = TypeVar("T")
N = TypeVar("N", bound=Node)
E = TypeVar("E", bound=StrEnum)
Schema = dict[str, Any]
"""A part of a JSON Schema, draft 2020-12."""


@frozen
class Reader(Generic[T]):
    """Makes a value of a node, and says what it takes."""

    read: Callable[[Node, Log], T | None]
    schema: Schema

    def __call__(self, node: Node, log: Log) -> T | None:
        """Return the value, or None after telling the log what is wrong."""
        return self.read(node, log)

    def about(self, words: str) -> "Reader[T]":
        """Return this reader with what its value means, for those who write a file."""
        return replace(self, schema=self.schema | {"description": words})


def takes(**schema: Any) -> Callable[[Callable[[Node, Log], T | None]], Reader[T]]:  # noqa: ANN401  # whatever JSON holds
    """Return a decorator that makes a reader of a function; `schema` says what it takes."""
    return lambda read: Reader(read, schema)


MOST_CHARACTERS = 10_000
"""The longest text, which is more than anyone reads on a screen."""
LONGEST_ID = 60
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,3}")
_MOST = 9999
HIDDEN = (
    r"[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    r"\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
"""What no text may hold, as a pattern that JSON Schema knows."""
_TEXT = {
    "type": ["string", "number", "boolean"],
    "pattern": r"\S",
    "maxLength": MOST_CHARACTERS,
    "not": {"type": "string", "pattern": HIDDEN},
}
"""Text stays as it was typed, also where YAML itself would see a number or a yes."""


@takes(**_TEXT)
def text(node: Node, log: Log) -> str | None:
    """Read a text that may run over several lines; white space around it is no part of it."""
    found = _of_shape(Text, node, log)
    if found is None:
        return None
    if is_empty(found):
        log.add(found.at, "expected text, found nothing")
        return None
    if len(found.text) > MOST_CHARACTERS:
        log.add(found.at, f"this text has {len(found.text):,} characters; the most is {MOST_CHARACTERS:,}")
        return None
    for _, _, character in unsafe(found.text):  # what stood there openly was replaced before; this one was escaped
        log.add(found.at, hidden(character))
    return found.text.strip()


@takes(**_TEXT)
def line(node: Node, log: Log) -> str | None:
    """Read a text that is shown on one line."""
    found = text(node, log)
    return None if found is None else one_line(found)


@takes(type=["string", "integer", "boolean"], pattern=f"^{_ID.pattern}$", maxLength=LONGEST_ID, minimum=0)
def word_id(node: Node, log: Log) -> str | None:
    """Read an id: lower-case letters, digits and hyphens."""
    found = text(node, log)
    if found is None or (_ID.fullmatch(found) and len(found) <= LONGEST_ID):
        return found
    better = hyphenated(found, LONGEST_ID)
    hint = f"; did you mean {better!r}?" if better else ""
    rule = f"an id has lower-case letters, digits and hyphens, {LONGEST_ID} at most"
    log.add(node.at, f"{quoted(found)} cannot be an id{hint} ({rule})")
    return None


@takes(type=["integer", "string"], pattern=f"^({_NUMBER.pattern})$", minimum=0, maximum=_MOST)
def number(node: Node, log: Log) -> int | None:
    """Read a whole number."""
    found = text(node, log)
    if found is None or _NUMBER.fullmatch(found):
        return None if found is None else int(found)
    log.add(node.at, f"expected a whole number, found {quoted(found)}")
    return None


@takes(type="string", format="date", pattern=f"^{_DATE.pattern}$")
def day(node: Node, log: Log) -> Date | None:
    """Read a date that exists."""
    found = text(node, log)
    if found is None:
        return None
    try:
        if _DATE.fullmatch(found):
            return Date.fromisoformat(found)
    except ValueError:
        log.add(node.at, f"there is no such date: {found}")
        return None
    log.add(node.at, f"expected a date such as 2027-07-13, found {quoted(found)}")
    return None


def one_of(words: type[E]) -> Reader[E]:
    """Return a reader for one of the words of an enumeration; capital letters do not count."""

    @takes(enum=[word.value for word in words])
    def read(node: Node, log: Log) -> E | None:
        found = line(node, log)
        if found is None:
            return None
        if found.lower() in list(words):
            return words(found.lower())
        log.add(node.at, unknown("word", found, words))
        return None

    return read


def then(reader: Reader[T], make: Callable[[T], Any]) -> Reader[Any]:
    """Return a reader that makes another value of what `reader` reads."""

    @takes(**reader.schema)
    def read(node: Node, log: Log) -> Any:  # noqa: ANN401  # whatever `make` makes
        found = reader(node, log)
        return None if found is None else make(found)

    return read


def list_of(reader: Reader[T], noun: str, least: int = 0, most: int | None = None) -> Reader[tuple[T, ...]]:
    """Return a reader for a list; `noun` is the plural of what it holds, for the messages."""
    most_items = {} if most is None else {"maxItems": most}

    @takes(type="array", items=reader.schema, minItems=least, **most_items)
    def read(node: Node, log: Log) -> tuple[T, ...] | None:
        found = _of_shape(Items, node, log)
        if found is None:
            return None
        count = len(found.items)
        if count < least:
            log.add(found.at, f"a list of {noun} needs at least {least}, found {count or 'none'}")
        if most is not None and count > most:
            log.add(found.at, f"a list of {noun} has {most} at most, found {count:,}")
        values = [reader(item, log) for item in found.items]
        return tuple(value for value in values if value is not None)

    return read


def record(noun: str, make: Callable[..., T], fields: Mapping[str, Reader[Any]]) -> Reader[T]:
    """Return a reader for named fields, from which `make` makes a value.

    A field is required where `make` has no default for it. A field that `make` does not take is required and only
    checked. An optional field with nothing in it counts as left out.
    """
    taken = inspect.signature(make).parameters
    required = [name for name in fields if name not in taken or taken[name].default is inspect.Parameter.empty]
    properties = {name: _or_nothing(each, needed=name in required) for name, each in fields.items()}

    @takes(type="object", properties=properties, required=required, additionalProperties=False)
    def read(node: Node, log: Log) -> T | None:
        found = _of_shape(Fields, node, log)
        if found is None:
            return None
        before = len(log.wrongs)
        meant = _unknown_names(found, noun, fields, log)
        values: dict[str, Any] = {}
        for name, reader in fields.items():
            value = found.values.get(name)
            if value is not None and not (is_empty(value) and name not in required):
                values[name] = reader(value, log)
            elif name in required and name not in meant:
                log.add(found.at, f"this {noun} has no {name!r}")
        # Only a value without a problem is made: a missing or broken field would make nonsense of it.
        return make(**{name: values[name] for name in values if name in taken}) if len(log.wrongs) == before else None

    return read


def _or_nothing(reader: Reader[Any], *, needed: bool) -> Schema:
    """Return what a field takes: one that is not needed may also be left empty."""
    about = {name: words for name, words in reader.schema.items() if name == "description"}
    nothing = {"type": ["null", "string"], "pattern": r"^\s*$"}
    return reader.schema if needed else {"anyOf": [reader.schema, nothing], **about}


def _unknown_names(found: Fields, noun: str, fields: Mapping[str, Reader[Any]], log: Log) -> set[str]:
    """Report every name that is not a field, and return what they were probably meant to be."""
    free = [name for name in fields if name not in found.values]
    strange = [name for name in found.values if name not in fields]
    for name in strange:
        hint = unknown("field", name, free if nearest(name, free) else fields)
        log.add(found.names_at[name], f"{hint} (in this {noun})")
    return {nearest(name, free) for name in strange}


def _of_shape(shape: type[N], node: Node, log: Log) -> N | None:
    if isinstance(node, shape):
        return node
    if node.shape:
        hint = "; text with a colon and a space in it needs quotes" if _is_split_text(shape, node) else ""
        log.add(node.at, f"expected {shape.shape}, found {'nothing' if is_empty(node) else node.shape}{hint}")
    return None


def _is_split_text(shape: type[Node], node: Node) -> bool:
    return shape is Text and isinstance(node, Fields) and len(node.values) == 1
