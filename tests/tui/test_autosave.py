"""Nothing typed is ever lost: what reaches the disk, in which order, and what the person is told meanwhile."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.errors import ChangedElsewhereError, SaveError
from scrutiny_tui.model.review import Review
from scrutiny_tui.tui.autosave import Autosave, Pace, Saving
from tests.examples import empty_review
from tests.tui.fakes import NOW, FakeStore

LATER = 3600.0
"""Seconds that no test lives to see."""
PATIENT = Pace(pause=LATER, longest=LATER, again=LATER)


@dataclass
class Work:
    """A person at work on a review."""

    desk: Desk
    store: FakeStore
    autosave: Autosave
    told: list[Saving]
    running: asyncio.Task[None]

    def type(self, text: str) -> None:
        """Type a note letter by letter."""
        for end in range(1, len(text) + 1):
            self.desk.write_note("voice", text[:end])

    @property
    def words(self) -> list[str]:
        """What stood in the status line, one after another."""
        return [str(saving) for saving in self.told]


@asynccontextmanager
async def at_work(store: FakeStore | None = None, pace: Pace = PATIENT) -> AsyncIterator[Work]:
    store = store or FakeStore(empty_review())
    told: list[Saving] = []
    desk = Desk(store.review, lambda: NOW, locked=store.holder)
    autosave = Autosave(desk, store, told.append, pace)
    running = asyncio.create_task(autosave.run())
    try:
        yield Work(desk, store, autosave, told, running)
    finally:
        store.let_go()
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
        autosave.close()


async def until(come_true: Callable[[], object]) -> None:
    """Let everything else go on until something has come true."""
    async with asyncio.timeout(30):
        while not come_true():  # noqa: ASYNC110  # what comes true has no event of its own
            await asyncio.sleep(0)


async def save_begun(store: FakeStore) -> None:
    await asyncio.to_thread(store.wait_for_save)


def levels(reviews: list[Review]) -> list[int | None]:
    return [review.answer("voice").level for review in reviews]


# When a change is saved


async def test_a_rating_is_saved_at_once() -> None:
    async with at_work() as work:
        work.desk.rate("voice", 3)
        await until(lambda: work.store.saves)
        assert work.store.saves == [work.desk.review]
        await until(lambda: not work.autosave.state.busy)
        assert not work.desk.unsaved
        assert work.words == ["saving", "saved 14:03"]


async def test_a_move_is_saved_so_that_the_person_comes_back_to_the_same_question() -> None:
    async with at_work() as work:
        work.desk.go("homes")
        await until(lambda: work.store.saves)
        assert work.store.saves[-1].place == "homes"


async def test_typing_is_gathered_into_fewer_saves_than_letters_and_flush_does_not_wait() -> None:
    async with at_work() as work:
        for end in range(1, 21):
            work.desk.write_note("voice", "x" * end)
            await asyncio.sleep(0)
        assert work.store.attempts == 0
        assert await work.autosave.flush()
        assert [review.answer("voice").note for review in work.store.saves] == ["x" * 20]


async def test_typing_is_saved_when_the_person_pauses() -> None:
    async with at_work(pace=Pace(pause=0, longest=LATER, again=LATER)) as work:
        work.type("Nobody could say.")
        await until(lambda: work.store.saves)
        assert [review.answer("voice").note for review in work.store.saves] == ["Nobody could say."]


async def test_typing_that_never_pauses_is_saved_all_the_same() -> None:
    async with at_work(pace=Pace(pause=LATER, longest=0, again=LATER)) as work:
        work.type("On and on")
        await until(lambda: work.store.saves)
        assert work.store.saves[-1].answer("voice").note == "On and on"


async def test_a_rating_does_not_wait_for_the_typing_before_it() -> None:
    async with at_work() as work:
        work.type("Half a sen")
        await asyncio.sleep(0)
        work.desk.rate("voice", 2)
        await until(lambda: work.store.saves)
        assert work.store.saves == [work.desk.review]


async def test_a_change_that_was_taken_back_at_once_leaves_the_status_line_at_saved() -> None:
    async with at_work() as work:
        work.desk.move(1)
        work.desk.rate("voice", 2)
        await until(lambda: work.words[-1:] == ["saved 14:03"])
        work.desk.move(1)
        work.desk.move(-1)
        assert work.words[-1] == "saving"
        await until(lambda: not work.autosave.state.busy)
        assert work.words[-1] == "saved 14:03"
        assert len(work.store.saves) == 1


# One save at a time


async def test_what_is_changed_while_a_save_is_under_way_is_saved_after_it() -> None:
    async with at_work() as work:
        work.store.hold()
        work.desk.rate("voice", 1)
        await save_begun(work.store)
        work.desk.rate("voice", 2)
        work.desk.rate("voice", 3)
        work.store.let_go()
        await until(lambda: len(work.store.saves) > 1)
        assert levels(work.store.saves) == [1, 3]
        assert work.store.saves[-1] == work.desk.review


async def test_saved_is_never_said_while_something_newer_is_not() -> None:
    async with at_work() as work:
        work.store.hold()
        work.desk.rate("voice", 1)
        await save_begun(work.store)
        work.desk.rate("voice", 2)
        work.store.let_go()
        assert await work.autosave.flush()
        assert work.words == ["saving", "saving", "saved 14:04"]


async def test_flush_returns_only_when_everything_is_down() -> None:
    async with at_work() as work:
        work.running.cancel()
        work.store.hold()
        work.desk.rate("voice", 1)
        flushing = asyncio.create_task(work.autosave.flush())
        await save_begun(work.store)
        work.type("Typed while it was saving")
        assert not flushing.done()
        work.store.let_go()
        assert await flushing
        assert work.store.saves[-1] == work.desk.review
        assert not work.desk.unsaved


async def test_flush_waits_for_the_save_that_is_under_way() -> None:
    async with at_work() as work:
        work.store.hold()
        work.desk.rate("voice", 1)
        await save_begun(work.store)
        flushing = asyncio.create_task(work.autosave.flush())
        await asyncio.sleep(0)
        assert not flushing.done()
        work.store.let_go()
        assert await flushing
        assert len(work.store.saves) == 1


async def test_saves_never_overtake_each_other_even_when_nobody_waits_for_them_any_more() -> None:
    async with at_work() as work:
        work.running.cancel()
        work.store.hold()
        for level in (1, 2, 3, 4):
            work.desk.rate("voice", level)
            flushing = asyncio.create_task(work.autosave.flush())
            await save_begun(work.store)
            await asyncio.sleep(0)
            flushing.cancel()
            with suppress(asyncio.CancelledError):
                await flushing
        work.desk.rate("homes", 1)
        work.store.let_go()
        assert await work.autosave.flush()
        assert levels(work.store.saves) == sorted(level or 0 for level in levels(work.store.saves))
        assert work.store.saves[-1] == work.desk.review


async def test_a_flush_with_nothing_to_save_touches_nothing() -> None:
    async with at_work() as work:
        assert await work.autosave.flush()
        assert (work.store.attempts, work.told) == (0, [])


async def test_a_flush_works_when_nobody_saves_by_themselves_any_more() -> None:
    async with at_work() as work:
        work.store.hold()
        work.desk.rate("voice", 1)
        await save_begun(work.store)
        work.running.cancel()
        with suppress(asyncio.CancelledError):
            await work.running
        work.desk.rate("voice", 2)
        work.store.let_go()
        assert await work.autosave.flush()
        assert work.store.saves[-1] == work.desk.review


# When the disk fails


async def test_a_failing_disk_is_told_and_the_text_stays_until_a_later_flush() -> None:
    async with at_work() as work:
        work.store.fail()
        work.desk.rate("voice", 3)
        assert not await work.autosave.flush()
        assert work.desk.unsaved
        assert work.autosave.state.trouble is work.store.trouble
        assert work.words[-1] == "NOT SAVED"
        work.store.trouble = None
        assert await work.autosave.flush()
        assert work.store.saves == [work.desk.review]
        assert work.words[-1] == "saved 14:03"


async def test_the_trouble_stays_in_view_while_the_person_goes_on() -> None:
    async with at_work() as work:
        work.store.fail()
        work.desk.rate("voice", 3)
        await until(lambda: work.autosave.state.trouble)
        work.desk.rate("voice", 2)
        work.type("On we go")
        assert work.words[-1] == "NOT SAVED"


async def test_a_failed_save_is_tried_again_by_itself() -> None:
    async with at_work(pace=Pace(pause=LATER, longest=LATER, again=0)) as work:
        work.store.fail()
        work.desk.rate("voice", 3)
        await until(lambda: work.store.attempts > 2)
        work.store.trouble = None
        await until(lambda: work.store.saves)
        await until(lambda: work.words[-1] == "saved 14:03")


async def test_a_save_that_failed_for_somebody_else_is_tried_again_too() -> None:
    async with at_work(pace=Pace(pause=LATER, longest=LATER, again=0)) as work:
        work.store.fail()
        work.type("Typed, then x for export")
        assert not await work.autosave.flush()
        work.desk.settle()
        work.store.trouble = None
        await until(lambda: work.store.saves)


async def test_after_a_failure_even_a_value_that_was_saved_before_is_saved_again() -> None:
    async with at_work() as work:
        work.desk.go("homes")
        await until(lambda: not work.desk.unsaved)
        work.store.fail()
        work.desk.go("staff")
        assert not await work.autosave.flush()
        work.desk.go("homes")
        assert not work.desk.unsaved
        work.store.trouble = None
        assert await work.autosave.flush()
        assert [review.place for review in work.store.saves] == ["homes", "homes"]
        assert work.words[-1] == "saved 14:04"


async def test_where_another_program_changed_the_file_both_are_kept_and_the_work_goes_on_beside_it() -> None:
    async with at_work() as work:
        work.store.other = FakeStore(empty_review(), "fake-kept-apart")
        work.store.trouble = ChangedElsewhereError(work.store.path)
        work.type("Nobody could say.")
        assert await work.autosave.flush()
        assert work.autosave.store is work.store.other
        assert work.store.log == ["closed"]
        assert work.store.other.review == work.desk.review
        assert work.words[-1] == "saved"
        assert work.autosave.state.apart.startswith("You go on in fake-kept-apart.scrutiny.json: another program")
        work.desk.rate("voice", 3)
        assert await work.autosave.flush()
        assert work.store.other.saves == [work.desk.review]
        assert work.autosave.state.apart


async def test_where_even_that_fails_the_trouble_is_told_and_the_text_stays() -> None:
    async with at_work() as work:
        work.store.other = FakeStore(empty_review(), "fake-kept-apart")
        work.store.other.fail()
        work.store.trouble = ChangedElsewhereError(work.store.path)
        work.desk.rate("voice", 3)
        assert not await work.autosave.flush()
        assert work.autosave.state.trouble is work.store.other.trouble
        assert work.desk.unsaved
        work.store.trouble = None
        assert await work.autosave.flush()
        assert work.store.saves == [work.desk.review]


# Reading only


async def test_a_review_that_can_only_be_read_is_never_saved() -> None:
    store = FakeStore(empty_review(), holder="It is open elsewhere.")
    async with at_work(store, Pace(0, 0, 0)) as work:
        work.desk.go("homes")
        work.desk.rate("homes", 2)
        assert await work.autosave.flush()
        assert (store.attempts, work.told) == (0, [])
        assert str(work.autosave.state) == "reading only"


# Another file


async def test_the_next_changes_go_to_the_other_file_and_the_old_one_is_let_go() -> None:
    async with at_work() as work:
        work.desk.rate("voice", 1)
        await until(lambda: not work.desk.unsaved)
        new = FakeStore(work.desk.review, "new")
        await work.autosave.use(new)
        assert work.store.log[-1] == "closed"
        assert work.autosave.store is new
        work.desk.rate("voice", 2)
        await until(lambda: new.saves)
        assert (levels(work.store.saves), levels(new.saves)) == ([1], [2])


async def test_what_was_typed_while_the_other_file_was_made_goes_there_too() -> None:
    async with at_work() as work:
        new = FakeStore(work.desk.review, "new")
        work.store.hold()
        work.desk.rate("voice", 1)
        await save_begun(work.store)
        moving = asyncio.create_task(work.autosave.use(new))
        work.desk.rate("voice", 2)
        work.store.let_go()
        await moving
        await until(lambda: new.saves)
        assert new.saves[-1] == work.desk.review
        assert work.store.log[-1] == "closed"


async def test_the_old_file_is_let_go_of_only_after_its_last_save() -> None:
    async with at_work() as work:
        work.running.cancel()
        work.store.hold()
        work.desk.rate("voice", 1)
        flushing = asyncio.create_task(work.autosave.flush())
        await save_begun(work.store)
        flushing.cancel()
        moving = asyncio.create_task(work.autosave.use(FakeStore(work.desk.review, "new")))
        await until(lambda: work.autosave.store is not work.store)
        assert not moving.done()
        work.store.let_go()
        await moving
        assert work.store.log == [work.desk.review, "closed"]


async def test_another_file_ends_the_trouble_and_is_told() -> None:
    async with at_work() as work:
        work.store.fail()
        work.desk.rate("voice", 1)
        assert not await work.autosave.flush()
        new = FakeStore(work.desk.review, "new")
        await work.autosave.use(new)
        assert await work.autosave.flush()
        assert work.words[-1] == "saved"
        assert new.attempts == 0


async def test_a_copy_of_a_review_that_could_only_be_read_is_saved() -> None:
    async with at_work(FakeStore(empty_review(), holder="It is open elsewhere.")) as work:
        new = FakeStore(work.desk.review, "new")
        await work.autosave.use(new)
        work.desk.rate("voice", 1)
        await until(lambda: work.words == ["saved", "saving", "saved 14:03"])
        assert new.saves == [work.desk.review]


# Leaving


async def test_closing_waits_for_the_save_that_is_under_way() -> None:
    async with at_work() as work:
        work.store.hold()
        work.desk.rate("voice", 1)
        await save_begun(work.store)
        closing = asyncio.create_task(asyncio.to_thread(work.autosave.close))
        await asyncio.sleep(0)
        assert not closing.done()
        work.store.let_go()
        await closing
        assert work.store.log == [work.desk.review, "closed"]


async def test_after_closing_nothing_is_saved_and_nothing_breaks() -> None:
    async with at_work() as work:
        work.store.fail()
        work.desk.rate("voice", 1)
        assert not await work.autosave.flush()
        work.autosave.close()
        work.autosave.close()
        work.desk.rate("voice", 2)
        assert not await work.autosave.flush()
        await asyncio.wait_for(work.running, 30)
        assert work.store.attempts <= 2


# The words


@pytest.mark.parametrize(
    ("saving", "words"),
    [
        (Saving(), "saved"),
        (Saving(datetime(2027, 7, 1, 9, 5, tzinfo=UTC)), "saved 09:05"),
        (Saving(NOW, busy=True), "saving"),
        (Saving(NOW, busy=True, trouble=SaveError(FakeStore(empty_review()).path, "It is full.")), "NOT SAVED"),
        (Saving(locked="It is open elsewhere."), "reading only"),
    ],
)
def test_the_status_line_says_how_saving_stands(saving: Saving, words: str) -> None:
    assert str(saving) == words
