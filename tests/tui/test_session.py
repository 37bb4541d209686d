"""A session on the screen: each test is something an adviser does, or the room would notice."""

from dataclasses import replace

import pytest

from scrutiny_tui.model.agenda import agenda
from scrutiny_tui.model.answer import Answer, Ask, State, Strength
from scrutiny_tui.model.meeting import Attendance, Kind, Meeting, Person
from scrutiny_tui.model.panel import Names, Panel
from scrutiny_tui.model.respondent import Respondent, Role
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.rounds import Rating, Said, Stage
from scrutiny_tui.model.sealing import count
from scrutiny_tui.storage.library import Library
from tests.examples import PRIVATE_NOTE, empty_review
from tests.tui.conftest import SIZES, Start, expect, only, press, shown

FIRST, SECOND = (question.id for question in empty_review().questions[:2])
UNHEARD = "nobody may see this yet"


def with_panel(names: Names = Names.KEPT, raters: int = 5) -> Review:
    people = [Respondent(f"r{number}", f"Member {number}") for number in range(1, raters + 1)]
    people.append(Respondent("r99", "Adviser", Role.FACILITATOR))
    return empty_review().with_panel(Panel(names=names, respondents=tuple(people)))


def with_files() -> Review:
    """Two members' files differ on the second question only, and say something beside it."""
    review = with_panel()
    low = Answer(SECOND, State.RATED, 1, note=UNHEARD, asks=(Ask("a1", "Who was asked?", role="director"),))
    high = Answer(SECOND, State.RATED, 4)
    files = [
        Respondent("fa", "Cllr A. Example", prepared=(Answer(FIRST, State.RATED, 3), low)),
        Respondent("fb", "Cllr B. Sample", prepared=(Answer(FIRST, State.RATED, 3), high)),
    ]
    return review.with_panel(replace(review.panel, respondents=(*review.panel.respondents, *files)))


async def test_seven_slips_are_in_revealed_and_agreed_in_fewer_than_fourteen_keys(
    start: Start, library: Library
) -> None:
    keys = ["s", *"2223210"[:7], "v", "2", "t", "n"]
    assert len(keys) < 14
    async with start(opening=library.create(with_panel(raters=7))) as pilot:
        await press(pilot, "f")
        await expect(pilot, "0 of 7 in")
        await press(pilot, *keys[:8])
        await expect(pilot, "7 of 7 in")
        await press(pilot, *keys[8:])
        await expect(pilot, "2 of 9")
        await expect(pilot, lambda: only(library).panel.discussion(FIRST).stage is Stage.AGREED)
    answer = only(library).answer(FIRST)
    assert (answer.level, answer.strength) == (2, Strength.TOLD)
    ratings = only(library).panel.discussion(FIRST).last.ratings
    assert sorted(str(rating.level) for rating in ratings) == ["1", "2", "2", "2", "2", "3", "None"]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_wall_says_how_many_are_in_and_who_is_awaited_and_no_rating(
    start: Start, library: Library, size: tuple[int, int]
) -> None:
    async with start(opening=library.create(with_panel()), size=size) as pilot:
        await press(pilot, "f")
        await expect(pilot, "0 of 5 in")
        before = shown(pilot)
        await press(pilot, "s", "1", "4", "escape")
        await expect(pilot, "2 of 5 in")
        after = shown(pilot)
        assert "Member 3, Member 4" in after
        changed = [line for line in after.splitlines() if line not in before.splitlines()]
        assert all("in" in line or "waiting" in line or "saved" in line or "saving" in line for line in changed), (
            changed
        )
        await press(pilot, "v")
        await expect(pilot, "3 of 5 have not rated")
        await press(pilot, "enter")
        await expect(pilot, "Counts only")
        assert "3 missing" in shown(pilot) or size[1] < 24


