"""The dates of a review as a calendar file, after RFC 5545."""

from collections.abc import Iterator
from datetime import date as Date
from datetime import timedelta
from hashlib import sha256

from scrutiny_tui.export.record_session import recommendation
from scrutiny_tui.export.wish import Wish
from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.leaving import names_in
from scrutiny_tui.model.recommendation import PROGRESS_MONTHS, months_after
from scrutiny_tui.model.recommendation_report import RecommendationLine
from scrutiny_tui.model.report import Report
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.room import RoomQuestion
from scrutiny_tui.model.text import clean, one_line

LONGEST = 75
"""The most bytes of a line, its end not counted."""

_ENDS = {"Closed", "Evidence of effect", "To put right"}
"""What the record says of a recommendation, and a reminder of what is to come does not."""

Property = tuple[str, str]
"""The name of a line, and its value as it is written."""


@frozen
class _Date:
    """Something that happens, or is due, on a day."""

    what: str
    """What it is, by which it is known again whatever its words are then."""
    title: str
    """It names nobody: a calendar shows titles to everybody who looks at the screen."""
    told: str
    day: Date | None
    place: str = ""


def render(report: Report, wish: Wish) -> bytes:
    """Return the calendar as UTF-8: the meeting, and but for the room what is to come of the recommendations."""
    lines = [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//scrutiny-tui//Scrutiny review//EN"),
        ("CALSCALE", "GREGORIAN"),
        *_components(report, wish),
        ("END", "VCALENDAR"),
    ]
    return b"".join(_folded(f"{name}:{value}") for name, value in lines)


def _components(report: Report, wish: Wish) -> Iterator[Property]:
    meeting = _meeting(report, wish)
    due = () if wish.is_room else tuple(_due(report))
    if meeting.day:
        yield from _event(report.review, meeting)
    elif not due:
        # A calendar with nothing in it is none by the letter of the RFC, and the questions must stand somewhere.
        yield from _task(report.review, meeting)
    for each in due:
        yield from _event(report.review, each)
        # Outlook does not read tasks, and other programs remind of nothing else.
        yield from _task(report.review, each)


def _meeting(report: Report, wish: Wish) -> _Date:
    held = report.review.meeting
    known = "\n".join([report.title, *(f"{line.label}: {line.text}" for line in report.meeting)])
    asked = map(_asked, report.room) if wish.is_room else ()
    where = one_line(held.committee) or one_line(held.council)
    names = (name.casefold() for name in names_in(report.review))
    # Without names nobody can tell any more whether it holds one.
    if report.nameless or any(name in where.casefold() for name in names):
        where = ""
    title = ": ".join(filter(None, ("Meeting", where)))
    return _Date("meeting", title, "\n\n".join([known, *asked]), held.date, one_line(held.venue))


def _asked(asked: RoomQuestion) -> str:
    lines = [
        ("To", asked.role),
        ("Asked by", asked.who),
        ("Why it is here", asked.reason),
        ("About", asked.about if asked.about != one_line(asked.text) else ""),
        ("What would satisfy us", asked.satisfied),
        ("Then ask", asked.follow_up),
    ]
    return "\n".join([f"{asked.number}. {asked.text}", *_told(lines)])


def _due(report: Report) -> Iterator[_Date]:
    seen: dict[str, int] = {}
    for line in report.recommendations:
        # Another hand may have given two of them the same id.
        seen[line.id] = seen.get(line.id, 0) + 1
        if line.closed is None:
            yield from _expected(report, line, f"{line.id}\0{seen[line.id]}")


def _expected(report: Report, line: RecommendationLine, known_as: str) -> Iterator[_Date]:
    """Yield what is to come of one recommendation: its reply, and what is found months after it was sent."""
    told = _recommendation(report, line)
    if line.due and not line.reply:
        yield _Date(f"{known_as}\0reply", f"Reply due: recommendation {line.number}", told, line.due)
    noted = {each.months for each in line.progress}
    for months in PROGRESS_MONTHS:
        if line.sent and months not in noted:
            title = f"Progress after {months} months: recommendation {line.number}"
            yield _Date(f"{known_as}\0progress {months}", title, told, months_after(line.sent, months))


def _recommendation(report: Report, line: RecommendationLine) -> str:
    told = recommendation(line)
    lines = [(item.lead, item.text) for item in told.lines if item.lead not in _ENDS]
    return "\n".join(filter(None, [told.text, *_told([*lines, ("Review", report.title)])]))


def _told(lines: list[tuple[str, str]]) -> Iterator[str]:
    return (f"{label}: {text}" for label, text in lines if text.strip())


def _event(review: Review, each: _Date) -> Iterator[Property]:
    """Yield an all-day entry that leaves people free to be called to something else."""
    yield "BEGIN", "VEVENT"
    yield from _common(review, each, "event")
    if each.day:
        yield "DTSTART;VALUE=DATE", _day(each.day)
        # It ends on the day after, which the last day of all does not have; without an end it lasts its day as well.
        if each.day < Date.max:
            yield "DTEND;VALUE=DATE", _day(each.day + timedelta(days=1))
    yield "TRANSP", "TRANSPARENT"
    yield "END", "VEVENT"


def _task(review: Review, each: _Date) -> Iterator[Property]:
    yield "BEGIN", "VTODO"
    yield from _common(review, each, "task")
    if each.day:
        yield "DUE;VALUE=DATE", _day(each.day)
    yield "STATUS", "NEEDS-ACTION"
    yield "END", "VTODO"


def _common(review: Review, each: _Date, kind: str) -> Iterator[Property]:
    known_as = sha256(f"{review.id}\0{each.what}\0{kind}".encode()).hexdigest()[:32]
    yield "UID", f"{known_as}@scrutiny-tui"
    # Of the review, not of now: a review that has not changed gives the same file again.
    yield "DTSTAMP", _moment(review)
    yield "SUMMARY", _escaped(each.title)
    if each.place:
        yield "LOCATION", _escaped(each.place)
    yield "DESCRIPTION", _escaped(each.told)


def _moment(review: Review) -> str:
    """Return when the review was last changed."""
    at = review.history[-1].at if review.history else review.created
    # A time without a zone is taken as it is: the clock of this computer has no say in it.
    offset = at.utcoffset() or timedelta()
    at = at.replace(tzinfo=None)
    # Another hand may have written a time at the very ends of the calendar, where there is nothing to add or take off.
    there = at - offset if Date.min.year < at.year < Date.max.year else at
    return there.isoformat(timespec="seconds").replace("-", "").replace(":", "") + "Z"


def _day(day: Date) -> str:
    return day.isoformat().replace("-", "")


def _escaped(text: str) -> str:
    for letter in ("\\", ";", ","):
        text = text.replace(letter, f"\\{letter}")
    return clean(text).replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """Return a line with its end, broken where it is too long, and never within a character."""
    data, pieces, start, end = line.encode(), [], 0, LONGEST
    while end < len(data):
        while data[end] & 0b11000000 == 0b10000000:  # noqa: PLR2004 - as every byte of a character but its first
            end -= 1
        pieces.append(data[start:end])
        # The space that the next line begins with counts.
        start, end = end, end + LONGEST - 1
    return b"\r\n ".join([*pieces, data[start:]]) + b"\r\n"
