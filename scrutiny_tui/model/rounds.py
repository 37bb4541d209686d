"""One question in the room: rounds of ratings, sealed and then revealed, and the answer that is agreed."""

from dataclasses import replace
from enum import StrEnum

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.answer import Answer, State
from scrutiny_tui.model.respondent import Brought
from scrutiny_tui.model.text import Clean


class Said(StrEnum):
    """What a rater says. An observer says nothing, and someone who is missing has not spoken yet."""

    RATED = "rated"
    NOT_KNOWN = "not_known"
    """The rater took part, and finds that we do not know."""
    ABSTAINED = "abstained"
    """The rater chose not to say anything."""

    @property
    def words(self) -> str:
        """Return it as a person reads it."""
        return self.value.replace("_", " ")


class Way(StrEnum):
    """How a rating came in."""

    KEYBOARD = "keyboard"
    SLIP = "slip"
    HANDS = "hands"
    FILE = "file"

    @property
    def words(self) -> str:
        """Return it as a person reads it."""
        return _WAYS[self]


_WAYS = {
    Way.KEYBOARD: "at the keyboard",
    Way.SLIP: "on paper slips",
    Way.HANDS: "by show of hands",
    Way.FILE: "from prepared files",
}


@frozen
class Rating(Clean):
    """One rating in a round.

    Raises:
        ValueError: there is a level without a rating, or a rating without a level.
    """

    said: Said
    level: int | None = None
    by: str = ""
    """The respondent's id; empty where no names are kept and where hands were counted."""

    def __post_init__(self) -> None:
        """Refuse what no tally could count."""
        super().__post_init__()
        if (self.level is not None) != (self.said is Said.RATED):
            msg = "a level goes with a rating, and only with it"
            raise ValueError(msg)

    @property
    def rank(self) -> tuple[str, int, str]:
        """What ratings are sorted by, so that their order says nothing about when they came in."""
        return self.said, self.level or 0, self.by


class Stage(StrEnum):
    """How far a question has come in the room."""

    OPEN = "open"
    """Nobody has rated it."""
    SEALED = "sealed"
    REVEALED = "revealed"
    AGREED = "agreed"

    @property
    def is_shown(self) -> bool:
        """Tell whether everybody has seen the ratings, with no further round going on."""
        return self in {Stage.REVEALED, Stage.AGREED}


@frozen
class Round(Clean):
    """One sealed rating of one question by the respondents. It is revealed once."""

    ratings: tuple[Rating, ...] = ()
    """Sorted by what they say, never by when they came in."""
    hands: tuple[Rating, ...] = ()
    """Those counted by show of hands; they join the others when the round is revealed."""
    voted: tuple[str, ...] = ()
    """The ids of who has rated, sorted; kept apart from the ratings, and only as long as the round is sealed."""
    ways: tuple[Way, ...] = ()
    """How the ratings came in, each way once."""
    revealed: bool = False
    missing: int = 0
    """How many raters had not rated when the round was revealed."""

    @property
    def count(self) -> int:
        """How many ratings are in."""
        return len(self.ratings) + len(self.hands)

    def heard(self, respondent: str) -> bool:
        """Tell whether someone's rating is in, as far as that is still known."""
        return respondent in self.voted or any(each.by == respondent for each in self.ratings)

    def renamed(self, old: str, new: str) -> "Round":
        """Return this round with the rating of one respondent as another's; without a name where both have rated."""
        by = "" if self.heard(new) else new
        ratings = (replace(each, by=by) if each.by == old else each for each in self.ratings)
        return replace(
            self,
            ratings=tuple(sorted(ratings, key=lambda rating: rating.rank)),
            voted=tuple(sorted({new if each == old else each for each in self.voted})),
        )

    def by(self, way: Way) -> "Round":
        """Return this round with a way in which ratings came in."""
        return replace(self, ways=tuple(each for each in Way if each in {*self.ways, way}))


