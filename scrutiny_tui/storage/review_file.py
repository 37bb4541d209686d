"""The file of one review while it is open."""

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Self

from tinydb import TinyDB
from tinydb.table import Document

from scrutiny_tui.errors import ExistsError, InUseError, ReviewFileError, SaveError
from scrutiny_tui.model.review import Review
from scrutiny_tui.storage.atomic import AtomicStorage
from scrutiny_tui.storage.codec import encode, holds_unknown, keep_unknown
from scrutiny_tui.storage.copies import Keeper, pointing_to_copy
from scrutiny_tui.storage.disk import Stamp
from scrutiny_tui.storage.loading import Loaded, load
from scrutiny_tui.storage.lock import Hold
from scrutiny_tui.storage.names import SUFFIX, numbered, stem
from scrutiny_tui.storage.upgrade import Tables

Clock = Callable[[], datetime]


class ReviewFile:
    """A review and the file it came from. Made by `open` or `create`.

    Args:
        path: the file as the person named it; it may be a link.
        storage: the tables, and the file itself.
        hold: the right to write it, or the reason why not.
        review: the review as the file holds it.
        saved: when it was saved.
        clock: tells the time, with a time zone.
    """

    def __init__(
        self, path: Path, storage: AtomicStorage, hold: Hold, review: Review, saved: datetime, clock: Clock
    ) -> None:
        self._path = path
        self._storage = storage
        self._hold = hold
        self._clock = clock
        self._db = TinyDB(storage=lambda: storage)
        self._keeper = Keeper(storage.path)
        self._review = self._in_tables = review
        self._saved = saved
        self._failed = False
        self._closed = False

    @classmethod
    def open(cls, path: Path, clock: Clock) -> Self:
        """Open a review: to write if nobody else holds it, else to read. The file is not changed.

        Raises:
            ReviewFileError: it cannot be read; the error names the newest earlier copy that can.
        """
        real = Path(os.path.realpath(path))
        hold = None
        try:
            loaded = load(real)  # before the lock, so that no lock file is left beside what is no review
            hold = Hold(real, clock())
            loaded = _again_if_changed(real, loaded)
        except ReviewFileError as error:
            if hold:
                hold.release()
            raise pointing_to_copy(path, error) from error
        return cls(path, AtomicStorage(real, loaded.tables, loaded.found), hold, loaded.review, loaded.saved, clock)

    @classmethod
    def create(cls, path: Path, review: Review, clock: Clock) -> Self:
        """Write a new file and keep it open.

        Raises:
            ExistsError: there is a file already.
            InUseError: another window is making one.
            CreateError: it could not be written.
        """
        return cls._make(path, review, clock, {})

    @classmethod
    def _make(cls, path: Path, review: Review, clock: Clock, beyond: Tables) -> Self:
        """Write a new file; `beyond` are tables of another one, whose unknown fields and parts go along."""
        if os.path.lexists(path):
            raise ExistsError(path)
        real = Path(os.path.realpath(path))
        saved = clock()
        tables = keep_unknown(encode(review, saved), beyond) if beyond else encode(review, saved)
        storage = AtomicStorage(real, beyond | tables, None)
        hold = Hold(real, saved)
        try:
            _commit_first(path, hold, storage)
        except BaseException:
            hold.release()
            raise
        return cls(path, storage, hold, review, saved, clock)

    @property
    def path(self) -> Path:
        """The file, as the person named it."""
        return self._path

    @property
    def review(self) -> Review:
        """The review as it was read or last saved."""
        return self._review

    @property
    def holder(self) -> str:
        """Why the file can only be read here, in words; empty where it can be written."""
        return self._hold.refusal

    def save(self, review: Review) -> datetime:
        """Put the review on the disk and return when. A review that is there already is not written again.

        Blocks; safe to call from any one thread at a time.

        Raises:
            SaveError: it could not be written; the last saved one stands.
            InUseError: another window holds the file.
        """
        self._refuse()
        if review == self._review and not self._failed:
            return self._saved
        now = self._clock()
        self._put(review, now)
        # Until the commit is through, nobody knows for certain what the disk holds.
        self._failed = True
        if not self._review.panel.is_delicate:  # what the file holds now is what would be copied
            self._keeper.before_save(now)
        self._storage.commit()
        self._review, self._saved, self._failed = review, now, False
        return now

    def elsewhere(self, review: Review, path: Path) -> Self:
        """Write the review to a new file, with what this one holds beyond what this program knows, and return it open.

        This file stays open, and as it is.

        Raises:
            ExistsError: there is a file at `path` already.
            InUseError: another window is making one there.
            CreateError: it could not be written.
        """
        return self._make(path, review, self._clock, self._storage.read())

    def apart(self, review: Review) -> Self:
        """Write the review to a new file beside this one, under a free name, and return it open.

        Raises:
            CreateError: it could not be written.
        """
        names = numbered(f"{stem(self._storage.path)}-kept-apart")
        while True:
            path = self._storage.path.with_name(next(names) + SUFFIX)
            with suppress(ExistsError, InUseError):  # somebody else took the name this moment
                return self.elsewhere(review, path)

    def close(self) -> None:
        """Let go of the file. Closing twice does nothing."""
        if not self._closed:
            self._closed = True
            self._db.close()
            self._hold.release()

    @cached_property
    def _holds_unknown(self) -> bool:
        return holds_unknown(self._storage.read())

    def _refuse(self) -> None:
        if self._hold.elsewhere:
            raise InUseError(self._path, self._hold.elsewhere)
        if self._hold.unwritable:
            raise SaveError(self._path, f"It was opened to read only: {self._hold.unwritable}.")
        if self._closed:
            raise SaveError(self._path, "It has been closed here.")

    def _put(self, review: Review, now: datetime) -> None:
        """Bring the tables up to date where they differ from what they held, saved or not."""
        tables = encode(review, now, self._in_tables)
        if self._holds_unknown:
            tables = keep_unknown(tables, self._storage.read())
        for name, documents in tables.items():
            table = self._db.table(name)
            table.truncate()
            table.insert_multiple(Document(document, int(key)) for key, document in documents.items())
        self._in_tables = review


def _commit_first(path: Path, hold: Hold, storage: AtomicStorage) -> None:
    if hold.elsewhere:
        raise InUseError(path, hold.elsewhere)
    storage.commit()


def _again_if_changed(real: Path, loaded: Loaded) -> Loaded:
    """Read again what another window saved between the reading and the lock."""
    try:
        same = Stamp.of(real.stat()) == loaded.found.stamp
    except OSError:
        same = False
    return loaded if same else load(real)
