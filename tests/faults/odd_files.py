"""The file is no ordinary one: it is linked, has odd modes, or belongs to somebody else."""

import os
import stat
from contextlib import closing
from functools import partial
from pathlib import Path

from scrutiny_tui.errors import ReviewFileError, SaveError
from scrutiny_tui.storage.names import SUFFIX
from tests.faults.bench import untold
from tests.faults.child import cannot_fork
from tests.faults.scene import (
    NAME,
    REVIEWS,
    amiss,
    each_of,
    library,
    mark,
    number_in,
    put_review,
    save,
    some,
    stage,
)
from tests.faults.somebody import NOBODY, as_somebody, is_root, own_folder
from tests.faults.surroundings import refused
from tests.faults.tally import Fault, Tally

ANOTHER = 1
"""The number of a user who is neither root nor the one who works on the review."""
PRIVATE = stat.S_IRUSR | stat.S_IWUSR


# Links


def _link_stays(folder: Path) -> str:
    put_review(folder / "Real")
    link = folder / NAME
    link.symlink_to(Path("Real", NAME))
    return _saved_through(link)


def _link_to_a_link_stays(folder: Path) -> str:
    path = put_review(folder / "Real")
    path.with_name(f"first{SUFFIX}").symlink_to(path)
    link = folder / NAME
    link.symlink_to(Path("Real", f"first{SUFFIX}"))
    return _saved_through(link)


def _saved_through(link: Path) -> str:
    where = link.readlink()
    harm = save(link)
    return harm or ("" if link.is_symlink() and link.readlink() == where else "the link is gone")


def _link_to_nothing_is_told(folder: Path) -> str:
    folder.mkdir()
    link = folder / NAME
    link.symlink_to("nothing")
    return _not_opened(link)


def _circle_of_links_is_told(folder: Path) -> str:
    folder.mkdir()
    link = folder / NAME
    link.symlink_to(NAME)
    return _not_opened(link)


def _not_opened(link: Path) -> str:
    try:
        library(link.parent).open(link).close()
    except ReviewFileError as error:
        return untold(error) or ("" if list(link.parent.iterdir()) == [link] else "something was made")
    return "opened"


def _folder_is_a_link(folder: Path) -> str:
    put_review(folder / "Real")
    link = folder / "Link"
    link.symlink_to("Real")
    return save(link / NAME)


def _second_name(folder: Path) -> str:
    path = put_review(folder)
    second = folder / f"second{SUFFIX}"
    os.link(path, second)
    return save(path) or amiss([number_in(second)], 0, 1)


def _both_names_open(folder: Path) -> str:
    """Work under both names at once: each is saved, whether the other name follows or not."""
    path = put_review(folder)
    second = folder / f"second{SUFFIX}"
    os.link(path, second)
    with closing(library(folder).open(path)) as one, closing(library(folder).open(second)) as other:
        one.save(REVIEWS[1])
        other.save(REVIEWS[2])
    return amiss([number_in(path)], 1, 2) or amiss([number_in(second)], 2)


# Modes and owners


def odd_modes(most: int, root: Path) -> Tally:
    """Try each mode that a file can have: never wider after a save, or refused in words and left as it is."""
    del root
    tally = Tally()
    with own_folder() as folder:
        for line in as_somebody(_try_modes, folder, [*some(range(0o10000), most)]).splitlines():
            case, _, harm = line.partition(" ")
            tally.count(harm, f"mode {case}")
    return tally


def _try_modes(root: Path, modes: list[int]) -> str:
    lines = []
    for mode in modes:
        with stage(root) as folder:
            lines.append(f"{mode:04o} {_with_mode(folder, mode)}")
    return "\n".join(lines)


def _with_mode(folder: Path, mode: int) -> str:
    path = put_review(folder, mode)
    before = mark(path)
    try:
        harm = save(path)
    except (ReviewFileError, SaveError) as error:
        return untold(error) or ("" if mark(path) == before else "rewritten")
    wide = [each for each in folder.rglob("*") if each.is_file() and each.stat().st_mode & ~PRIVATE & 0o7777]
    return harm or ("wider" if wide else "")


def _of_another(mode: int, _: Path) -> str:
    with own_folder() as root:
        path = put_review(root / "Reviews", mode)
        os.chown(path.parent, NOBODY, NOBODY)
        os.chown(path, ANOTHER, NOBODY)
        before = mark(path)
        return as_somebody(_respected, path) or ("" if mark(path) == before else "rewritten")


def _respected(path: Path) -> str:
    """Open what belongs to somebody else: to read only, if at all."""
    try:
        return refused(path)
    except ReviewFileError as error:
        return untold(error)


def _cannot_chown() -> str:
    return cannot_fork() or ("" if is_root() else "needs root, to give a file to another")


FAULTS = (
    Fault(
        "Symbolic link",
        each_of({
            "to a file elsewhere": _link_stays,
            "to a link": _link_to_a_link_stays,
            "to nothing": _link_to_nothing_is_told,
            "to itself": _circle_of_links_is_told,
            "in place of the folder": _folder_is_a_link,
        }),
        brief=5, usual=5, long=5,
    ),
    Fault(
        "Hard link",
        each_of({"saved under one name": _second_name, "open under both names": _both_names_open}),
        brief=2, usual=2, long=2,
    ),
    Fault("Odd modes", odd_modes, brief=20, usual=512, long=4_096, cannot=cannot_fork),
    Fault(
        "Another owner's file",
        each_of({f"mode {mode:o}": partial(_of_another, mode) for mode in (0o666, 0o660, 0o644, 0o600, 0o400)}),
        brief=2, usual=5, long=5, cannot=_cannot_chown,
    ),
)  # fmt: skip
