"""Writing to a terminal that may be closed at any moment.

Stock Textual ends its writing thread when the terminal is gone. The app then waits without end for room in the
queue of that thread, before it has saved the last words and while it keeps others from the review. This reaches
behind Textual's public face; a test that closes the window on the program holds it.
"""

import sys
from contextlib import suppress
from typing import Any, TextIO, cast

from textual.app import App

if sys.platform == "win32":
    from textual.drivers.windows_driver import WindowsDriver as PlatformDriver
else:
    from textual.drivers.linux_driver import LinuxDriver as PlatformDriver


class _Lasting:
    """Writes to a terminal as long as there is one; after that, to nobody."""

    def __init__(self, terminal: TextIO) -> None:
        self._terminal = terminal

    def write(self, text: str) -> None:
        """Write, or lose the text."""
        with suppress(OSError):
            self._terminal.write(text)

    def flush(self) -> None:
        """Flush what was written, or lose it."""
        with suppress(OSError):
            self._terminal.flush()


class LastingDriver(PlatformDriver):
    """The driver of this system, which outlives its terminal."""

    def __init__(
        self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        """Take what the driver of this system takes."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._file = cast("Any", _Lasting(cast("TextIO", self._file)))
