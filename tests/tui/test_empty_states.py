"""Where there is nothing yet, the screen says so, and what to do."""

import pytest

from scrutiny_tui.model.report import build
from scrutiny_tui.model.summary import PARTS
from scrutiny_tui.storage.library import Library
from tests.examples import empty_review
from tests.tui.conftest import Start, expect, press, shown


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("Take into the room", "On a question, a takes"),
        ("Differences", "f on a question opens a session"),
        ("Recommendations", "r writes a recommendation"),
        ("Evidence", "v on a question notes a paper"),
        ("Changes", "c chooses an earlier review"),
    ],
)
def test_a_part_of_the_summary_that_is_empty_says_what_would_fill_it(part: str, said: str) -> None:
    (found,) = (each for each in PARTS if each.name == part)
    told = [repr(figure) for figure in found.figures(build(empty_review()))]
    assert any(said in each for each in told), told


async def test_an_empty_library_says_how_to_begin_whatever_is_tried_in_it(start: Start) -> None:
    async with start() as pilot:
        assert "Press  n  to start a review." in shown(pilot)
        for key, said in {
            "delete": "n starts one",
            "m": "Start the review first",
            "c": "no review yet to compare",
            "o": "No reply is overdue",
            "u": "Nothing was archived",
        }.items():
            await press(pilot, key)
            await expect(pilot, said)


async def test_empty_lists_of_a_review_say_what_to_do(start: Start, library: Library) -> None:
    async with start(opening=library.create(empty_review())) as pilot:
        await press(pilot, "r")
        await expect(pilot, "Nothing is recommended yet.")
        await expect(pilot, "+ Write a recommendation")
        await press(pilot, "escape", "slash", "text:zzz")
        await expect(pilot, "Nothing has these words in it. Fewer letters find more.")
        await press(pilot, "escape", "m")
        await expect(pilot, "+ Add a paper")
        await expect(pilot, "+ Add a person")
        await press(pilot, "ctrl+s", "s", "c")
        await expect(pilot, "No other reviews are in")
        await expect(pilot, "Give another folder to look there.")
