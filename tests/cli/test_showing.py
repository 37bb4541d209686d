"""What a terminal can show is told from its name and its encoding."""

import subprocess
import sys

import pytest

from scrutiny_tui.cli.showing import FEW, MANY, all_signs, colours


@pytest.mark.parametrize(
    ("environment", "number"),
    [
        ({}, MANY),
        ({"TERM": "xterm-256color"}, MANY),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, MANY),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, 0),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, MANY),
    ],
)
def test_colours_are_counted(environment: dict[str, str], number: int) -> None:
    assert colours(environment) == number


@pytest.mark.parametrize(("name", "few"), [("vt100", []), ("xterm", [8, FEW]), ("no-such-terminal", [FEW])])
def test_a_terminal_of_few_colours_says_how_many(name: str, few: list[int]) -> None:
    pytest.importorskip("curses")
    # Python asks about one terminal in each process.
    asking = f"from scrutiny_tui.cli.showing import colours; print(colours({{'TERM': {name!r}}}))"
    told = subprocess.run([sys.executable, "-c", asking], check=True, capture_output=True, text=True).stdout
    assert int(told) in (few or [0])


@pytest.mark.parametrize(("encoding", "all_of_them"), [("utf-8", True), ("UTF8", True), ("ascii", False),
                                                        ("cp1252", False), ("no such encoding", False)])  # fmt: skip
def test_only_utf_8_and_its_kin_show_every_sign(encoding: str, all_of_them: bool) -> None:  # noqa: FBT001 - a case
    assert all_signs(encoding) is all_of_them
