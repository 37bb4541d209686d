"""Those whose own ratings are in a review: people in the room, and the files that members prepared."""

from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.answer import Answer, Ask, Evidence, State, Strength
from scrutiny_tui.model.text import Clean


class Role(StrEnum):
    """What someone does in the session."""

    RATER = "rater"
    OBSERVER = "observer"
    """Is there, and does not rate."""
    FACILITATOR = "facilitator"
    """Leads the session, and does not rate."""


@frozen
class Origin(Clean):
    """The file that a respondent was merged from: enough to know a copy of it again."""

    review: str
    """The id of the review in the file."""
    name: str
    """Whose it is, as the file says, or else the file's name."""
    saved: datetime
    last: str = ""
    """The fingerprint of the last line of its history."""
    trail: str = ""
    """The fingerprints of all lines of its history and of the copies it replaced, sorted, one after the other."""


@frozen
class Apart(Clean):
    """What a prepared file says about a question that is not asked here, or not in these words."""

    text: str
    """The question as the file asks it."""
    words: str
    """The answer in words, on the file's own scale."""
    answer: Answer
    """The answer itself, so that nothing is lost. Its question may be one that is asked here in other words."""


@frozen
class Brought(Clean):
    """What a prepared file brought to a question beside its rating."""

    note: str = ""
    asks: tuple[Ask, ...] = ()
    by: str = ""
    """The respondent's id; empty where no names are kept."""
    strength: Strength | None = None
    """How its writer knows; left open where no names are kept."""
    evidence: tuple[Evidence, ...] = ()
    state: State = State.UNANSWERED
    """`not_applicable` or `not_discussed` where the file says so, which is no rating; else unanswered."""
    why: str = ""
    """The reason why the question does not apply, as the file gives it."""

    @property
    def says(self) -> str:
        """That the question does not apply, and why, or was not discussed; else empty."""
        return "" if self.state is State.UNANSWERED else ": ".join(filter(None, (self.state.words, self.why)))


@frozen
class Respondent(Clean):
    """Someone whose own ratings are in the review: a member in the room, or a file that was merged in."""

    id: str
    name: str
    role: Role = Role.RATER
    here: bool = True
    """Whether ratings are still to be expected from them."""
    origin: Origin | None = None
    """Where they come from, if from a file."""
    prepared: tuple[Answer, ...] = ()
    """What the file says about questions asked here in the same words; sealed until a round is revealed."""
    apart: tuple[Apart, ...] = ()

    @property
    def rates(self) -> bool:
        """Tell whether a rating is expected of them."""
        return self.here and self.role is Role.RATER

    @cached_property
    def _answers(self) -> dict[str, Answer]:
        return {answer.question: answer for answer in self.prepared}

    def answer(self, question: str) -> Answer | None:
        """Return what they prepared on a question, if anything."""
        return self._answers.get(question)

    def without_answer(self, question: str) -> "Respondent":
        """Return them without what they prepared on a question."""
        if question not in self._answers:
            return self
        return replace(self, prepared=tuple(each for each in self.prepared if each.question != question))
