"""The phase of the service on the screen, questions in words, and answers that were brought along."""

from dataclasses import replace

from scrutiny_tui.model.answer import Answer
from scrutiny_tui.model.checklist import Answered, Phase
from scrutiny_tui.model.review import Review
from scrutiny_tui.storage.library import Library
from tests.examples import empty_review
from tests.tui.conftest import Start, expect, only, press, shown


def changed(review: Review, question_id: str, **fields: object) -> Review:
    """Return the review with a question of its checklist changed."""
    sections = tuple(
        replace(
            section,
            questions=tuple(
                replace(each, **fields) if each.id == question_id else each  # type: ignore[arg-type]
                for each in section.questions
            ),
        )
        for section in review.checklist.sections
    )
    return replace(review, checklist=replace(review.checklist, sections=sections))


async def test_saying_the_phase_brings_forward_and_marks_what_matters_most(start: Start, library: Library) -> None:
    review = changed(empty_review(), "staff", phases=(Phase.POOR_TO_FAIR,))
    number = review.checklist.place("staff") + 1
    async with start(opening=library.create(review)) as pilot:
        await press(pilot, "m")
        await expect(pilot, "Phase of the service")
        await press(pilot, *["tab"] * 9, "right", "ctrl+s")
        await expect(pilot, "* matters most now:")
        outline = [line for line in shown(pilot).splitlines() if f"{number}* " in line]
        assert outline
        assert shown(pilot).index(f"{number}* ") < shown(pilot).index("1  Front door")
        await press(pilot, "left_square_bracket", "n")
        await expect(pilot, lambda: only(library).phase is Phase.POOR_TO_FAIR)


async def test_a_question_in_words_takes_a_note_and_no_level(start: Start, library: Library) -> None:
    review = changed(empty_review(), "front-door", answered=Answered.WORDS)
    async with start(opening=library.create(review)) as pilot:
        await expect(pilot, "e Write the answer")
        assert "( ) 1 Poor" not in shown(pilot)
        await press(pilot, "1", "t", "e", "text:The silence.", "escape")
        await expect(pilot, "1 in words")
        await expect(pilot, lambda: only(library).answer("front-door") == Answer("front-door", note="The silence."))


async def test_an_answer_that_was_brought_along_says_so_until_it_is_confirmed(start: Start, library: Library) -> None:
    answer = replace(Answer("front-door").rated(2), carried="Last year's review, 9 July 2026")
    async with start(size=(80, 24), opening=library.create(empty_review().with_answer(answer))) as pilot:
        await expect(pilot, "Front door   2 Fair (=)")
        assert "1 Front door  2 Fair (=)" in shown(pilot)
        assert "1 to confirm" in shown(pilot)
        assert "= It still holds" in shown(pilot)
        await press(pilot, "tab")
        await expect(pilot, "Brought along from Last year's review")
        await press(pilot, "2")
        await expect(pilot, lambda: not only(library).answer("front-door").carried)
        assert "Brought along" not in shown(pilot)
        assert only(library).answer("front-door").level == 2


async def test_an_answer_in_words_that_was_brought_along_is_confirmed_with_a_key(
    start: Start, library: Library
) -> None:
    review = changed(empty_review(), "front-door", answered=Answered.WORDS)
    answer = Answer("front-door", note="The silence.", carried="Last year's review")
    async with start(opening=library.create(review.with_answer(answer))) as pilot:
        await expect(pilot, "Press = if it still holds.")
        await press(pilot, "equals_sign")
        await expect(pilot, lambda: only(library).answer("front-door") == replace(answer, carried=""))
        assert "It still holds" not in shown(pilot)


async def test_an_answer_in_words_that_is_changed_needs_no_confirming(start: Start, library: Library) -> None:
    review = changed(empty_review(), "front-door", answered=Answered.WORDS)
    answer = Answer("front-door", note="The silence.", carried="Last year's review")
    async with start(opening=library.create(review.with_answer(answer))) as pilot:
        await press(pilot, "e", "text: And wi.", "escape")
        await expect(pilot, lambda: not only(library).answer("front-door").carried)
        assert only(library).answer("front-door").note == "The silence. And wi."


async def test_how_a_question_is_meant_stands_under_it_on_a_small_screen_too(start: Start, library: Library) -> None:
    review = changed(empty_review(), "front-door", help="Think of a whole year.")
    async with start(size=(80, 24), opening=library.create(review)) as pilot:
        await expect(pilot, "Think of a whole year.")
        await press(pilot, "right_square_bracket")
        await expect(pilot, "Question 2 of 9")
        assert "Think of a whole year." not in shown(pilot)


async def test_where_nothing_is_marked_for_the_phase_no_star_is_explained(start: Start, library: Library) -> None:
    async with start(opening=library.create(empty_review().in_phase(Phase.POOR_TO_FAIR))) as pilot:
        await expect(pilot, "Question 1 of 9")
        assert "matters most now" not in shown(pilot)


async def test_papers_and_people_are_seen_on_a_small_screen(start: Start, library: Library) -> None:
    async with start(size=(80, 24), opening=library.create(empty_review())) as pilot:
        await press(pilot, "m")
        await expect(pilot, "Title of this review")
        await press(pilot, *["tab"] * 12)
        await expect(pilot, "> + Add a paper")
        await press(pilot, "tab")
        await expect(pilot, "> + Add a person")
