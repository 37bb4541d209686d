"""The number of the file format, and how files of earlier formats are brought up to it."""

from collections.abc import Callable, Mapping
from typing import Any

Tables = dict[str, dict[str, dict[str, Any]]]
"""Tables by name, documents by TinyDB's id, fields by name: what TinyDB keeps."""

FORMAT = 4
"""The format that is written. Raise it with every change that an earlier version could not read."""


def _to_2(_: Tables) -> None:
    """Format 2 knows phases, help and questions answered in words. A review of format 1 has none of them."""


def _to_3(tables: Tables) -> None:
    """Format 3 knows who prepared a review, its session and its recommendations. An earlier one has none of them."""
    tables |= {"panel": {"1": {}}, "respondents": {}, "discussions": {}, "recommendations": {}}


def _to_4(tables: Tables) -> None:
    """Format 4 knows what earlier reviews said, and what was changed by hand in the questions for the room."""
    tables |= {"earlier": {}}


STEPS: Mapping[int, Callable[[Tables], None]] = {1: _to_2, 2: _to_3, 3: _to_4}
"""How to get from each earlier format to the next one; a step changes the tables in place."""


def upgrade(
    tables: Tables, found: int, steps: Mapping[int, Callable[[Tables], None]] = STEPS, wanted: int = FORMAT
) -> None:
    """Bring `tables` from the format `found` to `wanted`, one step after the other. The file itself is not touched."""
    for number in range(found, wanted):
        steps[number](tables)
        tables["head"]["1"]["format"] = number + 1
