"""What the review says, line by line: the parts, their sums, the whole record, the list for the room, comparing."""

from dataclasses import replace
from io import StringIO

import pytest

from scrutiny_tui.model.earlier import Why
from scrutiny_tui.model.meeting import Meeting
from scrutiny_tui.model.report import build
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.room_plan import RoomPlan
from scrutiny_tui.model.summary import PARTS, figures
from scrutiny_tui.plain.comparing import ComparePlace
from scrutiny_tui.plain.place import Place
from scrutiny_tui.plain.room_list import RoomPlace
from scrutiny_tui.plain.sitting import Sitting, sit_down
from scrutiny_tui.plain.summary import SummaryPlace
from scrutiny_tui.plain.talk import EndedError
from scrutiny_tui.storage.library import Library
from tests.examples import PRIVATE_NOTE, empty_review, full_review
from tests.plain.conftest import SitDown

DRAWN = "█░▁▂▃▄▅▆▇·─│┌┐└┘…"


def by_the_rule() -> Review:
    return replace(full_review(), room=RoomPlan())


def asked(sitting: Sitting) -> list[str]:
    """Return the questions for the room as they stand on the disk."""
    return [each.text for each in build(sitting.keeper.store.review).room]


def heard(place: Place, said: StringIO) -> str:
    """Return all that is said until the last line."""
    with pytest.raises(EndedError):
        place.stay()
    return said.getvalue()


@pytest.mark.parametrize("review", [full_review(), empty_review()], ids=["full", "empty"])
def test_every_part_says_its_figures_in_whole_lines_and_draws_nothing(seated: SitDown, review: Review) -> None:
    sitting, said = seated(review, map(str, range(1, len(PARTS) + 1)))
    told = heard(SummaryPlace(sitting), said)
    report = build(review)
    for at, part in enumerate(PARTS):
        assert f"{at + 1}. {part.name}\n" in told
        for figure in figures(report, at).values():
            assert "\n".join(figure.lines) in told
    assert not set(told).intersection(DRAWN)


def test_the_coverage_comes_first_and_a_figure_says_how_it_came_about(seated: SitDown) -> None:
    sitting, said = seated(full_review(), ["1", "sum 1", "sum 99", "sum", "differences", "sum 2", "9", "prophile"])
    told = heard(SummaryPlace(sitting), said)
    assert told.startswith("\nWhat this review says. 4 of 8 questions that apply are rated")
    assert "9 questions to rate, less 1 that does not apply" in told
    assert told.count("Type sum and a number from 1 to 13: the figures of Profile.") == 2
    assert "Cllr A. Example: 2; Cllr C. Specimen: abstained; Cllr B. Sample: 3; counts only" in told
    assert "Type a number from 1 to 6 to read a part" in told
    assert sitting.talk.mistakes == 4


def test_the_whole_record_is_read_out_without_marks_and_without_the_private_note(seated: SitDown) -> None:
    sitting, said = seated(full_review(), ["all"])
    told = heard(SummaryPlace(sitting), said)
    assert "Question: 1. Front door; Answer: 2 Fair; How we know: shown" in told
    assert "Reply: left blank" in told
    assert "How to read this" in told
    assert PRIVATE_NOTE not in told
    assert not any(mark in told for mark in ("**", "##", "| ", "___", *DRAWN))


def test_from_the_summary_one_goes_to_the_room_and_to_comparing_and_comes_back(seated: SitDown) -> None:
    sitting, said = seated(full_review(), ["room", "q", "c", "q", "q"])
    SummaryPlace(sitting).stay()
    assert said.getvalue().count("What this review says.") == 3


# The list for the room


def test_a_question_for_the_room_is_moved_left_out_and_brought_back(seated: SitDown) -> None:
    one, two, three, *_, last = (each.text for each in build(by_the_rule()).room)
    sitting, said = seated(by_the_rule(), ["up 1", "K 2", "down 1", "place 3 1", "out 2"])
    told = heard(RoomPlace(sitting), said)
    assert "It is the first already." in told
    assert "It is 1 of 7 now; its reason stays.\nMoved a question for the room. Saved." in told
    assert "Left out: it is 7, at the end of the list." in told
    assert (asked(sitting)[0], set(asked(sitting)) & {one, two}) == (three, {two})
    sitting, said = seated(by_the_rule(), ["d 1", "rule 7", "u", "u", "redo"])
    told = heard(RoomPlace(sitting), said)
    assert "It stands where the rule puts it: it is 1 now." in told
    assert "Undid: Left a question out of the room. Saved." in told
    assert asked(sitting)[0] == two
    assert asked(sitting)[-1] == last


