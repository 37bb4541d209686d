"""Writing to a terminal without ever waiting for it.

A frozen connection, or a window that is being scrolled back, reads nothing for minutes. Whoever waits for it then
neither takes keys nor saves, so a thread of its own does the waiting.
"""

import os
import termios
from contextlib import suppress
from queue import SimpleQueue
from select import select
from threading import Thread

_PIECE = 4096
"""Bytes handed over at once."""
_LOOK_AGAIN = 0.1
"""Seconds between looks whether a terminal that takes nothing has been given up."""


class Output:
    """Takes text for a terminal at once, whoever reads it and whenever. A terminal that is gone loses it."""

    def __init__(self, terminal: int, encoding: str) -> None:
        """Take the terminal, and how it wants letters; those that it cannot show become question marks."""
        self._descriptor, self._encoding = _opened(terminal), encoding
        self._waiting: SimpleQueue[str | None] = SimpleQueue()
        self._given_up = False
        # Not by way of sys.stdout: its lock, held by a thread that waits, would keep the program from ending.
        self._thread = Thread(target=self._run, name="terminal-output", daemon=True)
        self._thread.start()

    def write(self, text: str) -> None:
        """Take a text; it is written when its turn comes."""
        self._waiting.put(text)

    def stop(self, patience: float, farewell: str) -> None:
        """Write what waits, for so many seconds, and end; where not all is taken, drop it for a short farewell."""
        self._waiting.put(None)
        self._thread.join(patience)
        if self._thread.is_alive():
            self._given_up = True
            self._thread.join(2 * _LOOK_AGAIN)
            self._leave_with(farewell)
        if not self._thread.is_alive():
            os.close(self._descriptor)

    def _leave_with(self, farewell: str) -> None:
        if not os.get_blocking(self._descriptor):
            with suppress(OSError, termios.error):
                termios.tcflush(self._descriptor, termios.TCOFLUSH)
                os.write(self._descriptor, farewell.encode())

    def _run(self) -> None:
        while not self._given_up and (text := self._waiting.get()) is not None:
            data = text.encode(self._encoding, "replace")
            while data and not self._given_up:
                data = data[self._take(data[:_PIECE]) :]

    def _take(self, data: bytes) -> int:
        """Return how many bytes are dealt with."""
        try:
            return os.write(self._descriptor, data)
        except BlockingIOError:
            select([], [self._descriptor], [], _LOOK_AGAIN)
            return 0
        except OSError:  # the terminal is gone
            return len(data)


def _opened(terminal: int) -> int:
    """Open a terminal anew, in a way that does not wait: the shell shares the descriptor that we were given."""
    try:
        return os.open(os.ttyname(terminal), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
    except OSError:  # it is somebody else's, as after `su`
        return os.dup(terminal)
