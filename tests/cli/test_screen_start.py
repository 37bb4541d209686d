"""What the app is handed when there is a terminal; the app itself is a stand-in."""

import io
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Self

import pytest

from scrutiny_tui.cli import screen
from scrutiny_tui.cli.places import Places
from scrutiny_tui.desk.ports import Clock, Library, Preferences, Shelf, Store
from scrutiny_tui.model.settings import Settings
from scrutiny_tui.tui.crash import Crash
from scrutiny_tui.tui.errand import Opening
from tests.cli.running import Command, Keep
from tests.examples import full_review


class StandIn:
    """Takes the place of the app and notes what it was handed."""

    def __init__(self) -> None:
        self.calls = 0
        self.title = ""
        self.folder = self.reviews = Path()
        self.shelf: Shelf | None = None
        self.damaged = Path()
        self.mode = 0
        self.return_code = 0
        self.crash: Crash | None = None
        self.unsaved = ""

    def __call__(
        self,
        library: Library,
        shelf: Shelf,
        clock: Clock,
        *,
        preferences: Preferences,
        example: Callable[[], Store],
        opening: Opening | None = None,
    ) -> Self:
        self.calls += 1
        self.reviews = library.folder
        self.shelf = shelf
        assert clock().tzinfo
        assert preferences.settings == Settings()
        review = opening.review if opening else example()
        if isinstance(review, Path):
            self.damaged = review
            return self
        store = review
        self.title, self.folder = store.review.title, store.path.parent
        self.mode = stat.S_IMODE(self.folder.stat().st_mode)
        scratch = opening is not None and opening.scratch
        assert scratch == (store.review.id == "worked-example" and opening is not None)
        store.close()
        return self

    def fit(self, *, colours: int, all_signs: bool) -> None:
        assert colours >= 0
        assert all_signs in {True, False}

    def run(self) -> None:
        self.return_code = 7


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> StandIn:
    stand_in, module = StandIn(), ModuleType("scrutiny_tui.tui.app")
    module.__dict__["ScrutinyApp"] = stand_in
    monkeypatch.setitem(sys.modules, "scrutiny_tui.tui.app", module)
    monkeypatch.setattr(screen, "has_terminal", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    return stand_in


def test_a_review_is_opened_by_its_name_and_the_apps_exit_code_is_kept(
    command: Command, kept: Keep, reviews: Path, app: StandIn
) -> None:
    kept(full_review())
    assert command("childrens-services-summer-2027").code == 7
    assert app.title == full_review().title
    assert app.folder == app.reviews == reviews
    assert app.shelf
    assert app.shelf.items()


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


def test_a_damaged_review_with_a_good_copy_is_left_to_the_screen_which_offers_that(
    command: Command, kept: Keep, app: StandIn
) -> None:
    path = kept(full_review())
    with Places(path.parent).writing(path) as store:
        store.save(store.review.titled("Another"))
    path.write_text("{")
    assert command(str(path)).code == 7
    assert app.damaged == path
    path.write_text('{"head": {"1": {"program": "scrutiny-tui", "format": 99}}}')
    ended = command(str(path))
    assert (ended.code, "Update this program" in ended.err, app.calls) == (1, True, 1)


def test_an_error_is_told_in_words_with_one_report_that_only_its_owner_can_read(
    command: Command, reviews: Path, app: StandIn
) -> None:
    app.crash = Crash(ValueError("what was typed"), (120, 36), "")
    reviews.mkdir()
    ended = command()
    [report] = (reviews / "Crash reports").iterdir()
    assert ended.code == 1
    assert str(report) in ended.err
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert stat.S_IMODE(report.parent.stat().st_mode) == 0o700
    assert "what was typed" not in ended.err + report.read_text("utf-8")


def test_a_report_that_cannot_be_written_is_told_instead(command: Command, reviews: Path, app: StandIn) -> None:
    app.crash = Crash(ValueError("what was typed"), (120, 36), "The disk is full.")
    reviews.mkdir()
    (reviews / "Crash reports").write_text("")
    ended = command()
    assert (ended.code, ended.out) == (1, "")
    assert "The disk is full." in ended.err
    assert "The report could not be written." in ended.err
    assert "\nValueError\n" in ended.err
    assert "what was typed" not in ended.err


def test_what_could_not_be_saved_when_the_computer_was_shut_down_is_told(command: Command, app: StandIn) -> None:
    app.unsaved = "The disk is full."
    assert command("--at", "stick").err == "The disk is full.\n"


def test_a_terminal_that_only_writes_lines_gets_the_plain_mode(
    command: Command, app: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    ended = command()
    assert (ended.code, app.calls) == (0, 0)
    assert "TERM=dumb" in ended.err
    assert ended.out.startswith("Scrutiny. Your reviews are in ")
    assert "Question 6 of 9." in command("demo").out
