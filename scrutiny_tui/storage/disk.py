"""Files read whole and never too much of them, with the marks by which a later change is noticed."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from scrutiny_tui.errors import NoSuchReviewError, ReviewFileError
from scrutiny_tui.frozen import frozen

MOST_BYTES = 64 * 2**20
"""No review comes near this size; a larger file is refused before it fills the memory."""


class Stamp(NamedTuple):
    """Marks by which a change to a file is noticed. Times are in nanoseconds."""

    device: int
    inode: int
    size: int
    modified: int

    @classmethod
    def of(cls, status: os.stat_result) -> "Stamp":
        """Return the marks in what the system says about a file."""
        return cls(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


@frozen
class Found:
    """What a file held when it was read or last written, and its marks from just before."""

    data: bytes
    stamp: Stamp


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """Open an ordinary file to read.

    Raises:
        ReviewFileError: it is not there, no file, too large, or the system refuses.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ReviewFileError(path, "It is not an ordinary file.")
        if status.st_size > MOST_BYTES:
            raise ReviewFileError(path, f"It is larger than {MOST_BYTES // 2**20} MB, and no review is.")
        with path.open("rb", buffering=0) as file:
            yield file
    except FileNotFoundError:
        raise NoSuchReviewError(path) from None
    except OSError as error:
        raise ReviewFileError(path, f"The system says: {error.strerror or error}.") from error


def read(path: Path) -> Found:
    """Return what a file holds, with marks taken before it was read.

    Raises:
        ReviewFileError: it cannot be read.
    """
    with _opened(path) as file:
        stamp = Stamp.of(os.fstat(file.fileno()))
        return Found(file.read(MOST_BYTES) or b"", stamp)


def read_ends(path: Path, start: int, end: int) -> tuple[bytes, bytes]:
    """Return the first `start` and the last `end` bytes of a file; of a short one, both may hold the same.

    Raises:
        ReviewFileError: it cannot be read.
    """
    with _opened(path) as file:
        first = file.read(start) or b""
        file.seek(max(0, os.fstat(file.fileno()).st_size - end))
        return first, file.read(end) or b""


def read_start(path: Path, size: int) -> bytes:
    """Return the first `size` bytes of a file.

    Raises:
        ReviewFileError: it cannot be read.
    """
    with _opened(path) as file:
        return file.read(size) or b""
