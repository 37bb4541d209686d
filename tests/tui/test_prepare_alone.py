"""The main job on the screens: each test is something a councillor does or would notice."""

from datetime import datetime
from pathlib import Path

import pytest

from scrutiny_tui.errors import SaveError
from scrutiny_tui.model.answer import State, Strength
from scrutiny_tui.model.review import Review
from scrutiny_tui.storage.library import Library
from scrutiny_tui.storage.review_file import ReviewFile
from scrutiny_tui.tui.app import ScrutinyApp
from scrutiny_tui.tui.widgets.fields import Paragraph
from tests.examples import PRIVATE_NOTE, empty_review, full_review
from tests.tui.conftest import SIZES, Start, clock, expect, only, press, shown


async def test_a_newcomer_answers_the_first_question_in_five_keys(start: Start, library: Library) -> None:
    async with start() as pilot:
        assert "Press  n  to start a review." in shown(pilot)
        await press(pilot, "n")
        await expect(pilot, "What it asks")
        await press(pilot, "enter")
        await expect(pilot, "What is this review called?")
        await press(pilot, "enter")
        await expect(pilot, "Title of this review")
        await press(pilot, "ctrl+s")
        await expect(pilot, "Question 1 of 9")
        await press(pilot, "3")
        await expect(pilot, lambda: only(library).answers)
    assert only(library).answer("leadership").level == 3


async def test_the_meeting_is_kept_as_it_is_typed(start: Start, library: Library) -> None:
    async with start() as pilot:
        await press(pilot, "n")
        await expect(pilot, "What it asks")
        await press(pilot, "enter")
        await expect(pilot, "What is this review called?")
        await press(pilot, "text:Budget day", "enter")
        await expect(pilot, "Title of this review")
        await press(pilot, "tab", "text:Exampleshire", "tab", "tab", "text:13/7/2027")
        await expect(pilot, lambda: only(library).meeting.date)
    assert [listing.path.name for listing in library.listings()] == ["budget-day.scrutiny.json"]
    review = only(library)
    assert (review.title, review.meeting.council) == ("Budget day", "Exampleshire")
    assert review.meeting.date
    assert review.meeting.date.isoformat() == "2027-07-13"


async def test_a_date_that_cannot_be_read_is_not_lost_on_leaving(start: Start, library: Library) -> None:
    async with start(opening=library.create(empty_review())) as pilot:
        await press(pilot, "m")
        await expect(pilot, "Title of this review")
        await press(pilot, "tab", "tab", "tab", "text:next week", "ctrl+s")
        await expect(pilot, "This is no date yet")
        assert "next week" in shown(pilot)
        await press(pilot, *["backspace"] * len("next week"), "escape")
        await expect(pilot, "Question 1 of")


async def test_papers_and_people_are_added_changed_and_taken_away(start: Start, library: Library) -> None:
    async with start(opening=library.create(empty_review())) as pilot:
        await press(pilot, "m")
        await expect(pilot, "+ Add a paper")
        pilot.app.screen.query_one("#papers").focus()
        await press(pilot, "enter", "text:Performance report", "tab", "text:49-68", "escape")
        await expect(pilot, "Performance report, pages 49-68")
        pilot.app.screen.query_one("#people").focus()
        await press(pilot, "enter", "text:Cllr A. Example", "tab", "right", "tab", "right", "escape")
        await expect(pilot, "Cllr A. Example, chair, present")
        await press(pilot, "up", "enter", "tab", "tab", "tab", "text:governor", "escape")
        await expect(pilot, "interest: governor")
        await press(pilot, "delete")
        await expect(pilot, lambda: "Cllr A. Example" not in shown(pilot))
        await press(pilot, "ctrl+s", "u")
        await expect(pilot, lambda: only(library).meeting.people)
    meeting = only(library).meeting
    assert [paper.title for paper in meeting.papers] == ["Performance report"]
    assert [person.interest for person in meeting.people] == ["governor"]


async def test_every_state_and_strength_has_its_key(start: Start, library: Library) -> None:
    first, second = (question.id for question in empty_review().questions[:2])
    async with start(opening=library.create(empty_review())) as pilot:
        await press(pilot, "2", "t", "t", "t")
        await expect(pilot, lambda: only(library).answer(first).strength is Strength.TESTED)
        await press(pilot, "0")
        await expect(pilot, lambda: only(library).answer(first).state is State.NOT_KNOWN)
        await press(pilot, "full_stop")
        await expect(pilot, lambda: only(library).answer(first).state is State.NOT_DISCUSSED)
        await press(pilot, "right_square_bracket", "minus")
        await expect(pilot, "Why not")
        await press(pilot, "text:none here", "enter")
        await expect(pilot, lambda: only(library).answer(second).reason == "none here")
        await press(pilot, "left_square_bracket", "backspace")
        await expect(pilot, lambda: not only(library).answer(first).is_answered)


