"""Whether a folder and the reviews in it are in order. Nothing of what they say is told, and nothing is changed."""

import os
import shlex
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from scrutiny_tui import writing
from scrutiny_tui.errors import NoSuchReviewError, ReviewFileError
from scrutiny_tui.model.checkup import Finding, bad, look, ok
from scrutiny_tui.model.meeting import moment_in_words
from scrutiny_tui.model.text import counted
from scrutiny_tui.storage.copies import all_copies, copies_of, good_copies, is_damaged
from scrutiny_tui.storage.loading import Loaded, load
from scrutiny_tui.storage.lock import holder_of, locks_work
from scrutiny_tui.storage.names import COPIES, SUFFIX, beside, is_review

LITTLE, TOO_LITTLE = 100 * 10**6, 5 * 10**6
"""Bytes of free space below which somebody should look, and below which saving may soon fail."""
_GROUP_AND_OTHERS = 0o077
_DRIFT = timedelta(minutes=5)


def reviews_in(folder: Path) -> list[Path]:
    """Return the files in a folder that have the name of a review, by name."""
    try:
        with os.scandir(folder) as entries:
            return sorted(Path(entry.path) for entry in entries if is_review(entry))
    except OSError:
        return []


def folder_findings(folder: Path) -> Iterator[Finding]:
    """Yield how a folder of reviews stands: a small file is really made there, and removed again."""
    try:
        status = folder.stat()
    except FileNotFoundError:
        yield from _not_made(folder)
        return
    except OSError as error:
        yield bad(f"The folder cannot be entered: {error.strerror or error}.", "Ask whoever looks after this computer.")
        return
    if os.name != "nt" and status.st_mode & _GROUP_AND_OTHERS:
        yield look(
            f"Others on this computer may enter the folder (its mode is {stat.S_IMODE(status.st_mode):04o}).",
            "`chmod 700` on it shuts them out, unless it is meant to be shared.",
        )
    elif os.name != "nt":
        yield ok("Only you can enter the folder.")
    yield from _tried(folder)
    yield from _space(folder)
    yield from _gone(folder)


def _not_made(folder: Path) -> Iterator[Finding]:
    above = next((each for each in folder.parents if each.is_dir()), folder.parent)
    if os.access(above, os.W_OK):
        yield ok("The folder is not made yet; the first review makes it.")
    else:
        yield bad("The folder is not there, and may not be made.", "Name another folder with --at or SCRUTINY_HOME.")


def _tried(folder: Path) -> Iterator[Finding]:
    try:
        with tempfile.TemporaryDirectory(prefix=".checkup-", dir=folder, ignore_cleanup_errors=True) as name:
            yield from _tried_inside(Path(name))
    except OSError as error:
        why = writing.refusal(folder / "file", error)
        yield bad(f"Nothing can be written in the folder. {why}", "Until then reviews there can only be read.")


def _tried_inside(scratch: Path) -> Iterator[Finding]:
    file = scratch / "file"
    writing.put(file, b"x")
    writing.put(file, b"y", over=True)
    yield ok("Files can be written, replaced and removed there.")
    try:
        os.link(file, scratch / "second")
    except OSError:
        yield look("The disk knows no second names, so each earlier copy takes its own space.", "Nothing need be done.")
    else:
        yield ok("The disk knows second names, so an earlier copy costs next to nothing.")
    try:
        work = locks_work(scratch)
    except OSError:
        work = False
    if work:
        yield ok("Locks work there: a second window can only read.")
    else:
        yield look("Locks do nothing there.", "Open a review in one window at a time.")


def _space(folder: Path) -> Iterator[Finding]:
    with suppress(OSError):
        free = shutil.disk_usage(folder).free
        words = f"{free / 10**6:,.0f} MB are free on the disk."
        if free < TOO_LITTLE:
            yield bad(words, "Make room before you go on, or saving will fail.")
        elif free < LITTLE:
            yield look(words, "Make room soon.")
        else:
            yield ok(words)


def _gone(folder: Path) -> Iterator[Finding]:
    """Yield the reviews that are gone, and of which copies are left."""
    with suppress(OSError):
        for name in sorted(each.name for each in (folder / COPIES).iterdir()):
            path = folder / f"{name}{SUFFIX}"
            if not os.path.lexists(path) and all_copies(path):
                todo = f"`scrutiny-tui restore {shlex.quote(name)}` makes it again, if it was not removed on purpose."
                yield look(f"{path.name} is gone, and copies of it are kept.", todo)


def review_findings(path: Path, now: datetime) -> Iterator[Finding]:
    """Yield how the file of a review stands, its lock and its copies, at this time."""
    good = sum(1 for _ in good_copies(path))
    try:
        loaded = load(path)
    except NoSuchReviewError:
        yield bad("There is no such file.", "`scrutiny-tui backups FILE` lists the copies that are left, if any.")
        return
    except ReviewFileError as error:
        yield bad(error.outline, _way_back(error, good))
    else:
        yield from _opened(loaded, now)
    yield from _file(path)
    yield from _copies(path, good)
    yield from _beside(path)


def _way_back(error: ReviewFileError, good: int) -> str:
    if not error.replaceable:
        return error.remedy or "Put that right first; no earlier copy may take its place."
    if good:
        return "`scrutiny-tui restore FILE` puts the newest good copy back, and keeps this file."
    return "No good copy is kept; keep this file."


def _opened(loaded: Loaded, now: datetime) -> Iterator[Finding]:
    yield ok("It opens.")
    if loaded.saved > now + _DRIFT:
        saved = moment_in_words(loaded.saved)
        yield look(
            f"It was saved at {saved}, which is still to come by the clock of this computer.",
            "Set the clock right: copies are named by it.",
        )


def _file(path: Path) -> Iterator[Finding]:
    with suppress(OSError):
        status = path.stat()
        if path.is_symlink():
            yield look("It is a link to a file elsewhere.", "It is saved there; it cannot be archived from here.")
        if os.name == "nt":
            return
        if status.st_mode & _GROUP_AND_OTHERS:
            yield look(
                f"Others on this computer may read the file (its mode is {stat.S_IMODE(status.st_mode):04o}).",
                "`chmod 600` on it shuts them out; the next save does so too.",
            )
        if status.st_uid != os.geteuid():
            yield look("The file belongs to somebody else, so it can only be read.", "Copy it to work in it.")
        elif not status.st_mode & stat.S_IWUSR:
            yield look("The file is marked read-only.", "`chmod u+w` on it, if it is to be changed.")


def _copies(path: Path, good: int) -> Iterator[Finding]:
    copies, damaged = copies_of(path), sum(map(is_damaged, all_copies(path)))
    aside = f" {counted(damaged, 'file')} put aside as damaged." if damaged else ""
    if good < len(copies):
        yield look(
            f"{good} of {counted(len(copies), 'earlier copy', 'earlier copies')} can be read.{aside}",
            "`scrutiny-tui backups FILE` says which cannot.",
        )
    else:
        yield ok(f"{counted(good, 'earlier copy', 'earlier copies')} can be read.{aside}")


def _beside(path: Path) -> Iterator[Finding]:
    holder = holder_of(path)
    if holder:
        yield ok("It is open in a window.")
    elif beside(path, "holder").exists():
        yield look("A window that had it open was killed.", "Nothing need be done: the next to open it may write.")
    with suppress(OSError):
        left = sum(writing.target_of_temporary(each) == path for each in path.parent.iterdir())
        if left and not holder:
            yield look(
                f"{counted(left, 'save')} that was cut short left a file.", "The next to open it clears that away."
            )
