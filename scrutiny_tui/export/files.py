"""Where a document goes: its name, and a file that is never overwritten by accident."""

import errno
import os
import re
import tempfile
from itertools import count
from pathlib import Path

from scrutiny_tui.errors import ExistsError, ExportError
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.text import one_line

LONGEST = 150
"""The most bytes of a name before its suffix; a file system takes 255, and a number may follow."""

_REASONS = {
    errno.ENOSPC: "The disk is full.",
    errno.EDQUOT: "You have used all the space you are allowed.",
    errno.EACCES: "You are not allowed to write there.",
    errno.EPERM: "You are not allowed to write there.",
    errno.EROFS: "That disk can only be read.",
    errno.ENOENT: "There is no such folder.",
    errno.ENOTDIR: "There is no such folder.",
    errno.EISDIR: "That is a folder, not a file.",
    errno.ENAMETOOLONG: "The name is too long.",
}
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')


def default_name(review: Review, suffix: str) -> str:
    """Return a name for a document, such as `2027-07-08 Exampleshire Children's services.md`.

    The date is the meeting's, or the one on which the review was made. The name can be used on every system.
    """
    day = review.meeting.date or review.created.date()
    council = review.meeting.council
    if council.casefold() in review.title.casefold():
        council = ""
    name = one_line(_NOT_IN_NAMES.sub(" ", f"{day.isoformat()} {council} {review.title}"))
    return name.encode()[:LONGEST].decode(errors="ignore").rstrip(". ") + suffix


def free_path(path: Path) -> Path:
    """Return `path`, or where something has that name already, `name (2).md` and so on."""
    if not os.path.lexists(path):
        return path
    numbered = (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in count(2))
    return next(other for other in numbered if not os.path.lexists(other))


def write(path: Path, text: str, *, force: bool = False) -> None:
    """Write a document that only its owner can read: UTF-8, lines ended by a newline, on the disk when this returns.

    A document that cannot be written whole leaves nothing behind, and under `force` the old one as it was.

    Raises:
        ExistsError: there is a file of that name, and `force` is not given.
        ExportError: it could not be written.
    """
    data = text.encode()
    try:
        if force:
            _replace(Path(os.path.realpath(path)), data)
        else:
            _create(path, data)
    except FileExistsError as error:
        raise ExistsError(path) from error
    except OSError as error:
        raise ExportError(path, _REASONS.get(error.errno or 0, f"{error.strerror or error}.")) from error


def _create(path: Path, data: bytes) -> None:
    binary = getattr(os, "O_BINARY", 0)  # on Windows newlines would be changed without it
    _fill(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | binary, 0o600), path, data)


def _replace(path: Path, data: bytes) -> None:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".scrutiny-", suffix=".part")
    part = Path(name)
    _fill(descriptor, part, data)
    try:
        part.replace(path)
    except OSError:
        part.unlink()
        raise


def _fill(descriptor: int, path: Path, data: bytes) -> None:
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink()
        raise
