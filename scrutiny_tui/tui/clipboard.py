"""The clipboard of the computer that a person sits at, through the platform's own tool.

A tool is looked for and started only when somebody copies something. At no other time does this program start another.
"""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from scrutiny_tui.frozen import frozen

_PATIENCE = 3.0
"""Seconds that a tool has."""


@frozen
class _Tool:
    """A program that puts its standard input on the clipboard."""

    name: str
    options: tuple[str, ...] = ()
    encoding: str = "utf-8"
    folders: str | None = None
    """Where to look for it; None for the folders that the person has programs in."""


@frozen
class Outcome:
    """What came of it."""

    tool: str = ""
    """The name of the tool; empty where there is none."""
    trouble: str = ""
    """Why it did not copy, in words; empty where it did."""

    @property
    def copied(self) -> bool:
        """Whether a tool reported that the text is on the clipboard."""
        return bool(self.tool) and not self.trouble


def copy(text: str) -> Outcome:
    """Put a text on the clipboard through the first tool that is here. Blocks, for a few seconds at the most.

    The text goes through standard input: what stands on a command line can be read by everybody on the computer.
    """
    for tool in _tools():
        if path := shutil.which(tool.name, path=tool.folders):
            return Outcome(tool.name, _run([path, *tool.options], text.encode(tool.encoding, "replace")))
    return Outcome()


def _run(command: list[str], data: bytes) -> str:
    """Run a tool and return why it did not copy, in words.

    Some tools go on in the background to hold the text. They get no pipe of ours that they could keep open, and a
    session of their own, so that the text is still there when the terminal is closed.
    """
    try:
        done = subprocess.run(  # noqa: S603 - a path from PATH with options from here; nothing of the person's is in it
            command, input=data, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=_PATIENCE, check=False,
            start_new_session=True,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return f"It did not answer within {_PATIENCE:.0f} seconds."
    except OSError as error:
        return f"It could not be started: {error.strerror or error}."
    return f"It ended with the code {done.returncode}." if done.returncode else ""


def _tools() -> Iterator[_Tool]:
    """Yield the tools that reach the clipboard in front of the person, the likeliest first.

    Over SSH, those of Windows and macOS would reach the clipboard of the far computer.
    """
    far = "SSH_CONNECTION" in os.environ
    if not far and sys.platform == "win32":
        yield _Tool("clip.exe", encoding="utf-16-le", folders=str(Path(os.environ["SYSTEMROOT"], "System32")))
    elif not far and sys.platform == "darwin":
        yield _Tool("pbcopy")
    elif not far and "microsoft" in platform.release().lower():  # Linux within Windows
        yield _Tool("clip.exe", encoding="utf-16-le")
    if "WAYLAND_DISPLAY" in os.environ:
        yield _Tool("wl-copy")
    if "DISPLAY" in os.environ:
        yield _Tool("xclip", ("-selection", "clipboard", "-in"))
        yield _Tool("xsel", ("--clipboard", "--input"))
