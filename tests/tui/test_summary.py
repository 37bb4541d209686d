"""The summary on the screen: what a person reads there, asks of it, and changes by hand."""

from dataclasses import replace

import pytest

from scrutiny_tui.model.earlier import Why
from scrutiny_tui.model.keeping import as_earlier
from scrutiny_tui.model.meeting import Meeting
from scrutiny_tui.model.report import build
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.room_plan import RoomPlan
from scrutiny_tui.model.summary import PARTS, figures
from scrutiny_tui.model.text import one_line
from scrutiny_tui.storage.library import Library
from scrutiny_tui.tui.screens.summary import SummaryScreen
from scrutiny_tui.tui.widgets.rows import Rows
from scrutiny_tui.tui.widgets.summary_rows import rows
from tests.examples import PRIVATE_NOTE, empty_review, full_review
from tests.tui.conftest import SIZES, Start, expect, only, press, shown


def by_the_rule() -> Review:
    return replace(full_review(), room=RoomPlan())


def first_texts(review: Review, count: int) -> list[str]:
    return [each.text for each in build(review).room[:count]]


async def test_the_coverage_comes_first_and_every_question_has_its_level_in_words(
    start: Start, library: Library
) -> None:
    async with start(opening=library.create(full_review()), size=(120, 40)) as pilot:
        await press(pilot, "s")
        await expect(pilot, "4 of 8 questions that apply are rated")
        screen = shown(pilot)
        for words in ("██░░ 2 Fair", "███░ 3 Good", "not known", "not applicable", "No overall mark"):
            assert words in screen
        assert screen.index("4 of 8") < screen.index("2 Fair")


async def test_one_key_says_how_a_figure_was_worked_out(start: Start, library: Library) -> None:
    async with start(opening=library.create(full_review()), size=(80, 24)) as pilot:
        await press(pilot, "s", "enter")
        await expect(pilot, "How this was worked out")
        assert "9 questions to rate, less 1 that does not apply" in shown(pilot)
        await press(pilot, "enter", "down", "enter")
        await expect(pilot, "3 of 4 that apply are rated, which is 75%")


@pytest.mark.parametrize("review", [full_review(), empty_review()], ids=["full", "empty"])
def test_every_figure_can_say_how_it_came_about(review: Review) -> None:
    silent = {"none", "no-mark", "legend"}
    for at in range(len(PARTS)):
        for row, figure in figures(build(review), at).items():
            nothing = row == "footings" and not review.answers
            assert bool(figure.sum) is (row not in silent and not row.startswith("unused:") and not nothing), row


async def test_a_question_is_moved_and_left_out_by_hand_and_comes_back(start: Start, library: Library) -> None:
    one, two, three = first_texts(by_the_rule(), 3)
    async with start(opening=library.create(by_the_rule()), size=(120, 36)) as pilot:
        await press(pilot, "s", "K")
        await expect(pilot, "It is the first already.")
        await press(pilot, "J")
        await expect(pilot, "placed by hand")
        await expect(pilot, lambda: first_texts(only(library), 2) == [two, one])
        await press(pilot, "enter")
        await expect(pilot, "The rule puts it at 1. Somebody put it at 2 by hand.")
        await press(pilot, "enter", "d")
        await expect(pilot, lambda: first_texts(only(library), 2) == [two, three])
        assert [each.text for each in build(only(library)).dropped] == [one]
        await press(pilot, "end", "b")
        await expect(pilot, lambda: only(library).room == RoomPlan())
        await press(pilot, "u", "u")
        await expect(pilot, lambda: first_texts(only(library), 2) == [two, one])


async def test_who_asks_is_written_without_leaving_the_list(start: Start, library: Library) -> None:
    async with start(opening=library.create(by_the_rule()), size=(120, 36)) as pilot:
        await press(pilot, "s", "down", "a")
        await expect(pilot, "Who asks it")
        await press(pilot, "text:Cllr B. Sample", "enter")
        await expect(pilot, lambda: build(only(library)).room[1].who == "Cllr B. Sample")
        row = pilot.app.screen.query_one("#part", Rows).row
        assert row
        assert "Does the money go where it makes a difference?" in row.text.plain


async def test_the_grid_has_a_column_a_rater_and_says_how_far_they_agree(start: Start, library: Library) -> None:
    async with start(opening=library.create(full_review()), size=(80, 24)) as pilot:
        await press(pilot, "s", "right", "right")
        await expect(pilot, "[Differences]")
        lines = [line.split() for line in shown(pilot).splitlines()]
        assert ["1", "Front", "door", "2", "a", "3", "counts", "only"] in lines
        assert ["3", "Homes", "1", "1", ".", "counts", "only"] in lines
        assert "A Cllr A. Example; B Cllr C. Specimen; C Cllr B. Sample" in shown(pilot)


async def test_an_earlier_review_is_chosen_and_why_it_moved_is_typed(start: Start, library: Library) -> None:
    old = replace(empty_review(), id="r-old", title="Last year").with_meeting(Meeting())
    library.create(old.with_answer(old.answer("front-door").rated(1))).close()
    review = replace(full_review(), earlier=(), whys=())
    async with start(opening=library.create(review), size=(100, 30)) as pilot:
        await press(pilot, "s", "c")
        await expect(pilot, "[ ] Last year")
        await press(pilot, "enter")
        await expect(pilot, "[x] Last year")
        await press(pilot, "escape", "c")
        await expect(pilot, "[x] Last year")
        assert "[ ] Last year" not in shown(pilot)
        await press(pilot, "escape")
        await expect(pilot, "1 Poor then, 2 Fair now: up 1 level")
        await press(pilot, "down", "e")
        await expect(pilot, "Front door: up 1 level")
        await press(pilot, "text:A new team in May", "enter")
        await expect(pilot, "Why: A new team in May")
        await expect(pilot, lambda: only_new(library).whys == (Why("front-door", "r-old", "A new team in May"),))
    assert only_new(library).earlier == (as_earlier(old.with_answer(old.answer("front-door").rated(1))),)


