"""Killed before, in and after every file call of what puts a review on the disk, and each of these calls failing."""

import errno
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from scrutiny_tui.errors import ScrutinyError
from tests.faults.bench import untold
from tests.faults.calls import Hook, failing, killing, names_of, taking_part, through
from tests.faults.child import Child, Say, cannot_fork
from tests.faults.deeds import DEEDS, Deed
from tests.faults.scene import amiss, leftovers, numbers_in, some, stage
from tests.faults.tally import Fault, Tally, tried

ERRORS = (errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EROFS, errno.EACCES)
Deeds = Sequence[type[Deed]]


# Killed


def kill(most: int, root: Path, deeds: Deeds = DEEDS) -> Tally:
    """Kill the process before and after each call, and half through each write."""
    tally = Tally()
    for deed, number, name, moment in some([*_moments(deeds, root)], most):
        case = f"{deed.__name__}, {moment} call {number}, {name}"
        tried(tally, case, lambda: _killed(deed, number, moment, root))  # noqa: B023 - called at once
    return tally


def _moments(deeds: Deeds, root: Path) -> Iterator[tuple[type[Deed], int, str, str]]:
    for deed in deeds:
        for number, name in enumerate(_names(deed, root)):
            for moment in ("before", "half through", "after") if name == "write" else ("before", "after"):
                yield deed, number, name, moment


def _names(deed: type[Deed], root: Path) -> list[str]:
    with stage(root) as folder, closing(deed(folder)) as begun:
        return names_of(begun.do, folder)


def _killed(deed: type[Deed], number: int, moment: str, root: Path) -> str:
    with stage(root) as folder:
        with Child(_die, deed, folder, number, moment) as child:
            if child.hear_out() != ["begun"]:
                return "not killed"
        return _left(deed, folder)


def _die(say: Say, deed: type[Deed], folder: Path, number: int, moment: str) -> None:
    begun = deed(folder)
    say("begun")
    with through(killing(number, moment), folder):
        begun.do()
    say("done")


def _left(deed: type[Deed], folder: Path) -> str:
    """Return what is wrong with what was left: by number, by name, and with what remains after the next opening."""
    numbers = numbers_in(folder)
    if not numbers and deed.begins_with_none:
        deed(folder).do()  # the person tries again
        numbers = numbers_in(folder)
    harm = amiss(numbers.values(), *deed.allowed) if numbers else "lost"
    if any(path.name.startswith(".") for path in numbers):
        harm = harm or "taken for a review"
    return harm or ("left over" if leftovers(folder) else "")


# Failing


def fail(most: int, root: Path, deeds: Deeds = DEEDS) -> Tally:
    """Let each call fail with each error, once and for good."""
    tally = Tally()
    for deed, number, name, code, for_good in some([*_failures(deeds, root)], most):
        case = f"{deed.__name__}, call {number}, {name}: {errno.errorcode[code]} {'for good' if for_good else 'once'}"
        hook = failing(number, code, for_good=for_good)
        tried(tally, case, lambda: _failed(deed, hook, root))  # noqa: B023 - called at once
    return tally


def _failures(deeds: Deeds, root: Path) -> Iterator[tuple[type[Deed], int, str, int, bool]]:
    for deed in deeds:
        for number, name in enumerate(_names(deed, root)):
            for code in ERRORS:
                yield deed, number, name, code, False
                yield deed, number, name, code, True


def _failed(deed: type[Deed], hook: Hook, root: Path) -> str:
    with stage(root) as folder:
        with closing(deed(folder)) as begun:
            with through(hook, folder):
                why = begun.do()
            harm = _amiss(begun, folder, why)
            if why and not harm:  # now that all is well again
                why = begun.do()
                harm = f"stuck: {why}" if why else _amiss(begun, folder, None)
        return harm or _left(deed, folder)


def _amiss(begun: Deed, folder: Path, why: ScrutinyError | None) -> str:
    """Return what is wrong after a deed that was done, or told to have failed: on the disk, in words, on the screen."""
    numbers = numbers_in(folder).values()
    harm = amiss(numbers, *begun.allowed)
    if not why and begun.allowed[-1] not in numbers:
        harm = harm or "untold"
    return harm or (untold(why) if why else "") or begun.amiss(why)


def short_writes(most: int, root: Path) -> Tally:
    """Let the system take only a part of each piece that it is given to write."""
    tally = Tally()
    for deed in some(DEEDS, most):
        tried(tally, deed.__name__, lambda: _failed(deed, taking_part, root))  # noqa: B023 - called at once
    return tally


FAULTS = (
    Fault("Killed at every file call of a save", kill, brief=8, usual=1_000, long=1_000, cannot=cannot_fork),
    Fault("Every file call of a save failing, once and for good", fail, brief=30, usual=5_000, long=5_000),
    Fault("A disk that takes only a part of each write", short_writes, brief=5, usual=5, long=5),
)
