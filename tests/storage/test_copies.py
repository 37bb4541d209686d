import errno
import os
from pathlib import Path

import pytest

from scrutiny_tui.model.panel import Names, Panel
from scrutiny_tui.model.respondent import Respondent
from scrutiny_tui.model.rounds import Said
from scrutiny_tui.model.sealing import Slip, reveal, seal
from scrutiny_tui.storage.copies import copies_of, newest_good
from scrutiny_tui.storage.library import Library
from scrutiny_tui.storage.loading import load
from scrutiny_tui.storage.review_file import ReviewFile
from tests.examples import empty_review
from tests.storage.conftest import WoundClock


def titles(path: Path) -> list[str]:
    return [load(copy).review.title for copy in copies_of(path)]


def test_a_copy_is_kept_before_the_first_save_of_a_sitting(saved: Path, library: Library) -> None:
    file = library.open(saved)
    assert copies_of(saved) == []
    file.save(file.review.titled("Second"))
    file.save(file.review.titled("Third"))
    file.close()
    assert titles(saved) == ["Children's services, summer 2027"]


def test_copies_lie_where_a_person_finds_them_named_by_time(opened: ReviewFile) -> None:
    opened.save(opened.review.titled("Second"))
    folder = opened.path.parent / "Earlier copies" / "childrens-services-summer-2027"
    assert copies_of(opened.path) == [folder / "2027-07-13 14.03.12.scrutiny.json"]


def test_further_copies_are_ten_minutes_apart(opened: ReviewFile, clock: WoundClock) -> None:
    for minute in range(31):
        opened.save(opened.review.titled(f"Minute {minute}"))
        clock.wind(1)
    assert titles(opened.path) == ["Minute 29", "Minute 19", "Minute 9", "Children's services, summer 2027"]


def test_the_last_ten_are_kept(opened: ReviewFile, clock: WoundClock) -> None:
    for number in range(14):
        opened.save(opened.review.titled(str(number)))
        clock.wind(10)
    assert titles(opened.path) == [str(number) for number in range(12, 2, -1)]


def test_other_files_in_the_folder_of_copies_stay(opened: ReviewFile, clock: WoundClock) -> None:
    opened.save(opened.review.titled("x"))
    mine = copies_of(opened.path)[0].with_name("my own.scrutiny.json")
    mine.write_text("x")
    for number in range(12):
        clock.wind(10)
        opened.save(opened.review.titled(str(number)))
    assert mine.exists()


def test_a_clock_that_is_put_back_neither_stops_nor_floods_the_copies(opened: ReviewFile, clock: WoundClock) -> None:
    opened.save(opened.review.titled("0"))
    clock.wind(-600)
    for number in range(5):
        opened.save(opened.review.titled(f"{number}!"))
    assert len(copies_of(opened.path)) == 2


def test_two_sittings_in_one_second_keep_a_copy_each(saved: Path, library: Library) -> None:
    for number in range(12):
        file = library.open(saved)
        file.save(file.review.titled(str(number)))
        file.close()
    assert titles(saved) == [str(number) for number in range(10, 0, -1)]
    assert copies_of(saved)[0].name == "2027-07-13 14.03.12 12.scrutiny.json"


def test_with_a_clock_put_back_the_copy_just_made_is_still_the_newest_and_stays(
    opened: ReviewFile, clock: WoundClock
) -> None:
    for number in range(12):
        opened.save(opened.review.titled(str(number)))
        clock.wind(10)
    clock.wind(-600_000)
    opened.save(opened.review.titled("After"))
    assert titles(opened.path)[:2] == ["11", "10"]
    clock.wind(10)
    opened.save(opened.review.titled("Later"))
    assert titles(opened.path)[:2] == ["After", "11"]
    assert len(titles(opened.path)) == 10


def test_a_link_among_the_copies_is_no_copy_and_is_left_alone(
    opened: ReviewFile, clock: WoundClock, tmp_path: Path
) -> None:
    opened.save(opened.review.titled("x"))
    elsewhere = tmp_path / "elsewhere.json"
    elsewhere.write_bytes(opened.path.read_bytes())
    link = copies_of(opened.path)[0].with_name("2099-01-01 00.00.00.scrutiny.json")
    link.symlink_to(elsewhere)
    clock.wind(10)
    opened.save(opened.review.titled("y"))
    assert link not in copies_of(opened.path)
    assert titles(opened.path)[0] == "x", "the next name after that of the link is free"
    assert link.is_symlink()


def test_what_a_killed_program_left_among_the_copies_goes_with_the_next_one(
    opened: ReviewFile, clock: WoundClock
) -> None:
    opened.save(opened.review.titled("x"))
    folder = copies_of(opened.path)[0].parent
    left, other = folder / ".2027-07-13 14.03.12.scrutiny.json.123.abcdefgh.tmp", folder / "my own.tmp"
    left.write_bytes(b"{")
    other.write_bytes(b"{")
    clock.wind(10)
    opened.save(opened.review.titled("y"))
    assert not left.exists()
    assert other.exists()


def test_a_later_change_leaves_a_copy_as_it_was(opened: ReviewFile) -> None:
    before = opened.path.read_bytes()
    for number in range(3):
        opened.save(opened.review.titled(str(number)))
    assert copies_of(opened.path)[0].read_bytes() == before


def test_a_copy_that_cannot_be_kept_does_not_stop_the_save(opened: ReviewFile, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "mkdir", refuse)
    opened.save(opened.review.titled("Saved all the same"))
    assert load(opened.path).review.title == "Saved all the same"
    monkeypatch.undo()
    opened.save(opened.review.titled("And now with a copy"))
    assert titles(opened.path) == ["Saved all the same"]


def test_the_newest_good_copy_is_found_past_damaged_ones(opened: ReviewFile, clock: WoundClock) -> None:
    assert newest_good(opened.path) is None
    for number in range(3):
        opened.save(opened.review.titled(str(number)))
        clock.wind(10)
    newest, middle, _ = copies_of(opened.path)
    newest.write_bytes(b"{")
    assert newest_good(opened.path) == middle


def test_no_copy_is_made_while_a_round_without_names_is_sealed(library: Library, clock: WoundClock) -> None:
    raters = tuple(Respondent(f"r{number}", f"Member {number}") for number in (1, 2, 3))
    store = library.create(empty_review().with_panel(Panel(Names.NOT_KEPT, raters)))
    review = store.review
    for number in (1, 2, 3):
        clock.wind(60)
        review = review.with_panel(seal(review.panel, "front-door", Slip(f"r{number}", Said.RATED, number)))
        store.save(review)
    clock.wind(60)
    store.save(review.with_panel(reveal(review.panel, "front-door")))
    store.close()
    held = [load(copy).review.panel.discussions for copy in copies_of(store.path)]
    assert held == [()], "only the one from before the first rating"
