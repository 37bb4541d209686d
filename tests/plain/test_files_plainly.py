"""Members' files merged line by line, and recommendations followed: what is told, and what is on the disk after it."""

from datetime import date
from pathlib import Path

import pytest

from scrutiny_tui.model.answer import Answer, State
from scrutiny_tui.model.recommendation import Reply
from scrutiny_tui.model.review import Review
from scrutiny_tui.plain.merging import MergePlace
from scrutiny_tui.plain.place import WorkingPlace
from scrutiny_tui.plain.recommendations import RecommendationsPlace
from scrutiny_tui.plain.session import SessionPlace
from scrutiny_tui.plain.sitting import sit_down
from scrutiny_tui.plain.talk import EndedError
from scrutiny_tui.storage.library import Library
from tests.examples import CREATED, empty_review, full_review, small_checklist
from tests.plain.conftest import SitDown

FIRST = empty_review().questions[0].id
HIDDEN = "what a member wrote"


def members_file(library: Library, name: str, level: int) -> None:
    answer = Answer(FIRST, State.RATED, level, note=HIDDEN)
    review = Review(f"r-{name}", f"Review of {name}", small_checklist(), CREATED, answers=(answer,), by=name)
    library.create(review).close()


def end(place: WorkingPlace) -> Review:
    """Stay until nothing more is typed, and return what is on the disk then."""
    with pytest.raises(EndedError):
        place.stay()
    return place.sitting.around.library.read_filed(place.keeper.store.path).review


def test_marked_files_are_told_of_then_merged_and_stay_sealed(seated: SitDown, library: Library) -> None:
    for name, level in (("Cllr A. Example", 2), ("Cllr B. Sample", 4), ("Cllr C. Specimen", 4)):
        members_file(library, name, level)
    (library.folder / "torn.scrutiny.json").write_text("{", "utf-8")
    marking = ["look", "5", "all", "all", "1 9", "1, 2", "1", "3 4"]
    lines = ["q", "m", *marking, "look", "no", "look", "yes", "u", "redo", "n"]
    sitting, said = seated(empty_review(), lines)
    review = end(SessionPlace(sitting))
    heard = said.getvalue()
    assert "Mark a file first." in heard
    assert "cannot be read, so it cannot be merged." in heard
    assert [line for line in heard.splitlines() if line.startswith("Marked:")]
    assert "Type numbers from 1 to 4, such as 1 3, " in heard
    assert heard.count("Added as voices of their own:") == 2
    assert "u takes the merge back." in heard
    assert len(review.panel.respondents) == 2
    assert not review.panel.is_begun
    assert HIDDEN not in heard
    assert "Sealed ratings: 2 of 2 in." in heard


def test_a_folder_can_be_typed_and_one_without_reviews_says_so(seated: SitDown, tmp_path: Path) -> None:
    lines = [f"folder {tmp_path / 'nowhere'}", "folder", "look", "2", "list"]
    sitting, said = seated(empty_review(), lines)
    end(MergePlace(sitting))
    assert "No other reviews are in" in said.getvalue()
    assert "Type folder and a path behind it." in said.getvalue()


def test_a_recommendation_is_written_followed_and_closed_only_with_evidence(seated: SitDown) -> None:
    new = ["new", "Answer the phone", "2", "-", "1", "13 July 2027", "soon", "", "done", ""]
    reply = ["1", *[""] * 6, "accepted", "It is right.", "Half of them.", "", "", ""]
    closing = ["1/9/2028", "", "Audit of May"]
    sitting, said = seated(empty_review(), [*new, *reply, *closing, "drop 3", "d 1", "u"])
    review = end(RecommendationsPlace(sitting, FIRST))
    heard = said.getvalue()
    [kept] = review.recommendations
    assert (kept.text, kept.to, kept.owner) == ("Answer the phone", "director", "head of service")
    assert (kept.sent, kept.due, kept.question) == (date(2027, 7, 13), None, FIRST)
    assert (kept.reply, kept.reason, kept.noted(3)) == (Reply.ACCEPTED, "It is right.", "Half of them.")
    assert (kept.evidence, kept.closed) == ("Audit of May", date(2028, 9, 1)), heard
    assert "Reply due: no date yet." in heard
    assert "It is closed only with evidence" in heard
    assert "Type drop and a number from 1 to 1." in heard


def test_a_review_that_can_only_be_read_is_read_and_nothing_in_it_changes(seated: SitDown, library: Library) -> None:
    writing, _ = seated(full_review(), [])
    panel = ["p", "new", "1", "drop 1", "take", "names", "m 30", "q"]
    lines = [
        "s",
        "k",
        "c",
        "v",
        "2",
        "0",
        "t",
        "e",
        "w",
        "d",
        "o",
        "z",
        *panel,
        "l",
        "new",
        "d 1",
        "q",
        "r",
        "new",
        "q",
        "b",
    ]
    around, said = seated(empty_review(), lines, interactive=True)
    reading = sit_down(around.around, library.open(writing.keeper.store.path))
    assert end(SessionPlace(reading)) == full_review()
    assert said.getvalue().count("This review can only be read here.") == 14
