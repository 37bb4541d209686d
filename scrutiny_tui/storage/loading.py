"""A review's file, read whole and understood."""

from datetime import datetime
from pathlib import Path

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.review import Review
from scrutiny_tui.storage.codec import decode
from scrutiny_tui.storage.disk import Found, read
from scrutiny_tui.storage.tables import parse
from scrutiny_tui.storage.upgrade import Tables


@frozen
class Loaded:
    """What a file held, as bytes, as tables and as a review, and when that was saved."""

    found: Found
    tables: Tables
    review: Review
    saved: datetime


def load(path: Path) -> Loaded:
    """Read a review. The file is not touched.

    Raises:
        ReviewFileError: it cannot be read.
    """
    found = read(path)
    tables = parse(path, found.data)
    review, saved = decode(path, tables)
    return Loaded(found, tables, review, saved)
