"""What forms take, what they say is wrong, and what they keep from being lost: the same with a screen and without."""

from dataclasses import replace
from datetime import UTC, datetime

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.desk.forms.form import FormSpec
from scrutiny_tui.desk.forms.meeting import meeting_form
from scrutiny_tui.desk.forms.session import hands_form, take_hands
from scrutiny_tui.desk.leading import take_brought
from scrutiny_tui.model.brought_text import brought_lines
from scrutiny_tui.model.meeting import Attendance, Kind, Meeting, Person
from scrutiny_tui.model.panel import Names, Panel
from scrutiny_tui.model.recommendation import Recommendation
from scrutiny_tui.model.recommendation_report import standing
from scrutiny_tui.model.respondent import Respondent, Role
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.rounds import Rating, Said
from scrutiny_tui.model.seating import does, from_the_meeting
from tests.examples import empty_review, full_review

TODAY = datetime(2027, 7, 1, tzinfo=UTC)


def desk(review: Review) -> Desk:
    return Desk(review, lambda: TODAY)


def typed(form: FormSpec, **changed: str) -> dict[str, str]:
    return {field.name: field.value for field in form.fields} | changed


def test_a_form_in_which_nothing_was_changed_changes_nothing() -> None:
    sitting = desk(full_review())
    form = meeting_form(sitting)
    assert form.take(typed(form)) == ""
    assert sitting.undo() == ""


def test_a_change_in_the_form_of_the_meeting_is_one_step_of_its_own() -> None:
    sitting = desk(full_review())
    form = meeting_form(sitting)
    form.take(typed(form, venue="Room 4"))
    assert sitting.review.meeting.venue == "Room 4"
    assert sitting.undo() == "Wrote the meeting's details"
    assert sitting.review.meeting == full_review().meeting


def test_a_date_that_cannot_be_read_keeps_the_form_open_at_its_field() -> None:
    form = meeting_form(desk(full_review()))
    assert form.unkept(typed(form, date="31 June 2027"))[1] == "date"
    assert form.unkept(typed(form, date=" ")) == ("", "")


def three_raters() -> Desk:
    raters = tuple(Respondent(f"r{number}", f"Member {number}") for number in (1, 2, 3))
    return desk(empty_review().with_panel(Panel(Names.KEPT, raters)))


def test_hands_are_counted_together_and_found_again_in_the_form() -> None:
    sitting = three_raters()
    take_hands(sitting, typed(hands_form(sitting)) | {"2": "2", "not_known": "1"})
    hands = sitting.review.panel.discussion(sitting.review.question.id).last.hands
    assert sorted(hands, key=repr) == sorted([Rating(Said.RATED, 2)] * 2 + [Rating(Said.NOT_KNOWN)], key=repr)
    assert {name: text for name, text in typed(hands_form(sitting)).items() if text} == {"2": "2", "not_known": "1"}


def test_a_wrong_count_of_hands_is_told_with_the_field_to_mend() -> None:
    form = hands_form(three_raters())
    assert form.unkept(typed(form)) == ("", "")
    assert form.unkept(typed(form, **{"3": "many"}))[1] == "3"
    assert form.take(typed(form, **{"2": "4"})).startswith("You counted 4 hands, and 3 of the raters")


def test_who_is_there_and_not_on_the_list_is_taken_from_the_meeting_with_a_role() -> None:
    people = (
        Person("Cllr A", Kind.CHAIR),
        Person("member  3", Kind.COUNCILLOR),
        Person("Director", Kind.OFFICER),
        Person("Cllr B", Kind.COUNCILLOR, Attendance.APOLOGIES),
    )
    review = replace(three_raters().review, meeting=Meeting(people=people))
    found = from_the_meeting(review)
    assert [(each.id, each.name, each.role) for each in found] == [
        ("r4", "Cllr A", Role.RATER), ("r5", "Director", Role.OBSERVER),
    ]  # fmt: skip
    assert does(replace(found[1], here=False)) == "observer, has left"


def test_a_question_that_a_member_brought_is_taken_among_ours_once() -> None:
    review = full_review()
    panel = review.panel
    question = next(each.question for each in panel.discussions if each.brought or each.revealed)
    sitting = desk(review.at(question))
    lines = [each for each in brought_lines(sitting.review) if each.id.startswith("ask:")]
    assert lines
    asks = len(sitting.review.answer(question).asks)
    assert [take_brought(sitting, lines[0].id) for _ in range(2)] == [True, False]
    assert len(sitting.review.answer(question).asks) == asks + 1
    assert "(taken)" in next(each for each in brought_lines(sitting.review) if each.id == lines[0].id).lines[0]
    assert not take_brought(sitting, "note:0")


def test_where_a_recommendation_stands_is_said_without_signs_that_only_eyes_read() -> None:
    given = Recommendation("m1", "Tell every child", to="Executive", sent=datetime(2027, 3, 1, tzinfo=UTC).date())
    assert standing(given, TODAY.date(), 2).lines == [
        "Tell every child; to Executive", "reply due 1 May 2027",
        "To put right: no owner; reply overdue; progress after 3 months not noted",
    ]  # fmt: skip
