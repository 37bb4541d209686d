"""What a person would notice: what undo gives back, what is one step, what counts as unsaved."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.model.answer import Ask, Evidence, State, Strength
from scrutiny_tui.model.checklist import Phase
from scrutiny_tui.model.meeting import Meeting
from scrutiny_tui.model.review import HISTORY_KEPT, Review
from tests.examples import empty_review, full_review
from tests.model.test_phase import review_in

START = datetime(2027, 7, 1, 14, 0, tzinfo=UTC)
Change = Callable[[Desk], object]


class Ticking:
    """A clock that is a second later each time it is asked."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def desk_of(review: Review | None = None, *, locked: str = "") -> Desk:
    return Desk(review or empty_review(), Ticking(), locked=locked)


def lines(desk: Desk) -> list[str]:
    """Return what the history tells."""
    return [event.what for event in desk.review.history]


# Answering


def test_a_rating_stands_and_can_be_changed() -> None:
    desk = desk_of()
    desk.rate("voice", 2)
    desk.rate("voice", 3)
    answer = desk.review.answer("voice")
    assert (answer.state, answer.level) == (State.RATED, 3)


def test_a_level_that_the_scale_does_not_have_changes_nothing() -> None:
    desk = desk_of()
    with pytest.raises(KeyError):
        desk.rate("voice", 5)
    assert desk.review == empty_review()


@pytest.mark.parametrize("state", [State.NOT_KNOWN, State.NOT_DISCUSSED, State.UNANSWERED])
def test_an_answer_without_a_level_takes_the_rating_and_its_strength_away(state: State) -> None:
    desk = desk_of(full_review())
    desk.set_state("front-door", state)
    answer = desk.review.answer("front-door")
    assert (answer.state, answer.level, answer.strength) == (state, None, None)


def test_not_applicable_needs_a_reason() -> None:
    desk = desk_of()
    with pytest.raises(ValueError, match="reason"):
        desk.set_state("unit", State.NOT_APPLICABLE)
    desk.set_state("unit", State.NOT_APPLICABLE, "No secure unit")
    assert desk.review.answer("unit").reason == "No secure unit"


def test_only_a_rating_can_have_a_strength() -> None:
    desk = desk_of()
    with pytest.raises(ValueError, match="strength"):
        desk.set_strength("voice", Strength.TOLD)
    desk.rate("voice", 3)
    desk.set_strength("voice", Strength.TOLD)
    desk.rate("voice", 2)
    assert desk.review.answer("voice").strength is Strength.TOLD
    desk.set_strength("voice", None)
    assert desk.review.answer("voice").strength is None


def test_taking_the_answer_back_keeps_notes_asks_and_evidence() -> None:
    desk = desk_of(full_review())
    before = desk.review.answer("front-door")
    desk.set_state("front-door", State.UNANSWERED)
    assert desk.review.answer("front-door") == before.in_state(State.UNANSWERED)
    assert desk.review.answer("front-door").note == before.note


def test_asks_and_evidence_are_added_changed_and_dropped() -> None:
    desk = desk_of()
    desk.put_ask("voice", Ask("a1", "What changed?"))
    desk.put_ask("voice", Ask("a2", "Who was asked?"))
    desk.put_ask("voice", Ask("a1", "What changed last year?"))
    desk.put_evidence("voice", Evidence("v1", pages="3"))
    desk.put_evidence("voice", Evidence("v1", pages="3-5"))
    answer = desk.review.answer("voice")
    assert [ask.text for ask in answer.asks] == ["What changed last year?", "Who was asked?"]
    assert [item.pages for item in answer.evidence] == ["3-5"]
    desk.drop_ask("voice", "a1")
    desk.drop_evidence("voice", "v1")
    answer = desk.review.answer("voice")
    assert [ask.id for ask in answer.asks] == ["a2"]
    assert not answer.evidence


def test_dropping_what_is_not_there_is_no_step() -> None:
    desk = desk_of(full_review())
    desk.drop_ask("front-door", "a9")
    desk.drop_evidence("front-door", "v9")
    assert desk.undo() == ""
    assert desk.review == full_review()


def test_the_two_notes_are_kept_apart() -> None:
    desk = desk_of()
    desk.write_note("voice", "For all")
    desk.write_private_note("voice", "For me")
    answer = desk.review.answer("voice")
    assert (answer.note, answer.private_note) == ("For all", "For me")


# What is one step


