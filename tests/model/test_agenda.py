"""In which order a group discusses, and how long it has."""

from dataclasses import replace

from scrutiny_tui.model.agenda import agenda, beside, most_different, next_to_discuss, seconds_each
from scrutiny_tui.model.answer import Answer, State
from scrutiny_tui.model.panel import Panel
from scrutiny_tui.model.respondent import Respondent
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.rounds import Discussion, Round
from tests.examples import empty_review

IDS = [question.id for question in empty_review().questions]


def with_files(*levels: tuple[int | None, ...]) -> Review:
    """Files that rate the first questions at these levels; None is not known."""
    files = []
    for number, given in enumerate(levels):
        said = [
            Answer(question, State.RATED, level) if level else Answer(question, State.NOT_KNOWN)
            for question, level in zip(IDS, given, strict=False)
        ]
        files.append(Respondent(f"f{number}", f"Member {number}", prepared=tuple(said)))
    return empty_review().with_panel(Panel(respondents=tuple(files)))


def test_the_greatest_spread_comes_first_then_the_most_people_off_the_middle_then_the_checklist() -> None:
    review = with_files((2, 2, 1, 2), (2, 3, 4, 2), (2, 3, 2, 3), (2, 2, 2, None))
    assert most_different(review)[:4] == (IDS[2], IDS[1], IDS[3], IDS[0])
    assert sorted(most_different(review)) == sorted(IDS)


def test_without_files_the_order_is_the_checklists() -> None:
    assert list(most_different(empty_review())) == IDS
    assert [question.id for question in agenda(empty_review())] == IDS


def test_moving_follows_the_order_that_was_set_and_stops_at_its_ends() -> None:
    review = empty_review()
    review = review.with_panel(replace(review.panel, order=tuple(reversed(IDS)))).at(IDS[-1])
    assert beside(review, -1).id == IDS[-1]
    assert beside(review, 1).id == IDS[-2]


def test_what_is_agreed_is_passed_over_and_the_end_leads_to_the_beginning() -> None:
    review = empty_review()
    done = Discussion(IDS[1], (Round(revealed=True),), Answer(IDS[1], State.NOT_KNOWN))
    review = review.with_panel(Panel(discussions=(done,))).at(IDS[0])
    following = next_to_discuss(review)
    assert following
    assert following.id == IDS[2]
    after_the_last = next_to_discuss(review.at(IDS[-1]))
    assert after_the_last
    assert after_the_last.id == IDS[0]


def test_the_time_is_shared_among_the_questions() -> None:
    review = empty_review()
    assert seconds_each(review) == 0
    assert seconds_each(review.with_panel(Panel(minutes=90))) == 600
