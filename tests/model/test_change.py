"""Which answers the next review takes over from an earlier one, and which stay behind."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_tui.model.answer import Answer, Ask, Evidence, State, Strength
from scrutiny_tui.model.change import Carried, Changed, carry, origin_of
from scrutiny_tui.model.checklist import Answered, Checklist, LevelDescription, LineOfEnquiry, Question, Section
from scrutiny_tui.model.meeting import Meeting, Paper
from scrutiny_tui.model.recommendation import Recommendation
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.scale import Level, Scale
from tests.examples import PRIVATE_NOTE, empty_review, full_review, small_checklist
from tests.strategies import answers, meetings

ORIGIN = "Children's services, summer 2027, 8 July 2027"
CHANGES: tuple[Callable[[Question], Question | None], ...] = (
    lambda question: question,
    lambda question: replace(question, name="Another name", why="Another reason", good=("Another sign",)),
    lambda question: replace(question, text=f" {question.text}\n"),
    lambda question: replace(question, text=f"{question.text} Really?"),
    lambda question: replace(question, levels=(LevelDescription(1, "In other words"),)),
    lambda question: replace(question, answered=Answered.WORDS),
    lambda _: None,
)


ANSWERS = (
    None,
    Answer("", carried="Winter, 1 December 2026"),
    Answer("", State.RATED, level=1),
    Answer("", State.RATED, level=3, strength=Strength.TOLD, carried="Winter, 1 December 2026"),
    Answer("", State.NOT_APPLICABLE, reason="There is none"),
    Answer("", note="Ask in May"),
    Answer("", private_note=PRIVATE_NOTE),
)
SCALE = (Level(1, "No"), Level(2, "Partly"), Level(3, "Yes", "Everywhere"))
SCALES = (SCALE, SCALE, SCALE[:2], (*SCALE, Level(4, "More")), (*SCALE[:2], Level(3, "Yes", "Nearly everywhere")))


def a_checklist(*questions: Question, scale: tuple[Level, ...] = SCALE, first: int = 1) -> Checklist:
    sections = (Section("a", "A", questions[:first]), Section("b", "B", questions[first:]))
    return Checklist("ours", "Ours", Scale(scale), sections)


@st.composite
def editions(draw: st.DrawFn) -> tuple[Review, Checklist]:
    """A review, and another edition of its checklist: reworded, dropped, added, in another order, on another scale."""
    asked = [Question(f"q{number}", f"How good is part {number}?") for number in range(1, 5)]
    said = [(question, draw(st.sampled_from(ANSWERS))) for question in asked]
    answers = tuple(replace(answer, question=question.id) for question, answer in said if answer)
    old = replace(empty_review(), checklist=a_checklist(*asked), answers=answers)
    changed = [draw(st.sampled_from(CHANGES))(question) for question in asked]
    added = [Question(f"n{number}", "Not asked before") for number in range(draw(st.integers(0, 2)))]
    kept = draw(st.permutations([*filter(None, changed), *added]))
    return old, a_checklist(*kept, scale=draw(st.sampled_from(SCALES)), first=draw(st.integers(0, 3)))


def ids(questions: tuple[Question, ...]) -> list[str]:
    return [question.id for question in questions]


def said(review: Review) -> dict[str, Answer]:
    """What is said in a review, whether brought along or not."""
    plain = [replace(answer, carried="") for answer in review.answers]
    return {answer.question: answer for answer in plain if not answer.is_blank}


def comes_along(review: Review) -> dict[str, Answer]:
    """What of it is said to the next meeting as well: that something was not discussed is not."""
    told = [
        replace(each, state=State.UNANSWERED) if each.state is State.NOT_DISCUSSED else each
        for each in said(review).values()
    ]
    return {answer.question: answer for answer in told if not answer.is_blank}


def reworded(checklist: Checklist, change: Callable[[Question], Question]) -> Checklist:
    """The checklist with its first question changed."""
    first, *sections = checklist.sections
    questions = (change(first.questions[0]), *first.questions[1:])
    return replace(checklist, sections=(replace(first, questions=questions), *sections))


def front_door(carried: Carried) -> Answer:
    return next(answer for answer in carried.answers if answer.question == "front-door")


@given(editions())
def test_nothing_is_brought_along_whose_wording_differs(case: tuple[Review, Checklist]) -> None:
    old, new = case
    carried = carry(old, new)
    for answer in carried.answers:
        before, now = old.checklist.question(answer.question), new.question(answer.question)
        assert old.checklist.wording(before) == new.wording(now)
        assert answer.level == old.answer(answer.question).level
    # A review refuses a level that its scale lacks, and one under a question that is answered in words.
    assert replace(old, checklist=new, answers=carried.answers).answers == carried.answers


@given(editions())
def test_every_question_is_told_of_once(case: tuple[Review, Checklist]) -> None:
    old, new = case
    carried = carry(old, new)
    assert all(before.id == now.id for before, now in ((each.old, each.new) for each in carried.changed))
    changed = [each.new.id for each in carried.changed]
    assert sorted(ids(carried.same) + changed + ids(carried.gone)) == sorted(ids(old.questions))
    assert sorted(ids(carried.same) + changed + ids(carried.new)) == sorted(ids(new.questions))


@given(editions())
def test_every_answer_comes_along_or_is_told_to_stay_behind(case: tuple[Review, Checklist]) -> None:
    old, new = case
    carried = carry(old, new)
    unasked = {*ids(carried.gone), *(each.old.id for each in carried.changed)}
    assert {answer.question for answer in carried.answers} == {*ids(carried.same)} & comes_along(old).keys()
    assert {answer.question for answer in carried.behind} == unasked & said(old).keys()
    assert all(answer in old.answers for answer in carried.behind)


@given(answers("staff"), meetings())
def test_with_the_same_checklist_everything_comes_along(answer: Answer, meeting: Meeting) -> None:
    old = full_review().with_meeting(meeting).with_answer(answer)
    carried = carry(old, old.checklist)
    next_one = replace(old, answers=carried.answers, meeting=Meeting())

    def without_papers(told: dict[str, Answer]) -> dict[str, Answer]:
        return {
            question: replace(answer, evidence=tuple(replace(each, paper="") for each in answer.evidence))
            for question, answer in told.items()
        }

    assert without_papers(said(next_one)) == without_papers(comes_along(old))
    assert carried.same == old.questions
    assert (carried.changed, carried.new, carried.gone, carried.behind) == ((), (), (), ())


def test_an_answer_comes_along_whole_and_says_where_from() -> None:
    answer = front_door(carry(full_review(), small_checklist()))
    assert (answer.state, answer.level, answer.strength) == (State.RATED, 2, Strength.SHOWN)
    assert answer.note.startswith("The audit and the report do not agree.")
    assert answer.private_note == PRIVATE_NOTE
    assert answer.asks == full_review().answer("front-door").asks
    assert answer.asks[0].reply == "It depends on who is on duty."
    assert answer.carried == ORIGIN


def test_pressing_the_level_again_confirms_it() -> None:
    assert front_door(carry(full_review(), small_checklist())).rated(2).carried == ""


def test_going_on_stops_at_what_came_along_until_it_is_confirmed() -> None:
    review = full_review()
    for question in review.questions:
        review = review.with_answer(Answer(question.id, State.NOT_KNOWN))
    assert review.at_next_unanswered() is None
    stops = replace(review, answers=carry(review, review.checklist).answers).at("voice").at_next_unanswered()
    assert stops
    assert stops.question is review.at("voice").beside(1).question


def test_a_question_in_another_section_is_the_same() -> None:
    checklist = small_checklist()
    help_, service = checklist.sections
    moved, *rest = help_.questions
    sections = (replace(help_, questions=tuple(rest)), replace(service, questions=(*service.questions, moved)))
    carried = carry(full_review(), replace(checklist, sections=sections))
    assert carried.same[-1].id == carried.answers[-1].question == "front-door"
    assert not carried.behind


@pytest.mark.parametrize(
    "change",
    [
        lambda question: replace(question, text="Do children wait?"),
        lambda question: replace(question, levels=(LevelDescription(2, "Calls wait a day."), *question.levels[2:])),
        lambda question: replace(question, answered=Answered.WORDS),
    ],
)
def test_what_is_asked_in_other_words_keeps_its_answer_behind(change: Callable[[Question], Question]) -> None:
    new = reworded(small_checklist(), change)
    carried = carry(full_review(), new)
    assert carried.changed == (Changed(small_checklist().question("front-door"), new.question("front-door")),)
    assert carried.behind == (full_review().answer("front-door"),)
    assert "front-door" not in {answer.question for answer in carried.answers}


@pytest.mark.parametrize(
    "levels",
    [
        lambda levels: levels[:2],
        lambda levels: (*levels, Level(5, "Outstanding")),
        lambda levels: (*levels[:3], replace(levels[3], label="Excellent")),
        lambda levels: (*levels[:3], replace(levels[3], value=5)),
    ],
)
def test_on_another_scale_no_question_is_the_same(levels: Callable[[tuple[Level, ...]], tuple[Level, ...]]) -> None:
    checklist = small_checklist()
    carried = carry(full_review(), replace(checklist, scale=Scale(levels(checklist.scale.levels))))
    assert (carried.same, carried.answers) == ((), ())
    assert carried.behind == full_review().answers


def test_what_is_still_open_comes_along_under_its_id_and_names_no_question_that_is_gone() -> None:
    gone, stays = small_checklist().questions[:2]
    first, *others = small_checklist().sections
    later = replace(small_checklist(), sections=(replace(first, questions=first.questions[1:]), *others))
    given = tuple(
        Recommendation(id_, text, question=asked.id)
        for id_, text, asked in (("m1", "Mend the door", gone), ("m2", "Visit", stays), ("m3", "Write", gone))
    )
    done = replace(given[2], closed=date(2027, 9, 1), evidence="The letter")
    old = replace(empty_review(), recommendations=(*given[:2], done))
    assert carry(old, later).recommendations == (replace(given[0], question=""), given[1])


def test_new_and_gone_questions_are_told_in_the_order_of_their_checklists() -> None:
    checklist = small_checklist()
    added = Question("tools", "Who checks the automated tools?")
    sections = (replace(checklist.sections[0], questions=(added, *checklist.sections[0].questions)),)
    carried = carry(full_review(), replace(checklist, sections=sections))
    assert ids(carried.new) == ["tools"]
    assert ids(carried.gone) == ["staff", "money", "partners", "unit", "learning"]
    assert [answer.question for answer in carried.behind] == ["staff", "money", "partners", "unit"]


def test_a_note_without_an_answer_comes_along_and_nothing_does_not() -> None:
    review = empty_review().with_answer(Answer("staff", note="Ask in May")).with_answer(Answer("money", carried="X, Y"))
    (answer,) = carry(review, review.checklist).answers
    assert (answer.question, answer.note, answer.is_answered) == ("staff", "Ask in May", False)
    assert answer.carried == "Untitled review, 21 June 2027"


def test_a_private_note_alone_comes_along_without_a_mark_that_others_could_see() -> None:
    review = empty_review().with_answer(Answer("staff", private_note=PRIVATE_NOTE))
    assert carry(review, review.checklist).answers == review.answers


def test_what_nobody_confirmed_is_as_old_as_where_it_was_said() -> None:
    second = replace(full_review(), answers=carry(full_review(), small_checklist()).answers, title="Winter")
    second = second.with_answer(second.answer("homes").rated(3))
    third = {answer.question: answer.carried for answer in carry(second, small_checklist()).answers}
    assert (third["staff"], third["homes"]) == (ORIGIN, "Winter, 8 July 2027")


@pytest.mark.parametrize(
    ("title", "day", "words"),
    [
        ("Improvement plan", date(2027, 7, 13), "Improvement plan, 13 July 2027"),
        ("Improvement plan", None, "Improvement plan, 21 June 2027"),
        ("Nine key questions, 13 July 2027", date(2027, 7, 13), "Nine key questions, 13 July 2027"),
        ("Nine key questions, 13 July 2027", date(2027, 7, 3), "Nine key questions, 13 July 2027, 3 July 2027"),
        ("Visit\nto the north", date(2027, 7, 13), "Visit to the north, 13 July 2027"),
        (" ", None, "21 June 2027"),
    ],
)
def test_where_an_answer_comes_from_is_told_in_words(title: str, day: date | None, words: str) -> None:
    assert origin_of(empty_review().titled(title).with_meeting(Meeting(date=day))) == words


def test_the_day_a_review_was_made_is_that_of_whoever_made_it() -> None:
    made = datetime.fromisoformat("2027-07-01T00:30:00+01:00")
    assert made.astimezone(UTC).day == 30
    assert origin_of(replace(empty_review(), created=made)) == "Untitled review, 1 July 2027"


@pytest.mark.parametrize(
    ("paper", "words"),
    [
        ("p1", "Report of the director"),
        ("Minutes of the last meeting", "Minutes of the last meeting"),
        ("p2", "Paper p2 of an earlier meeting"),
        ("p7", "Paper p7 of an earlier meeting"),
        ("", ""),
    ],
)
def test_evidence_never_points_at_a_paper_of_the_next_meeting(paper: str, words: str) -> None:
    papers = (Paper("p1", "Report of the director", "11-30"), Paper("p2", " "))
    answer = Answer("staff", evidence=(Evidence("v1", paper, "12", shows="Two left"),))
    review = empty_review().with_meeting(Meeting(papers=papers)).with_answer(answer)
    (carried,) = carry(review, review.checklist).answers
    assert carried.evidence == (Evidence("v1", words, "12", shows="Two left"),)


@pytest.mark.parametrize(("ask", "line"), [("Who stays, and why?", "e1"), ("Who goes?", "")])
def test_a_line_of_enquiry_in_other_words_has_not_been_taken_yet(ask: str, line: str) -> None:
    old = reworded(small_checklist(), lambda question: replace(question, enquiry=(LineOfEnquiry("e1", "Who goes?"),)))
    new = reworded(small_checklist(), lambda question: replace(question, enquiry=(LineOfEnquiry("e1", ask),)))
    taken = Answer("front-door", asks=(Ask("a1", "Who goes?", line="e1"),))
    (carried,) = carry(replace(empty_review(), checklist=old, answers=(taken,)), new).answers
    assert carried.asks == (Ask("a1", "Who goes?", line="" if line else "e1"),)
