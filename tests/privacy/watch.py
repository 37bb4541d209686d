"""Watching the app in a real terminal, as somebody does who would like to know what is typed in it."""

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.privacy.watching import open_to_others, seen, watched
from tests.terminal.terminal import Terminal

POINTER = re.compile(rb"\x1b\]22;[a-z]+\x07")
"""How Textual asks for another shape of the mouse pointer: the one thing that it says to the terminal itself."""
STRINGS = re.compile(rb"\x1b[\]PX^_k]|\xc2[\x90\x98\x9d-\x9f]")
"""How titles, links, the clipboard and whatever else is no drawing begin."""


class Watch:
    """Runs the app, and finds out what others on the same computer could see of it.

    Args:
        home: an empty folder, the home of the person.
        folder: where in it the reviews shall lie.
    """

    def __init__(self, home: Path, folder: Path) -> None:
        self.folder = folder
        self._home = home
        self._settings = home / ".config"
        self._log = home / "log of the watcher"
        self._terminals: list[Terminal] = []
        self._processes = b""

    def terminal(self) -> Terminal:
        """Return a terminal in which the app is started at the folder."""
        terminal = Terminal("--at", str(self.folder), home=self._home, environment=watched(self._log))
        self._terminals.append(terminal)
        return terminal

    def look(self, terminal: Terminal) -> None:
        """Look at what the system tells everybody of the process now, where it has such a place."""
        process = Path("/proc") / str(terminal.pid)
        for each in (process / "cmdline", process / "environ", process / "comm", *process.glob("task/*/comm")):
            if each.exists():
                self._processes += each.read_bytes()

    def given_away(self, texts: Sequence[str]) -> list[str]:
        """Return in words everything that was given away, of these texts above all; the app has ended."""
        assert self._processes or sys.platform != "linux", "nobody looked at the process"
        return [*self._of(texts), *self._of_the_terminal(), *self._of_the_world()]

    def _of(self, texts: Sequence[str]) -> Iterator[str]:
        ours = {self.folder, self._log}
        others = [path for path in self._home.rglob("*") if path.is_file() and not ours & {path, *path.parents}]
        held = {str(path): path.read_bytes() + str(path).encode() for path in others} | {"process": self._processes}
        for text in texts:
            yield from (f"{text!r} in {place}" for place, data in held.items() if text.encode() in data)

    def _of_the_terminal(self) -> Iterator[str]:
        for terminal in self._terminals:
            said = POINTER.sub(b"", bytes(terminal.output))
            yield from (f"to the terminal: {said[each.start() :][:60]!r}" for each in STRINGS.finditer(said))

    def _of_the_world(self) -> Iterator[str]:
        found = seen(self._log)
        yield from (f"the network: {each}" for each in found.network)
        yield from (f"another program: {each}" for each in found.programs)
        ours = (self.folder, self._settings)
        yield from (f"made outside: {path}" for path in found.made if not any(map(path.is_relative_to, ours)))
        yield from (f"among the settings: {path}" for path in self._settings.rglob("*") if path.is_file()
                    and path.read_text() != "welcomed = true\n")  # fmt: skip
        yield from (f"open to others: {each}" for folder in ours for each in open_to_others(folder))
