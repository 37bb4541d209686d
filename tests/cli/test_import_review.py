"""A review out as JSON and in again, by the commands."""

import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from scrutiny_tui.cli.places import Places
from scrutiny_tui.export import json_file
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.rounds import Discussion
from tests.cli.running import Command, Keep, start
from tests.examples import empty_review, full_review


def opened() -> Review:
    """The full review with nothing sealed in it."""
    revealed = [replace(each, rounds=each.revealed) for each in full_review().panel.discussions]
    discussions = tuple(each for each in revealed if each != Discussion(each.question))
    return full_review().with_panel(replace(full_review().panel, discussions=discussions))


@pytest.fixture
def exported(command: Command, kept: Keep, home: Path) -> Path:
    """The whole review, with its private notes."""
    name = kept(opened()).name
    assert command("export", name, "--to", "json", "--private", "-o", "all.json").code == 0
    return home / "all.json"


def read(path: str) -> Review:
    return Places(Path(path).parent).library().read(Path(path))


@pytest.mark.usefixtures("exported")
def test_what_was_exported_comes_back_as_a_review_of_its_own(command: Command, reviews: Path) -> None:
    ended = command("import", "all.json")
    assert ended.code == 0
    assert Path(ended.out.strip()).parent == reviews
    assert read(ended.out.strip()) == opened()
    assert stat.S_IMODE(Path(ended.out.strip()).stat().st_mode) == 0o600
    assert "To open it: scrutiny-tui" in ended.err
    again = command("import", "all.json")
    assert again.out != ended.out
    assert len(list(reviews.glob("*.scrutiny.json"))) == 3


@pytest.mark.usefixtures("exported")
def test_it_is_made_where_it_is_wanted_and_never_over_another_file(command: Command, home: Path) -> None:
    ended = command("import", "all.json", "-o", "mine.json")
    assert (ended.code, ended.out) == (0, f"{home / 'mine.scrutiny.json'}\n")
    before = (home / "mine.scrutiny.json").read_bytes()
    ended = command("import", "all.json", "-o", "mine")
    assert (ended.code, ended.out) == (1, "")
    assert "is there already" in ended.err
    assert (home / "mine.scrutiny.json").read_bytes() == before


def test_it_comes_through_a_pipe(exported: Path, home: Path) -> None:
    done = start("import", "-", "-o", str(home / "piped"), home=home, given=exported.read_bytes())
    assert done.returncode == 0, done.stderr
    assert read(done.stdout.decode().strip()) == opened()


def test_the_schema_is_printed_without_a_file(command: Command) -> None:
    ended = command("import", "--schema")
    schema = json.loads(ended.out)
    Draft202012Validator.check_schema(schema)
    assert (ended.code, schema) == (0, json_file.schema())


def test_what_cannot_be_imported_is_refused_in_words_and_makes_nothing(
    command: Command, kept: Keep, home: Path, reviews: Path
) -> None:
    path = kept(empty_review())
    command("export", path.name, "--to", "json", "--room", "-o", "room.json")
    (home / "newer.json").write_text('{"program": "scrutiny-tui", "document": "review", "format": 99}')
    (home / "torn.json").write_text('{"program": "scrut')
    (home / "odd.json").write_text('{"program": "scrutiny-tui", "document": "review", "format": 1, "review": "x"}')
    (home / "empty.json").touch()
    (home / "folder").mkdir()
    for name, code, words in (
        (str(path), 1, "It is a review's own file, so open it as it is."),
        ("room.json", 1, "Export without --room."),
        ("newer.json", 1, "Update this program"),
        ("torn.json", 1, "'torn.json' was not imported.\nIt breaks off"),
        ("odd.json", 1, "makes no sense: review: it must be an object"),
        ("empty.json", 1, "It is empty."),
        ("folder", 2, "'folder' is none"),
        ("gone.json", 2, "'gone.json' cannot be opened: No such file"),
        ("a\0b", 2, "cannot be opened"),
        ("/dev/null", 2, "not an ordinary file"),
    ):
        ended = command("import", name)
        assert (ended.code, ended.out) == (code, ""), name
        assert words in ended.err
        assert "Traceback" not in ended.err
    assert command("import").code == 2
    assert list(reviews.glob("*.scrutiny.json")) == [path]
