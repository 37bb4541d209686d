"""What the library says about each review."""

from collections import Counter
from collections.abc import Sequence
from datetime import date as Date
from datetime import datetime

from textual.content import Content

from scrutiny_tui.model.listing import Listing
from scrutiny_tui.model.meeting import in_short
from scrutiny_tui.model.text import clean
from scrutiny_tui.tui.widgets.rows import Row


def overdue_line(count: int) -> Content:
    """Return what is said below the list where replies are overdue; nothing where none is."""
    if not count:
        return Content("")
    one = count == 1
    what = "1 recommendation is past the date its" if one else f"{count} recommendations are past the date their"
    return Content.assemble((f"! {what} reply was due", "bold $warning"), "   o shows it" if one else "   o shows them")


def waiting(each: Listing, today: Date) -> str:
    """Return a review with the number of replies that are overdue in it."""
    late = each.overdue(today)
    replies = "1 reply" if late == 1 else f"{late} replies"
    return f"{each.title}: {replies} overdue, the longest since {in_short(each.replies_due[0])}"


def carry_on(latest: Listing) -> Content:
    """Return where the person was, to go on there."""
    if latest.problem:
        return Content("")
    where = " · ".join(filter(None, (latest.title, latest.committee, meeting_of(latest))))
    how_far = f"question {latest.number} of {latest.questions}, {latest.place}" if latest.number else "not begun"
    counts = f"{latest.rated} rated, {latest.not_known} not known"
    return Content.assemble(("Continue  ", "bold $primary"), (where, "bold"), f"\n{how_far} · {counts}")


def heads(width: int, *, wide: bool) -> Content:
    """Return the heads of the columns."""
    right = _columns("Meeting", "Answered", "Saved", wide=wide)
    return Content.styled(f"{'  Reviews':<{max(10, width - len(right) - 1)}}{right}", "$muted")


def listing_rows(listings: Sequence[Listing], now: datetime, *, wide: bool) -> list[Row]:
    """Return a row for each review; those of the same title are told apart by their files' names, which come first."""
    titles = Counter(each.title for each in listings)
    return [_row(each, now, twin=titles[each.title] > 1, wide=wide) for each in listings]


def _row(each: Listing, now: datetime, *, twin: bool, wide: bool) -> Row:
    file = clean(each.path.name)
    if each.problem:
        return Row(str(each.path), Content.assemble(("! ", "bold $error"), file, f": {each.problem}"))
    answered = f"{each.answered} of {each.questions}"
    name = file.partition(".")[0]
    title = Content.assemble(name, (f"  {each.title}", "$muted")) if twin else Content(each.title)
    return Row(str(each.path), title, right=_columns(meeting_of(each), answered, _ago(each, now), wide=wide))


def _columns(meeting: str, answered: str, saved: str, *, wide: bool) -> str:
    return f"{meeting:<13}{answered:<10}{saved:<12}" if wide else f"{answered:<10}{saved:<12}"


def meeting_of(each: Listing) -> str:
    """Return the date of the meeting, if any."""
    return in_short(each.date) if each.date else ""


def _ago(each: Listing, now: datetime) -> str:
    """Say when a review was saved, in the words people use for it."""
    if each.saved is None:
        return ""
    day = each.saved.astimezone(now.tzinfo).date()
    days = (now.date() - day).days
    near = {0: "today", 1: "yesterday"}
    if days in near:
        return near[days]
    if 1 < days < 7:  # noqa: PLR2004  # a week
        return f"{days} days ago"
    return in_short(day)
