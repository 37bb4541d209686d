"""The disk, the folder or the file refuses in the middle of the work: that is told, and saved once it is put right."""

import asyncio
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache, partial
from pathlib import Path

from scrutiny_tui.errors import SaveError
from scrutiny_tui.tui.sitting import Sitting
from tests.examples import CREATED
from tests.faults.bench import untold
from tests.faults.child import cannot_fork, in_child
from tests.faults.scene import REVIEWS, SAVED, amiss, change, each_of, library, number_in, put_review
from tests.faults.somebody import as_somebody, is_root, own_folder
from tests.faults.tally import Fault

PAGE = 4096


def kept_through(path: Path, spoil: Callable[[], object], mend: Callable[[], object], *, must_fail: bool) -> str:
    """Work on a review while something is spoiled, and go on when it is mended; return what is wrong, if anything.

    The save in between is either there, if it may be, or told to have failed. The one after it is there.
    """
    with closing(Sitting(library(path.parent).open(path), lambda: CREATED)) as sitting:
        change(sitting.desk, 1)
        spoil()
        try:
            harm = asyncio.run(_saved_or_told(sitting, must_fail=must_fail))
        finally:
            mend()
        if not harm and path.exists():
            harm = amiss([number_in(path)], 0, 1)
        return harm or asyncio.run(_saved(sitting))


async def _saved_or_told(sitting: Sitting, *, must_fail: bool) -> str:
    if await sitting.autosave.flush():
        return "saved all the same" if must_fail else amiss([number_in(sitting.store.path)], 1)
    if not sitting.desk.unsaved or sitting.desk.review != REVIEWS[1]:
        return "gone from the screen"
    why = sitting.autosave.state.trouble
    return untold(why) if why else "untold"


async def _saved(sitting: Sitting) -> str:
    if not await sitting.autosave.flush():
        return f"stuck: {sitting.autosave.state.trouble}"
    return amiss([number_in(sitting.store.path)], 1)


def refused(path: Path) -> str:
    """Open a review that cannot be written; return what is wrong, if anything. It is read, and a save says why not."""
    with closing(library(path.parent).open(path)) as store:
        before = path.read_bytes()
        if not store.holder or store.review != REVIEWS[0]:
            return "not opened to read only"
        try:
            store.save(REVIEWS[1])
        except SaveError as error:
            return untold(error) or ("" if path.read_bytes() == before else "rewritten")
    return "saved all the same"


# Full


def _small_disk_full(room: int, folder: Path) -> str:
    with _small_disk(folder) as disk:
        path, filler = put_review(disk / "Reviews"), disk / "filler"
        fill = partial(_fill, filler, room)
        return kept_through(path, fill, filler.unlink, must_fail=not room)


def _fill(filler: Path, room: int) -> None:
    """Fill a disk up to so many bytes."""
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(PAGE))
        except OSError:
            file.truncate(file.tell() - room)


@contextmanager
def _small_disk(folder: Path) -> Iterator[Path]:
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", folder], check=True, capture_output=True)  # noqa: S607
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True, capture_output=True)  # noqa: S607


@cache
def _cannot_mount() -> str:
    if is_root() and shutil.which("mount"):
        with (
            tempfile.TemporaryDirectory() as root,
            suppress(OSError, subprocess.CalledProcessError),
            _small_disk(Path(root, "disk")),
        ):
            return ""
    return "needs root and Linux, for a small disk"


def _quota(size: int, folder: Path) -> str:
    return in_child(_under_quota, put_review(folder), size)


def _under_quota(path: Path, size: int) -> str:
    import resource  # not on every system

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    return kept_through(
        path,
        lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard)),
        lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard)),
        must_fail=size < len(SAVED[1]),
    )


# Read-only


def _as_owner(act: Callable[[Path], str], _: Path) -> str:
    """Try an act as somebody whom a folder can shut out."""
    with own_folder() as folder:
        return as_somebody(act, folder / "Reviews")


def _folder_turns_read_only(folder: Path) -> str:
    path = put_review(folder)
    return kept_through(path, lambda: folder.chmod(0o500), lambda: folder.chmod(0o700), must_fail=True)


def _folder_is_read_only(folder: Path) -> str:
    path = put_review(folder)
    folder.chmod(0o500)
    try:
        return refused(path)
    finally:
        folder.chmod(0o700)


def _file_turns_read_only(folder: Path) -> str:
    path = put_review(folder)
    return kept_through(path, lambda: path.chmod(0o400), lambda: path.chmod(0o600), must_fail=True)


def _file_is_read_only(folder: Path) -> str:
    return refused(put_review(folder, 0o400))


# Away


def _folder_goes_and_comes_back(folder: Path) -> str:
    path, away = put_review(folder), folder.with_name("Away")
    return kept_through(path, lambda: folder.rename(away), lambda: away.rename(folder), must_fail=True)


def _folder_is_deleted_and_made_anew(folder: Path) -> str:
    return kept_through(put_review(folder), lambda: shutil.rmtree(folder), folder.mkdir, must_fail=True)


FAULTS = (
    Fault(
        "Disk full",
        each_of({f"{room} bytes are free": partial(_small_disk_full, room) for room in range(0, 8 * PAGE, PAGE)}),
        brief=3, usual=8, long=8, cannot=_cannot_mount,
    ),
    Fault(
        "Quota: no file may grow larger",
        each_of({f"{size} bytes": partial(_quota, size) for size in range(0, len(SAVED[1]) + PAGE, 512)}),
        brief=3, usual=100, long=100, cannot=cannot_fork,
    ),
    Fault(
        "Folder read-only",
        each_of({
            "from the start": partial(_as_owner, _folder_is_read_only),
            "in the middle of the work": partial(_as_owner, _folder_turns_read_only),
        }),
        brief=2, usual=2, long=2, cannot=cannot_fork,
    ),
    Fault(
        "File read-only",
        each_of({"from the start": _file_is_read_only, "in the middle of the work": _file_turns_read_only}),
        brief=2, usual=2, long=2,
    ),
    Fault(
        "Folder removed",
        each_of({"and put back": _folder_goes_and_comes_back, "and made anew": _folder_is_deleted_and_made_anew}),
        brief=2, usual=2, long=2,
    ),
)  # fmt: skip
