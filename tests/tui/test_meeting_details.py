"""Whose review it is and how long a reply may take, in the form of the meeting."""

import pytest

from scrutiny_tui.storage.library import Library
from tests.examples import empty_review
from tests.tui.conftest import SIZES, Start, expect, only, press, shown


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_member_says_whose_review_it_is_and_how_long_a_reply_may_take(
    start: Start, library: Library, size: tuple[int, int]
) -> None:
    async with start(opening=library.create(empty_review()), size=size) as pilot:
        await press(pilot, "m", *["enter"] * 10)
        await expect(pilot, "your name")
        await press(pilot, "text:Cllr A. Example", "enter", "3")
        await expect(pilot, lambda: only(library).reply_months == 3)
    assert only(library).by == "Cllr A. Example"


async def test_a_time_for_replies_that_is_none_is_told_and_the_old_one_stands(start: Start, library: Library) -> None:
    async with start(opening=library.create(empty_review())) as pilot:
        await press(pilot, "m", *["enter"] * 11)
        for typed in ("0", "25", "two", "-1", "²"):
            await press(pilot, "ctrl+u", f"text:{typed}")
            await expect(pilot, "1 to 24 months")
            assert typed in shown(pilot)
        await press(pilot, "escape")
    assert only(library).reply_months == empty_review().reply_months
