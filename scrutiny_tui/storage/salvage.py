"""What can still be read of a damaged file: it holds one document a line, so a line that is whole is enough."""

import re
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

from scrutiny_tui.errors import InvalidReviewError
from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.review import Review
from scrutiny_tui.storage.codec import decode, fits
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
_MENDED = 100
"""Documents that are read field by field; a file with more of them is no review any more."""
Documents = list[dict[str, Any]]
Found = dict[str, tuple[Documents, bool]]
"""The documents of each table, and whether these are all of them."""


@frozen
class Salvaged:
    """A good copy with all that can be read of a damaged file put over it."""

    review: Review
    unread: int
    """How many documents of the file made no sense, or not all of them, or are torn."""


def salvaged(path: Path, data: bytes, base: Tables) -> Salvaged | None:
    """Return the review that the tables of a good copy give with all that can be read of `data` put over them.

    Of a document that makes no sense those fields are put over that do. None where nothing of the same review can be
    read.
    """
    read, torn = _tables(data)
    found = _upgraded(read)
    if not any(documents for name, (documents, _) in found.items() if name != "head") or _is_other(found, base):
        return None
    over = _Over(path, base)
    for name in _ORDER:
        documents, whole = found.get(name, ([], False))
        if whole and name not in _SINGLE:
            over.tables[name] = {}
        over.put(name, documents[:_MOST])
    return Salvaged(decode(path, over.tables)[0], over.unread + torn)


def id_of(data: bytes) -> str:
    """Return the id of the review in a damaged file; empty where that cannot be read."""
    return _id(_tables(data)[0])


def is_newer(data: bytes) -> bool:
    """Tell whether a damaged file was written by a newer version of this program, as far as it can be read."""
    return _format(_tables(data)[0]) > FORMAT


def _tables(data: bytes) -> tuple[Found, int]:
    """Return the documents that can be read, and how many lines of others are torn.

    They are read as a whole, where that is JSON at all, or else line by line.
    """
    try:
        whole = parsed(data)
    except ValueError:
        return _by_line(data)
    if type(whole) is not dict:
        return {}, 0
    tables = {name: whole[name] for name in NAMES if type(whole.get(name)) is dict}
    documents = {name: [each for each in table.values() if type(each) is dict] for name, table in tables.items()}
    return {name: (found, len(found) == len(tables[name])) for name, found in documents.items()}, 0


def _by_line(data: bytes) -> tuple[Found, int]:
    found: Found = {}
    name, whole, last, torn = "", False, 0, 0
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
            torn += line.startswith(b'"')
        elif name and read[0] > last:
            last = read[0]
            found[name][0].append(read[1])
        else:  # the line is lost that begins the table it is in
            name = ""
    return {name: held for name, held in found.items() if name in NAMES}, torn


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
    return _id(found) not in {"", next(iter(base["review"].values())).get("id")}


def _id(found: Found) -> str:
    documents, _ = found.get("review", ([], False))
    number = documents[0].get("id") if documents else ""
    return number if type(number) is str else ""


def _keyed(documents: Documents) -> dict[str, dict[str, Any]]:
    return {str(number): document for number, document in enumerate(documents, 1)}


def _identity(document: dict[str, Any]) -> str:
    """Return what a document is known by in its table."""
    return str(document.get(_identified_by(document), ""))


def _identified_by(document: dict[str, Any]) -> str:
    return next((name for name in ("id", "question", "review") if name in document), "")


class _Over:
    """Tables of a good copy, and documents of a damaged file put over them, but for those that make no sense there."""

    def __init__(self, path: Path, base: Tables) -> None:
        self._path = path
        self._base = base
        self.tables = dict(base)
        self.unread = 0

    def put(self, name: str, documents: Documents) -> None:
        """Put documents into one table."""
        if not documents or (all(fits(name, each) for each in documents) and self._puts(name, documents)):
            return
        if len(documents) > 1:
            half = len(documents) // 2
            self.put(name, documents[:half])
            self.put(name, documents[half:])
            return
        self.unread += 1
        if self.unread > _MENDED:
            return
        kept = self._kept(name, documents[0])
        # What the copy says stands where nothing can be read: it must not look as if the file did not say it.
        for each in (*_mended(name, documents[0], kept), kept):
            if fits(name, each) and self._puts(name, [each]):
                return

    def _puts(self, name: str, documents: Documents) -> bool:
        held = {} if name in _SINGLE else {_identity(each): each for each in self.tables[name].values()}
        put = documents[-1:] if name in _SINGLE else [*(held | {_identity(each): each for each in documents}).values()]
        changed = {**self.tables, name: _keyed(put)}
        try:
            decode(self._path, changed)
        except InvalidReviewError:
            return False
        self.tables = changed
        return True

    def _kept(self, name: str, document: dict[str, Any]) -> dict[str, Any]:
        """Return the copy's document in the place of this one; empty where it has none."""
        same = (each for each in self._base[name].values() if name in _SINGLE or _identity(each) == _identity(document))
        return next(same, {})


def _mended(name: str, document: dict[str, Any], kept: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield what the copy has in the place of a document with what may make sense of the document over it."""
    for wrong in document:  # mostly it is one field
        if wrong != _identified_by(document):
            yield kept | {field: value for field, value in document.items() if field != wrong}
    held = kept
    for field, value in document.items():
        if not fits(name, held) or fits(name, held | {field: value}):
            held = held | {field: value}
    yield held
