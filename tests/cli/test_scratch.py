"""The folder of what is thrown away again."""

import shutil
import stat
from pathlib import Path

import pytest

from scrutiny_tui.cli.scratch import scratch


def test_it_lies_among_the_persons_own_files_and_goes_in_the_end(home: Path) -> None:
    with scratch() as folder:
        assert home in folder.parents
        assert [stat.S_IMODE(each.stat().st_mode) for each in (folder, folder.parent)] == [0o700, 0o700]
        (folder / "left").write_text("by the app")
    assert not folder.exists()


def test_what_a_killed_process_left_goes_and_what_another_window_uses_stays(home: Path) -> None:
    with scratch() as used:
        left, strange = used.with_name("demo-left"), used.with_name("other")
        shutil.copytree(used, left)  # with a lock that nobody holds
        (left / "note.txt").write_text("a note that an editor had open")
        strange.mkdir()
        with scratch():
            assert [folder.exists() for folder in (used, left, strange)] == [True, False, True]
    assert home in used.parents


def test_where_there_is_no_place_of_their_own_the_system_chooses_one(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / ".cache").write_text("a file in the place of the folder")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with scratch() as folder:
        assert folder.parent == tmp_path
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
