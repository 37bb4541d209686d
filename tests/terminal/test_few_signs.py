"""A terminal that is to have no colour, or knows no more than ASCII, is given no more."""

import re
from pathlib import Path

import pytest

from tests.terminal.terminal import Terminal

_CODES = re.compile(rb"\x1b\[([0-9;]*)m")
_NO_COLOUR = {b"", b"0", b"1", b"4", b"7", b"39", b"49"}
"""Nothing, bold, underlined, reversed, and the terminal's own two."""


@pytest.mark.parametrize(
    ("environment", "own"),
    [({"NO_COLOR": "1", "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}, False), ({"TERM": "xterm", "LANG": "C"}, True)],
)
def test_no_more_is_written_than_can_be_shown(tmp_path: Path, environment: dict[str, str], own: bool) -> None:  # noqa: FBT001 - a case
    with Terminal("demo", home=tmp_path, environment=environment) as terminal:
        terminal.wait_for("Question ", "? Help")
        terminal.press("v")
        terminal.wait_for("What it shows")
        terminal.press("escape")
        terminal.wait_until_gone("What it shows")
        terminal.press("ctrl+q")
        terminal.wait_for("Leave it behind")
        output = bytes(terminal.output)
    codes = {code for found in _CODES.findall(output) for code in found.split(b";")}
    assert codes <= _NO_COLOUR | ({b"31", b"35"} if own else set())
    assert output.isascii() is not own