def only_new(library: Library) -> Review:
    return next(each for each in map(library.read, library.folder.glob("*.json")) if each.id != "r-old")


async def test_the_library_opens_a_review_beside_earlier_ones(start: Start, library: Library) -> None:
    library.create(full_review()).close()
    async with start(size=(100, 30)) as pilot:
        await expect(pilot, "Children's services, summer 2027")
        await press(pilot, "c")
        await expect(pilot, "[Changes]")
        assert "not known then, 2 Fair now: now known: 2 Fair" in shown(pilot)
        assert "▂·▄" in shown(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_every_part_is_in_reach_by_arrows_and_letters_at_every_size(
    start: Start, library: Library, size: tuple[int, int]
) -> None:
    async with start(opening=library.create(full_review()), size=size) as pilot:
        await press(pilot, "s")
        for part in [*PARTS[2:], PARTS[1] if size[0] > 100 else PARTS[0]]:
            await press(pilot, "right", *(["right"] if part is PARTS[2] and size[0] < 100 else []))
            await expect(pilot, f"[{part.name}]")
            assert all(len(line) <= size[0] for line in shown(pilot).splitlines())
        await press(pilot, "s")
        await expect(pilot, lambda: not isinstance(pilot.app.screen, SummaryScreen))


async def test_a_review_that_is_read_only_shows_all_and_changes_nothing(start: Start, library: Library) -> None:
    holder = library.create(by_the_rule())
    before = holder.path.read_bytes()
    async with start(opening=library.open(holder.path), size=(120, 36)) as pilot:
        await press(pilot, "s", "J", "d", "b", "a", "e")
        await expect(pilot, "Take into the room")
        assert "placed by hand" not in shown(pilot)
    assert holder.path.read_bytes() == before
    holder.close()


async def test_the_export_offers_every_kind_and_remembers_what_was_wanted(start: Start, library: Library) -> None:
    async with start(opening=library.create(full_review()), size=(120, 36)) as pilot:
        await press(pilot, "s", "x", "r", "n")
        await expect(pilot, "Only the questions to take into the room, normal print, without names.")
        await press(pilot, "enter")
        await expect(pilot, "questions.md")
        await press(pilot, "enter", "enter", "x")
        await expect(pilot, "Only the questions to take into the room, normal print, without names.")
    [made] = library.folder.glob("*.md")
    assert "Cllr A. Example" not in made.read_text("utf-8")


def test_a_figure_below_the_least_coverage_is_withheld_and_says_why() -> None:
    [_, withheld] = [each for row, each in figures(build(full_review()), 0).items() if row.startswith("section:")]
    assert "Withheld" in withheld.lines[0]
    assert withheld.sum == (
        "1 of 4 that apply is rated, which is 25%. Below 60% a count would say more than is known, so it is withheld."
    )


def test_the_states_add_up_to_the_questions_that_apply() -> None:
    assert build(full_review()).sums.coverage.startswith(
        "9 questions to rate, less 1 that does not apply: 8 that apply = "
        "4 rated + 2 not known + 1 not discussed + 1 not reached."
    )


async def test_a_copy_to_share_says_first_what_leaves_and_holds_no_private_note(start: Start, library: Library) -> None:
    async with start(opening=library.create(full_review()), size=(120, 40)) as pilot:
        taken = library.folder / "Children's services, summer 2027 (copy).scrutiny.json"
        taken.write_text("something else")
        await press(pilot, "x", "end", "enter")
        await expect(pilot, "Leaves with the copy:")
        assert "1 private note" in shown(pilot)
        await press(pilot, "enter")
        await expect(pilot, "(copy) (2)")
        await press(pilot, "enter")
        await expect(pilot, "The copy is here:")
    assert taken.read_text() == "something else"
    [copy] = library.folder.glob("*(copy) (2).scrutiny.json")
    assert library.read(copy).title == full_review().title
    assert PRIVATE_NOTE not in copy.read_text("utf-8")


async def test_the_worked_example_is_exported_on_a_computer_that_has_no_reviews_yet(
    start: Start, library: Library
) -> None:
    async with start(size=(100, 30)) as pilot:
        await press(pilot, "d")
        await expect(pilot, "worked example")
        await press(pilot, "x")
        await expect(pilot, "The whole record")
        await press(pilot, "enter")
        await expect(pilot, "Markdown, without private notes,")
        await press(pilot, "enter")
        await expect(pilot, "The document is here:")
    assert len(list(library.folder.glob("*.md"))) == 1


@pytest.mark.parametrize("at", range(len(PARTS)))
def test_the_screen_shows_the_words_that_the_plain_mode_says(at: int) -> None:
    report = build(full_review())
    shown_rows = {row.id: f"{row.text.plain} {row.right}" for row in rows(report, at)}
    for figure in figures(report, at).values():
        # What is drawn, cut into columns or stands for its number has other words for who only hears it.
        for piece in (each for each in figure.pieces if each.said is None):
            assert piece.text in shown_rows[figure.id]
            assert one_line(piece.text) in " ".join(figure.lines)
