"""The details of a meeting from a TOML or YAML file that a person wrote, read with the same readers as checklists."""

import datetime as dt
import tomllib
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from scrutiny_tui.catalog.intake import text_of_file
from scrutiny_tui.catalog.nodes import Fields, Items, Node, Text
from scrutiny_tui.catalog.problems import START, Log, Place, StopReadingError
from scrutiny_tui.catalog.reader import day, line, list_of, one_of, record, text, then
from scrutiny_tui.catalog.yaml_nodes import read_yaml
from scrutiny_tui.errors import MeetingFileError
from scrutiny_tui.model.meeting import Attendance, Kind, Meeting, Paper, Person

_MOST_DOTS = 500
"""On one line: a name of very many parts takes the reader of TOML minutes."""


def _numbered(papers: tuple[Paper, ...]) -> tuple[Paper, ...]:
    return tuple(replace(paper, id=f"p{place}") for place, paper in enumerate(papers, start=1))


_PAPER = record("paper", partial(Paper, id=""), {"title": line, "pages": line})

_PERSON = record(
    "person", Person, {"name": line, "kind": one_of(Kind), "attendance": one_of(Attendance), "interest": text}
)

_MEETING = record(
    "meeting",
    Meeting,
    {
        "council": line,
        "committee": line,
        "date": day,
        "time": line,
        "venue": line,
        "item": line,
        "pages": line,
        "asked_to": text,
        "papers": then(list_of(_PAPER, "papers"), _numbered),
        "people": list_of(_PERSON, "people"),
    },
)


def read_meeting(path: Path) -> Meeting:
    """Read the details of a meeting from a file whose name ends in `.toml`, `.yaml` or `.yml`.

    The papers get the ids p1, p2 and so on.

    Raises:
        MeetingFileError: it cannot be read; every problem is listed with its line, in TOML with its path of keys.
    """
    log = Log()
    with suppress(StopReadingError):
        meeting = _MEETING(_root(path, log), log)
        if meeting and not log.wrongs:
            return meeting
    wrongs = sorted(log.wrongs, key=lambda wrong: (wrong[0].line, wrong[0].column))
    raise MeetingFileError(str(path), "\n".join(f"{path}:{at}: {what}" for at, what in wrongs))


def _root(path: Path, log: Log) -> Node:
    ending = path.suffix.lower()
    if ending in (".yaml", ".yml"):
        return read_yaml(text_of_file(path, log), log)
    if ending != ".toml":
        log.stop(START, "the name of the file must end in .toml, .yaml or .yml")
    return _read_toml(text_of_file(path, log), log)


def _read_toml(content: str, log: Log) -> Node:
    for number, each in enumerate(content.split("\n"), start=1):
        if each.count(".") > _MOST_DOTS:
            log.stop(Place(number, 1), f"this line has more than {_MOST_DOTS} dots; take out what is no text")
    try:
        return _toml_node("", tomllib.loads(content))
    except ValueError as error:  # also a number too long to be one
        log.stop(START, f"this is not TOML: {error}")
    except RecursionError:
        log.stop(START, "tables and lists lie inside each other far too deep")


def _toml_node(path: str, value: Any) -> Node:  # noqa: ANN401  # whatever TOML holds
    at = Place(path=path)
    match value:
        case dict():
            names = {name: f"{path}.{name}" if path else name for name in value}
            fields = {name: _toml_node(names[name], below) for name, below in value.items()}
            return Fields(at, fields, {name: Place(path=full) for name, full in names.items()})
        case list():
            return Items(at, tuple(_toml_node(f"{path}[{place}]", below) for place, below in enumerate(value, 1)))
        case bool():
            return Text(at, str(value).lower())
        case dt.time() if not (value.second or value.microsecond):
            return Text(at, value.isoformat("minutes"))
    return Text(at, str(value))
