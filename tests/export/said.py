"""What a document says to its reader, whatever kind of file it is."""

from collections.abc import Callable, Mapping

from scrutiny_tui.export import Format
from scrutiny_tui.export.wish import Wish
from scrutiny_tui.model.report import Report

READERS: Mapping[str, Callable[[bytes], str]] = {"md": bytes.decode}
"""How each kind of document is read: every word that it holds, as text."""


def said(kind: Format, report: Report, wish: Wish | None = None) -> str:
    """Return every word of all documents of a kind."""
    return "\n".join(READERS[kind.name](data) for _, data in kind.documents(report, wish or Wish()))
