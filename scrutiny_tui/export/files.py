"""Where a document goes: its name, and a file that is never overwritten by accident."""

import os
import re
from itertools import count
from pathlib import Path

from scrutiny_tui import writing
from scrutiny_tui.errors import ExistsError, ExportError
from scrutiny_tui.export.wish import Wish
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.text import one_line

LONGEST = 150
"""The most bytes of a name before its suffix; a file system takes 255, and a number may follow."""

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')


def also(wish: Wish, part: str = "") -> str:
    """Return what a document's name says beside the review's, such as `questions, large print`."""
    words = ("questions" if wish.is_room else "", "" if wish.is_room else part, "large print" if wish.large else "")
    return ", ".join(filter(None, words))


def default_name(review: Review, suffix: str, also: str = "") -> str:
    """Return a name for a document, such as `2027-07-08 Exampleshire Children's services, questions.md`.

    The date is the meeting's, or the one on which the review was made. The name can be used on every system.
    """
    day = review.meeting.date or review.created.date()
    council = review.meeting.council
    if council.casefold() in review.title.casefold():
        council = ""
    # What it is must not be cut off with a long title.
    ending = f", {also}" if also else ""
    return file_name(f"{day.isoformat()} {council} {review.title}", f"{ending}{suffix}")


def file_name(words: str, suffix: str) -> str:
    """Return a name for a file that says these words, as far as every system can use them in a name."""
    name = one_line(_NOT_IN_NAMES.sub(" ", words))
    return name.encode()[:LONGEST].decode(errors="ignore").rstrip(". ") + suffix


def free_path(path: Path, suffix: str = "") -> Path:
    """Return `path`, or where something has that name already, `name (2).md` and so on.

    `suffix` is the end of the name that stays at the end, where it has more than one dot.
    """
    suffix = suffix or path.suffix
    stem = path.name.removesuffix(suffix)
    if not os.path.lexists(path):
        return path
    numbered = (path.with_name(f"{stem} ({number}){suffix}") for number in count(2))
    return next(other for other in numbered if not os.path.lexists(other))


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner can enter, where it is missing.

    Raises:
        ExportError: the system refuses.
    """
    try:
        writing.make_folder(folder)
    except OSError as error:
        raise ExportError(folder, writing.refusal(folder, error)) from error


def write(path: Path, document: str | bytes, *, force: bool = False) -> None:
    """Write a document that only its owner can read, a text as UTF-8. It is on the disk when this returns.

    A document that cannot be written whole leaves nothing behind, and under `force` the old one as it was.

    Raises:
        ExistsError: there is a file of that name, and `force` is not given.
        ExportError: it could not be written, or `force` would put it in the place of something else than a file.
    """
    target = Path(os.path.realpath(path)) if force else path
    try:
        if force and target.exists() and not target.is_file():
            raise ExportError(path, "That is a folder or a device, not a file.")
        writing.put(target, document.encode() if isinstance(document, str) else document, over=force)
    except FileExistsError as error:
        raise ExistsError(path) from error
    except OSError as error:
        raise ExportError(path, writing.refusal(path, error)) from error
