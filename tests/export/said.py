"""What a document says to its reader, whatever kind of file it is."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import docx
from docx.oxml.ns import qn

from scrutiny_tui.export import Format
from scrutiny_tui.export.wish import Wish
from scrutiny_tui.model.report import Report
from scrutiny_tui.model.text import one_line
from tests.export.reread import WebPage

DATES_ONLY = {"ics"}
"""The kinds that tell what is to come, and not what a review says."""
NO_SENTENCES = {*DATES_ONLY, "json"}
"""The kinds without the sentences that are made of what a review says."""


def rows_of(data: bytes) -> list[list[str]]:
    """The cells of a CSV file, each without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    cells = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    guarded = re.compile(r"'+\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n\0]")
    return [[cell[1:] if guarded.match(cell) else cell for cell in row] for row in cells]


def _docx(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    stories = [document.element, *(part._element for each in document.sections for part in (each.header, each.footer))]
    told = [each.text for story in stories for each in story.iter(qn("w:p"))]
    return "\n".join([document.core_properties.title, *told])


def _html(data: bytes) -> str:
    return one_line(WebPage(data).text)


def _csv(data: bytes) -> str:
    return "\n".join(cell for row in rows_of(data) for cell in row)


def _ics(data: bytes) -> str:
    return unescaped(data.decode().replace("\r\n ", "").replace("\r\n", "\n"))


def unescaped(text: str) -> str:
    """A text out of a calendar as a person reads it."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text)


def _json(data: bytes) -> str:
    return "\n".join(_words(json.loads(data)))


def _words(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever JSON can hold
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _words(each)
    else:
        yield str(value)


READERS: Mapping[str, Callable[[bytes], str]] = {
    "md": bytes.decode,
    "html": _html,
    "docx": _docx,
    "csv": _csv,
    "ics": _ics,
    "json": _json,
}
"""How each kind of document is read: every word that it holds, as text."""


def said(kind: Format, report: Report, wish: Wish | None = None) -> str:
    """Return every word of all documents of a kind."""
    return "\n".join(READERS[kind.name](data) for _, data in kind.documents(report, wish or Wish()))
