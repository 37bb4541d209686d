"""Reviews that are good JSON and say odd things: read well, or refused in words; what no version knows is kept."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from scrutiny_tui.errors import InvalidReviewError, NewerReviewError
from scrutiny_tui.storage.upgrade import FORMAT
from tests.faults.bench import NAME, Bench
from tests.faults.scene import some
from tests.faults.tally import Fault, Tally, tried
from tests.storage.test_broken_files import GOOD
from tests.storage.test_upgrade import KEPT

Way = tuple[str | int, ...]
"""The names and places that lead to a value inside another."""

_ODD = (
    "null", "true", "false", "7", "0", "-1", "-0", "1.5", "1e999", "NaN", "-Infinity", "1" + "0" * 30, "9" * 5_000,
    '""', '" "', '"x"', '"\\u0000\\u001b[2J"', '"\\ud800"', '"\\u202e\\ufdd0"', '"a\\r\\nb\\u2028c"',
    '"' + "x" * 200_000 + '"',
    "[]", "{}", "[null]", "[[]]", '[""]', '{"": null}', '{"1": {}}', "[" * 500 + "]" * 500,
    '"2027-02-30"', '"0001-01-01"', '"9999-12-31"', '"20270713"', '"2027-W28-2"', '"2027-07-13T14:03:00"',
    '"0001-01-01T00:00:00+14:00"', '"9999-12-31T23:59:59-12:00"', '"2027-07-13T14:03:00.000001+23:59"',
)  # fmt: skip
"""What is put into the place of a value, as JSON."""
_HERE = "\N{WHITE SQUARE} here"
"""Stands in plain data where odd JSON goes."""
_COMMANDS = (
    ("show", NAME), ("show", NAME, "--json", "--private"), ("room", NAME), ("room", NAME, "--json"),
    *(("export", NAME, "--to", to, "-o", "-") for to in ("md", "html", "csv", "json", "ics")),
    ("export", NAME, "--to", "csv", "--part", "recommendations", "-o", "-"), ("export", NAME, "--to", "docx", "-o",
    "-"),
    ("compare", "GOOD", NAME), ("compare", NAME, "GOOD"), ("merge", "GOOD", NAME, "--dry-run"),
    ("merge", NAME, "GOOD", "--dry-run"), ("share", NAME, "--dry-run"), ("share", NAME, "--dry-run", "--no-names"),
    ("carry", NAME, "--checklist", "key-questions", "--dry-run"), ("list",), ("list", "--json"),
)  # fmt: skip
"""What is done with a review that was read."""


def _wrong(count: int, folder: Path) -> Tally:
    """Put an odd value in the place of each value of a review, one at a time."""
    tally, bench, dice = Tally(), Bench(folder), Random(count)  # noqa: S311 - nothing here is secret
    tables = json.loads(GOOD)
    pairs = [(way, odd) for way in _ways(tables) for odd in (*_ODD, None)]
    for way, odd in dice.sample(pairs, min(count, len(pairs))):
        inside, last, value = _found(tables, way)
        inside[last] = [value, value] if odd is None else _HERE
        data = _text(tables, odd or "")
        inside[last] = value
        case = f"{_named(way)} is {'a list of itself' if odd is None else odd[:40]}"
        tried(tally, case, bench.read, data)
        tried(
            tally,
            f"{case}, then {' '.join(command)}" if (command := dice.choice(_COMMANDS)) else "",
            _used,
            bench,
            data,
            command,
        )
    return tally


def _used(bench: Bench, data: bytes, command: tuple[str, ...]) -> str:
    """Give a file to a command, which may do what it is for, or refuse it in words."""
    bench.put(data)
    files = {"GOOD": str(bench.good), NAME: str(bench.path)}
    ended = bench.commands(*(files.get(word, word) for word in command))
    return "" if ended.code == 0 or bench.is_refusal(ended) else "traceback"


def _missing(count: int, folder: Path) -> Tally:
    """Take each field and each item away, and then give each field twice."""
    tally, bench = Tally(), Bench(folder)
    tables = json.loads(GOOD)
    for way in some([*_ways(tables)], count):
        inside, last, value = _found(tables, way)
        whole = list(inside.items()) if type(inside) is dict else list(inside)
        del inside[last]
        tried(tally, f"without {_named(way)}", bench.read, _text(tables))
        if type(inside) is dict:
            inside |= dict(whole) | {_HERE: value}
            twice = _text(tables).replace(json.dumps(_HERE).encode(), json.dumps(last).encode())
            tried(tally, f"twice {_named(way)}", bench.refused, twice, InvalidReviewError)
            inside.clear()
            inside |= dict(whole)
        else:
            inside[:] = whole
    return tally


def _swapped(count: int, folder: Path) -> Tally:
    """Let two values of a review change places, or stand in both."""
    tally, bench, dice = Tally(), Bench(folder), Random(count)  # noqa: S311 - nothing here is secret
    ways = list(_ways(json.loads(GOOD)))
    for number in range(count):
        tables = json.loads(GOOD)
        one, other = dice.sample(ways, 2)
        if one[: len(other)] == other or other[: len(one)] == one:
            other = one[:1]
        here, there = _found(tables, one), _found(tables, other)
        here[0][here[1]] = json.loads(json.dumps(there[2]))
        if number % 2 and other != one[:1]:
            there[0][there[1]] = here[2]
        tried(tally, f"{_named(one)} and {_named(other)}", bench.read, _text(tables))
    return tally


def _newer(count: int, folder: Path) -> Tally:
    """Open files of later formats, whatever shape they have: nothing else is said of them."""
    tally, bench = Tally(), Bench(folder)
    numbers = [FORMAT + 1, FORMAT + 2, 99, 10**6, 2**63, 10**30]
    for number in numbers[:count]:
        for shape, data in _shapes_of_later(number):
            tried(tally, f"format {number}, {shape}", bench.refused, data, NewerReviewError)
            tried(tally, f"the list as JSON, format {number}, {shape}", bench.list_as_json, data)
    return tally


def _shapes_of_later(number: int) -> Iterator[tuple[str, bytes]]:
    tables = json.loads(GOOD)
    tables["head"]["1"]["format"] = number
    head = tables["head"]
    yield "as now", _text(tables)
    yield "the head last", _text(dict(reversed(tables.items())))
    yield "nothing but a head", _text({"head": head})
    yield "lists for tables", _text({"head": head} | {name: [each] for name, each in tables.items() if name != "head"})
    yield "texts for tables", _text({"head": head} | {name: "packed" for name in tables if name != "head"})
    yield "other tables", _text({"head": head, "notes": {}, "people": [1, 2, {"x": None}]})
    yield "two heads", _text({"head": head | {"2": head["1"]}})
    short = {"format": number, "program": head["1"]["program"]}
    yield "a head in other words", _text({"head": {"1": short | {"name": {"en": "x"}, "saved": 7, "title": []}}})
    yield "a head without words", _text(tables | {"head": {"1": short}})


_LATER: dict[str, Any] = {
    "later": {"kept": [1, 1.5, None, True, "\u00e9\u2028 \U0001f469", {"deep": [[[]], {}]}], "id": "x"},
    "": "no name", "1": 10**30, "\x1b[2J": "\x00", "titel": [],
}  # fmt: skip
"""Fields, or parts, that a later version may write."""


def _unknown(count: int, folder: Path) -> Tally:
    """Put fields that no version knows into every object of a review, and parts beside its own; then work on it."""
    tally = Tally()
    for number in range(1, FORMAT + 1):
        bench = Bench(folder / str(number))
        tables = json.loads((KEPT / f"format-{number}.scrutiny.json").read_bytes())
        objects = [way for way in _ways(tables) if len(way) > 1 and type(_found(tables, way)[2]) is dict]
        tried(tally, f"format {number}, in every object", _kept, bench, tables, objects)
        tried(tally, f"format {number}, a part", _kept, bench, tables, [()])
        for way in some(objects, max(1, count // FORMAT)):
            tried(tally, f"format {number}, in {_named(way)}", _kept, bench, tables, [way])
    return tally


def _kept(bench: Bench, tables: dict[str, Any], objects: list[Way]) -> str:
    """Put the fields into these objects, change the review in several ways, and look for the fields after each save."""
    before = json.loads(json.dumps(tables))
    for way in objects:
        _at(before, way).update(_LATER)
    bench.put(_text(before))
    with closing(bench.places.library().open(bench.path)) as file:
        for step in range(3):
            review = file.review
            question = review.questions[-1 - step % 2]
            answer = review.answer(question.id)
            review = review.with_answer(replace(answer, note=f"{answer.note}\n\nLine {step}.")).at(question.id)
            file.save(review)
            if bench.places.library().read(bench.path) != review:
                return "misread"
            after = json.loads(bench.path.read_bytes())
            if any(_at(after, way).get(name) != value for way in objects for name, value in _LATER.items()):
                return "lost"
    return ""


def _ways(value: Any, way: Way = ()) -> Iterator[Way]:  # noqa: ANN401 - plain data
    """Yield how to get to every value inside another."""
    pairs: Any = value.items() if type(value) is dict else enumerate(value) if type(value) is list else ()
    for name, below in pairs:
        yield (*way, name)
        yield from _ways(below, (*way, name))


def _at(value: Any, way: Way) -> Any:  # noqa: ANN401 - as above
    for name in way:
        value = value[name]
    return value


def _found(value: Any, way: Way) -> tuple[Any, Any, Any]:  # noqa: ANN401 - as above
    """Return what a value stands in, its name there, and the value."""
    inside = _at(value, way[:-1])
    return inside, way[-1], inside[way[-1]]


def _named(way: Way) -> str:
    return ".".join(map(str, way))


def _text(tables: Any, odd: str = "") -> bytes:  # noqa: ANN401 - as above
    """Return the tables as a file, with odd JSON where a place was kept for it."""
    return json.dumps(tables).replace(json.dumps(_HERE), odd or json.dumps(_HERE)).encode()


FAULTS = (
    Fault("Each value of a review replaced by odd ones", _wrong, brief=25, usual=1_000, long=15_000),
    Fault("Each field of a review missing, or there twice", _missing, brief=20, usual=300, long=10**6),
    Fault("Two values of a review swapped", _swapped, brief=10, usual=500, long=5_000),
    Fault("A review of a later format", _newer, brief=1, usual=10, long=10),
    Fault("Fields and parts that no version knows", _unknown, brief=8, usual=10**6, long=10**6),
)