async def test_a_question_is_not_marked_as_not_applicable_without_a_reason(start: Start, library: Library) -> None:
    async with start(opening=library.create(empty_review())) as pilot:
        await press(pilot, "1", "minus")
        await expect(pilot, "Why not")
        await press(pilot, "escape")
        await expect(pilot, "Rate")
        assert "1 Poor" in shown(pilot)
    assert only(library).answers[0].state is State.RATED


async def test_saying_how_we_know_before_rating_says_what_to_do_first(start: Start, library: Library) -> None:
    async with start(opening=library.create(empty_review())) as pilot:
        await press(pilot, "t")
        await expect(pilot, "Rate the question first")


async def test_the_level_chosen_is_readable_without_colour(start: Start, library: Library) -> None:
    async with start(opening=library.create(empty_review())) as pilot:
        await press(pilot, "3", "t", "t")
        await expect(pilot, "(*) 3 Good")
        assert "( ) 2 Fair" in shown(pilot)
        assert "[shown]" in shown(pilot)


async def test_notes_are_kept_apart_and_escape_leaves_them(start: Start, library: Library) -> None:
    async with start(opening=library.create(empty_review())) as pilot:
        await press(pilot, "e", "text:seen the audit", "escape", "p", "text:ask kindly", "escape")
        await expect(pilot, lambda: only(library).answers and only(library).answers[0].private_note == "ask kindly")
        assert only(library).answers[0].note == "seen the audit"
        assert "seen the audit" in shown(pilot)


async def test_a_letter_in_a_note_is_no_command(start: Start, library: Library) -> None:
    async with start(opening=library.create(empty_review())) as pilot:
        await press(pilot, "e", *"q1x", "space", *"0nu", "question_mark", "escape")
        await expect(pilot, lambda: only(library).answers)
    assert only(library).answers[0].note == "q1x 0nu?"


async def test_one_key_takes_a_line_of_enquiry_and_enter_adds_to_it(start: Start, library: Library) -> None:
    async with start(opening=library.create(empty_review())) as pilot:
        await press(pilot, "a")
        await expect(pilot, "(taken)")
        await press(pilot, "enter")
        await expect(pilot, "Who asks it")
        await press(pilot, "tab", "tab", "text:Cllr A. Example", "tab", "text:a date", "escape")
        await expect(pilot, lambda: only(library).answers[0].asks[0].satisfied == "a date")
    [ask] = only(library).answers[0].asks
    line = empty_review().questions[0].enquiry[0]
    assert (ask.text, ask.role, ask.who, ask.line) == (line.ask, line.to, "Cllr A. Example", line.id)


async def test_an_ask_of_our_own_and_evidence_from_a_paper_of_the_meeting(start: Start, library: Library) -> None:
    review = empty_review().with_meeting(full_review().meeting)
    paper = review.meeting.papers[0]
    async with start(opening=library.create(review)) as pilot:
        await press(pilot, "right", "a")
        await expect(pilot, "Who asks it")
        await press(pilot, "text:Who waited longest?", "escape", "v")
        await expect(pilot, "What it shows")
        await press(pilot, f"text:{paper.title}", "tab", "text:12", "escape")
        await expect(pilot, lambda: only(library).answers and only(library).answers[0].evidence)
    answer = only(library).answers[0]
    assert [ask.text for ask in answer.asks] == ["Who waited longest?"]
    assert [(item.paper, item.pages) for item in answer.evidence] == [(paper.id, "12")]


async def test_an_ask_is_taken_away_and_brought_back(start: Start, library: Library) -> None:
    async with start(opening=library.create(empty_review())) as pilot:
        await press(pilot, "a")
        await expect(pilot, "(taken)")
        await press(pilot, "delete")
        await expect(pilot, lambda: "(taken)" not in shown(pilot))
        await press(pilot, "u")
        await expect(pilot, "(taken)")


async def test_undo_goes_back_to_where_the_change_was_made(start: Start, library: Library) -> None:
    async with start(opening=library.create(empty_review())) as pilot:
        await press(pilot, "3", "right_square_bracket", "right_square_bracket", "u")
        await expect(pilot, "Undone: Rated 3 Good")
        assert "Question 1 of" in shown(pilot)
        await press(pilot, "ctrl+y")
        await expect(pilot, "(*) 3 Good")


async def test_a_review_opens_where_it_was_left(start: Start, library: Library) -> None:
    async with start(opening=library.create(empty_review())) as pilot:
        await press(pilot, "right_square_bracket", "2", "q")
        await expect(pilot, "Continue")
        assert "question 2 of" in shown(pilot)
        await press(pilot, "enter")
        await expect(pilot, "Question 2 of")


