"""The doctor finds what is not in order, says what to do, and tells nothing of what reviews say."""

import dataclasses
import json
import os
import shutil
import sys
from datetime import date, timedelta
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from scrutiny_tui.cli import doctor_here
from scrutiny_tui.cli.places import Places, now
from scrutiny_tui.model.checklist import Checklist
from scrutiny_tui.model.review import Review
from scrutiny_tui.storage.codec import encode
from scrutiny_tui.storage.tables import dump
from tests.cli.running import Command, Keep, start
from tests.cli.test_commands_page import sections, shape
from tests.examples import full_review

NAME = "childrens-services-summer-2027"
MARK = "Telltale"


def marked(value: Any) -> Any:  # noqa: ANN401  # whatever a review is made of
    """Return a value with the mark in front of every text in it."""
    if isinstance(value, (Enum, Checklist, date)):
        return value
    if isinstance(value, str):
        return f"{MARK} {value}" if " " in value or value[:1].isupper() else value
    if isinstance(value, tuple):
        return tuple(map(marked, value))
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        told = {each.name: getattr(value, each.name) for each in dataclasses.fields(value)}
        return dataclasses.replace(value, **{name: marked(each) for name, each in told.items()})
    return value


def said(review: Review) -> int:
    return dump(encode(review, review.created)).count(MARK.encode())


def test_where_all_is_well_the_code_is_0_and_every_part_is_looked_at(command: Command, kept: Keep) -> None:
    kept(full_review())
    ended = command("doctor")
    assert (ended.code, "bad" in ended.out) == (0, False)
    for words in (
        "Only you can enter the folder.", "Files can be written", "Locks work there", "are free on the disk",
        f"Review {NAME}.scrutiny.json", "It opens.", "0 earlier copies can be read.", "none of your own",
        "textual 8.", "stdout ", "locale", "This is no terminal",
    ):  # fmt: skip
        assert words in ended.out
    assert " 0 bad" in ended.err


def test_before_the_first_review_all_is_well_too_and_nothing_is_made(command: Command, reviews: Path) -> None:
    ended = command("doctor")
    assert (ended.code, "the first review makes it" in ended.out) == (0, True)
    assert not reviews.exists()


def test_nothing_in_the_folder_is_changed(command: Command, kept: Keep, reviews: Path) -> None:
    path = kept(full_review())
    left = path.with_name(f".{path.name}.123.abcdefgh.tmp")
    left.write_bytes(b"{")
    before = {each: each.stat().st_mtime_ns for each in reviews.rglob("*")}
    ended = command("doctor")
    assert {each: each.stat().st_mtime_ns for each in reviews.rglob("*")} == before
    assert "1 save that was cut short left a file" in ended.out


@pytest.mark.parametrize("damage", ["none", "torn", "edited", "foreign", "newer", "field"])
def test_no_word_of_a_review_is_told_whatever_is_wrong_with_it(
    command: Command, reviews: Path, kept: Keep, damage: str
) -> None:
    review = marked(full_review())
    assert said(review) > 80
    path = kept(review)
    with Places(reviews).writing(path) as store:
        store.save(review.titled(f"{MARK} again"))
    data = path.read_bytes()
    tables = json.loads(data)
    if damage == "edited":
        tables["answers"]["1"]["level"] = MARK
    else:
        tables["answers"]["1"][MARK] = [MARK]
    path.write_bytes(
        {
            "none": data,
            "torn": data[:-2000],
            "edited": json.dumps(tables).encode(),
            "foreign": json.dumps({MARK: MARK}).encode(),
            "newer": data.replace(b'"format": 4', b'"format": 9'),
            "field": json.dumps(tables).encode(),
        }[damage]
    )
    (reviews / "Checklists").mkdir()
    (reviews / "Checklists" / "mine.yaml").write_text(f"{MARK}: {MARK}\n")
    plain, shown = command("doctor"), command("doctor", "--json")
    assert plain.code == 1, "a checklist is broken"
    name = path.name
    for text in (plain.out, plain.err, shown.out, shown.err):
        assert MARK.lower() not in text.lower().replace(name, "")


def test_a_damaged_review_is_bad_and_the_way_back_is_named(command: Command, kept: Keep, reviews: Path) -> None:
    path = kept(full_review())
    with Places(reviews).writing(path) as store:
        store.save(store.review.titled("Another"))
    path.write_bytes(b"{")
    ended = command("doctor", NAME)
    assert ended.code == 1
    assert "bad   The file is damaged" in ended.out
    assert "`scrutiny-tui restore FILE` puts the newest good copy back" in ended.out


