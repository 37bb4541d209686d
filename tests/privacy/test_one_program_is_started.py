"""The one program that the app ever starts is the tool that copies, and only when somebody presses the key for it."""

import sys
from pathlib import Path

import pytest

from tests.privacy.watching import seen, watched
from tests.terminal.keyboard import blank_review
from tests.terminal.terminal import Terminal


@pytest.mark.skipif(sys.platform != "linux", reason="the tool of a Linux desktop is watched for")
def test_no_program_is_started_before_y_and_then_only_the_tool_with_nothing_on_its_command_line(tmp_path: Path) -> None:
    path, log = blank_review(tmp_path / "reviews"), tmp_path / "log of the watcher"
    tool = tmp_path / "wl-copy"
    tool.write_text("#!/bin/sh\n")
    tool.chmod(0o700)
    desktop = {"WAYLAND_DISPLAY": "wayland-0", "PATH": str(tmp_path)}
    with Terminal(str(path), home=tmp_path, environment=watched(log) | desktop) as terminal:
        terminal.wait_for("Question 1 of 9", "> To the")
        terminal.press("2", "tab")
        terminal.wait_for("2 Fair", "saved")
        assert seen(log).programs == []
        terminal.press("y")
        terminal.wait_for("wl-copy could not copy it")  # the watcher forbids it
        [started] = seen(log).programs
        assert f"['{tool}']" in started
        assert "Fair" not in started
        terminal.press("escape")
        terminal.wait_for("How do we know?")
        terminal.press("q")
        terminal.wait_for("Continue")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    assert b"\x1b]52;c;" in terminal.output
    assert seen(log).network == []
