"""Portraits of the screens in words, at the three sizes that everybody must be able to work at.

`pytest --snapshot-update` paints them anew; look at them before you keep them.
"""

import pytest
from syrupy.assertion import SnapshotAssertion

from scrutiny_tui.storage.library import Library
from scrutiny_tui.tui.widgets.bars import TitleBar
from tests.examples import full_review
from tests.tui.conftest import SIZES, Start, expect, press, shown


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_question(start: Start, library: Library, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with start(opening=library.create(full_review().at("front-door")), size=size) as pilot:
        await expect(pilot, "Ask")
        assert shown(pilot) == snapshot


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_answer(start: Start, library: Library, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with start(opening=library.create(full_review().at("front-door")), size=size) as pilot:
        await press(pilot, "tab")
        await expect(pilot, "(*)")
        assert shown(pilot) == snapshot


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_library(start: Start, library: Library, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    library.create(
        full_review().titled("A very long title that nobody will ever read to its end, or so we thought")
    ).close()
    library.create(full_review()).close()
    async with start(size=size) as pilot:
        await expect(pilot, "Continue")
        pilot.app.screen.query_one(TitleBar).right = "Documents/Scrutiny reviews"
        await pilot.pause()
        assert shown(pilot) == snapshot
