"""What is not a good review gets a named error in words, names the newest good copy, and stays as it is."""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrutiny_tui.errors import (
    EmptyReviewError,
    ForeignReviewError,
    InvalidReviewError,
    NewerReviewError,
    NoSuchReviewError,
    ReviewFileError,
    TornReviewError,
)
from scrutiny_tui.model.checklist import Checklist, Question, Section
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.scale import Level, Scale
from scrutiny_tui.storage import disk
from scrutiny_tui.storage.codec import decode, encode
from scrutiny_tui.storage.copies import copies_of
from scrutiny_tui.storage.library import Library
from scrutiny_tui.storage.tables import dump, parse
from scrutiny_tui.storage.upgrade import FORMAT
from tests.examples import CREATED, full_review

GOOD = dump(encode(full_review(), CREATED))
TINY = dump(
    encode(
        Review(
            "r", "T", Checklist("c", "C", Scale((Level(1, "L"),)), (Section("s", "S", (Question("q", "?"),)),)), CREATED
        ),
        CREATED,
    )
)
Edit = Callable[[dict[str, Any]], object]

TEXTS: dict[str, tuple[bytes, type[ReviewFileError], str]] = {
    "empty": (b"", EmptyReviewError, "empty"),
    "blank": (b" \r\n\t ", EmptyReviewError, "empty"),
    "zeros": (b"\0" * 4096, TornReviewError, "zeros"),
    "null": (b"null", ForeignReviewError, "not a review"),
    "list": (b"[]", ForeignReviewError, "not a review"),
    "object": (b"{}", ForeignReviewError, "not a review"),
    "number": (b"7", ForeignReviewError, "not a review"),
    "other TinyDB file": (b'{"_default": {"1": {"name": "x"}}}', ForeignReviewError, "not a review"),
    "package.json": (b'{"name": "x", "head": "HEAD"}', ForeignReviewError, "not a review"),
    "not UTF-8": (GOOD.replace(b"Example", b"Ex\xe4mple"), TornReviewError, "not UTF-8"),
    "UTF-16": (GOOD.decode().encode("utf-16"), TornReviewError, "not UTF-8"),
    "trailing comma": (GOOD.replace(b"\n}\n}", b"\n},\n}"), TornReviewError, "line"),
    "twice in one file": (GOOD + GOOD, TornReviewError, "line"),
    "zeros at the end": (GOOD[:3000] + b"\0" * 3000, TornReviewError, "line 1"),
    "binary": (bytes(range(256)), TornReviewError, "not UTF-8"),
    "duplicate key": (GOOD.replace(b'"note": ', b'"note": "x", "note": '), InvalidReviewError, "'note' stands twice"),
    "duplicate table": (GOOD[:-3] + b',\n"answers": {}\n}', InvalidReviewError, "'answers' stands twice"),
    "half a character": (GOOD.replace(b"Exampleshire", b"\\ud83d"), InvalidReviewError, "half a character"),
    "NaN": (GOOD.replace(b'"level": 2', b'"level": NaN'), InvalidReviewError, "NaN is no number"),
    "Infinity": (GOOD.replace(b'"level": 2', b'"level": -Infinity'), InvalidReviewError, "-Infinity is no number"),
    "endless number": (GOOD.replace(b'"level": 2', b'"level": 1e999'), InvalidReviewError, "too large"),
    "long number": (GOOD.replace(b'"level": 2', b'"level": ' + b"9" * 5000), InvalidReviewError, "too large"),
    "deep in a part that is not known": (
        GOOD[:-3] + b',\n"later": ' + b"[" * 101 + b"]" * 101 + b"\n}",
        InvalidReviewError,
        "nested too deeply",
    ),
    "deep": (b"[" * 200_000, InvalidReviewError, "nested too deeply"),
    "deep inside": (
        GOOD.replace(b'"level": 2', b'"level": ' + b'{"a":' * 100_000 + b"1" + b"}" * 100_000),
        InvalidReviewError,
        "nested too deeply",
    ),
}

