"""What is kept of a review can be seen and put back by a command, and nothing is lost by it."""

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scrutiny_tui.cli import asking
from scrutiny_tui.cli.places import Places
from scrutiny_tui.model.answer import Answer
from scrutiny_tui.model.review import Review
from scrutiny_tui.storage.copies import copies_of
from tests.cli.running import Command, Keep
from tests.cli.test_commands_page import sections, shape
from tests.examples import PRIVATE_NOTE, full_review

NAME = "childrens-services-summer-2027"
TYPED = "Typed in the second sitting"


@pytest.fixture
def path(kept: Keep) -> Path:
    """A review with two copies: as it was made, and with a note more; now an answer is gone."""
    path = kept(full_review())
    change(path, lambda review: review.with_answer(review.noted("homes", TYPED)))
    change(path, lambda review: review.with_answer(Answer("money")))
    return path


def change(path: Path, how: Callable[[Review], Review]) -> None:
    with Places(path.parent).writing(path) as store:
        store.save(how(store.review))


def read(path: Path) -> Review:
    return Places(path.parent).library().read(path)


def example(usage: str) -> object:
    return shape(json.loads(sections()[usage].split("```json\n")[1].split("```")[0]))


def test_each_copy_is_a_line_with_what_it_holds_and_what_differs(command: Command, path: Path) -> None:
    ended = command("backups", NAME)
    newest, oldest = ended.out.splitlines()
    assert (ended.code, newest[:3], oldest[:3]) == (0, " 1 ", " 2 ")
    for words in ("8 of 9 answered", "4 rated, 2 not known", "4 notes, 3 questions to ask, 3 recommendations", " KB"):
        assert words in newest
    assert newest.endswith("1 answer more")
    assert oldest.endswith("1 answer more, 1 note fewer")
    assert str(path.parent / "Earlier copies" / NAME) in ended.err


def test_no_word_of_an_answer_is_printed_even_of_a_copy_that_was_edited(command: Command, path: Path) -> None:
    copy = copies_of(path)[0]
    copy.write_bytes(copy.read_bytes().replace(b'"level": 3', b'"level": "telltale"', 1))
    for arguments in ((), ("--json",)):
        ended = command("backups", NAME, *arguments)
        assert "cannot be read: A value in it" in ended.out or arguments
        assert not any(
            word in ended.out + ended.err for word in ("telltale", TYPED, "one month only", full_review().title)
        )


def test_without_a_copy_that_is_said(command: Command, kept: Keep) -> None:
    kept(full_review())
    ended = command("backups", NAME)
    assert (ended.code, ended.out) == (0, "")
    assert "No copies are kept" in ended.err


@pytest.mark.parametrize("name", [NAME, f"reviews/{NAME}", f"reviews/{NAME}.scrutiny.json"])
def test_a_review_that_is_gone_is_found_by_its_copies_and_made_again(command: Command, path: Path, name: str) -> None:
    path.unlink()
    assert command("backups", name).out.count("answered") == 2
    ended = command("restore", name)
    assert (ended.code, ended.out) == (0, f"{path}\n")
    assert "There is no file any more" in ended.err
    assert read(path).answer("homes").note == TYPED


def test_the_newest_copy_that_differs_is_put_back_once_it_is_told_what_that_changes(
    command: Command, path: Path
) -> None:
    ended = command("restore", NAME)
    assert (ended.code, ended.out) == (0, f"{path}\n")
    assert "6. Money\n  answer, only in the copy: not known\n" in ended.err
    assert read(path).answer("money") == full_review().answer("money")
    assert read(copies_of(path)[0]).answer("money").is_blank
    assert f"What the file held is kept in {copies_of(path)[0]}" in ended.err


@pytest.mark.parametrize("given", [str, lambda copy: copy.name, lambda _: "2"])
def test_a_copy_is_named_by_its_number_its_name_or_its_path(
    command: Command, path: Path, given: Callable[[Path], str]
) -> None:
    assert command("restore", NAME, given(copies_of(path)[1])).code == 0
    assert read(path) == full_review()


