"""A save puts the whole new review on the disk, or leaves the whole old one: whatever fails, whenever."""

import errno
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrutiny_tui.errors import CreateError, MoveError, SaveError
from scrutiny_tui.model.answer import Answer, State
from scrutiny_tui.storage.library import Library
from scrutiny_tui.storage.loading import load
from scrutiny_tui.storage.review_file import ReviewFile
from tests.examples import CREATED, full_review

CALLS = [
    (os, "open"),
    (os, "fdopen"),
    (os, "fsync"),
    (os, "fstat"),
    (os, "stat"),
    (os, "replace"),
    (os, "link"),
    (os, "mkdir"),
    (os, "unlink"),
    (tempfile, "mkstemp"),
]


@contextmanager
def failing(module: ModuleType, name: str, nth: int, code: int = errno.EIO) -> Iterator[None]:
    """Let the call fail from the nth time on."""
    real: Callable[..., Any] = getattr(module, name)
    count = 0

    def call(*args: object, **kwargs: object) -> object:
        nonlocal count
        count += 1
        if count >= nth:
            raise OSError(code, os.strerror(code))
        return real(*args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, name, call)
        yield


def temporaries(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.name.endswith(".tmp")]


@pytest.mark.parametrize("nth", [1, 2, 3, 4])
@pytest.mark.parametrize(("module", "name"), CALLS)
def test_whatever_fails_the_file_holds_the_old_or_the_new(
    module: ModuleType,
    name: str,
    nth: int,
    opened: ReviewFile,
) -> None:
    old, new = opened.review, opened.review.titled("New")
    told = False
    with failing(module, name, nth):
        try:
            opened.save(new)
        except SaveError:
            told = True
    held = load(opened.path).review
    assert held in (old, new)
    assert told or held == new
    assert opened.review == (old if told else new)
    opened.save(old)
    assert load(opened.path).review == old
    if name != "unlink":
        assert temporaries(opened.path.parent) == []


@pytest.mark.parametrize("nth", [1, 2, 3])
@pytest.mark.parametrize(("module", "name"), CALLS)
def test_a_new_review_is_there_whole_or_not_at_all(
    module: ModuleType,
    name: str,
    nth: int,
    library: Library,
) -> None:
    library.folder.mkdir()
    with failing(module, name, nth):
        try:
            library.create(full_review()).close()
            told = False
        except SaveError:
            told = True
    rows = library.listings()
    assert all(row.problem == "" for row in rows)
    assert told or len(rows) == 1


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EDQUOT, "is used up"),
        (errno.EACCES, "not allowed to write in the folder"),
        (errno.EPERM, "not allowed to write in the folder"),
        (errno.EROFS, "can only be read"),
        (errno.ENOENT, "USB stick was pulled out"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_the_error_says_why_and_what_to_do(code: int, words: str, opened: ReviewFile) -> None:
    with failing(os, "fsync", 1, code), pytest.raises(SaveError) as caught:
        opened.save(opened.review.titled("New"))
    assert words in caught.value.why
    assert "Nothing typed is lost" in caught.value.todo


@pytest.mark.parametrize("kind", [CreateError, MoveError])
def test_where_no_window_is_open_none_is_spoken_of(kind: type[SaveError]) -> None:
    assert "window" not in str(kind(Path("a"), "The disk is full."))


def test_a_pulled_stick_is_told_and_a_returned_one_is_written(opened: ReviewFile) -> None:
    away = opened.path.parent.with_name("Away")
    opened.path.parent.rename(away)
    with pytest.raises(SaveError, match=r"There is no folder .* USB stick"):
        opened.save(opened.review.titled("New"))
    away.rename(opened.path.parent)
    opened.save(opened.review.titled("New"))
    assert load(opened.path).review.title == "New"


def test_after_a_failed_save_going_back_to_the_old_review_is_written_too(opened: ReviewFile) -> None:
    old = opened.review
    with failing(os, "fsync", 5), pytest.raises(SaveError):  # the copy, its two new folders and the file went well
        opened.save(old.titled("New"))
    assert load(opened.path).review.title == "New"
    opened.save(old)
    assert load(opened.path).review == old


STEPS = [
    lambda r: r.titled(r.title + "!"),
    lambda r: r.with_answer(Answer("learning", State.NOT_KNOWN)),
    lambda r: r.with_answer(Answer("voice")),
    lambda r: r.with_answer(r.answer("homes").rated(1)),
    lambda r: r.at("voice"),
    lambda r: full_review().titled(r.title),
]


@given(st.lists(st.tuples(st.sampled_from(STEPS), st.sampled_from([0, 0, 1, 2])), max_size=8))
@settings(max_examples=20, deadline=None)
def test_after_any_saves_and_failures_the_file_holds_what_was_saved_last(steps: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Library(Path(folder), lambda: CREATED).create(full_review())
        wanted = file.review
        for change, fails in steps:
            wanted = change(wanted)
            if fails:
                with failing(os, "fsync", fails):
                    try:
                        file.save(wanted)
                    except SaveError:
                        continue
            file.save(wanted)
            assert load(file.path).review == file.review == wanted
        file.close()
