"""A fault suite that finds nothing proves nothing: each part of it finds a program that is broken on purpose."""

from pathlib import Path

import pytest

from scrutiny_tui import writing
from scrutiny_tui.storage.atomic import AtomicStorage
from tests.faults import call_points, kills, power_cuts, replaced
from tests.faults.broken import NeverSyncing, SaveInPlace, SaveUntold, open_forgetful
from tests.faults.child import cannot_fork

forking = pytest.mark.skipif(bool(cannot_fork()), reason=cannot_fork())


def test_power_cuts_find_a_program_that_never_syncs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "os", NeverSyncing())
    assert "unreadable" in power_cuts.run(40, tmp_path).wrong


def test_power_cuts_find_a_program_that_syncs_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "sync_folder", lambda _: None)
    assert "lost" in power_cuts.run(40, tmp_path).wrong


@forking
def test_kills_at_calls_find_a_save_in_place(tmp_path: Path) -> None:
    assert "unreadable" in call_points.kill(14, tmp_path, [SaveInPlace]).wrong


@forking
def test_kills_find_a_program_that_calls_saved_what_is_not(tmp_path: Path) -> None:
    assert "lost" in kills.run(6, tmp_path, open_forgetful).wrong


def test_failing_calls_find_a_failure_that_is_not_told(tmp_path: Path) -> None:
    assert "untold" in call_points.fail(20, tmp_path, [SaveUntold]).wrong


def test_another_program_finds_that_its_file_is_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(AtomicStorage, "_compare", lambda *_: None)
    [fault] = replaced.FAULTS
    assert "theirs lost" in fault.run(3, tmp_path).wrong
