"""The text of a review's file: JSON with one document a line, so that people can read it and tools compare it."""

import re
from pathlib import Path
from typing import Any

from scrutiny_tui.errors import (
    EmptyReviewError,
    EncryptedReviewError,
    ForeignReviewError,
    InvalidReviewError,
    NewerReviewError,
    TornReviewError,
)
from scrutiny_tui.storage.upgrade import FORMAT, Tables, upgrade
from scrutiny_tui.strict_json import ENCODER, BrokenJsonError, OddJsonError, parsed

PROGRAM = "scrutiny-tui"
AGE_BEGINS = b"age-encryption.org/"
"""How an encrypted copy begins, which is no review's file yet."""
NAMES = (
    "head", "review", "meeting", "answers", "panel", "respondents", "discussions", "recommendations", "earlier",
    "history", "checklist",
)  # fmt: skip
"""The tables in the order of the file. The head comes first: the library reads no further."""

_DOCUMENT_ID = re.compile(r"[1-9][0-9]{0,8}")


def dump(tables: Tables) -> bytes:
    """Return the text of the file. Parts that this program does not know come last, as they were found."""
    parts = [_table(name, tables[name]) for name in NAMES]
    parts += [f"{ENCODER.encode(name)}: {ENCODER.encode(tables[name])}" for name in tables if name not in NAMES]
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def _table(name: str, documents: dict[str, dict[str, Any]]) -> str:
    lines = ",\n".join(f'"{key}": {ENCODER.encode(document)}' for key, document in documents.items())
    return f'"{name}": {{\n{lines}\n}}' if lines else f'"{name}": {{}}'


def parse(path: Path, data: bytes) -> Tables:
    """Return the tables in the text of a file, brought up to the format of today.

    Raises:
        ReviewFileError: it is empty, damaged, foreign, newer or edited; the class and the detail say which.
    """
    found: Tables = _json(path, data)
    head = checked_head(path, found)
    for name in filter(found.__contains__, NAMES):
        _check_table(path, name, found[name])
    upgrade(found, head["format"])
    missing = [name for name in NAMES if name not in found]
    if missing:
        raise InvalidReviewError(path, f"A part is missing: {', '.join(missing)!r}.")
    return found


def checked_head(path: Path, found: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON may hold anything
    """Return the head of what a file holds.

    Raises:
        ForeignReviewError: there is none, so this program did not write it.
        NewerReviewError: a newer version of it did.
        InvalidReviewError: the number of the format is none.
    """
    table = found.get("head") if type(found) is dict else None
    head: Any = table.get("1") if type(table) is dict else None
    if type(head) is not dict or head.get("program") != PROGRAM:
        raise ForeignReviewError(path)
    number = head.get("format")
    if type(number) is not int or number < 1:
        raise InvalidReviewError(path, "head 1.format: it must be a whole number from 1.")
    if number > FORMAT:
        raise NewerReviewError(path, f"Its format is number {number}; this version knows {FORMAT}.")
    return dict(head)


def _check_table(path: Path, name: str, table: object) -> None:
    if type(table) is not dict:
        raise InvalidReviewError(path, f"{name!r} must be a table in {{}}.")
    for key, document in table.items():
        if not _DOCUMENT_ID.fullmatch(key) or type(document) is not dict:
            raise InvalidReviewError(path, f"{name!r} holds {key[:40]!r}, which is no numbered document in {{}}.")


def _json(path: Path, data: bytes) -> Any:  # noqa: ANN401 - JSON may hold anything
    if not data.strip():
        raise EmptyReviewError(path)
    if data.startswith(AGE_BEGINS):
        raise EncryptedReviewError(path)
    try:
        return parsed(data)
    except BrokenJsonError as error:
        raise TornReviewError(path, str(error)) from None
    except OddJsonError as error:
        raise InvalidReviewError(path, str(error)) from None
