"""Files put on the disk whole: durable, private to their owner, and never one over another by accident.

Also why the disk refused, in words.
"""

import errno
import os
import re
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

BUSY_TRIES = 25 if os.name == "nt" else 0
BUSY_PAUSE = 0.1
"""Seconds between tries. On Windows a virus scanner or a sync folder may hold the file for a moment."""

_TEMPORARY = re.compile(r"\.(.+)\.(\d+)\.[^.]+\.tmp")
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}
_NO_FOLDER = "There is no folder {folder}; perhaps a USB stick was pulled out."
_NOT_ALLOWED = "You are not allowed to write in the folder {folder}."
_REFUSALS = {
    errno.ENOSPC: "The disk is full.",
    errno.EDQUOT: "All the space that you are allowed there is used up.",
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: "The disk can only be read.",
    errno.ENOENT: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EEXIST: "Something else has that name already.",
    errno.EISDIR: "That is a folder, not a file.",
    errno.ENAMETOOLONG: "The name is too long.",
    errno.EFBIG: "The file would be larger than is allowed there.",
}


def put(path: Path, data: bytes, *, over: bool = False) -> None:
    """Write a whole file, or leave what was there; `over` lets it take the place of another.

    Raises:
        FileExistsError: something has that name, and `over` is not given.
        OSError: the system refuses.
    """
    clear_abandoned(path.parent)
    with temporary(path, data) as new:
        if over:
            replace(new, path)
            sync_folder(path.parent)
        else:
            move_new(new, path)


@contextmanager
def temporary(target: Path, data: bytes) -> Iterator[Path]:
    """Write `data` durably to a file beside `target` that only its owner can read, and yield it.

    Whatever is left of it at the end is removed.

    Raises:
        OSError: the system refuses.
    """
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.{os.getpid()}.", suffix=".tmp", dir=target.parent)
    path = Path(name)
    try:
        try:
            _write(handle, data)
            os.fsync(handle)
        finally:
            os.close(handle)
        yield path
    finally:
        with suppress(OSError):
            path.unlink()


def clear_abandoned(folder: Path) -> None:
    """Remove temporary files whose process has ended: documents that were being written as it was killed.

    Where there is a lock beside the file that was meant, who holds that clears what is left: see `clear_temporaries`.
    """
    if os.name == "nt":  # there one cannot ask after a process without ending it
        return
    with suppress(OSError):
        for path in folder.iterdir():
            found = _TEMPORARY.fullmatch(path.name)
            if found and not path.with_name(f".{found[1]}.lock").exists() and _has_ended(int(found[2])):
                path.unlink()


def _has_ended(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):  # somebody else's, or no number of a process
        return False
    return False


def _write(handle: int, data: bytes) -> None:
    # Straight to the system, which may take a part only: nothing is left in a buffer that could fail later.
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def target_of_temporary(path: Path) -> Path | None:
    """Return the file that a temporary one was meant for; None where it is no temporary file of ours."""
    found = _TEMPORARY.fullmatch(path.name)
    return path.with_name(found[1]) if found else None


def clear_temporaries(folder: Path, target: Path | None = None) -> None:
    """Remove what killed processes left in a folder, of `target` or of any file.

    Only for who holds the lock of what is written there: nobody else is writing then.
    """
    with suppress(OSError):
        for path in folder.iterdir():
            if (meant := target_of_temporary(path)) and target in {None, meant}:
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
    """Make a folder that only its owner can enter, and those above it, where they are missing; durably.

    Raises:
        OSError: the system refuses.
    """
    for each in (*reversed(folder.parents), folder):
        make_one_folder(each)


def make_one_folder(folder: Path) -> None:
    """Make a folder that only its owner can enter, where it is missing; those above it are there.

    A power cut does not take it away with what lies in it.

    Raises:
        OSError: the system refuses.
    """
    if not folder.is_dir():
        folder.mkdir(mode=0o700, exist_ok=True)  # another window may be making it
        sync_folder(folder.parent)


def refusal(path: Path, error: OSError) -> str:
    """Return in a sentence why `path` could not be written."""
    known = _REFUSALS.get(error.errno or 0, "")
    return known.format(folder=path.parent) or f"The system says: {error.strerror or error}."
