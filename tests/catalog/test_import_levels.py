"""Nobody's "not sure" becomes a rating: it is asked, never guessed, and neither is which end of a scale is low."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrutiny_tui.catalog.importing import meant
from scrutiny_tui.catalog.nodes import Text
from scrutiny_tui.catalog.problems import START
from scrutiny_tui.catalog.sheet.levels import Choice, Means, Order, choices_in
from scrutiny_tui.errors import ChecklistError, UndecidedError
from tests.catalog.sheets import levels, made, open_points, read_in, settle, table, workbook, wrongs

STEPS = ("Never", "Rarely", "Often", "Always")
NO_LEVEL = (
    "Not sure", "NOT SURE", "not  sure", "Unsure", "Don't know", "Don\u2019t know", "Dont know",
    "Do not know", "I don't know",
    "We do not know yet", "Can't say", "cannot tell", "Unknown", "Not known", "Uncertain", "DK",
    "D/K", "No idea", "Missing",
    "Refused", "Prefer not to say", "No answer", "Not answered", "Blank", "N/A", "n.a.", "NA", "Not applicable",
    "Does not apply", "Doesn\u2019t apply", "None of these", "Don't know / not sure",
    "Not sure (please say why)", "Unsure/NA",
    "Don't know or n/a", "Not sure, can't say", "dont_know", "\u2013 Not sure \u2013", "Not sure.",
    "Still not sure at present",
)  # fmt: skip
"""What can be no level, whatever anybody says."""
MAY_BE_NO_LEVEL = (
    "Neither agree nor disagree", "Neutral", "Undecided", "No opinion", "Maybe", "It depends",
    "Unclear", "Sometimes / not sure",
    "Leaders do not know", "Not assessed", "No data", "Insufficient evidence", "TBC", "Pending",
    "Too early to say", "50/50",
    "Other", "Other (please say)", "?", "Not available", "Mixed views", "unable to judge",
)  # fmt: skip
"""What may be a level or not: only the author knows."""
LEVEL = (
    "No", "Partly", "Knows", "Some evidence", "No evidence", "Not yet", "Not at all", "Noted",
    "Not met", "Nobody", "Known",
    "Good enough", "Unsafe", "Dark", "Nap", "Banana", "Sure", "Everything is known", "Blankets", "Others help us a lot",
)  # fmt: skip


CODES = ("", "counted", "missing")


def choices(*labels: str) -> list[Choice]:
    return [choice for label in labels for choice in choices_in(Text(START, label))]


def with_step(word: str, place: int, codes: str = "") -> list[str]:
    """Return the steps with a word among them, perhaps with their codes: 1 to 5, or 1 to 4 and 99."""
    labels = [*STEPS[:place], word, *STEPS[place:]]
    if codes == "counted":
        return [f"{number} {label}" for number, label in enumerate(labels, 1)]
    if codes == "missing":
        steps = iter(range(1, 9))
        return [f"{99 if label == word else next(steps)} = {label}" for label in labels]
    return labels


@st.composite
def spreadsheets(draw: st.DrawFn, words: tuple[str, ...], codes: tuple[str, ...] = CODES) -> tuple[str, bytes]:
    """A doubtful word, and a spreadsheet of whatever kind with it among its levels."""
    word, place = draw(st.sampled_from(words)), draw(st.integers(0, len(STEPS)))
    kind = draw(st.sampled_from(("cell", "columns", "form")))
    if kind == "cell":
        labels = with_step(word, place, draw(st.sampled_from(codes)))
        mark = draw(st.sampled_from(("; ", "\n", " | ")))
        return word, table(["Question", "Levels"], ["Who?", mark.join(labels)])
    if kind == "columns":
        return word, table(["Question", *with_step(word, place, "counted")], ["Who?", *"abcde"])
    labels = with_step(word, place)
    numbers = draw(st.sampled_from(((1, 2, 3, 4, 5), ("a", "b", "c", "d", "e"), (0, 1, 2, 3, 4))))
    rows = [["list_name", "name", "label"], *(["l", name, label] for name, label in zip(numbers, labels, strict=True))]
    return word, workbook(survey=[["type", "name", "label"], ["select_one l", "q", "Who?"]], choices=rows)


@given(spreadsheets(NO_LEVEL), st.sampled_from([None, *Means]))
@settings(max_examples=150, deadline=None)
def test_what_means_not_sure_is_never_a_level_whoever_says_so(given_: tuple[str, bytes], said: Means | None) -> None:
    word, data = given_
    found = read_in(data)
    [doubt] = found.doubts
    assert Means.LEVEL not in doubt.may_be
    if said:
        found.decide(doubt.choice, said)
    if said in {None, Means.LEVEL}:
        with pytest.raises(UndecidedError, match="--not-known"):
            found.checklist()
    else:
        assert levels(found.checklist()[0]) == list(STEPS)
    assert word.strip(" \u2013").split()[0].casefold() in doubt.choice.label.casefold()


@given(spreadsheets(MAY_BE_NO_LEVEL, ("", "counted")))
@settings(max_examples=100, deadline=None)
def test_what_may_mean_it_is_a_level_only_where_the_author_says_so(given_: tuple[str, bytes]) -> None:
    word, data = given_
    found = read_in(data)
    with pytest.raises(UndecidedError, match="--level"):
        found.checklist()
    [doubt] = found.doubts
    found.decide(doubt.choice, Means.LEVEL)
    assert len(levels(found.checklist()[0])) == len(STEPS) + 1
    found.decide(doubt.choice, Means.NOT_APPLICABLE)
    assert levels(found.checklist()[0]) == list(STEPS)
    assert word


@pytest.mark.parametrize("word", LEVEL)
@pytest.mark.parametrize("place", [0, 2, 4])
def test_a_plain_level_is_asked_about_by_nobody(word: str, place: int) -> None:
    labels = with_step(word, place)
    assert levels(made(table(["Question", "Levels"], ["Who?", "; ".join(labels)]))) == labels


@pytest.mark.parametrize(
    ("cell", "doubtful", "definite"),
    [
        ("1;2;3;4;5;999", "999", True),
        ("1 Low; 2 Middle; 3 High; 99 Keine Angabe", "Keine Angabe", True),
        ("1 Low; 2 Middle; 3 High; 9 Keine Angabe", "Keine Angabe", False),
        ("0 Low; 1 High; -1 Keine Angabe", "Keine Angabe", False),
        ("1 Low; 2 High; -9 Keine Angabe", "Keine Angabe", True),
        ("1 Low; 2 High; 98 Keine Angabe; 99 Nichts", "Keine Angabe", True),
        ("Low; High; 99 Keine Angabe", "99 Keine Angabe", False),
        ("10; 20; 30; 99", "99", True),
        ("1 Low; 3 High; 7 Unsure", "7 Unsure", True),
        ("1 Poor; 2 Fair; 4 Good", "Good", False),
    ],
)
def test_a_code_that_does_not_count_a_step_is_asked_about(cell: str, doubtful: str, *, definite: bool) -> None:
    found = read_in(table(["Question", "Levels"], ["Who?", cell]))
    doubt = found.doubts[0]
    assert doubt.choice.label == doubtful
    assert (Means.LEVEL not in doubt.may_be) == definite


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1 Poor; 2 Fair", ["Poor", "Fair"]),
        ("1 = Poor\n2 = Fair", ["Poor", "Fair"]),
        ("1. Poor\r\n2. Fair", ["Poor", "Fair"]),
        ("1) Poor|2) Fair", ["Poor", "Fair"]),
        ("(1) Poor;(2) Fair", ["Poor", "Fair"]),
        ("1 - Poor; 2 - Fair", ["Poor", "Fair"]),
        ("1 \u2013 Poor; 2 \u2013 Fair", ["Poor", "Fair"]),
        ("1-Poor;2-Fair", ["Poor", "Fair"]),
        ("Level 1: Poor; Level 2: Fair", ["Poor", "Fair"]),
        ("Level 1; Level 2", ["Level 1", "Level 2"]),
        ("1;2;3", ["1", "2", "3"]),
        ("4 Great; 3 Good; 2 Fair; 1 Poor", ["Poor", "Fair", "Good", "Great"]),
        ("-2 Bad; -1 Poor; 0 So so; 1 Fine; 2 Great", ["Bad", "Poor", "So so", "Fine", "Great"]),
        ("0-25%; 26-50%; 51-100%", ["0-25%", "26-50%", "51-100%"]),
        ("0 to 25; 26 to 50", ["0 to 25", "26 to 50"]),
        ("3 days; 4 days; 5 days", ["3 days", "4 days", "5 days"]),
        ("1 visit; 2 visits; 3 visits", ["1 visit", "2 visits", "3 visits"]),
        ("1st; 2nd; 3rd", ["1st", "2nd", "3rd"]),
        ("12:30; 13:30", ["12:30", "13:30"]),
        ("Under 5; 5 to 10; Over 10", ["Under 5", "5 to 10", "Over 10"]),
        ("1.5 h; 2.5 h", ["1.5 h", "2.5 h"]),
    ],
)
def test_codes_go_and_figures_stay(cell: str, expected: list[str]) -> None:
    assert levels(made(table(["Question", "Levels"], ["Who?", cell]))) == expected


@pytest.mark.parametrize(
    "cell",
    [
        "Outstanding; Good; Requires improvement; Inadequate",
        "1 Outstanding; 2 Good; 3 Requires improvement; 4 Inadequate",
        "Yes; Partly; No",
        "Always|Sometimes|Never",
        "Strongly agree; Agree; Disagree; Strongly disagree",
        "Green; Amber; Red",
        "Yes; Partly; No; Not sure",
    ],
)
def test_levels_listed_highest_first_are_not_taken_for_lowest_first(cell: str) -> None:
    data = table(["Question", "Levels"], ["Who?", cell])
    found = read_in(data)
    for doubt in found.doubts:
        found.decide(doubt.choice, Means.NOT_KNOWN)
    as_listed = [choice.label for choice in found.levels]
    with pytest.raises(UndecidedError, match="--highest-first, or --lowest-first"):
        found.checklist()
    found.order = Order.HIGHEST_FIRST
    assert levels(found.checklist()[0]) == as_listed[::-1]
    found.order = Order.LOWEST_FIRST
    assert levels(found.checklist()[0]) == as_listed


def test_highest_first_is_about_the_order_in_the_spreadsheet_not_about_codes() -> None:
    found = read_in(table(["Question", "Levels"], ["Who?", "4 Great; 3 Good; 2 Fair; 1 Poor"]))
    assert [choice.label for choice in found.levels] == ["Poor", "Fair", "Good", "Great"]
    found.order = Order.HIGHEST_FIRST
    assert [choice.label for choice in found.levels] == ["Poor", "Fair", "Good", "Great"]


def test_everything_that_is_open_is_told_at_once_with_its_place_and_its_options() -> None:
    told = open_points(table(["Question", "Levels"], ["Who?", "1 Yes; 2 Neutral; 3 No; 999 Missing"]))
    assert told == (
        "ours.csv was not imported. "
        "'Neutral' (code 2) stands among the levels (row 2, column B), but may mean that nobody "
        "knows or that the question "
        "does not apply; scored, it would be misread.\n"
        "'Missing' (code 999) stands among the levels (row 2, column B), but may mean that nobody knows or that the "
        "question does not apply; scored, it would be misread. "
        "Say which: --level Neutral, or --not-known Neutral, or --not-applicable Neutral; and --not-known Missing, or "
        "--not-applicable Missing. Nothing was written."
    )
    assert open_points(table(["Question"], ["Who?"])) == (
        "ours.csv was not imported. It does not say what the questions are rated on. "
        'Say which: --levels "No; Partly; Yes". Nothing was written.'
    )


def test_levels_given_by_the_person_go_through_the_same_sieve() -> None:
    found = read_in(table(["Question"], ["Who?"]))
    found.take_levels("No; Not sure; Yes")
    assert [doubt.choice.label for doubt in found.doubts] == ["Not sure"]
    assert found.doubts[0].choice.cell.at.path == "--levels"


def test_levels_given_by_the_person_lose_no_description() -> None:
    found = read_in(table(["Question", "1 No", "2 Yes"], ["Who?", "nobody", "all"]))
    found.take_levels("Bad; Yes")
    with pytest.raises(ChecklistError, match="row 2, column B: this describes a level that --levels does not name"):
        found.check()


def test_where_nothing_is_rated_no_levels_are_asked_for() -> None:
    checklist = made(table(["Question", "Answered"], ["Who?", "words"], ["When?", "Words"]))
    assert levels(checklist) == ["No", "Partly", "Yes"]
    assert all(question.in_words for question in checklist.questions)
    assert open_points(table(["Question", "Answered"], ["Who?", "words"], ["When?", ""]))


def test_problems_come_before_questions() -> None:
    data = table(["Question", "Help", "Levels"], ["Who?", "\x07", "No; Not sure; Yes"])
    found = read_in(data)
    with pytest.raises(ChecklistError, match=r"U\+0007"):
        found.check()


def test_a_choice_goes_by_its_label_or_its_code() -> None:
    found = choices("1 Poor; 2 Fair; 99 Don't know")
    said = {"99": Means.NOT_KNOWN, " don't  KNOW": Means.NOT_KNOWN, "fair": Means.LEVEL, "4": Means.LEVEL}
    assert meant(found, said) == ({"don't know": Means.NOT_KNOWN, "fair": Means.LEVEL}, ["4"])


def test_of_two_levels_one_of_which_is_none_one_is_too_few() -> None:
    data = table(["Question", "Levels"], ["Who?", "Sure; Not sure"])
    assert wrongs(data) == ["row 2, column B: a list of levels needs at least 2, found 1"]
    found = read_in(data)
    settle(found)
    with pytest.raises(ChecklistError):
        found.checklist()
