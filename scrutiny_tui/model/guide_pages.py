"""The guide as pages to read, worked out once for the screen and for the command."""

from collections.abc import Iterator

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.checklist import Question
from scrutiny_tui.model.facts import Source, Standing
from scrutiny_tui.model.guide import Guide, Place, Stage, Term, Timeline
from scrutiny_tui.model.meeting import written_day

TITLE = "The guide to an improvement journey"
MONTHS_A_COLUMN = 1.25
"""How many months a column of the drawn timeline stands for: five years fit into the narrowest screen."""
BAR = "="


@frozen
class Passage:
    """Something to read, on a line of its own or several."""

    text: str
    lead: str = ""
    """What stands before it and stands out."""
    aside: str = ""
    """Where it comes from, and when it was true."""
    drawn: bool = False
    """Whether its lines stay as they are, because letters under each other mean something."""
    aloud: str = ""
    """What is said in its place to who does not see what is drawn."""

    @property
    def label(self) -> str:
        """The lead as it stands before the text, with a colon between; alone, it is a heading."""
        return f"{self.lead.rstrip(':')}:" if self.lead and self.text else self.lead

    @property
    def plain(self) -> str:
        """All of it as text: the label, the text, and behind it where it comes from."""
        return f"{self.label} {self.text}{f' ({self.aside})' if self.aside else ''}".strip()


@frozen
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


def words_first(guide: Guide, question: Question | None, place: Place | None) -> tuple[str, tuple[Term, ...]]:
    """Return a heading over what words mean, and the words that come first, in words and in their order.

    Those of the place come first, but on a question after those that it uses.
    """
    asked = guide.terms_in(question.texts) if question else ()
    here = guide.terms_at(place)
    first = (*asked, *here) if place in {None, Place.QUESTION} else (*here, *asked)
    return f"What words mean{_which_first(question, len(asked), place)}", first


def _which_first(question: Question | None, asked: int, place: Place | None) -> str:
    if place in {Place.SESSION, Place.SUMMARY}:
        return f", those of the {place} first"
    none = ": this question has none of them in it" if question else ""
    return f", the {asked} of this question first" if asked else none


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
    yield Passage(drawing(timeline.stages, timeline.throughout), drawn=True, aloud="\n".join(_in_months(timeline)))
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


def _in_months(timeline: Timeline) -> Iterator[str]:
    for stage in timeline.stages:
        yield f"{stage.name}, {stage.lasts}: from month {stage.start} to month {stage.end}."
    yield from (f"{name}, throughout." for name in timeline.throughout)


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
