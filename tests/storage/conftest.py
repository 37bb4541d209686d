"""A clock that the test winds, and a library in a folder of its own."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from scrutiny_tui.storage.library import Library
from scrutiny_tui.storage.review_file import ReviewFile
from tests.examples import full_review


class WoundClock:
    """Stands still until it is wound."""

    def __init__(self) -> None:
        self.now = datetime(2027, 7, 13, 14, 3, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def wind(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)


@pytest.fixture
def clock() -> WoundClock:
    return WoundClock()


@pytest.fixture
def library(tmp_path: Path, clock: WoundClock) -> Library:
    return Library(tmp_path / "Reviews", clock)


@pytest.fixture
def opened(library: Library) -> Iterator[ReviewFile]:
    file = library.create(full_review())
    yield file
    file.close()


@pytest.fixture
def saved(library: Library) -> Path:
    """The path of a review that was made and closed."""
    file = library.create(full_review())
    file.close()
    return file.path
