"""The guide as pages, its drawing, and the words that a question uses."""

import pytest

from scrutiny_tui.model.guide import Stage, Term
from scrutiny_tui.model.guide_pages import drawing


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A section 47 enquiry", True),
        ("SECTION 47", True),
        ("an S47 enquiry", True),
        ("an s47 enquiry", False),  # an abbreviation in capitals is one in capitals only
        ("section 470", False),
        ("intersection 47", False),
        ("(section 47)", True),
        ("nothing", False),
    ],
)
def test_a_term_is_found_as_a_word_in_any_of_its_forms(text: str, found: bool) -> None:  # noqa: FBT001
    assert Term("Section 47", "An enquiry.", also=("S47",)).is_in(text) is found


def test_an_abbreviation_stands_beside_its_term_and_another_form_does_not() -> None:
    assert Term("Reviewing officer", "Who reviews.", also=("officers", "IRO")).title == "Reviewing officer (IRO)"
    assert Term("EET and NEET", "In work, or not.", also=("EET", "NEET")).title == "EET and NEET"
    assert Term("Outturn", "What was spent.", also=("outturns",)).title == "Outturn"


def test_the_timeline_is_drawn_to_scale() -> None:
    lines = drawing((Stage("First", 0, 10, "10 months"), Stage("Second", 10, 30, "20 months")), ("Always",)).split("\n")
    assert lines == [
        "|year 1   |year 2   |year 3",
        "First, 10 months",
        "========",
        "Second, 20 months",
        "        ================",
        "Always, throughout",
        "========================",
    ]


def test_a_short_stage_is_still_to_be_seen() -> None:
    assert (
        drawing((Stage("Blink", 3, 3, "a moment"), Stage("Rest", 3, 12, "9 months")), ()).split("\n")[2].strip() == "="
    )
