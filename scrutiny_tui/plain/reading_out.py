"""A document read out: plain lines without marks, for who listens. A table is said row by row, under its headings."""

from collections.abc import Iterator
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
from scrutiny_tui.model.text import one_line, split_paragraphs
from scrutiny_tui.model.timeline import BLOCKS, NO_BLOCK

BLANK = "left blank"
"""What is said of a line to write on."""
_DRAWN = frozenset(f"{BLOCKS}{NO_BLOCK}")


def read_out(document: Document) -> Iterator[str]:
    """Yield a document line by line, with an empty line before each heading but the first."""
    for at, block in enumerate(document.blocks):
        if isinstance(block, Heading) and at:
            yield ""
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield one_line(block.text)
        case Words():
            yield from _paragraphs(block.text)
        case Line():
            yield _item(block.item)
        case Quote():
            yield f"{one_line(block.label)}:"
            yield from _paragraphs(block.text)
        case Bullets() | Numbered():
            yield from _list(block)
        case Table():
            yield f"{one_line(block.caption)}:"
            yield from (_row(block.head, row) for row in block.rows)
        case Bars() | Grid():
            return  # the table after it says the same
        case _:
            assert_never(block)


def _list(block: Bullets | Numbered) -> Iterator[str]:
    if isinstance(block, Numbered):
        for entry in block.entries:
            yield from _entry(entry)
        return
    if block.label:
        yield f"{one_line(block.label)}:"
    for item in block.items:
        yield from _bullet(item)


def _entry(entry: Entry) -> Iterator[str]:
    yield f"{entry.number}. {one_line(entry.text) or BLANK}"
    for item in entry.lines:
        yield from _bullet(item)


def _bullet(item: Item) -> Iterator[str]:
    yield _item(item)
    for each in item.below:
        yield from _bullet(each)


def _item(item: Item) -> str:
    text = BLANK if item.blank else one_line(item.text)
    return ": ".join(filter(None, (one_line(item.lead), text, item.address)))


def _row(head: tuple[str, ...], row: tuple[str, ...]) -> str:
    told = (f"{one_line(name)}: {_cell(cell)}" for name, cell in zip(head, row, strict=True) if _is_heard(cell))
    return "; ".join(told)


def _cell(cell: str) -> str:
    return "none" if cell == "-" else one_line(cell)


def _is_heard(cell: str) -> bool:
    """Tell whether there is something to say; a chart is only to be seen."""
    return bool(cell.strip()) and not set(cell) <= _DRAWN


def _paragraphs(text: str) -> Iterator[str]:
    yield from map(one_line, split_paragraphs(text))
