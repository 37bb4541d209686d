"""Files read and written whole: bounded, durable, and never one over another by accident."""

import errno
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NamedTuple

from scrutiny_tui.errors import NoSuchReviewError, ReviewFileError, SaveError

MOST_BYTES = 64 * 2**20
"""No review comes near this size; a larger file is refused before it fills the memory."""

BUSY_TRIES = 25 if os.name == "nt" else 0
BUSY_PAUSE = 0.1
"""Seconds between tries. On Windows a virus scanner or a sync folder may hold the file for a moment."""

_FULL = {errno.ENOSPC, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_GONE = {errno.ENOENT, errno.ENOTDIR}
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}


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


@dataclass(frozen=True)
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


def read_start(path: Path, size: int) -> bytes:
    """Return the first `size` bytes of a file.

    Raises:
        ReviewFileError: it cannot be read.
    """
    with _opened(path) as file:
        return file.read(size) or b""


@contextmanager
def temporary(target: Path, data: bytes) -> Iterator[tuple[Path, Stamp]]:
    """Write `data` durably to a file beside `target` that only its owner can read, and yield it with its marks.

    Whatever is left of it at the end is removed.

    Raises:
        OSError: the system refuses.
    """
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.{os.getpid()}.", suffix=".tmp", dir=target.parent)
    path = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            stamp = Stamp.of(os.fstat(file.fileno()))
        yield path, stamp
    finally:
        with suppress(OSError):
            path.unlink()


def clear_temporaries(target: Path) -> None:
    """Remove what killed processes left beside `target`. Only for who holds its lock: nobody else is writing then."""
    with suppress(OSError):
        for path in target.parent.iterdir():
            if path.name.startswith(f".{target.name}.") and path.name.endswith(".tmp"):
                path.unlink()


def replace(source: Path, target: Path) -> None:
    """Put `source` in the place of `target` in one step.

    Raises:
        OSError: the system refuses; on Windows only after about 2.5 seconds of trying.
    """
    for _ in range(BUSY_TRIES):
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(BUSY_PAUSE)
        else:
            return
    source.replace(target)


def move_new(source: Path, target: Path) -> None:
    """Give `source` the name `target`, durably, unless something has that name already.

    Raises:
        FileExistsError: something has.
        OSError: the system refuses.
    """
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:
        # USB sticks and some network folders know no second names: reserve the name, then move onto it.
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with _undone_on_error(target):
            replace(source, target)
        sync_folder(target.parent)
    else:
        # The old name goes only when the new one is certain to stay.
        with _undone_on_error(target):
            sync_folder(target.parent)
            source.unlink()


@contextmanager
def _undone_on_error(made: Path) -> Iterator[None]:
    try:
        yield
    except OSError:
        with suppress(OSError):
            made.unlink()
        raise


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system knows how.

    Raises:
        OSError: the disk failed.
    """
    if os.name == "nt":  # folders cannot be opened there
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner can enter, and those above it, where they are missing.

    Raises:
        OSError: the system refuses.
    """
    for each in (*reversed(folder.parents), folder):
        if not each.is_dir():
            each.mkdir(mode=0o700, exist_ok=True)


def save_error(path: Path, error: OSError) -> SaveError:
    """Return the error that says in words why `path` could not be written."""
    if error.errno in _FULL:
        return SaveError(
            path,
            "The disk is full.",
            "Make room on it, or save in another place; nothing typed is lost while this window stays open.",
        )
    if error.errno in _FORBIDDEN:
        return SaveError(path, f"The folder {path.parent} cannot be written.")
    if error.errno in _GONE:
        return SaveError(
            path,
            f"The folder {path.parent} is not there; perhaps a USB stick was pulled out.",
            "Put it back, or save in another place; nothing typed is lost while this window stays open.",
        )
    return SaveError(path, f"The system says: {error.strerror or error}.")
