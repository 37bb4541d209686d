"""What a review says about one question, and how it knows."""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from typing import Protocol, TypeVar

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.text import Clean


class State(StrEnum):
    """The state of an answer. Only `RATED` carries a level, and only it enters any arithmetic."""

    RATED = "rated"
    NOT_KNOWN = "not_known"
    NOT_APPLICABLE = "not_applicable"
    NOT_DISCUSSED = "not_discussed"
    UNANSWERED = "unanswered"

    @property
    def words(self) -> str:
        """Return the state as a person reads it."""
        return self.value.replace("_", " ")


class Strength(StrEnum):
    """How we know what a rating says, weakest first."""

    TOLD = "told"
    """Someone said so."""
    SHOWN = "shown"
    """Data or a document shows it."""
    TESTED = "tested"
    """An audit, a visit, children, families or staff bear it out, or two sources agree."""

    @property
    def meaning(self) -> str:
        """Return what the word means, in a short phrase."""
        return _STRENGTH_MEANING[self]


_STRENGTH_MEANING = {
    Strength.TOLD: "someone said so",
    Strength.SHOWN: "data or a document shows it",
    Strength.TESTED: "an audit, a visit, children, families or staff bear it out, or two sources agree",
}


def next_strength(held: Strength | None) -> Strength | None:
    """Return the strength after this one: told, shown, tested, then open again."""
    order: list[Strength | None] = [None, *Strength]
    return order[(order.index(held) + 1) % len(order)]


@frozen
class Evidence(Clean):
    """A reference to what a rating rests on; never a copy of the paper."""

    id: str
    paper: str = ""
    """The id of one of the meeting's papers, or the title of another document."""
    pages: str = ""
    date: str = ""
    who: str = ""
    """Who said it."""
    shows: str = ""


@frozen
class Ask(Clean):
    """A question to put to a witness."""

    id: str
    text: str
    role: str = ""
    who: str = ""
    """Who asks it."""
    satisfied: str = ""
    """What would satisfy us."""
    follow_up: str = ""
    reply: str = ""
    line: str = ""
    """The id of the line of enquiry that it was taken from."""


Kept = TypeVar("Kept", bound=Ask | Evidence)


@frozen
class Answer(Clean):
    """What a review says about one question.

    Raises:
        ValueError: the level, reason or strength does not go with the state.
    """

    question: str
    """The question's id."""
    state: State = State.UNANSWERED
    level: int | None = None
    reason: str = ""
    """Why the question does not apply."""
    strength: Strength | None = None
    note: str = ""
    private_note: str = ""
    asks: tuple[Ask, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    carried: str = ""
    """The earlier review that it was brought along from, in words; empty once somebody has answered anew."""

    def __post_init__(self) -> None:
        """Refuse combinations that no reader could make sense of."""
        super().__post_init__()
        if (self.level is not None) != (self.state is State.RATED):
            msg = "a level goes with the state 'rated', and only with it"
            raise ValueError(msg)
        if self.strength and self.state is not State.RATED:
            msg = "a strength goes with the state 'rated', and only with it"
            raise ValueError(msg)
        if bool(self.reason) != (self.state is State.NOT_APPLICABLE):
            msg = "a reason goes with the state 'not_applicable', and only with it"
            raise ValueError(msg)

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing at all has been said about the question."""
        return self == Answer(self.question)

    @property
    def is_answered(self) -> bool:
        """Tell whether the question has any state but unanswered."""
        return self.state is not State.UNANSWERED

    def rated(self, level: int) -> "Answer":
        """Return this answer rated at `level`; how we know stays as it was."""
        return replace(self, state=State.RATED, level=level, reason="", carried="")

    def in_state(self, state: State, reason: str = "") -> "Answer":
        """Return this answer in a state without a level. Notes, asks and evidence stay."""
        return replace(self, state=state, level=None, reason=reason.strip(), strength=None, carried="")

    def known_by(self, strength: Strength | None) -> "Answer":
        """Return this answer with how we know it."""
        return replace(self, strength=strength, carried="")

    def with_ask(self, ask: Ask) -> "Answer":
        """Return this answer with `ask` added, or put in the place of the one with its id."""
        return replace(self, asks=_put(self.asks, ask))

    def without_ask(self, ask_id: str) -> "Answer":
        """Return this answer without that ask."""
        return replace(self, asks=tuple(ask for ask in self.asks if ask.id != ask_id))

    def with_evidence(self, evidence: Evidence) -> "Answer":
        """Return this answer with `evidence` added, or put in the place of the one with its id."""
        return replace(self, evidence=_put(self.evidence, evidence))

    def without_evidence(self, evidence_id: str) -> "Answer":
        """Return this answer without that piece of evidence."""
        return replace(self, evidence=tuple(item for item in self.evidence if item.id != evidence_id))


class HasId(Protocol):
    """Anything that is known by an id."""

    @property
    def id(self) -> str:
        """The id."""


def next_id(kept: Iterable[HasId], letter: str) -> str:
    """Return an id that none of `kept` has: the letter and the next number."""
    numbers = [int(item.id[1:]) for item in kept if item.id[:1] == letter and item.id[1:].isdecimal()]
    return f"{letter}{max(numbers, default=0) + 1}"


def _put(kept: tuple[Kept, ...], item: Kept) -> tuple[Kept, ...]:
    replaced = tuple(item if other.id == item.id else other for other in kept)
    if item in replaced:
        return replaced
    return (*kept, item)
