"""The guide as pages to read, worked out once for the screen and for the command."""

from collections.abc import Iterator
from dataclasses import dataclass

from scrutiny_tui.model.facts import Source, Standing
from scrutiny_tui.model.guide import Guide, Stage, Term
from scrutiny_tui.model.meeting import written_day

MONTHS_A_COLUMN = 1.25
"""How many months a column of the drawn timeline stands for: five years fit into the narrowest screen."""
BAR = "="


@dataclass(frozen=True)
class Passage:
    """Something to read, on a line of its own or several."""

    text: str
    lead: str = ""
    """What stands before it and stands out."""
    aside: str = ""
    """Where it comes from, and when it was true."""
    drawn: bool = False
    """Whether its lines stay as they are, because letters under each other mean something."""

    @property
    def label(self) -> str:
        """The lead as it stands before the text, with a colon between; alone, it is a heading."""
        return f"{self.lead.rstrip(':')}:" if self.lead and self.text else self.lead


@dataclass(frozen=True)
class Page:
    """One part of the guide."""

    name: str
    """A word for it."""
    passages: tuple[Passage, ...]


def pages(guide: Guide) -> tuple[Page, ...]:
    """Return the guide, page by page."""
    return (
        Page("Steps", tuple(_steps(guide))),
        Page("Phases", tuple(_phases(guide))),
        Page("Timeline", tuple(_timeline(guide))),
        Page("Offer", (Passage(guide.offer.about), *(Passage(f"- {item}") for item in guide.offer.items))),
        Page("References", tuple(_references(guide))),
        Page("Changed", tuple(_changed(guide))),
        Page("Words", tuple(word(term) for term in guide.glossary)),
    )


def word(term: Term) -> Passage:
    """Return one entry of the glossary."""
    return Passage(term.means, term.title)


def _steps(guide: Guide) -> Iterator[Passage]:
    yield Passage(guide.about, aside=f"facts last checked {written_day(guide.checked)}")
    for number, step in enumerate(guide.steps, 1):
        yield Passage("", f"Step {number}. {step.name}")
        yield Passage(step.what, "What")
        yield Passage(step.why, "Why")
        yield Passage(step.how, "How")
        yield Passage(step.ask, "Ask")
        yield Passage(step.beware, "Beware")


def _phases(guide: Guide) -> Iterator[Passage]:
    for number, stretch in enumerate(guide.phases, 1):
        yield Passage(stretch.about, f"Phase {number}. {stretch.phase.words.capitalize()}")
        for mark in stretch.marks:
            yield Passage(f"- {mark}")
        yield Passage(stretch.ask, "Ask")


def _timeline(guide: Guide) -> Iterator[Passage]:
    timeline = guide.timeline
    yield Passage(timeline.about)
    yield Passage(drawing(timeline.stages, timeline.throughout), drawn=True)
    yield Passage(timeline.caution.about, "A caution")
    for event in timeline.caution.events:
        yield Passage(
            event.text, event.period[:1].upper() + event.period[1:], _origin(guide.source(event.source), event.standing)
        )


def drawing(stages: tuple[Stage, ...], throughout: tuple[str, ...]) -> str:
    """Return the timeline as lines of text: a ruler of years, and a bar under the name of each stage."""
    whole = max(stage.end for stage in stages)
    year = round(12 / MONTHS_A_COLUMN)
    lines = ["".join(f"|year {number}".ljust(year) for number in range(1, -(-whole // 12) + 1)).rstrip()]
    for stage in stages:
        lines += [f"{stage.name}, {stage.lasts}", _bar(stage.start, stage.end)]
    for name in throughout:
        lines += [f"{name}, throughout", _bar(0, whole)]
    return "\n".join(lines)


def _bar(start: int, end: int) -> str:
    first, last = round(start / MONTHS_A_COLUMN), round(end / MONTHS_A_COLUMN)
    return " " * first + BAR * max(1, last - first)


def _references(guide: Guide) -> Iterator[Passage]:
    for reference in guide.references:
        said = [", ".join(filter(None, (reference.publisher, reference.year))), reference.now]
        yield Passage(". ".join(part.rstrip(".") for part in said if part), reference.title, reference.address)


def _changed(guide: Guide) -> Iterator[Passage]:
    yield Passage("What the papers of 2017 say, and what has taken its place.")
    for change in guide.changed:
        yield Passage(change.now, change.then, _origin(guide.source(change.source), change.standing))


def _origin(source: Source, standing: Standing) -> str:
    where = ", ".join(filter(None, (source.title, source.publisher, source.year)))
    return "; ".join(filter(None, (where, standing.caution)))