async def test_looking_at_a_review_changes_nothing_in_its_file(start: Start, library: Library) -> None:
    store = library.create(full_review())
    before = store.path.read_bytes(), store.path.stat().st_mtime_ns
    async with start(opening=store) as pilot:
        await press(pilot, "right", "down", "tab", "question_mark", "escape", "q")
        await expect(pilot, "Continue")
    assert (store.path.read_bytes(), store.path.stat().st_mtime_ns) == before


async def test_next_unanswered_says_when_nothing_is_left(start: Start, library: Library) -> None:
    review = full_review()
    for question in review.questions:
        review = review.with_answer(review.answer(question.id).in_state(State.NOT_KNOWN))
    async with start(opening=library.create(review)) as pilot:
        await press(pilot, "n")
        await expect(pilot, "Every question has an answer")


async def test_the_export_shows_its_path_leaves_private_notes_out_and_overwrites_nothing(
    start: Start, library: Library, folder: Path
) -> None:
    async with start(opening=library.create(full_review()), size=(200, 60)) as pilot:
        for _ in range(2):
            await press(pilot, "x")
            await expect(pilot, "The whole record")
            await press(pilot, "enter")
            await expect(pilot, "Markdown, without private notes,")
            assert pilot.app.screen.query_one(Paragraph).text.startswith(str(folder))
            await press(pilot, "enter")
            await expect(pilot, "The document is here")
            await press(pilot, "enter")
            await expect(pilot, "Rate")
    first, second = sorted(folder.glob("*.md"), key=lambda path: len(path.name))  # noqa: ASYNC240  # the app is over
    assert second.name == f"{first.stem} (2).md"
    text = first.read_text("utf-8")
    assert "## Questions to take into the room" in text
    assert PRIVATE_NOTE not in text


async def test_a_second_window_reads_only_and_says_who_holds_the_review(start: Start, library: Library) -> None:
    holder = library.create(full_review())
    before = holder.path.read_bytes()
    async with start(opening=library.open(holder.path)) as pilot:
        await expect(pilot, "reading only")
        assert "can only be read here" in shown(pilot)
        await press(pilot, "4", "e", "right_square_bracket", "a", "enter", "q")
        await expect(pilot, "Continue")
    assert holder.path.read_bytes() == before
    holder.close()


class FullDisk(ReviewFile):
    """A review on a disk that has no room left."""

    def save(self, review: Review) -> datetime:
        del review
        raise SaveError(self.path, "The disk is full.")

    def elsewhere(self, review: Review, path: Path) -> ReviewFile:  # type: ignore[override]  # on a disk with room
        return ReviewFile.create(path, review, clock)


@pytest.fixture
def stuck(folder: Path) -> ReviewFile:
    folder.mkdir()
    ReviewFile.create(folder / "full.scrutiny.json", empty_review(), clock).close()
    return FullDisk.open(folder / "full.scrutiny.json", clock)


async def test_a_full_disk_keeps_the_app_open_and_the_text_goes_to_another_place(
    start: Start, library: Library, folder: Path, stuck: ReviewFile
) -> None:
    async with start(opening=stuck) as pilot:
        await press(pilot, "e", "text:precious", "escape")
        await expect(pilot, "NOT SAVED")
        assert "The disk is full." in shown(pilot)
        assert "precious" in shown(pilot)
        await press(pilot, "f9")
        await expect(pilot, "Save in another place")
        await press(pilot, *["backspace"] * len("full.scrutiny.json"), "text:other.scrutiny.json", "enter")
        await expect(pilot, (folder / "other.scrutiny.json").exists)
        await press(pilot, "3")
        await expect(pilot, "saved 14:03")
    other = library.open(folder / "other.scrutiny.json")
    other.close()
    assert (other.review.answers[0].note, other.review.answers[0].level) == ("precious", 3)


async def test_leaving_with_something_unsaved_asks_first(start: Start, stuck: ReviewFile) -> None:
    async with start(opening=stuck) as pilot:
        await press(pilot, "3", "q")
        await expect(pilot, "not saved yet")
        await press(pilot, "escape")
        await expect(pilot, "Question 1 of")
        await press(pilot, "q")
        await expect(pilot, "not saved yet")
        await press(pilot, "end", "enter")
        await expect(pilot, "Reviews")


async def test_a_worked_example_is_kept_only_when_asked(start: Start, library: Library) -> None:
    async with start() as pilot:
        await press(pilot, "d")
        await expect(pilot, "worked example")
        await press(pilot, "q")
        await expect(pilot, "This worked example is not kept")
        await press(pilot, "enter")
        await expect(pilot, "Press  n  to start")
        assert not library.listings()


