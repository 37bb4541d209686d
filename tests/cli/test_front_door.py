"""The command as its own process: what it loads, what it writes where, how it ends."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from scrutiny_tui.catalog.shelf import packaged_folder
from tests.cli.running import Keep, start
from tests.examples import full_review

LOADED = """
import json, sys
from scrutiny_tui.cli.commands import scrutiny
from scrutiny_tui.cli.front import run
for arguments in json.loads(sys.argv[1]):
    code = run(scrutiny, arguments)
    print(json.dumps([code, sorted({name.split(".")[0] for name in sys.modules})]), file=sys.stderr)
"""
SCREEN = {"textual", "rich"}


def loaded(*commands: Sequence[str], code: int = 0) -> list[set[str]]:
    """Return the packages that a fresh interpreter has loaded after each of the commands, one after the other in it."""
    program = [sys.executable, "-c", LOADED, json.dumps(commands)]
    done = subprocess.run(program, capture_output=True, check=True, input=b"")
    told = [json.loads(line) for line in done.stderr.splitlines() if line.startswith(b"[")]
    assert [ended for ended, _ in told] == [code] * len(commands)
    return [set(names) for _, names in told]


def test_no_command_loads_textual(kept: Keep) -> None:
    kept(full_review())
    commands = (
        ("list",),
        ("show", "childrens-services-summer-2027"),
        ("show", "childrens-services-summer-2027", "--json"),
        ("export", "childrens-services-summer-2027", "--to", "md", "-o", "-"),
        ("checklist", "check", str(packaged_folder() / "key-questions.yaml")),
        ("demo",),
        ("plain", "childrens-services-summer-2027"),
        ("where",),
        ("backups", "childrens-services-summer-2027"),
        ("doctor",),
    )
    assert [after & SCREEN for after in loaded(*commands)] == [set()] * len(commands)


def test_version_and_help_load_next_to_nothing() -> None:
    costly = {*SCREEN, "tinydb", "yaml", "cattrs", "filelock", "platformdirs"}
    assert [after & costly for after in loaded(("--version",), ("--help",), ("export", "--help"))] == [set()] * 3


def test_listing_loads_neither_yaml_nor_tinydb(kept: Keep) -> None:
    kept(full_review())
    assert not loaded(["list"])[0] & {"yaml", "tinydb", "cattrs"}


def test_python_m_is_the_same_command(home: Path) -> None:
    done = start("lst", home=home)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"There is no command or file 'lst'. Did you mean 'list'?")


def test_without_a_terminal_nothing_of_textual_is_loaded() -> None:
    assert "textual" not in loaded([], code=2)[0]


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_no_encoding_of_the_terminal_ends_the_command(home: Path, encoding: str) -> None:
    settings = {"LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": encoding}
    title = "Caf\u00e9 \u2019 \u4e2d\u6587"
    made = start("new", "key-questions", "--title", title, home=home, env=settings)
    assert made.returncode == 0
    for arguments in (["list"], ["show", "cafe"], ["show", "cafe", "--json"]):
        assert start(*arguments, home=home, env=settings).returncode == 0
    listed = start("list", "--json", home=home, env=settings)
    assert listed.returncode == 0
    assert json.loads(listed.stdout)["reviews"][0]["title"] == title
    document = start("export", "cafe", "--to", "md", "-o", "-", home=home, env=settings)
    assert title in document.stdout.decode()


def test_a_reader_that_goes_away_is_no_error(home: Path) -> None:
    program = [sys.executable, "-m", "scrutiny_tui", "checklist", "show", "key-questions"]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=home) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_in_one_line(home: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = start("where", home=home, out=full)
    assert done.returncode == 1
    assert done.stderr == b"The system refuses: No space left on device.\n"


def test_a_checklist_is_checked_from_a_stream(home: Path) -> None:
    good = (packaged_folder() / "key-questions.yaml").read_bytes()
    assert start("checklist", "check", "-", home=home, given=good).stdout == b"9 questions, no problems\n"
    bad = start("checklist", "check", "-", home=home, given=b"titel: Ours\n")
    assert bad.returncode == 1
    assert bad.stdout.startswith(b"-:1:1: ")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_closed_stream_is_no_error(home: Path, closed: str) -> None:
    line = f'exec "$0" -m scrutiny_tui where {closed}'
    assert subprocess.run(["/bin/sh", "-c", line, sys.executable], check=False, cwd=home).returncode == 0
