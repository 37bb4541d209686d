"""Printing a blank booklet: where it goes, and what is refused."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from scrutiny_tui.export.booklet import BOOKLETS, BookletFormat
from tests.cli.running import Command, start
from tests.cli.test_commands_page import PAGE
from tests.export.reread import REREAD

each_format = pytest.mark.parametrize("kind", BOOKLETS, ids=lambda kind: kind.name)
SMALL = """\
format: 1
id: libraries
title: "Our libraries: a/b?"
scale: {levels: [{level: 1, label: No}, {level: 2, label: Yes}]}
sections:
  - id: people
    title: People
    questions:
      - {id: who-comes, text: Do we know who uses our libraries?}
"""


@pytest.fixture(autouse=True)
def small(home: Path) -> Path:
    path = home / "small.yaml"
    path.write_text(SMALL)
    return path


@each_format
def test_a_booklet_lies_where_you_are_and_takes_the_place_of_nothing(
    command: Command, home: Path, kind: BookletFormat
) -> None:
    first, second = (command("checklist", "print", "small.yaml", "--to", kind.name) for _ in range(2))
    assert first.out == f"{home / 'Our libraries a b , booklet'}{kind.suffix}\n"
    assert second.out == f"{home / 'Our libraries a b , booklet (2)'}{kind.suffix}\n"
    assert (first.code, first.err) == (0, "")
    seen = REREAD[kind.name](Path(first.out.strip()).read_bytes()).text
    assert seen.startswith("Our libraries: a/b? ")
    assert "Do we know who uses our libraries?" in seen


@each_format
def test_a_packaged_one_goes_by_its_id_into_the_folder_that_is_named(
    command: Command, home: Path, kind: BookletFormat
) -> None:
    (home / "stick").mkdir()
    ended = command("checklist", "print", "key-questions", "--to", kind.name, "-o", "stick")
    assert ended.out == f"{home / 'stick' / 'Nine key questions, booklet'}{kind.suffix}\n"


@each_format
def test_the_same_bytes_come_through_a_pipe(command: Command, home: Path, kind: BookletFormat) -> None:
    command("checklist", "print", "small.yaml", "--to", kind.name, "-o", "file")
    with (home / "piped").open("wb") as pipe:
        assert (
            start(
                "checklist", "print", str(home / "small.yaml"), "--to", kind.name, "-o", "-", home=home, out=pipe
            ).returncode
            == 0
        )
    reread = REREAD[kind.name]
    assert reread((home / "piped").read_bytes()).text == reread((home / "file").read_bytes()).text


def test_a_file_that_is_there_is_overwritten_by_force_alone(command: Command, home: Path) -> None:
    (home / "mine.html").write_text("precious")
    arguments = ("checklist", "print", "small.yaml", "--to", "html", "-o", "mine.html")
    refused = command(*arguments)
    assert (refused.code, refused.out) == (1, "")
    assert "--force" in refused.err
    assert (home / "mine.html").read_text() == "precious"
    assert command(*arguments, "--force").code == 0
    assert (home / "mine.html").read_bytes().startswith(b"<!DOCTYPE html>")
    assert "Our libraries" in (home / "mine.html").read_text(encoding="utf-8")


@each_format
def test_large_print_where_letters_have_a_size(command: Command, home: Path, kind: BookletFormat) -> None:
    before = sorted(home.iterdir())
    ended = command("checklist", "print", "small.yaml", "--to", kind.name, "--large")
    if kind.has_sizes:
        assert ended.out == f"{home / 'Our libraries a b , booklet, large print'}{kind.suffix}\n"
    else:
        assert ended.code == 2
        assert ended.err == (
            "Markdown cannot say how large its letters are. For large print, use --to html or --to docx.\n"
        )
        assert sorted(home.iterdir()) == before


class Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


@each_format
def test_a_terminal_gets_only_what_it_can_show(
    command: Command, monkeypatch: pytest.MonkeyPatch, kind: BookletFormat
) -> None:
    shown = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", Terminal(shown, encoding="utf-8"))
    ended = command("checklist", "print", "small.yaml", "--to", kind.name, "-o", "-")
    if kind.name == "docx":
        assert ended.code == 2
        assert ended.err == "A terminal cannot show this kind of document. Give a file with -o, or leave -o out.\n"
        assert shown.getvalue() == b""
    else:
        assert ended.code == 0
        assert b"Our libraries" in shown.getvalue()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("key-question", "--to", "md"), "Did you mean 'key-questions'?"),
        (("small.yaml",), "Missing option '--to'"),
        (("small.yaml", "--to", "pdf"), "'pdf' is not one of: md, html, docx."),
        (("small.yaml", "--to", "md", "-o", "no-such-folder/"), "There is no folder"),
        (("small.yaml", "--to", "md", "-o", "a.scrutiny.json"), "is the name of a review"),
        (("no-such.yaml", "--to", "md"), "no-such.yaml"),
    ],
)
def test_what_cannot_be_used_is_told_and_makes_nothing(
    command: Command, home: Path, arguments: tuple[str, ...], said: str
) -> None:
    ended = command("checklist", "print", *arguments)
    assert ended.code != 0
    assert said in ended.err
    assert [path.name for path in home.iterdir()] == ["small.yaml"]


def test_a_checklist_with_mistakes_names_them(command: Command, home: Path) -> None:
    (home / "bad.yaml").write_text("titel: Ours\n")
    ended = command("checklist", "print", "bad.yaml", "--to", "md")
    assert ended.code == 1
    assert "bad.yaml:1:1: " in ended.err


def test_every_kind_of_booklet_is_on_the_page() -> None:
    row = next(line for line in PAGE.split("## `checklist print ID`")[1].splitlines() if line.startswith("| `--to"))
    assert row.startswith("| `--to FORMAT` |")
    for kind in BOOKLETS:
        assert f"`{kind.name}`" in row


def test_no_kind_loads_more_than_it_needs(home: Path) -> None:
    look = (
        "import sys; from scrutiny_tui.cli.commands import scrutiny; from scrutiny_tui.cli.front import run;"
        "assert run(scrutiny, ['checklist', 'print', 'small.yaml', '--to', sys.argv[1]]) == 0;"
        "print({'docx', 'jinja2', 'textual', 'tinydb'} & set(sys.modules), file=sys.stderr)"
    )
    for kind, needed in (("md", "set()"), ("html", "{'jinja2'}"), ("docx", "{'docx'}")):
        done = subprocess.run([sys.executable, "-c", look, kind], capture_output=True, text=True, check=True, cwd=home)
        assert done.stderr.strip() == needed
