"""Every screen and box at every size: nothing is cut without an ellipsis or out of reach, and it looks as it did.

`pytest -n0 tests/tui/test_portraits.py --snapshot-update` paints the portraits anew; look at them before you keep them.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot
from textual.screen import Screen

from scrutiny_tui.model.review import Review
from scrutiny_tui.storage.library import Library
from scrutiny_tui.tui import surviving
from scrutiny_tui.tui.app import ScrutinyApp
from scrutiny_tui.tui.widgets.bars import TitleBar
from tests.tui import tours
from tests.tui.conftest import Start, expect, is_waiting, shown
from tests.tui.judge import faults

SIZES = [(200, 60), (120, 36), (100, 30), (80, 24), (60, 16)]
PAINTED = {(120, 36), (80, 24), (60, 16)}
TOURS = {
    "library": (tours.the_library, None),
    "question": (tours.the_question, tours.crowded),
    "boxes": (tours.the_boxes, tours.crowded),
    "summary": (tours.the_summary, tours.crowded),
    "session": (tours.the_session, tours.group),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Name the folder alike on every computer."""
    monkeypatch.chdir(tmp_path)
    return Path("Scrutiny reviews")


@pytest.fixture(autouse=True)
def front_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lay out nothing but the screen in front: nothing below a box is seen, and each has its own turn."""
    monkeypatch.setattr(ScrutinyApp, "_background_screens", [])
    monkeypatch.setattr(surviving, "_DRAGGED", 60)  # no terminal has lost anything, so nothing is drawn once more


@pytest.mark.parametrize("name", TOURS)
async def test_at_every_size_all_is_there_or_in_reach_and_looks_as_it_did(
    start: Start, library: Library, snapshot: SnapshotAssertion, name: str
) -> None:
    tour, review = TOURS[name]
    wrong, portraits = [], {}
    async with start(opening=_opening(library, review)) as pilot:
        async for station in tour(pilot, library):
            # Down, and at the next station up again: windows are drawn both ways.
            for size in SIZES if pilot.app.size == SIZES[0] else SIZES[::-1]:
                await _resize(pilot, size)
                if size in PAINTED:
                    portraits[f"{station} {size[0]}x{size[1]}"] = shown(pilot)
                wrong += [f"{station} at {size}: {each}" for each in await faults(pilot)]
    assert not wrong, "\n".join(wrong)
    for portrait, drawn in portraits.items():
        assert drawn == snapshot(name=portrait)


def _opening(library: Library, review: Callable[[], Review] | None) -> object:
    return library.create(review()) if review else None


async def _resize(pilot: Pilot[None], size: tuple[int, int]) -> None:
    """Wait for the new size, and until it is drawn; what was typed is on the disk by then."""
    await pilot.resize_terminal(*size)
    for _ in range(2):  # what is laid out may ask for something to be done when it is
        await expect(pilot, lambda: pilot.app.screen.size == size and not _waiting(pilot.app.screen))


def _waiting(screen: Screen[object]) -> bool:
    """Tell whether something is still to be drawn, to be done after that, or to be saved."""
    return is_waiting(screen) or any(bar.right == "saving" for bar in screen.query(TitleBar))
