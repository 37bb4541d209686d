"""How long each question is discussed. The time informs, and never acts."""

from datetime import datetime

from scrutiny_tui.desk.ports import Clock
from scrutiny_tui.model.agenda import seconds_each
from scrutiny_tui.model.review import Review

MOST_MINUTES = 24 * 60
"""The longest that a session can be meant to take."""


class Timing:
    """The time that was spent on each question in this sitting."""

    def __init__(self, clock: Clock) -> None:
        """Take the clock. Nothing is counted before the first tick."""
        self._clock = clock
        self._spent: dict[str, float] = {}  # seconds by the question's id
        self._ticked: datetime | None = None

    def tick(self, question: str, *, counts: bool = True) -> None:
        """Add the time since the last tick to a question, unless it does not count, as in a break."""
        now = self._clock()
        if self._ticked and counts:
            spent = (now - self._ticked).total_seconds()
            self._spent[question] = self._spent.get(question, 0) + max(0, spent)
        self._ticked = now

    def words(self, review: Review) -> str:
        """Return the time spent on the question at hand and the time meant for it; empty where none was set."""
        each = seconds_each(review)
        spent = int(self._spent.get(review.question.id, 0))
        over = " over" if spent > each else ""
        return f"{clock_face(spent)} of {clock_face(each)}{over}" if each else ""


def time_each(review: Review) -> str:
    """Return how long each question may take, as a sentence; empty where no time was set."""
    each = seconds_each(review)
    return f"{each // 60}:{each % 60:02} for each question." if each else ""


def clock_face(seconds: int) -> str:
    """Return seconds as minutes and seconds, such as `03:10`."""
    return f"{seconds // 60:02}:{seconds % 60:02}"
