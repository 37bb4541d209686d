"""A checklist as the YAML that the reader takes, for a person to go on writing, and its file.

Long texts are written as blocks, because in them a person may type colons and quotes as they like.
"""

import dataclasses
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml

from scrutiny_tui import writing
from scrutiny_tui.catalog.schema import FORMAT
from scrutiny_tui.errors import ChecklistSaveError, ExistsError
from scrutiny_tui.model.checklist import Checklist

_WIDTH = 110
_STEP = "  "
_RENAMED = {("Level", "value"): "level"}
"""Fields that are called otherwise in the file than in the model."""

_SHOWN = "\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
"""The characters that stand for themselves. A line break of any kind is none of them."""
_ONE_LINE = re.compile(f"[{_SHOWN}]*")
_BLOCK = re.compile(rf"(?=\S)[{_SHOWN}\n]*(?<=\S)")
_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`](?:(?!: | #).)*(?<![\s:])")
_BETWEEN_WORDS = re.compile(r"(?<=\S) (?=\S)")
_READ_AS: Mapping[str, list[tuple[str, re.Pattern[str]]]] = yaml.SafeLoader.yaml_implicit_resolvers
"""What other readers of YAML take for a number, a date or a yes, by the first character."""


def to_yaml(checklist: Checklist, comment: str = "") -> str:
    """Return the file of a checklist, after a comment; reading it gives the same checklist."""
    head = "".join(f"# {line}\n" for line in comment.splitlines())
    return head + dump({"format": FORMAT, **_plain(checklist)})


def save(path: Path, text: str, *, force: bool, todo: str) -> None:
    """Write a checklist's file, in a folder that is made where it is missing; only its owner can read it.

    Raises:
        ExistsError: there is a file of that name, and `force` is not given; `todo` says what to do then.
        ChecklistSaveError: it could not be written.
    """
    try:
        writing.make_folder(path.parent)
        with _existing_told(path, todo):
            writing.put(path, text.encode(), over=force)
    except OSError as error:
        raise ChecklistSaveError(path, writing.refusal(path, error)) from error


def dump(fields: Mapping[str, Any]) -> str:
    """Return fields as YAML in their order: texts, whole numbers, fields again, and lists of texts or of fields."""
    return "".join(f"{line}\n" for line in _fields_lines(fields, ""))


@contextmanager
def _existing_told(path: Path, todo: str) -> Iterator[None]:
    try:
        yield
    except FileExistsError as error:
        raise ExistsError(path, todo) from error


def _plain(value: Any) -> Any:  # noqa: ANN401  # whatever a checklist holds
    if dataclasses.is_dataclass(value):
        return dict(_fields(value))
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.value if isinstance(value, StrEnum) else value


def _fields(value: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401  # any dataclass of a checklist
    """Yield what is said, in the order of the model; what has its default is left out."""
    for field in dataclasses.fields(value):
        held = getattr(value, field.name)
        if held not in (field.default, ()):
            yield _RENAMED.get((type(value).__name__, field.name), field.name), _plain(held)


def _fields_lines(fields: Mapping[str, Any], indent: str) -> Iterator[str]:
    for name, value in fields.items():
        start = f"{indent}{name}:"
        if isinstance(value, Mapping):
            yield start
            yield from _fields_lines(value, indent + _STEP)
        elif isinstance(value, list):
            yield start
            for item in value:
                yield from _item_lines(item, indent + _STEP)
        elif isinstance(value, int):
            yield f"{start} {value}"
        else:
            yield from _value_lines(start, value, indent + _STEP)


def _item_lines(item: Any, indent: str) -> Iterator[str]:  # noqa: ANN401  # an item of whatever list
    if isinstance(item, Mapping):
        first, *rest = _fields_lines(item, indent + _STEP)
        yield f"{indent}- {first.lstrip()}"
        yield from rest
    else:
        yield from _value_lines(f"{indent}-", item, indent + _STEP)


def _value_lines(start: str, text: str, indent: str) -> Iterator[str]:
    """Yield a text after the start of its line, and on lines of its own at the indent where it is long."""
    if _ONE_LINE.fullmatch(text) and len(start) + len(text) < _WIDTH:
        yield f"{start} {_scalar(text)}"
    elif not _BLOCK.fullmatch(text):
        yield f"{start} {_escaped(text)}"
    elif "\n" in text:
        yield f"{start} |-"
        yield from (indent + line if line else "" for line in text.split("\n"))
    else:
        yield f"{start} >-"
        yield from (indent + line for line in _folded(text, _WIDTH - len(indent)))


def _scalar(text: str) -> str:
    """Return a short text on one line, in quotes where it needs them."""
    read_as = (found for _, found in _READ_AS.get(text[:1], ()))
    if _PLAIN.fullmatch(text) and not any(found.match(text) for found in read_as):
        return text
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _escaped(text: str) -> str:
    """Return a text in double quotes, with escapes for what cannot stand for itself."""
    quoted = json.dumps(text, ensure_ascii=False)
    return re.sub(f"[^{_SHOWN}]", lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _folded(text: str, width: int) -> Iterator[str]:
    """Yield the lines of a long text, broken where one space stands between words: it is read as one line again."""
    line = ""
    for word in _BETWEEN_WORDS.split(text):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line
