"""The meeting that a review is for. Every detail is optional."""

from dataclasses import dataclass
from datetime import date as Date
from enum import StrEnum

from scrutiny_tui.model.text import Clean


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


@dataclass(frozen=True)
class Person(Clean):
    """Someone at the meeting."""

    name: str
    kind: Kind = Kind.COUNCILLOR
    attendance: Attendance = Attendance.EXPECTED
    interest: str = ""
    """The interest declared, if any."""


@dataclass(frozen=True)
class Paper(Clean):
    """A paper on the agenda. It is referred to, never copied."""

    id: str
    title: str
    pages: str = ""


@dataclass(frozen=True)
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

    def paper_title(self, paper: str) -> str:
        """Return the title of the paper with this id, or `paper` itself where it is no id."""
        return next((known.title for known in self.papers if known.id == paper), paper)


def in_words(day: Date) -> str:
    """Return a date as British readers write it, such as `13 July 2027`."""
    return f"{day.day} {day:%B %Y}"
