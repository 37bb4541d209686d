"""A file as it was typed: texts, lists and named fields, each with its place. No text is taken for anything else."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from scrutiny_tui.catalog.problems import Place

EACH = "*"


@dataclass(frozen=True, slots=True)
class Node:
    """Any value of a file. A bare one stands for a value that could not be read and was reported as such."""

    at: Place
    shape: ClassVar[str] = ""
    """What a person calls a value of this kind; empty for one that was reported already."""


@dataclass(frozen=True, slots=True)
class Text(Node):
    """A text, exactly as typed: `No`, `012`, `12:30` and `~` are these letters."""

    text: str
    shape: ClassVar[str] = "text"


@dataclass(frozen=True, slots=True)
class Items(Node):
    """A list."""

    items: tuple[Node, ...]
    shape: ClassVar[str] = "a list"


@dataclass(frozen=True, slots=True)
class Fields(Node):
    """Named fields in the order of the file."""

    values: dict[str, Node] = field(default_factory=dict)
    names_at: dict[str, Place] = field(default_factory=dict)
    """Where the name of each field stands."""
    shape: ClassVar[str] = "named fields"


def is_empty(node: Node) -> bool:
    """Tell whether nothing was written where a value could stand."""
    return isinstance(node, Text) and not node.text.strip()


def find(node: Node, path: str) -> Iterator[Node]:
    """Yield every value at a path such as `sections.*.id`, where `*` is each item of a list.

    What is missing or of another shape is passed over.
    """
    step, _, rest = path.partition(".")
    below: tuple[Node, ...] = ()
    if isinstance(node, Items) and step == EACH:
        below = node.items
    elif isinstance(node, Fields) and step in node.values:
        below = (node.values[step],)
    for child in below:
        if rest:
            yield from find(child, rest)
        else:
            yield child


def texts(node: Node, path: str) -> Iterator[Text]:
    """Yield every text at a path, but the empty ones."""
    for found in find(node, path):
        if isinstance(found, Text) and not is_empty(found):
            yield found
