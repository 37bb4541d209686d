"""The blocks that Markdown documents are built of. All text in them is made harmless here or by whoever fills them."""

from collections.abc import Iterable, Iterator

from scrutiny_tui.export.escape import broken, inline, paragraphs
from scrutiny_tui.model.answer import Evidence
from scrutiny_tui.model.meeting import in_pages
from scrutiny_tui.model.report import Labelled

WIDEST = 40
"""The column of a table is padded to at most this many characters, so that its source can be read as well."""
BLANK = "_" * 24
"""A line to write on."""


def joined(*parts: str) -> str:
    """Return what is there of these, with commas between."""
    return ", ".join(filter(None, map(inline, parts)))


def label(label: str, text: str, indent: str = "") -> str:
    """Return one labelled line; nothing for nothing."""
    return f"**{label}:** {broken(text, indent)}" if text.strip() else ""


def labels(*lines: Labelled) -> str:
    """Return labelled lines as a list."""
    return bullets(label(line.label, line.text, "  ") for line in lines)


def labelled_list(label: str, items: Iterable[str]) -> Iterator[str]:
    """Yield a label and a list below it; nothing for an empty one."""
    told = bullets(items)
    if told:
        yield f"**{label}**"
        yield told


def quoted(label: str, text: str) -> Iterator[str]:
    """Yield a label and a text in its own paragraphs below it; nothing for nothing."""
    if text.strip():
        yield f"**{label}**"
        yield paragraphs(text, "> ")


def bullets(items: Iterable[str]) -> str:
    """Return a list."""
    return "\n".join(f"- {item}" for item in items if item)


def table(head: tuple[str, ...], *rows: tuple[str, ...]) -> str:
    """Return a table, padded so that its source can be read as well."""
    widths = [min(WIDEST, max(map(len, column))) for column in zip(head, *rows, strict=True)]
    padded = [head, tuple("-" * width for width in widths), *rows]
    return "\n".join(
        "| " + " | ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)) + " |" for row in padded
    )


def evidence_line(evidence: Evidence) -> str:
    """Return a piece of evidence on one line: where it stands, and what it shows."""
    where = joined(evidence.paper, in_pages(evidence.pages), evidence.date, evidence.who)
    return ": ".join(filter(None, (where, inline(evidence.shows))))
