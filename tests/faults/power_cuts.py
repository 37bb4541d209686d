"""The power goes at any call: whatever disk that leaves must open, with all that was called saved."""

import asyncio
import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from scrutiny_tui.storage.copies import copies_of
from scrutiny_tui.storage.names import ARCHIVE, SUFFIX
from scrutiny_tui.tui.sitting import Sitting
from tests.examples import CREATED
from tests.faults.calls import through
from tests.faults.disk import Event, Files, cuts, left
from tests.faults.recorder import Recorder
from tests.faults.scene import REVIEWS, UNKNOWN, UNREADABLE, change, library, number_in, numbers_in, some, stage
from tests.faults.tally import Fault, Tally, tried


class Saved(NamedTuple):
    """A review that was called saved: where it may lie, and its number."""

    places: tuple[Path, ...]
    number: int


class Told(NamedTuple):
    """What was called saved after so many events."""

    since: int
    saved: tuple[Saved, ...]


Tell = Callable[..., None]


def run(most: int, root: Path) -> Tally:
    """Cut the power after every event of a story, in all plain ways and some random ones; try no disk twice."""
    events, told = recorded(root)
    tally = Tally(note=f"at {len(events)} moments of {len(told) - 1} saves, no disk twice")
    for case, files, saved in some([*_distinct(events, told, mixes=most // len(events))], most):
        tried(tally, case, lambda: _amiss(root, files, saved))  # noqa: B023 - called at once
    return tally


def recorded(root: Path) -> tuple[list[Event], list[Told]]:
    """Let the story happen; return what it did to the disk, and what was called saved when."""
    recorder, told = Recorder(root), [Told(0, ())]
    with stage(root) as folder:
        with through(recorder.note, root):
            asyncio.run(_story(folder, lambda *saved: told.append(Told(len(recorder.events), saved))))
        thought = left(recorder.events, lambda _: "done")
        for path in folder.rglob(f"*{SUFFIX}"):
            assert thought.get(path.relative_to(root)) == path.read_bytes(), f"{path} was written unseen"
    return recorder.events, told


async def _story(folder: Path, tell: Tell) -> None:
    """Make a review and work on it, go on in another file, archive the first, and put a copy of the other back."""
    with closing(Sitting(library(folder).create(REVIEWS[0]), lambda: CREATED)) as sitting:
        path, other = sitting.store.path, folder / f"elsewhere{SUFFIX}"
        archived = folder / ARCHIVE / path.name
        tell(Saved((path,), 0))
        for number in (1, 2, 3):
            change(sitting.desk, number)
            assert await sitting.autosave.flush()
            tell(Saved((path,), number))
        await sitting.save_elsewhere(library(folder), other)
        tell(Saved((path,), 3), Saved((other,), 3))
        other.chmod(0o644)  # now its copy is written, where it else is a second name for the file
        change(sitting.desk, 4)
        assert await sitting.autosave.flush()
        tell(Saved((path, archived), 3), Saved((other,), 4))
        library(folder).archive(path)
    [copy] = copies_of(other)
    kept = copy.with_name(f"{copy.name.removesuffix(SUFFIX)} 2{SUFFIX}")
    tell(Saved((archived,), 3), Saved((other, kept), 4))
    assert library(folder).put_back(other, copy) == kept
    tell(Saved((archived,), 3), Saved((other,), 3), Saved((kept,), 4))


def _distinct(
    events: Sequence[Event], told: Sequence[Told], mixes: int
) -> Iterator[tuple[str, Files, tuple[Saved, ...]]]:
    """Yield each disk once, with words for it and what was called saved by then."""
    seen = set()
    chance = random.Random(1)  # noqa: S311 - the same disks at each run
    for number in range(len(events) + 1):
        saved = next(each.saved for each in reversed(told) if each.since <= number)
        for way, files in cuts(events[:number], chance, mixes):
            disk = (saved, frozenset(files.items()))
            if disk not in seen:
                seen.add(disk)
                yield f"after event {number}, {way}", files, saved


def _amiss(root: Path, files: Files, saved: Sequence[Saved]) -> str:
    """Lay out a disk and return what is wrong with it, if anything."""
    with stage(root) as folder:
        for place, data in files.items():
            if data is None:
                (root / place).mkdir()
            else:
                (root / place).write_bytes(data)
        listed = numbers_in(folder).values()
        if {UNREADABLE, UNKNOWN} & set(listed):
            return "unreadable"
        # The change in progress may be there or not.
        kept = all(any(number_in(place) in (number, number + 1) for place in places) for places, number in saved)
        return "" if kept else "lost"


FAULTS = (Fault("Power cut at every file call", run, brief=40, usual=2_000, long=20_000),)
