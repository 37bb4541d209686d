"""Putting a copy back in the place of a review's file, once what lies there is kept."""

import os
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from scrutiny_tui import writing
from scrutiny_tui.errors import (
    ChangedElsewhereError,
    InUseError,
    NewerReviewError,
    NoSuchReviewError,
    RestoreError,
    ReviewFileError,
)
from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.ways_back import Kept, Offer
from scrutiny_tui.storage.codec import decode
from scrutiny_tui.storage.copies import all_copies, good_copies, is_damaged, keep, thin
from scrutiny_tui.storage.disk import Found, Stamp, read
from scrutiny_tui.storage.loading import Loaded, load
from scrutiny_tui.storage.lock import Hold
from scrutiny_tui.storage.salvage import id_of, is_newer, salvaged
from scrutiny_tui.storage.tables import parse


@frozen
class _There:
    """What lies where a review lay."""

    found: Found | None
    """None where there is nothing."""
    review: Review | None = None
    """None where it cannot be read."""
    problem: str = ""
    """Why it cannot be read, without a word of what it holds; empty where it can, or where there is nothing."""

    @property
    def mark(self) -> str:
        """What tells it from anything else that may lie there later; empty where there is nothing."""
        return sha256(self.found.data).hexdigest() if self.found else ""

    @property
    def id(self) -> str:
        """The id of the review; empty where that cannot be told."""
        if self.review:
            return self.review.id
        return id_of(self.found.data) if self.found else ""


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


def offer(path: Path, copy: Path | None = None) -> Offer:
    """Return what putting a copy back would change: `copy`, or else the newest good one that differs.

    Where none differs, it is the newest one. Copies of another review are left out, unless one of them is named.

    Raises:
        NoSuchReviewError: there is neither a file nor a copy.
        RestoreError: no copy can be read, or what lies at `path` must not be replaced.
    """
    there, real = _present(path), _real(path)
    if copy:
        return _offer(path, copy, _good(path, copy), there)
    same, left_out = None, False
    for each, loaded in good_copies(real):
        made = _offer(path, each, loaded, there)
        if made.changes and not made.other:
            return made
        left_out |= made.other
        same = same or (None if made.other else made)
    if same:
        return same
    if there.found is None and not all_copies(real):
        raise NoSuchReviewError(path)
    others = "Those that can be read are of another review, and are put back only by their number."
    raise RestoreError(path, others if left_out else "There is no earlier copy of it that can be read.")


def _offer(path: Path, copy: Path, loaded: Loaded, there: _There) -> Offer:
    present, unread = there.review, 0
    if there.found and there.problem and (saved := salvaged(path, there.found.data, loaded.tables)):
        present, unread = saved.review, saved.unread
    other = there.id not in {"", loaded.review.id}
    gone = there.found is None
    return Offer(
        path, copy, loaded.review, loaded.saved, present, there.problem,
        gone=gone, other=other, seen=there.mark, unread=unread,
    )  # fmt: skip


def put_back(path: Path, copy: Path, now: datetime, seen: str | None = None) -> Path | None:
    """Put a copy in the place of a review's file and return where that is kept now; None where there was none.

    With the mark of an offer, `seen`, only what lay there then is replaced. What lies there is kept first, as an
    earlier copy, or as it is where it is damaged. Whatever fails, the file holds what it held or what the copy holds.

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
        return _put_back(path, data, now, seen)
    except FileExistsError:
        raise ChangedElsewhereError(path) from None
    except OSError as error:
        raise RestoreError(path, writing.refusal(real, error)) from error
    finally:
        hold.release()


def _put_back(path: Path, data: bytes, now: datetime, seen: str | None) -> Path | None:
    real = _real(path)
    there = _present(path)
    if seen is not None and there.mark != seen:
        raise RestoreError(
            path, "The file has changed since that was told, perhaps by a sync folder. Look at it again."
        )
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
        RestoreError: no copy may take its place: a newer version wrote it, say, or it cannot be read at all.
    """
    real, found = _real(path), None
    try:
        found = read(real)
        return _There(found, decode(real, parse(real, found.data))[0])
    except NoSuchReviewError:
        return _There(None)
    except ReviewFileError as error:
        worst = NewerReviewError(real) if found and is_newer(found.data) else error
        if not worst.replaceable:
            raise RestoreError(path, f"What lies there must stay. {worst.problem}") from error
        return _There(found, problem=error.outline)


def _good(path: Path, copy: Path) -> Loaded:
    try:
        return load(copy)
    except ReviewFileError as error:
        raise RestoreError(path, f"The copy {copy.name} cannot be used. {error.outline}") from error
