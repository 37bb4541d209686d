"""A copy that a passphrase protects: made without its plain text ever being on the disk, or not made at all."""

import io
import json
import os
import stat
import sys
from functools import partial
from pathlib import Path

import pyrage
import pytest

from scrutiny_tui.storage.codec import decode
from scrutiny_tui.storage.tables import parse
from tests.cli.running import Command, Ended, Keep
from tests.cli.test_share import read
from tests.examples import PRIVATE_NOTE, full_review
from tests.privacy.quick_age import WORDS, decrypt, put_in_place
from tests.terminal.terminal import Terminal

NAME = "childrens-services-summer-2027"
OUT = "copy.scrutiny.json.age"


class Sharing:
    """Shares the full review with what a person types, in a pipe."""

    def __init__(self, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
        self._command, self._monkeypatch = command, monkeypatch

    def __call__(self, *options: str, typed: str = f"{WORDS}\n{WORDS}\n") -> Ended:
        self._monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        return self._command("share", NAME, "--encrypt", *options)


@pytest.fixture
def sharing(command: Command, kept: Keep, monkeypatch: pytest.MonkeyPatch) -> Sharing:
    kept(full_review())
    put_in_place(monkeypatch)
    return Sharing(command, monkeypatch)


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Everything that is put on the disk while the test lasts."""
    pieces: list[bytes] = []
    real = os.write

    def write(handle: int, data: bytes) -> int:
        pieces.append(bytes(data))
        return real(handle, data)

    monkeypatch.setattr(os, "write", write)
    return pieces


def copies(home: Path) -> list[str]:
    return sorted(path.name for path in home.rglob("*.age"))


def test_inside_is_the_file_that_a_plain_copy_would_be_and_only_its_owner_can_read_it(
    command: Command, sharing: Sharing, home: Path
) -> None:
    ended = sharing("-o", OUT)
    assert (ended.code, ended.out) == (0, f"{home / OUT}\n")
    plain = decrypt((home / OUT).read_bytes(), WORDS)
    command("share", NAME, "-o", "plain")
    assert decode(home, parse(home, plain))[0] == read(home / "plain.scrutiny.json")
    assert PRIVATE_NOTE.encode() not in plain
    assert stat.S_IMODE((home / OUT).stat().st_mode) == 0o600


def test_the_plain_text_is_never_on_the_disk(sharing: Sharing, written: list[bytes], home: Path) -> None:
    assert sharing("-o", OUT).code == 0
    assert sum(map(len, written)) >= (home / OUT).stat().st_size
    assert not [piece for piece in written if b"Exampleshire" in piece or b'"head"' in piece]
    assert copies(home) == [OUT]
    assert not [path for path in home.rglob("*") if path.name.endswith(".tmp")]


def test_it_is_said_that_nobody_recovers_the_passphrase_and_that_it_goes_another_way(sharing: Sharing) -> None:
    told = sharing("-o", OUT).err
    assert told.index("Leaves with the copy:") < told.index("Encrypting it") < told.index("opened it again")
    assert "if the passphrase is lost, so is the copy" in told
    assert "by another way than the file" in told
    assert "scrutiny-tui import " in told
    assert WORDS not in told


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (f"{WORDS}\n{WORDS} staple\n", "not the same"),
        (f"{WORDS}\n", "not the same"),
        ("", "empty"),
        ("\n\n", "empty"),
        ("horse\nhorse\n", "Use three or four words"),
        ("   a   b   c\n" * 2, "space"),
        (f"{WORDS} \n" * 2, "space"),
        (f"{WORDS}\t1\n" * 2, "no letter"),
        (f"{WORDS}\ufffd\n" * 2, "no letter"),
    ],
)
def test_a_passphrase_that_would_not_do_is_refused_without_being_said(
    sharing: Sharing, home: Path, typed: str, words: str
) -> None:
    ended = sharing("-o", OUT, typed=typed)
    assert (ended.code, ended.out) == (2, "")
    assert words in ended.err
    assert "Nothing was written." in ended.err
    assert not typed.strip() or typed.splitlines()[0].strip() not in ended.err
    assert copies(home) == []


def test_lines_from_another_system_are_the_same_passphrase(sharing: Sharing, home: Path) -> None:
    assert sharing("-o", OUT, typed=f"\ufeff{WORDS}\r\n{WORDS}\r\nmore").code == 0
    assert decrypt((home / OUT).read_bytes(), WORDS)


def test_it_never_takes_the_place_of_another_file_and_its_name_says_what_it_is(sharing: Sharing, home: Path) -> None:
    for out in (OUT, "copy", "copy.json", "copy.age", "copy.scrutiny.json"):
        (home / OUT).write_text("Something else")
        ended = sharing("-o", out)
        assert (ended.code, ended.out) == (1, ""), out
        assert (home / OUT).read_text() == "Something else"
        (home / OUT).unlink()
        assert sharing("-o", out).out == f"{home / OUT}\n"
        (home / OUT).unlink()
    (home / "stick").mkdir()
    found = {sharing("-o", "stick").out.strip() for _ in range(2)}
    assert found == {str(home / "stick" / f"{NAME}{end}.scrutiny.json.age") for end in ("", "-2")}
    assert sharing().code == 2


def test_a_name_for_an_encrypted_copy_is_refused_for_a_plain_one(
    command: Command, sharing: Sharing, home: Path
) -> None:
    del sharing
    ended = command("share", NAME, "-o", OUT)
    assert ended.code == 2
    assert "Add --encrypt" in ended.err
    assert not list(home.glob("copy*"))


@pytest.mark.parametrize("back", [b"", b"{}", None])
def test_a_copy_that_cannot_be_read_back_is_removed_and_not_called_done(
    sharing: Sharing, home: Path, monkeypatch: pytest.MonkeyPatch, back: bytes | None
) -> None:
    def failing(ciphertext: bytes, passphrase: str) -> bytes:
        del ciphertext, passphrase
        if back is None:
            raise pyrage.DecryptError
        return back

    monkeypatch.setattr(pyrage.passphrase, "decrypt", failing)
    ended = sharing("-o", OUT)
    assert (ended.code, ended.out) == (1, "")
    assert "could not be read back" in ended.err
    assert "Made" not in ended.err
    assert copies(home) == []


def test_a_copy_that_nobody_waited_for_is_removed(
    sharing: Sharing, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(ciphertext: bytes, passphrase: str) -> bytes:
        del ciphertext, passphrase
        assert copies(home) == [OUT]
        raise KeyboardInterrupt

    monkeypatch.setattr(pyrage.passphrase, "decrypt", interrupted)
    assert sharing("-o", OUT).code == 130
    assert copies(home) == []


def test_without_the_library_it_is_said_how_to_install_it_and_nothing_is_asked(
    sharing: Sharing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyrage", None)
    ended = sharing("-o", OUT)
    assert ended.code == 2
    assert "-m pip install pyrage" in ended.err
    assert "Leaves with" not in ended.err


def test_a_dry_run_asks_for_no_passphrase_and_json_says_that_it_is_encrypted(sharing: Sharing, home: Path) -> None:
    dry = sharing("--dry-run", "--json", typed="")
    assert (dry.code, json.loads(dry.out)["encrypted"], json.loads(dry.out)["written"]) == (0, True, False)
    told = json.loads(sharing("-o", OUT, "--json").out)
    assert (told["encrypted"], told["path"]) == (True, str(home / OUT))


def test_at_a_terminal_it_is_asked_for_three_times_and_not_shown(kept: Keep, home: Path) -> None:
    kept(full_review())
    with Terminal("share", NAME, "--encrypt", "-o", "copy", home=home) as terminal:
        for typed, words in ((["short"], "too short"), ([WORDS, f"{WORDS}s"], "not the same"), ([""], "Nothing was")):
            for asked, each in zip((b"Passphrase for the copy: ", b"The same again: "), typed, strict=False):
                # The blank comes when letters are not shown any more.
                terminal.wait_until(partial(terminal.output.endswith, asked), repr(asked))
                terminal.press(*each, "enter")
            terminal.wait_for(words)
        assert terminal.wait_for_end() == 2
    assert b"horse" not in terminal.output
    assert b"short\r" not in terminal.output
    assert copies(home) == []