async def test_names_or_no_names_is_asked_before_the_first_rating_and_stands_after_it(
    start: Start, library: Library
) -> None:
    async with start(opening=library.create(with_panel(Names.OPEN, raters=2))) as pilot:
        await press(pilot, "f")
        await expect(pilot, "With names or without?")
        await press(pilot, "s")
        await expect(pilot, "too small for that")
        await press(pilot, "down", "enter")
        await expect(pilot, "Paper slips")
        await press(pilot, "3", "1")
        await expect(pilot, "2 of 2 in")
        assert "too small for its ratings to be anonymous" in shown(pilot)
        await press(pilot, "p")
        await expect(pilot, "Who takes part")
        await press(pilot, "end", "enter")
        await expect(pilot, "so that stands")
        await press(pilot, "enter", "escape", "v")
        await expect(pilot, "Counts only")
        assert "Member" not in shown(pilot)
    assert [each.by for each in only(library).panel.discussion(FIRST).last.ratings] == ["", ""]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_keyboard_goes_round_and_nothing_pressed_shows(
    start: Start, library: Library, size: tuple[int, int]
) -> None:
    async with start(opening=library.create(with_panel(raters=2)), size=size) as pilot:
        await press(pilot, "f", "k")
        await expect(pilot, "Now Member 1")
        assert all(words in shown(pilot) for words in ("1 Poor", "4 Great", "0 Not known", "- I abstain"))
        await press(pilot, "3")  # before Enter, a key that somebody leans on is no rating
        assert not only(library).panel.is_begun
        await press(pilot, "enter")
        await expect(pilot, "Member 1: press your number")
        await press(pilot, "3")
        await expect(pilot, "Received. Pass it on.  Now Member 2")
        await press(pilot, "4")
        await press(pilot, "enter", "minus")
        await expect(pilot, "All ratings are in")
        await press(pilot, "enter", "v")
        await expect(pilot, "Abstained")
    assert [rating.by for rating in only(library).panel.discussion(FIRST).last.ratings] == ["r2", "r1"]


async def test_hands_are_counted_by_level_and_never_more_than_raters_are_left(start: Start, library: Library) -> None:
    async with start(opening=library.create(with_panel())) as pilot:
        await press(pilot, "f", "c")
        await expect(pilot, "Show of hands")
        await press(pilot, "tab", "4", "tab", "3")
        await expect(pilot, "You counted 7 hands, and 5 of the raters have not rated yet")
        await press(pilot, "backspace", "1", "escape")
        await expect(pilot, "5 of 5 in")
        await press(pilot, "v")
        await expect(pilot, "Agreed: 4 of 5 chose 2 Fair")


async def test_beside_a_count_of_hands_no_more_slips_come_in_than_raters_are_left(
    start: Start, library: Library
) -> None:
    review = with_panel()
    hands = [Rating(Said.RATED, 1)] * 3
    async with start(opening=library.create(review.with_panel(count(review.panel, FIRST, hands)))) as pilot:
        await press(pilot, "f", "s", "1", "2", "3")
        await expect(pilot, "Reveal the ratings first (v)")
        assert "5 of 5 in" in shown(pilot)


async def test_a_second_round_is_one_key_and_the_first_is_kept(start: Start, library: Library) -> None:
    async with start(opening=library.create(with_panel(raters=4))) as pilot:
        await press(pilot, "f", "s", "1", "1", "4", "4", "v")
        await expect(pilot, "Polarised")
        await press(pilot, "o")
        await expect(pilot, "round 2   0 of 4 in")
        await press(pilot, "s", "3", "3", "3", "3", "v")
        await expect(pilot, "Round 2. Agreed")
    assert len(only(library).panel.discussion(FIRST).revealed) == 2


async def test_a_reveal_cannot_be_undone_and_what_came_after_it_can(start: Start, library: Library) -> None:
    async with start(opening=library.create(with_panel(raters=1))) as pilot:
        await press(pilot, "f", "s", "2", "v")
        await expect(pilot, "Counts only")
        await press(pilot, "3")
        await expect(pilot, "Agreed answer  3 Good")
        await press(pilot, "u")
        await expect(pilot, "Undone: Agreed on an answer")
        await press(pilot, "u")
        await expect(pilot, "There is nothing to undo")
        assert "Counts only" in shown(pilot)


async def test_before_the_reveal_a_number_agrees_on_nothing(start: Start, library: Library) -> None:
    async with start(opening=library.create(with_panel())) as pilot:
        await press(pilot, "f", "3")
        await expect(pilot, "Reveal the ratings first")
        await press(pilot, "v")
        await expect(pilot, "No rating is in yet")
        await press(pilot, "e")
        await expect(pilot, "the words come after the talk")
    assert only(library).answer(FIRST).is_blank


async def test_reason_and_minority_view_stand_under_the_agreed_answer(start: Start, library: Library) -> None:
    async with start(opening=library.create(with_panel(raters=1))) as pilot:
        await press(pilot, "f", "s", "2", "v", "2", "e")
        await expect(pilot, "Reason for what is agreed")
        await press(pilot, "text:The audit shows it.", "enter", "w")
        await expect(pilot, "in its own words")
        await press(pilot, "text:I saw it otherwise.", "enter")
        await expect(pilot, "Minority view  I saw it otherwise.")
        await press(pilot, "minus")
        await expect(pilot, "Say in a few words why")
        await press(pilot, "text:No such service", "enter")
        await expect(pilot, "Agreed answer  not applicable: No such service")
    discussion = only(library).panel.discussion(FIRST)
    assert (discussion.reason, discussion.minority) == ("The audit shows it.", "I saw it otherwise.")


