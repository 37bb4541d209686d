"""Others have the same review open: another window, one that was killed, and twenty at once."""

import multiprocessing
import random
import signal
import time
from contextlib import ExitStack, closing
from multiprocessing.synchronize import Barrier
from pathlib import Path

from scrutiny_tui.desk.ports import Store
from scrutiny_tui.errors import InUseError, ScrutinyError
from tests.faults.bench import untold
from tests.faults.child import PATIENCE, Child, Say, cannot_fork, in_child
from tests.faults.scene import REVIEWS, again, amiss, library, number_in, put_review, save
from tests.faults.tally import Fault

MANY = 20
SAVES = 5
LONGEST = 0.01
"""Seconds in which a process opens a review."""

_CHANCE = random.Random(1)  # noqa: S311 - moments, not secrets


def _second_window(folder: Path) -> str:
    """The first window goes on; the second reads, and says who writes. Once the first is closed, anybody may write."""
    path = put_review(folder)
    with closing(library(folder).open(path)) as first:
        harm = in_child(_shut_out, path)
        first.save(REVIEWS[1])
    return harm or amiss([number_in(path)], 1) or in_child(_writes_on, path)


def _shut_out(path: Path) -> str:
    with closing(library(path.parent).open(path)) as store:
        return _refusal(store)


def _refusal(store: Store) -> str:
    """Return what is wrong where a review is open elsewhere: it must be read, and not be saved."""
    try:
        store.save(REVIEWS[-1])
    except InUseError as error:
        return untold(error) or ("" if store.holder else "untold")
    return "two write"


def _writes_on(path: Path) -> str:
    with closing(library(path.parent).open(path)) as store:
        store.save(REVIEWS[2])
    return amiss([number_in(path)], 2)


def _killed_window(folder: Path) -> str:
    """What a process leaves of its lock, killed before it had the file, meanwhile or afterwards, keeps nobody out."""
    path = put_review(folder)
    with Child(_hold, path) as other:
        other.hear()
        time.sleep(_CHANCE.uniform(0, LONGEST))  # nothing is waited for: this is the moment
    return save(path)


def _hold(say: Say, path: Path) -> None:
    say("begun")
    store = library(path.parent).open(path)
    signal.pause()
    store.close()


def _crowd(folder: Path) -> str:
    """Let twenty processes open a review at the same moment: one of them writes, the others read and say who does."""
    path = put_review(folder)
    gate = multiprocessing.get_context("forkserver").Barrier(MANY)
    with ExitStack() as all_of_them:
        children = [all_of_them.enter_context(Child(_join, path, gate)) for _ in range(MANY)]
        said = [words for child in children for words in child.hear_out()]
    if sorted(said) != ["reads"] * (MANY - 1) + ["wrote"]:
        return f"of {MANY}: {', '.join(sorted(set(said))) or 'nobody said anything'}"
    return amiss([number_in(path)], SAVES)


def _join(say: Say, path: Path, gate: Barrier) -> None:
    gate.wait(PATIENCE)
    with closing(library(path.parent).open(path)) as store:
        gate.wait(PATIENCE)  # nobody lets go before all have opened it
        try:
            say(_refusal(store) or "reads" if store.holder else _written(store))
        except ScrutinyError as error:
            say(type(error).__name__)


def _written(store: Store) -> str:
    for review in REVIEWS[1 : SAVES + 1]:
        store.save(review)
    return "wrote"


FAULTS = (
    Fault("Two windows on one file", again(_second_window), brief=1, usual=20, long=200, cannot=cannot_fork),
    Fault("Stale lock of a killed process", again(_killed_window), brief=3, usual=100, long=500, cannot=cannot_fork),
    Fault(f"{MANY} processes opening at once", again(_crowd), brief=1, usual=10, long=50, cannot=cannot_fork),
)
