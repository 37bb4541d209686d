"""An encrypted copy in again: as a review, with its passphrase only, and in words where that cannot be."""

import io
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pyrage
import pytest

from scrutiny_tui.cli.places import Places
from tests.cli.running import Command, Ended
from tests.cli.test_share import read
from tests.privacy.quick_age import COPY, WORDS, encrypt, put_in_place
from tests.terminal.terminal import Terminal

PLAIN = Path(__file__).parents[1] / "storage" / "data" / "format-4.scrutiny.json"
FOR_A_KEY = pyrage.encrypt(b"{}", [pyrage.x25519.Identity.generate().to_public()])
Import = Callable[..., Ended]


@pytest.fixture
def importing(command: Command, monkeypatch: pytest.MonkeyPatch) -> Import:
    """Imports what a person has, with what they type in a pipe."""

    def importing(*arguments: str, typed: str = f"{WORDS}\n") -> Ended:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        return command("import", *arguments)

    return importing


def working(power: int) -> bytes:
    """The copy, claiming that its passphrase was stirred so often, as a power of two."""
    data = COPY.read_bytes()
    assert data.split(b"\n")[1].endswith(b" 10")
    return data.replace(b" 10\n", f" {power}\n".encode(), 1)


def test_what_another_program_encrypted_comes_back_as_a_review_of_its_own(importing: Import, reviews: Path) -> None:
    ended = importing(str(COPY))
    assert ended.code == 0
    path = Path(ended.out.strip())
    assert path.parent == reviews
    assert read(path) == read(PLAIN)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert sorted(each.name for each in reviews.iterdir() if each.suffix != ".lock") == [path.name]


def test_it_is_made_where_it_is_wanted_and_never_over_another_file(importing: Import, home: Path) -> None:
    assert importing(str(COPY), "-o", "mine").out == f"{home / 'mine.scrutiny.json'}\n"
    before = (home / "mine.scrutiny.json").read_bytes()
    assert importing(str(COPY), "-o", "mine").code == 1
    assert (home / "mine.scrutiny.json").read_bytes() == before


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\n", "empty"),
        (b"{}", "not encrypted in the age format"),
        (PLAIN.read_bytes(), "not encrypted in the age format"),
        (b"-----BEGIN AGE ENCRYPTED FILE-----\n", "text form of the age format"),
        (FOR_A_KEY, "for somebody's key"),
        (COPY.read_bytes()[:22], "breaks off"),
        (COPY.read_bytes()[:50], "breaks off"),
        (COPY.read_bytes()[:60], "damaged"),
        (COPY.read_bytes()[:120], "damaged"),
        (COPY.read_bytes()[:-1], "damaged"),
        (COPY.read_bytes() + b"x", "damaged"),
        (COPY.read_bytes().replace(b"\n--- ", b"\n-> scrypt A 30\nA\n--- ", 1), "damaged"),
        *((working(power), "takes minutes") for power in (23, 30, 63, 99)),
    ],
    ids=lambda each: each if isinstance(each, str) else "file",
)
def test_what_cannot_be_opened_is_refused_in_words_and_makes_nothing(
    importing: Import, home: Path, data: bytes, words: str
) -> None:
    (home / "came.age").write_bytes(data)
    ended = importing("came.age")
    assert (ended.code, ended.out) == (1, "")
    assert "'came.age' was not imported." in ended.err
    assert words in ended.err
    assert sorted(path.name for path in home.rglob("*")) == ["came.age"]


@pytest.mark.parametrize("typed", ["another horse battery\n", f"{WORDS} \n", f"{WORDS.upper()}\n"])
def test_another_passphrase_opens_nothing_and_is_not_said(importing: Import, home: Path, typed: str) -> None:
    ended = importing(str(COPY), typed=typed)
    assert (ended.code, ended.out) == (1, "")
    assert "not its passphrase" in ended.err
    assert typed.strip() not in ended.err
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("typed", ["", "\n", "a\x00b\n", "\ufffd\n"])
def test_without_a_passphrase_nothing_is_tried(importing: Import, typed: str) -> None:
    assert importing(str(COPY), typed=typed).code == 2


@pytest.mark.parametrize(
    ("inside", "words"),
    [(b"", "empty"), (b"{}", "not a review"), (PLAIN.read_bytes()[:900], "damaged"), (b"\xff" * 9, "damaged")],
)
def test_what_is_no_review_inside_makes_nothing(
    importing: Import, home: Path, monkeypatch: pytest.MonkeyPatch, inside: bytes, words: str
) -> None:
    put_in_place(monkeypatch)
    (home / "came.age").write_bytes(encrypt(inside, WORDS))
    ended = importing("came.age")
    assert (ended.code, ended.out) == (1, "")
    assert "It was decrypted, but no review can be read in it." in ended.err
    assert words in ended.err
    assert sorted(path.name for path in home.rglob("*")) == ["came.age"]


def test_one_too_large_is_refused_before_it_fills_the_memory(importing: Import, home: Path) -> None:
    with (home / "came.age").open("wb") as file:
        file.truncate(64 * 2**20 + 1)
    assert importing("came.age").code == 2


def test_without_the_library_it_is_said_how_to_install_it(importing: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyrage", None)
    ended = importing(str(COPY))
    assert ended.code == 2
    assert "-m pip install pyrage" in ended.err


def test_other_commands_say_that_it_is_to_be_imported_first(importing: Import, command: Command) -> None:
    del importing
    for arguments in (("show", str(COPY)), ("export", str(COPY), "--to", "md"), ("share", str(COPY), "--dry-run")):
        ended = command(*arguments)
        assert ended.code == 1
        assert "use `scrutiny-tui import` with this file" in ended.err


def test_at_a_terminal_the_passphrase_is_asked_for_once_and_not_shown(home: Path) -> None:
    with Terminal("import", str(COPY), home=home) as terminal:
        terminal.wait_until(lambda: terminal.output.endswith(b"Passphrase of the copy: "), "to be asked")
        terminal.press(*WORDS, "enter")
        terminal.wait_for("To open it:")
        assert terminal.wait_for_end() == 0
    assert b"horse" not in terminal.output
    assert len(Places(home / "reviews").library().listings()) == 1