EDITS: dict[str, tuple[Edit, type[ReviewFileError], str]] = {
    "newer": (lambda t: t["head"]["1"].update(format=99), NewerReviewError, "format is number 99"),
    "newer in another shape": (
        lambda t: (t["head"]["1"].update(format=FORMAT + 1), t.update(x=1)),
        NewerReviewError,
        f"number {FORMAT + 1}",
    ),
    "format in words": (lambda t: t["head"]["1"].update(format="1"), InvalidReviewError, "head 1.format"),
    "format true": (lambda t: t["head"]["1"].update(format=True), InvalidReviewError, "head 1.format"),
    "other program": (lambda t: t["head"]["1"].update(program="x"), ForeignReviewError, "not a review"),
    "no time": (lambda t: t["head"]["1"].pop("saved"), InvalidReviewError, "head 1.saved: it is missing"),
    "level in text": (lambda t: t["answers"]["1"].update(level="3"), InvalidReviewError, "answers 1.level"),
    "level true": (lambda t: t["answers"]["1"].update(level=True), InvalidReviewError, "answers 1.level"),
    "level 2.0": (lambda t: t["answers"]["1"].update(level=2.0), InvalidReviewError, "answers 1.level"),
    "level too high": (lambda t: t["answers"]["1"].update(level=5), InvalidReviewError, "no level 5"),
    "no level": (lambda t: t["answers"]["1"].pop("level"), InvalidReviewError, "a level goes with the state"),
    "unknown state": (lambda t: t["answers"]["1"].update(state="good"), InvalidReviewError, "one of rated, not_known"),
    "state a list": (lambda t: t["answers"]["1"].update(state=[]), InvalidReviewError, "answers 1.state"),
    "unknown question": (lambda t: t["answers"]["1"].update(question="zz"), InvalidReviewError, "no question 'zz'"),
    "answered twice": (lambda t: t["answers"].update({"77": t["answers"]["1"]}), InvalidReviewError, "answered twice"),
    "null note": (lambda t: t["answers"]["1"].update(note=None), InvalidReviewError, "answers 1.note: it must be text"),
    "asks a text": (lambda t: t["answers"]["1"].update(asks="abc"), InvalidReviewError, "answers 1.asks"),
    "asks an object": (lambda t: t["answers"]["1"].update(asks={}), InvalidReviewError, "must be a list"),
    "ask a list": (lambda t: t["answers"]["1"].update(asks=[[]]), InvalidReviewError, "answers 1.asks[0]"),
    "date in words": (lambda t: t["meeting"]["1"].update(date="13 July"), InvalidReviewError, "meeting 1.date"),
    "time a number": (lambda t: t["history"]["2"].update(at=7), InvalidReviewError, "history 2.at"),
    "no checklist": (lambda t: t["checklist"].clear(), InvalidReviewError, "checklist: there must be one"),
    "two meetings": (lambda t: t["meeting"].update({"2": {}}), InvalidReviewError, "there are 2"),
    "missing part": (lambda t: t.pop("history"), InvalidReviewError, "'history'"),
    "part a list": (lambda t: t.update(answers=[]), InvalidReviewError, "'answers' must be a table"),
    "document a text": (lambda t: t["answers"].update({"1": "x"}), InvalidReviewError, "'1'"),
    "document without number": (lambda t: t["answers"].update({"a": {}}), InvalidReviewError, "'a'"),
    "head in pieces": (lambda t: t["head"]["1"].update(rated=[1]), InvalidReviewError, "head 1"),
}


def edited(edit: Edit) -> bytes:
    tables = json.loads(GOOD)
    edit(tables)
    return json.dumps(tables).encode()


CASES = {**TEXTS, **{name: (edited(edit), kind, words) for name, (edit, kind, words) in EDITS.items()}}


@pytest.mark.parametrize("case", CASES)
def test_a_broken_file_is_named_and_left_alone(case: str, saved: Path, library: Library) -> None:
    with_copy(library, saved)
    text, kind, words = CASES[case]
    saved.write_bytes(text)
    before = saved.stat()
    with pytest.raises(ReviewFileError) as caught:
        library.open(saved)
    assert type(caught.value) is kind
    assert words in caught.value.why
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 1000
    assert caught.value.copy == copies_of(saved)[0]
    assert str(caught.value.copy) in caught.value.todo
    assert saved.read_bytes() == text
    assert saved.stat().st_mtime_ns == before.st_mtime_ns


