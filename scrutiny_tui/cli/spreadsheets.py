"""Spreadsheets in, for the commands that import and check them."""

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, BinaryIO

from scrutiny_tui.cli.places import given_file
from scrutiny_tui.cli.streams import quoted
from scrutiny_tui.errors import ChecklistError, Problem, UsageError

if TYPE_CHECKING:
    from scrutiny_tui.catalog.importing import Import, Undecided
    from scrutiny_tui.model.checklist import Checklist


def read(name: str, sheet: str = "", language: str = "", ignored: Sequence[str] = ()) -> "Import":
    """Return the spreadsheet in a file, or for `-` on standard input.

    Raises:
        UsageError: there is no such file.
        ChecklistError: it cannot be read.
    """
    from scrutiny_tui.catalog.importing import Wanted, read_spreadsheet

    wanted = Wanted(sheet, language, tuple(ignored))
    with ExitStack() as leaving:
        stream: BinaryIO = sys.stdin.buffer if name == "-" else leaving.enter_context(_opened(name))
        return read_spreadsheet(name, stream, wanted)


def is_spreadsheet(name: str) -> bool:
    """Tell whether a file is one that `import` reads, by its name."""
    from scrutiny_tui.catalog.importing import SUFFIXES

    return name.lower().endswith(SUFFIXES)


def imported(name: str, sheet: str = "", language: str = "", ignored: Sequence[str] = ()) -> "Checklist":
    """Return the checklist that a spreadsheet makes, without writing it or asking anything.

    Raises:
        UsageError: there is no such file.
        ChecklistError: something is wrong with it, or open that only its author can say.
    """
    found = read(name, sheet, language, ignored)
    undecided = found.undecided()
    if undecided:
        found.check()
        raise ChecklistError(name, [_problem(name, each) for each in undecided])
    return found.checklist()[0]


def _problem(name: str, undecided: "Undecided") -> Problem:
    at, options = undecided.at, ", or ".join(undecided.options)
    return Problem(name, at.line, at.column, f"{undecided.why} Import it with {options}.", at.path)


def _opened(name: str) -> BinaryIO:
    path = given_file("FILE", name)
    try:
        return path.open("rb")
    except (OSError, ValueError) as error:  # a NUL in the name is a ValueError
        why = getattr(error, "strerror", None) or "the name is no good"
        raise UsageError(f"{quoted(name)} cannot be opened: {why}.") from error
