"""Which lines of a package have been run: an input that runs a new one is worth spoiling further."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import CodeType, FrameType
from typing import Any

Tracer = Callable[[FrameType, str, Any], Any]


class Reached:
    """Counts the lines that are run for the first time. A function of which every line was run costs nothing more.

    Args:
        folders: where the code lies that is looked at.
    """

    def __init__(self, *folders: str) -> None:
        self.lines = 0
        self._folders = folders
        self._left: dict[CodeType, set[int]] = {}

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Count the lines that are run meanwhile in this thread."""
        before = sys.gettrace()
        sys.settrace(self._entered)
        try:
            yield
        finally:
            sys.settrace(before)

    def _entered(self, frame: FrameType, _: str, __: object) -> Tracer | None:
        code = frame.f_code
        left = self._left.get(code)
        if left is None:
            looked_at = code.co_filename.startswith(self._folders)
            left = self._left[code] = {line for _, _, line in code.co_lines() if line} if looked_at else set()
        return self._ran if left else None

    def _ran(self, frame: FrameType, event: str, _: object) -> Tracer:
        left = self._left[frame.f_code]
        if event == "line" and frame.f_lineno in left:
            left.discard(frame.f_lineno)
            self.lines += 1
        return self._ran
