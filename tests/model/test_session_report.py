"""What the record of a session says, and what it keeps to itself."""

from dataclasses import replace
from datetime import date

import pytest

from scrutiny_tui.export import FORMATS
from scrutiny_tui.model.answer import Answer, Ask, State, Strength
from scrutiny_tui.model.checklist import Phase
from scrutiny_tui.model.panel import Names, Panel
from scrutiny_tui.model.recommendation import Progress
from scrutiny_tui.model.report import build
from scrutiny_tui.model.respondent import Apart, Respondent, Role
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.rounds import Rating, Said, Way
from scrutiny_tui.model.sealing import Slip, count, reveal, seal
from scrutiny_tui.model.session_report import Discussed, KeptApart, SessionReport
from tests.examples import empty_review, full_review
from tests.export.said import DATES_ONLY, NO_SENTENCES, said

FIRST, SECOND = (question.id for question in empty_review().questions[:2])
TELLTALE = ("Telltale note", "Telltale ask", "Telltale name of a level", "Telltale answer kept apart")


def group(names: Names) -> Review:
    """Five raters, and a member's file that speaks of two questions and of one that is worded otherwise here."""
    note, ask, level, apart = TELLTALE
    prepared = tuple(
        Answer(question, State.RATED, 4, strength=Strength.TOLD, note=note, asks=(Ask("a1", ask),))
        for question in (FIRST, SECOND)
    )
    other = Apart("Is it as good as last year?", level, Answer(SECOND, State.RATED, 2, note=apart))
    people = [Respondent(f"r{number}", f"Cllr {letter}") for number, letter in enumerate("ABCD", 1)]
    member = Respondent("f1", "Cllr E", prepared=prepared, apart=(other,))
    observer = Respondent("r9", "Officer O", Role.OBSERVER)
    return empty_review().with_panel(Panel(names, (*people, observer, member)))


def rated(review: Review, question: str = FIRST) -> Review:
    panel = review.panel
    for respondent, level in zip(("r1", "r2", "r3"), (1, 1, 2), strict=True):
        panel = seal(panel, question, Slip(respondent, Said.RATED, level))
    return review.with_panel(panel)


def session(review: Review) -> SessionReport:
    held = build(review).session
    assert held
    return held


def on_first(review: Review) -> Discussed:
    found = session(review).on(FIRST)
    assert found
    return found


@pytest.mark.parametrize("names", [Names.KEPT, Names.NOT_KEPT])
def test_before_the_reveal_nothing_gives_a_rating_away(names: Names) -> None:
    review = rated(group(names))
    again = rated(group(names))
    panel = seal(group(names).panel, FIRST, Slip("r1", Said.NOT_KNOWN))
    panel = seal(seal(panel, FIRST, Slip("r2", Said.ABSTAINED)), FIRST, Slip("r3", Said.RATED, 4))
    other = again.with_panel(panel)
    assert build(review) == build(other), "the report on other ratings is the same"
    for kind in FORMATS:
        document = said(kind, build(review))
        assert not [text for text in TELLTALE if text in document]
        assert ("4 of 5 ratings are in, and sealed" in document) is (kind.name not in NO_SENTENCES)


def test_with_names_the_record_says_who_rated_what() -> None:
    review = rated(group(Names.KEPT))
    shown = on_first(review.with_panel(reveal(review.panel, FIRST)))
    assert [(each.name, each.words) for each in shown.rounds[0].voices] == [
        ("Cllr A", "1 Poor"),
        ("Cllr B", "1 Poor"),
        ("Cllr C", "2 Fair"),
        ("Cllr E", "4 Great"),
    ]
    assert shown.rounds[0].ways == ("on paper slips", "from prepared files")
    assert shown.rounds[0].tally.missing == 1
    assert [(each.name, each.text, each.known_by) for each in shown.brought] == [("Cllr E", TELLTALE[0], "told")]


