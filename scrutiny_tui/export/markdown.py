"""A document as GitHub-flavoured Markdown: to read as it is, to print, or to paste into another document."""

from typing import assert_never

from scrutiny_tui.export.document import (
    Bars,
    Block,
    Bullets,
    Document,
    Entry,
    Grid,
    Heading,
    Item,
    Line,
    Numbered,
    Quote,
    Table,
    Words,
)
from scrutiny_tui.export.escape import behind, broken, cell, inline, literal, paragraphs, strong
from scrutiny_tui.export.phrases import BLANK
from scrutiny_tui.export.record import record
from scrutiny_tui.export.room_page import room_page
from scrutiny_tui.export.wish import Wish
from scrutiny_tui.model.report import Report

WIDEST = 40
"""The column of a table is padded to at most this many characters, so that its source can be read as well."""


def render(report: Report, wish: Wish) -> bytes:
    """Return the document as UTF-8."""
    return written(room_page(report) if wish.is_room else record(report)).encode()


def text(report: Report) -> str:
    """Return the record as text."""
    return written(record(report))


def written(document: Document) -> str:
    """Return a document as text."""
    return "\n\n".join(filter(None, map(_block, document.blocks))) + "\n"


def _block(block: Block) -> str:  # noqa: PLR0911 - one way for each kind of block
    match block:
        case Heading():
            return f"{'#' * block.level} {behind(block.text)}"
        case Words():
            return strong(block.text) if block.strong else paragraphs(block.text)
        case Line():
            return _item(block.item)
        case Bullets() | Numbered():
            return _list(block)
        case Quote():
            return f"**{inline(block.label)}**\n\n{paragraphs(block.text, '> ')}"
        case Table():
            return _table(block.head, *block.rows)
        case Bars() | Grid():
            return ""
        case _:
            assert_never(block)


def _list(block: Bullets | Numbered) -> str:
    if isinstance(block, Numbered):
        return "\n\n".join(map(_entry, block.entries))
    items = "\n".join(_bullet(item) for item in block.items)
    return f"**{inline(block.label)}**\n\n{items}" if block.label else items


def _bullet(item: Item, indent: str = "") -> str:
    below = [_bullet(each, f"{indent}  ") for each in item.below]
    return "\n".join([f"{indent}- {_item(item, f'{indent}  ')}", *below])


def _item(item: Item, indent: str = "") -> str:
    text = BLANK if item.blank else broken(item.text, indent)
    address = literal(item.address) if item.address else ""
    told = ": ".join(filter(None, (text, address)))
    return f"**{behind(item.lead)}:** {told}" if item.lead else told


def _entry(entry: Entry) -> str:
    number = f"{entry.number}. "
    indent = " " * len(number)
    told = [_bullet(item, indent) for item in entry.lines]
    return "\n".join([f"{number}{strong(entry.text) or BLANK}", *told])


def _table(head: tuple[str, ...], *rows: tuple[str, ...]) -> str:
    """Return a table, padded so that its source can be read as well."""
    cells = [tuple(map(cell, row)) for row in (head, *rows)]
    widths = [min(WIDEST, max(map(len, column))) for column in zip(*cells, strict=True)]
    padded = [cells[0], tuple("-" * width for width in widths), *cells[1:]]
    return "\n".join(
        "| " + " | ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)) + " |" for row in padded
    )
