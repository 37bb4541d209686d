"""A file that is no file: saves to it wait, fail and are counted as a test wishes."""

import threading
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from scrutiny_tui.desk.ports import Store
from scrutiny_tui.errors import SaveError
from scrutiny_tui.model.listing import Filed, Listing
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.settings import Settings
from scrutiny_tui.model.ways_back import Offer

NOW = datetime(2027, 7, 1, 14, 3, tzinfo=UTC)
_LONG = 30.0
"""Seconds after which a test that waits for nothing fails instead of hanging."""


class FakeStore:
    """Fits `Store`. `log` tells what was done to it, in order: each saved review, and `closed`.

    The first save is made at `NOW`, each later one a minute after the one before.
    """

    def __init__(self, review: Review, name: str = "fake", holder: str = "") -> None:
        self.path = Path(f"{name}.scrutiny.json")
        self.review = review
        self.holder = holder
        self.log: list[Review | str] = []
        self.attempts = 0
        self.trouble: SaveError | None = None
        self._open = threading.Event()
        self._open.set()
        self._begun = threading.Event()
        self._alone = threading.Lock()
        self.other: FakeStore | None = None
        """The file that is made when the review is to be written to another one."""

    @property
    def saves(self) -> list[Review]:
        """Every review that reached the disk, in the order in which they did."""
        return [each for each in self.log if isinstance(each, Review)]

    def save(self, review: Review) -> datetime:
        assert self._alone.acquire(blocking=False), "two saves at once"
        try:
            self.attempts += 1
            self._begun.set()
            assert self._open.wait(_LONG), "nobody let the save go on"
            if self.trouble:
                raise self.trouble
            assert "closed" not in self.log, "saved to a file that was let go of"
            self.log.append(review)
            self.review = review
        finally:
            self._alone.release()
        return NOW + timedelta(minutes=len(self.saves) - 1)

    def elsewhere(self, review: Review, path: Path) -> Store:
        assert self.other, "no other file was expected"
        assert self.other.path == path
        if self.other.trouble:
            raise self.other.trouble
        self.other.review = review
        return self.other

    def apart(self, review: Review) -> Store:
        assert self.other, "no other file was expected"
        return self.elsewhere(review, self.other.path)

    def close(self) -> None:
        with self._alone:
            self.log.append("closed")

    def fail(self) -> None:
        """Let every save from now on fail."""
        self.trouble = SaveError(self.path, "The disk is full.")

    def hold(self) -> None:
        """Keep the next saves from getting through."""
        self._begun.clear()
        self._open.clear()

    def wait_for_save(self) -> None:
        """Wait in another thread until a save has begun since `hold`."""
        assert self._begun.wait(_LONG), "no save has begun"

    def let_go(self) -> None:
        """Let the saves through."""
        self._open.set()


class FakePreferences:
    """Fits `Preferences`. `log` holds what was remembered, in order; who has `welcomed` unset sees the first steps."""

    def __init__(self, settings: Settings | None = None, problems: Sequence[str] = ()) -> None:
        self.settings = settings or Settings(welcomed=True)
        self.path = Path("settings.toml")
        self.problems = problems
        self.log: list[Settings] = []
        self.trouble: SaveError | None = None

    def remember(self, settings: Settings) -> None:
        self.settings = settings
        if self.trouble:
            raise self.trouble
        self.log.append(settings)


class FakeLibrary:
    """Fits `Library` as far as making a file goes."""

    def __init__(self, store: FakeStore, trouble: SaveError | None = None) -> None:
        self.folder = Path("library")
        self.store = store
        self.trouble = trouble
        self.made = threading.Event()
        self.made.set()

    def create(self, review: Review, path: Path | None = None) -> Store:
        assert path is None, "the file of a review is made beside another one"
        assert self.made.wait(_LONG), "nobody let the file be made"
        if self.trouble:
            raise self.trouble
        self.store.review = review
        return self.store

    def listings(self, folder: Path | None = None) -> Sequence[Listing]:
        raise NotImplementedError

    def latest(self, most: int) -> Sequence[Listing]:
        raise NotImplementedError

    def read_filed(self, path: Path) -> Filed:
        raise NotImplementedError

    def open(self, path: Path) -> Store:
        raise NotImplementedError

    def offer(self, path: Path) -> Offer:
        raise NotImplementedError

    def put_back(self, path: Path, copy: Path, seen: str | None = None) -> Path | None:
        raise NotImplementedError

    def archive(self, path: Path) -> Path:
        raise NotImplementedError

    def unarchive(self, path: Path) -> Path:
        raise NotImplementedError
