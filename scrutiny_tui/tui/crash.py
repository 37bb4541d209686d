"""What is said of an error that ended the app: where in the program it was, and nothing that a person typed.

The text of an error and the values of variables may be answers, so neither is ever told.
"""

import os
import platform
import sys
import traceback
from collections.abc import Iterator
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from scrutiny_tui import __version__
from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.text import clean, one_line

_HERE = "scrutiny_tui/"
_MOST_FRAMES = 60
"""Frames told of one error, from where it happened: an endless recursion has thousands."""


@frozen
class Crash:
    """An error that ended the app."""

    error: BaseException
    size: tuple[int, int]
    """Columns and lines of the terminal."""
    unsaved: str
    """Why what was typed is not on the disk, in words; empty where it is."""

    @property
    def words(self) -> str:
        """What happened, whether what was typed is saved, and where in the program it was."""
        frames = list(_frames(self.error))
        where = next(
            (frame for frame in frames if frame.startswith(_HERE)), frames[0] if frames else "an unknown place"
        )
        saved = self.unsaved or "What you typed is saved."
        return (
            "Something went wrong that should not have, and the program has ended.\n"
            f"{saved}\nIt happened in {where} ({_kind(self.error)})."
        )

    def report(self, at: datetime) -> str:
        """Return what helps to mend the program: versions, the terminal, and where the error was."""
        columns, lines = self.size
        head = (
            "An error ended scrutiny-tui. Nothing that was typed is in this report, and no title or name of a review.",
            "",
            f"Time            {at:%Y-%m-%d %H:%M:%S %z}",
            f"scrutiny-tui    {__version__}",
            f"Python          {platform.python_version()}",
            f"Textual         {version('textual')}",
            f"System          {platform.platform()}",
            f"Terminal        {columns} by {lines}, TERM={one_line(clean(os.environ.get('TERM', '')))[:40]}",
            f"What was typed  {'NOT SAVED' if self.unsaved else 'saved'}",
        )
        return "\n".join((*head, *_trail(self.error))) + "\n"


def _trail(error: BaseException) -> Iterator[str]:
    """Yield the error and those that led to it, each with its frames, the innermost first."""
    seen: set[int] = set()
    following: BaseException | None = error
    while following and id(following) not in seen:
        seen.add(id(following))
        yield f"\n{_kind(following)}"
        frames = list(_frames(following))
        yield from (f"  {frame}" for frame in frames[:_MOST_FRAMES])
        if len(frames) > _MOST_FRAMES:
            yield f"  and {len(frames) - _MOST_FRAMES} more"
        following = following.__cause__ or following.__context__


def _kind(error: BaseException) -> str:
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _frames(error: BaseException) -> Iterator[str]:
    """Yield the places that an error came through, the innermost first, such as `scrutiny_tui/tui/app.py:12 run`."""
    for frame, line in reversed(list(traceback.walk_tb(error.__traceback__))):
        code = frame.f_code
        yield f"{_place(code.co_filename)}:{line} {code.co_qualname}"


def _place(file: str) -> str:
    """Return a file without the folders above its package, which may hold a person's name."""
    path = Path(file)
    roots = [Path(folder) for folder in sys.path if folder and path.is_relative_to(folder)]
    return path.relative_to(max(roots, key=lambda root: len(root.parts))).as_posix() if roots else path.name
