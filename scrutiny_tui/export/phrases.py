"""Phrases that more than one part of a document uses."""

from scrutiny_tui.export.document import Item, Line
from scrutiny_tui.model.answer import Evidence
from scrutiny_tui.model.meeting import in_pages
from scrutiny_tui.model.text import one_line

BLANK = "_" * 24
"""A line to write on, where there is nothing but text."""


def joined(*parts: str) -> str:
    """Return what is there of these on one line, with commas between."""
    return ", ".join(filter(None, map(one_line, parts)))


def label(name: str, text: str) -> str:
    """Return a text on one line after its label; nothing for nothing."""
    return f"{name}: {one_line(text)}" if text.strip() else ""


def line(name: str, text: str) -> Line | None:
    """Return a line with a label; nothing for nothing."""
    return Line(Item(text, name)) if text.strip() else None


def evidence_item(evidence: Evidence) -> Item:
    """Return a piece of evidence: where it stands, and what it shows."""
    where = joined(evidence.paper, in_pages(evidence.pages), evidence.date, evidence.who)
    return Item(": ".join(filter(None, (where, one_line(evidence.shows)))))
