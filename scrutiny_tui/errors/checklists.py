"""What can go wrong with checklists, spreadsheets and the details of a meeting."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scrutiny_tui.errors.base import ScrutinyError, UsageError


class NoSuchChecklistError(UsageError):
    """No checklist has that name, and no file either."""

    def __init__(self, name: str, nearest: str = "", where: str = "") -> None:
        """Take the name, the nearest known one, and the folder for people's own checklists."""
        super().__init__(
            f"There is no checklist called {name!r}.",
            f"Did you mean {nearest!r}?" if nearest else "",
            "`scrutiny-tui checklist list` names them all." + (f" Your own belong in {where}." if where else ""),
        )


class UndecidedError(UsageError):
    """An import needs a decision that only the author of the spreadsheet can make. Nothing was written."""

    def __init__(self, file: str, why: Sequence[str], todo: str) -> None:
        """Take the file, what is not clear, a sentence each, and the options that decide it."""
        super().__init__(f"{file} was not imported.", " ".join(why), f"{todo} Nothing was written.")


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong with a checklist, and where. Lines and columns count from 1."""

    file: str
    line: int
    column: int
    what: str
    at: str = ""
    """The place in words, such as `row 5, column C`, in a kind of file that has no lines."""

    def __str__(self) -> str:
        """Return `file:line:column: what is wrong`, or with the place in words."""
        place = f" {self.at}" if self.at else f"{self.line}:{self.column}"
        return f"{self.file}:{place}: {self.what}"


class ChecklistError(ScrutinyError):
    """A checklist cannot be used. `problems` holds every one that was found, in the order of the file."""

    def __init__(self, file: str, problems: Sequence[Problem]) -> None:
        """Take the file's name and all its problems."""
        self.file = file
        self.problems = tuple(sorted(problems))
        count = "1 problem" if len(self.problems) == 1 else f"{len(self.problems)} problems"
        super().__init__(
            f"The checklist {file} cannot be used: {count}.",
            "\n".join(map(str, self.problems)),
        )


class ChecklistSaveError(ScrutinyError):
    """A checklist's file could not be written. What was there before still is."""

    def __init__(self, path: Path, why: str) -> None:
        """Take the file and why it could not be written."""
        self.path = path
        super().__init__(f"{path} could not be written.", why, "Give another place with -o.")


class MeetingFileError(ScrutinyError):
    """The details of a meeting cannot be read from the file that was given."""

    exit_code = 2

    def __init__(self, file: str, why: str) -> None:
        """Take the file's name and what is wrong with it."""
        super().__init__(f"The meeting's details in {file} cannot be read.", why, "Nothing was made.")
