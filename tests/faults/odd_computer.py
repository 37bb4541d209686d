"""The computer is set up oddly: nobody has a home on it, or its clock goes back."""

import io
import os
import random
import sys
from contextlib import closing, redirect_stderr, redirect_stdout
from datetime import timedelta
from functools import partial
from pathlib import Path
from unittest.mock import patch

from scrutiny_tui.cli.commands import scrutiny
from scrutiny_tui.cli.exits import Exit
from scrutiny_tui.cli.front import run
from scrutiny_tui.storage.copies import copies_of
from scrutiny_tui.storage.library import Library
from scrutiny_tui.storage.loading import load
from tests.cli.running import Ended
from tests.examples import CREATED
from tests.faults.scene import REVIEWS, again, amiss, each_of, number_in, put_review
from tests.faults.tally import Fault

# No home folder

COMMANDS = {"list": ("list",), "new": ("new", "key-questions"), "demo": ("demo",)}
HOMES = ("unknown", "not there", "a file", "read-only")


def _without_home(home: str, command: str, root: Path) -> str:
    """Run a command where its user has no usable home: it does what it should, or ends in words and makes nothing."""
    root.mkdir()
    environment = {"PATH": os.environ["PATH"]} | ({} if home == "unknown" else {"HOME": str(root / home)})
    if home == "a file":
        (root / home).write_bytes(b"")
    elif home == "read-only":
        (root / home).mkdir(mode=0o500)
    ended = _ended(environment, COMMANDS[command])
    if "should not have" in ended.err or "Traceback" in ended.err:
        return "not foreseen"
    if ended.code not in {Exit.DONE, Exit.FAILED, Exit.USAGE}:
        return f"exit code {ended.code}"
    said = ended.out + ended.err if ended.code == Exit.DONE else ended.err
    return "" if said.strip() else "untold"


def _ended(environment: dict[str, str], arguments: tuple[str, ...]) -> Ended:
    out, err = io.StringIO(), io.StringIO()
    with (
        patch.dict(os.environ, environment, clear=True),
        patch("pwd.getpwuid", side_effect=KeyError("no such user")),  # as in a container with a user of its own
        patch.object(sys, "stdin", io.StringIO()),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        code = run(scrutiny, arguments)
    return Ended(code, out.getvalue(), err.getvalue())


# The clock

SITTINGS = 14
"""More than copies are kept."""
_CHANCE = random.Random(1)  # noqa: S311 - dates, not secrets


def _clock_goes_back(folder: Path) -> str:
    """Save with the clock at any day and hour: the save is there, and so is what the file held before the sitting."""
    path, now = put_review(folder), CREATED
    for number in range(1, 2 * SITTINGS, 2):
        now += timedelta(days=_CHANCE.choice((-1, -1, 0, 1)), hours=_CHANCE.choice((-1, 0, 1)))
        at = iter((now, now, now - timedelta(hours=1)))  # opening it, and two saves
        with closing(Library(folder, lambda: next(at)).open(path)) as store:  # noqa: B023 - used before the next turn
            store.save(REVIEWS[number])
            store.save(REVIEWS[number + 1])
        if harm := amiss([number_in(path)], number + 1):
            return harm
        if not any(load(copy).review == REVIEWS[number - 1] for copy in copies_of(path)):
            return "no copy of what was before"
    return ""


FAULTS = (
    Fault(
        "No home folder",
        each_of({
            f"{command}, home {home}": partial(_without_home, home, command) for home in HOMES for command in COMMANDS
        }),
        brief=4, usual=12, long=12, cannot=lambda: "needs users as Unix knows them" if os.name == "nt" else "",
    ),
    Fault("Clock set back", again(_clock_goes_back), brief=1, usual=10, long=100),
)  # fmt: skip
