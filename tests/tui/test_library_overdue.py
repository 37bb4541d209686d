"""Replies that are overdue, as the library tells of them."""

from dataclasses import replace
from datetime import date

from scrutiny_tui.model.recommendation import Recommendation
from scrutiny_tui.model.review import Review
from scrutiny_tui.storage.library import Library
from tests.examples import empty_review
from tests.tui.conftest import Start, expect, press, shown

LATE = date(2027, 3, 1)


def review(title: str, *sent: date) -> Review:
    asked = (Recommendation(f"m{number}", "Act", sent=day) for number, day in enumerate(sent, 1))
    return replace(empty_review(), id=title, title=title, recommendations=tuple(asked))


async def test_overdue_replies_are_counted_below_the_list_and_o_leads_to_them(start: Start, library: Library) -> None:
    library.create(review("In time", date(2027, 6, 1))).close()
    library.create(review("Late twice", LATE, date(2027, 4, 1))).close()
    library.create(review("Nothing asked")).close()
    async with start() as pilot:
        await expect(pilot, "! 2 recommendations are past the date their reply was due   o shows them")
        await press(pilot, "o")
        await expect(pilot, "> Late twice: 2 replies overdue, the longest since 1 May 2027")
        assert "In time:" not in shown(pilot)
        await press(pilot, "enter")
        await expect(pilot, "Question 1 of 9")
        assert "Late twice" in shown(pilot)


async def test_where_no_reply_is_overdue_nothing_is_said_until_somebody_asks(start: Start, library: Library) -> None:
    library.create(review("In time", date(2027, 6, 1))).close()
    async with start() as pilot:
        await expect(pilot, "> In time")
        assert "past the date" not in shown(pilot)
        await press(pilot, "o")
        await expect(pilot, "No reply is overdue.")


async def test_the_last_of_many_reviews_with_overdue_replies_can_be_reached_on_the_smallest_screen(
    start: Start, library: Library
) -> None:
    for number in range(20):
        library.create(review(f"Late {number:02}", LATE)).close()
    async with start(size=(60, 16)) as pilot:
        await press(pilot, "o")
        await expect(pilot, "Replies that are overdue")
        await press(pilot, "end")
        await expect(pilot, "> Late")
        assert "Choose" in shown(pilot)


async def test_the_line_goes_with_the_last_review(start: Start, library: Library) -> None:
    library.create(review("Late", LATE)).close()
    async with start() as pilot:
        await expect(pilot, "! 1 recommendation is past the date its reply was due   o shows it")
        await press(pilot, "delete")
        await expect(pilot, "start a review")
        assert "past the date" not in shown(pilot)
        await press(pilot, "m")
        await expect(pilot, "Start the review first")
