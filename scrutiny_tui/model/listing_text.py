"""What is said of each review in a list, the same on every screen and in the plain mode."""

from datetime import date as Date
from datetime import datetime

from scrutiny_tui.model.listing import Listing
from scrutiny_tui.model.meeting import in_short
from scrutiny_tui.model.text import clean

_NEAR = {0: "today", 1: "yesterday"}
_WEEK = 7


def listing_line(each: Listing, now: datetime) -> str:
    """Return a review on one line: title, meeting, answered, when it was saved; or what is wrong with its file."""
    if each.problem:
        return f"{clean(each.path.name)}: {each.problem}"
    meeting = f"meeting {meeting_of(each)}" if each.date else ""
    saved = f"saved {saved_when(each, now)}" if each.saved else ""
    told = (
        each.title,
        meeting,
        f"{each.answered} of {each.questions} answered",
        saved,
        f"file {file_in_short(each)}",
    )
    return ", ".join(filter(None, told))


def file_in_short(each: Listing) -> str:
    """Return the name of a review's file up to its first dot."""
    return clean(each.path.name).partition(".")[0]


def where_left(latest: Listing) -> str:
    """Return where somebody was in a review that can be read, and how far it is."""
    how_far = f"question {latest.number} of {latest.questions}, {latest.place}" if latest.number else "not begun"
    return f"{how_far} · {latest.rated} rated, {latest.not_known} not known"


def overdue_words(count: int) -> tuple[str, str]:
    """Return that so many replies are overdue, and how to see them; both are empty where none is."""
    if not count:
        return "", ""
    one = count == 1
    what = "1 recommendation is past the date its" if one else f"{count} recommendations are past the date their"
    return f"{what} reply was due", "o shows it" if one else "o shows them"


def waiting(each: Listing, today: Date) -> str:
    """Return a review with the number of replies that are overdue in it."""
    late = each.overdue(today)
    replies = "1 reply" if late == 1 else f"{late} replies"
    return f"{each.title}: {replies} overdue, the longest since {in_short(each.replies_due[0])}"


def meeting_of(each: Listing) -> str:
    """Return the date of the meeting, if any."""
    return in_short(each.date) if each.date else ""


def saved_when(each: Listing, now: datetime) -> str:
    """Return when a review was saved, in the words people use for it."""
    if each.saved is None:
        return ""
    day = each.saved.astimezone(now.tzinfo).date()
    days = (now.date() - day).days
    if days in _NEAR:
        return _NEAR[days]
    return f"{days} days ago" if 1 < days < _WEEK else in_short(day)
