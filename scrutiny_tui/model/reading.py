"""What follows from a review: what it says, and what to ask first. Computed, never stored."""

from collections import Counter
from enum import IntEnum

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.agreement import Agreement, tally
from scrutiny_tui.model.answer import Answer, State, Strength
from scrutiny_tui.model.checklist import Question, Section
from scrutiny_tui.model.coverage import covered
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.scale import Level

ENOUGH = 60
"""The least coverage, in per cent, at which anything is said about a section."""

RULE = (
    "First what is not known; then what is rated low; then what is rated high, but only told or with nobody saying "
    "how we know; then what the raters were polarised or split on; then the rest in the order of the checklist. What "
    "does not apply is left out."
)
"""The rule that orders the questions to ask, as it is printed."""


IN_WORDS = "in words"
"""What stands in the place of a level where a question is answered in words."""


@frozen
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


@frozen
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


@frozen
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
    DIFFERENT = 4
    """Those who rated it were polarised or split."""
    REST = 5


@frozen
class Turn:
    """The place of one question among those to ask, and why."""

    question: Question
    answer: Answer
    rank: Rank
    reason: str


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
    return tuple(sorted(asked, key=lambda turn: (turn.rank, not review.matters_most(turn.question))))


def rule(review: Review) -> str:
    """Return the rule that orders the questions to ask, as it is printed for this review."""
    if review.phase is None:
        return RULE
    return f"{RULE} Within each of these, what matters most in the phase {review.phase.words} stands first."


def level_of(review: Review, answer: Answer) -> Level | None:
    """Return the level of an answer as the scale has it; None where it is not rated."""
    return None if answer.level is None else review.checklist.scale.level(answer.level)


def answer_in_words(review: Review, answer: Answer) -> str:
    """Return what an answer says, such as `3 Good`, `not applicable: there is none`, or `-` where it says nothing."""
    return ": ".join(filter(None, (_in_short(review, answer), answer.reason)))


def answer_in_brief(review: Review, answer: Answer) -> str:
    """Return an answer in a few words and how we know, such as `3 Good, tested` or `not applicable`, but not why."""
    return ", ".join(filter(None, (_in_short(review, answer), answer.strength)))


def _in_short(review: Review, answer: Answer) -> str:
    level = level_of(review, answer)
    if level is not None:
        return str(level)
    if answer.is_answered:
        return answer.state.words
    written = review.checklist.question(answer.question).in_words and answer.note.strip()
    return IN_WORDS if written else "-"


def _line(review: Review, number: int, question: Question) -> ProfileLine:
    answer = review.answer(question.id)
    return ProfileLine(number, question, answer, level_of(review, answer), answer_in_words(review, answer))


def _section_line(review: Review, section: Section) -> SectionLine:
    count = covered(review, section.questions)
    rated, applicable = count.rated, count.applicable
    if not applicable:
        words = "No question of this section applies." if count.questions else "This section is answered in words."
        return SectionLine(section.title, 0, 0, (), withheld=True, words=words)
    if rated * 100 < applicable * ENOUGH:
        words = (
            f"Withheld, because only {rated} of {applicable} {'is' if rated <= 1 else 'are'} rated: "
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
        rank, reason = Rank.REST, _unrated(review, question)
    if different := _different(review, question):
        rank, reason = min(rank, Rank.DIFFERENT), f"{reason}; {different}"
    if answer.carried:
        reason += "; brought along, not confirmed"
    if review.phase and review.matters_most(question):
        reason += f"; matters most in the phase {review.phase.words}"
    elif rank is Rank.REST:
        reason += "; in checklist order"
    return Turn(question, answer, rank, reason)


def _different(review: Review, question: Question) -> str:
    """Return how far the raters were from each other when they were last heard, where that is a reason to ask."""
    revealed = review.panel.discussion(question.id).revealed
    agreement = tally(revealed[-1].ratings, review.checklist.scale).agreement if revealed else None
    return f"raters {agreement}" if agreement in {Agreement.POLARISED, Agreement.SPLIT} else ""


def _unrated(review: Review, question: Question) -> str:
    if review.answer(question.id).state is State.NOT_DISCUSSED:
        return "Not discussed"
    return "Answered in words" if review.is_answered(question) else "Not reached"


def _rated(level: Level, strength: Strength | None, *, low: bool) -> tuple[Rank, str]:
    if low:
        return Rank.LOW, f"Rated {level}: low"
    if strength is None:
        return Rank.ONLY_TOLD, f"Rated {level}, but nobody has said how we know"
    if strength is Strength.TOLD:
        return Rank.ONLY_TOLD, f"Rated {level}, but only told"
    return Rank.REST, f"Rated {level} and {strength}"
