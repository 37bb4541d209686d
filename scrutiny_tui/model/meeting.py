"""The meeting that a review is for. Every detail is optional."""

import re
from datetime import date as Date
from datetime import datetime
from enum import StrEnum

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.text import Clean, one_line


class Kind(StrEnum):
    """In what capacity a person comes to the meeting."""

    COUNCILLOR = "councillor"
    CHAIR = "chair"
    ADDED_MEMBER = "added member"
    CO_OPTED_MEMBER = "co-opted member"
    SUBSTITUTE = "substitute"
    ADVISER = "adviser"
    OFFICER = "officer"


class Attendance(StrEnum):
    """Whether a person comes, or came."""

    EXPECTED = "expected"
    PRESENT = "present"
    APOLOGIES = "apologies"
    ABSENT = "absent"


@frozen
class Person(Clean):
    """Someone at the meeting."""

    name: str
    kind: Kind = Kind.COUNCILLOR
    attendance: Attendance = Attendance.EXPECTED
    interest: str = ""
    """The interest declared, if any."""


@frozen
class Paper(Clean):
    """A paper on the agenda. It is referred to, never copied."""

    id: str
    title: str
    pages: str = ""


@frozen
class Meeting(Clean):
    """Where and when, on what item, with which papers and people."""

    council: str = ""
    committee: str = ""
    date: Date | None = None
    time: str = ""
    venue: str = ""
    item: str = ""
    pages: str = ""
    asked_to: str = ""
    """What the committee is asked to do."""
    papers: tuple[Paper, ...] = ()
    people: tuple[Person, ...] = ()

    @property
    def day(self) -> str:
        """The date with the day of the week, such as `Tuesday 13 July 2027`; empty where there is none."""
        return f"{self.date:%A} {in_words(self.date)}" if self.date else ""

    def paper_title(self, paper: str) -> str:
        """Return the title of the paper with this id, or `paper` itself where it is no id."""
        return next((known.title for known in self.papers if known.id == paper), paper)


def in_words(day: Date) -> str:
    """Return a date as British readers write it, such as `13 July 2027`."""
    return f"{day.day} {day:%B %Y}"


def moment_in_words(moment: datetime) -> str:
    """Return a moment as British readers write it, such as `14:03 on 13 July 2027`, by the clock of its time zone."""
    return f"{moment:%H:%M} on {in_words(moment.date())}"


def in_short(day: Date) -> str:
    """Return a date for a narrow column, such as `13 Jul 2027`."""
    return f"{day.day} {day:%b %Y}"


def in_pages(pages: str) -> str:
    """Return pages as part of a sentence, such as `page 3`, `pages 3-5`, or the text itself where it is in words."""
    pages = one_line(pages)
    if not pages[:1].isdecimal():
        return pages
    return f"page {pages}" if pages.isdecimal() else f"pages {pages}"


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = re.compile(r"(?:[a-z]+,? +)?(\d{1,2})(?:st|nd|rd|th)?[ /.-]+(\d{1,2}|[a-z]{3,9})[ /.,-]+(\d{4})")
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def written_day(day: str) -> str:
    """Return a date such as `2026-11-23` as people write it; what is no date stays as it is."""
    found = read_date(day)
    return in_words(found) if found else day


def read_date(text: str) -> Date | None:
    """Read a date as British people write it: `13 July 2027`, `13/7/2027`, `Tue 13 Jul 2027`, or `2027-07-13`.

    Returns None for anything else, and for a day that the calendar does not have.
    """
    plain = text.strip().lower()
    if iso := _ISO_DATE.fullmatch(plain):
        year, month, day = iso.groups()
    elif match := _DATE.fullmatch(plain):
        day, month, year = match.groups()
        if month[:3] in _MONTHS:
            month = str(_MONTHS.index(month[:3]) + 1)
    else:
        return None
    try:
        return Date(int(year), int(month), int(day))
    except ValueError:
        return None
