"""Booklets read back: what a reader sees, and what the document is made of without its words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from markdown_it import MarkdownIt
from markdown_it.token import Token

from scrutiny_tui.model.text import one_line

_VOID = {"meta", "br"}
_MARKDOWN = MarkdownIt("gfm-like")


@dataclass(frozen=True)
class Reread:
    """A document as it is read back."""

    text: str
    """Every word of it, on one line."""
    shape: Callable[[], list[Any]]
    """What it is made of."""


class WebPage(HTMLParser):
    """Reads a page strictly: what is opened is closed, in the right order."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.text = ""
        self.style = ""
        self.declaration = ""
        self._open: list[str] = []
        self.feed(data.decode())
        self.close()
        assert not self._open

    def handle_decl(self, decl: str) -> None:
        self.declaration = decl

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))
        self.text += " " if tag == "br" else ""
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open[-1:] == ["style"]:
            self.style += data
        else:
            self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def opened(data: bytes) -> Document:
    """Return a Word document."""
    return docx.Document(BytesIO(data))


def _html(data: bytes) -> Reread:
    page = WebPage(data)
    return Reread(one_line(page.text), lambda: list(page.tags))


def _docx(data: bytes) -> Reread:
    paragraphs = opened(data).paragraphs

    def shape() -> list[Any]:
        return [(each.style and each.style.name, [run.bold for run in each.runs]) for each in paragraphs]

    return Reread(one_line("\n".join(each.text for each in paragraphs)), shape)


def _md(data: bytes) -> Reread:
    tokens = _MARKDOWN.parse(data.decode())
    text = "".join(" " if leaf.type in {"hardbreak", "softbreak"} else leaf.content for leaf in _leaves(tokens))
    return Reread(one_line(text), lambda: _token_shape(tokens))


REREAD: dict[str, Callable[[bytes], Reread]] = {"md": _md, "html": _html, "docx": _docx}
"""A reader for each kind of booklet."""


def texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - it walks through values of every kind
    """Yield every text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def _leaves(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.children:
            yield from token.children
            yield Token("softbreak", "", 0)


def _token_shape(tokens: list[Token]) -> list[Any]:
    return [(token.type, token.tag, token.nesting, _token_shape(token.children or [])) for token in tokens]