def test_without_names_no_document_has_one() -> None:
    review = rated(group(Names.NOT_KEPT))
    review = review.with_panel(reveal(review.panel, FIRST))
    assert session(review).who == ("5 raters", "1 observer")
    assert [(each.name, each.text) for each in on_first(review).brought] == [("", TELLTALE[0])]
    for kind in FORMATS:
        document = said(kind, build(review))
        assert "Cllr" not in document
        assert "Officer" not in document
        assert (TELLTALE[1] in document) is (kind.name not in DATES_ONLY)


def test_a_group_too_small_to_be_anonymous_is_told_so_in_the_record() -> None:
    review = group(Names.NOT_KEPT)
    assert not session(review).caution
    few = replace(review.panel, respondents=review.panel.respondents[:3])
    assert "too small" in session(review.with_panel(few)).caution


def test_both_rounds_and_a_show_of_hands_are_in_the_record() -> None:
    review = rated(group(Names.KEPT))
    panel = reveal(review.panel, FIRST)
    panel = panel.with_discussion(panel.discussion(FIRST).again())
    panel = reveal(count(panel, FIRST, [Rating(Said.RATED, 2)] * 5), FIRST)
    first, second = on_first(review.with_panel(panel)).rounds
    assert (first.tally.rated, second.tally.rated) == (4, 5)
    assert second.tally.sentence == "Agreed: all of them chose 2 Fair."
    assert second.ways == (Way.HANDS.words,)


def test_an_answer_that_is_changed_after_it_was_agreed_is_said_to_be() -> None:
    review = rated(group(Names.KEPT))
    review = review.with_panel(reveal(review.panel, FIRST)).agreeing(Answer(FIRST, State.RATED, 2))
    assert (on_first(review).agreed, on_first(review).changed) == ("2 Fair", "")
    changed = review.with_answer(review.answer(FIRST).rated(3))
    assert (on_first(changed).agreed, on_first(changed).changed) == ("2 Fair", "3 Good")


def test_what_a_file_says_to_other_words_stays_hidden_while_the_question_here_is_sealed() -> None:
    review = group(Names.KEPT)
    [apart] = session(review).apart
    assert apart == KeptApart(
        "Cllr E", "Is it as good as last year?", sealed=True, words="", note="", asks=(), evidence=()
    )
    [apart] = session(review.with_panel(reveal(review.panel, SECOND))).apart
    assert (apart.sealed, apart.words, apart.note) == (False, TELLTALE[2], TELLTALE[3])


def test_a_file_that_comes_after_the_reveal_is_told_of_and_not_counted() -> None:
    review = group(Names.KEPT)
    member = review.panel.respondent("f1")
    before = review.with_panel(review.panel.without_respondent("f1"))
    before = rated(before)
    panel = reveal(before.panel, FIRST).with_respondent(member)
    shown = on_first(before.with_panel(panel))
    assert shown.rounds[0].tally.rated == 3
    assert [(each.name, each.words) for each in shown.late] == [("Cllr E", "4 Great")]


def test_questions_that_members_brought_are_taken_into_the_room_once_revealed() -> None:
    review = group(Names.KEPT)
    assert TELLTALE[1] not in [each.text for each in build(review).room]
    review = review.with_panel(reveal(review.panel, FIRST))
    [brought] = [each for each in build(review).room if each.text == TELLTALE[1]]
    assert brought.reason.endswith("brought by Cllr E")


def test_a_review_without_a_session_has_none_in_its_record() -> None:
    assert build(empty_review()).session is None
    assert all("## The session" not in said(kind, build(empty_review())) for kind in FORMATS)


def test_open_recommendations_come_first_with_all_that_is_known_of_them() -> None:
    first, waiting, second = build(full_review()).recommendations
    assert (waiting.due, waiting.flags) == (date(2027, 10, 9), ("no owner",))
    assert (first.text, first.due, first.reply, first.about) == (
        "Answer every school within the hour",
        date(2027, 9, 30),
        "accepted in part",
        "Front door",
    )
    assert first.progress == (Progress(3, "Two schools of five"),)
    assert (second.closed, second.evidence, second.flags) == (date(2027, 12, 1), "Published on the website", ())
    unsent = replace(full_review().recommendations[0], owner="", sent=None, due=None)
    flagged = build(full_review().with_recommendation(unsent)).recommendations[0]
    assert flagged.flags == ("no owner", "no date sent")


