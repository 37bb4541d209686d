import os
from pathlib import Path

import pytest

from scrutiny_tui.desk.ports import Store
from scrutiny_tui.errors import ExistsError
from scrutiny_tui.model.answer import Answer, State
from scrutiny_tui.storage.library import Library
from scrutiny_tui.storage.loading import load
from scrutiny_tui.storage.review_file import ReviewFile
from tests.examples import empty_review, full_review
from tests.storage.conftest import WoundClock


def test_it_fits_what_the_screens_ask_for(opened: ReviewFile) -> None:
    store: Store = opened
    assert store.review == full_review()


def test_opening_and_closing_leaves_the_file_untouched(saved: Path, library: Library) -> None:
    os.utime(saved, ns=(1, 1))
    before = saved.stat()
    library.open(saved).close()
    after = saved.stat()
    assert (after.st_ino, after.st_mtime_ns, after.st_size) == (before.st_ino, 1, before.st_size)


def test_what_was_saved_is_read_again(saved: Path, library: Library, clock: WoundClock) -> None:
    file = library.open(saved)
    clock.wind(5)
    later = file.review.with_answer(Answer("learning", State.NOT_KNOWN, note="Ask again")).at("learning")
    assert file.save(later) == clock.now
    file.close()
    again = library.open(saved)
    assert again.review == later
    assert again.save(later) == clock.now
    again.close()


def test_saving_what_is_saved_already_writes_nothing(opened: ReviewFile, clock: WoundClock) -> None:
    first = clock.now
    before = opened.path.stat()
    clock.wind(5)
    assert opened.save(full_review()) == first
    assert opened.path.stat().st_ino == before.st_ino
    assert opened.path.stat().st_mtime_ns == before.st_mtime_ns


def test_an_answer_taken_back_is_gone_from_the_file(opened: ReviewFile) -> None:
    blank = opened.review.with_answer(Answer("front-door"))
    opened.save(blank)
    assert b"first hour" not in opened.path.read_bytes().split(b'"answers"')[1].split(b'"history"')[0]
    assert load(opened.path).review == blank


def test_a_file_with_its_parts_in_another_order_opens_and_is_put_in_order(saved: Path, library: Library) -> None:
    parts = saved.read_text(encoding="utf-8")[2:-3].split(',\n"review"')
    saved.write_text('{\n"review"' + parts[1] + ",\n" + parts[0] + "\n}\n", encoding="utf-8")
    (row,) = library.listings()
    assert row.title == full_review().title
    file = library.open(saved)
    file.save(file.review.titled("New"))
    file.close()
    assert saved.read_text(encoding="utf-8").startswith('{\n"head"')


def test_a_review_is_never_made_over_a_file(saved: Path, library: Library) -> None:
    before = saved.read_bytes()
    with pytest.raises(ExistsError):
        library.create(empty_review(), saved)
    assert saved.read_bytes() == before


def test_a_review_is_never_made_over_a_file_that_appears_this_moment(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.scrutiny.json"
    real = os.link

    def link(source: Path, target: Path) -> None:
        path.write_text("theirs")
        real(source, target)

    monkeypatch.setattr(os, "link", link)
    with pytest.raises(ExistsError):
        library.create(empty_review(), path)
    assert path.read_text() == "theirs"