def test_a_dry_run_writes_nothing(command: Command, path: Path) -> None:
    before = path.read_bytes()
    ended = command("restore", NAME, "2", "--dry-run")
    assert f"  note, only in the file: {TYPED}" in ended.out
    assert "Nothing was written" in ended.err
    assert path.read_bytes() == before
    assert len(copies_of(path)) == 2


def test_a_copy_that_says_the_same_is_not_put_back(command: Command, path: Path) -> None:
    command("restore", NAME, "2")
    ended = command("restore", NAME, "3")
    assert (ended.code, ended.out) == (0, f"{path}\n")
    assert "says the same" in ended.err
    assert len(copies_of(path)) == 3


def test_a_damaged_file_is_put_aside_and_listed_and_stays_what_it_was(command: Command, path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.index(b'"history"')])
    told = command("show", NAME)
    assert (told.code, f"`scrutiny-tui restore {path}`" in told.err) == (1, True)
    ended = command("restore", NAME, "--json")
    assert ended.code == 0
    shown = json.loads(ended.out)
    assert shown["differences"] == [{"about": "6. Money", "what": "answer", "here": "", "there": "not known"}]
    assert Path(shown["kept"]).read_bytes() == whole[: whole.index(b'"history"')]
    line = command("backups", NAME).out.splitlines()[0]
    assert re.search(r" damaged( \d)?\.scrutiny\.json: put aside as damaged, cannot be read: The file is damaged", line)


def test_private_notes_stay_hidden_unless_they_are_asked_for(command: Command, path: Path) -> None:
    change(path, lambda review: review.with_answer(Answer("front-door")))
    for ended in (command("restore", NAME, "--dry-run"), command("restore", NAME, "--dry-run", "--json")):
        assert PRIVATE_NOTE not in ended.out + ended.err
        assert "not shown" in ended.out
    assert PRIVATE_NOTE in command("restore", NAME, "--dry-run", "--private").out.replace("\n    ", " ")


def test_what_cannot_be_done_is_said_with_its_code(command: Command, path: Path, kept: Keep) -> None:
    assert command("restore", NAME, "9").code == 2
    assert command("backups", "no-such-review").code == 2
    for name in ("backups", "restore"):
        ended = command(name, str(path.with_name("none.scrutiny.json")))
        assert (ended.code, ended.out, "was not found" in ended.err) == (2, "", True)
    store = Places(path.parent).library().open(path)
    assert command("restore", NAME).code == 3
    store.close()
    path.write_bytes(path.read_bytes().replace(b'"format": 4', b'"format": 5'))
    ended = command("restore", NAME, "1")
    assert (ended.code, "newer version" in ended.err) == (1, True)
    other = kept(full_review().titled("Other"))
    other.write_bytes(b"{")
    ended = command("restore", "other")
    assert (ended.code, "no earlier copy of it that can be read" in ended.err) == (1, True)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Somebody who can be asked; the list is what they type."""
    typed: list[str] = []
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(asking, "can_ask", lambda *, no_input: not no_input)
    monkeypatch.setattr(asking, "agrees", lambda _: typed.pop() == "yes")
    yield typed
    assert not typed


def test_at_a_terminal_it_is_asked_for_first(command: Command, path: Path, terminal: list[str]) -> None:
    before = path.read_bytes()
    terminal.append("no")
    ended = command("restore", NAME)
    assert (ended.code, ended.out, "Nothing was written" in ended.err) == (1, "", True)
    assert path.read_bytes() == before
    assert command("restore", NAME, "--yes").code == 0
    assert path.read_bytes() != before


def test_the_json_on_the_page_has_the_keys_of_the_real_thing(command: Command, path: Path) -> None:
    assert path.exists()
    assert shape(json.loads(command("backups", NAME, "--json").out)) == example("backups FILE")
    assert shape(json.loads(command("restore", NAME, "--json").out)) == example("restore FILE [COPY]")