async def test_members_files_are_sealed_until_the_reveal_and_give_their_asks_after_it(
    start: Start, library: Library
) -> None:
    async with start(opening=library.create(with_files())) as pilot:
        await press(pilot, "f", "d")
        await expect(pilot, "1 of 9")
        await expect(pilot, "2 of 7 in")
        assert only(library).question.id == SECOND, "where the files differ comes first"
        await press(pilot, "a")
        assert UNHEARD not in shown(pilot)
        await press(pilot, "v", "enter")
        await expect(pilot, "Cllr A. Example")
        await press(pilot, "a")
        await expect(pilot, UNHEARD)
        await press(pilot, "down", "enter")
        await expect(pilot, "(taken)")
        await press(pilot, "escape", "d")
        await expect(pilot, "In the order of the checklist")
    review = only(library)
    assert [ask.text for ask in review.answer(SECOND).asks] == ["Who was asked?"]
    assert agenda(review)[0].id == FIRST


async def test_our_notes_are_on_the_wall_only_when_asked_for(start: Start, library: Library) -> None:
    review = with_panel().with_answer(Answer(FIRST, note="Ask gently", private_note=PRIVATE_NOTE))
    async with start(opening=library.create(review), size=(120, 36)) as pilot:
        await press(pilot, "f")
        await expect(pilot, "0 of 5 in")
        assert "Ask gently" not in shown(pilot)
        assert PRIVATE_NOTE[:30] not in shown(pilot)
        await press(pilot, "h")
        await expect(pilot, PRIVATE_NOTE[:30])
        await press(pilot, "h")
        await expect(pilot, lambda: "Ask gently" not in shown(pilot))


async def test_a_break_leaves_nothing_on_the_wall(start: Start, library: Library) -> None:
    async with start(opening=library.create(with_panel())) as pilot:
        await press(pilot, "f")
        await expect(pilot, "0 of 5 in")
        await press(pilot, "b")
        await expect(pilot, lambda: shown(pilot).split() == ["A", "break.", "b", "goes", "on."])
        await press(pilot, "b")
        await expect(pilot, "0 of 5 in")


async def test_the_first_session_asks_who_takes_part_and_takes_them_from_the_meeting(
    start: Start, library: Library
) -> None:
    people = (
        Person("Cllr A. Example", Kind.CHAIR),
        Person("Cllr B. Sample", attendance=Attendance.APOLOGIES),
        Person("Adviser", Kind.ADVISER),
        Person("Director", Kind.OFFICER),
    )
    async with start(opening=library.create(empty_review().with_meeting(Meeting(people=people)))) as pilot:
        await press(pilot, "f")
        await expect(pilot, "Take the meeting's people")
        await press(pilot, "down", "enter")
        await expect(pilot, "facilitator")
        await press(pilot, "home", "enter")
        await expect(pilot, "Name or alias")
        await press(pilot, "escape", "end", "up", "up", "enter")
        await expect(pilot, "A name or an alias" if "Name or alias" not in shown(pilot) else "Name or alias")
        await press(pilot, "text:Member 9", "escape", "tab", "text:90")
        await expect(pilot, "10:00 for each question")
        await press(pilot, "ctrl+s")
        await expect(pilot, "of 10:00")
    panel = only(library).panel
    roles = [(each.name, each.role) for each in panel.respondents]
    assert roles == [
        ("Cllr A. Example", Role.RATER),
        ("Adviser", Role.FACILITATOR),
        ("Director", Role.OBSERVER),
        ("Member 9", Role.RATER),
    ]
    assert panel.minutes == 90


async def test_who_leaves_in_mid_round_keeps_the_rating_and_is_no_longer_awaited(
    start: Start, library: Library
) -> None:
    async with start(opening=library.create(with_panel())) as pilot:
        await press(pilot, "f", "s", "1", "2", "escape", "p")
        await expect(pilot, "Who takes part")
        await press(pilot, "home", "delete")
        await expect(pilot, "has left")
        await press(pilot, "end", "up", "enter")
        await expect(pilot, "Name or alias")
        await press(pilot, "text:Latecomer", "escape", "escape")
        await expect(pilot, "2 of 6 in")
        assert "Latecomer" in shown(pilot)
    ratings = only(library).panel.discussion(FIRST).last.ratings
    assert [rating.by for rating in ratings] == ["r1", "r2"]


