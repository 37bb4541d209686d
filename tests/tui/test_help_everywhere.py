"""Help and the meaning of words, one key away on every screen and in every box."""

from textual.screen import Screen

from scrutiny_tui.storage.library import Library
from scrutiny_tui.tui.every_key import kinds
from scrutiny_tui.tui.everywhere import IN_BOXES
from tests.examples import empty_review, full_review
from tests.tui.conftest import Start, expect, press, shown

BASES = {"WorkingScreen", "AnsweringScreen", "CollectingScreen", "LeadingScreen", "SummaryActs", "Modal", "Ballot",
         "OtherReviews"}  # fmt: skip


def screens() -> list[type[Screen[object]]]:
    found = [kind for kind in kinds() if issubclass(kind, Screen) and kind.__name__ not in BASES]
    assert len(found) > 20
    return found


def test_every_screen_and_every_box_says_what_it_is_for() -> None:
    without = [kind.__name__ for kind in screens() if not getattr(kind, "HELP", None)]
    assert without == []


def test_every_box_has_the_keys_for_help_itself() -> None:
    # Textual looks no further than the box, so what works below it does not reach it.
    boxes = [kind for kind in screens() if "ModalScreen" in {base.__name__ for base in kind.__mro__}]
    wanted = {binding.id for binding in IN_BOXES if not isinstance(binding, tuple)}
    for box in boxes:
        has = {binding.id for base in box.__mro__ for binding in base.__dict__.get("BINDINGS", ())}
        assert wanted <= has, box.__name__


async def test_help_says_first_what_the_box_is_for_then_its_keys_and_a_question_mark_is_typed(start: Start) -> None:
    async with start(size=(60, 16)) as pilot:
        await press(pilot, "slash", "question_mark")
        await expect(pilot, "There is nothing to find here yet.")
        await press(pilot, "f1")
        await expect(pilot, "What the keys do here")
        lines = shown(pilot)
        assert lines.index("Type a word or two") < lines.index("Esc           Leave this box")
        await press(pilot, "escape")
        await expect(pilot, "?")


async def test_help_of_a_list_begins_with_the_keys_of_the_list(start: Start, library: Library) -> None:
    library.create(empty_review()).close()
    async with start() as pilot:
        await press(pilot, "question_mark")
        await expect(pilot, "What the keys do here")
        lines = shown(pilot)
        assert lines.index("Your reviews.") < lines.index("Open the highlighted review") < lines.index("Everywhere")


async def test_words_of_the_summary_and_the_session_come_first_there(start: Start, library: Library) -> None:
    async with start(opening=library.create(full_review())) as pilot:
        await press(pilot, "s", "f4")
        await expect(pilot, "those of the summary first")
        await expect(pilot, "Agreed: In a session, at least three quarters")
        await press(pilot, "text:coverage")
        await expect(pilot, "Coverage: In this program")
        await press(pilot, "escape", "enter", "f4")
        await expect(pilot, "those of the summary first")
        await press(pilot, "escape", "escape", "escape", "f")
        await expect(pilot, lambda: "SessionScreen" in [type(each).__name__ for each in pilot.app.screen_stack])
        await press(pilot, "f4")
        await expect(pilot, "those of the session first")
        await press(pilot, "text:sealed")
        await expect(pilot, "Sealed: Taken in, and shown to nobody")