def with_copy(library: Library, path: Path) -> None:
    file = library.open(path)
    file.save(file.review.titled("Another title"))
    file.close()


@pytest.mark.parametrize("case", CASES)
def test_a_broken_file_is_a_row_of_the_list(case: str, library: Library) -> None:
    library.folder.mkdir()
    (library.folder / "bad.scrutiny.json").write_bytes(CASES[case][0])
    (row,) = library.listings()
    # Where only what comes after the head is broken, the row is a good one.
    assert (row.title == "bad") == bool(row.problem)
    assert row.title in ("bad", full_review().title)


@pytest.mark.parametrize("case", ["empty", "null", "newer", "not UTF-8", "head in pieces", "no time"])
def test_the_list_says_what_is_wrong(case: str, library: Library) -> None:
    library.folder.mkdir()
    text, kind, _ = CASES[case]
    (library.folder / "bad.scrutiny.json").write_bytes(text)
    (row,) = library.listings()
    assert row.title == "bad"
    assert row.problem.startswith(kind.reason)


def test_a_review_cut_short_anywhere_opens_or_says_so(library: Library) -> None:
    library.folder.mkdir()
    path = library.folder / "cut.scrutiny.json"
    for length in range(len(TINY)):
        path.write_bytes(TINY[:length])
        try:
            library.open(path).close()
        except (EmptyReviewError, TornReviewError):
            assert length < len(TINY) - 1  # without the last newline nothing is missing
        assert path.read_bytes() == TINY[:length]
        library.listings()


@given(st.integers(0, len(TINY) - 1), st.binary(max_size=6), st.integers(0, 20))
@settings(max_examples=50, deadline=None)
def test_no_damage_gives_anything_but_a_named_error(at: int, put: bytes, cut: int) -> None:
    path = Path("x.scrutiny.json")
    with suppress(ReviewFileError):
        decode(path, parse(path, TINY[:at] + put + TINY[at + cut :]))


def test_a_file_that_is_not_there_is_named(library: Library, tmp_path: Path) -> None:
    with pytest.raises(NoSuchReviewError):
        library.open(tmp_path / "none.scrutiny.json")
    assert list(tmp_path.iterdir()) == []


def test_the_exact_name_is_needed(library: Library, saved: Path) -> None:
    with pytest.raises(NoSuchReviewError):
        library.open(saved.with_name(saved.name.removesuffix(".scrutiny.json")))


def test_a_folder_or_a_pipe_is_no_review(library: Library, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.scrutiny.json")
    for path in (tmp_path, tmp_path / "pipe.scrutiny.json"):
        with pytest.raises(ReviewFileError, match="not an ordinary file"):
            library.open(path)


def test_a_huge_file_is_refused_before_it_is_read(
    library: Library, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "MOST_BYTES", 1000)
    with pytest.raises(ReviewFileError, match="larger than"):
        library.open(saved)


def test_a_mark_that_windows_editors_put_in_front_does_no_harm(library: Library, saved: Path) -> None:
    saved.write_bytes(b"\xef\xbb\xbf" + saved.read_bytes())
    assert library.listings()[0].problem == ""
    library.open(saved).close()


def test_no_lock_is_left_beside_what_is_no_review(library: Library, tmp_path: Path) -> None:
    other = tmp_path / "package.json"
    other.write_text("{}")
    with pytest.raises(ForeignReviewError):
        library.open(other)
    assert list(tmp_path.iterdir()) == [other]


@pytest.mark.parametrize("missing", [2, 100, 1_000])
def test_a_file_without_its_end_is_a_row_that_says_so(missing: int, saved: Path, library: Library) -> None:
    saved.write_bytes(saved.read_bytes()[:-missing])
    assert library.listings()[0].problem.startswith(TornReviewError.reason)
