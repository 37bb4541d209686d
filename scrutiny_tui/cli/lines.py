"""Lines as they are typed at a terminal, or come through a pipe."""

from typing import TextIO

from scrutiny_tui.cli.streams import prompt, quoted, tell


class Lines:
    """One line after the other, each asked for where a person can see it; none is asked for in a pipe."""

    def __init__(self, stream: TextIO) -> None:
        """Take the stream."""
        self._stream = stream
        self._last = ""
        self._held = self._ended = False
        self.at_terminal = stream.isatty()
        self.number = 0
        """Which line was read last, from 1."""

    @property
    def where(self) -> str:
        """The line that was read last, with its number where that helps to find it."""
        return quoted(self._last) if self.at_terminal else f"line {self.number}, {quoted(self._last)}"

    def next(self, ask: str) -> str | None:
        """Return the next line without its end, or None where there is none; `ask` is what a person is asked for."""
        if self._held:
            self._held = False
            return self._last
        if self._ended:
            return None
        if self.at_terminal:
            prompt(ask)
        line = self._stream.readline()
        if not line:
            self._ended = True
            if self.at_terminal:
                tell("")  # the cursor still stands behind what was asked
            return None
        self.number += 1
        self._last = line.rstrip().removeprefix("\ufeff")
        return self._last

    def hold(self) -> None:
        """Give the line that was read last once more."""
        self._held = True
