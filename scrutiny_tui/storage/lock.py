"""One writer for each review: a lock beside the file, and in words who holds it."""

import errno
import getpass
import os
import socket
import stat
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from scrutiny_tui.model.meeting import moment_in_words
from scrutiny_tui.model.text import clean, one_line
from scrutiny_tui.storage.copies import clear_unfinished
from scrutiny_tui.storage.names import beside
from scrutiny_tui.writing import clear_temporaries

_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_HOLDER_LENGTH = 200


class Hold:
    """The right to write a review, or the reason why not. Taken at once, kept until `release`.

    Where a file system knows no locks the right is given all the same: the comparison before each save protects.

    Args:
        path: the review's file itself, not a link to it; it need not exist yet.
        since: the time that others are told.
    """

    elsewhere: str = ""
    """Who has the review open, in words; empty where nobody else has."""
    unwritable: str = ""
    """Why nobody can write the file here, in words; empty where one can."""

    def __init__(self, path: Path, since: datetime) -> None:
        self._holder = beside(path, "holder")
        self._lock = _lock(beside(path, "lock"))
        self.unwritable = _why_unwritable(path)
        if not self.unwritable:
            self._take(path, since)

    @property
    def refusal(self) -> str:
        """Why the review can only be read here, in words; empty where it can be written."""
        return self.elsewhere or self.unwritable

    def release(self) -> None:
        """Let others write. Doing so twice does nothing."""
        if self._lock.is_locked:
            with suppress(OSError):
                self._holder.unlink()
            with suppress(OSError):
                self._lock.release()

    def _take(self, path: Path, since: datetime) -> None:
        try:
            self._lock.acquire()
        except Timeout:
            self.elsewhere = _holder(self._holder)
        except OSError as error:
            if error.errno in _FORBIDDEN:
                self.unwritable = "its folder cannot be written"
        else:
            clear_temporaries(path.parent, path)
            clear_unfinished(path)
            self._write_holder(since)
            self._respect_owner(path)

    def _respect_owner(self, path: Path) -> None:
        """Read only what is somebody else's: a file that took its place would be ours, and shut them out."""
        with suppress(OSError):  # either file may not be there
            if path.stat().st_uid != self._holder.stat().st_uid:
                self.release()
                self.unwritable = "the file belongs to somebody else"

    def _write_holder(self, since: datetime) -> None:
        # Without this file others are told less, and nothing else goes wrong.
        with suppress(OSError):
            self._holder.unlink(missing_ok=True)
            handle = os.open(self._holder, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
                file.write(f"{_user()} on {_computer()} since {moment_in_words(since)}\n")


def holder_of(path: Path) -> str:
    """Return who has a review open, in words; empty where nobody has. Nothing is left behind.

    Whoever opens it in this very moment is told that it is open elsewhere.
    """
    lock = beside(path, "lock")
    try:
        if not lock.exists() or _is_free(lock):
            return ""
    except OSError:
        return ""
    return _holder(beside(path, "holder"))


def locks_work(folder: Path) -> bool:
    """Tell whether a lock in this folder keeps a second one out; a small file is left there.

    Raises:
        OSError: the system refuses.
    """
    lock = _lock(folder / "lock")
    with lock.acquire():
        return not _is_free(folder / "lock")


def _lock(path: Path) -> BaseFileLock:
    return FileLock(
        path,
        timeout=0,
        mode=0o600,
        thread_local=False,  # saved from a worker thread, released from another
        fallback_to_soft=False,  # a soft lock outlives a killed process
        preserve_lock_file=True,  # a deleted lock file would let two writers in
    )


def _is_free(lock: Path) -> bool:
    try:
        with _lock(lock).acquire():
            return True
    except Timeout:
        return False


def _holder(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return one_line(clean(file.read(_HOLDER_LENGTH))) or "another window"
    except OSError:
        return "another window"


def _why_unwritable(path: Path) -> str:
    if not os.access(path.parent, os.W_OK):
        return "its folder cannot be written"
    with suppress(OSError):
        if not path.stat().st_mode & stat.S_IWUSR:
            return "the file is marked read-only"
    return ""


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"


def _computer() -> str:
    try:
        return socket.gethostname() or "a computer"
    except OSError:
        return "a computer"
