"""A fault suite that finds nothing proves nothing: here are parts of it that find a program broken on purpose.

Of the faults in a real terminal only what judges them is tried. Those of sizes, of hostile screens, of encrypted copies
and of what is made to be large or slow are not among these.
"""

import json
import re
from pathlib import Path

import pytest

from scrutiny_tui import strict_json, writing
from scrutiny_tui.model import text
from scrutiny_tui.storage import codec
from scrutiny_tui.storage.atomic import AtomicStorage
from tests.faults import (
    call_points,
    damaged,
    fuzzing,
    hostile_text,
    kills,
    odd_fields,
    plain_mode,
    power_cuts,
    replaced,
    window_kills,
)
from tests.faults.broken import NeverSyncing, SaveInPlace, SaveUntold, forget_saves, open_forgetful
from tests.faults.child import cannot_fork
from tests.faults.modes import left_on
from tests.faults.tally import Fault
from tests.terminal.keyboard import blank_review

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


@forking
def test_the_faults_of_the_plain_mode_find_one_that_calls_saved_what_is_not(tmp_path: Path) -> None:
    assert "lost" in plain_mode.run(3, tmp_path, forget_saves).wrong
    assert "lost" in plain_mode.end(2, tmp_path, forget_saves).wrong


def test_failing_calls_find_a_failure_that_is_not_told(tmp_path: Path) -> None:
    assert "untold" in call_points.fail(20, tmp_path, [SaveUntold]).wrong


def test_another_program_finds_that_its_file_is_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(AtomicStorage, "_compare", lambda *_: None)
    [fault] = replaced.FAULTS
    assert "theirs lost" in fault.run(3, tmp_path).wrong


def test_damage_finds_a_program_that_reads_bytes_that_are_no_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(strict_json, "_text", lambda data: data.decode("utf-8", "replace"))
    assert "read" in named("overwritten", damaged.FAULTS).run(8, tmp_path).wrong


def test_odd_fields_find_a_program_that_takes_one_of_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strict_json, "_once_each", dict)
    assert "read" in named("there twice", odd_fields.FAULTS).run(8, tmp_path).wrong


def test_odd_fields_find_a_program_that_drops_what_it_does_not_know(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(codec, "documents_with_unknown", lambda new, *_: new)
    assert "lost" in named("no version knows", odd_fields.FAULTS).run(1, tmp_path).wrong


def test_hostile_text_finds_a_program_that_cleans_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "_UNSAFE", re.compile("(?!)"))
    [fault] = hostile_text.FAULTS
    assert "obeyed" in fault.run(8, tmp_path).wrong


def test_random_inputs_find_a_reader_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzzing, "read_stream", json.load)
    assert "traceback" in named("(YAML)", fuzzing.FAULTS).run(5, tmp_path).wrong


@pytest.mark.parametrize("note", ["", "Nobody"])
def test_killed_windows_find_that_what_was_called_saved_is_not_there(tmp_path: Path, note: str) -> None:
    seen = window_kills.Seen()
    seen.levels, seen.notes = ({}, {1: note}) if note else ({1: 4}, {})
    assert window_kills.left(blank_review(tmp_path), seen) == "lost"


@pytest.mark.parametrize("said", ["[?1049h", "[?25l", "[?7l", "[?1003h", "[?2004h", "[>1u", "]22;text\x07"])
def test_a_terminal_that_is_not_as_it_was_is_found(said: str) -> None:
    assert left_on(f"\x1b{said}".encode())


def named(words: str, faults: tuple[Fault, ...]) -> Fault:
    [fault] = [fault for fault in faults if words in fault.name]
    return fault
