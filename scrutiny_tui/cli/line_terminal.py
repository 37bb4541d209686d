"""What the plain mode is typed into and said through: standard input and output, line by line."""

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

import click

from scrutiny_tui.cli.scratch import scratch
from scrutiny_tui.cli.showing import all_signs
from scrutiny_tui.cli.streams import tell
from scrutiny_tui.model.ascii_signs import text_in_ascii

if TYPE_CHECKING:
    from scrutiny_tui.plain.talk import Terminal

_ENDINGS = ("SIGINT", "SIGTERM", "SIGHUP")
"""The signals that ask the program to end; not every system has all of them."""


class LineTerminal:
    """Reads and writes lines. A signal ends the program there, and nowhere else: what is being saved is saved first.

    Args:
        wants_ascii: tells whether the person wants only signs that every font and every encoding has.
    """

    def __init__(self, wants_ascii: Callable[[], bool]) -> None:
        self._wants_ascii = wants_ascii
        self._all_signs = all_signs(sys.stdout.encoding)
        self._waiting = False
        self._signal = 0

    @contextmanager
    def taken(self) -> Iterator["Terminal"]:
        """Take the signals that end the program, until the end, and yield what a conversation goes through."""
        from scrutiny_tui.plain.talk import Terminal

        interactive = sys.stdin.isatty()
        width = shutil.get_terminal_size().columns - 1 if sys.stdout.isatty() else 0
        edit = _edit if interactive and (os.environ.get("VISUAL") or os.environ.get("EDITOR")) else None
        hidden = self._read_hidden if interactive else None
        before = {each: signal.signal(each, self._end) for name in _ENDINGS if (each := getattr(signal, name, None))}
        try:
            yield Terminal(self._read, self._write, interactive, width, edit, hidden)
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)

    def _read(self) -> str | None:
        with self._interruptible():
            line = sys.stdin.readline()
        return line.rstrip("\r\n").removeprefix("\ufeff") if line else None

    def _read_hidden(self, prompt: str) -> str | None:
        """Return a line that does not show while it is typed."""
        from getpass import getpass

        try:
            with self._interruptible():
                return getpass(f"{self._shown(prompt)} ", stream=sys.stdout)
        except EOFError:
            return None

    def _write(self, text: str) -> None:
        with self._interruptible():
            sys.stdout.write(self._shown(text))
            sys.stdout.flush()

    def _shown(self, text: str) -> str:
        return text if self._all_signs and not self._wants_ascii() else text_in_ascii(text)

    @contextmanager
    def _interruptible(self) -> Iterator[None]:
        self._waiting = True
        try:
            self._end_if_asked()
            yield
        finally:
            self._waiting = False

    def _end(self, number: int, _frame: FrameType | None) -> None:
        self._signal = number
        if self._waiting:
            self._end_if_asked()

    def _end_if_asked(self) -> None:
        number, self._signal = self._signal, 0
        if number == signal.SIGINT:
            raise KeyboardInterrupt
        if number:
            raise SystemExit(128 + number)


def _edit(text: str) -> str | None:
    """Open a text in the person's own editor and return what it is afterwards; None where it was not changed."""
    with scratch() as folder:
        file = folder / "note.txt"
        file.write_text(text, encoding="utf-8")
        try:
            click.edit(filename=str(file))
        except click.ClickException as error:  # there is no such editor, or it failed
            tell(f"{error.format_message()} The note stays as it is.")
            return None
        changed = file.read_text(encoding="utf-8", errors="replace").rstrip("\n")
    return None if changed == text else changed