@frozen
class Discussion(Clean):
    """What a group did with one question.

    A state machine: open, then sealed, revealed and agreed. From revealed or agreed, a further round leads back to
    sealed, and the earlier rounds are kept; what was agreed stands until that round is revealed. Each method returns
    the next state.

    Raises:
        ValueError: the step does not lead on from the present stage.
    """

    question: str
    """The question's id."""
    rounds: tuple[Round, ...] = ()
    agreed: Answer | None = None
    """The agreed answer: its state, level and strength, and why where the question does not apply."""
    reason: str = ""
    minority: str = ""
    """The view of those who do not share the agreed answer, in its own words."""
    brought: tuple[Brought, ...] = ()
    """Where no names are kept, what prepared files brought beside their ratings, in no order of files."""

    def __post_init__(self) -> None:
        """Refuse a state that no step leads to."""
        super().__post_init__()
        if not all(each.revealed for each in self.rounds[:-1]):
            msg = "only the last round can be sealed"
            raise ValueError(msg)
        if self.agreed and not self.revealed:
            msg = "an answer is agreed after a round is revealed"
            raise ValueError(msg)

    @property
    def stage(self) -> Stage:
        """How far the question has come."""
        if not self.rounds:
            return Stage.OPEN
        if not self.rounds[-1].revealed:
            return Stage.SEALED
        return Stage.AGREED if self.agreed else Stage.REVEALED

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing has been done."""
        return self == Discussion(self.question)

    @property
    def last(self) -> Round:
        """The round that is going on, or was the last; an empty one before the first."""
        return self.rounds[-1] if self.rounds else Round()

    @property
    def revealed(self) -> tuple[Round, ...]:
        """The rounds that everybody may see."""
        return tuple(each for each in self.rounds if each.revealed)

    def sealing(self, changed: Round) -> "Discussion":
        """Return this with another state of the round that is sealed; the first rating begins the first round."""
        self._expect(Stage.OPEN, Stage.SEALED)
        return replace(self, rounds=(*self.rounds[:-1], changed))

    def begun_anew(self) -> "Discussion":
        """Return this with nothing in the round that is sealed; one that has nothing in it goes altogether."""
        self._expect(Stage.SEALED)
        further = self.last.count and len(self.rounds) > 1
        return replace(self, rounds=(*self.rounds[:-1], Round()) if further else self.rounds[:-1])

    def revealing(self, finished: Round) -> "Discussion":
        """Return this with its round revealed: with these ratings, and without a word on who gave which when.

        What was agreed after an earlier round is open again; its words stay.
        """
        self._expect(Stage.OPEN, Stage.SEALED)
        shown = replace(
            finished,
            ratings=tuple(sorted((*finished.ratings, *finished.hands), key=lambda rating: rating.rank)),
            hands=(),
            voted=(),
            revealed=True,
        )
        return replace(self, rounds=(*self.rounds[:-1], shown), agreed=None)

    def again(self) -> "Discussion":
        """Return this with a further round to be rated."""
        self._expect(Stage.REVEALED, Stage.AGREED)
        return replace(self, rounds=(*self.rounds, Round()))

    def agreeing(self, answer: Answer) -> "Discussion":
        """Return this with an agreed answer, of which only state, level, reason and strength are kept."""
        self._expect(Stage.REVEALED, Stage.AGREED)
        return replace(self, agreed=essence(answer))

    def renamed(self, old: str, new: str) -> "Discussion":
        """Return this with the ratings of one respondent as another's."""
        return replace(self, rounds=tuple(each.renamed(old, new) for each in self.rounds))

    def _expect(self, *stages: Stage) -> None:
        if self.stage not in stages:
            msg = f"the question is {self.stage}, not {' or '.join(stages)}"
            raise ValueError(msg)


def essence(answer: Answer) -> Answer:
    """Return what an answer says, without notes, asks and evidence."""
    return Answer(answer.question, answer.state, answer.level, answer.reason, answer.strength)


def rating_of(answer: Answer, by: str = "") -> Rating | None:
    """Return the rating that a prepared answer stands for; None where it says nothing that a round could count.

    That something does not apply, or was not discussed, is no rating.
    """
    if answer.state is State.RATED:
        return Rating(Said.RATED, answer.level, by)
    return Rating(Said.NOT_KNOWN, by=by) if answer.state is State.NOT_KNOWN else None
