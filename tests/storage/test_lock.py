import errno
import getpass
import os
import socket
import subprocess
import sys
from pathlib import Path

import filelock
import pytest

from scrutiny_tui.errors import InUseError, SaveError
from scrutiny_tui.storage.library import Library
from scrutiny_tui.storage.loading import load
from scrutiny_tui.storage.review_file import ReviewFile

ELSEWHERE = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from scrutiny_tui.storage.library import Library
file = Library(Path("."), lambda: datetime(2027, 7, 13, tzinfo=UTC)).open(Path(sys.argv[1]))
print(file.holder)
file.close()
"""


@pytest.fixture(autouse=True)
def anna(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "anna")
    monkeypatch.setattr(socket, "gethostname", lambda: "LAPTOP-3")


def open_elsewhere(path: Path) -> str:
    return subprocess.run([sys.executable, "-c", ELSEWHERE, path], capture_output=True, text=True, check=True).stdout


def test_a_second_opener_reads_only_and_is_told_who_holds_it(saved: Path, library: Library) -> None:
    first = library.open(saved)
    second = library.open(saved)
    assert first.holder == ""
    assert second.holder == "anna on LAPTOP-3 since 14:03 on 13 July 2027"
    assert second.review == first.review
    with pytest.raises(InUseError, match="anna on LAPTOP-3"):
        second.save(second.review.titled("New"))
    second.close()
    first.save(first.review.titled("First"))
    first.close()
    assert load(saved).review.title == "First"


def test_another_process_is_told_too_and_may_write_afterwards(opened: ReviewFile) -> None:
    assert open_elsewhere(opened.path) == "anna on LAPTOP-3 since 14:03 on 13 July 2027\n"
    opened.close()
    assert open_elsewhere(opened.path) == "\n"


def test_after_closing_the_next_one_may_write(saved: Path, library: Library) -> None:
    first = library.open(saved)
    first.close()
    first.close()
    second = library.open(saved)
    assert second.holder == ""
    second.close()
    with pytest.raises(SaveError, match="has been closed"):
        first.save(first.review.titled("Late"))


def test_the_lock_file_stays_and_the_holder_goes(opened: ReviewFile) -> None:
    lock = opened.path.with_name(f".{opened.path.name}.lock")
    holder = opened.path.with_name(f".{opened.path.name}.holder")
    assert lock.exists()
    assert holder.exists()
    opened.close()
    assert lock.exists()
    assert not holder.exists()


@pytest.mark.parametrize("error", [OSError, KeyError, ImportError])
def test_a_computer_without_names_is_no_hindrance(
    error: type[Exception], saved: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> str:
        raise error

    monkeypatch.setattr(getpass, "getuser", fail)
    monkeypatch.setattr(socket, "gethostname", lambda: "")
    first = library.open(saved)
    second = library.open(saved)
    assert second.holder.startswith("somebody on a computer since 14:03")
    second.close()
    first.close()


@pytest.mark.parametrize("text", [b"", b"\xff\x1b[2J\n\n", None])
def test_a_spoilt_note_of_the_holder_is_made_safe(text: bytes | None, opened: ReviewFile, library: Library) -> None:
    holder = opened.path.with_name(f".{opened.path.name}.holder")
    holder.unlink()
    if text is not None:
        holder.write_bytes(text)
    second = library.open(opened.path)
    assert second.holder
    assert second.holder.isprintable()
    second.close()


def test_a_folder_that_cannot_be_written_opens_to_read(
    saved: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    file = library.open(saved)
    assert file.holder == "its folder cannot be written"
    with pytest.raises(SaveError, match="its folder cannot be written"):
        file.save(file.review.titled("New"))
    file.close()


def test_a_file_marked_read_only_opens_to_read(saved: Path, library: Library) -> None:
    saved.chmod(0o400)
    file = library.open(saved)
    assert file.holder == "the file is marked read-only"
    with pytest.raises(SaveError, match="marked read-only"):
        file.save(file.review.titled("New"))
    file.close()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give a file away")
def test_what_belongs_to_somebody_else_opens_to_read(saved: Path, library: Library) -> None:
    os.chown(saved, 4711, -1)
    saved.chmod(0o666)
    file = library.open(saved)
    assert file.holder == "the file belongs to somebody else"
    with pytest.raises(SaveError, match="belongs to somebody else"):
        file.save(file.review.titled("New"))
    file.close()
    assert saved.stat().st_uid == 4711


@pytest.mark.parametrize(
    ("code", "holder"),
    [(errno.EACCES, "its folder cannot be written"), (errno.ENOLCK, ""), (errno.ENOSYS, ""), (errno.ENOSPC, "")],
)
def test_a_network_folder_without_locks_can_be_written(
    code: int, holder: str, saved: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def acquire(_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(filelock.FileLock, "acquire", acquire)
    file = library.open(saved)
    assert file.holder == holder
    if not holder:
        file.save(file.review.titled("New"))
        assert load(saved).review.title == "New"
    file.close()


def test_what_was_saved_between_reading_and_locking_is_read_again(
    saved: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = filelock.FileLock.acquire

    def acquire(lock: filelock.FileLock) -> object:
        monkeypatch.setattr(filelock.FileLock, "acquire", real)
        other = library.open(saved)
        other.save(other.review.titled("Theirs"))
        other.close()
        return lock.acquire()

    monkeypatch.setattr(filelock.FileLock, "acquire", acquire)
    file = library.open(saved)
    assert file.review.title == "Theirs"
    file.save(file.review.titled("Mine"))
    file.close()
