"""Putting a copy back in the place of a review's file, once what lies there is kept."""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from scrutiny_tui import writing
from scrutiny_tui.errors import (
    ChangedElsewhereError,
    EncryptedReviewError,
    InUseError,
    NewerReviewError,
    NoSuchReviewError,
    RestoreError,
    ReviewFileError,
)
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.ways_back import Kept, Offer
from scrutiny_tui.storage.codec import decode
from scrutiny_tui.storage.copies import all_copies, copies_of, is_damaged, keep, thin
from scrutiny_tui.storage.disk import Found, Stamp, read
from scrutiny_tui.storage.loading import Loaded, load
from scrutiny_tui.storage.lock import Hold
from scrutiny_tui.storage.salvage import is_newer, salvaged
from scrutiny_tui.storage.tables import parse

_NEWER = "A newer version of this program wrote what lies there, and an older copy must not take its place."


@dataclass(frozen=True)
class _There:
    """What lies where a review lay."""

    found: Found | None
    """None where there is nothing."""
    review: Review | None = None
    """None where it cannot be read."""
    problem: str = ""
    """Why it cannot be read; empty where it can, or where there is nothing."""


def kept_copies(path: Path) -> list[Kept]:
    """Return what is kept of a review, the newest first; nothing where there is no such review."""
    return [_kept(copy) for copy in all_copies(_real(path))]


def _kept(copy: Path) -> Kept:
    size = 0
    with suppress(OSError):
        size = copy.stat().st_size
    try:
        loaded = load(copy)
    except ReviewFileError as error:
        return Kept(copy, size, is_damaged(copy), None, None, error.outline)
    return Kept(copy, size, is_damaged(copy), loaded.review, loaded.saved, "")


def offer(path: Path, copy: Path | None = None) -> Offer | None:
    """Return what putting a copy back would change: `copy`, or else the newest good one that differs; None if none.

    Raises:
        RestoreError: the copy cannot be read, or what lies at `path` must not be replaced.
    """
    there = _present(path)
    if copy:
        return _offer(path, copy, _good(path, copy), there)
    for each in copies_of(_real(path)):
        with suppress(ReviewFileError):
            made = _offer(path, each, load(each), there)
            if made.changes:
                return made
    return None


def _offer(path: Path, copy: Path, loaded: Loaded, there: _There) -> Offer:
    present = there.review
    if there.found and there.problem:
        present = salvaged(path, there.found.data, loaded.tables)
    gone = there.found is None
    return Offer(path, copy, loaded.review, loaded.saved, present, there.problem, gone=gone)


def put_back(path: Path, copy: Path, now: datetime) -> Path | None:
    """Put a copy in the place of a review's file and return where that is kept now; None where there was none.

    What lies there is kept first, as an earlier copy, or as it is where it is damaged. Whatever fails, the file holds
    what it held or what the copy holds.

    Raises:
        InUseError: the review is open elsewhere.
        RestoreError: the copy cannot be read, what lies at `path` must not be replaced, or the disk refuses.
    """
    real = _real(path)
    data = _good(path, copy).found.data
    hold = Hold(real, now)
    try:
        if hold.elsewhere:
            raise InUseError(path, hold.elsewhere)
        if hold.unwritable:
            raise RestoreError(path, f"Nothing can be written there: {hold.unwritable}.")
        return _put_back(path, data, now)
    except FileExistsError:
        raise ChangedElsewhereError(path) from None
    except OSError as error:
        raise RestoreError(path, writing.refusal(real, error)) from error
    finally:
        hold.release()


def _put_back(path: Path, data: bytes, now: datetime) -> Path | None:
    real = _real(path)
    there = _present(path)
    if there.review and there.review.panel.is_delicate:
        why = "A round without names is sealed in it, and no copy is made of that. Reveal the ratings first."
        raise RestoreError(path, why)
    kept = keep(real, now, damaged=bool(there.problem)) if there.found else None
    with writing.temporary(real, data) as new:
        if there.found is None:
            writing.move_new(new, real)
        elif _is_still(real, there.found):
            writing.replace(new, real)
        else:
            raise ChangedElsewhereError(path)
    writing.sync_folder(real.parent)
    with suppress(OSError):  # a copy too many does no harm
        thin(real)
    return kept


def _is_still(real: Path, found: Found) -> bool:
    with suppress(FileNotFoundError):
        return Stamp.of(real.stat()) == found.stamp
    return False


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _present(path: Path) -> _There:
    """Return what lies at `path`.

    Raises:
        RestoreError: a newer version wrote it, or it cannot be read at all, so that it cannot be kept.
    """
    real = _real(path)
    try:
        found = read(real)
    except NoSuchReviewError:
        return _There(None)
    except ReviewFileError as error:
        raise RestoreError(path, f"What lies there cannot be kept. {error.problem}") from error
    try:
        return _There(found, decode(real, parse(real, found.data))[0])
    except NewerReviewError as error:
        raise RestoreError(path, _NEWER) from error
    except EncryptedReviewError as error:
        raise RestoreError(path, error.problem) from error
    except ReviewFileError as error:
        if is_newer(found.data):
            raise RestoreError(path, _NEWER) from error
        return _There(found, problem=error.problem)


def _good(path: Path, copy: Path) -> Loaded:
    try:
        return load(copy)
    except ReviewFileError as error:
        raise RestoreError(path, f"The copy {copy.name} cannot be used. {error.outline}") from error