def type_note(desk: Desk, text: str, question: str = "voice") -> None:
    """Type a note letter by letter, after what is there."""
    there = desk.review.answer(question).note
    for end in range(1, len(text) + 1):
        desk.write_note(question, there + text[:end])


def test_a_run_of_typing_is_undone_at_once() -> None:
    desk = desk_of()
    type_note(desk, "Nobody could say.")
    assert lines(desk) == ["Wrote the note, Children's voice"]
    assert desk.undo() == "Wrote the note, Children's voice"
    assert desk.review.answer("voice").note == ""
    assert desk.undo() == ""
    desk.redo()
    assert desk.review.answer("voice").note == "Nobody could say."


def test_leaving_a_field_ends_the_run_of_typing() -> None:
    desk = desk_of()
    type_note(desk, "One.")
    desk.settle()
    type_note(desk, " Two.")
    desk.undo()
    assert desk.review.answer("voice").note == "One."


@pytest.mark.parametrize(
    "between",
    [
        lambda desk: desk.rate("voice", 1),
        lambda desk: desk.write_private_note("voice", "x"),
        lambda desk: desk.write_note("homes", "x"),
        lambda desk: desk.go("school"),
        lambda desk: (desk.rate("voice", 1), desk.undo()),
    ],
    ids=["a rating", "another field", "another question", "a move", "an undo"],
)
def test_anything_in_between_ends_the_run_of_typing(between: Change) -> None:
    desk = desk_of()
    type_note(desk, "One.")
    between(desk)
    type_note(desk, " Two.")
    desk.undo()
    assert desk.review.answer("voice").note == "One."


@pytest.mark.parametrize(
    ("write", "read"),
    [
        (lambda desk, text: desk.rename(text), lambda review: review.title),
        (lambda desk, text: desk.set_meeting(Meeting(venue=text)), lambda review: review.meeting.venue),
        (lambda desk, text: desk.put_ask("voice", Ask("a1", text)), lambda review: review.answer("voice").asks),
        (
            lambda desk, text: desk.put_evidence("voice", Evidence("v1", text)),
            lambda review: review.answer("voice").evidence,
        ),
        (
            lambda desk, text: desk.set_state("voice", State.NOT_APPLICABLE, text),
            lambda review: review.answer("voice").state,
        ),
    ],
    ids=["title", "meeting", "ask", "evidence", "reason"],
)
def test_every_field_is_one_step_for_a_run_of_typing(
    write: Callable[[Desk, str], None], read: Callable[[Review], object]
) -> None:
    desk = desk_of()
    for text in ("R", "Ro", "Room"):
        write(desk, text)
    assert len(lines(desk)) == 1
    desk.undo()
    assert read(desk.review) == read(empty_review())
    assert not desk.undo()


def test_two_asks_are_two_steps() -> None:
    desk = desk_of()
    desk.put_ask("voice", Ask("a1", "One?"))
    desk.put_ask("voice", Ask("a2", "Two?"))
    desk.undo()
    assert [ask.id for ask in desk.review.answer("voice").asks] == ["a1"]


def test_a_letter_typed_and_taken_back_leaves_no_trace() -> None:
    desk = desk_of(full_review())
    desk.go("voice")
    before = desk.review
    desk.write_note("voice", before.answer("voice").note + "x")
    desk.write_note("voice", before.answer("voice").note)
    assert desk.review == before
    assert desk.undo() == ""


def test_typing_goes_on_after_a_letter_was_taken_back() -> None:
    desk = desk_of()
    for text in ("x", "", "y", "yes"):
        desk.write_note("voice", text)
    assert lines(desk) == ["Wrote the note, Children's voice"]
    desk.undo()
    assert desk.review.answer("voice").note == ""
    assert desk.undo() == ""


def test_the_same_answer_again_is_no_step() -> None:
    desk = desk_of()
    desk.rate("voice", 3)
    value = desk.review
    desk.rate("voice", 3)
    assert desk.review is value


def test_the_desk_says_whether_another_letter_is_likely() -> None:
    desk = desk_of()
    assert not desk.typing
    desk.write_note("voice", "x")
    assert desk.typing
    desk.rate("voice", 2)
    assert not desk.typing


# Undo and redo


def test_undo_and_redo_walk_the_whole_sitting() -> None:
    desk = desk_of()
    wanted = [desk.review.answers]
    for level, question in enumerate(("front-door", "voice", "homes", "school"), start=1):
        desk.rate(question, level)
        wanted.append(desk.review.answers)
    for answers in reversed(wanted[:-1]):
        assert desk.undo()
        assert desk.review.answers == answers
    assert desk.undo() == ""
    for answers in wanted[1:]:
        assert desk.redo()
        assert desk.review.answers == answers
    assert desk.redo() == ""


