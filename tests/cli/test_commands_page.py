"""`docs/commands.md` is the interface for people who write scripts: the page and the program say the same."""

import json
import re
from pathlib import Path
from typing import Any

import click
import pytest

from scrutiny_tui.cli.commands import scrutiny
from scrutiny_tui.cli.exits import Exit
from scrutiny_tui.export import FORMATS
from tests.cli.running import Command, Keep
from tests.examples import full_review

PAGE = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
SHARED = {"--at", "--debug", "--help", "-h"}


def commands(group: click.Group, before: str = "") -> dict[str, click.Command]:
    """Return every command under the words by which it is called."""
    found: dict[str, click.Command] = {}
    for name, each in group.commands.items():
        found |= commands(each, f"{name} ") if isinstance(each, click.Group) else {f"{before}{name}": each}
    return found


def sections() -> dict[str, str]:
    """Return the text under each heading that names a command."""
    parts = re.split(r"^## (.*)$", PAGE, flags=re.MULTILINE)
    named = zip(parts[1::2], parts[2::2], strict=True)
    return {heading.strip("`"): text for heading, text in named if heading.startswith("`")}


def called(usage: str) -> str:
    """Return the words of a command without its arguments."""
    return " ".join(word for word in usage.split() if word.islower())


def options(text: str) -> set[str]:
    """Return the options in the tables of a text."""
    cells = re.findall(r"^\| (`-[^|]*) \|", text, flags=re.MULTILINE)
    return {option for cell in cells for option in re.findall(r"`(--?[a-z-]+)", cell)}


def shape(value: Any) -> Any:  # noqa: ANN401  # whatever JSON can hold
    """Return the keys of a value from JSON, all the way down; of a list, those of its first item."""
    match value:
        case {"state": _} | {"id": _} | {"name": _}:
            return {key: shape(below) for key, below in value.items()}
        case dict():
            below = {key: shape(each) for key, each in value.items()}
            return (
                {"any question": next(iter(below.values()))}
                if "front-door" in below or "leadership" in below
                else below
            )
        case list():
            return [shape(value[0])] if value else []
    return None


def test_every_command_is_on_the_page_with_its_argument() -> None:
    names = {called(usage): usage for usage in sections()}
    names.pop("scrutiny-tui")
    assert set(names) == set(commands(scrutiny))
    for name, command in commands(scrutiny).items():
        arguments = [each.metavar for each in command.params if isinstance(each, click.Argument)]
        assert names[name].split()[len(name.split()) :] == arguments


@pytest.mark.parametrize("usage", [usage for usage in sections() if usage != "scrutiny-tui [FILE]"])
def test_every_option_is_on_the_page(usage: str) -> None:
    command = commands(scrutiny)[called(usage)]
    known = {name for each in command.params if isinstance(each, click.Option) for name in each.opts}
    assert options(sections()[usage]) == known - SHARED
    assert known >= SHARED - {"--help", "-h"}


def test_the_shared_options_are_on_the_page() -> None:
    assert options(PAGE.split("## Options of every command")[1].split("\n## ")[0]) == SHARED
    own = {name for each in scrutiny.params for name in each.opts}
    assert own == SHARED - {"--help", "-h"} | {"--version"} | options(sections()["scrutiny-tui [FILE]"])


def test_every_exit_code_is_on_the_page() -> None:
    rows = re.findall(r"^\| (\d+) \| ([a-z ]+) \|", PAGE, flags=re.MULTILINE)
    assert {int(code): name for code, name in rows} == {each: each.name.lower().replace("_", " ") for each in Exit}


def test_every_format_is_on_the_page() -> None:
    row = next(line for line in PAGE.splitlines() if line.startswith("| `--to FORMAT`"))
    assert set(re.findall(r"`([a-z]+)`", row)) == {each.name for each in FORMATS}


@pytest.mark.parametrize(
    ("usage", "arguments"),
    [
        ("list", ("list", "--json")),
        ("show FILE", ("show", "childrens-services-summer-2027", "--json")),
        ("room FILE", ("room", "childrens-services-summer-2027", "--json")),
        ("checklist list", ("checklist", "list", "--json")),
        ("checklist check FILE", ("checklist", "check", "mine.yaml", "--json")),
        ("settings [NAME] [VALUE]...", ("settings", "--json")),
        ("where", ("where", "--json")),
    ],
)
def test_the_json_on_the_page_has_the_keys_of_the_real_thing(
    command: Command, kept: Keep, home: Path, usage: str, arguments: tuple[str, ...]
) -> None:
    kept(full_review())
    (home / "mine.yaml").write_text("titel: Ours\n")
    command("settings", "keys", "question.note", "E")
    example = json.loads(sections()[usage].split("```json\n")[1].split("```")[0])
    assert shape(example) == shape(json.loads(command(*arguments).out))


def test_the_meeting_file_on_the_page_can_be_used(command: Command, home: Path) -> None:
    (home / "meeting.toml").write_text(PAGE.split("```toml\n")[1].split("```")[0])
    made = command("new", "key-questions", "--meeting", "meeting.toml")
    shown = json.loads(command("show", made.out.strip(), "--json").out)
    assert shown["meeting"]["people"][0]["kind"] == "chair"
    assert shown["meeting"]["papers"][0]["id"] == "p1"
