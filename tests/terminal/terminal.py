"""A terminal to run the command in: keys go in, a screen comes out, and nothing else is known of the program."""

import os
import signal
import sys
import termios
import time
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from select import select
from types import TracebackType
from typing import Self

import pexpect
import pyte

PATIENCE = 20.0
"""Seconds after which something that should have come on the screen never will, however busy the machine is."""
GLANCE = 0.02
"""Seconds between two looks at the screen while the program writes nothing."""

FIELD = 25
"""Columns from the blank before a label to the field at its right; a field at rest is drawn like the bar of keys."""

ASKS_FOR_FRAMES, HAS_FRAMES = b"\x1b[?2026$p", "\x1b[?2026;2$y"
FRAME_BEGINS, FRAME_ENDS = b"\x1b[?2026h", b"\x1b[?2026l"
"""How a program asks whether the terminal draws a frame at once, what ours answers, and what stands around a frame."""

KEYS = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "down": "\x1b[B", "right": "\x1b[C", "end": "\x1b[F",
    "ctrl+c": "\x03", "ctrl+d": "\x04", "ctrl+q": "\x11", "ctrl+s": "\x13", "ctrl+y": "\x19",
}  # fmt: skip
"""What a terminal sends for a key. Any other key sends the letter that it is called."""


def surroundings(home: Path) -> dict[str, str]:
    """Return the environment of a person who has this home, and nothing of ours."""
    temporary = home / "tmp"
    temporary.mkdir(parents=True, exist_ok=True)
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "SCRUTINY_HOME": str(home / "reviews"),
        "TMPDIR": str(temporary),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }


