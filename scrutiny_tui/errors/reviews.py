"""What can go wrong with the files of reviews, and with documents made from them."""

import shlex
from pathlib import Path

from scrutiny_tui.errors.base import ScrutinyError


class ReviewFileError(ScrutinyError):
    """A review's file cannot be read. It was not touched."""

    happened = "was not opened, and not touched"
    reason = "It cannot be read."
    remedy = ""
    replaceable = False
    """Whether an earlier copy may take its place once the file is kept."""

    def __init__(self, path: Path, detail: str = "", copy: Path | None = None) -> None:
        """Take the file, what exactly is wrong, and the newest earlier copy that can be read."""
        self.path, self.detail, self.copy = path, detail, copy
        found = "" if self.remedy else f"No earlier copy was found beside {path}."
        if copy:
            found = f"The newest good copy is {copy}."
            if self.replaceable:
                found += f" `scrutiny-tui restore {shlex.quote(str(path))}` puts it back."
        super().__init__(f"{path.name} {self.happened}.", self.problem, f"{self.remedy} {found}".strip())

    @property
    def problem(self) -> str:
        """What is wrong with the file, for a line of its own."""
        return f"{self.reason} {self.detail}".strip()

    @property
    def outline(self) -> str:
        """The same without a word out of the file."""
        return self.problem


class NoSuchReviewError(ReviewFileError):
    """There is no such file."""

    exit_code = 2
    happened = "was not found"
    reason = "There is no such file; it may have been moved or renamed, or a USB stick was pulled out."
    replaceable = True


class EmptyReviewError(ReviewFileError):
    """The file holds nothing."""

    reason = "The file is empty: a copy was cut short, or a sync folder has not fetched it yet."
    replaceable = True


class TornReviewError(ReviewFileError):
    """The file breaks off or is not JSON."""

    reason = "The file is damaged: it breaks off or holds something that is not JSON."
    replaceable = True


class ForeignReviewError(ReviewFileError):
    """The file is JSON, but no review."""

    reason = "The file is not a review made by this program."
    replaceable = True


class NewerReviewError(ReviewFileError):
    """The file was written by a newer version of this program."""

    reason = "A newer version of this program wrote it."
    remedy = "Update this program to open it."


class InvalidReviewError(ReviewFileError):
    """The file was edited by hand or by another program, and a value in it makes no sense."""

    reason = "A value in it makes no sense, as happens when a file is edited by hand."
    replaceable = True

    @property
    def outline(self) -> str:
        """What is wrong; the detail may repeat a value."""
        return self.reason


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

    def kept_apart(self, beside: Path) -> str:
        """Return in words what became of both versions where this one was written to the file `beside`."""
        return (
            f"You go on in {beside.name}: another program, perhaps a sync folder, has changed or moved "
            f"{self.path.name}. Both are kept; compare or merge them later."
        )


class NotTakenError(SaveError):
    """A line that was typed in could not be saved. Those before it are."""

    def __init__(self, path: Path, why: str, line: str) -> None:
        """Take the file, why it could not be written, and the line with its place, in words."""
        self.remedy = f"Everything before is saved. Put that right, then go on with {line}."
        super().__init__(path, why)


class CreateError(SaveError):
    """A new review could not be written."""

    happened = "could not be made"
    remedy = "Put that right, or give another place."


class MoveError(SaveError):
    """A review could not be moved. It lies where it was."""

    happened = "could not be moved"
    remedy = "It lies where it was."


class RestoreError(SaveError):
    """A copy could not be put in the place of a review."""

    happened = "was not put back"
    remedy = "Nothing was changed: everything on the disk is as it was."


class ExportError(ScrutinyError):
    """A document could not be written. The review it was made from is as it was."""

    def __init__(self, path: Path, why: str) -> None:
        """Take the document's file and why it could not be written."""
        self.path = path
        super().__init__(
            f"{path} could not be written.",
            why,
            "What it was made from is as it was; give another folder or another name.",
        )


class NotImportedError(ScrutinyError):
    """A document holds no review that this version can read. Nothing was made."""

    def __init__(self, name: str, why: str, todo: str) -> None:
        """Take what the person calls the document, what is wrong with it, and what to do."""
        super().__init__(f"{name} was not imported.", why, f"{todo} Nothing was made.")
