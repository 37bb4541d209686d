"""What follows from a review: how far it got, what it says, and what to ask first. Computed, never stored."""

from collections import Counter
from dataclasses import dataclass
from enum import IntEnum

from scrutiny_tui.model.answer import Answer, State, Strength
from scrutiny_tui.model.checklist import Question, Section
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.scale import Level

ENOUGH = 60
"""The least coverage, in per cent, at which anything is said about a section."""

RULE = (
    "First what is not known; then what is rated low; then what is rated high, but only told or with nobody saying "
    "how we know; then the rest in the order of the checklist. What does not apply is left out."
)
"""The rule that orders the questions to ask, as it is printed."""


@dataclass(frozen=True)
class Coverage:
    """How many questions are in each state."""

    questions: int
    rated: int
    not_known: int
    not_applicable: int
    not_discussed: int
    unanswered: int

    @property
    def applicable(self) -> int:
        """The questions that apply: all but those that were said not to."""
        return self.questions - self.not_applicable

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing has been answered."""
        return self.unanswered == self.questions

    @property
    def sentence(self) -> str:
        """The coverage in plain words, to be read before any figure."""
        if self.is_empty:
            return "Nothing has been answered yet."
        if not self.applicable:
            return "None of the questions applies."
        rest = _listed(
            [
                _count(self.not_known, "is not known", "are not known"),
                _count(self.not_discussed, "was not discussed", "were not discussed"),
                _count(self.unanswered, "was not reached", "were not reached"),
            ]
        )
        left_out = _count(self.not_applicable, "more does not apply.", "more do not apply.")
        return f"{'; '.join(filter(None, (self._rated_of_applicable, rest)))}. {left_out}".rstrip()

    @property
    def _rated_of_applicable(self) -> str:
        noun = "question" if self.applicable == 1 else "questions"
        if self.not_applicable:
            noun += " that applies" if self.applicable == 1 else " that apply"
        verb = "is" if self.rated <= 1 else "are"
        return f"{self.rated or 'None'} of {self.applicable} {noun} {verb} rated"

    @property
    def short(self) -> str:
        """The coverage for a line at the top of a screen, such as `4 rated · 1 not known · 4 to go`."""
        parts = [
            _count(self.rated, "rated"),
            _count(self.not_known, "not known"),
            _count(self.not_discussed, "not discussed"),
            _count(self.not_applicable, "not applicable"),
            _count(self.unanswered, "to go"),
        ]
        return " · ".join(filter(None, parts))


@dataclass(frozen=True)
class ProfileLine:
    """What a review says about one question, in a line."""

    number: int
    """Where the question stands, from 1."""
    question: Question
    answer: Answer
    level: Level | None
    words: str
    """Such as `3 Good`, `not known`, `not applicable: there is none`, or `-` where unanswered."""

    @property
    def strength(self) -> Strength | None:
        """How we know; None where nobody has said, or there is no rating."""
        return self.answer.strength

    @property
    def known_by(self) -> str:
        """How we know, in a word; `not said` under a rating where nobody has said, else empty."""
        if self.level is None:
            return ""
        return self.strength or "not said"


@dataclass(frozen=True)
class SectionLine:
    """What a review says about one section: a count at every level, never one mark."""

    title: str
    rated: int
    applicable: int
    counts: tuple[tuple[Level, int], ...]
    """How many questions stand at each level, lowest first; empty where withheld."""
    withheld: bool
    """Whether too little is rated to say anything."""
    words: str
    """The line as a sentence; where withheld, why."""


@dataclass(frozen=True)
class Profile:
    """Every question and every section, in the order of the checklist."""

    lines: tuple[ProfileLine, ...]
    sections: tuple[SectionLine, ...]


class Rank(IntEnum):
    """The classes of the rule, first to ask first."""

    NOT_KNOWN = 1
    LOW = 2
    ONLY_TOLD = 3
    """Rated high, but only told, or with nobody saying how we know."""
    REST = 4


@dataclass(frozen=True)
class Turn:
    """The place of one question among those to ask, and why."""

    question: Question
    answer: Answer
    rank: Rank
    reason: str


def coverage(review: Review) -> Coverage:
    """Count the questions of a review in each state."""
    return _covered(review, review.questions)


def profile(review: Review) -> Profile:
    """Return what the review says about every question and every section, in order."""
    return Profile(
        lines=tuple(_line(review, number, question) for number, question in enumerate(review.questions, 1)),
        sections=tuple(_section_line(review, section) for section in review.checklist.sections),
    )


def ask_first(review: Review) -> tuple[Turn, ...]:
    """Return the questions that apply in the order of `RULE`, each with the reason for its place."""
    turns = [_turn(review, question) for question in review.questions]
    asked = [turn for turn in turns if turn.answer.state is not State.NOT_APPLICABLE]
    return tuple(sorted(asked, key=lambda turn: turn.rank))


def level_of(review: Review, answer: Answer) -> Level | None:
    """Return the level of an answer as the scale has it; None where it is not rated."""
    return None if answer.level is None else review.checklist.scale.level(answer.level)


def _covered(review: Review, questions: tuple[Question, ...]) -> Coverage:
    states = Counter(review.answer(question.id).state for question in questions)
    return Coverage(questions=len(questions), **{state.value: states[state] for state in State})


def _line(review: Review, number: int, question: Question) -> ProfileLine:
    answer = review.answer(question.id)
    level = level_of(review, answer)
    if level is not None:
        words = str(level)
    elif answer.reason:
        words = f"{answer.state.words}: {answer.reason}"
    else:
        words = answer.state.words if answer.is_answered else "-"
    return ProfileLine(number, question, answer, level, words)


def _section_line(review: Review, section: Section) -> SectionLine:
    covered = _covered(review, section.questions)
    rated, applicable = covered.rated, covered.applicable
    if not applicable:
        return SectionLine(section.title, 0, 0, (), withheld=True, words="No question of this section applies.")
    if rated * 100 < applicable * ENOUGH:
        words = (
            f"Withheld, because only {rated} of {applicable} {'is' if rated == 1 else 'are'} rated: "
            f"below {ENOUGH}% it would say more than is known."
        )
        return SectionLine(section.title, rated, applicable, (), withheld=True, words=words)
    found = Counter(review.answer(question.id).level for question in section.questions)
    counts = tuple((level, found[level.value]) for level in review.checklist.scale.levels)
    spread = ", ".join(f"{count} at {level}" for level, count in counts if count)
    words = f"{rated} of {applicable} rated: {spread}."
    return SectionLine(section.title, rated, applicable, counts, withheld=False, words=words)


def _turn(review: Review, question: Question) -> Turn:
    answer = review.answer(question.id)
    level = level_of(review, answer)
    if level is not None:
        rank, reason = _rated(level, answer.strength, low=review.checklist.scale.is_low(level.value))
    elif answer.state is State.NOT_KNOWN:
        rank, reason = Rank.NOT_KNOWN, "Not known"
    else:
        said = "Not discussed" if answer.state is State.NOT_DISCUSSED else "Not reached"
        rank, reason = Rank.REST, f"{said}; in checklist order"
    return Turn(question, answer, rank, reason)


def _rated(level: Level, strength: Strength | None, *, low: bool) -> tuple[Rank, str]:
    if low:
        return Rank.LOW, f"Rated {level}: low"
    if strength is None:
        return Rank.ONLY_TOLD, f"Rated {level}, but nobody has said how we know"
    if strength is Strength.TOLD:
        return Rank.ONLY_TOLD, f"Rated {level}, but only told"
    return Rank.REST, f"Rated {level} and {strength}; in checklist order"


def _count(number: int, one: str, many: str = "") -> str:
    if not number:
        return ""
    return f"{number} {one if number == 1 else many or one}"


def _listed(parts: list[str]) -> str:
    said = [part for part in parts if part]
    return " and ".join(filter(None, [", ".join(said[:-1]), *said[-1:]]))
