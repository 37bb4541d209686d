"""One open review and its file: going on in another one, and letting go."""

import asyncio
from pathlib import Path

import pytest

from scrutiny_tui.errors import SaveError
from scrutiny_tui.storage.library import Library
from scrutiny_tui.tui.autosave import Saving
from scrutiny_tui.tui.sitting import Sitting
from tests.examples import empty_review, full_review
from tests.tui.conftest import clock
from tests.tui.fakes import FakeLibrary, FakeStore


def sitting_on(store: FakeStore, *, scratch: bool = False) -> Sitting:
    return Sitting(store, clock, scratch=scratch)


async def test_a_review_that_is_open_elsewhere_can_only_be_read() -> None:
    sitting = sitting_on(FakeStore(full_review(), holder="It is open elsewhere."))
    assert sitting.desk.locked == "It is open elsewhere."
    assert str(sitting.autosave.state) == "reading only"
    sitting.close()


async def test_whoever_listens_is_told_how_saving_stands() -> None:
    sitting = sitting_on(FakeStore(empty_review()))
    sitting.desk.rate("voice", 1)  # nobody listens yet, and nothing breaks
    told: list[Saving] = []
    sitting.on_saving = told.append
    await sitting.autosave.flush()
    assert [str(saving) for saving in told] == ["saved 14:03"]
    sitting.close()


async def test_after_saving_in_another_place_the_work_goes_on_there() -> None:
    old, new = FakeStore(empty_review(), "old"), FakeStore(empty_review(), "new")
    sitting = sitting_on(old)
    sitting.desk.rate("voice", 1)
    old.other = new
    await sitting.save_elsewhere(FakeLibrary(new), new.path)
    assert sitting.store is new
    assert old.log == ["closed"]
    assert not sitting.desk.unsaved
    sitting.desk.rate("voice", 2)
    assert await sitting.autosave.flush()
    assert new.saves == [sitting.desk.review]
    sitting.close()
    assert new.log[-1] == "closed"


async def test_what_was_typed_while_the_new_file_was_made_is_still_to_be_saved() -> None:
    new = FakeStore(empty_review(), "new")
    sitting, library = sitting_on(FakeStore(empty_review(), "old")), FakeLibrary(new)
    library.made.clear()
    moving = asyncio.create_task(sitting.save_elsewhere(library))
    await asyncio.sleep(0)
    sitting.desk.write_note("voice", "Typed meanwhile")
    library.made.set()
    await moving
    assert sitting.desk.unsaved
    assert await sitting.autosave.flush()
    assert new.review.answer("voice").note == "Typed meanwhile"
    sitting.close()


async def test_where_the_other_place_fails_too_everything_stays_as_it_was() -> None:
    old = FakeStore(empty_review(), "old")
    sitting = sitting_on(old, scratch=True)
    sitting.desk.rate("voice", 1)
    trouble = SaveError(Path("new"), "The disk is full.")
    with pytest.raises(SaveError, match="The disk is full"):
        await sitting.save_elsewhere(FakeLibrary(FakeStore(empty_review()), trouble))
    assert sitting.store is old
    assert sitting.scratch
    assert sitting.desk.unsaved
    assert await sitting.autosave.flush()
    assert old.saves == [sitting.desk.review]
    sitting.close()


async def test_a_worked_example_that_was_kept_is_a_review_like_any_other() -> None:
    sitting = sitting_on(FakeStore(full_review(), "example"), scratch=True)
    scratch_when_told: list[bool] = []
    sitting.on_saving = lambda _: scratch_when_told.append(sitting.scratch)
    await sitting.save_elsewhere(FakeLibrary(FakeStore(full_review(), "kept")))
    assert scratch_when_told == [False]
    sitting.close()


async def test_closing_twice_does_no_harm() -> None:
    sitting = sitting_on(FakeStore(empty_review()))
    sitting.close()
    sitting.close()


async def test_a_second_window_that_may_only_read_goes_on_in_a_copy(library: Library) -> None:
    first = library.create(full_review())
    sitting = Sitting(library.open(first.path), clock)
    sitting.desk.rate("voice", 4)
    assert sitting.desk.review == full_review()
    await sitting.save_elsewhere(library)
    sitting.desk.rate("voice", 4)
    assert await sitting.autosave.flush()
    path = sitting.store.path
    sitting.close()
    first.close()
    assert path != first.path
    copy = library.open(path)
    copy.close()
    assert copy.review.answer("voice").level == 4


async def test_the_file_that_was_left_can_be_written_by_others(library: Library) -> None:
    sitting = Sitting(library.create(full_review()), clock)
    old = sitting.store.path
    sitting.desk.rate("voice", 4)
    assert await sitting.autosave.flush()
    await sitting.save_elsewhere(library)
    other = library.open(old)
    assert other.holder == ""
    other.close()
    sitting.close()
