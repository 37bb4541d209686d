"""Earlier copies of a review, in a folder beside it that people can see and open."""

import os
import re
import stat
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from scrutiny_tui import writing
from scrutiny_tui.errors import ReviewFileError
from scrutiny_tui.storage.loading import load
from scrutiny_tui.storage.names import SUFFIX, copies_folder

KEPT = 10
APART = timedelta(minutes=10)

_NAME = re.compile(r"\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d" + re.escape(SUFFIX))


def copies_of(path: Path) -> list[Path]:
    """Return the copies of a review, the newest first."""
    try:
        found = [copy for copy in copies_folder(path).iterdir() if _NAME.fullmatch(copy.name)]
    except OSError:
        return []
    return sorted(found, reverse=True)


def newest_good(path: Path) -> Path | None:
    """Return the newest copy of a review that can be read; None where there is none."""
    for copy in copies_of(path):
        with suppress(ReviewFileError):
            load(copy)
            return copy
    return None


def pointing_to_copy(path: Path, error: ReviewFileError) -> ReviewFileError:
    """Return an error of the same kind that names the file as the person did, and its newest good copy."""
    return type(error)(path, error.detail, newest_good(Path(os.path.realpath(path))))


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
            self._keep(copies_folder(self._path) / f"{now:%Y-%m-%d %H.%M.%S}{SUFFIX}")
            self._last = now
            for old in copies_of(self._path)[KEPT:]:
                old.unlink()

    def _keep(self, copy: Path) -> None:
        # Not the folders above: where a stick was pulled out, they must not come into being on the disk beneath.
        for folder in (copy.parent.parent, copy.parent):
            folder.mkdir(mode=0o700, exist_ok=True)
        if not copy.exists():
            self._link_or_write(copy)

    def _link_or_write(self, copy: Path) -> None:
        # The file is only ever replaced whole, so a second name for it is a copy that costs nothing.
        if not stat.S_IMODE(self._path.stat().st_mode) & 0o077:
            with suppress(OSError):
                os.link(self._path, copy)
                writing.sync_folder(copy.parent)
                return
        writing.put(copy, self._path.read_bytes())
