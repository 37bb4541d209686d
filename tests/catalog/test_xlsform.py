"""A form in the XLSForm way becomes a checklist; what is not supported is refused by name and row, never dropped."""

from collections.abc import Sequence
from typing import Any

import pytest

from scrutiny_tui.catalog.sheet.levels import Means
from scrutiny_tui.model.checklist import Answered
from tests.catalog.sheets import Row, levels, made, open_points, read_in, workbook, wrongs

CHOICES = [["list_name", "name", "label"], ["l", 1, "Poor"], ["l", 2, "Fair"], ["l", 3, "Good"]]
HEAD = ["type", "name", "label", "hint", "guidance_hint", "required"]


def form(*survey: Row, head: Row = HEAD, choices: Sequence[Any] = CHOICES, settings: Sequence[Any] = ()) -> bytes:
    sheets: dict[str, Any] = {"survey": [head, *survey], "choices": choices}
    return workbook(**{**sheets, **({"settings": settings} if settings else {})})


def test_every_part_that_is_read_arrives() -> None:
    data = form(
        ["note", "intro", "Welcome to the form."],
        ["begin_group", "g_1", "Leaders", None],
        ["note", "n", "About leaders."],
        ["select_one l", "Q_1", "Do leaders know?", "Ask for the audit.", "Twice.", "yes"],
        ["note", "n2", "Think of last year."],
        ["text", "why", "Why do you say so?", None, None, "no"],
        ["note", "n3", "Thank you."],
        ["end_group"],
        settings=[["form_title", "form_id", "version"], ["Our form", "our_Form", 3]],
    )
    checklist = made(data)
    assert (checklist.id, checklist.title, checklist.edition) == ("our-form", "Our form", "3")
    assert checklist.purpose == "Welcome to the form."
    [section] = checklist.sections
    assert (section.id, section.title, section.about) == ("g-1", "Leaders", "About leaders.\n\nThank you.")
    first, second = checklist.questions
    assert (first.id, first.text, first.answered) == ("q-1", "Do leaders know?", Answered.LEVEL)
    assert first.help == "Ask for the audit.\n\nTwice.\n\nAn answer is expected here."
    assert (second.id, second.answered, second.help) == ("why", Answered.WORDS, "Think of last year.")
    assert levels(checklist) == ["Poor", "Fair", "Good"]


def test_groups_in_groups_keep_the_order_of_the_questions() -> None:
    data = form(
        ["text", "a", "A?"],
        ["begin group", "outer", "Outer"],
        ["text", "b", "B?"],
        ["begin_group", "inner_one", None],
        ["text", "c", "C?"],
        ["end group"],
        ["text", "d", "D?"],
        ["end_group"],
        ["text", "e", "E?"],
    )
    checklist = made(data)
    assert [(section.id, section.title, section.questions[0].text) for section in checklist.sections] == [
        ("questions", "Questions", "A?"),
        ("outer", "Outer", "B?"),
        ("inner-one", "Outer: Inner one", "C?"),
        ("outer-2", "Outer", "D?"),
        ("questions-2", "Questions", "E?"),
    ]


def test_a_form_that_asks_for_words_alone_needs_no_choices() -> None:
    data = workbook(survey=[["type", "name", "label"], ["text", "q", "What?"]])
    assert made(data).questions[0].in_words


def test_a_list_of_very_many_choices_is_no_scale() -> None:
    choices = [["list_name", "name", "label"], *(["l", each, f"Step {each}"] for each in range(1, 22))]
    assert wrongs(form(["select_one l", "q", "What?"], choices=choices), "form.xlsx") == [
        "sheet 'survey', row 2, column A: the list 'l' has more than 20 choices; a checklist has 9 levels at most"
    ]


def test_headings_of_older_forms_are_read_too() -> None:
    data = form(
        ["select one l", "q", "What?"],
        head=["Type", "Name", "Caption"],
        choices=[["list name", "name", "label"], *CHOICES[1:]],
    )
    assert levels(made(data)) == ["Poor", "Fair", "Good"]


def test_labels_that_carry_their_code_once_more_lose_it() -> None:
    rows = [["list_name", "name", "label"], ["l", 1, "1 - Poor"], ["l", 2, "2 - Fair"]]
    assert levels(made(form(["select_one l", "q", "What?"], choices=rows))) == ["Poor", "Fair"]


def test_the_order_of_levels_is_that_of_their_numbers() -> None:
    rows = [["list_name", "name", "label"], ["l", 3, "Good"], ["l", 1, "Poor"], ["l", 2, "Fair"]]
    assert levels(made(form(["select_one l", "q", "What?"], choices=rows))) == ["Poor", "Fair", "Good"]


