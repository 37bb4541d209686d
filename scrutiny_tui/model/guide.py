"""The guide to an improvement journey: its steps, phases and timeline, where to read on, and what words mean."""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.checklist import Phase
from scrutiny_tui.model.facts import Claim, Source, Standing
from scrutiny_tui.model.text import Clean


@frozen
class Step(Clean):
    """One of the steps at the start of a journey."""

    name: str
    what: str
    why: str
    how: str
    ask: str
    """What scrutiny should ask about it."""
    beware: str
    """A sign that it has gone wrong."""


@frozen
class Stretch(Clean):
    """One phase of the journey, and what marks it."""

    phase: Phase
    about: str
    marks: tuple[str, ...]
    ask: str
    """What scrutiny should ask in this phase."""


@frozen
class Stage(Clean):
    """A part of the timeline, in months from its start."""

    name: str
    start: int
    end: int
    lasts: str
    """How long it takes, in the words of the source."""


@frozen
class Caution(Clean):
    """What really happened, to be held against the timeline."""

    about: str
    events: tuple[Claim, ...]


@frozen
class Timeline(Clean):
    """How long the journey is said to take."""

    about: str
    stages: tuple[Stage, ...]
    throughout: tuple[str, ...]
    """What goes on all the time."""
    caution: Caution


@frozen
class Offer(Clean):
    """Help with improvement that was offered."""

    about: str
    items: tuple[str, ...]


@frozen
class Reference(Clean):
    """A publication to read on in. Its address is text, never followed."""

    title: str
    publisher: str = ""
    year: str = ""
    address: str = ""
    now: str = ""
    """What became of it."""


@frozen
class Change(Clean):
    """A term that is out of date, and what replaced it."""

    then: str
    now: str
    source: str
    """The id of one of the guide's sources."""
    standing: Standing = Standing.VERIFIED


class Place(StrEnum):
    """Where words of this program stand."""

    QUESTION = "question"
    SESSION = "session"
    SUMMARY = "summary"


@frozen
class Term(Clean):
    """A word or an abbreviation, and what it means."""

    term: str
    means: str
    also: tuple[str, ...] = ()
    """Other forms in which it appears."""
    where: tuple[Place, ...] = ()
    """Where this program uses it in a sense of its own. Then the same word in a question is not meant by it."""

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # An abbreviation in capitals is itself only in capitals: a LAC is not a lac.
        forms = [re.escape(form) if form.isupper() else f"(?i:{re.escape(form)})" for form in (self.term, *self.also)]
        return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")

    @property
    def title(self) -> str:
        """The term with its abbreviations, such as `Director of Children's Services (DCS)`."""
        short = ", ".join(form for form in self.also if form.isupper() and form not in self.term)
        return f"{self.term} ({short})" if short else self.term

    def is_in(self, text: str) -> bool:
        """Tell whether a text uses the term in any of its forms."""
        return bool(self._pattern.search(text))


@frozen
class Guide(Clean):
    """The whole guide."""

    about: str
    checked: str
    """The date on which its facts were last checked, as YYYY-MM-DD."""
    steps: tuple[Step, ...]
    phases: tuple[Stretch, ...]
    timeline: Timeline
    offer: Offer
    references: tuple[Reference, ...]
    changed: tuple[Change, ...]
    glossary: tuple[Term, ...]
    sources: tuple[Source, ...]

    def source(self, source_id: str) -> Source:
        """Return the source with this id.

        Raises:
            KeyError: there is none.
        """
        return {source.id: source for source in self.sources}[source_id]

    def terms_in(self, texts: Iterable[str]) -> tuple[Term, ...]:
        """Return the terms of the glossary that these texts use, in the order of the alphabet."""
        text = "\n".join(texts)
        return tuple(term for term in self.glossary if not term.where and term.is_in(text))

    def terms_at(self, place: Place | None) -> tuple[Term, ...]:
        """Return the words that this program uses in a place, in the order of the alphabet."""
        return tuple(term for term in self.glossary if place in term.where)