async def test_a_review_is_archived_and_brought_back(start: Start, library: Library) -> None:
    library.create(full_review()).close()
    async with start() as pilot:
        await expect(pilot, "Reviews")
        await press(pilot, "delete")
        await expect(pilot, "Moved to the archive")
        assert not library.listings()
        await press(pilot, "u")
        await expect(pilot, "Back in the list")
        assert len(library.listings()) == 1


async def test_a_damaged_file_is_a_row_that_says_so_and_opening_it_says_what_to_do(
    start: Start, library: Library, folder: Path
) -> None:
    library.create(full_review()).close()
    (folder / "torn.scrutiny.json").write_text('{"head": {"1": {"format": 1, ', "utf-8")
    async with start() as pilot:
        await expect(pilot, "! torn.scrutiny.json")
        await press(pilot, "end", "enter")
        await expect(pilot, "was not opened, and not touched")
        await press(pilot, "enter")
        await expect(pilot, "Reviews")


async def test_markup_and_control_characters_in_peoples_text_are_shown_as_text(start: Start, library: Library) -> None:
    store = library.create(full_review().titled("[red]Plan[/red] \x1b[31m[/oops]"))
    async with start(opening=store) as pilot:
        await expect(pilot, "[red]Plan[/red]")
        await press(pilot, "q")
        await expect(pilot, "Continue")
        await press(pilot, "delete")
        await expect(pilot, "Moved to the archive: [red]Plan[/red]")


async def test_finding_jumps_to_the_question(start: Start, library: Library) -> None:
    review = full_review()
    last = review.questions[-1]
    async with start(opening=library.create(review.at(review.questions[0].id))) as pilot:
        await press(pilot, "slash")
        await expect(pilot, "Find in this review")
        await press(pilot, f"text:{last.text}", "enter")
        await expect(pilot, f"Question {len(review.questions)} of")


async def test_a_review_is_found_in_the_library(start: Start, library: Library) -> None:
    library.create(full_review().titled("Care leavers")).close()
    library.create(full_review().titled("Budget")).close()
    async with start() as pilot:
        await expect(pilot, "Care leavers")
        await press(pilot, "slash", "text:leav", "enter")
        await expect(pilot, "Question")
        assert "Care leavers" in shown(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_every_pane_can_be_reached_and_read_at_every_size(
    start: Start, library: Library, size: tuple[int, int]
) -> None:
    review = full_review().at("front-door")
    async with start(opening=library.create(review), size=size) as pilot:
        assert review.question.text[:20] in shown(pilot)
        await press(pilot, "tab")
        await expect(pilot, "1 Poor")
        await press(pilot, "end")
        await expect(pilot, "Not discussed")
        await press(pilot, "g")
        await expect(pilot, "> 1 ")
        await press(pilot, "g", "question_mark")
        await expect(pilot, "What the keys do here")


async def test_help_and_palette_know_every_key_of_the_screen(start: Start, library: Library) -> None:
    async with start(opening=library.create(full_review()), size=(120, 80)) as pilot:
        await press(pilot, "question_mark")
        await expect(pilot, "What the keys do here")
        for words in (
            "Answer: we do not know",
            "Write the private note",
            "Undo the last change",
            "Export: the record",
        ):
            assert words in shown(pilot)
        await press(pilot, "escape", "ctrl+p", *"do", "space", *"not", "space", *"know")
        await expect(pilot, "Answer: we do not know")
        await press(pilot, "enter")
        await expect(pilot, lambda: only(library).answer(only(library).question.id).state is State.NOT_KNOWN)


async def test_light_and_dark_differ(start: Start, library: Library) -> None:
    async with start(opening=library.create(full_review())) as pilot:
        assert isinstance(pilot.app, ScrutinyApp)
        dark = pilot.app.theme
        await press(pilot, "f2")
        assert pilot.app.theme != dark


async def test_leaving_from_anywhere_saves_first(start: Start, library: Library) -> None:
    async with start(opening=library.create(empty_review())) as pilot:
        await press(pilot, "e", "text:last words")
        await press(pilot, "ctrl+q")
        await expect(pilot, lambda: only(library).answers)
    assert only(library).answers[0].note == "last words"


async def test_a_checklist_dropped_into_the_folder_appears_and_a_broken_one_says_why(
    start: Start, folder: Path
) -> None:
    own = folder / "Checklists"
    own.mkdir(parents=True)
    page = (Path(__file__).parents[2] / "docs/checklists.md").read_text("utf-8")
    (own / "libraries.yaml").write_text(page.split("```yaml\n")[1].split("```")[0], "utf-8")
    (own / "wrong.yaml").write_text("format: 1\nid: wrong\ntitel: x\n", "utf-8")
    async with start() as pilot:
        await press(pilot, "n")
        await expect(pilot, "Our libraries (your own)")
        await press(pilot, "end")
        await expect(pilot, "cannot be used yet")
        await expect(pilot, "did you mean")
