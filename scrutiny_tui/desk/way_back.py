"""A review that does not open: its last good copy where that can take its place, and the words about it."""

from pathlib import Path

from scrutiny_tui.desk.ports import Library
from scrutiny_tui.errors import ReviewFileError, ScrutinyError
from scrutiny_tui.model.ways_back import Offer

LEAVE, PUT_BACK = "Leave everything as it is", "Put the copy back and go on in it"
IS_BACK = "The copy is back in its place"


def offer_after(library: Library, error: ScrutinyError) -> Offer | None:
    """Return the copy that can take the place of a review that failed to open like that; None where none can."""
    if not isinstance(error, ReviewFileError):
        return None
    try:
        return library.offer(error.path)
    except ScrutinyError:  # no copy, or what lies there must stay; the error itself says what to do
        return None


def kept_where(kept: Path) -> str:
    """Return in words where the damaged file is kept, the path on a line of its own."""
    return f"The damaged file is kept as it was, and stays here:\n{kept}"