class Terminal:
    """Runs the command in a pseudo-terminal until it ends. Whoever waits keeps reading, as a terminal does."""

    def __init__(
        self,
        *arguments: str,
        home: Path,
        columns: int = 120,
        lines: int = 36,
        environment: Mapping[str, str] | None = None,
        program: Sequence[str] = (sys.executable, "-m", "scrutiny_tui"),
    ) -> None:
        self.output = bytearray()
        self._drawn = 0
        self._screen = pyte.Screen(columns, lines)
        self._lines: dict[int, str] = {}
        self._stream = pyte.ByteStream(self._screen)
        with warnings.catch_warnings():
            # From Python 3.12 on. The child becomes another program at once and never meets a lock of ours.
            warnings.filterwarnings("ignore", ".* is multi-threaded", DeprecationWarning)
            self._program: pexpect.spawn[bytes] = pexpect.spawn(
                program[0],
                [*program[1:], *arguments],
                env=surroundings(home) | dict(environment or {}),
                cwd=str(home),
                dimensions=(lines, columns),
            )
        self._program.delaybeforesend = None
        self._pty = self._program.ptyproc  # type: ignore[attr-defined]  # the stubs leave it out
        self._pty.delayafterclose = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            error.add_note(f"The screen at that moment:\n{self.text}")
        self.send_signal(signal.SIGKILL)
        self.wait_until(lambda: not self._program.isalive(), "the end of a killed program")
        self._program.close()

    @property
    def lines(self) -> list[str]:
        """The screen as it stands, line by line."""
        screen = self._screen
        for y in screen.dirty:
            self._lines[y] = "".join(screen.buffer[y][x].data for x in range(screen.columns)).rstrip()
        screen.dirty.clear()
        return [self._lines.get(y, "") for y in range(screen.lines)]

    @property
    def text(self) -> str:
        """The screen as it stands."""
        return "\n".join(self.lines)

    # The person

    def press(self, *keys: str) -> None:
        """Press keys by their names, one straight after the other."""
        for key in keys:
            self._program.send(KEYS.get(key, key))

    def send(self, data: bytes) -> None:
        """Send bytes as they are, as a terminal can."""
        self._program.send(data)

    def type(self, text: str) -> None:
        """Type a text as fast as it can be sent, and wait until the last word of it is on the screen."""
        last = text.rsplit(maxsplit=1)[-1]
        before = self.text.count(last)
        self._program.send(text)
        self.wait_until(lambda: self.text.count(last) > before, f"{last!r} to be typed")

    def wait_for(self, *texts: str) -> None:
        """Wait until all these texts are on the screen, each on one line of it."""
        self.wait_until(lambda: all(text in self.text for text in texts), f"{' and '.join(map(repr, texts))} to come")

    def wait_until_gone(self, text: str) -> None:
        """Wait until this text is not on the screen."""
        self.wait_until(lambda: text not in self.text, f"{text!r} to go")

    def wait_for_field(self, label: str) -> None:
        """Wait until the field with this label is drawn as the one that letters go to."""
        self.wait_until(lambda: self._is_lit(label), f"the field {label!r} to be lit")

    def wait_for_bold(self, text: str) -> None:
        """Wait until this text is drawn bold, as the row is that keys go to."""
        self.wait_until(lambda: self._is_bold(text), f"{text!r} to be bold")

    def wait_until(self, true: Callable[[], bool], what: str) -> None:
        """Wait until something is true, and go on reading; `what` says what did not come if it never is."""
        end = time.monotonic() + PATIENCE
        while not true():
            assert time.monotonic() < end, f"Waited {PATIENCE:.0f} seconds for {what}."
            self._read(GLANCE)

    def watch(self, seconds: float) -> Iterator[None]:
        """Look at the screen for so long, and yield after every look."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._read(min(GLANCE, left))
            yield

    def resize(self, columns: int, lines: int) -> None:
        """Drag the window to another size."""
        self._screen.resize(lines, columns)
        self._program.setwinsize(lines, columns)

    # The computer

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._program.pid or 0

    @property
    def rests(self) -> bool:
        """Whether it shows what is typed, takes it line by line, and makes signals of Ctrl+C, as a shell wants it."""
        wanted = termios.ECHO | termios.ICANON | termios.ISIG
        return bool(termios.tcgetattr(self._program.child_fd)[3] & wanted == wanted)

    @property
    def runs(self) -> bool:
        """Whether the program has not ended yet."""
        return self._program.isalive()

    def send_signal(self, number: int) -> None:
        """Send the program a signal, if it still runs."""
        if self._program.isalive():
            self._program.kill(number)

    def hang_up(self) -> None:
        """Take the terminal away, as a closed window or a broken connection does."""
        self._pty.fileobj.close()

    def wait_for_end(self) -> int:
        """Wait until the program has ended; return its exit code, or minus the number of the signal that ended it."""
        self.wait_until(lambda: not self._program.isalive(), "the end of the program")
        while self._read(0):
            pass
        return -(self._program.signalstatus or 0) or self._program.exitstatus or 0

    def _is_lit(self, label: str) -> bool:
        resting = self._screen.buffer[self._screen.lines - 1][0].bg
        places = ((x + FIELD, y) for x, y in self._places(f" {label}  "))
        return any(self._screen.buffer[y][x].bg != resting for x, y in places)

    def _is_bold(self, text: str) -> bool:
        return any(self._screen.buffer[y][x].bold for x, y in self._places(text))

    def _places(self, text: str) -> list[tuple[int, int]]:
        return [(line.find(text), y) for y, line in enumerate(self.lines) if text in line]

    def _read(self, seconds: float) -> bool:
        """Draw what the program writes, as soon as there is something; False if nothing comes for so many seconds."""
        if not select([] if self._pty.fileobj.closed else [self._program.child_fd], [], [], seconds)[0]:
            return False
        try:
            written = os.read(self._program.child_fd, 65536)
        except OSError:  # how Linux says that nobody will write any more
            return False
        self.output += written
        if ASKS_FOR_FRAMES in written:
            self._program.send(HAS_FRAMES)
        self._draw_whole_frames()
        return bool(written)

    def _draw_whole_frames(self) -> None:
        since = max(0, self._drawn - len(FRAME_BEGINS))
        begin, end = self.output.rfind(FRAME_BEGINS, since), self.output.rfind(FRAME_ENDS, since)
        until = begin if begin > end else len(self.output)
        if until > self._drawn:
            self._stream.feed(bytes(self.output[self._drawn : until]))
            self._drawn = until
