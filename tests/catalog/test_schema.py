"""What a person who writes a checklist reads about its mistakes."""

import pytest

from scrutiny_tui.model.facts import Better, Claim, Standing
from tests.catalog.checklist_text import WHOLE, problems, read, spoiled


def test_every_field_arrives_in_the_checklist() -> None:
    checklist = read(WHOLE)
    assert (checklist.id, checklist.title, checklist.edition, checklist.checked) == (
        "school-places",
        "School places",
        "3",
        "2027-01-31",
    )
    assert (checklist.purpose, checklist.takes) == ("To find out who waits.", "An hour.")
    assert [question.id for question in checklist.questions] == ["wait", "move"]
    question = checklist.question("wait")
    assert question.facts == (Claim("The time limit is short.", "code", "since 2021", Standing.SECONDARY),)
    assert (question.enquiry[0].ask, question.enquiry[0].to) == ("Who waits longest?", "head of service")
    indicator = question.indicators[0]
    assert (indicator.better, indicator.unit) == (Better.LOWER, "days")
    assert indicator.clock == Claim("Fifteen days.", "code")
    assert indicator.england == Claim("Twenty days.", "code", "in 2026")
    assert [level.text for level in question.levels] == ["Long.", "Shorter.", "Short."]
    assert question.sources == ("code",)
    assert checklist.source("code").year == "2021"
    assert checklist.question("move").text == "Who moves school?"


def test_text_stays_as_it_was_typed() -> None:
    checklist = read(WHOLE)
    assert [level.label for level in checklist.scale.levels] == ["No", "012", "12:30"]
    assert checklist.question("wait").warning == ("~",)
    assert read(WHOLE.replace("title: Waiting", "title: 2027-07-13")).sections[0].title == "2027-07-13"
    assert read(WHOLE.replace("title: Waiting", "title: 1e3")).sections[0].title == "1e3"


def test_five_mistakes_are_reported_at_once_each_with_its_line() -> None:
    assert spoiled(
        ("title: School places", "titel: School places"),
        ("level: 2\n      label", "level: 3\n      label"),
        ("    source: code", "    source: cod"),
        ("standing: secondary", "standing: secondhand"),
        ("id: move", "id: wait"),
    ) == [
        "3:1: unknown field 'titel'; did you mean 'title'? (in this checklist)",
        "14:14: level out of order: expected 2, found 3",
        "36:21: unknown source 'cod'; did you mean 'code'?",
        "38:23: unknown word 'secondhand'; did you mean 'secondary'?",
        "73:13: question id 'wait' is used twice; the first is on line 29",
    ]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("format: 1", "format: 2", "1:9: format 2 needs a newer version of scrutiny-tui; this one reads format 1"),
        ("format: 1", "format: 0", "1:9: there is no format 0; write 1"),
        ("format: 1\n", "", "1:1: this checklist has no 'format'"),
        ("format: 1", "format: one", "1:9: expected a whole number, found 'one'"),
        ("id: school-places\n", "", "1:1: this checklist has no 'id'"),
        ("title: School places", "title:", "3:7: expected text, found nothing"),
        ("title: School places", "title: ''", "3:8: expected text, found nothing"),
        ("title: School places", "title: [a]", "3:8: expected text, found a list"),
        ("edition:", "editoin:", "4:1: unknown field 'editoin'; did you mean 'edition'? (in this checklist)"),
        ("title: School", "title: a\ntitle: b", "4:1: 'title' is given twice; the first is on line 3"),
        ("2027-01-31", "2027-02-31", "8:10: there is no such date: 2027-02-31"),
        ("2027-01-31", "20270131", "8:10: expected a date such as 2027-07-13, found '20270131'"),
        ("label: 012", "label: no", "15:14: level label 'no' is used twice; the first is on line 13"),
        ("[code]", "code", "69:18: expected a list, found text"),
        ("[code]", "[cod]", "69:19: unknown source 'cod'; did you mean 'code'?"),
        ("[code]", "[x y]", "69:19: unknown source 'x y'; known: code"),
        ("better: lower", "better: down", "53:21: unknown word 'down'; known: lower, higher, context"),
        ("id: second", "id: first", "70:9: section id 'first' is used twice; the first is on line 26"),
        (
            "- Everyone knows the number.",
            "- Everyone: knows",
            "44:13: expected text, found named fields; text with a colon and a space in it needs quotes",
        ),
        ("- Everyone knows the number.", "-", "44:12: expected text, found nothing"),
        ("- Everyone knows the number.", '- "a\\u202eb"', "44:13: hidden or control character U+202E; take it out"),
        ("knows the number", "knows\u202e", "44:27: hidden or control character U+202E; take it out"),
        ("knows the number", "knows\x1b", "44:27: hidden or control character U+001B; take it out"),
        ("- level: 3\n            text: Short", "- level: 4\n            text: Short", None),
        ("level: 3\n            text", "level: 2\n            text", "67:20: level out of order: expected 3, found 2"),
        ("level: 3\n            text", "level: x\n            text", "67:20: expected a whole number, found 'x'"),
        (
            "          - level: 3\n            text: Short.\n",
            "",
            "63:11: no description of level 3; describe every level of the scale or none",
        ),
    ],
)
def test_a_single_mistake_is_a_single_problem(old: str, new: str, problem: str | None) -> None:
    expected = problem or "67:20: there is no level '4' in the scale, which has 1, 2, 3"
    assert spoiled((old, new)) == [expected]


