"""What a checklist asks, and the guidance that comes with each question."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import field
from enum import StrEnum
from functools import cached_property

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.facts import Claim, Indicator, Source
from scrutiny_tui.model.scale import Level, Scale
from scrutiny_tui.model.text import Clean, one_line


class Answered(StrEnum):
    """How a question is answered."""

    LEVEL = "level"
    """With a level of the scale."""
    WORDS = "words"
    """In the note. There is nothing to rate, so it enters no figure."""


class Phase(StrEnum):
    """A stretch of the improvement journey, as the slides of 13 July 2017 name them."""

    POOR_TO_FAIR = "poor-to-fair"
    FAIR_TO_GOOD = "fair-to-good"
    GOOD_TO_GREAT = "good-to-great"

    @property
    def words(self) -> str:
        """Return the phase as a person reads it, such as `poor to fair`."""
        return self.value.replace("-", " ")


@frozen
class LineOfEnquiry(Clean):
    """A suggested open question, and the role it is for."""

    id: str
    ask: str
    to: str = ""
    phases: tuple[Phase, ...] = ()
    """The phases in which it matters most; none where it matters alike in all."""


@frozen
class LevelDescription(Clean):
    """What one level of the scale looks like for one question."""

    level: int
    text: str


@frozen
class Question(Clean):
    """One key question with its guidance."""

    id: str
    text: str
    name: str = ""
    """A word or two for lists; the text where the checklist gives none."""
    topic: str = ""
    """The wording of the topic in the document that the checklist comes from."""
    answered: Answered = Answered.LEVEL
    help: str = ""
    """How the question is meant, or how to go about answering it."""
    why: str = ""
    facts: tuple[Claim, ...] = ()
    enquiry: tuple[LineOfEnquiry, ...] = ()
    good: tuple[str, ...] = ()
    warning: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    """What to ask to see."""
    indicators: tuple[Indicator, ...] = ()
    levels: tuple[LevelDescription, ...] = ()
    sources: tuple[str, ...] = ()
    phases: tuple[Phase, ...] = ()
    """The phases in which it matters most; none where it matters alike in all."""

    @property
    def in_words(self) -> bool:
        """Tell whether the question is answered in words and never rated."""
        return self.answered is Answered.WORDS

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that a reader of the question and its guidance reads."""
        indicators = (part for each in self.indicators for part in (each.name, each.unit, each.note))
        claims = (claim for each in self.indicators for claim in (each.clock, each.england) if claim)
        return (
            *(self.name, self.text, self.help, self.topic, self.why),
            *(part for line in self.enquiry for part in (line.to, line.ask)),
            *(*self.good, *self.warning, *self.evidence),
            *indicators,
            *(claim.text for claim in (*self.facts, *claims)),
            *(level.text for level in self.levels),
        )

    @property
    def label(self) -> str:
        """Return the short name for lists."""
        return self.name or one_line(self.text)


@frozen
class Section(Clean):
    """Questions that belong together."""

    id: str
    title: str
    questions: tuple[Question, ...]
    about: str = ""
    """What this part is about."""


@frozen
class Checklist(Clean):
    """A set of questions in sections, with a scale."""

    id: str
    title: str
    scale: Scale
    sections: tuple[Section, ...]
    edition: str = ""
    purpose: str = ""
    takes: str = ""
    """How long it takes, in words."""
    origin: str = ""
    checked: str = ""
    """The date on which its facts were last checked, as YYYY-MM-DD."""
    sources: tuple[Source, ...] = field(default=())

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """All questions in order."""
        return tuple(question for section in self.sections for question in section.questions)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {question.id: place for place, question in enumerate(self.questions)}

    def has(self, question_id: str) -> bool:
        """Tell whether there is a question with this id."""
        return question_id in self._places

    def place(self, question_id: str) -> int:
        """Return where this question stands, from 0.

        Raises:
            KeyError: there is no such question.
        """
        return self._places[question_id]

    def question(self, question_id: str) -> Question:
        """Return the question with this id.

        Raises:
            KeyError: there is no such question.
        """
        return self.questions[self._places[question_id]]

    @cached_property
    def _sections(self) -> dict[str, Section]:
        return {question.id: section for section in self.sections for question in section.questions}

    def section_of(self, question: Question) -> Section:
        """Return the section in which a question of this checklist stands.

        Raises:
            KeyError: there is no such question.
        """
        return self._sections[question.id]

    def source(self, source_id: str) -> Source:
        """Return the source with this id; an unknown id gives a source with that title."""
        for source in self.sources:
            if source.id == source_id:
                return source
        return Source(id=source_id, title=source_id)

    def told(self, claim: Claim) -> str:
        """Return a claim as plain text, with its period, the title of its source, and how far it was checked."""
        told = (claim.period, self.source(claim.source).title, claim.standing.caution)
        return f"{claim.text} ({'; '.join(filter(None, told))})"

    def described(self, question: Question) -> Iterator[Level]:
        """Yield the levels of the scale in order, described for this question."""
        own = {description.level: description.text for description in question.levels}
        for level in self.scale.levels:
            yield Level(level.value, level.label, own.get(level.value, level.meaning))

    def wording(self, question: Question) -> str:
        """Return the hash of what a rater was asked: the question and its described levels.

        Two answers can be compared only where it agrees. Spacing does not count.
        """
        words = [one_line(question.text)]
        if not question.in_words:
            words += [one_line(f"{level} {level.meaning}") for level in self.described(question)]
        return hashlib.sha256(json.dumps(words).encode()).hexdigest()[:16]