def test_a_review_that_is_gone_is_told_with_its_copies_and_a_folder_is_no_review(
    command: Command, kept: Keep, reviews: Path
) -> None:
    path = kept(full_review())
    with Places(reviews).writing(path) as store:
        store.save(store.review.titled("Another"))
    (reviews / "folder.scrutiny.json").mkdir()
    assert "is gone" not in command("doctor").out
    path.unlink()
    ended = command("doctor")
    assert (ended.code, "folder.scrutiny.json" in ended.out) == (0, False)
    assert f"look  {NAME}.scrutiny.json is gone, and copies of it are kept." in ended.out
    assert f"`scrutiny-tui restore {NAME}` makes it again" in ended.out


def test_where_no_copy_may_take_the_place_of_a_file_none_is_advised(command: Command, kept: Keep) -> None:
    path = kept(full_review())
    with Places(path.parent).writing(path) as store:
        store.save(store.review.titled("Another"))
    path.write_bytes(path.read_bytes().replace(b'"format": 4', b'"format": 9'))
    ended = command("doctor", NAME)
    assert (ended.code, "Update this program" in ended.out, "restore" in ended.out) == (1, True, False)


def test_what_others_may_read_and_what_is_open_is_told(command: Command, kept: Keep, reviews: Path) -> None:
    path = kept(full_review())
    path.chmod(0o644)
    reviews.chmod(0o755)
    store = Places(reviews).library().open(path)
    ended = command("doctor")
    store.close()
    assert ended.code == 0
    assert "look  Others on this computer may enter the folder (its mode is 0755)." in ended.out
    assert "look  Others on this computer may read the file (its mode is 0644)." in ended.out
    assert "It is open in a window.\n" in ended.out
    path.with_name(f".{path.name}.holder").write_text("somebody")
    assert "A window that had it open was killed." in command("doctor").out


def test_a_clock_that_is_behind_the_last_save_is_told(command: Command, reviews: Path) -> None:
    reviews.mkdir()
    later = now() + timedelta(days=2)
    (reviews / "ahead.scrutiny.json").write_bytes(dump(encode(full_review(), later)))
    assert "still to come by the clock of this computer" in command("doctor").out


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_bad(command: Command, reviews: Path) -> None:
    reviews.mkdir(mode=0o500)
    ended = command("doctor")
    assert (ended.code, "Nothing can be written in the folder." in ended.out) == (1, True)


def test_a_setting_that_is_wrong_is_told_without_its_words(
    command: Command, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCRUTINY_SETTINGS", str(home / "settings.toml"))
    assert "ok    They can be read." in command("doctor").out
    (home / "settings.toml").write_text('theme = "a secret"\n', "utf-8")
    ended = command("doctor")
    assert "look  1 problem; the rest holds." in ended.out
    assert (ended.code, "a secret" in ended.out) == (0, False)


def test_a_full_disk_is_bad(command: Command, kept: Keep, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(full_review())
    monkeypatch.setattr(shutil, "disk_usage", lambda _: type("Usage", (), {"free": 10}))
    assert "bad   0 MB are free on the disk." in command("doctor").out


def test_the_home_is_a_tilde(command: Command, kept: Keep, home: Path) -> None:
    kept(full_review())
    ended = command("doctor")
    assert str(home) not in ended.out
    assert "Folder ~/reviews" in ended.out


def test_a_folder_whose_name_only_begins_like_the_home_is_told_whole(
    command: Command, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCRUTINY_HOME", f"{home}2/reviews")
    assert f"Folder {home}2/reviews" in command("doctor").out


@pytest.mark.parametrize(
    ("environment", "size", "words"),
    [
        ({"TERM": "dumb"}, (80, 24), "shows lines only"),
        ({"TERM": "xterm"}, (50, 10), "60 by 16 is the least"),
        ({"TERM": "xterm", "NO_COLOR": "1"}, (80, 24), "no colour is used"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, (80, 24), "all colours"),
    ],
)
def test_the_terminal_is_looked_at(
    environment: dict[str, str], size: tuple[int, int], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(shutil, "get_terminal_size", lambda: os.terminal_size(size))
    found = list(doctor_here.terminal(environment))
    assert any(words in each.what + each.todo for each in found)


def test_a_terminal_without_all_letters_is_told(home: Path) -> None:
    ended = start("doctor", home=home, env={"PYTHONIOENCODING": "latin-1"})
    assert b"look  stdout is in latin-1: some letters come out as '?'." in ended.stdout.replace(
        b"iso8859-1", b"latin-1"
    )


def test_the_json_on_the_page_has_the_keys_of_the_real_thing(command: Command, kept: Keep) -> None:
    kept(full_review())
    page = json.loads(sections()["doctor [FILE]..."].split("```json\n")[1].split("```")[0])
    assert shape(json.loads(command("doctor", "--json").out)) == shape(page)
