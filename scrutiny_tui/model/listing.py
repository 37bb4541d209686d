"""What the library and the shelf hand out: rows to choose from, and a review with its file."""

from datetime import date as Date
from datetime import datetime
from pathlib import Path

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.checklist import Checklist
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.text import Clean


@frozen
class Listing(Clean):
    """One row of the library. A file that cannot be read is a row that says so."""

    path: Path
    title: str
    checklist: str = ""
    """The checklist's id."""
    checklist_title: str = ""
    committee: str = ""
    date: Date | None = None
    """The meeting's date."""
    questions: int = 0
    rated: int = 0
    not_known: int = 0
    answered: int = 0
    """Questions in any state but unanswered."""
    place: str = ""
    """The name of the question last worked on."""
    number: int = 0
    """Where that question stands, from 1; 0 when not known."""
    saved: datetime | None = None
    """When it was last saved, with its time zone."""
    problem: str = ""
    """What is wrong with the file, in words; empty when nothing is."""
    by: str = ""
    """Whose review it is, where one person prepares it."""
    review: str = ""
    """The review's id."""
    replies_due: tuple[Date, ...] = ()
    """When the replies are due to those of its recommendations that still await one, the earliest first."""

    def overdue(self, today: Date) -> int:
        """Return how many of them are past that date."""
        return sum(day < today for day in self.replies_due)


@frozen
class Filed:
    """A member's review as it lies in a file."""

    review: Review
    saved: datetime
    file: str
    """The file's name, for messages."""
    stem: str
    """The file's name without its ending: the member's name where the review does not say whose it is."""


@frozen
class ShelfItem:
    """One checklist on the shelf: either the checklist, or what is wrong with its file."""

    id: str
    """The checklist's id, or the file's name where it cannot be read."""
    path: Path
    checklist: Checklist | None
    own: bool = False
    """Whether it comes from the person's own folder, not with the program."""
    problems: tuple[str, ...] = ()
    """Each problem as `file:line:column: what is wrong`."""