def test_not_sure_is_found_by_its_code_its_label_and_its_name() -> None:
    rows = [["list_name", "name", "label"], ["l", 1, "Nein"], ["l", 2, "Ja"], ["l", 99, "Keine Angabe"]]
    [doubt] = read_in(form(["select_one l", "q", "Was?"], choices=rows)).doubts
    assert (doubt.choice.label, Means.LEVEL in doubt.may_be) == ("Keine Angabe", False)
    rows = [
        ["list_name", "name", "label"],
        ["l", "no", "Nein"],
        ["l", "dont_know", "Wei\u00df nicht"],
        ["l", "yes", "Ja"],
    ]
    data = form(["select_one l", "q", "Was?"], choices=rows)
    assert "sheet 'choices', row 3, column C" in open_points(data)


TWO = ["type", "name", "label::English (en)", "label::Fran\u00e7ais (fr)", "hint"]
TWO_CHOICES = [
    ["list_name", "name", "label::English (en)", "label::Fran\u00e7ais (fr)"],
    ["l", 1, "No", "Non"],
    ["l", 2, "Yes", "Oui"],
]


@pytest.mark.parametrize(
    ("said", "text", "labels"),
    [
        ("English", "What?", ["No", "Yes"]),
        ("en", "What?", ["No", "Yes"]),
        ("FR", "Quoi?", ["Non", "Oui"]),
        ("fran\u00e7ais (fr)", "Quoi?", ["Non", "Oui"]),
    ],
)
def test_one_of_several_languages_is_read(said: str, text: str, labels: list[str]) -> None:
    checklist = made(
        form(["select_one l", "q", "What?", "Quoi?", "Look."], head=TWO, choices=TWO_CHOICES), language=said
    )
    assert (checklist.questions[0].text, checklist.questions[0].help) == (text, "Look.")
    assert levels(checklist) == labels


def test_which_language_has_to_be_said() -> None:
    data = form(["select_one l", "q", "What?", "Quoi?"], head=TWO, choices=TWO_CHOICES)
    assert wrongs(data) == [
        (
            'the whole file: labels are in several languages; name one: --language "english (en)", or '
            '--language "fran\u00e7ais (fr)"'
        )
    ]
    assert wrongs(data, language="de") == [
        "the whole file: no label is in the language 'de'; there are: english (en), fran\u00e7ais (fr)"
    ]
    one = form(["text", "q", "What?", "Quoi?"], head=["type", "name", "label", "label::French"])
    assert "--language default, or --language french" in wrongs(one)[0]
    assert made(one, language="default").questions[0].text == "What?"
    assert made(one, language="french").questions[0].text == "Quoi?"


def test_a_single_language_needs_no_word() -> None:
    data = form(["text", "q", "What?"], head=["type", "name", "label::English"])
    assert made(data).questions[0].text == "What?"


REFUSED = [
    (["start", "start"], "column A: 'start', of the type 'start', cannot be imported; take the row out"),
    (["begin_repeat", "child"], "column A: the repeat 'child' cannot be imported; take the row out"),
    (["begin repeat", "child"], "column A: the repeat 'child' cannot be imported; take the row out"),
    (["end_repeat"], "column A: the end of a repeat cannot be imported; take the row out"),
    (["calculate", "sum"], "column A: the calculation 'sum' cannot be imported; take the row out"),
    (["geopoint", "place", "Where?"], "column A: the location 'place' cannot be imported; take the row out"),
    (
        ["select_multiple l", "which", "Which?"],
        (
            "column A: the question with several answers 'which' cannot be imported; take the row out, "
            "or make it a text question"
        ),
    ),
    (
        ["integer", "n", "How many?"],
        "column A: 'n', of the type 'integer', cannot be imported; take the row out, or make it a text question",
    ),
    (["selectone l", "q", "What?"], "column A: unknown type 'selectone'; did you mean 'select_one'?"),
    ([None, "q", "What?"], "column A: this row has no type; write one, or take the row out"),
    (
        ["select_one l or_other", "q", "What?"],
        "column A: 'or_other' cannot be imported; leave only the name of the list",
    ),
    (
        ["select_one list", "q", "What?"],
        "column A: unknown list of choices 'list'; known: l, m (in the sheet 'choices')",
    ),
    (
        ["select_one m", "q", "What?"],
        "column A: the list 'm' beside 'l'; a checklist has one scale for all its questions",
    ),
    (["text", "q", None], "column C: this row has no label; write one, or take the row out"),
    (["text", "q", "Why ${first}?"], "column C: a reference to another answer, ${...}, cannot be imported"),
    (["text", "q", "Why?", "${first}"], "column D: a reference to another answer, ${...}, cannot be imported"),
    (
        ["text", "q", "Why?", None, None, "${first} = 1"],
        "column F: '${first} = 1' cannot be imported here; write yes or no",
    ),
    (["end_group"], "column A: a group ends here that never began; take the row out"),
    (["begin_group", "g", "G"], "column A: this group is never ended; add a row of the type end_group"),
    (["text", "first", "Again?"], "column B: question id 'first' is used twice; the first is in sheet 'survey', row 2"),
]


