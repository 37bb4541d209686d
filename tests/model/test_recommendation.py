"""What a committee recommends: when replies are due, what is overdue, and when it may be closed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_tui.model.recommendation import Progress, Recommendation, Reply, months_after, replies_due

SENT = Recommendation("m1", "Show caseloads by team", owner="Director", sent=date(2027, 7, 8))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2027, 7, 8), 2, date(2027, 9, 8)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2027, 11, 30), 12, date(2028, 11, 30)),
        (date(9999, 12, 1), 12, date.max),
    ],
)
def test_months_end_where_the_month_does(day: date, months: int, later: date) -> None:
    assert months_after(day, months) == later


def test_a_reply_is_due_after_the_usual_time_unless_another_day_is_agreed() -> None:
    assert SENT.reply_due(2) == date(2027, 9, 8)
    assert SENT.reply_due(3) == date(2027, 10, 8)
    assert replace(SENT, due=date(2027, 8, 1)).reply_due(2) == date(2027, 8, 1)
    assert replace(SENT, sent=None).reply_due(2) is None


def test_it_is_overdue_the_day_after_and_only_without_a_reply() -> None:
    assert not SENT.is_overdue(date(2027, 9, 8), 2)
    assert SENT.is_overdue(date(2027, 9, 9), 2)
    assert not replace(SENT, reply=Reply.REJECTED).is_overdue(date(2027, 9, 9), 2)
    closed = replace(SENT, evidence="Seen in the report", closed=date(2027, 8, 1))
    assert not closed.is_overdue(date(2027, 9, 9), 2)
    assert replies_due([SENT, closed, replace(SENT, sent=None)], 2) == (date(2027, 9, 8),)


def test_it_is_closed_only_with_evidence() -> None:
    with pytest.raises(ValueError, match="only with evidence"):
        replace(SENT, closed=date(2027, 12, 1))
    with pytest.raises(ValueError, match="only with evidence"):
        replace(SENT, closed=date(2027, 12, 1), evidence=" \n")


def test_what_is_missing_is_flagged_and_not_refused() -> None:
    assert Recommendation("m1", " ").flags == ("no words", "no owner", "no date sent")
    assert SENT.flags == ()


def test_progress_is_due_after_three_six_and_twelve_months_while_it_is_open() -> None:
    assert SENT.progress_due(date(2027, 10, 7)) == ()
    assert SENT.progress_due(date(2028, 1, 8)) == (3, 6)
    noted = SENT.with_progress(6, "Two teams of five").with_progress(3, "Nothing yet")
    assert noted.progress == (Progress(3, "Nothing yet"), Progress(6, "Two teams of five"))
    assert noted.progress_due(date(2028, 7, 8)) == (12,)
    assert noted.with_progress(3, " ").noted(3) == ""


@given(st.dates(max_value=date(9990, 1, 1)), st.integers(1, 60))
def test_the_same_day_comes_so_many_months_later_or_the_last_that_there_is(day: date, months: int) -> None:
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


def test_progress_is_due_on_the_day_itself_and_not_once_it_is_closed() -> None:
    assert SENT.progress_due(date(2027, 10, 8)) == (3,)
    closed = replace(SENT, evidence="Seen in the report", closed=date(2027, 10, 1))
    assert closed.progress_due(date(2028, 7, 8)) == ()
    assert replace(SENT, sent=None).progress_due(date(2028, 7, 8)) == ()
    assert not closed.awaits_reply()
