"""A table in a Word document: with a row of headings on every page, and never wider than the page."""

from collections.abc import Iterable

from docx.document import Document as Paper
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.table import CT_Tbl
from docx.shared import Length, Pt
from docx.table import Table as WordTable
from docx.table import _Row
from docx.text.paragraph import Paragraph

from scrutiny_tui.export.document import Table
from scrutiny_tui.export.word_look import (
    BULLET_STYLES,
    CAPTION_STYLE,
    CELL_STYLE,
    HEAD_STYLE,
    TABLE_STYLE,
    Look,
)
from scrutiny_tui.export.word_parts import add, dress, end_list, put
from scrutiny_tui.model.text import one_line

_COLUMN = 5.5
"""How wide a column is at least, in sizes of the text: the page has room for eight, and for four in large print."""
_PADDING = 10
"""The room at both sides of a cell, in points."""
_MOST = 0.4
"""How much of the page the longest word may claim for its column."""
_ROW_HEADING = 0.3
"""How much of the page the headings of rows may claim, so that each stands on one line."""
_SHORT = 12
"""How many rows a table has at most that is kept on one page."""
_WIDE_FROM = "\u2e80"
"""Where letters begin that are as wide as they are high."""
_NARROW, _WIDE = frozenset("fijlrtI .,:;!|'()[]-"), frozenset("mwMW%@\u2026")


def add_table(paper: Paper, table: Table, look: Look) -> None:
    """Add a table under its caption; one that has more columns than the page has room for, as a list."""
    add(paper, one_line(table.caption), CAPTION_STYLE)
    # It depends on nothing that anybody typed, so that all tables of a kind look alike.
    if len(table.head) * _COLUMN * Pt(look.size) > look.inner:
        _as_list(paper, table)
        end_list(paper, look)
        return
    element = CT_Tbl.new_tbl(len(table.rows) + 1, len(table.head), look.inner)
    put(paper, element)
    real = WordTable(element, paper)
    _known_as(real, one_line(table.caption))
    widths = _widths(table, look)
    for column, width in zip(real.columns, widths, strict=True):
        column.width = width
    rows = list(real.rows)
    for place, (row, texts) in enumerate(zip(rows, (table.head, *table.rows), strict=True)):
        _fill(row, texts, widths, is_head=not place)
    for row in rows[: -1 if len(rows) <= _SHORT else 1]:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _as_list(paper: Paper, table: Table) -> None:
    for heading, *texts in table.rows:
        paragraph = add(paper, style=BULLET_STYLES[0])
        paragraph.add_run(f"{one_line(heading)}: ").bold = True
        told = zip(table.head[1:], texts, strict=True)
        paragraph.add_run("; ".join(f"{one_line(name)}: {one_line(text)}" for name, text in told if text.strip()))


def _fill(row: _Row, texts: Iterable[str], widths: Iterable[Length], *, is_head: bool) -> None:
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no call for either of these
    properties.append(OxmlElement("w:cantSplit"))
    if is_head:
        properties.append(OxmlElement("w:tblHeader"))
    for place, (cell, text, width) in enumerate(zip(row.cells, texts, widths, strict=True)):
        cell.width = width
        paragraph = cell.paragraphs[0]
        dress(paragraph, HEAD_STYLE if is_head or not place else CELL_STYLE)
        paragraph.add_run(text.strip())


def _known_as(real: WordTable, caption: str) -> None:
    real.alignment, real.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    form = real._tbl.tblPr  # noqa: SLF001 - python-docx has no call for what a table is called, nor for its look
    real._tbl.tblStyle_val = TABLE_STYLE.replace(" ", "")  # noqa: SLF001 - as above
    for look in form.findall(qn("w:tblLook")):
        form.remove(look)
    look = OxmlElement("w:tblLook")
    for name, value in (("val", "06A0"), ("firstRow", "1"), ("lastRow", "0"), ("firstColumn", "1"),
                        ("lastColumn", "0"), ("noHBand", "1"), ("noVBand", "1")):  # fmt: skip
        look.set(qn(f"w:{name}"), value)
    title = OxmlElement("w:tblCaption")
    title.set(qn("w:val"), caption)
    form.extend((look, title))


def _widths(table: Table, look: Look) -> list[Length]:
    """Return how wide each column is: its longest word whole, then on one line what can be, the shortest first."""
    columns = list(zip(table.head, *table.rows, strict=True))
    whole = look.inner.pt
    wanted = [_PADDING + look.size * max(map(_ems, column)) for column in columns]
    words = [_PADDING + look.size * max(map(_ems, " ".join(column).split()), default=0) for column in columns]
    widths = [min(wanted[0], whole * _ROW_HEADING), *(min(each, whole * _MOST) for each in words[1:])]
    order = sorted(range(len(columns)), key=lambda place: wanted[place] - widths[place])
    for place, column in enumerate(order):
        fair = (whole - sum(widths)) / (len(order) - place)
        widths[column] += max(0.0, min(wanted[column] - widths[column], fair))
    return [Pt(width * whole / sum(widths)) for width in widths]


def _ems(text: str) -> float:
    """Return about how wide a text is in bold, in sizes of it."""
    return sum(map(_em, text))


def _em(letter: str) -> float:
    if letter in _NARROW:
        return 0.34
    if letter in _WIDE or letter > _WIDE_FROM:
        return 0.9
    return 0.74 if letter.isupper() else 0.58


def room_below_tables(paper: Paper, look: Look) -> None:
    """Keep what follows a table off its last line; an empty paragraph would be read aloud as one."""
    for table in paper.tables:
        following = table._tbl.getnext()  # noqa: SLF001 - python-docx has no call for what comes next
        if following is not None and following.tag == qn("w:p"):
            Paragraph(following, paper).paragraph_format.space_before = look.above