@pytest.mark.parametrize(("row", "problem"), REFUSED)
def test_what_is_not_supported_is_refused_by_its_name_and_row(row: Row, problem: str) -> None:
    choices = [*CHOICES, ["m", 1, "No"], ["m", 2, "Yes"]]
    data = form(["select_one l", "first", "First?"], row, ["text", "last", "Last?"], choices=choices)
    found = wrongs(data)
    assert any(each.startswith(f"sheet 'survey', row 3, {problem}") for each in found), found


@pytest.mark.parametrize(
    "heading",
    ["relevant", "constraint", "calculation", "choice_filter", "appearance", "default", "media::image", "my notes"],
)
def test_a_column_that_is_not_read_is_refused_cell_by_cell_or_left_out_on_purpose(heading: str) -> None:
    data = form(["text", "a", "A?"], ["text", "b", "B?", "x"], head=["type", "name", "label", heading])
    said = f'"{heading}"' if " " in heading or ":" in heading else heading
    assert wrongs(data) == [
        (
            f"sheet 'survey', row 3, column D: '{heading}' cannot be imported; empty this cell, or "
            f"leave the column out: "
            f"--ignore {said}"
        )
    ]
    assert [question.text for question in made(data, ignored=(heading.upper(),)).questions] == ["A?", "B?"]
    assert wrongs(data, ignored=("other",))[0] == "the whole file: no column 'other' to leave out"


def test_what_else_a_form_may_hold_is_told() -> None:
    data = workbook(
        survey=[["type", "name", "label", ""], ["text", "a", "A?", "x"]],
        choices=[["list_name", "name", "label", "filter"], ["l", 1, None, None], ["l", 2, "B", "north"]],
        settings=[["form_title", "style"], ["T", "pages"], ["U", None]],
        entities=[["x"]],
    )
    assert sorted(wrongs(data)) == [
        "sheet 'choices', row 2, column C: this choice has no label; write one",
        (
            "sheet 'choices', row 3, column D: 'filter' cannot be imported; empty this cell, or leave the column out: "
            "--ignore filter"
        ),
        (
            "sheet 'settings', row 2, column B: 'style' cannot be imported; empty this cell, or leave the column out: "
            "--ignore style"
        ),
        "sheet 'settings', row 3: a form has one row of settings; take this one out",
        "sheet 'survey', row 2, column D: this column has no heading, so it cannot be imported; empty this cell",
        "the whole file: the sheet 'entities' is not part of a form that is read here; take it out",
    ]


@pytest.mark.parametrize(
    ("sheets", "problem"),
    [
        (
            {"survey": [["type", "name"], ["text", "a"]]},
            "sheet 'survey', row 1: the sheet 'survey' has no column 'label'; add one",
        ),
        (
            {"survey": [["type", "label"]]},
            "the whole file: the form asks nothing: it has no row of the type select_one",
        ),
        (
            {"survey": [["type", "label"], ["text", "A?"]], "choices": [["name", "label"], [1, "x"]]},
            "sheet 'choices', row 1: the sheet 'choices' has no column 'list_name'; add one",
        ),
        (
            {"survey": [["type", "label"], ["select_one l", "A?"]]},
            "sheet 'survey', row 2, column A: unknown list of choices 'l'; known: none (in the sheet 'choices')",
        ),
        (
            {"survey": [["type", "label"], ["begin_group", None], ["text", "A?"], ["end_group", None]], "choices": []},
            "sheet 'survey', row 2, column A: this group has neither label nor name; write a label",
        ),
    ],
)
def test_what_is_missing_from_a_form_is_told(sheets: dict[str, list[Row]], problem: str) -> None:
    [found] = wrongs(workbook(**{"x": [], **sheets}))
    assert found.startswith(problem)


def test_formulas_in_a_form_are_told_with_their_sheet() -> None:
    data = form(["text", "a", "=B1"], ["text", "b", "B?"])
    assert wrongs(data) == [
        (
            "sheet 'survey', row 2, column C: a formula; copy the cell and paste it as a value, "
            "because formulas are not worked "
            "out here"
        )
    ]
