"""A driver that outlives its terminal: one that is closed, frozen, hostile, or handed back for a while.

Everything of Textual that is not public and that this program builds on stands here, and in `surviving.py`; a test
fails when Textual changes it. What was wrong with the stock driver of Linux and macOS:

- It ends the app, with exit code 0, on a byte that is not UTF-8, and reads without end from a terminal that is gone.
- The app waits for room in a queue of thirty texts while nobody reads the screen, and saves nothing meanwhile.
- It draws on standard error, which people send elsewhere.
- A signal to end leaves the terminal as the app had it, and one to stop comes in the middle of whatever goes on.
- It looks ten times a second whether it should end, and so makes whoever quits wait.
"""

import os
import signal
import sys
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from contextlib import suppress
from contextvars import copy_context
from functools import partial
from select import select
from threading import Event
from typing import Protocol, TextIO, cast

from textual import constants
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.message import Message
from textual.messages import InBandWindowResize

from scrutiny_tui.tui.output import Output

_ENDINGS = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT)
GONE = 128 + signal.SIGHUP
"""How a program ends whose terminal is gone."""
_PATIENCE = 1.0
"""Seconds that a terminal has, in the end, to take what was written to it."""
_AT_ONCE = 4096
"""Bytes that are read at once."""
_RESTORED = (
    "\x1b[?2026l\x1b[?7h\x1b[?2004l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""Ends every mode that the app has begun, for a terminal that has not taken the usual farewell."""


class Survivor(Protocol):
    """The app, as far as its terminal is concerned."""

    def end(self, code: int) -> None:
        """End in order, with this exit code."""

    def pause(self, stop: Callable[[], None]) -> None:
        """Put everything on the disk, then stop."""

    def fail(self, error: Exception) -> None:
        """End because of an error."""


class _Bell(Event):
    """An event that wakes who waits for a terminal as well."""

    def __init__(self) -> None:
        super().__init__()
        self.ear, self._mouth = os.pipe()

    def set(self) -> None:
        super().set()
        os.write(self._mouth, b".")

    def clear(self) -> None:
        super().clear()
        os.read(self.ear, _AT_ONCE)


class LastingDriver(LinuxDriver):
    """The driver of Linux and macOS, which outlives its terminal."""

    def __init__(
        self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        """Take what the driver of this system takes. Signals go to the app, in its own time."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._survivor = cast("Survivor", app)
        self._context = copy_context()
        # Textual draws on standard error, which may be closed or a file, and asks this one for a flush only.
        self._file = sys.__stdout__
        self._terminal = cast("TextIO", sys.__stdout__)
        self._output: Output | None = None
        self._stopped = False
        self.exit_event = self._bell = _Bell()
        for number in _ENDINGS:
            self._loop.add_signal_handler(number, self._survivor.end, 128 + number)
        self._loop.add_signal_handler(signal.SIGTSTP, self._survivor.pause, self._stop)
        self._loop.add_signal_handler(signal.SIGCONT, self._go_on)

    # Writing

    def write(self, data: str) -> None:
        """Write, whoever reads; before and after the app has the terminal, to nobody."""
        if self._output:
            self._output.write(data)

    def start_application_mode(self) -> None:
        """Take the terminal."""
        self._output = Output(self._terminal.fileno(), self._terminal.encoding)
        before = self.attrs_before
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's own
        # Continued in the background first, as by `bg`, it finds the shell's own settings, which are not to go back to.
        self.attrs_before = before or self.attrs_before

    def close(self) -> None:
        """Let go of the terminal. One that takes nothing is restored as far as it can be."""
        super().close()
        if self._output:
            self._output.stop(_PATIENCE, _RESTORED)
            self._output = None

    # Stopping and going on

    def _stop(self) -> None:
        """Hand the terminal back and stop, as Ctrl+Z in a shell does with any program."""
        self._stopped = True
        self.suspend_application_mode()
        os.kill(os.getpid(), signal.SIGSTOP)

    def _go_on(self) -> None:
        """Take the terminal again; first let go of it where the stop came without a warning, as with `kill -STOP`."""
        if not self._stopped:
            self.suspend_application_mode()
        self._stopped = False
        self._must_signal_resume = True  # Textual's word for it to who waits for that
        self.resume_application_mode()

    # Reading

    def _query_in_band_window_resize(self) -> None:
        """Ask for no news of the size among the keys: the system tells it, and a stray text could make one up."""

    def process_message(self, message: Message) -> None:
        """Pass a message on to the app."""
        if not isinstance(message, Resize | InBandWindowResize):
            super().process_message(message)

    def _run_input_thread(self) -> None:
        """Read until the end, and hand over whatever goes wrong; stock Textual shows the values of variables."""
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001 - nothing may be lost with it
            self._tell(self._survivor.fail, error)

    def run_input_thread(self) -> None:
        """Read keys and pass them on until there are no more, or the app lets go of the terminal."""
        keys = _Keys(self.process_message, debug=self._debug)
        pause = None
        while not self.exit_event.is_set():
            ready, _, _ = select([self.fileno, self._bell.ear], [], [], pause)
            # What came may be the beginning of a key: whether it was all of it shows when nothing follows.
            pause = constants.ESCAPE_DELAY if ready else None
            if not ready:
                keys.wait_no_longer()
            elif self.fileno in ready and not self._read(keys):
                self._tell(self._survivor.end, GONE)
                return

    def _read(self, keys: "_Keys") -> bool:
        """Read once. Returns whether there is a terminal to read from still."""
        try:
            data = os.read(self.fileno, _AT_ONCE)
        except BlockingIOError:  # another program made the terminal non-blocking
            return True
        except OSError:
            return False
        keys.take(data)
        return bool(data)

    def _tell(self, what: Callable[..., None], *values: object) -> None:
        with suppress(RuntimeError):  # the app has ended
            self._loop.call_soon_threadsafe(what, *values, context=self._context)


class _Keys:
    """Makes keys of bytes; what cannot be one is passed over."""

    def __init__(self, found: Callable[[Message], None], *, debug: bool) -> None:
        self._found, self._debug = found, debug
        self._decoder = getincrementaldecoder("utf-8")("replace")
        self._parser = XTermParser(debug)

    def take(self, data: bytes) -> None:
        """Pass on what these bytes complete."""
        text = self._decoder.decode(data)
        if text and not self._pass_on(partial(self._parser.feed, text)):
            for letter in text:
                self._pass_on(partial(self._parser.feed, letter))

    def wait_no_longer(self) -> None:
        """Pass on what looked like a beginning and was all."""
        self._pass_on(self._parser.tick)

    def _pass_on(self, parse: Callable[[], Iterable[Message]]) -> bool:
        """Pass on all of what is found, or nothing where the parser stumbles."""
        try:
            messages = list(parse())
        except Exception:  # noqa: BLE001 - at numbers that make no sense it raises just anything, and is spent then
            self._parser = XTermParser(self._debug)
            return False
        for message in messages:
            self._found(message)
        return True
