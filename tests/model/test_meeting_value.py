"""The details of a meeting, in words."""

from datetime import date

import pytest

from scrutiny_tui.model.meeting import Meeting, Paper, in_pages, in_short, in_words, read_date


def test_a_date_is_written_as_british_readers_write_it() -> None:
    assert in_words(date(2027, 7, 8)) == "8 July 2027"
    assert in_short(date(2027, 7, 8)) == "8 Jul 2027"
    assert Meeting(date=date(2027, 7, 8)).day == "Thursday 8 July 2027"
    assert Meeting().day == ""


def test_evidence_names_a_paper_of_the_meeting_or_any_other_document() -> None:
    meeting = Meeting(papers=(Paper("p1", "Audit"),))
    assert meeting.paper_title("p1") == "Audit"
    assert meeting.paper_title("Old minutes") == "Old minutes"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("3", "page 3"),
        ("3-5", "pages 3-5"),
        ("3, 9", "pages 3, 9"),
        (" 3\n", "page 3"),
        ("appendix B", "appendix B"),
        ("p. 4", "p. 4"),
        ("", ""),
    ],
)
def test_pages_read_well_in_a_sentence(typed: str, read: str) -> None:
    assert in_pages(typed) == read


@pytest.mark.parametrize(
    "typed",
    ["8 July 2027", "8/7/2027", "08.07.2027", "Thu 8 Jul 2027", "Thursday, 8th July, 2027", " 2027-7-8 ", "8-JUL-2027"],
)
def test_a_date_is_read_as_british_people_write_it(typed: str) -> None:
    assert read_date(typed) == date(2027, 7, 8)


@pytest.mark.parametrize("typed", ["", "8 July", "31/6/2027", "7/13/2027", "8 Juillember 2027x", "next Thursday"])
def test_what_is_no_date_is_not_guessed_at(typed: str) -> None:
    assert read_date(typed) is None
