"""The JSON Schema that editors use and the reader take the same files.

What the schema cannot say is left to the reader, which says it with a line: which ids and sources belong together,
and that levels go up. Of what is typed, only capital letters in the few fixed words make a difference: editors complete
them in small letters, and the reader takes any.
"""

import copy
import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from scrutiny_tui.catalog.nodes import Fields, Items, Node, Text
from scrutiny_tui.catalog.problems import START, Log, StopReadingError
from scrutiny_tui.catalog.reader import HIDDEN, LONGEST_ID, MOST_CHARACTERS
from scrutiny_tui.catalog.schema import CHECKLIST, json_schema
from scrutiny_tui.catalog.shelf import packaged_folder
from scrutiny_tui.model.scale import MOST_LEVELS
from scrutiny_tui.model.text import unsafe
from tests.catalog.checklist_text import WHOLE

SCHEMA = json_schema()
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
Path_ = tuple[str | int, ...]
EXTRA = {"help": "Over the last year.", "answered": "words", "phases": ["poor-to-fair", "good-to-great"]}


def whole() -> Any:  # noqa: ANN401  # plain data
    """Return a checklist that uses every field, as a program reads it: its texts that look like numbers are numbers."""
    data = yaml.safe_load(WHOLE.replace("12:30", "'12:30'").replace("2027-01-31", "'2027-01-31'"))
    data["sections"][0]["about"] = "About waiting."
    question = data["sections"][0]["questions"][0]
    question |= EXTRA
    question["enquiry"][0]["phases"] = ["fair-to-good"]
    question["warning"] = ["Nobody asks."]
    return data


BASE = whole()


def node(value: Any) -> Node:  # noqa: ANN401  # plain data
    """Return plain data as the reader gets it from a file."""
    match value:
        case dict():
            return Fields(START, {name: node(each) for name, each in value.items()}, dict.fromkeys(value, START))
        case list():
            return Items(START, tuple(map(node, value)))
        case bool():
            return Text(START, str(value).lower())
        case None:
            return Text(START, "")
    return Text(START, str(value))


def reads(value: Any) -> bool:  # noqa: ANN401  # plain data
    """Tell whether the reader finds nothing wrong with the shape of plain data."""
    log = Log()
    with suppress(StopReadingError):
        CHECKLIST(node(value), log)
    return not log.wrongs


def paths(value: Any, path: Path_ = ()) -> Iterator[Path_]:  # noqa: ANN401  # plain data
    """Yield the path of every value in plain data, the whole of it first."""
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, below in items:
        yield from paths(below, (*path, name))


def at(data: Any, path: Path_) -> Any:  # noqa: ANN401  # plain data
    for step in path:
        data = data[step]
    return data


WRONG_SHAPES: tuple[Any, ...] = (
    None, "", " ", "\n", True, 0, 1, 10, -1, 9999, 10_000, "9999", "10000", "01", "x", "X y", "Level", "lower", "a-b",
    "-a",    "a" * LONGEST_ID, "a" * (LONGEST_ID + 1), "x" * MOST_CHARACTERS, "x" * (MOST_CHARACTERS + 1), "2027-01-31",
    "2027-02-31", "20270131", [], [""], [None], ["x"] * 12, [[]], [{}], {}, {"x": "y"}, {"id": "x"}, "a\x07b",
    "a\tb\nc", "a\u202eb", "a\x85b", "\U0001f600",
)  # fmt: skip
"""What a person, or a program, may put where something else belongs."""


