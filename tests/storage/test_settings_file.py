import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from scrutiny_tui.desk.ports import Preferences
from scrutiny_tui.errors import SaveError
from scrutiny_tui.model.settings import Settings
from scrutiny_tui.storage.settings_file import SettingsFile

BAD = """\
# mine, so far
theme = "lihgt"   # for the evenings
plan = true
ascii = "yes"
plain = true

[keys]
question.note = "E"      # e is the pencil key of my terminal
"question.ask" = "A"
question.evidence = 4

[later]
size = 3
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def written(path: Path, text: str) -> SettingsFile:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    return SettingsFile(path)


def test_without_a_file_everything_is_as_usual_and_nothing_is_made(path: Path) -> None:
    held: Preferences = SettingsFile(path)
    assert (held.settings, tuple(held.problems), path.parent.exists()) == (Settings(), (), False)


def test_whoever_has_no_settings_waits_for_nothing_that_reads_or_writes_them(path: Path) -> None:
    look = (
        "import sys, pathlib; from scrutiny_tui.storage.settings_file import SettingsFile; "
        f"SettingsFile(pathlib.Path({str(path)!r})); print({{'tomllib', 'tomlkit'}} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_what_is_good_in_a_bad_file_holds_and_every_problem_names_file_and_name(path: Path) -> None:
    held = written(path, BAD)
    assert held.settings == Settings(plain=True, keys={"question.note": "E", "question.ask": "A"})
    assert held.problems == (
        "settings.toml, theme: It can be dark, light, high-contrast or terminal, and not 'lihgt'. Did you mean light?",
        "settings.toml, plan: There is no such setting. Did you mean plain?",
        "settings.toml, ascii: It can be on or off, and not 'yes'.",
        'settings.toml, keys, question.evidence: Write the key in quotes, such as "E" or "f5".',
        "settings.toml, later: There is no such setting. There are theme, ascii, plain, welcomed, keys.",
    )


def test_what_a_person_wrote_stays_and_only_what_was_chosen_is_changed(path: Path) -> None:
    held = written(path, BAD)
    keys = {"question.note": "N", "app.help": "h"}
    held.remember(replace(held.settings, theme="light", welcomed=True, keys=keys))
    text = path.read_text()
    expected = BAD.replace('"lihgt"', '"light"').replace('= "E" ', '= "N" ').replace('"question.ask" = "A"\n', "")
    assert [line for line in expected.splitlines() if line not in text.splitlines()] == []
    again = SettingsFile(path)
    assert again.settings == Settings(theme="light", plain=True, welcomed=True, keys=keys)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_two_windows_do_not_take_each_others_choices_back(path: Path) -> None:
    first, second = SettingsFile(path), SettingsFile(path)
    first.remember(replace(first.settings, theme="light"))
    second.remember(replace(second.settings, ascii=True))
    assert SettingsFile(path).settings == Settings(theme="light", ascii=True)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"theme = = 3", "It cannot be read as TOML, so none of it holds: Invalid value (at line 1, column 9)."),
        (b'theme = "\xff"', "It is no text in UTF-8, so none of it holds."),
        (b" " * 2_000_000, "It is no file of settings, so none of it holds."),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_told_of_and_never_written_over(path: Path, data: bytes, why: str) -> None:
    path.parent.mkdir()
    path.write_bytes(data)
    held = SettingsFile(path)
    assert (held.settings, held.problems) == (Settings(), (f"settings.toml: {why}",))
    with pytest.raises(SaveError, match="Nothing in it was touched") as refused:
        held.remember(replace(held.settings, theme="light"))
    assert "is not remembered" in str(refused.value)
    assert path.read_bytes() == data
    assert held.settings.theme == "light", "it holds until the end of the sitting"


def test_a_place_that_refuses_is_said_in_words(path: Path) -> None:
    path.parent.write_text("no folder")
    with pytest.raises(SaveError, match=r"settings\.toml could not be changed"):
        SettingsFile(path).remember(Settings(theme="light"))
    (path.parent.parent / "folder").mkdir()
    assert SettingsFile(path.parent.parent / "folder").problems == (
        "folder: It is no file of settings, so none of it holds.",
    )


def test_a_file_marked_read_only_is_left_alone(path: Path) -> None:
    held = written(path, 'theme = "light"\n')
    path.chmod(0o400)
    with pytest.raises(SaveError, match="marked read-only"):
        held.remember(Settings(welcomed=True))
    assert path.read_text() == 'theme = "light"\n'
    path.chmod(0o600)
    held.remember(replace(held.settings, ascii=True))
    assert SettingsFile(path).settings == Settings(welcomed=True, ascii=True), "what was refused goes there too"


def test_a_link_to_the_file_stays_a_link(path: Path, tmp_path: Path) -> None:
    real = tmp_path / "real.toml"
    real.write_text("# kept elsewhere\n")
    path.parent.mkdir()
    path.symlink_to(real)
    SettingsFile(path).remember(Settings(ascii=True))
    assert path.is_symlink()
    assert real.read_text() == "# kept elsewhere\nascii = true\n"


def test_a_file_written_by_notepad_can_be_read(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b'\xef\xbb\xbftheme = "light"\r\n[keys]\r\napp.help = "h"\r\n')
    assert SettingsFile(path).settings == Settings(theme="light", keys={"app.help": "h"})
