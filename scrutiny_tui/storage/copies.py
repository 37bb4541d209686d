"""Earlier copies of a review, in a folder beside it that people can see and open."""

import errno
import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from scrutiny_tui import writing
from scrutiny_tui.errors import ReviewFileError
from scrutiny_tui.storage.loading import Loaded, load
from scrutiny_tui.storage.names import SUFFIX, copies_folder

KEPT = 10
APART = timedelta(minutes=10)

_NAME = re.compile(r"(\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d)( damaged)?(?: ([1-9]\d{0,8}))?" + re.escape(SUFFIX))


def copies_of(path: Path) -> list[Path]:
    """Return the copies of a review, the newest first; without files that were put aside as damaged."""
    return [copy for copy in all_copies(path) if not is_damaged(copy)]


def all_copies(path: Path) -> list[Path]:
    """Return the copies of a review and the files that were put aside as damaged, the newest first; links are none."""
    folder = _folder(path)
    return [copy for copy in _named(folder) if copy.is_file() and not copy.is_symlink()] if folder else []


def is_damaged(copy: Path) -> bool:
    """Tell whether a copy was put aside as damaged."""
    found = _NAME.fullmatch(copy.name)
    return bool(found and found[2])


def good_copies(path: Path) -> Iterator[tuple[Path, Loaded]]:
    """Yield the copies of a review that can be read, the newest first; each is read only once it is asked for."""
    for copy in copies_of(path):
        with suppress(ReviewFileError):
            yield copy, load(copy)


def newest_good(path: Path) -> Path | None:
    """Return the newest copy of a review that can be read; None where there is none."""
    return next((copy for copy, _ in good_copies(path)), None)


def pointing_to_copy(path: Path, error: ReviewFileError) -> ReviewFileError:
    """Return an error of the same kind that names the file as the person did, and its newest good copy."""
    return type(error)(path, error.detail, newest_good(Path(os.path.realpath(path))))


def keep(path: Path, now: datetime, *, damaged: bool = False) -> Path:
    """Keep a copy of a review's file as it stands, durably, and return where. The file itself is not touched.

    Only for who holds its lock: what killed processes left among the copies is cleared.

    Raises:
        OSError: the system refuses, or a link would lead the copy out of the folder of the reviews.
    """
    folder = _folder(path)
    if folder is None:
        raise OSError(errno.ELOOP, "The folder for copies is a link to another folder")
    # Not the folders above: where a stick was pulled out, they must not come into being on the disk beneath.
    for each in (folder.parent, folder):
        writing.make_one_folder(each)
    clear_unfinished(path)
    copy = folder / _new_name(folder, now, damaged=damaged)
    _link_or_write(path, copy)
    return copy


def clear_unfinished(path: Path) -> None:
    """Remove what killed processes left among the copies of a review. Only for who holds its lock."""
    if folder := _folder(path):
        writing.clear_temporaries(folder)


def thin(path: Path) -> None:
    """Remove the oldest copies beyond the ten that are kept; nothing that was put aside as damaged.

    Raises:
        OSError: the system refuses.
    """
    for old in copies_of(path)[KEPT:]:
        old.unlink()


class Keeper:
    """Keeps copies during one sitting: before the first save, then ten minutes or more apart.

    Args:
        path: the review's file itself, not a link to it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._last: datetime | None = None

    def before_save(self, now: datetime) -> None:
        """Keep a copy of the file as it stands, if it is time for one. A failure here must not prevent the save."""
        if self._last and timedelta() <= now - self._last < APART:
            return
        with suppress(OSError):
            keep(self._path, now)
            self._last = now
            thin(self._path)


def _folder(path: Path) -> Path | None:
    """Return the folder for the copies of a review; None where a link leads there: what lies behind it is not ours."""
    folder = copies_folder(path)
    return None if any(map(os.path.islink, (folder.parent, folder))) else folder


def _named(folder: Path) -> list[Path]:
    """Return whatever has the name of a copy, the newest first."""
    try:
        return sorted((each for each in folder.iterdir() if _NAME.fullmatch(each.name)), key=_order, reverse=True)
    except OSError:
        return []


def _order(copy: Path) -> tuple[str, int]:
    found = _NAME.fullmatch(copy.name)
    return (found[1], int(found[3] or 1)) if found else ("", 0)


def _new_name(folder: Path, now: datetime, *, damaged: bool) -> str:
    """Return the name for a copy made now: it comes after all that are there, also when the clock was put back."""
    time, number = f"{now:%Y-%m-%d %H.%M.%S}", 1
    last_time, last_number = next(map(_order, _named(folder)), ("", 0))
    if last_time >= time:
        time, number = last_time, last_number + 1
    return f"{time}{' damaged' if damaged else ''}{'' if number == 1 else f' {number}'}{SUFFIX}"


def _link_or_write(path: Path, copy: Path) -> None:
    # The file is only ever replaced whole, so a second name for it is a copy that costs nothing.
    if not stat.S_IMODE(path.stat().st_mode) & ~0o600 and _linked(path, copy):
        writing.sync_folder(copy.parent)
    else:
        writing.put(copy, path.read_bytes())


def _linked(path: Path, copy: Path) -> bool:
    try:
        os.link(path, copy)
    except FileExistsError:
        raise
    except OSError:  # USB sticks and some network folders know no second names
        return False
    return True
