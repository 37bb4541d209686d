"""The copies that are kept of a review, and one of them that can be put back."""

from datetime import datetime
from pathlib import Path

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.meeting import moment_in_words
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.text import Clean


@frozen
class Kept(Clean):
    """One copy of a review's file."""

    path: Path
    size: int
    """In bytes."""
    damaged: bool
    """Whether it was put aside as damaged, when another copy took its place."""
    review: Review | None
    """None where it cannot be read."""
    saved: datetime | None
    """When what it holds was saved, with its time zone; None where it cannot be read."""
    problem: str
    """Why it cannot be read, without a word of what it holds; empty where it can."""


@frozen
class Offer(Clean):
    """A good copy that can be put in the place of a review's file."""

    path: Path
    """The review's file, as the person named it."""
    copy: Path
    review: Review
    """What the copy holds."""
    saved: datetime
    """When that was saved."""
    present: Review | None
    """What the file holds, or what of it can still be read; None where that is nothing."""
    problem: str = ""
    """What is wrong with the file, in words; empty where it can be read."""
    gone: bool = False
    """Whether there is no file any more."""
    other: bool = False
    """Whether the copy is of another review than the file."""
    seen: str = ""
    """A mark of what lay there when this was worked out; empty where nothing did."""
    unread: int = 0
    """How many answers, papers and the like of a damaged file could not be read, or not whole."""

    @property
    def when(self) -> str:
        """When the copy was saved, in words, by the clock that stood there then."""
        return moment_in_words(self.saved)

    @property
    def sealed(self) -> bool:
        """Tell whether a damaged file that is kept holds ratings without names that are sealed."""
        return bool(self.problem and self.present and self.present.panel.is_delicate)

    @property
    def changes(self) -> bool:
        """Tell whether putting the copy back changes anything."""
        return bool(self.problem) or self.gone or self.present != self.review
