"""What the library says about each review."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from textual.content import Content

from scrutiny_tui.model.listing import Listing
from scrutiny_tui.model.listing_text import meeting_of, overdue_words, saved_when, where_left
from scrutiny_tui.model.text import clean
from scrutiny_tui.tui.widgets.rows import Row


def overdue_line(count: int) -> Content:
    """Return what is said below the list where replies are overdue; nothing where none is."""
    what, key = overdue_words(count)
    return Content.assemble((f"! {what}", "bold $warning"), f"   {key}") if what else Content("")


def carry_on(latest: Listing) -> Content:
    """Return where the person was, to go on there."""
    if latest.problem:
        return Content("")
    where = " · ".join(filter(None, (latest.title, latest.committee, meeting_of(latest))))
    return Content.assemble(("Continue  ", "bold $primary"), (where, "bold"), f"\n{where_left(latest)}")


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
    return Row(str(each.path), title, right=_columns(meeting_of(each), answered, saved_when(each, now), wide=wide))


def _columns(meeting: str, answered: str, saved: str, *, wide: bool) -> str:
    return f"{meeting:<13}{answered:<10}{saved:<12}" if wide else f"{answered:<10}{saved:<12}"
