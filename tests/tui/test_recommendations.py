"""Recommendations on the screen: each test is something a member or an adviser does, or would miss."""

from dataclasses import replace
from datetime import date

import pytest

from scrutiny_tui.model.recommendation import Progress, Recommendation, Reply
from scrutiny_tui.model.review import Review
from scrutiny_tui.storage.library import Library
from tests.examples import empty_review
from tests.tui.conftest import SIZES, Start, expect, only, press, shown

WORDS = "Tell every child why their social worker changed"


def review_with(*recommendations: Recommendation) -> Review:
    return replace(empty_review(), recommendations=recommendations)


async def test_a_recommendation_is_written_from_the_question_at_hand(start: Start, library: Library) -> None:
    async with start(opening=library.create(empty_review())) as pilot:
        await press(pilot, "r")
        await expect(pilot, "> + Write a recommendation")
        await press(pilot, "enter")
        await expect(pilot, "2 months after it was sent")
        await press(
            pilot, f"text:{WORDS}", "enter", "text:Head of service", "enter", "enter", "enter", "text:13/7/2027"
        )
        await expect(pilot, "13 September 2027")
        await expect(pilot, lambda: [each for each in only(library).recommendations if each.sent])
        await press(pilot, "ctrl+s")
        await expect(pilot, "reply due 13 Sep 2027  ! no owner")
    [written] = only(library).recommendations
    question = empty_review().question.id
    assert written == Recommendation("m1", WORDS, "Head of service", sent=date(2027, 7, 13), question=question)


async def test_the_list_says_in_words_where_each_stands_and_shows_the_open_ones_first(
    start: Start, library: Library
) -> None:
    review = review_with(
        Recommendation("m1", "Closed one", owner="A", sent=date(2026, 1, 1), evidence="Seen", closed=date(2027, 1, 1)),
        Recommendation("m2", "Late one", owner="A", sent=date(2027, 3, 1)),
        Recommendation("m3", "Waiting one", owner="A", sent=date(2027, 6, 1)),
        Recommendation("m4", "Answered one", owner="A", sent=date(2027, 1, 1), reply=Reply.IN_PART,
                       progress=(Progress(3, "It began"),)),
        Recommendation("m5", "Loose one"),
    )  # fmt: skip
    async with start(opening=library.create(review)) as pilot:
        await press(pilot, "r")
        await expect(pilot, "Write a recommendation")
        lines = [max(line.split("│"), key=len).strip(" >") for line in shown(pilot).splitlines()]
    begin = lines.index("Late one")
    assert lines[begin : begin + 10] == [
        "Late one", "owner A; reply due 1 May 2027  ! reply overdue; ! progress after 3 months not noted",
        "Waiting one", "owner A; reply due 1 Aug 2027",
        "Answered one", "owner A; accepted in part  ! progress after 6 months not noted",
        "Loose one", "! no owner; ! no date sent",
        "Closed one", "owner A; closed 1 Jan 2027",
    ]  # fmt: skip


async def test_nothing_is_closed_without_evidence_and_what_was_typed_waits_for_it(
    start: Start, library: Library
) -> None:
    given = Recommendation("m1", WORDS, owner="Director", sent=date(2027, 5, 1))
    async with start(opening=library.create(review_with(given))) as pilot:
        await press(pilot, "r", "enter", "up")
        await press(pilot, "text:1 July 2027", "escape")
        await expect(pilot, "closed only with evidence")
        assert only(library).recommendations[0].is_open
        await press(pilot, "text:Children told us in June", "escape")
        await expect(pilot, "closed 1 Jul 2027")
        await expect(pilot, lambda: [each for each in only(library).recommendations if each.closed])
    expected = replace(given, evidence="Children told us in June", closed=date(2027, 7, 1))
    assert only(library).recommendations == (expected,)


async def test_a_date_that_cannot_be_read_is_told_and_the_form_stays_until_it_is_mended(
    start: Start, library: Library
) -> None:
    given = Recommendation("m1", WORDS, owner="Director")
    async with start(opening=library.create(review_with(given))) as pilot:
        await press(pilot, "r", "enter", *["down"] * 4, "text:31/6/2027")
        await expect(pilot, "Sent: no date yet.")
        await press(pilot, "escape")
        await expect(pilot, "31/6/2027")
        await press(pilot, "home", "delete", "delete", "text:30", "escape")
        await expect(pilot, "reply due 30 Aug 2027")
        await expect(pilot, lambda: only(library).recommendations[0].sent == date(2027, 6, 30))


async def test_one_that_was_taken_away_comes_back_with_u(start: Start, library: Library) -> None:
    review = review_with(Recommendation("m1", "First"), Recommendation("m2", "Second"))
    async with start(opening=library.create(review)) as pilot:
        await press(pilot, "r", "delete")
        await expect(pilot, "Press u to bring it back")
        assert "First" not in shown(pilot)
        await press(pilot, "u")
        await expect(pilot, "First")
        await press(pilot, "u")
        await expect(pilot, "nothing to undo")
    assert only(library).recommendations == review.recommendations


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_rule_on_replies_and_the_field_with_the_cursor_are_in_view(
    start: Start, library: Library, size: tuple[int, int]
) -> None:
    async with start(opening=library.create(empty_review()), size=size) as pilot:
        await press(pilot, "r", "enter")
        await expect(pilot, "9FE")
        for label in ["To  ", "Change for", "Owner", "Sent", "Reply due", "Reply  ", "Reason", "After 3", "After 6",
                      "After 12", "Evidence", "Closed on"]:  # fmt: skip
            await press(pilot, "enter")
            await expect(pilot, label)
        await press(pilot, "text:never")
        await expect(pilot, "Closed on: no date yet.")
        assert "never" in shown(pilot)


async def test_where_a_review_can_only_be_read_the_list_says_so_and_takes_nothing(
    start: Start, library: Library
) -> None:
    review = review_with(Recommendation("m1", WORDS))
    first = library.create(review)
    async with start(opening=library.open(first.path)) as pilot:
        await press(pilot, "r", "delete", "enter", "u")
        await expect(pilot, "can only be read here.")
        assert WORDS in shown(pilot)
        assert "Write a recommendation" not in shown(pilot)
    first.close()
    assert only(library).recommendations == review.recommendations
