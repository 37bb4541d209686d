"""Whether this computer has what the program needs: programs, streams, terminal."""

import importlib.metadata
import locale
import os
import platform
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import TextIO

from scrutiny_tui import __version__
from scrutiny_tui.cli.front import NAME
from scrutiny_tui.cli.screen import can_draw
from scrutiny_tui.model.checkup import Finding, bad, look, ok
from scrutiny_tui.tui.least import COLUMNS, LINES

_REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)(?:.*\bextra == ['\"](?P<extra>[\w-]+))?")
_EXTRAS = {"xlsx": "Excel workbooks", "encrypt": "encrypted copies"}
"""What people can install besides, and what it is for."""


def programs() -> Iterator[Finding]:
    """Yield the versions of what runs here; nothing of it is loaded for that."""
    yield ok(f"scrutiny-tui {__version__}, Python {platform.python_version()} on {platform.platform(terse=True)}.")
    required = list(_required())
    found = {name: _version(name) for name, extra in required if not extra}
    yield ok(f"{', '.join(f'{name} {version}' for name, version in found.items() if version)}.")
    for name in (name for name, version in found.items() if not version):
        yield bad(f"{name} is not installed.", "Install scrutiny-tui again.")
    for name, extra in required:
        if use := _EXTRAS.get(extra):
            version = _version(name)
            yield ok(f"{name} {version}, for {use}." if version else f"{name} is not installed; only {use} need it.")


def _required() -> Iterator[tuple[str, str]]:
    """Yield what is needed by name, with the extra that it belongs to, if any."""
    with suppress(importlib.metadata.PackageNotFoundError):
        for line in importlib.metadata.requires(NAME) or ():
            found = _REQUIREMENT.match(line)
            if found:
                yield found["name"], found["extra"] or ""


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


def streams(environment: Mapping[str, str]) -> Iterator[Finding]:
    """Yield what letters the streams and the names of files can have."""
    for name in ("stdin", "stdout", "stderr"):
        stream: TextIO = getattr(sys, name)
        encoding = (getattr(stream, "encoding", None) or "none").lower()
        if encoding.replace("-", "") in {"utf8", "utf8sig"}:
            yield ok(f"{name} takes every letter ({encoding}).")
        else:
            yield look(f"{name} is in {encoding}: some letters come out as '?'.", "Set LANG to a UTF-8 locale.")
    language = environment.get("LC_ALL") or environment.get("LC_CTYPE") or environment.get("LANG") or "not set"
    files = sys.getfilesystemencoding()
    words = f"The locale is {language} ({locale.getpreferredencoding(False)}); names of files are in {files}."  # noqa: FBT003
    if files.lower().replace("-", "") == "utf8":
        yield ok(words)
    else:
        yield look(words, "Set LANG to a UTF-8 locale.")


def terminal(environment: Mapping[str, str]) -> Iterator[Finding]:
    """Yield whether the screen could be shown here, and how."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        yield look("This is no terminal, so the screen cannot be shown here.", "The other commands need none.")
        return
    kind = environment.get("TERM", "")
    if not can_draw(environment):
        yield look(
            f"This terminal shows lines only (TERM is '{kind}'), so the plain mode opens.",
            "For the screen set TERM, such as to xterm-256color.",
        )
    else:
        yield ok(f"The terminal is a {kind}." if kind else "The terminal does not say of what kind it is.")
    columns, lines = shutil.get_terminal_size()
    words = f"It has {columns} columns and {lines} lines."
    if columns < COLUMNS or lines < LINES:
        yield look(words, f"Make the window larger, or its letters smaller: {COLUMNS} by {LINES} is the least.")
    else:
        yield ok(words)
    if environment.get("NO_COLOR"):
        yield ok("NO_COLOR is set, so no colour is used; nothing needs it.")
    elif environment.get("COLORTERM") in {"truecolor", "24bit"}:
        yield ok("It shows all colours.")
    else:
        yield ok("It may show few colours; nothing needs them.")


def here() -> dict[str, Iterator[Finding]]:
    """Return the findings by what they are about."""
    return {"Programs": programs(), "Letters": streams(os.environ), "Terminal": terminal(os.environ)}
