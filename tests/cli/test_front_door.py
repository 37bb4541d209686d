"""The command as its own process: what it loads, what it writes where, how it ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from scrutiny_tui.catalog.shelf import packaged_folder
from tests.cli.running import Keep, start
from tests.examples import full_review

LOADED = """
import json, sys
from scrutiny_tui.cli.commands import scrutiny
from scrutiny_tui.cli.front import run
code = run(scrutiny, sys.argv[1:])
print(json.dumps([code, sorted({name.split(".")[0] for name in sys.modules})]), file=sys.stderr)
"""


def loaded(*arguments: str) -> set[str]:
    """Return the packages that a fresh interpreter has loaded after the command."""
    done = subprocess.run([sys.executable, "-c", LOADED, *arguments], capture_output=True, check=True, input=b"")
    code, names = json.loads(done.stderr.splitlines()[-1])
    assert code == 0
    return set(names)


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("show", "childrens-services-summer-2027"),
        ("show", "childrens-services-summer-2027", "--json"),
        ("export", "childrens-services-summer-2027", "--to", "md", "-o", "-"),
        ("checklist", "check", str(packaged_folder() / "key-questions.yaml")),
        ("demo",),
        ("where",),
        ("backups", "childrens-services-summer-2027"),
        ("doctor",),
    ],
)
def test_a_command_loads_no_textual(kept: Keep, arguments: tuple[str, ...]) -> None:
    kept(full_review())
    assert not loaded(*arguments) & {"textual", "rich"}


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("export", "--help")])
def test_version_and_help_load_next_to_nothing(arguments: tuple[str, ...]) -> None:
    assert not loaded(*arguments) & {"textual", "rich", "tinydb", "yaml", "cattrs", "filelock", "platformdirs"}


def test_listing_loads_neither_yaml_nor_tinydb(kept: Keep) -> None:
    kept(full_review())
    assert not loaded("list") & {"yaml", "tinydb", "cattrs"}


def test_python_m_is_the_same_command(home: Path) -> None:
    done = start("lst", home=home)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"There is no command or file 'lst'. Did you mean 'list'?")


def test_without_a_terminal_nothing_of_textual_is_loaded(home: Path) -> None:
    program = LOADED.replace("sys.argv[1:]", "[]")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, input=b"", cwd=home)
    code, names = json.loads(done.stderr.splitlines()[-1])
    assert code == 2
    assert "textual" not in names


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_no_encoding_of_the_terminal_ends_the_command(home: Path, encoding: str) -> None:
    settings = {"LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": encoding}
    title = "Caf\u00e9 \u2019 \u4e2d\u6587"
    made = start("new", "key-questions", "--title", title, home=home, env=settings)
    assert made.returncode == 0
    for arguments in (["list"], ["list", "--json"], ["show", "cafe"], ["show", "cafe", "--json"]):
        assert start(*arguments, home=home, env=settings).returncode == 0
    listed = start("list", "--json", home=home, env=settings)
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
