"""The review that is worked on while the world is unkind, and how much of the work is left of it."""

import shutil
import stat
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.errors import ScrutinyError
from scrutiny_tui.model.review import Review
from scrutiny_tui.storage.codec import encode
from scrutiny_tui.storage.library import Library
from scrutiny_tui.storage.names import ARCHIVE, SUFFIX
from scrutiny_tui.storage.tables import dump
from tests.examples import CREATED, full_review
from tests.faults.tally import Tally, tried

Case = TypeVar("Case")
Mark = tuple[object, ...]

NAME = f"review{SUFFIX}"
MOST = 60
_WHOLE = 2**20
"""Bytes up to which a mark of a file holds all that is in it."""
UNREADABLE, UNKNOWN = -1, -2
"""What stands for the number of a review that does not open, and of one that nobody ever wrote like that."""


def change(desk: Desk, number: int) -> None:
    """Make the change with this number, from 1: every third is a note, the others are ratings."""
    question = desk.review.questions[number % len(desk.review.questions)].id
    if number % 3:
        desk.rate(question, (number + 1) % 4 + 1)
    else:
        desk.write_note(question, f"This is what was said at {number}.")


def _worked_on() -> Iterator[Review]:
    desk = Desk(full_review(), lambda: CREATED)
    yield desk.review
    for number in range(1, MOST + 1):
        change(desk, number)
        yield desk.review


REVIEWS = tuple(_worked_on())
"""The review after so many changes: the number of a review that is found says how much of the work it holds."""
SAVED = tuple(dump(encode(review, CREATED)) for review in REVIEWS[:2])
"""The files of the first two."""


def library(folder: Path) -> Library:
    """Return the library in this folder, with a clock that stands still."""
    return Library(folder, lambda: CREATED)


@contextmanager
def stage(root: Path) -> Iterator[Path]:
    """Yield a folder for reviews that is not there yet, for one try, and remove it with all that came into it."""
    folder = root / "Reviews"
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def put_review(folder: Path, mode: int = 0o600) -> Path:
    """Put the review as it was before the first change into a folder, and return its file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / NAME
    path.write_bytes(SAVED[0])
    path.chmod(mode)
    return path


def number_in(path: Path) -> int:
    """Open a review as the program does, let go of it, and return its number."""
    try:
        store = library(path.parent).open(path)
    except ScrutinyError:
        return UNREADABLE
    store.close()
    return REVIEWS.index(store.review) if store.review in REVIEWS else UNKNOWN


def save(path: Path) -> str:
    """Open a review, save its first change, let go of it, and return what is wrong with what is found then.

    Raises:
        ScrutinyError: it does not open, or cannot be saved.
    """
    with closing(library(path.parent).open(path)) as store:
        store.save(REVIEWS[1])
    return amiss([number_in(path)], 1)


def numbers_in(folder: Path) -> dict[Path, int]:
    """Open everything that the library lists here and in its archive, and return the number of each."""
    rows = [*library(folder).listings(), *library(folder / ARCHIVE).listings()]
    return {row.path: number_in(row.path) for row in rows}


def leftovers(folder: Path) -> list[Path]:
    """Return the temporary files anywhere in a folder."""
    return list(folder.rglob("*.tmp"))


def mark(path: Path) -> Mark:
    """Return what no change to a file leaves as it was."""
    status, held = path.lstat(), b""
    if stat.S_ISREG(status.st_mode) and status.st_size <= _WHOLE:
        with suppress(PermissionError):
            held = path.read_bytes()
    return held, status.st_ino, status.st_mode, status.st_uid, status.st_size, status.st_mtime_ns


def amiss(numbers: Collection[int], *allowed: int) -> str:
    """Return what is wrong with what was found, if anything: each number must be among those that are allowed."""
    if UNREADABLE in numbers:
        return "unreadable"
    if UNKNOWN in numbers:
        return "something else"
    return "" if set(numbers) <= set(allowed) else "lost"


def some(cases: Sequence[Case], most: int) -> Sequence[Case]:
    """Return all cases, or so many of them from all along the way."""
    if most >= len(cases):
        return cases
    return [cases[at * len(cases) // most] for at in range(most)]


def each_of(acts: Mapping[str, Callable[[Path], str]]) -> Callable[[int, Path], Tally]:
    """Return what runs a fault of a few kinds; each gets a folder for reviews and returns the harm that it finds."""

    def run(most: int, root: Path) -> Tally:
        tally = Tally()
        for case in some([*acts], most):
            with stage(root) as folder:
                tried(tally, case, lambda: acts[case](folder))  # noqa: B023 - called at once
        return tally

    return run


def again(act: Callable[[Path], str]) -> Callable[[int, Path], Tally]:
    """Return what runs one act over and over, each time with a folder of its own for reviews."""

    def run(most: int, root: Path) -> Tally:
        tally = Tally()
        for number in range(most):
            with stage(root) as folder:
                tried(tally, f"try {number}", lambda: act(folder))
        return tally

    return run