def test_a_reply_is_due_after_the_months_of_the_review() -> None:
    sent = replace(full_review().recommendations[0], due=None)
    assert build(full_review().with_recommendation(sent)).recommendations[0].due == date(2027, 10, 9)
    assert build(full_review()).reply_rule.startswith("Here 3 months after it was sent")
    assert build(empty_review()).reply_rule == ""


def test_progress_that_was_noted_at_another_time_is_not_lost() -> None:
    noted = replace(full_review().recommendations[0], progress=(Progress(9, "All five"), Progress(3, "Two")))
    [first, *_] = build(full_review().with_recommendation(noted)).recommendations
    assert [(each.months, each.text) for each in first.progress] == [(3, "Two"), (9, "All five")]


def test_the_order_of_discussion_is_told_where_it_was_not_the_checklists() -> None:
    review = group(Names.KEPT)
    for question in (FIRST, SECOND):
        review = rated(review, question)
    assert session(review).order == ""
    turned = review.with_panel(replace(review.panel, order=(SECOND, FIRST)))
    assert session(turned).order == "Children's voice, Front door"
    only = rated(group(Names.KEPT))
    only = only.with_panel(replace(only.panel, order=(SECOND, FIRST)))
    assert session(only).order == "", "one question has no order"


def test_the_order_of_the_phase_is_told_as_well() -> None:
    review = group(Names.KEPT)
    first, *others = review.checklist.sections
    urgent = replace(first.questions[1], phases=(Phase.POOR_TO_FAIR,))
    first = replace(first, questions=(first.questions[0], urgent, *first.questions[2:]))
    review = replace(review, checklist=replace(review.checklist, sections=(first, *others)))
    review = rated(rated(review, FIRST), SECOND).in_phase(Phase.POOR_TO_FAIR)
    assert session(review).order == "Children's voice, Front door"


def test_without_names_it_is_told_how_many_left() -> None:
    panel = group(Names.NOT_KEPT).panel
    panel = panel.with_respondent(replace(panel.respondent("r2"), here=False))
    assert session(empty_review().with_panel(panel)).who == ("5 raters, 1 of whom left", "1 observer")


def test_two_members_of_one_name_are_told_apart() -> None:
    panel = group(Names.KEPT).panel.with_respondent(Respondent("r2", "Cllr A"))
    panel = reveal(seal(seal(panel, FIRST, Slip("r1", Said.RATED, 1)), FIRST, Slip("r2", Said.RATED, 2)), FIRST)
    voices = on_first(empty_review().with_panel(panel)).rounds[0].voices
    assert [each.name for each in voices] == ["Cllr A", "Cllr A (2)", "Cllr E"]


def test_ratings_are_read_from_the_lowest_level_up_and_those_without_a_level_last() -> None:
    hands = [Rating(Said.ABSTAINED), Rating(Said.RATED, 3), Rating(Said.NOT_KNOWN), Rating(Said.RATED, 1)]
    panel = reveal(count(Panel(Names.KEPT), FIRST, hands), FIRST)
    voices = on_first(empty_review().with_panel(panel)).rounds[0].voices
    assert [each.words for each in voices] == ["1 Poor", "3 Good", "not known", "abstained"]


def test_an_answer_that_was_taken_back_after_it_was_agreed_is_said_to_be() -> None:
    review = rated(group(Names.KEPT))
    review = review.with_panel(reveal(review.panel, FIRST)).agreeing(Answer(FIRST, State.RATED, 2))
    assert on_first(review.with_answer(Answer(FIRST))).changed == "no answer"


def test_a_reason_that_was_written_ahead_of_the_reveal_waits_for_it() -> None:
    review = rated(group(Names.KEPT))
    ahead = replace(review.panel.discussion(FIRST), reason="Most say poor", minority="One says great")
    review = review.with_panel(review.panel.with_discussion(ahead))
    assert (on_first(review).reason, on_first(review).minority) == ("", "")
    shown = on_first(review.with_panel(reveal(review.panel, FIRST)))
    assert (shown.reason, shown.minority) == ("Most say poor", "One says great")