async def test_what_belongs_elsewhere_is_parked(start: Start, library: Library) -> None:
    async with start(opening=library.create(with_panel())) as pilot:
        await press(pilot, "f", "l")
        await expect(pilot, "Park something")
        await press(pilot, "enter")
        await expect(pilot, "What to park")
        await press(pilot, "text:School transport", "enter")
        await expect(pilot, "> + Park something")
        await press(pilot, "escape")
        await expect(pilot, "Parked 1")
    [parked] = only(library).panel.parked
    assert (parked.text, parked.question) == ("School transport", FIRST)


async def test_thirty_raters_fit_on_the_smallest_wall(start: Start, library: Library) -> None:
    async with start(opening=library.create(with_panel(raters=30)), size=(60, 16)) as pilot:
        await press(pilot, "f", "c")
        await expect(pilot, "Show of hands")
        await press(pilot, "3", "0", "escape", "v")
        await expect(pilot, "Agreed: all of them")
        assert "30  ooooo ooooo ooooo ooooo ooooo ooooo" in shown(pilot)


async def test_two_quick_reveals_are_one(start: Start, library: Library) -> None:
    async with start(opening=library.create(with_panel())) as pilot:
        await press(pilot, "f", "s", "1", "2", "escape")
        await expect(pilot, "2 of 5 in")
        await pilot.press("v", "v")
        await expect(pilot, "Reveal without them?")
        await press(pilot, "enter", "enter")
        await expect(pilot, "Counts only")
        await press(pilot, "escape")
    assert len(only(library).panel.discussion(FIRST).revealed) == 1


async def test_how_the_group_knows_is_not_put_on_an_answer_that_was_changed_since(
    start: Start, library: Library
) -> None:
    async with start(opening=library.create(with_panel(raters=1))) as pilot:
        await press(pilot, "f", "s", "2", "v", "2", "q", "0")
        await expect(pilot, "(*) 0 Not known")
        await press(pilot, "f", "t")
        await expect(pilot, "changed after it was agreed")
    agreed = only(library).panel.discussion(FIRST).agreed
    assert agreed
    assert (agreed.level, only(library).answer(FIRST).state) == (2, State.NOT_KNOWN)


async def test_what_one_person_knew_is_not_what_the_group_knows(start: Start, library: Library) -> None:
    own = Answer(FIRST, State.RATED, 4, strength=Strength.TESTED)
    async with start(opening=library.create(with_panel(raters=1).with_answer(own))) as pilot:
        await press(pilot, "f", "s", "2", "v", "2")
        await expect(pilot, "Agreed answer  2 Fair")
        assert "tested" not in shown(pilot)


async def test_a_further_round_begun_by_mistake_is_taken_back_and_the_agreement_stands(
    start: Start, library: Library
) -> None:
    async with start(opening=library.create(with_panel(raters=1))) as pilot:
        await press(pilot, "f", "s", "2", "v", "2", "o")
        await expect(pilot, "round 2   0 of 1 in")
        await press(pilot, "z")
        await expect(pilot, "Agreed answer  2 Fair")


async def test_after_hands_for_all_no_slip_is_one_too_many(start: Start, library: Library) -> None:
    async with start(opening=library.create(with_panel())) as pilot:
        await press(pilot, "f", "c")
        await expect(pilot, "Show of hands")
        await press(pilot, "1", "2", "backspace", "backspace", "5", "escape")
        await expect(pilot, "5 of 5 in")
        await press(pilot, "s")
        await expect(pilot, "Hands were counted for all")


async def test_a_members_file_is_taken_off_the_list_only_after_it_was_asked(start: Start, library: Library) -> None:
    async with start(opening=library.create(with_files())) as pilot:
        await press(pilot, "f", "p")
        await expect(pilot, "Cllr B. Sample")
        await press(pilot, "end", "up", "up", "delete")
        await expect(pilot, "Take a member's file off the list?")
        await press(pilot, "down", "enter")
        await expect(pilot, "Who takes part")
        assert len(only(library).panel.respondents) == 8
        await press(pilot, "delete")
        await expect(pilot, "Take a member's file off the list?")
        await press(pilot, "enter")
        await expect(pilot, lambda: len(only(library).panel.respondents) == 7)
        await press(pilot, "escape", "u")
        await expect(pilot, lambda: len(only(library).panel.respondents) == 8)