def test_an_id_that_is_no_id_comes_with_a_better_one() -> None:
    rule = "(an id has lower-case letters, digits and hyphens, 60 at most)"
    assert spoiled(("id: move", "id: Who Moves?")) == [
        f"73:13: 'Who Moves?' cannot be an id; did you mean 'who-moves'? {rule}",
    ]
    assert spoiled(("id: move", "id: " + 61 * "a"))[0].startswith("73:13: 'aaaa")
    assert spoiled(("id: move", "id: été")) == [f"73:13: 'été' cannot be an id; did you mean 'ete'? {rule}"]


def test_a_misspelt_list_of_sources_does_not_make_every_reference_a_problem() -> None:
    assert spoiled(("sources:\n", "soruces:\n")) == [
        "19:1: unknown field 'soruces'; did you mean 'sources'? (in this checklist)",
        "36:21: unknown source 'code'; known: none",
    ]


def test_lines_of_enquiry_and_indicators_repeat_no_id_within_a_question() -> None:
    enquiry = "          - id: longest\n            ask: Who waits longest?\n"
    indicator = "          - id: days\n            name: Days\n"
    assert spoiled((enquiry, enquiry + enquiry), (indicator, indicator + indicator)) == [
        "42:17: line of enquiry id 'longest' is used twice; the first is on line 40",
        "54:17: indicator id 'days' is used twice; the first is on line 52",
    ]


def test_a_source_has_one_place() -> None:
    source = "  - id: code\n    title: The code\n"
    assert spoiled((source, source + source)) == ["22:9: source id 'code' is used twice; the first is on line 20"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[]", "a list of questions needs at least 1, found none"),
        ("", "expected a list, found nothing"),
        ("What?", "expected a list, found text"),
        ("{}", "expected a list, found named fields"),
    ],
)
def test_a_section_without_questions_is_a_problem(text: str, problem: str) -> None:
    start = WHOLE[: WHOLE.index("    questions:")]
    assert problem in problems(f"{start}    questions: {text}\n")[0]


def test_a_checklist_without_sections_is_a_problem() -> None:
    start = WHOLE[: WHOLE.index("sections:")]
    assert problems(start) == ["1:1: this checklist has no 'sections'"]
    assert problems(start + "sections: []\n") == ["25:11: a list of sections needs at least 1, found none"]


def test_a_scale_has_two_to_nine_levels() -> None:
    start, end = WHOLE.split("  levels:\n", 1)
    rest = "sections:\n  - id: a\n    title: A\n    questions:\n      - id: a\n        text: A?\n"
    assert "sections" in end
    levels = [f"    - level: {value}\n      label: L{value}\n" for value in range(1, 11)]
    head = start + "  levels:\n"
    assert problems(head + levels[0] + rest) == ["12:5: a list of levels needs at least 2, found 1"]
    assert problems(head + "".join(levels[:9]) + rest) == []
    assert problems(head + "".join(levels) + rest) == ["12:5: a list of levels has 9 at most, found 10"]


def test_a_text_too_long_for_any_screen_is_a_problem() -> None:
    assert problems(WHOLE.replace("Who waits longest?", "w" * 10_000)) == []
    assert spoiled(("Who waits longest?", "w" * 10_001)) == [
        "41:18: this text has 10,001 characters; the most is 10,000",
    ]


def test_more_than_two_thousand_questions_are_a_problem() -> None:
    more = "".join(f"      - {{id: q{place}, text: A}}\n" for place in range(1_998))
    assert problems(WHOLE + more) == []
    assert problems(WHOLE + more + "      - {id: last, text: A}\n")[0].endswith(
        "a checklist has 2,000 questions at most; this is one more",
    )


def test_a_file_of_another_kind_is_not_listed_to_its_end() -> None:
    found = problems("".join(f"field{place}: 1\n" for place in range(5_000)))
    assert len(found) == 101
    assert any("the rest of the file was not checked" in problem for problem in found)


def test_an_optional_field_with_nothing_in_it_counts_as_left_out() -> None:
    checklist = read(WHOLE.replace("topic: Access", "topic:").replace("[code]", ""))
    assert checklist.question("wait").topic == ""
    assert checklist.question("wait").sources == ()
