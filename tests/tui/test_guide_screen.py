"""The guide and what words mean, one key away."""

import pytest

from scrutiny_tui.storage.library import Library
from tests.examples import empty_review
from tests.tui.conftest import Start, expect, only, press, shown


async def test_the_guide_opens_from_the_library_and_its_pages_turn(start: Start) -> None:
    async with start() as pilot:
        await press(pilot, "i")
        await expect(pilot, "Step 1. Establish a baseline")
        await press(pilot, "right", "right")
        await expect(pilot, "|year 1   |year 2   |year 3   |year 4   |year 5")
        await press(pilot, "left", "left", "left")
        await expect(pilot, "Annex A:")
        await press(pilot, "escape")
        await expect(pilot, "Press  n  to start a review.")


@pytest.mark.parametrize("size", [(60, 16), (80, 24)])
async def test_the_timeline_is_whole_on_a_small_screen(start: Start, size: tuple[int, int]) -> None:
    async with start(size=size) as pilot:
        await press(pilot, "i")
        await expect(pilot, "[Steps]")
        await press(pilot, "right", "right", "down", "down")
        await expect(pilot, "Fair to good, and good to great")
        assert "=" * 29 in shown(pilot)


async def test_the_letters_of_the_guide_are_letters_where_a_text_is_typed(start: Start, library: Library) -> None:
    async with start(opening=library.create(empty_review())) as pilot:
        await press(pilot, "e", "w", "i", "escape")
        await press(pilot, "m", "w", "i", "ctrl+s")
        await expect(pilot, lambda: only(library).answer("front-door").note == "wi")
        await expect(pilot, lambda: only(library).title.endswith("wi"))
        assert "What words mean" not in shown(pilot)


async def test_the_words_of_a_question_are_one_key_away_its_own_first(start: Start, library: Library) -> None:
    async with start(opening=library.create(empty_review())) as pilot:
        await press(pilot, "w")
        await expect(pilot, "What words mean")
        first = shown(pilot).index("Threshold:")  # the question speaks of thresholds, and not of advocates
        assert first < shown(pilot).find("Advocate:") or "Advocate:" not in shown(pilot)
        await press(pilot, "text:outturn")
        await expect(pilot, "Outturn:")
        await press(pilot, *["backspace"] * 7, "text:dcs")
        await expect(pilot, "Director of Children's Services (DCS):")
        await press(pilot, "escape")
        await expect(pilot, "Question 1 of")