def test_undo_and_redo_go_back_to_where_the_change_was_made() -> None:
    desk = desk_of()
    desk.go("homes")
    desk.rate("homes", 2)
    desk.go("learning")
    desk.undo()
    assert desk.review.question.id == "homes"
    desk.go("partners")
    desk.redo()
    assert desk.review.question.id == "homes"
    desk.go("money")
    desk.undo()
    assert desk.review.question.id == "homes"


def test_undo_of_a_change_to_the_review_goes_back_to_where_the_person_stood() -> None:
    desk = desk_of()
    desk.go("homes")
    desk.rename("Another title")
    desk.go("learning")
    desk.undo()
    assert (desk.review.title, desk.review.place) == ("Untitled review", "homes")


def test_undo_shows_the_question_that_it_changes() -> None:
    desk = desk_of()
    desk.go("homes")
    desk.write_note("voice", "Typed before the move arrived")
    desk.undo()
    assert desk.review.question.id == "voice"


def test_moving_is_no_step() -> None:
    desk = desk_of()
    desk.rate("front-door", 1)
    desk.move(1)
    desk.go("school")
    desk.go_to_next_unanswered()
    assert lines(desk) == ["Rated 1 Poor, Front door"]
    assert desk.undo() == "Rated 1 Poor, Front door"
    assert desk.undo() == ""


def test_moving_does_not_take_redo_away() -> None:
    desk = desk_of()
    desk.rate("front-door", 1)
    desk.undo()
    desk.move(3)
    assert desk.redo()
    assert desk.review.answer("front-door").level == 1


def test_a_new_change_takes_redo_away() -> None:
    desk = desk_of()
    desk.rate("voice", 1)
    desk.undo()
    desk.rate("homes", 2)
    assert desk.redo() == ""
    assert not desk.review.answer("voice").is_answered


# Moving


def test_moving_stops_at_both_ends() -> None:
    desk = desk_of()
    desk.move(-1)
    assert desk.review.number == 1
    desk.move(100)
    assert desk.review.number == 9
    desk.move(1)
    assert desk.review.number == 9


def test_next_goes_to_the_unanswered_question_and_says_when_there_is_none() -> None:
    desk = desk_of(full_review())
    assert desk.go_to_next_unanswered()
    assert desk.review.question.id == "learning"
    desk.set_state("learning", State.NOT_KNOWN)
    assert not desk.go_to_next_unanswered()
    assert desk.review.question.id == "learning"


def test_nobody_is_told_of_a_move_to_where_they_are() -> None:
    desk = desk_of(full_review())
    told: list[Review] = []
    desk.watch(told.append)
    desk.go("staff")
    assert not told


# The history


def test_the_history_says_what_was_changed_when_and_where() -> None:
    desk = desk_of()
    desk.rate("voice", 3)
    desk.set_strength("voice", Strength.SHOWN)
    desk.set_strength("voice", None)
    desk.set_state("voice", State.NOT_KNOWN)
    desk.set_state("voice", State.UNANSWERED)
    desk.rename("Another title")
    desk.undo()
    desk.redo()
    assert lines(desk) == [
        "Rated 3 Good, Children's voice",
        "How we know: shown, Children's voice",
        "How we know left open, Children's voice",
        "Marked not known, Children's voice",
        "Took the answer back, Children's voice",
        "Wrote the title",
        "Undid: Wrote the title",
        "Made again: Wrote the title",
    ]
    assert {event.question for event in desk.review.history[:5]} == {"voice"}
    assert {event.question for event in desk.review.history[5:]} == {""}
    assert desk.review.history[1].at == START + timedelta(seconds=2)


def test_the_line_of_an_undo_names_the_question_too() -> None:
    desk = desk_of()
    desk.rate("voice", 3)
    desk.undo()
    assert desk.review.history[-1].question == "voice"


def test_what_was_written_in_a_note_is_not_in_the_history() -> None:
    desk = desk_of()
    desk.write_private_note("voice", "Between us")
    assert "Between us" not in str(desk.review.history)


def test_the_history_is_kept_short() -> None:
    desk = desk_of()
    for turn in range(HISTORY_KEPT + 20):
        desk.rate("voice", turn % 4 + 1)
    assert len(desk.review.history) == HISTORY_KEPT
    assert desk.review.history[-1].at == START + timedelta(seconds=HISTORY_KEPT + 20)


