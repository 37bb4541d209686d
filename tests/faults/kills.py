"""Killed at random moments, while answers and notes come in faster than any person types."""

import asyncio
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.desk.ports import Store
from scrutiny_tui.tui.autosave import Autosave, Pace, Saving
from tests.examples import CREATED
from tests.faults.child import Child, Say, cannot_fork
from tests.faults.scene import MOST, REVIEWS, amiss, change, leftovers, library, numbers_in, put_review, stage
from tests.faults.tally import Fault, Tally, tried

Opened = Callable[[Path], Store]

BUSY = "saving"
QUICK = Pace(pause=0.002, longest=0.006)
LONGEST = 0.08
"""Seconds after which the process is killed at the latest, in the middle of its changes."""


def open_review(path: Path) -> Store:
    """Open a review as the program does."""
    return library(path.parent).open(path)


def run(most: int, root: Path, opened: Opened = open_review) -> Tally:
    """Kill a process that works on a review; what its status line called saved last, or something later, is there."""
    tally, busy = Tally(), 0
    chance = random.Random(1)  # noqa: S311 - moments, not secrets
    for number in range(most):
        moment = chance.uniform(0, LONGEST)
        with stage(root) as folder:
            said = _killed(put_review(folder), opened, moment, seed=number)
            busy += said[-1:] == [BUSY]
            case = f"killed {moment * 1000:.0f} ms after it began, having said {said[-2:]}"
            tried(tally, case, lambda: _left(folder, said))  # noqa: B023 - called at once
    tally.note = f"{busy:,} in the middle of a save"
    return tally


def _killed(path: Path, opened: Opened, moment: float, seed: int) -> list[str]:
    with Child(_work, path, opened, seed) as child:
        child.hear()
        time.sleep(moment)  # nothing is waited for: this is the moment
        child.kill()
        return child.hear_out()


def _left(folder: Path, said: Sequence[str]) -> str:
    saved = [int(words) for words in said if words != BUSY]
    numbers = numbers_in(folder)
    harm = (
        amiss(numbers.values(), *range(saved[-1] if saved else 0, MOST + 1)) if len(numbers) == 1 else "listed wrongly"
    )
    return harm or ("left over" if leftovers(folder) else "")


def _work(say: Say, path: Path, opened: Opened, seed: int) -> None:
    asyncio.run(_work_until_killed(say, opened(path), seed))


async def _work_until_killed(say: Say, store: Store, seed: int) -> None:
    """Change the review over and over, and say whenever the status line would say that it saves, or that it has."""
    desk = Desk(store.review, lambda: CREATED)

    def tell(saving: Saving) -> None:
        assert not saving.trouble
        say(BUSY if saving.busy else str(REVIEWS.index(desk.review)))

    pace = random.Random(seed)  # noqa: S311 - pauses, not secrets
    saving = asyncio.create_task(Autosave(desk, store, tell, QUICK).run())
    say("begun")
    for number in range(1, MOST + 1):
        change(desk, number)
        await asyncio.sleep(pace.uniform(0, 0.005))
    await saving


FAULTS = (Fault("Killed at random moments while saving", run, brief=6, usual=300, long=1_000, cannot=cannot_fork),)
