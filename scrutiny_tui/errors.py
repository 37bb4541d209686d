"""Everything that can go wrong and be put right by a person.

Each class takes facts and writes its own sentences: what happened, why, and what to do.

ScrutinyError
├── UsageError                  the command was given something it cannot use     (exit code 2)
│   ├── NoTerminalError         the screen was asked for without a terminal       (exit code 2)
│   └── NoSuchChecklistError    no checklist has that name                        (exit code 2)
├── ChecklistError              a checklist cannot be used; lists every problem
├── MeetingFileError            the details of a meeting cannot be read
├── ReviewFileError             a review's file cannot be read; it is left untouched
│   ├── NoSuchReviewError       there is no such file
│   ├── EmptyReviewError        the file holds nothing
│   ├── TornReviewError         the file breaks off or is not JSON
│   ├── ForeignReviewError      the file is JSON, but no review
│   ├── NewerReviewError        the file was written by a newer version
│   └── InvalidReviewError      the file was edited, and a value in it makes no sense
├── InUseError                  another window holds the review                   (exit code 3)
├── SaveError                   a review could not be written; the last saved one stands
│   ├── ChangedElsewhereError   the file is no longer the one that was opened
│   ├── CreateError             a new review could not be written
│   └── MoveError               a review could not be moved; it lies where it was
├── ExportError                 a document could not be written
└── ExistsError                 a file of that name is there already
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


class ScrutinyError(Exception):
    """Base of all. `str()` gives the three sentences one after another."""

    exit_code = 1

    def __init__(self, what: str, why: str = "", todo: str = "") -> None:
        """Keep the sentences: what happened, why, and what to do."""
        super().__init__(" ".join(filter(None, (what, why, todo))))
        self.what, self.why, self.todo = what, why, todo


class UsageError(ScrutinyError):
    """The command was given something it cannot use."""

    exit_code = 2


class NoTerminalError(UsageError):
    """The screen was asked for, but nobody could see it or type."""

    def __init__(self) -> None:
        """Name the commands that need no terminal."""
        super().__init__(
            "The screen needs a terminal, and this is not one.",
            todo="Without one, use `scrutiny-tui list`, `show`, `new` and `export`; `scrutiny-tui --help` lists them.",
        )


class NoSuchChecklistError(UsageError):
    """No checklist has that name, and no file either."""

    def __init__(self, name: str, nearest: str = "", where: str = "") -> None:
        """Take the name, the nearest known one, and the folder for people's own checklists."""
        super().__init__(
            f"There is no checklist called {name!r}.",
            f"Did you mean {nearest!r}?" if nearest else "",
            "`scrutiny-tui checklist list` names them all." + (f" Your own belong in {where}." if where else ""),
        )


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong with a checklist, and where. Lines and columns count from 1."""

    file: str
    line: int
    column: int
    what: str

    def __str__(self) -> str:
        """Return `file:line:column: what is wrong`."""
        return f"{self.file}:{self.line}:{self.column}: {self.what}"


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


class MeetingFileError(ScrutinyError):
    """The details of a meeting cannot be read from the file that was given."""

    exit_code = 2

    def __init__(self, file: str, why: str) -> None:
        """Take the file's name and what is wrong with it."""
        super().__init__(f"The meeting's details in {file} cannot be read.", why, "Nothing was made.")


class ReviewFileError(ScrutinyError):
    """A review's file cannot be read. It was not touched."""

    happened = "was not opened, and not touched"
    reason = "It cannot be read."
    remedy = ""

    def __init__(self, path: Path, detail: str = "", copy: Path | None = None) -> None:
        """Take the file, what exactly is wrong, and the newest earlier copy that can be read."""
        self.path, self.detail, self.copy = path, detail, copy
        found = f"The newest good copy is {copy}." if copy else f"No earlier copy was found beside {path}."
        super().__init__(f"{path.name} {self.happened}.", self.problem, f"{self.remedy} {found}".strip())

    @property
    def problem(self) -> str:
        """What is wrong with the file, for a line of its own."""
        return f"{self.reason} {self.detail}".strip()


class NoSuchReviewError(ReviewFileError):
    """There is no such file."""

    exit_code = 2
    happened = "was not found"
    reason = "There is no such file; it may have been moved or renamed, or a USB stick was pulled out."


class EmptyReviewError(ReviewFileError):
    """The file holds nothing."""

    reason = "The file is empty: a copy was cut short, or a sync folder has not fetched it yet."


class TornReviewError(ReviewFileError):
    """The file breaks off or is not JSON."""

    reason = "The file is damaged: it breaks off or holds something that is not JSON."


class ForeignReviewError(ReviewFileError):
    """The file is JSON, but no review."""

    reason = "The file is not a review made by this program."


class NewerReviewError(ReviewFileError):
    """The file was written by a newer version of this program."""

    reason = "A newer version of this program wrote it."
    remedy = "Update this program to open it."


class InvalidReviewError(ReviewFileError):
    """The file was edited by hand or by another program, and a value in it makes no sense."""

    reason = "A value in it makes no sense, as happens when a file is edited by hand."


class InUseError(ScrutinyError):
    """Another window holds the review, so this one can read only."""

    exit_code = 3

    def __init__(self, path: Path, holder: str) -> None:
        """Take the file, and who holds it, in words."""
        self.path, self.holder = path, holder
        super().__init__(
            f"{path.name} is in use.",
            f"It is open elsewhere: {holder}.",
            "Close it there, then try again here.",
        )


class SaveError(ScrutinyError):
    """A review could not be written. What was saved last still stands; what was typed is still in the window."""

    happened = "could not be saved"
    remedy = "Put that right, or save it in another place. Nothing typed is lost while this window stays open."

    def __init__(self, path: Path, why: str) -> None:
        """Take the file and why it could not be written."""
        self.path = path
        super().__init__(f"{path.name} {self.happened}.", why, self.remedy)


class ChangedElsewhereError(SaveError):
    """The file is no longer the one that was opened, so it was not overwritten."""

    remedy = "It was not overwritten; save your own version in another place, then compare the two."

    def __init__(self, path: Path) -> None:
        """Take the file."""
        why = "The file has changed since it was opened here, perhaps by a sync folder or another program."
        super().__init__(path, why)


class CreateError(SaveError):
    """A new review could not be written."""

    happened = "could not be made"
    remedy = "Put that right, or give another place."


class MoveError(SaveError):
    """A review could not be moved. It lies where it was."""

    happened = "could not be moved"
    remedy = "It lies where it was."


class ExportError(ScrutinyError):
    """A document could not be written. The review it was made from is as it was."""

    def __init__(self, path: Path, why: str) -> None:
        """Take the document's file and why it could not be written."""
        self.path = path
        super().__init__(
            f"{path} could not be written.",
            why,
            "Your review is as it was; give another folder or another name.",
        )


class ExistsError(ScrutinyError):
    """A file of that name is there already, and is never overwritten without being asked to."""

    def __init__(self, path: Path, todo: str = "It was not overwritten; give another name.") -> None:
        """Take the file, and what to do."""
        self.path = path
        super().__init__(f"{path} is there already.", todo=todo)
