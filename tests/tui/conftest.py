"""The app over a real library in a temporary folder, with a clock that stands still and ids that do not matter."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import textual.app
import textual.pilot
from rich.console import RenderableType
from textual._compositor import Compositor
from textual._context import active_app, visible_screen_stack
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation
from textual.events import Paste
from textual.pilot import Pilot
from textual.screen import Screen

from scrutiny_tui.catalog.shelf import Shelf
from scrutiny_tui.desk.ports import Library as LibraryPort
from scrutiny_tui.desk.ports import Preferences, Store
from scrutiny_tui.model.review import Review
from scrutiny_tui.storage.library import Library
from scrutiny_tui.tui.app import ScrutinyApp
from scrutiny_tui.tui.errand import Opening
from tests.examples import full_review
from tests.tui.fakes import FakePreferences

NOW = datetime(2027, 7, 1, 14, 3, tzinfo=UTC)
SIZES = [(120, 36), (80, 24), (60, 16)]

GLANCE = 1 / 100
"""Seconds between two looks."""

Start = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


def clock() -> datetime:
    return NOW


@pytest.fixture(autouse=True)
def quick_eye(monkeypatch: pytest.MonkeyPatch) -> None:
    """See at once that the app has come to rest; stock Textual sleeps until the processor does: half of the time."""
    in_threads = set[asyncio.Future[object]]()
    start_thread = asyncio.BaseEventLoop.run_in_executor

    def started(loop: asyncio.BaseEventLoop, *work: Any) -> asyncio.Future[Any]:  # noqa: ANN401 - as asyncio has it
        future = start_thread(loop, *work)
        in_threads.add(future)
        future.add_done_callback(in_threads.discard)
        return future

    async def rest(*_asked: object) -> bool:
        """Wait until no task can go on and nothing is to be drawn; a thread, which a test may hold up, has a moment."""
        end = time.monotonic() + 1
        await _until_idle(end)
        if in_threads and (await asyncio.wait(in_threads, timeout=GLANCE))[0]:
            await _until_idle(end)
        app = active_app.get()
        for _ in range(3):  # what is laid out may ask for something to be done when it is
            if not app._screen_stack or not (app._resize_event or is_waiting(app.screen)):
                break
            app._check_resize()
            app.screen._on_timer_update()
            await _until_idle(end)
        return True

    monkeypatch.setattr(asyncio.BaseEventLoop, "run_in_executor", started)
    monkeypatch.setattr(textual.app, "wait_for_idle", rest)
    monkeypatch.setattr(textual.pilot, "wait_for_idle", rest)
    monkeypatch.setattr(Pilot, "_wait_for_screen", rest)


def is_waiting(screen: Screen[object]) -> bool:
    """Tell whether something is still to be laid out or drawn, or to be done after that."""
    to_draw = screen._layout_required or screen._scroll_required or screen._repaint_required or screen._dirty_widgets
    return bool(screen._callbacks or screen._layout_widgets or to_draw)


async def _until_idle(end: float) -> None:
    """Wait until no task can go on, nor will within a glance."""
    loop: Any = asyncio.get_running_loop()
    quiet = 0
    while quiet < 2 and time.monotonic() < end:  # twice: a moment that has come is only then seen
        await asyncio.sleep(0)
        quiet = 0 if loop._ready else quiet + 1
        soon = min((each.when() for each in loop._scheduled), default=end + 1) - loop.time() if quiet == 2 else GLANCE
        if soon < GLANCE:
            await asyncio.sleep(max(0, soon))
            quiet = 0


@pytest.fixture(autouse=True)
def unwatched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw what a test looks at, and not each change for a terminal that is not there: that takes a third of the time.

    tests/terminal draws all of it, in a real one.
    """
    draw = Compositor.render_update

    def drawn(
        self: Compositor,
        full: bool = False,  # noqa: FBT001, FBT002 - Textual's own signature
        screen_stack: list[Screen[object]] | None = None,
        simplify: bool = False,  # noqa: FBT001, FBT002 - as above
    ) -> RenderableType | None:
        if full:  # a picture is taken
            return draw(self, full, screen_stack, simplify)
        visible_screen_stack.set(screen_stack or [])
        self._dirty_regions.clear()
        return None

    monkeypatch.setattr(Compositor, "render_update", drawn)


_PARSED: dict[object, list[RuleSet]] = {}


@pytest.fixture(autouse=True)
def parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parse a style sheet once for all the apps that tests start, and not again for each."""
    parse = Stylesheet._parse_rules

    def parsed(
        self: Stylesheet,
        css: str,
        read_from: CSSLocation,
        is_default_rules: bool = False,  # noqa: FBT001, FBT002 - Textual's own signature
        tie_breaker: int = 0,
        scope: str = "",
    ) -> list[RuleSet]:
        sheet = (css, read_from, is_default_rules, tie_breaker, scope)
        key = (sheet, tuple(self._variables.items()))
        if key not in _PARSED:
            _PARSED[key] = parse(self, *sheet)
        return _PARSED[key]

    monkeypatch.setattr(Stylesheet, "_parse_rules", parsed)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Scrutiny reviews"


@pytest.fixture
def library(folder: Path) -> Library:
    return Library(folder, clock)


@pytest.fixture
def start(library: Library, folder: Path, tmp_path: Path) -> Start:
    """Return a function that starts the app in a screen of some size, at the library or at one review."""

    @asynccontextmanager
    async def begin(
        *,
        size: tuple[int, int] = (120, 36),
        opening: Store | Path | None = None,
        scratch: bool = False,
        using: LibraryPort | None = None,
        preferences: Preferences | None = None,
        first: str = "Help",
    ) -> AsyncIterator[Pilot[None]]:
        def example() -> Store:
            return Library(tmp_path / "scratch", clock).create(full_review())

        app = ScrutinyApp(
            using or library,
            Shelf(folder / "Checklists"),
            clock,
            preferences=preferences or FakePreferences(),
            example=example,
            opening=Opening(opening, scratch=scratch) if opening else None,
        )
        async with app.run_test(size=size, notifications=True) as pilot:
            await expect(pilot, first)
            yield pilot

    return begin


async def expect(pilot: Pilot[None], wanted: str | Callable[[], object]) -> None:
    """Wait until words stand on the screen, or something else has come true; fail with the screen when it does not."""
    for _ in range(300):
        await pilot.pause()
        if wanted in shown(pilot) if isinstance(wanted, str) else wanted():
            return
        await asyncio.sleep(GLANCE)
    pytest.fail(f"never came: {wanted}\n{shown(pilot)}")


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after another; `text:...` comes in at once, as a paste does."""
    for key in keys:
        if key.startswith("text:"):
            pilot.app.post_message(Paste(key.removeprefix("text:")))
            await pilot.pause()
        else:
            await pilot.press(key)


def shown(pilot: Pilot[None]) -> str:
    """Return what a person reads on the screen."""
    screen = pilot.app.screen
    lines = screen._compositor.render_strips(screen.size)
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in lines)


def only(library: Library) -> Review:
    """Return what the only review in the library says on the disk."""
    [listing] = library.listings()
    store = library.open(listing.path)
    store.close()
    return store.review
