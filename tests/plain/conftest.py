"""A conversation over a list of lines: what is said stands in a transcript, and no process is started."""

from collections.abc import Iterable
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Protocol

import pytest

from scrutiny_tui.catalog.shelf import Shelf
from scrutiny_tui.desk.ports import Store
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.settings import Settings
from scrutiny_tui.plain.sitting import Around, Sitting, sit_down
from scrutiny_tui.plain.talk import Talk, Terminal
from scrutiny_tui.storage.library import Library
from tests.examples import full_review

NOW = datetime(2027, 7, 1, 14, 3, tzinfo=UTC)


class Talking(Protocol):
    def __call__(self, lines: Iterable[str], *, interactive: bool = False) -> tuple[Talk, StringIO]: ...


class SitDown(Protocol):
    def __call__(
        self, review: Review, lines: Iterable[str], *, interactive: bool = False
    ) -> tuple[Sitting, StringIO]: ...


def clock() -> datetime:
    return NOW


class FakePreferences:
    """Fits `Preferences`, and remembers until the test is over."""

    def __init__(self) -> None:
        self.settings = Settings()
        self.path = Path("settings.toml")
        self.problems: list[str] = []

    def remember(self, settings: Settings) -> None:
        self.settings = settings


@pytest.fixture
def talking() -> Talking:
    """Return a function that makes a conversation which these lines are piped into, and all that is said in it.

    Where it is `interactive`, a person types them.
    """

    def begin(lines: Iterable[str], *, interactive: bool = False) -> tuple[Talk, StringIO]:
        waiting, said = iter(lines), StringIO()
        return Talk(Terminal(lambda: next(waiting, None), said.write, interactive)), said

    return begin


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "Scrutiny reviews", clock)


@pytest.fixture
def seated(talking: Talking, library: Library, tmp_path: Path) -> SitDown:
    """Return a function that opens a review which lies in the library, with these lines piped in."""

    def begin(review: Review, lines: Iterable[str], *, interactive: bool = False) -> tuple[Sitting, StringIO]:
        talk, said = talking(lines, interactive=interactive)

        def example() -> Store:
            return Library(tmp_path / "scratch", clock).create(full_review())

        around = Around(talk, library, Shelf(library.folder / "Checklists"), clock, FakePreferences(), example)
        return sit_down(around, library.create(review)), said

    return begin
