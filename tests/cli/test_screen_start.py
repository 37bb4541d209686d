"""What the app is handed when there is a terminal; the app itself is a stand-in."""

import stat
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Self

import pytest

from scrutiny_tui.cli import screen
from scrutiny_tui.desk.ports import Clock, Library, Shelf, Store
from tests.cli.running import Command, Keep
from tests.examples import full_review


class StandIn:
    """Takes the place of the app and notes what it was handed."""

    def __init__(self) -> None:
        self.calls = 0
        self.title = ""
        self.folder = self.reviews = Path()
        self.mode = 0
        self.return_code = 0

    def __call__(
        self,
        library: Library,
        shelf: Shelf,
        clock: Clock,
        *,
        example: Callable[[], Store],
        opening: Store | None = None,
        scratch: bool = False,
    ) -> Self:
        self.calls += 1
        self.reviews = library.folder
        assert shelf.items()
        assert clock().tzinfo
        store = opening or example()
        self.title, self.folder = store.review.title, store.path.parent
        self.mode = stat.S_IMODE(self.folder.stat().st_mode)
        assert scratch == (store.review.id == "worked-example" and opening is not None)
        store.close()
        return self

    def run(self) -> None:
        self.return_code = 7


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> StandIn:
    stand_in, module = StandIn(), ModuleType("scrutiny_tui.tui.app")
    module.__dict__["ScrutinyApp"] = stand_in
    monkeypatch.setitem(sys.modules, "scrutiny_tui.tui.app", module)
    monkeypatch.setattr(screen, "has_terminal", lambda: True)
    return stand_in


def test_a_review_is_opened_by_its_name_and_the_apps_exit_code_is_kept(
    command: Command, kept: Keep, reviews: Path, app: StandIn
) -> None:
    kept(full_review())
    assert command("childrens-services-summer-2027").code == 7
    assert app.title == full_review().title
    assert app.folder == app.reviews == reviews


def test_a_review_is_opened_by_its_path_with_the_folder_given_after_it(
    command: Command, kept: Keep, home: Path, app: StandIn
) -> None:
    assert command(str(kept(full_review())), "--at", "stick").code == 7
    assert app.title == full_review().title
    assert app.reviews == home / "stick"


@pytest.mark.parametrize("arguments", [("demo",), ()])
def test_the_worked_example_lies_in_a_folder_of_its_owner_that_goes_in_the_end(
    command: Command, reviews: Path, app: StandIn, arguments: tuple[str, ...]
) -> None:
    assert command(*arguments).code == 7
    assert app.title.endswith("(worked example)")
    assert app.mode == 0o700
    assert not app.folder.exists()
    assert app.reviews == reviews
    assert not reviews.exists()


def test_a_review_that_cannot_be_read_is_told_before_any_screen(command: Command, home: Path, app: StandIn) -> None:
    (home / "torn.scrutiny.json").write_text("{")
    ended = command("torn")
    assert ended.code == 1
    assert "torn.scrutiny.json was not opened, and not touched." in ended.err
    assert not app.calls
