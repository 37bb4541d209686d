"""The one report that the summary screen and every document show."""

from dataclasses import replace

import pytest

from scrutiny_tui.model.answer import Answer, Ask, State
from scrutiny_tui.model.meeting import Meeting
from scrutiny_tui.model.report import Entry, Report, build
from scrutiny_tui.model.room import RoomQuestion
from tests.examples import PRIVATE_NOTE, empty_review, full_review


@pytest.fixture(scope="module")
def report() -> Report:
    return build(full_review())


def entry(report: Report, question: str) -> Entry:
    return next(each for each in report.entries if each.question == question)


def test_private_notes_are_nowhere_in_the_report(report: Report) -> None:
    assert PRIVATE_NOTE not in repr(report)


def test_private_notes_are_there_when_asked_for() -> None:
    assert entry(build(full_review(), private=True), "front-door").private_note == PRIVATE_NOTE


def test_a_question_with_only_a_private_note_looks_untouched() -> None:
    noted = empty_review().with_answer(Answer("staff", private_note=PRIVATE_NOTE))
    assert build(noted) == build(empty_review())


def test_the_meeting_shows_only_what_is_filled_in(report: Report) -> None:
    assert [(line.label, line.text) for line in report.meeting] == [
        ("Council", "Exampleshire County Council"),
        ("Committee", "Children's Services Scrutiny Committee"),
        ("Date", "Thursday 8 July 2027"),
        ("Time", "2.00 pm"),
        ("Venue", "Committee Room 1"),
        ("Item", "Item 6, pages 11-48"),
        ("Asked to", "Comment on the plan before it goes to cabinet"),
        ("Prepared by", "Cllr A. Example"),
    ]
    assert build(empty_review()).meeting == ()


def test_pages_alone_are_shown_as_the_item() -> None:
    shown = build(empty_review().with_meeting(Meeting(pages="7"))).meeting
    assert [(line.label, line.text) for line in shown] == [("Item", "page 7")]


def test_the_checklist_says_where_it_comes_from(report: Report) -> None:
    assert report.checklist == "Small example checklist, edition 2027"
    assert [(line.label, line.text) for line in report.about] == [
        ("Purpose", "To try out the program with an invented council."),
        ("Origin", "Written for the tests of this program"),
    ]


def test_the_room_list_is_in_the_order_to_ask_and_numbered(report: Report) -> None:
    assert [(each.number, each.question, each.suggested) for each in report.room] == [
        (1, "voice", False),
        (2, "money", True),
        (3, "front-door", False),
        (4, "front-door", False),
        (5, "front-door", False),
        (6, "staff", True),
    ]
    assert [(each.question, each.by_hand) for each in report.room if each.by_hand] == [("staff", True)]
    assert [(each.number, each.question, each.text) for each in report.dropped] == [
        (0, "homes", "How long did the longest wait?"),
    ]


def test_an_ask_carries_everything_written_for_it(report: Report) -> None:
    assert report.room[2] == RoomQuestion(
        number=3,
        about="Front door",
        question="front-door",
        text="What happens in the first hour after a school rings?",
        reason="Rated 2 Fair: low",
        role="head of service",
        who="Cllr A. Example",
        satisfied="One real case, with times, from call to visit",
        follow_up="And when the school rings on a Friday afternoon?",
        reply="It depends on who is on duty.",
        key="front-door:a1",
        rule_number=3,
    )


def test_the_checklists_own_question_stands_in_where_nobody_wrote_one(report: Report) -> None:
    suggested = report.room[1]
    assert (suggested.text, suggested.reason) == ("Does the money go where it makes a difference?", "Not known")


def test_an_ask_under_an_unanswered_question_is_not_lost() -> None:
    review = empty_review().with_answer(Answer("staff", asks=(Ask("a1", "Who left?"),)))
    assert [(each.text, each.reason) for each in build(review).room] == [
        ("Who left?", "Not reached; in checklist order"),
    ]


def test_an_ask_under_a_question_that_does_not_apply_comes_last() -> None:
    kept = full_review().answer("unit")
    review = full_review().with_answer(replace(kept, asks=(Ask("a1", "Who decided that?"),)))
    last = build(review).room[-1]
    assert (last.text, last.reason) == ("Who decided that?", "Not applicable: Exampleshire has no secure unit")


def test_an_ask_without_words_falls_back_to_the_question() -> None:
    review = empty_review().with_answer(Answer("staff", asks=(Ask("a1", " ", role="director"),)))
    assert build(review).room[0].text == "Do families keep the same social worker?"


def test_an_entry_describes_its_level_for_this_question(report: Report) -> None:
    shown = entry(report, "front-door")
    assert (shown.words, shown.meaning) == ("2 Fair", "Urgent calls are answered; the others wait.")
    assert shown.how_known == "shown (data or a document shows it)"
    assert shown.section == "Help for children and families"
    assert [ask.number for ask in shown.asks] == [3, 4, 5]


def test_evidence_names_the_paper_and_not_its_id(report: Report) -> None:
    assert [item.paper for item in entry(report, "front-door").evidence] == [
        "Audit of the front door",
        "Minutes of the last meeting",
    ]


@pytest.mark.parametrize(
    ("question", "words", "how_known"),
    [
        ("voice", "not known", ""),
        ("homes", "3 Good", "told (someone said so)"),
        ("staff", "3 Good", "nobody has said"),
        ("partners", "not discussed", ""),
        ("unit", "not applicable: Exampleshire has no secure unit", ""),
        ("learning", "not reached", ""),
    ],
)
def test_every_state_reads_in_words(report: Report, question: str, words: str, how_known: str) -> None:
    assert (entry(report, question).words, entry(report, question).how_known) == (words, how_known)


def test_what_is_not_known_and_not_reached_is_listed(report: Report) -> None:
    assert [each.question for each in report.not_known] == ["voice", "money"]
    assert [each.question for each in report.not_reached] == ["partners", "learning"]


def test_only_the_sources_that_are_used_are_listed(report: Report) -> None:
    assert [source.id for source in report.sources] == ["guidance", "handbook"]


def test_a_source_that_the_checklist_does_not_list_is_named_all_the_same() -> None:
    review = full_review()
    section = review.checklist.sections[0]
    question = replace(section.questions[0], sources=("Some Act 1989",), facts=())
    sections = (replace(section, questions=(question, *section.questions[1:])), *review.checklist.sections[1:])
    shown = build(replace(review, checklist=replace(review.checklist, sections=sections))).sources
    assert [source.title for source in shown] == [
        "Guidance on helping children early",
        "Handbook for committees",
        "Some Act 1989",
    ]


def test_the_report_explains_how_to_read_it(report: Report) -> None:
    text = "\n".join(report.how_to_read)
    for part in (
        "Levels run from 1 Poor to 4 Great",
        "1 Poor or 2 Fair",
        "told means",
        "no overall mark",
        "First what is",
    ):
        assert part in text


def test_states_stand_in_the_entries(report: Report) -> None:
    assert {each.state for each in report.entries} == set(State)