def changed() -> Iterator[tuple[str, Any]]:
    """Yield the whole checklist with one thing changed, after what was changed.

    Everything is dropped and renamed once. Of the places that take the same, one gets every wrong shape.
    """
    data = copy.deepcopy(BASE)
    kinds: set[str] = set()
    for path in paths(data):
        kind = json.dumps(_without_words(_part(path)))
        for value in WRONG_SHAPES if kind not in kinds else ():
            yield f"{path} = {str(value)[:20]!r}", _with(path, partial(_put, value=value))
        kinds.add(kind)
        if path and isinstance(path[-1], str):
            yield f"{path} dropped", _with(path, lambda parent, key: parent.pop(key))
            yield f"{path} renamed", _with(path, lambda parent, key: _put(parent, f"{key}s", parent.pop(key)))
        found = at(data, path)
        if isinstance(found, dict):
            yield f"{path} with more", _with((*path, "more"), lambda parent, key: _put(parent, key, "x"))
        if isinstance(found, list):
            yield f"{path} with less", _with((*path, 0), lambda parent, key: parent.pop(key))
            for times in (2, MOST_LEVELS, MOST_LEVELS + 1):
                yield f"{path} x {times}", _with(path, partial(_repeat, times=times))


def _part(path: Path_) -> Any:  # noqa: ANN401  # a part of a schema
    """Return the part of the schema that says what belongs at a path."""
    part = SCHEMA
    for step in path:
        part = part["anyOf"][0] if "anyOf" in part else part
        part = part["items"] if isinstance(step, int) else part["properties"][step]
    return part


def _without_words(schema: Any) -> Any:  # noqa: ANN401  # a part of a schema
    """Return a part of the schema without what explains it."""
    if isinstance(schema, dict):
        said = {name: below for name, below in schema.items() if name != "description" or not isinstance(below, str)}
        return {name: _without_words(below) for name, below in said.items()}
    return [_without_words(below) for below in schema] if isinstance(schema, list) else schema


def _with(path: Path_, change: Callable[[Any, Any], object]) -> Any:  # noqa: ANN401  # plain data
    data = {"whole": copy.deepcopy(BASE)}
    *above, last = ("whole", *path)
    change(at(data, tuple(above)), last)
    return data["whole"]


def _put(parent: Any, key: str | int, value: object) -> None:  # noqa: ANN401  # plain data
    parent[key] = copy.deepcopy(value)


def _repeat(parent: Any, key: str | int, times: int) -> None:  # noqa: ANN401  # plain data
    _put(parent, key, parent[key] * times)


def test_it_is_a_json_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"].endswith("/draft/2020-12/schema")
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


def test_every_field_of_the_reader_is_in_the_checklist_that_is_changed() -> None:
    data = BASE
    assert reads(data)
    assert VALIDATOR.is_valid(data)
    used = {path[-1] for path in paths(data) if path and isinstance(path[-1], str)}
    assert used == set(_names(SCHEMA))


def _names(schema: Any) -> Iterator[str]:  # noqa: ANN401  # a part of a schema
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for below in schema.values():
            yield from _names(below)
    elif isinstance(schema, list):
        for below in schema:
            yield from _names(below)


def test_whatever_is_changed_the_schema_says_what_the_reader_says() -> None:
    differing = [what for what, data in changed() if VALIDATOR.is_valid(data) != reads(data)]
    assert differing == ["('sections', 0, 'questions', 0, 'answered') = 'Level'"]  # capitals in a fixed word


def test_no_hidden_character_passes_one_of_them_and_not_the_other() -> None:
    every = "".join(chr(code) for code in range(0x110000) if not 0xD800 <= code <= 0xDFFF)
    assert re.findall(HIDDEN, every) == [character for _, _, character in unsafe(every)]


@pytest.mark.parametrize("path", sorted(packaged_folder().glob("*.yaml")), ids=lambda path: path.stem)
def test_every_packaged_checklist_fits_it(path: Path) -> None:
    data = yaml.load(path.read_bytes(), yaml.BaseLoader)  # noqa: S506  # reads texts only
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []


def test_it_explains_fields_to_those_who_write_a_file() -> None:
    section = SCHEMA["properties"]["sections"]["items"]
    question = section["properties"]["questions"]["items"]["properties"]
    assert "keep it when you reword" in question["id"]["description"]
    assert question["help"]["description"]
    assert question["levels"]["description"]
