"""Another program changes the file in the middle of the work, as sync folders do: both are kept."""

import asyncio
import os
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from scrutiny_tui.tui.sitting import Sitting
from tests.examples import CREATED
from tests.faults.scene import SAVED, amiss, change, each_of, library, mark, number_in, put_review
from tests.faults.tally import Fault

THEIRS = SAVED[0].replace(b"summer 2027", b"summer 2028")
"""What another program makes of the file."""


def _both_kept(act: Callable[[Path], object], folder: Path) -> str:
    """Let another program change the file in the middle of the work. Theirs stays as it is; ours goes on beside it."""
    path = put_review(folder)
    with closing(Sitting(library(folder).open(path), lambda: CREATED)) as sitting:
        act(path)
        theirs = {each: mark(each) for each in folder.iterdir() if not each.name.startswith(".")}
        for number in (1, 2):
            change(sitting.desk, number)
            if not asyncio.run(sitting.autosave.flush()):
                return f"stuck: {sitting.autosave.state.trouble}"
            if any(not os.path.lexists(each) or mark(each) != before for each, before in theirs.items()):
                return "theirs lost"
            if not sitting.autosave.state.apart:
                return "untold"
            ours = sitting.store.path
            harm = amiss([number_in(ours)], number) if ours.parent == folder else "not beside it"
            if harm:
                return harm
    return ""


def _replace(path: Path, data: bytes = THEIRS) -> None:
    """Put another file in its place, as sync folders do."""
    new = path.with_name("new")
    new.write_bytes(data)
    new.replace(path)


def _replace_by_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _replace_by_link(path: Path) -> None:
    path.with_name("theirs").write_bytes(THEIRS)
    path.unlink()
    path.symlink_to("theirs")


REPLACED: dict[str, Callable[[Path], object]] = {
    "by another review": _replace,
    "by an empty file": lambda path: _replace(path, b""),
    "written over in place": lambda path: path.write_bytes(THEIRS),
    "cut short in place": lambda path: os.truncate(path, 100),
    "by nothing": Path.unlink,
    "by a folder": _replace_by_folder,
    "by a link to another file": _replace_by_link,
}


FAULTS = (
    Fault(
        "File replaced by another program while open",
        each_of({way: partial(_both_kept, act) for way, act in REPLACED.items()}),
        brief=7, usual=7, long=7,
    ),
)  # fmt: skip
