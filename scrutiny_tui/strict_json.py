"""JSON read strictly: what Python would read, but not as it was meant, is refused."""

import json
from datetime import MAXYEAR, MINYEAR, datetime
from typing import Any, NoReturn

ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
"""Writes what a file may hold, on one line."""

_DEEPEST = 100
"""How deep lists and objects may lie inside each other: ten times what we write, and no work for anybody's stack."""

_MOST = 2_500_000
"""How many values it may hold: a hundred members' files on a hundred questions each hold a tenth of them, and all of
them fit into the memory of a small computer."""

_TOO_DEEP = "It is nested too deeply."


class BrokenJsonError(ValueError):
    """Bytes that are no JSON, or JSON that breaks off. Says where to look."""


class OddJsonError(ValueError):
    """JSON that programs would read in different ways. Says what is odd about it."""


def parsed(data: bytes) -> Any:  # noqa: ANN401 - JSON may hold anything
    """Return what UTF-8 bytes hold; they are not blank.

    Raises:
        BrokenJsonError: they are no JSON.
        OddJsonError: a name stands twice in one object, or no file can hold such a number, character or depth, or
            so many values.
    """
    text = _text(data)
    if sum(map(data.count, b",[{")) > _MOST:  # before any of them is made
        raise OddJsonError(f"It holds more than {_MOST:,} values.")
    try:
        found = json.loads(text, object_pairs_hook=_once_each, parse_constant=_refuse)
        _check_depth(found)
        ENCODER.encode(found).encode()
    except json.JSONDecodeError as error:
        raise BrokenJsonError(f"Look at line {error.lineno}, column {error.colno}.") from None
    except UnicodeEncodeError:
        raise OddJsonError("It holds half a character, as \\ud800 is.") from None
    except RecursionError:
        raise OddJsonError(_TOO_DEEP) from None
    except OddJsonError:
        raise
    except ValueError:
        raise OddJsonError("It holds a number that is far too large.") from None
    return found


def moment(text: str) -> datetime:
    """Return the moment that a text names, such as `2027-07-13T14:03:00+01:00`.

    Raises:
        ValueError: it names none, or one in the first or the last year, which not every time zone has.
    """
    found = datetime.fromisoformat(text)
    if found.year in (MINYEAR, MAXYEAR):
        raise ValueError(f"{text} is at the very edge of the calendar")
    return found


def _text(data: bytes) -> str:
    if not data.strip(b"\0 \t\r\n"):
        raise BrokenJsonError("It holds nothing but zeros, as a power cut can leave it.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BrokenJsonError(f"Byte {error.start} is not UTF-8 text.") from None


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise OddJsonError(f"{twice[:40]!r} stands twice in one place.")
    return found


def _check_depth(found: object) -> None:
    level: list[Any] = [found]
    for _ in range(_DEEPEST):
        if not level:
            return
        inside = (each.values() if type(each) is dict else each for each in level if type(each) in (dict, list))
        level = [each for values in inside for each in values]
    raise OddJsonError(_TOO_DEEP)


def _refuse(name: str) -> NoReturn:
    raise OddJsonError(f"{name} is no number that a review can hold.")
