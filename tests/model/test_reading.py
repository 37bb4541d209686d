"""What follows from a review: coverage, profile, and what to ask first."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_tui.model.answer import Answer, State, Strength
from scrutiny_tui.model.coverage import Coverage, coverage
from scrutiny_tui.model.reading import RULE, Rank, ask_first, profile
from scrutiny_tui.model.review import Review
from tests.examples import empty_review, full_review, small_checklist

IDS = [question.id for question in small_checklist().questions]


def answer_in(state: State, question: str, level: int = 3) -> Answer:
    if state is State.RATED:
        return Answer(question).rated(level)
    return Answer(question).in_state(state, "none here" if state is State.NOT_APPLICABLE else "")


def review_of(states: list[State]) -> Review:
    answers = [answer_in(state, question) for question, state in zip(IDS, states, strict=False)]
    return replace(empty_review(), answers=tuple(answer for answer in answers if not answer.is_blank))


def reasons(review: Review) -> dict[str, str]:
    return {turn.question.id: turn.reason for turn in ask_first(review)}


def test_coverage_counts_every_state() -> None:
    assert coverage(full_review()) == Coverage(
        questions=9, rated=4, not_known=2, not_applicable=1, not_discussed=1, unanswered=1
    )


@given(st.lists(st.sampled_from(State), max_size=len(IDS)))
def test_no_question_is_counted_twice_or_lost(states: list[State]) -> None:
    found = coverage(review_of(states))
    counted = (found.rated, found.not_known, found.not_applicable, found.not_discussed, found.unanswered)
    assert sum(counted) == found.questions == len(IDS)
    assert found.applicable == found.questions - found.not_applicable


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ((9, 0, 0, 0, 0, 9), "Nothing has been answered yet."),
        ((9, 9, 0, 0, 0, 0), "9 of 9 questions are rated."),
        ((9, 7, 1, 0, 0, 1), "7 of 9 questions are rated; 1 is not known and 1 was not reached."),
        (
            (9, 1, 3, 0, 2, 3),
            "1 of 9 questions is rated; 3 are not known, 2 were not discussed and 3 were not reached.",
        ),
        ((9, 0, 9, 0, 0, 0), "None of 9 questions is rated; 9 are not known."),
        ((9, 5, 3, 1, 0, 0), "5 of 8 questions that apply are rated; 3 are not known. 1 more does not apply."),
        ((9, 7, 0, 2, 0, 0), "7 of 7 questions that apply are rated. 2 more do not apply."),
        ((2, 1, 0, 1, 0, 0), "1 of 1 question that applies is rated. 1 more does not apply."),
        ((1, 1, 0, 0, 0, 0), "1 of 1 question is rated."),
        ((2, 0, 0, 2, 0, 0), "None of the questions applies."),
    ],
)
def test_coverage_reads_as_a_plain_sentence(counts: tuple[int, ...], sentence: str) -> None:
    assert Coverage(*counts).sentence == sentence


@pytest.mark.parametrize(
    ("counts", "short"),
    [
        ((9, 4, 1, 0, 0, 4), "4 rated · 1 not known · 4 to go"),
        ((9, 0, 0, 0, 0, 9), "9 to go"),
        ((9, 5, 1, 1, 2, 0), "5 rated · 1 not known · 2 not discussed · 1 not applicable"),
    ],
)
def test_coverage_fits_a_header(counts: tuple[int, ...], short: str) -> None:
    assert Coverage(*counts).short == short


def test_the_profile_has_a_line_for_every_question_in_order() -> None:
    lines = profile(full_review()).lines
    assert [(line.number, line.question.id) for line in lines] == list(enumerate(IDS, 1))
    assert [(line.words, line.known_by) for line in lines] == [
        ("2 Fair", "shown"),
        ("not known", ""),
        ("3 Good", "told"),
        ("4 Great", "tested"),
        ("3 Good", "not said"),
        ("not known", ""),
        ("not discussed", ""),
        ("not applicable: Exampleshire has no secure unit", ""),
        ("-", ""),
    ]


def test_a_section_shows_a_count_for_every_level_and_no_mark() -> None:
    section = profile(full_review()).sections[0]
    assert [(str(level), count) for level, count in section.counts] == [
        ("1 Poor", 0),
        ("2 Fair", 1),
        ("3 Good", 1),
        ("4 Great", 1),
    ]
    assert section.words == "3 of 4 rated: 1 at 2 Fair, 1 at 3 Good, 1 at 4 Great."


def test_a_thinly_covered_section_is_withheld_and_says_why() -> None:
    section = profile(full_review()).sections[1]
    assert section.withheld
    assert section.counts == ()
    assert section.words == "Withheld, because only 1 of 4 is rated: below 60% it would say more than is known."


@pytest.mark.parametrize(("rated", "withheld"), [(2, True), (3, False), (5, False)])
def test_sixty_per_cent_is_enough(rated: int, withheld: bool) -> None:  # noqa: FBT001 - a column of the table above
    states = [State.UNANSWERED] * 4 + [State.RATED] * rated
    assert profile(review_of(states)).sections[1].withheld is withheld


def test_what_does_not_apply_does_not_count_against_a_section() -> None:
    states = [State.RATED, State.NOT_APPLICABLE, State.NOT_APPLICABLE, State.NOT_APPLICABLE]
    assert profile(review_of(states)).sections[0].words == "1 of 1 rated: 1 at 3 Good."


def test_a_section_that_does_not_apply_says_so() -> None:
    section = profile(review_of([State.NOT_APPLICABLE] * 4)).sections[0]
    assert (section.withheld, section.words) == (True, "No question of this section applies.")


def test_ask_first_follows_the_printed_rule() -> None:
    assert [turn.question.id for turn in ask_first(full_review())] == [
        "voice",
        "money",
        "front-door",
        "homes",
        "staff",
        "school",
        "partners",
        "learning",
    ]


def test_every_place_says_why() -> None:
    assert reasons(full_review()) == {
        "voice": "Not known",
        "money": "Not known",
        "front-door": "Rated 2 Fair: low",
        "homes": "Rated 3 Good, but only told",
        "staff": "Rated 3 Good, but nobody has said how we know",
        "school": "Rated 4 Great and tested; in checklist order",
        "partners": "Not discussed; in checklist order",
        "learning": "Not reached; in checklist order",
    }


def test_a_low_rating_that_was_only_told_is_low() -> None:
    review = empty_review().with_answer(Answer("staff").rated(1).known_by(Strength.TOLD))
    first = ask_first(review)[0]
    assert (first.rank, first.reason) == (Rank.LOW, "Rated 1 Poor: low")


@given(st.lists(st.sampled_from(State), max_size=len(IDS)))
def test_every_question_that_applies_is_asked_once(states: list[State]) -> None:
    review = review_of(states)
    asked = [turn.question.id for turn in ask_first(review)]
    applies = [each for each in IDS if review.answer(each).state is not State.NOT_APPLICABLE]
    assert sorted(asked) == sorted(applies)


def test_within_a_class_the_checklist_decides() -> None:
    turns = ask_first(full_review())
    assert [turn.rank for turn in turns] == sorted(turn.rank for turn in turns)
    known = [turn.question.id for turn in turns if turn.rank is Rank.REST]
    assert known == [each for each in IDS if each in known]


def test_the_rule_can_be_printed_as_it_is() -> None:
    assert RULE.startswith("First what is not known;")
    assert RULE.endswith(".")
