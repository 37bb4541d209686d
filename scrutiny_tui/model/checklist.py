"""What a checklist asks, and the guidance that comes with each question."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from scrutiny_tui.model.scale import Level, Scale
from scrutiny_tui.model.text import Clean, one_line


class Standing(StrEnum):
    """How far a stated fact has been checked."""

    VERIFIED = "verified"
    """Read in the source itself."""
    SECONDARY = "secondary"
    """Read only in a secondary, older or mirror source: check before quoting."""
    DERIVED = "derived"
    """Our own sum on verified figures."""


class Better(StrEnum):
    """Which way an indicator should go."""

    LOWER = "lower"
    HIGHER = "higher"
    CONTEXT = "context"
    """Neither way is right in itself: ask why."""


@dataclass(frozen=True)
class Source(Clean):
    """A publication that a checklist rests on. The address is text, never a link that is followed."""

    id: str
    title: str
    publisher: str = ""
    year: str = ""
    address: str = ""


@dataclass(frozen=True)
class Claim(Clean):
    """A stated fact with the source it comes from, its date and how far it was checked."""

    text: str
    source: str
    """The id of a source of the same checklist."""
    period: str = ""
    """The date or period that the fact is about, in words."""
    standing: Standing = Standing.VERIFIED


@dataclass(frozen=True)
class LineOfEnquiry(Clean):
    """A suggested open question, and the role it is for."""

    id: str
    ask: str
    to: str = ""


@dataclass(frozen=True)
class Indicator(Clean):
    """A figure worth asking for."""

    id: str
    name: str
    unit: str = ""
    better: Better = Better.CONTEXT
    note: str = ""
    clock: Claim | None = None
    """The legal time limit or standard, where there is one."""
    england: Claim | None = None
    """The published figure for England, where it has been verified."""


@dataclass(frozen=True)
class LevelDescription(Clean):
    """What one level of the scale looks like for one question."""

    level: int
    text: str


@dataclass(frozen=True)
class Question(Clean):
    """One key question with its guidance."""

    id: str
    text: str
    name: str = ""
    """A word or two for lists; the text where the checklist gives none."""
    topic: str = ""
    """The wording of the topic in the document that the checklist comes from."""
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

    @property
    def label(self) -> str:
        """Return the short name for lists."""
        return self.name or one_line(self.text)


@dataclass(frozen=True)
class Section(Clean):
    """Questions that belong together."""

    id: str
    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
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

    def source(self, source_id: str) -> Source:
        """Return the source with this id; an unknown id gives a source with that title."""
        for source in self.sources:
            if source.id == source_id:
                return source
        return Source(id=source_id, title=source_id)

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
        words += [one_line(f"{level} {level.meaning}") for level in self.described(question)]
        return hashlib.sha256(json.dumps(words).encode()).hexdigest()[:16]
