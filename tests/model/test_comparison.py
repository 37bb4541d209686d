"""What moved since earlier reviews: in words, and only where the same was asked in the same words."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrutiny_tui.model.answer import Answer, State, Strength
from scrutiny_tui.model.change import carry
from scrutiny_tui.model.checklist import Answered, Checklist, LevelDescription, Question, Section
from scrutiny_tui.model.comparison import ComparedLine, Comparison, Status, compared, comparison
from scrutiny_tui.model.earlier import Earlier, EarlierAnswer, Why
from scrutiny_tui.model.keeping import as_earlier, keeping, with_why
from scrutiny_tui.model.meeting import Meeting
from scrutiny_tui.model.moves import Move
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.scale import Level, Scale
from tests.examples import empty_review, full_review, small_checklist
from tests.model.test_change import editions
from tests.strategies import earlier, texts

THEN, NOW = date(2026, 7, 9), date(2027, 7, 8)
STAFF = "staff"
AS_BEFORE = {Move.SAME, Move.UNKNOWN, Move.NO_LEVEL}


def dated(day: date, *answers: Answer, review: Review | None = None, title: str = "Summer") -> Review:
    """A review that met on that day and says nothing but these answers."""
    review = review or empty_review()
    meeting = replace(review.meeting, date=day)
    return replace(review, id=f"r-{day}", title=title, meeting=meeting, answers=answers, earlier=(), whys=())


def rated(level: int, strength: Strength | None = None) -> Answer:
    return Answer(STAFF, State.RATED, level, strength=strength)


def in_state(state: State) -> Answer:
    return Answer(STAFF, state, reason="There is none" if state is State.NOT_APPLICABLE else "")


def line(found: Comparison, question: str = STAFF) -> ComparedLine:
    return next(each for each in found.lines if each.question == question)


def staff(then: Answer, now: Answer) -> ComparedLine:
    return line(compared([as_earlier(dated(THEN, then))], dated(NOW, now)))


def asking(question: Question) -> Checklist:
    """The small checklist with another question under the id of one of its own."""
    checklist = small_checklist()
    sections = tuple(
        replace(each, questions=tuple(question if one.id == question.id else one for one in each.questions))
        for each in checklist.sections
    )
    return replace(checklist, sections=sections)


def without(*gone: str) -> Checklist:
    checklist = small_checklist()
    sections = tuple(
        replace(each, questions=tuple(one for one in each.questions if one.id not in gone))
        for each in checklist.sections
    )
    return replace(checklist, sections=sections)


# Properties


@st.composite
def short_reviews(draw: st.DrawFn) -> Review:
    """A review with whatever people may have written in all that is compared; two of them often ask alike."""
    scale = Scale(tuple(Level(value, f"Step {value}") for value in range(1, draw(st.integers(2, 9)) + 1)))
    asked = [
        Question(
            each, draw(st.just("How good is it?") | texts(1)), draw(texts()), answered=draw(st.sampled_from(Answered))
        )
        for each in draw(st.lists(st.sampled_from(("q1", "q2", "q3", "q4")), min_size=1, unique=True))
    ]
    said = []
    for each in asked:
        levels = 0 if each.in_words else len(scale.levels)
        state = draw(st.sampled_from([each for each in State if levels or each is not State.RATED]))
        level = draw(st.integers(1, levels)) if state is State.RATED else None
        strength = draw(st.none() | st.sampled_from(Strength)) if level else None
        reason = draw(texts(1)) if state is State.NOT_APPLICABLE else ""
        said.append(Answer(each.id, state, level, reason, strength, draw(st.sampled_from(("", "A note")))))
    return Review(
        id=draw(texts()),
        title=draw(texts()),
        checklist=Checklist("c", "C", scale, (Section("s", "S", tuple(asked)),)),
        created=empty_review().created,
        meeting=Meeting(date=draw(st.none() | st.sampled_from((THEN, NOW)))),
        answers=tuple(each for each in said if not each.is_blank),
        earlier=tuple(draw(st.lists(earlier(), max_size=1))),
    )


@given(short_reviews())
def test_a_review_beside_itself_is_as_before_in_every_line(review: Review) -> None:
    found = compared([as_earlier(review)], review)
    assert [each.question for each in found.lines] == [each.id for each in review.questions]
    for each in found.lines:
        assert each.status is Status.SAME
        assert each.move in AS_BEFORE
        assert each.direction.endswith(("as before", "both times"))
        assert (each.then, each.series[0]) == (each.now, each.series[1])


@settings(max_examples=25)
@given(short_reviews(), short_reviews())
def test_any_two_reviews_can_be_laid_beside_each_other(old: Review, new: Review) -> None:
    for told in ([as_earlier(old)], [*new.earlier, *old.earlier, as_earlier(old)]):
        found = compared(told, new)
        holds(found, [*told, as_earlier(new)])


@given(editions(), st.data())
def test_levels_are_compared_only_where_the_wording_agrees(case: tuple[Review, Checklist], data: st.DataObject) -> None:
    old, checklist = case
    new = replace(old, checklist=checklist, answers=tuple(replace(each, carried="") for each in carry(*case).answers))
    for question in checklist.questions:
        if not question.in_words and data.draw(st.booleans()):
            new = new.with_answer(Answer(question.id, State.RATED, data.draw(st.sampled_from((1, 2)))))
    holds(compared([as_earlier(old)], new), [as_earlier(old), as_earlier(new)])


def holds(found: Comparison, told: list[Earlier]) -> None:
    asked = [answer.question for each in told for answer in each.answers]
    assert sorted(each.question for each in found.lines) == sorted(set(asked))
    assert len({each.label for each in found.columns}) == len(found.columns) == len(told)
    for each in found.lines:
        before = told[-2].answer(each.question)
        after = told[-1].answer(each.question)
        alike = before is not None and after is not None and before.wording == after.wording
        assert (each.status is Status.SAME) is alike
        assert (each.move is Move.NOT_COMPARED) is not alike
        assert alike or not each.known
        assert all((mark == ".") is not cell.alike for mark, cell in zip(each.series, each.cells, strict=True))
        assert len(each.chart) in {0, len(told)}
        assert (each.number > 0) is (after is not None)
        assert each.sum
    assert sum(count for _, count in found.moves) == len(found.compared)


# The words


@pytest.mark.parametrize(
    ("then", "now", "move", "direction"),
    [
        (rated(2), rated(3), Move.UP, "up 1 level"),
        (rated(4), rated(2), Move.DOWN, "down 2 levels"),
        (rated(2), rated(2), Move.SAME, "as before"),
        (in_state(State.NOT_KNOWN), rated(2), Move.KNOWN, "now known: 2 Fair"),
        (rated(2), in_state(State.NOT_KNOWN), Move.LOST, "no longer known"),
        (in_state(State.NOT_KNOWN), in_state(State.NOT_KNOWN), Move.UNKNOWN, "not known, as before"),
        (Answer(STAFF), rated(2), Move.NO_LEVEL, "now rated: 2 Fair"),
        (Answer(STAFF), in_state(State.NOT_KNOWN), Move.NO_LEVEL, "now not known"),
        (rated(2), in_state(State.NOT_APPLICABLE), Move.NO_LEVEL, "now does not apply"),
        (in_state(State.NOT_DISCUSSED), in_state(State.NOT_DISCUSSED), Move.NO_LEVEL, "not discussed, as before"),
        (rated(2), Answer(STAFF), Move.NO_LEVEL, "now without an answer"),
    ],
)
def test_the_direction_is_said_in_words(then: Answer, now: Answer, move: Move, direction: str) -> None:
    found = staff(then, now)
    assert (found.move, found.direction) == (move, direction)


@pytest.mark.parametrize(
    ("then", "now", "known"),
    [
        (rated(2, Strength.TOLD), rated(3, Strength.TESTED), "told, now tested: better known"),
        (rated(2, Strength.TESTED), rated(2, Strength.SHOWN), "tested, now shown: less well known"),
        (rated(2, Strength.SHOWN), rated(3, Strength.SHOWN), "shown, as well known as before"),
        (rated(2), rated(2, Strength.TOLD), "not said, now told"),
        (rated(2, Strength.TOLD), rated(2), "told, now not said"),
        (rated(2), rated(2), "not said"),
        (in_state(State.NOT_KNOWN), rated(2, Strength.TOLD), "now told"),
        (rated(2, Strength.TOLD), in_state(State.NOT_KNOWN), ""),
    ],
)
def test_how_we_know_is_compared_in_words_too(then: Answer, now: Answer, known: str) -> None:
    assert staff(then, now).known == known


def test_what_was_worked_out_explains_itself() -> None:
    assert staff(rated(4), rated(2)).sum == (
        "4 Great then and 2 Fair now: 4 less 2 is 2, so down 2 levels. "
        "The question and its levels were put in the same words."
    )
    assert staff(Answer(STAFF), rated(2)).sum == (
        "no answer then and 2 Fair now: a level is compared with a level only. "
        "The question was asked in the same words."
    )


def test_an_answer_that_was_brought_along_and_not_confirmed_is_not_counted_as_before() -> None:
    now = replace(rated(2), carried="Summer, 9 July 2026")
    found = compared([as_earlier(dated(THEN, rated(2)))], dated(NOW, now))
    assert line(found).direction == "as before; brought along, not confirmed"
    assert dict(found.moves)[Move.UNCONFIRMED] == 1


def test_a_question_that_is_answered_in_words_is_left_to_people_to_compare() -> None:
    review = replace(empty_review(), checklist=asking(Question(STAFF, "Who stays?", answered=Answered.WORDS)))
    then, now = (dated(day, Answer(STAFF, note=note), review=review) for day, note in ((THEN, "Few"), (NOW, "Many")))
    found = line(compared([as_earlier(then)], now))
    assert (found.direction, found.series, found.most) == ("answered in words both times", ("w", "w"), 0)
    assert found.chart == ""
    new = line(compared([as_earlier(dated(THEN, review=review))], now))
    assert new.direction == "now answered in words"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (
            Question(STAFF, "Do social workers stay?", "Staff"),
            "Not compared, because the review of 9 July 2026 put the question in other words.",
        ),
        (
            replace(small_checklist().question(STAFF), levels=(LevelDescription(2, "Half of them"),)),
            "Not compared: the question reads as before, but its levels, or how it is answered, do not.",
        ),
    ],
)
def test_what_is_worded_otherwise_is_shown_and_not_compared(question: Question, words: str) -> None:
    new = replace(empty_review(), checklist=asking(question))
    found = compared([as_earlier(dated(THEN, rated(2, Strength.TOLD)))], dated(NOW, rated(3), review=new))
    changed = line(found)
    assert (changed.status, changed.direction) == (Status.CHANGED, "not compared: wording changed")
    assert (changed.then.words, changed.then.strength, changed.now.words) == ("2 Fair", "told", "3 Good")
    assert changed.old_text == small_checklist().question(STAFF).text
    assert (changed.series, changed.known, changed.sum) == ((".", "3"), "", words)


def test_a_question_answered_in_another_way_is_not_compared() -> None:
    worded = replace(small_checklist().question(STAFF), answered=Answered.WORDS)
    new = replace(empty_review(), checklist=asking(worded))
    found = compared([as_earlier(dated(THEN, rated(2)))], dated(NOW, Answer(STAFF, note="Few"), review=new))
    assert line(found).status is Status.CHANGED


def test_new_ones_and_those_no_longer_asked_have_a_line_each() -> None:
    old = dated(THEN, rated(2), review=replace(empty_review(), checklist=without("voice")))
    new = dated(NOW, review=replace(empty_review(), checklist=without(STAFF, "unit")))
    found = compared([as_earlier(old)], new)
    assert [each.question for each in found.lines][-2:] == [STAFF, "unit"]
    gone, added = line(found), line(found, "voice")
    assert (gone.number, gone.then.words, gone.now.words) == (0, "2 Fair", "not asked")
    assert (gone.direction, gone.series) == ("not compared: no longer asked", ("2", "."))
    assert (added.number, added.direction, added.then.words) == (2, "not compared: new", "not asked")
    assert found.coverage == (
        "6 of 7 are asked in the same words as in the review of 9 July 2026, and compared. "
        "1 is new, 2 are no longer asked."
    )


def test_a_question_that_was_left_out_for_a_time_says_so() -> None:
    first = as_earlier(dated(date(2025, 7, 1), rated(1)))
    second = as_earlier(dated(THEN, review=replace(empty_review(), checklist=without(STAFF))))
    found = line(compared([first, second], dated(NOW, rated(2))))
    assert (found.status, found.direction) == (Status.NEW, "not compared: not asked the time before")
    assert found.series == ("1", ".", "2")


def test_of_another_checklist_nothing_is_compared_and_that_is_said() -> None:
    answer = EarlierAnswer("fees", 1, "Fees", "Who sets the fees?", "0" * 16, "2 Partly", State.RATED, 2)
    found = compared([Earlier("r-other", "Another", THEN, (answer,))], dated(NOW, rated(2)))
    assert found.coverage == (
        "No question is asked in the same words as in the review of 9 July 2026, so nothing is compared. "
        "9 are new, 1 is no longer asked."
    )
    assert found.moves_in_words == ""


def test_moves_are_counted_and_never_added_up() -> None:
    then = dated(THEN, rated(2), Answer("money", State.NOT_KNOWN))
    now = dated(NOW, rated(3), Answer("money", State.RATED, 1))
    found = compared([as_earlier(then)], now)
    assert found.moves_in_words == "Of these: 1 up, 1 now known, 7 without a level then or now."


# Over several years


def test_levels_over_time_are_digits_and_a_small_chart() -> None:
    told = [
        dated(date(2023, 7, 1), rated(1)),
        dated(date(2024, 7, 1), in_state(State.NOT_KNOWN)),
        dated(date(2025, 7, 1), in_state(State.NOT_APPLICABLE)),
        dated(THEN),
    ]
    found = line(compared([as_earlier(each) for each in told], dated(NOW, rated(4))))
    assert (found.series, found.chart, found.most) == (("1", "?", "x", "-", "4"), "▂···█", 4)


def test_an_older_review_in_other_words_is_shown_and_has_no_mark() -> None:
    worded = replace(empty_review(), checklist=asking(Question(STAFF, "Do they stay?", "Staff")))
    told = [dated(date(2025, 7, 1), rated(4), review=worded), dated(THEN, rated(2))]
    found = line(compared([as_earlier(each) for each in told], dated(NOW, rated(3))))
    assert (found.status, found.direction) == (Status.SAME, "up 1 level")
    assert [cell.words for cell in found.cells] == ["4 Great", "2 Fair", "3 Good"]
    assert (found.series, found.chart) == ((".", "2", "3"), "·▄▆")


def test_a_chart_is_as_high_as_the_scale_whatever_its_length() -> None:
    scale = Scale(tuple(Level(value, f"Step {value}") for value in range(1, 10)))
    review = replace(empty_review(), checklist=replace(small_checklist(), scale=scale))
    told = [dated(date(2020, 1, level), rated(level), review=review) for level in (1, 5)]
    assert line(compared([as_earlier(each) for each in told], dated(NOW, rated(9), review=review))).chart == "▁▅█"


def test_reviews_of_one_date_are_told_apart_by_title() -> None:
    def labels(*titles: str) -> list[str]:
        told = [as_earlier(dated(THEN, title=title)) for title in titles]
        return [each.label for each in compared(told, dated(NOW)).columns]

    assert labels("Members") == ["9 July 2026", "8 July 2027"]
    assert labels("Members", "Staff, 9 July 2026") == ["9 July 2026, Members", "Staff, 9 July 2026", "8 July 2027"]
    assert labels("Members", "Members") == ["9 July 2026, Members (1)", "9 July 2026, Members (2)", "8 July 2027 (3)"]


# What is kept


def test_what_a_review_keeps_is_compared_with_the_last_and_the_reasons_go_with_it() -> None:
    found = comparison(full_review())
    assert found
    assert [each.label for each in found.columns] == ["3 July 2025", "2 July 2026", "8 July 2027"]
    front_door = line(found, "front-door")
    assert (front_door.series, front_door.direction) == (("1", "?", "2"), "now known: 2 Fair")
    assert front_door.why == "The visit gave us a first answer."
    assert comparison(replace(full_review(), earlier=())) is None
    with pytest.raises(ValueError, match="an earlier one"):
        compared([], full_review())


def test_the_reason_why_something_moved_belongs_to_the_review_it_is_compared_with() -> None:
    review = with_why(full_review(), "homes", "r-2026", " They moved. ")
    assert [each.question for each in review.whys] == ["front-door", "homes"]
    assert review.whys[1] == Why("homes", "r-2026", "They moved.")
    assert with_why(review, "homes", "r-2025", "").whys == review.whys
    assert with_why(review, "homes", "r-2026", " ") == full_review()
    found = comparison(replace(review, earlier=review.earlier[:1]))
    assert found
    assert not any(each.why for each in found.lines)


def test_earlier_reviews_are_kept_by_date_and_a_later_copy_replaces_the_earlier_one() -> None:
    first, second = (as_earlier(dated(day, rated(2))) for day in (THEN, date(2025, 7, 1)))
    review = keeping(dated(NOW), [first, second])
    assert review.earlier == (second, first)
    later = as_earlier(replace(dated(THEN, rated(4)), title="Summer, put right"))
    assert keeping(review, [later]).earlier == (second, later)
    assert keeping(review, [later, later]).earlier == (second, later)


def test_the_next_review_has_what_this_one_and_those_before_it_said() -> None:
    old = full_review()
    carried = carry(old, without("unit"))
    assert carried.earlier == (*old.earlier, as_earlier(old))
    assert carried.earlier[-1].date == old.meeting.date
    assert as_earlier(empty_review()).date == empty_review().created.date()
    words = {each.question: each.words for each in carried.earlier[-1].answers}
    assert (words["unit"], words["learning"]) == ("not applicable: Exampleshire has no secure unit", "-")


def test_a_level_without_its_state_is_refused() -> None:
    with pytest.raises(ValueError, match="level"):
        EarlierAnswer(STAFF, 1, "Staff", "Who stays?", "0" * 16, "2 Fair", level=2)
