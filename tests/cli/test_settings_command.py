import json
import stat
from pathlib import Path

import pytest

from tests.cli.running import Command


@pytest.fixture
def file(home: Path) -> Path:
    return home / ".config" / "scrutiny-tui" / "settings.toml"


def test_nothing_set_is_told_with_where_it_would_be_remembered(command: Command, file: Path) -> None:
    told = command("settings")
    assert told.code == 0
    assert [line.split()[:2] for line in told.out.splitlines()[:4]] == [
        ["theme", "dark"], ["ascii", "off"], ["plain", "off"], ["welcomed", "off"],
    ]  # fmt: skip
    assert told.err.strip() == f"Remembered in {file} (not made yet)"
    assert not file.exists()


def test_a_setting_is_changed_and_remembered_for_its_owner_only(command: Command, file: Path) -> None:
    assert command("settings", "theme", "light").code == 0
    assert command("settings", "plain", "on").code == 0
    assert file.read_text() == 'theme = "light"\nplain = true\n'
    assert (stat.S_IMODE(file.stat().st_mode), stat.S_IMODE(file.parent.stat().st_mode)) == (0o600, 0o700)
    assert command("settings", "theme").out.startswith("theme     light")
    assert json.loads(command("settings", "--json").out)["plain"] == "on"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("theme", "lite"), "theme: It can be dark, light, high-contrast or terminal, and not 'lite'. Did you mean"),
        (("plain", "on", "please"), "plain: It can be on or off, and not 'on please'."),
        (("them", "light"), "them: There is no such setting. Did you mean theme?"),
        (("them",), "them: There is no such setting. Did you mean theme?"),
        (("keys", "question.note"), "Give a name and one key"),
        (("keys", "question.note", "n"), "cannot have n: there it is Go to the next question"),
        (("keys", "question.nte", "E"), "Did you mean question.note"),
    ],
)
def test_what_cannot_be_set_is_told_with_what_can_and_changes_nothing(
    command: Command, file: Path, words: tuple[str, ...], said: str
) -> None:
    ended = command("settings", *words)
    assert (ended.code, ended.out, file.exists()) == (2, "", False)
    assert said in ended.err


def test_a_key_is_changed_listed_and_brought_back(command: Command, file: Path) -> None:
    assert command("settings", "keys", "question.note", "E").code == 0
    assert command("settings", "keys", "question.ask", "e").code == 0
    assert command("settings", "keys").out == "keys      question.note = E\nkeys      question.ask = e\n"
    rows = {row["id"]: row for row in json.loads(command("settings", "--keys", "--json").out)["keys"]}
    assert (rows["question.note"]["key"], rows["question.note"]["usual"]) == ("E", "e")
    assert "question.note" in command("settings", "--keys").out
    refused = command("settings", "keys", "question.note", "usual")
    assert (refused.code, "question.ask" in refused.err) == (2, True), "its usual key is taken by now"
    assert command("settings", "keys", "question.ask", "usual").code == 0
    assert command("settings", "keys", "question.note", "usual").code == 0
    assert file.read_text() == "[keys]\n"


def test_a_bad_file_is_told_of_whole_and_ends_with_1(
    command: Command, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCRUTINY_SETTINGS", str(home / "mine.toml"))
    (home / "mine.toml").write_text('them = 1\nascii = true\n[keys]\nquestion.note = "n"\n')
    told = command("settings")
    assert told.code == 1
    assert "ascii     on" in told.out
    assert "mine.toml, them: There is no such setting. Did you mean theme?" in told.err
    assert "mine.toml, keys, question.note: Write the note for the record cannot have n" in told.err
    assert f"{home / 'mine.toml'}" in command("where").out


def test_what_cannot_be_remembered_is_said(command: Command, home: Path) -> None:
    (home / ".config").write_text("no folder")
    ended = command("settings", "theme", "light")
    assert ended.code == 1
    assert ended.err.startswith("settings.toml could not be changed.")
    assert "holds until you leave" not in ended.err, "nothing goes on in which it could hold"


def test_where_nobody_knows_a_home_the_settings_lie_among_the_reviews(
    command: Command, reviews: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody(*_: object, **__: object) -> Path:
        raise RuntimeError

    monkeypatch.setattr("platformdirs.user_config_path", nobody)
    assert json.loads(command("settings", "--json").out)["path"] == str(reviews / "settings.toml")
