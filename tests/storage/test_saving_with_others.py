"""What a save respects: other programs' changes, read-only marks, links, who may read, and slow systems."""

import errno
import os
import stat
import time
from pathlib import Path

import pytest

from scrutiny_tui import writing
from scrutiny_tui.errors import ChangedElsewhereError, SaveError
from scrutiny_tui.storage.library import Library
from scrutiny_tui.storage.loading import load
from scrutiny_tui.storage.review_file import ReviewFile
from tests.examples import full_review


def test_a_file_that_another_program_changed_is_not_overwritten(opened: ReviewFile) -> None:
    theirs = opened.path.read_bytes().replace(b"Exampleshire", b"Otherplaceish")
    opened.path.write_bytes(theirs)
    with pytest.raises(ChangedElsewhereError):
        opened.save(opened.review.titled("Mine"))
    assert opened.path.read_bytes() == theirs


def test_a_change_of_the_same_length_is_noticed(opened: ReviewFile) -> None:
    theirs = opened.path.read_bytes().replace(b"Exampleshire", b"Otherplaces!")
    opened.path.write_bytes(theirs)
    os.utime(opened.path, ns=(1, 1))
    with pytest.raises(ChangedElsewhereError):
        opened.save(opened.review.titled("Mine"))


def test_a_file_that_vanished_is_not_brought_back_unasked(opened: ReviewFile) -> None:
    opened.path.unlink()
    with pytest.raises(ChangedElsewhereError):
        opened.save(opened.review.titled("Mine"))
    assert not opened.path.exists()


def test_a_sync_folder_that_puts_the_same_contents_back_changes_nothing(opened: ReviewFile) -> None:
    same = opened.path.read_bytes()
    opened.path.unlink()
    opened.path.write_bytes(same)
    opened.save(opened.review.titled("Mine"))
    assert load(opened.path).review.title == "Mine"


def test_a_file_marked_read_only_is_not_replaced(opened: ReviewFile) -> None:
    opened.path.chmod(0o400)
    with pytest.raises(SaveError, match="marked read-only"):
        opened.save(opened.review.titled("Mine"))
    assert load(opened.path).review.title != "Mine"


def test_only_the_owner_can_read_whatever_the_umask(library: Library) -> None:
    before = os.umask(0)
    try:
        file = library.create(full_review())
        file.save(file.review.titled("New"))
        for path in (library.folder, *library.folder.rglob("*")):
            assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path
        file.close()
    finally:
        os.umask(before)


def test_a_file_that_others_could_read_is_narrowed_by_the_next_save(saved: Path, library: Library) -> None:
    saved.chmod(0o664)
    file = library.open(saved)
    file.save(file.review.titled("New"))
    file.close()
    assert [stat.S_IMODE(path.stat().st_mode) for path in library.folder.rglob("*.json")] == [0o600, 0o600]


def test_a_link_stays_a_link_and_its_file_is_saved(saved: Path, library: Library, tmp_path: Path) -> None:
    link = tmp_path / "link.scrutiny.json"
    link.symlink_to(saved)
    file = library.open(link)
    file.save(file.review.titled("Through the link"))
    assert library.open(saved).holder  # one lock, by whatever name
    file.close()
    assert link.is_symlink()
    assert load(saved).review.title == "Through the link"
    assert file.path == link


def test_what_killed_processes_left_is_cleared_on_opening(saved: Path, library: Library) -> None:
    stale = saved.with_name(f".{saved.name}.4711.abc.tmp")
    other = saved.with_name(".other.scrutiny.json.4711.abc.tmp")
    for path in (stale, other):
        path.write_text("x")
    file = library.open(saved)
    reader_sees = file.path.with_name(f".{saved.name}.4712.abc.tmp")
    reader_sees.write_text("being written")
    library.open(saved).close()  # reads only, so it clears nothing
    assert (stale.exists(), other.exists(), reader_sees.exists()) == (False, True, True)
    file.close()


def test_on_windows_a_busy_file_is_tried_again(opened: ReviewFile, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    real = os.replace

    def busy(source: Path, target: Path) -> None:
        if len(waits) < 3:
            raise PermissionError(errno.EACCES, "in use")
        real(source, target)

    monkeypatch.setattr(time, "sleep", waits.append)
    monkeypatch.setattr(writing, "BUSY_TRIES", 25)
    monkeypatch.setattr(os, "replace", busy)
    opened.save(opened.review.titled("New"))
    assert waits == [0.1, 0.1, 0.1]
    assert load(opened.path).review.title == "New"


def test_a_stick_without_hard_links_works_and_never_overwrites(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "no hard links")

    monkeypatch.setattr(os, "link", refuse)
    first = library.create(full_review())
    first.save(first.review.titled("First"))
    second = library.create(full_review())
    assert first.path != second.path
    assert sorted(row.title for row in library.listings()) == ["Children's services, summer 2027", "First"]
    first.close()
    second.close()
    assert library.archive(second.path).exists()


def test_a_folder_that_cannot_be_synced_still_saves(opened: ReviewFile, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "not here")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    opened.save(opened.review.titled("New"))
    assert load(opened.path).review.title == "New"
