"""A document as one web page that needs nothing else: to read on any screen, aloud, or printed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import groupby

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from scrutiny_tui.export import charts, print_size
from scrutiny_tui.export.document import (
    Bars,
    Block,
    Bullets,
    Document,
    Grid,
    Heading,
    Item,
    Line,
    Numbered,
    Quote,
    Table,
    Words,
)
from scrutiny_tui.export.record import record
from scrutiny_tui.export.room_page import room_page
from scrutiny_tui.export.sheets import Sheet, sheets
from scrutiny_tui.export.wish import Wish
from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.report import Report
from scrutiny_tui.model.text import split_paragraphs

ROOM_SIZE = 9.6
"""How large the letters of a page for the room are when it is printed, in points: an agenda's worth fits on one."""
_PLAIN_ROOM, _LARGE_ROOM = 45, 27
"""How wide a page's text is when it is printed, in heights of a letter."""
_PLAIN_NARROW, _LARGE_NARROW = 16, 10
"""A table that is wider than this can be scrolled within itself, as the smallest screens have no room for it."""
SHARING = frozenset({"To", "Asked by", "Why it is here"})
"""The labels that share a line on a page for the room."""
_PART = 2
"""The level of the headings of the parts."""
_TEMPLATE, _STYLE = "report.html.jinja", "report.css"


@frozen
class Term:
    """A label and what belongs to it: an item, a list, or what somebody wrote."""

    label: str
    item: Item | None = None
    items: tuple[Item, ...] = ()
    quote: str = ""


@frozen
class Terms:
    """Labels that stand one below the other."""

    terms: tuple[Term, ...]


Said = Heading | Words | Line | Bullets | Numbered | Sheet | Terms | charts.Chart


@frozen
class Piece:
    """A part of the page."""

    kind: str
    """What it is, by which the template knows how to write it."""
    said: Said
    anchor: str
    """Its id on the page, in which there is nobody's text."""


@frozen
class Link:
    """A line in the list of contents."""

    text: str
    anchor: str
    below: tuple["Link", ...] = ()


def render(report: Report, wish: Wish) -> bytes:
    """Return the page as UTF-8."""
    return written(room_page(report) if wish.is_room else record(report), large=wish.large).encode()


def written(document: Document, *, large: bool = False) -> str:
    """Return a document as the text of a page."""
    pieces = list(_pieces(document.blocks, large=large))
    # What stands before the first part is the page's head; a page without parts has its title and one block there.
    parts = (
        place for place, piece in enumerate(pieces) if isinstance(piece.said, Heading) and piece.said.level == _PART
    )
    start = next(parts, 2)
    return _template().render(
        title=document.title,
        head=pieces[:start],
        body=pieces[start:],
        contents=tuple(_contents(pieces)),
        compact=document.compact,
        large=large,
        narrow=_LARGE_NARROW if large else _PLAIN_NARROW,
        size=print_size.LARGE if large else ROOM_SIZE if document.compact else print_size.PLAIN,
        style=Markup(files(__package__).joinpath(_STYLE).read_text("utf-8")),  # noqa: S704 - it is our own
    )


def lines(text: str) -> Markup:
    """Return a text that keeps its lines."""
    return Markup("<br>").join(filter(None, map(str.strip, text.split("\n"))))


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text."""
    return split_paragraphs(text)


def terms(items: Iterable[Item]) -> Terms:
    """Return items that each have a lead as labels with their texts."""
    return Terms(tuple(Term(item.lead, item) for item in items))


def labelled(items: Iterable[Item]) -> bool:
    """Tell whether every item has a lead, and nothing below it."""
    return all(item.lead and not item.below for item in items)


@cache
def _template() -> Template:
    # Every text is escaped, and a name that the template gets wrong is an error, not a gap on the page.
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters.update(lines=lines, paragraphs=paragraphs, terms=terms)
    environment.tests.update(labelled=labelled)
    environment.globals.update(sharing=SHARING)
    return environment.from_string(files(__package__).joinpath(_TEMPLATE).read_text("utf-8"))


def _pieces(blocks: Iterable[Block], *, large: bool) -> Iterator[Piece]:
    numbers: list[int] = []
    for place, said in enumerate(_said(blocks, large=large)):
        if isinstance(said, Heading):
            numbers = _numbered(numbers, said.level)
            yield Piece("Heading", said, "-".join(["part", *map(str, numbers)]))
        else:
            yield Piece(type(said).__name__, said, f"block-{place}")


def _numbered(numbers: list[int], level: int) -> list[int]:
    """Return the numbers of a heading after one with these numbers; the title has none."""
    deep = level - 1
    before = [*numbers, *[0] * deep][:deep]
    return [*before[:-1], before[-1] + 1] if deep else []


def _said(blocks: Iterable[Block], *, large: bool) -> Iterator[Said]:
    # A chart is there for either width of screen, and the style shows one of the two.
    layouts = (charts.ABOVE,) if large else (charts.BESIDE, charts.ABOVE)
    for has_label, group in groupby(blocks, key=_has_label):
        if has_label:
            yield Terms(tuple(term for block in group for term in _terms(block)))
            continue
        for block in group:
            match block:
                case Bars():
                    yield from (charts.bars(block, layout) for layout in layouts)
                case Grid():
                    yield from (charts.grid(block, layout) for layout in layouts)
                case Table():
                    yield from sheets(block, _LARGE_ROOM if large else _PLAIN_ROOM)
                case Heading() | Words() | Line() | Bullets() | Numbered():
                    yield block


def _has_label(block: Block) -> bool:
    match block:
        case Line():
            return bool(block.item.lead)
        case Bullets():
            return bool(block.label) or labelled(block.items)
        case _:
            return isinstance(block, Quote)


def _terms(block: Block) -> Iterator[Term]:
    match block:
        case Line():
            yield Term(block.item.lead, block.item)
        case Quote():
            yield Term(block.label, quote=block.text)
        case Bullets(items, label) if label:
            yield Term(label, items=items)
        case Bullets(items):
            yield from terms(items).terms


def _contents(pieces: Iterable[Piece]) -> Iterator[Link]:
    """Yield the parts, each with what is directly below it."""
    links = [(each.said.level, Link(each.said.text, each.anchor)) for each in pieces if isinstance(each.said, Heading)]
    for part in (link for level, link in links if level == _PART):
        inner = (link for level, link in links if level == _PART + 1 and link.anchor.startswith(f"{part.anchor}-"))
        yield replace(part, below=tuple(inner))
