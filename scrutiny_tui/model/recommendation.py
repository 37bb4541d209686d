"""What a committee recommends, and what becomes of it."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import replace
from datetime import date as Date
from enum import StrEnum

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.text import Clean

REPLY_MONTHS = 2
"""How long a reply normally may take, in months."""
REPLY_RULE = (
    "Normally two months: we read that limit where it covers district committees that report to a county (Statutory "
    "Instrument 2009 No. 1919, regulation 6, as first made). Check section 9FE of the Local Government Act 2000."
)
"""Where that limit comes from, and how far it was checked."""
PROGRESS_MONTHS = (3, 6, 12)
"""How many months after it was sent its progress is looked at."""


class Reply(StrEnum):
    """What those it was sent to say to it."""

    ACCEPTED = "accepted"
    IN_PART = "accepted in part"
    REJECTED = "rejected"


@frozen
class Progress(Clean):
    """What was found some months after it was sent."""

    months: int
    text: str


@frozen
class Recommendation(Clean):
    """One recommendation and its way.

    Raises:
        ValueError: it is closed without evidence.
    """

    id: str
    text: str
    to: str = ""
    """To whom it is made."""
    change: str = ""
    """What should change for children."""
    owner: str = ""
    """Who answers for it."""
    sent: Date | None = None
    due: Date | None = None
    """When the reply is due, where it is not the usual time after it was sent."""
    reply: Reply | None = None
    reason: str = ""
    """The reason that the reply gives."""
    progress: tuple[Progress, ...] = ()
    evidence: str = ""
    """What shows that it had its effect."""
    closed: Date | None = None
    question: str = ""
    """The id of the question that it comes from."""

    def __post_init__(self) -> None:
        """Refuse to close it on a word alone."""
        super().__post_init__()
        if self.closed and not self.evidence.strip():
            msg = "a recommendation is closed only with evidence"
            raise ValueError(msg)

    @property
    def is_open(self) -> bool:
        """Tell whether it still has to be followed."""
        return self.closed is None

    @property
    def flags(self) -> tuple[str, ...]:
        """What is missing for anybody to follow it, in words."""
        missing = {"no words": self.text.strip(), "no owner": self.owner.strip(), "no date sent": self.sent or self.due}
        return tuple(words for words, there in missing.items() if not there)

    def reply_due(self, months: int) -> Date | None:
        """Return when the reply is due: as agreed, or so many months after it was sent; None where neither is known."""
        if self.due or not self.sent:
            return self.due
        return months_after(self.sent, months)

    def awaits_reply(self) -> bool:
        """Tell whether a reply is still to come."""
        return self.is_open and self.reply is None

    def is_overdue(self, today: Date, months: int) -> bool:
        """Tell whether the date for a reply has passed and there is none."""
        due = self.reply_due(months)
        return self.awaits_reply() and due is not None and due < today

    def noted(self, months: int) -> str:
        """Return what was found so many months after it was sent; empty where nothing was noted."""
        return next((each.text for each in self.progress if each.months == months), "")

    def with_progress(self, months: int, text: str) -> "Recommendation":
        """Return this with what was found so many months after it was sent."""
        others = [each for each in self.progress if each.months != months]
        found = [*others, Progress(months, text)] if text.strip() else others
        return replace(self, progress=tuple(sorted(found, key=lambda each: each.months)))

    def progress_due(self, today: Date) -> tuple[int, ...]:
        """Return after how many months progress should have been noted by now and was not, while it is open."""
        if not self.is_open or not self.sent:
            return ()
        return tuple(
            months
            for months in PROGRESS_MONTHS
            if months_after(self.sent, months) <= today and not self.noted(months).strip()
        )


def months_after(day: Date, months: int) -> Date:
    """Return the same day so many months later, or the last day of a month that is too short for it."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > Date.max.year:
        return Date.max
    return Date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def put(kept: tuple[Recommendation, ...], changed: Recommendation) -> tuple[Recommendation, ...]:
    """Return the recommendations with one added, or put in the place of the one with its id."""
    known = {each.id: each for each in kept} | {changed.id: changed}
    return tuple(known.values())


def replies_due(kept: Iterable[Recommendation], months: int) -> tuple[Date, ...]:
    """Return the dates on which replies are due that have not come, the earliest first."""
    due = [each.reply_due(months) for each in kept if each.awaits_reply()]
    return tuple(sorted(day for day in due if day))
