"""What an earlier review said, kept in a later one, so that next to each other they show what has changed."""

from datetime import date as Date

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.answer import State, Strength
from scrutiny_tui.model.scale import MOST_LEVELS
from scrutiny_tui.model.text import Clean


@frozen
class EarlierAnswer(Clean):
    """What an earlier review said about one question; no note, no evidence and no name is in it.

    Raises:
        ValueError: no scale has such a level, or there is one without the state `rated`, or that state without a level.
    """

    question: str
    """The question's id."""
    number: int
    """Where it stood there, from 1."""
    name: str
    text: str
    wording: str
    """The hash of what a rater was asked, as `Checklist.wording` gives it."""
    words: str
    """The answer in words, such as `2 Fair` or `not known`; `-` where there was none."""
    state: State = State.UNANSWERED
    level: int | None = None
    strength: Strength | None = None

    def __post_init__(self) -> None:
        """Refuse a level beside a state that has none."""
        super().__post_init__()
        if (self.level is not None) != (self.state is State.RATED):
            msg = "a level goes with the state 'rated', and only with it"
            raise ValueError(msg)
        if self.level is not None and not 1 <= self.level <= MOST_LEVELS:
            msg = f"no scale has a level {self.level}"
            raise ValueError(msg)


@frozen
class Earlier(Clean):
    """An earlier review in short: every question that it asked, in its order."""

    review: str
    """The id of that review."""
    title: str
    date: Date
    """The date of its meeting, or the one on which it was made."""
    answers: tuple[EarlierAnswer, ...] = ()

    def answer(self, question: str) -> EarlierAnswer | None:
        """Return what it said about a question; None where it did not ask it."""
        return next((each for each in self.answers if each.question == question), None)


@frozen
class Why(Clean):
    """Why an answer is not what it was, in somebody's own words."""

    question: str
    """The question's id."""
    since: str
    """The id of the earlier review that the answer is compared with."""
    text: str
