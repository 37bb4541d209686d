"""What is said of an error that ended the app, and what never is."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.worker import WorkerFailed

from scrutiny_tui.storage.library import Library
from scrutiny_tui.tui.crash import Crash
from tests.examples import empty_review
from tests.tui.conftest import Start, expect, only, press

TYPED = "Nobody asked what became of the plan"
AT = datetime(2027, 7, 1, 14, 3, tzinfo=UTC)


class NamedError(Exception):
    """Something that goes wrong."""


def fail(note: str) -> None:
    try:
        ["no note"].remove(note)
    except ValueError as error:
        raise NamedError(f"{note} is nowhere") from error


def failed(note: str) -> NamedError:
    with pytest.raises(NamedError) as raised:
        fail(note)
    return raised.value


def test_a_report_says_where_and_what_kind_and_nothing_that_was_typed() -> None:
    crash = Crash(failed(TYPED), (120, 36), "")
    report = crash.report(AT)
    assert "2027-07-01 14:03:00 +0000" in report
    assert "120 by 36" in report
    kinds = [line for line in report.splitlines() if line.endswith("Error")]
    assert [kind.rpartition(".")[2] for kind in kinds] == ["NamedError", "ValueError"]
    assert "test_crash.py:" in report
    assert " fail" in report
    for told in (report, crash.words):
        assert TYPED not in told
        assert str(Path.home()) + "/" not in told


def test_it_says_whether_what_was_typed_is_saved() -> None:
    error = failed(TYPED)
    assert "What you typed is saved." in Crash(error, (120, 36), "").words
    lost = Crash(error, (120, 36), "The disk is full.")
    assert "The disk is full." in lost.words
    assert "saved." not in lost.words
    assert "NOT SAVED" in lost.report(AT)
    assert "The disk is full." not in lost.report(AT)


def test_an_endless_recursion_is_told_in_a_few_lines() -> None:
    def deeper() -> None:
        deeper()

    with pytest.raises(RecursionError) as raised:
        deeper()
    assert Crash(raised.value, (80, 24), "").report(AT).count("\n") < 100


async def test_an_error_in_a_worker_ends_the_app_with_what_was_typed_in_the_file(
    start: Start, library: Library
) -> None:
    store = library.create(empty_review())

    async def fail_later() -> None:
        fail(TYPED)

    async def type_and_fail() -> None:
        async with start(opening=store) as pilot:
            await press(pilot, "e", f"text:{TYPED}")
            pilot.app.run_worker(fail_later())
            await expect(pilot, lambda: not pilot.app.is_running)

    with pytest.raises(WorkerFailed):  # as Textual hands it to tests
        await type_and_fail()
    assert only(library).answers[0].note == TYPED
