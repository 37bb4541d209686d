"""Files of reviews that are cut, flipped, overwritten or empty: read well, or refused in words and left as they are."""

import gzip
import json
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import cycle, islice
from pathlib import Path
from random import Random
from types import SimpleNamespace
from unittest.mock import patch

from scrutiny_tui.cli.places import Places
from scrutiny_tui.storage.codec import encode
from scrutiny_tui.storage.tables import dump
from tests.examples import CREATED, full_review
from tests.faults.bench import NAME, Bench, read_in_memory
from tests.faults.scene import some
from tests.faults.tally import Fault, Tally, tried
from tests.storage.test_broken_files import GOOD, TINY

_MERGED = b'<<<<<<< HEAD\n"title": "Mine"\n=======\n"title": "Theirs"\n>>>>>>> theirs\n'
_SIGN_IN = b"<!DOCTYPE html>\n<html><head><title>Sign in to your account</title></head><body></body></html>\n"


def _cut(count: int, folder: Path) -> Tally:
    """Cut the worked example, in memory, and two small reviews, on the disk; at every byte, if asked so often."""
    tally, bench = Tally(), Bench(folder)
    review = Places(folder).example()
    whole = dump(encode(review, CREATED))
    for length in some(range(len(whole) - 1), count):
        tried(tally, f"{length} bytes of the worked example", read_in_memory, whole[:length], review)
    for data in (TINY, GOOD):
        for length in some(range(len(data) - 1), count // 10):
            tried(tally, f"{length} of {len(data)} bytes", bench.refused, data[:length])
        tried(tally, "all but the newline at the end", bench.read, data[:-1])
    tried(tally, "the list as JSON", bench.list_as_json, GOOD[: len(GOOD) // 2])
    return tally


def _flipped(count: int, folder: Path) -> Tally:
    """Turn one to four bytes of a review into others, whatever they are then."""
    tally, bench, dice = Tally(), Bench(folder), Random(count)  # noqa: S311 - nothing here is secret
    large = dump(encode(Places(folder).example(), CREATED))
    for number, data in enumerate(islice(cycle((TINY, GOOD, TINY, GOOD, large)), count)):
        flipped = bytearray(data)
        for _ in range(dice.randint(1, 4)):
            flipped[dice.randrange(len(data))] ^= 1 << dice.randrange(8) if number % 2 else dice.randrange(1, 256)
        at = [place for place, pair in enumerate(zip(data, flipped, strict=True)) if pair[0] != pair[1]]
        tried(tally, f"flip {number} at {at}", bench.read, bytes(flipped))
        if number % 100 == 0:
            tried(tally, f"the list as JSON, flip {number}", bench.list_as_json, bytes(flipped))
    return tally


def _overwritten(count: int, folder: Path) -> Tally:
    """Put into the file what else programs, disks and networks leave there; only what says the same is read."""
    tally, bench, dice = Tally(), Bench(folder), Random(count)  # noqa: S311 - nothing here is secret
    for number in range(count):
        name, put = _PUT[number % len(_PUT)]
        data = put(dice)
        tried(tally, f"{name}, the {number}th", bench.refused, data)
        name, same = _SAME[number % len(_SAME)]
        tried(tally, f"{name}, the {number}th", bench.same, same(GOOD), full_review())
        if number % len(_PUT) == 0:
            tried(tally, "the list as JSON", bench.list_as_json, data)
    return tally


def _hole(filling: bytes) -> Callable[[Random], bytes]:
    def put(dice: Random) -> bytes:
        at, size = dice.randrange(len(GOOD)), dice.choice((1, 16, 512, 4096))
        return GOOD[:at] + filling * size + GOOD[at + size :]

    return put


def _within(extra: bytes) -> Callable[[Random], bytes]:
    """Put lines between two lines of the file, as a merge does."""

    def put(dice: Random) -> bytes:
        lines = GOOD.splitlines(keepends=True)
        at = dice.randrange(1, len(lines))
        return b"".join([*lines[:at], extra, *lines[at:]])

    return put


def _in_a_text(extra: bytes) -> Callable[[Random], bytes]:
    def put(dice: Random) -> bytes:
        at = dice.choice([place for place in range(len(GOOD)) if GOOD.startswith(b"the", place)])
        return GOOD[:at] + extra + GOOD[at:]

    return put


def _tail(dice: Random) -> bytes:
    """A shorter review was written over a longer one without cutting it off."""
    return TINY + GOOD[dice.randrange(len(TINY), len(GOOD) - 2) :]


def _mixed(dice: Random) -> bytes:
    at = dice.randrange(200, len(TINY))
    return TINY[:at] + GOOD[at:]


_PUT: tuple[tuple[str, Callable[[Random], bytes]], ...] = (
    ("a hole of NULs", _hole(b"\0")),
    ("a hole of 0xFF", _hole(b"\xff")),
    ("NULs at the end", lambda dice: GOOD + b"\0" * dice.randint(1, 5000)),
    ("only NULs", lambda dice: b"\0" * dice.randint(1, 5000)),
    ("invalid UTF-8", _in_a_text(b"\x80")),
    ("overlong UTF-8", _in_a_text(b"\xc0\xaf")),
    ("half a character in UTF-8", _in_a_text(b"\xed\xa0\xbd")),
    ("half a character, escaped", _in_a_text(b"\\ud83d")),
    ("Windows-1252", _in_a_text(b"\x93")),
    ("a raw control character", _in_a_text(b"\x1b[2J")),
    ("UTF-16", lambda dice: GOOD.decode().encode(dice.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32")))),
    ("marks of a merge conflict", _within(_MERGED)),
    ("a sign-in page", lambda dice: _SIGN_IN * dice.randint(1, 100)),
    ("a page within", _within(_SIGN_IN)),
    ("doubled", lambda dice: GOOD * dice.randint(2, 5)),
    ("the tail of a longer file", _tail),
    ("the start of another review", _mixed),
    ("a mark of UTF-8 within", _within(b"\xef\xbb\xbf")),
    ("a mark of UTF-8 twice", lambda _: b"\xef\xbb\xbf" * 2 + GOOD),
    ("a comment", _within(b"// checked by hand\n")),
    ("a comma too many", lambda _: GOOD.replace(b"\n}\n}", b"\n},\n}")),
    ("single quotes", lambda _: GOOD.replace(b'"', b"'")),
    ("packed", lambda dice: gzip.compress(GOOD, dice.randint(1, 9))),
    ("a list of it", lambda _: b"[" + GOOD + b"]"),
    ("a text of it", lambda _: json.dumps(GOOD.decode()).encode()),
    ("another program's JSON", lambda _: GOOD.replace(b'"program": "scrutiny-tui"', b'"program": "x"')),
    ("noise", lambda dice: dice.randbytes(dice.randint(1, 9000))),
)
"""What is no review any more, or cannot be told from one that was damaged."""

_SAME: tuple[tuple[str, Callable[[bytes], bytes]], ...] = (
    ("lines end as on Windows", lambda data: data.replace(b"\n", b"\r\n")),
    ("lines end as on old Macs", lambda data: data.replace(b"\n", b"\r")),
    ("a mark of UTF-8", lambda data: b"\xef\xbb\xbf" + data),
    ("both", lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n")),
    ("on one line", lambda data: data.replace(b"\n", b"")),
    ("blanks around", lambda data: b" \t\r\n" + data + b"\n" * 5000),
    ("in many lines", lambda data: json.dumps(json.loads(data), indent=8).encode()),
    ("sorted", lambda data: json.dumps(json.loads(data), sort_keys=True).encode()),
    ("the head last", lambda data: json.dumps(dict(reversed(json.loads(data).items()))).encode()),
)
"""What editors and copies do to a review that leaves it the same."""

_EMPTY = {
    "no bytes": b"", "blanks": b" \r\n\t\n", "a mark of UTF-8": b"\xef\xbb\xbf", "NULs": b"\0" * 4096,
    "null": b"null", "null and a newline": b"null\n", "[]": b"[]", "{}": b"{}", "a text": b'"x"', "0": b"0",
    "true": b"true", "false": b"false",
    "an empty head": b'{"head": {}}', "an empty document": b'{"head": {"1": {}}}', "no tables": b'{"_default": {}}',
}  # fmt: skip
_COMMANDS = (
    (NAME,), ("show", NAME), ("show", NAME, "--json"), ("room", NAME), ("room", NAME, "--by-rule"),
    *(("export", NAME, "--to", to, "-o", "-") for to in ("md", "html", "docx", "csv", "json", "ics")),
    ("export", NAME, "--to", "md"), ("merge", NAME, "GOOD", "--yes"), ("merge", "GOOD", NAME, "--yes"),
    ("merge", NAME, "GOOD", "--dry-run"), ("compare", NAME, "GOOD"), ("compare", "GOOD", NAME),
    ("compare", "GOOD", NAME, "--keep"), ("compare", NAME, "GOOD", "--keep"), ("share", NAME, "-o", "COPY"),
    ("share", NAME, "--dry-run"), ("carry", NAME, "--checklist", "key-questions"), ("type", NAME), ("import", NAME),
)  # fmt: skip
"""Every command that reads a review. GOOD stands for the good one, NAME for the one that is not."""


def _empty(count: int, folder: Path) -> Tally:
    """Give a file with nothing in it to every command: it must never be taken for a new review."""
    tally, bench = Tally(), Bench(folder)
    files = {"GOOD": str(bench.good), NAME: str(bench.path), "COPY": str(folder / "copy")}
    pairs = [(each, command) for each in _EMPTY for command in _COMMANDS]
    for each, command in Random(count).sample(pairs, min(count, len(pairs))):  # noqa: S311 - nothing here is secret
        arguments = [files.get(word, word) for word in command]
        bench.put(_EMPTY[each])
        with patch("scrutiny_tui.cli.screen.has_terminal", lambda: True), _no_app():
            tried(tally, f"{each}: {' '.join(command)}", bench.refused_by, *arguments)
    for each, data in _EMPTY.items():
        tried(tally, each, bench.refused, data)
        tried(tally, f"the list as JSON, {each}", bench.list_as_json, data)
    return tally


def _no_app() -> AbstractContextManager[object]:
    """Let the app raise where it would have come on the screen: it never should."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the app was opened")

    return patch.dict(sys.modules, {"scrutiny_tui.tui.app": SimpleNamespace(ScrutinyApp=refuse)})


FAULTS = (
    Fault("A review cut short at every byte", _cut, brief=60, usual=2_000, long=10**9),
    Fault("One to four bytes of a review flipped", _flipped, brief=50, usual=2_000, long=10_000),
    Fault("A review overwritten by something else", _overwritten, brief=len(_PUT), usual=500, long=2_000),
    Fault("An empty file given to every command", _empty, brief=12, usual=10**6, long=10**6),
)
