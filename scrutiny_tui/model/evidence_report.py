"""What ratings rest on: the evidence that was used, and where one source, or none, carries a rating."""

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.answer import Evidence
from scrutiny_tui.model.meeting import in_pages
from scrutiny_tui.model.reading import ProfileLine, profile
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.text import one_line

UNNAMED = "A source that is not named"


@frozen
class UsedFor:
    """One piece of evidence on a question."""

    number: int
    """Where the question stands in the checklist, from 1."""
    name: str
    """The name of the question."""
    where: str
    """Pages, date and who said it; only what is known."""
    shows: str


@frozen
class Used:
    """A paper, document or person, and all that it is used for."""

    title: str
    uses: tuple[UsedFor, ...]


@frozen
class Footing:
    """What one rating rests on."""

    number: int
    question: str
    """The question's id."""
    name: str
    words: str
    """The rating in words, such as `3 Good`."""
    known_by: str
    """How we know, in a word, or `not said`."""
    sources: tuple[str, ...]
    """The sources that are noted for it, each once."""

    @property
    def sum(self) -> str:
        """What it rests on, in words."""
        known = f"{self.name} is rated {self.words} and {self.known_by}" if self.known_by != "not said" else (
            f"{self.name} is rated {self.words}, and nobody has said how we know")  # fmt: skip
        if not self.sources:
            return f"{known}. No evidence is noted for it."
        many = "one source" if len(self.sources) == 1 else f"{len(self.sources)} sources"
        return f"{known}. It rests on {many}: {'; '.join(self.sources)}."


@frozen
class EvidenceReport:
    """What the review rests on."""

    used: tuple[Used, ...]
    """The papers of the meeting first, then other sources as they come."""
    unused: tuple[str, ...]
    """The papers of the meeting on which nothing rests."""
    footings: tuple[Footing, ...]
    """Every rating, in the order of the checklist."""

    @property
    def single(self) -> tuple[Footing, ...]:
        """The ratings that rest on one source."""
        return tuple(each for each in self.footings if len(each.sources) == 1)

    @property
    def bare(self) -> tuple[Footing, ...]:
        """The ratings for which no evidence is noted."""
        return tuple(each for each in self.footings if not each.sources)

    @property
    def sentence(self) -> str:
        """How many ratings rest on how much."""
        rated, one, none = len(self.footings), len(self.single), len(self.bare)
        if not rated:
            return "Nothing is rated, so nothing rests on evidence yet."
        noun = "1 rating rests" if rated == 1 else f"Of {rated} ratings"
        if rated == 1:
            return f"{noun} on {'no evidence that is noted' if none else 'one source' if one else 'several sources'}."
        parts = [
            (rated - one - none, "on two sources or more"),
            (one, "on one source"),
            (none, "on none that is noted"),
        ]
        told = [f"{count} {'rests' if count == 1 else 'rest'} {words}" for count, words in parts if count]
        return f"{noun}, {', '.join(told)}."


def evidence_report(review: Review) -> EvidenceReport:
    """Return what a review rests on."""
    lines = profile(review).lines
    found: dict[str, list[UsedFor]] = {one_line(paper.title): [] for paper in review.meeting.papers}
    for line in lines:
        for each in line.answer.evidence:
            where = ", ".join(filter(None, map(one_line, (in_pages(each.pages), each.date, each.who))))
            use = UsedFor(line.number, line.question.label, where, one_line(each.shows))
            found.setdefault(_source(review, each), []).append(use)
    papers = {one_line(paper.title) for paper in review.meeting.papers}
    return EvidenceReport(
        used=tuple(Used(title, tuple(uses)) for title, uses in found.items() if uses),
        unused=tuple(title for title, uses in found.items() if title in papers and not uses and title),
        footings=tuple(_footing(review, line) for line in lines if line.level is not None),
    )


def _footing(review: Review, line: ProfileLine) -> Footing:
    sources = tuple(dict.fromkeys(_source(review, each) for each in line.answer.evidence))
    return Footing(line.number, line.question.id, line.question.label, line.words, line.known_by, sources)


def _source(review: Review, evidence: Evidence) -> str:
    """Return the name of the source: its paper, or else who said it. Two pages of one paper are one source."""
    return one_line(review.meeting.paper_title(evidence.paper)) or one_line(evidence.who) or UNNAMED