def test_a_bad_number_is_answered_with_the_numbers_there_are(seated: SitDown) -> None:
    lines = ["up", "out 8", "rule 99", "place 1 99", "who x", "nothing", "99"]
    sitting, said = seated(full_review(), lines)
    before = sitting.desk.review
    told = heard(RoomPlace(sitting), said)
    assert told.count("Type the number of a question from 1 to 6 behind it.") == 3
    assert "from 1 to 7 behind it" in told
    assert "its new place from 1 to 6" in told
    assert sitting.talk.mistakes == len(lines)
    assert sitting.desk.review == before


def test_who_asks_is_written_and_kept_even_where_the_lines_end_there(seated: SitDown) -> None:
    sitting, said = seated(by_the_rule(), ["who 2", "2", "1", "a 1", "Cllr Z. Nobody"])
    told = heard(RoomPlace(sitting), said)
    assert "2. Cllr B. Sample" in told
    assert "The rule puts it at 1." in told
    assert [each.who for each in build(sitting.keeper.store.review).room[:2]] == ["Cllr Z. Nobody", "Cllr B. Sample"]


# Comparing


def last_year() -> Review:
    old = replace(empty_review(), id="r-old", title="Last year").with_meeting(Meeting())
    return old.with_answer(old.answer("front-door").rated(1))


def test_an_earlier_review_is_taken_in_and_why_it_moved_is_written(seated: SitDown, library: Library) -> None:
    library.create(last_year()).close()
    review = replace(full_review(), earlier=(), whys=())
    sitting, said = seated(review, ["add", "9", "1", "why 77", "why 1", "A new team in May"])
    told = heard(ComparePlace(sitting), said)
    assert "None is compared with yet; add finds one in a folder." in told
    assert "type a number from 1 to 1, or nothing" in told
    assert "Question 1, Front door\n1 Poor then, 2 Fair now: up 1 level" in told
    assert "The questions that are asked now go from 1 to 9." in told
    kept = sitting.keeper.store.review
    assert [each.title for each in kept.earlier] == ["Last year"]
    assert kept.whys == (Why("front-door", "r-old", "A new team in May"),)


def test_an_earlier_review_is_dropped_and_brought_back(seated: SitDown) -> None:
    sitting, said = seated(full_review(), ["drop 3", "drop 1", "list", "u"])
    told = heard(ComparePlace(sitting), said)
    assert "3 July 2025: 1 Poor\nnot known then, 2 Fair now" in told
    assert "drop and a number from 1 to 2" in told
    assert "Took an earlier review out of the comparison. Saved." in told
    assert sitting.keeper.store.review.earlier == full_review().earlier


def test_a_folder_without_reviews_and_a_copy_of_the_same_review_are_told_apart(
    seated: SitDown, library: Library
) -> None:
    library.create(full_review()).close()
    sitting, said = seated(full_review(), ["add /nowhere", "add", "1", "why 1"])
    sitting.desk.drop_earlier(full_review().earlier[0].review)
    told = heard(ComparePlace(sitting), said)
    assert "No other reviews are in /nowhere." in told
    assert "That is a copy of this review itself." in told


def test_a_review_that_is_read_only_shows_all_and_changes_nothing(seated: SitDown, library: Library) -> None:
    holder, said = seated(full_review(), ["out 1", "up 2", "rule 1", "who 1"], interactive=True)
    before = holder.keeper.store.path.read_bytes()
    locked = sit_down(holder.around, library.open(holder.keeper.store.path))
    assert heard(RoomPlace(locked), said).count("This review can only be read here.") == 4
    assert holder.keeper.store.path.read_bytes() == before
    locked.keeper.close()