def test_typing_does_not_eat_an_old_line_for_every_letter() -> None:
    desk = desk_of()
    for turn in range(HISTORY_KEPT):
        desk.rate("voice", turn % 4 + 1)
    type_note(desk, "A long note")
    assert lines(desk)[:-1] == [event.what for event in desk.review.history][:-1]
    assert desk.review.history[0].at == START + timedelta(seconds=2)


# Unsaved


def test_unsaved_is_a_comparison_with_what_is_on_the_disk() -> None:
    desk = desk_of()
    assert not desk.unsaved
    desk.rate("voice", 3)
    assert desk.unsaved
    first = desk.review
    desk.rate("voice", 2)
    desk.mark_saved(first)
    assert desk.unsaved
    desk.mark_saved(replace(desk.review))
    assert not desk.unsaved


def test_the_place_is_saved_so_that_the_person_comes_back_to_it() -> None:
    desk = desk_of(full_review())
    desk.move(1)
    assert desk.unsaved
    desk.move(-1)
    assert not desk.unsaved


def test_an_undone_change_is_saved_too_for_its_lines_in_the_history() -> None:
    desk = desk_of()
    desk.rate("voice", 3)
    desk.mark_saved(desk.review)
    desk.undo()
    desk.redo()
    assert desk.unsaved


def test_everybody_who_watches_is_told_the_new_value() -> None:
    desk = desk_of()
    one: list[Review] = []
    other: list[Review] = []
    desk.watch(one.append)
    desk.watch(other.append)
    desk.rate("voice", 3)
    desk.move(1)
    desk.undo()
    assert len(one) == 3
    assert one == other
    assert one[-1] is desk.review


# The phase


def test_saying_the_phase_leaves_the_person_at_the_question_at_hand_also_when_it_is_taken_back() -> None:
    desk = desk_of(review_in(None, {"voice": {Phase.FAIR_TO_GOOD}}))
    desk.rate("front-door", 2)
    desk.set_phase(Phase.FAIR_TO_GOOD)
    assert desk.review.question.id == "front-door"
    assert desk.undo() == "Phase: fair to good"
    assert (desk.review.phase, desk.review.question.id) == (None, "front-door")
    desk.redo()
    assert (desk.review.phase, desk.review.question.id) == (Phase.FAIR_TO_GOOD, "front-door")
    desk.move(-1)
    assert desk.review.question.id == "voice"


def test_before_anything_is_said_the_phase_chooses_where_to_begin() -> None:
    desk = desk_of(review_in(None, {"voice": {Phase.FAIR_TO_GOOD}}))
    desk.set_phase(Phase.FAIR_TO_GOOD)
    assert desk.review.question.id == "voice"


# Reading only


EVERY_CHANGE: list[Change] = [
    lambda desk: desk.rate("voice", 3),
    lambda desk: desk.set_state("voice", State.UNANSWERED),
    lambda desk: desk.set_strength("homes", Strength.TESTED),
    lambda desk: desk.write_note("voice", "x"),
    lambda desk: desk.write_private_note("voice", "x"),
    lambda desk: desk.put_ask("voice", Ask("a7", "x")),
    lambda desk: desk.drop_ask("voice", "a1"),
    lambda desk: desk.put_evidence("voice", Evidence("v7")),
    lambda desk: desk.drop_evidence("school", "v1"),
    lambda desk: desk.set_meeting(Meeting()),
    lambda desk: desk.rename("x"),
    lambda desk: desk.set_phase(Phase.POOR_TO_FAIR),
    lambda desk: desk.undo(),
    lambda desk: desk.redo(),
]


@pytest.mark.parametrize("change", EVERY_CHANGE)
def test_a_review_that_can_only_be_read_is_never_changed(change: Change) -> None:
    desk = desk_of(full_review(), locked="It is open elsewhere.")
    change(desk)
    assert desk.review == full_review()
    assert not desk.unsaved


def test_a_review_that_can_only_be_read_can_be_walked_through_and_is_never_unsaved() -> None:
    desk = desk_of(full_review(), locked="It is open elsewhere.")
    desk.go("front-door")
    assert desk.review.question.id == "front-door"
    assert not desk.unsaved
    assert desk.locked == "It is open elsewhere."


def test_a_copy_in_another_file_can_be_changed() -> None:
    desk = desk_of(full_review(), locked="It is open elsewhere.")
    desk.mark_moved(desk.review)
    desk.rate("voice", 3)
    assert desk.unsaved
    assert desk.review.answer("voice").level == 3
