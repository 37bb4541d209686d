"""Values as plain data and back, and the schema of that data."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum

import pytest
from jsonschema import Draft202012Validator

from scrutiny_tui.values import MisfitError, definitions, plain, structured


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


@dataclass(frozen=True)
class Leaf:
    colour: Colour = Colour.GREEN
    veins: tuple[int, ...] = ()


@dataclass(frozen=True)
class Tree:
    name: str
    planted: date
    seen: datetime | None = None
    best: Leaf | None = None
    leaves: tuple[Leaf, ...] = field(default=())
    tall: bool = False


TREE = Tree("Oak", date(2027, 7, 8), datetime(2027, 7, 9, tzinfo=UTC), Leaf(), (Leaf(Colour.RED, (1, 2)),), tall=True)


def test_a_value_comes_back_as_it_was_and_what_is_usual_is_left_out() -> None:
    assert structured(plain(TREE), Tree, "tree") == TREE
    assert plain(Tree("Oak", date(2027, 7, 8))) == {"name": "Oak", "planted": "2027-07-08"}


def test_a_schema_says_of_every_field_what_it_may_be_and_whether_it_must_be_there() -> None:
    assert definitions(Tree) == {
        "Tree": {
            "title": "Tree",
            "type": "object",
            "properties": {
                "name": {"type": "string"},
                "planted": {"type": "string", "format": "date"},
                "seen": {"anyOf": [{"type": "string", "format": "date-time"}, {"type": "null"}]},
                "best": {"anyOf": [{"$ref": "#/$defs/Leaf"}, {"type": "null"}]},
                "leaves": {"type": "array", "items": {"$ref": "#/$defs/Leaf"}},
                "tall": {"type": "boolean"},
            },
            "required": ["name", "planted"],
            "additionalProperties": False,
        },
        "Leaf": {
            "title": "Leaf",
            "type": "object",
            "properties": {
                "colour": {"$ref": "#/$defs/Colour"},
                "veins": {"type": "array", "items": {"type": "integer"}},
            },
            "required": [],
            "additionalProperties": False,
        },
        "Colour": {"title": "Colour", "type": "string", "enum": ["red", "green"]},
    }


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, ""),
        ({"best": None}, ""),
        ({"name": 3}, "tree.name: it must be text"),
        ({"tall": 1}, "tree.tall: it must be true or false"),
        ({"leaves": {}}, "tree.leaves: it must be a list"),
        ({"leaves": [{"colour": "blue"}]}, r"tree.leaves\[0\].colour: it must be one of red, green"),
        ({"leaves": [{"veins": ["1"]}]}, r"tree.leaves\[0\].veins\[0\]: it must be a whole number"),
        ({"leaves": [3]}, r"tree.leaves\[0\]: it must be an object"),
        ({"age": 3}, "tree: it has a field that is not known, 'age'"),
    ],
)
def test_the_reader_and_the_schema_take_and_refuse_the_same(change: dict[str, object], words: str) -> None:
    data = {**plain(TREE), **change}
    schema = {"$ref": "#/$defs/Tree", "$defs": definitions(Tree)}
    assert Draft202012Validator(schema).is_valid(data) is not bool(words)
    if words:
        with pytest.raises(MisfitError, match=words):
            structured(data, Tree, "tree")
    else:
        assert structured(data, Tree, "tree").name == "Oak"


def test_what_is_nested_too_deeply_is_no_value() -> None:
    deep: list[object] = []
    for _ in range(5000):
        deep = [deep]
    with pytest.raises(MisfitError, match="nested too deeply"):
        structured({**plain(TREE), "name": deep}, Tree, "tree")
