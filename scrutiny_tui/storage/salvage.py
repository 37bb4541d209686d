"""What can still be read of a damaged file: it holds one document a line, so a line that is whole is enough."""

import re
from contextlib import suppress
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

from scrutiny_tui.errors import InvalidReviewError
from scrutiny_tui.model.review import Review
from scrutiny_tui.storage.codec import decode
from scrutiny_tui.storage.tables import NAMES
from scrutiny_tui.storage.upgrade import FORMAT, Tables, upgrade
from scrutiny_tui.strict_json import parsed

_TABLE = re.compile(rb'"([a-z]+)": \{(\})?,?')
_DOCUMENT = re.compile(rb'"([0-9]{1,9})": (\{.*\}),?')
_BLANK = b"\0 \t\r\n"
"""What may stand around a line; a power cut leaves zeros."""
_ORDER = (
    "checklist", "review", "meeting", "answers", "panel", "respondents", "discussions", "recommendations", "earlier",
)  # fmt: skip
"""What is put over the copy: the questions first, for they say which answers there can be."""
_SINGLE = {"checklist", "review", "meeting", "panel"}
"""The tables that hold one document."""
_MOST, _LINES = 1000, 20_000
"""Documents of one table, and lines: more than any review holds, and not too many to be tried one by one."""
Documents = list[dict[str, Any]]
Found = dict[str, tuple[Documents, bool]]
"""The documents of each table, and whether these are all of them."""


def salvaged(path: Path, data: bytes, base: Tables) -> Review | None:
    """Return the review that the tables of a good copy give with all that can be read of `data` put over them.

    None where nothing of the same review can be read.
    """
    found = _upgraded(_tables(data))
    if not any(documents for name, (documents, _) in found.items() if name != "head") or _is_other(found, base):
        return None
    tables = dict(base)
    for name in _ORDER:
        documents, whole = found.get(name, ([], False))
        if whole and name not in _SINGLE:
            tables[name] = {}
        tables = _with(path, tables, name, documents[:_MOST])
    return decode(path, tables)[0]


def is_newer(data: bytes) -> bool:
    """Tell whether a damaged file was written by a newer version of this program, as far as it can be read."""
    return _format(_tables(data)) > FORMAT


def _tables(data: bytes) -> Found:
    """Return the documents that can be read: of the whole, where it is JSON at all, or else line by line."""
    try:
        whole = parsed(data)
    except ValueError:
        return _by_line(data)
    if type(whole) is not dict:
        return {}
    tables = {name: whole[name] for name in NAMES if type(whole.get(name)) is dict}
    return {name: ([each for each in table.values() if type(each) is dict], True) for name, table in tables.items()}


def _by_line(data: bytes) -> Found:
    found: Found = {}
    name, whole, last = "", False, 0
    for line in (each.strip(_BLANK) for each in islice(BytesIO(data), _LINES)):
        if begins := _TABLE.fullmatch(line):
            name, whole, last = begins[1].decode(), True, 0
            found[name] = ([], bool(begins[2]))
            name = "" if begins[2] else name
        elif line in {b"}", b"},"}:
            if name:
                found[name] = (found[name][0], whole)
            name = ""
        elif (read := _document(line)) is None:
            whole = False
        elif name and read[0] > last:
            last = read[0]
            found[name][0].append(read[1])
        else:  # the line is lost that begins the table it is in
            name = ""
    return {name: held for name, held in found.items() if name in NAMES}


def _document(line: bytes) -> tuple[int, dict[str, Any]] | None:
    """Return the number of a document and what it holds; None where the line cannot be read."""
    if match := _DOCUMENT.fullmatch(line):
        with suppress(ValueError):
            return int(match[1]), parsed(match[2])
    return None


def _format(found: Found) -> int:
    head, _ = found.get("head", ([], False))
    number = head[0].get("format") if head else None
    return number if type(number) is int and number > 0 else FORMAT


def _upgraded(found: Found) -> Found:
    """Return the documents in the format of today; what the steps add holds nothing."""
    number = _format(found)
    if number >= FORMAT:
        return found
    tables: Tables = {name: _keyed(documents) for name, (documents, _) in found.items()}
    upgrade(tables, number)
    return {name: (list(table.values()), found.get(name, ((), False))[1]) for name, table in tables.items()}


def _is_other(found: Found, base: Tables) -> bool:
    documents, _ = found.get("review", ([], False))
    ours = next(iter(base["review"].values()))
    return bool(documents) and documents[0].get("id") != ours.get("id")


def _keyed(documents: Documents) -> dict[str, dict[str, Any]]:
    return {str(number): document for number, document in enumerate(documents, 1)}


def _identity(document: dict[str, Any]) -> str:
    """Return what a document is known by in its table."""
    return str(next((document[name] for name in ("id", "question", "review") if name in document), ""))


def _with(path: Path, tables: Tables, name: str, documents: Documents) -> Tables:
    """Return the tables with these documents put into one of them, but for those that make no sense there."""
    if not documents:
        return tables
    held = {} if name in _SINGLE else {_identity(each): each for each in tables[name].values()}
    put = documents[-1:] if name in _SINGLE else [*(held | {_identity(each): each for each in documents}).values()]
    changed = {**tables, name: _keyed(put)}
    try:
        decode(path, changed)
    except InvalidReviewError:
        half = len(documents) // 2
        if not half:
            return tables
        return _with(path, _with(path, tables, name, documents[:half]), name, documents[half:])
    return changed
