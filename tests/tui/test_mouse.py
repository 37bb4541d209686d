"""What can be done with the mouse alone: a click on words does what their key does."""

from textual.events import MouseScrollDown
from textual.pilot import Pilot

from scrutiny_tui.model.answer import State, Strength
from scrutiny_tui.storage.library import Library
from scrutiny_tui.tui.screens.library import LibraryScreen
from tests.examples import empty_review, full_review
from tests.tui.conftest import Start, expect, only, press, shown


async def click(pilot: Pilot[None], words: str, times: int = 1) -> None:
    """Click on words, in the middle of the first place on the screen where they stand."""
    await expect(pilot, words)
    for y, line in enumerate(shown(pilot).splitlines()):
        if words in line:
            await pilot.click(offset=(line.index(words) + len(words) // 2, y), times=times)
            return


async def test_a_review_is_opened_and_a_question_answered_with_clicks(start: Start, library: Library) -> None:
    library.create(empty_review()).close()
    async with start() as pilot:
        await click(pilot, "> ")  # the highlighted review
        await click(pilot, "( ) 3 Good")
        await click(pilot, "- ( ) 3 Good" if "- ( ) 3 Good" in shown(pilot) else "> ( ) 3 Good")
        await expect(pilot, "(*) 3 Good")
        await click(pilot, " tested")
        await expect(pilot, "[tested]")
        await click(pilot, "Warning")
        await expect(pilot, "[Warning")
        await click(pilot, "Private note  p")
        await expect(pilot, "kept out of every export")
        await press(pilot, "text:Said in a lift.")
        await click(pilot, "Esc Leave")
        await expect(pilot, "Said in a lift.")
        assert "Escape leaves" not in shown(pilot)
        await click(pilot, "n Next")
        await expect(pilot, "Question 2 of 9")
        await click(pilot, "1-4 Rate")
        await expect(pilot, "What the keys do here")
        await click(pilot, "Rate at level 2")
        await click(pilot, "Rate at level 2")
        await expect(pilot, "2 rated")
    [answer] = only(library).answers[:1]
    assert (answer.state, answer.level, answer.strength) == (State.RATED, 3, Strength.TESTED)
    assert answer.private_note == "Said in a lift."


async def test_boxes_forms_and_the_summary_follow_the_mouse(start: Start, library: Library) -> None:
    async with start(opening=library.create(full_review())) as pilot:
        await press(pilot, "m")
        await click(pilot, "Phase of the service")
        before = only(library).phase
        await click(pilot, "< ")
        await expect(pilot, lambda: only(library).phase != before)
        await click(pilot, "Venue")
        await pilot.click(offset=(1, 1))
        await expect(pilot, lambda: "We are asked to" not in shown(pilot))
        await press(pilot, "s")
        await click(pilot, "Evidence")
        await expect(pilot, "[Evidence]")


async def test_the_wheel_moves_a_list_that_is_longer_than_its_place(start: Start, library: Library) -> None:
    for number in range(30):
        library.create(empty_review().titled(f"Review {number:02}")).close()
    async with start(size=(60, 16)) as pilot:
        rows = pilot.app.screen.query_one("#reviews")
        assert isinstance(pilot.app.screen, LibraryScreen)
        region = rows.region
        await pilot._post_mouse_events([MouseScrollDown], rows, offset=(3, region.height // 2), button=0)
        await expect(pilot, lambda: rows.scroll_offset.y > 0)
