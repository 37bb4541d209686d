"""A document as a Word file with real headings, lists and tables, so that it can be adapted and read aloud."""

from collections.abc import Iterable
from typing import assert_never

from docx.document import Document as Paper
from docx.text.paragraph import Paragraph

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
from scrutiny_tui.export.record import record
from scrutiny_tui.export.room_page import room_page
from scrutiny_tui.export.wish import Wish
from scrutiny_tui.export.word_look import (
    ABOUT_STYLE,
    BULLET_STYLES,
    COMPACT,
    ENTRY_STYLE,
    LABEL_STYLE,
    LARGE,
    PART_STYLE,
    PLAIN,
    QUESTION_STYLE,
    QUOTE_STYLE,
    SECTION_STYLE,
    TITLE_STYLE,
    Look,
    blank_document,
    saved,
)
from scrutiny_tui.export.word_parts import add, end_list, last_paragraph, line_to_write_on, number_pages
from scrutiny_tui.export.word_table import add_table, room_below_tables
from scrutiny_tui.model.report import Report
from scrutiny_tui.model.text import one_line, split_paragraphs

HEADINGS = {1: TITLE_STYLE, 2: SECTION_STYLE, 3: QUESTION_STYLE, 4: PART_STYLE}
"""The style of a heading of each level."""
BETWEEN = "\u00a0\u00b7 "
"""What stands between two things that share a line, and never at the start of one."""


def render(report: Report, wish: Wish) -> bytes:
    """Return the document as a file."""
    return written(room_page(report) if wish.is_room else record(report), large=wish.large)


def written(document: Document, *, large: bool = False) -> bytes:
    """Return a document as a file."""
    # Large print is for eyes to which short lines are kinder: there nothing shares a line, however many pages it takes.
    look = LARGE if large else COMPACT if document.compact else PLAIN
    paper = blank_document(document.title, look)
    number_pages(paper, document.title, look, of_all=True)
    for block in document.blocks:
        _block(paper, block, look)
    room_below_tables(paper, look)
    return saved(paper)


def _block(paper: Paper, block: Block, look: Look) -> None:
    match block:
        case Heading():
            add(paper, one_line(block.text), HEADINGS[block.level])
        case Words() | Quote():
            _paragraphs(paper, block)
        case Line():
            if block.item.blank:  # what is to be answered stands on the same page
                last_paragraph(paper).paragraph_format.keep_with_next = True
            _say(add(paper), block.item, look)
        case Bullets() | Numbered():
            _list(paper, block, look)
        case Table():
            add_table(paper, block, look)
        case Bars() | Grid():
            pass
        case _:
            assert_never(block)


def _paragraphs(paper: Paper, block: Words | Quote) -> None:
    quoted = isinstance(block, Quote)
    if isinstance(block, Quote):
        _label(paper, block.label)
    for paragraph in split_paragraphs(block.text):
        run = add(paper, style=QUOTE_STYLE if quoted else "").add_run(paragraph)
        if isinstance(block, Words) and block.strong:
            run.bold = True


def _label(paper: Paper, label: str) -> None:
    if label:
        add(paper, label, LABEL_STYLE)


def _list(paper: Paper, block: Bullets | Numbered, look: Look) -> None:
    if isinstance(block, Numbered):
        for entry in block.entries:
            _entry(paper, entry, look)
    else:
        _label(paper, block.label)
        _bullets(paper, block.items, look)
    end_list(paper, look)


def _bullets(paper: Paper, items: Iterable[Item], look: Look, depth: int = 0) -> None:
    for item in items:
        _say(add(paper, style=BULLET_STYLES[depth]), item, look)
        _bullets(paper, item.below, look, min(depth + 1, len(BULLET_STYLES) - 1))


def _entry(paper: Paper, entry: Entry, look: Look) -> None:
    # The number is part of the text: "Question 3" must find it whatever program counts, or does not count, the lists.
    first = add(paper, f"{entry.number}.\t{one_line(entry.text)}", ENTRY_STYLE)
    if not entry.text.strip():
        _blank(first, look)
    if look is COMPACT and entry.lines:
        _shared(add(paper, style=ABOUT_STYLE), entry.lines, look)
        return
    for line in entry.lines:
        paragraph = add(paper, style=ABOUT_STYLE)
        paragraph.paragraph_format.keep_with_next = line is not entry.lines[-1]
        _say(paragraph, line, look)
        _bullets(paper, line.below, look, 1)


def _shared(paragraph: Paragraph, items: Iterable[Item], look: Look) -> None:
    for place, item in enumerate(items):
        if place:
            paragraph.add_run(BETWEEN)
        _say(paragraph, item, look)


def _say(paragraph: Paragraph, item: Item, look: Look) -> None:
    """Say one thing, after what is said in this paragraph already."""
    lines = (line.strip() for line in item.text.split("\n"))
    told = ": ".join(filter(None, ("\n".join(filter(None, lines)), one_line(item.address))))
    if item.lead:
        paragraph.add_run(f"{one_line(item.lead)}: " if told or item.blank else item.lead).bold = True
    if item.blank:
        _blank(paragraph, look)
    else:
        paragraph.add_run(told)


def _blank(paragraph: Paragraph, look: Look) -> None:
    line_to_write_on(paragraph, look)
    paragraph.add_run("\t")
