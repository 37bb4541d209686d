"""Everything a summary screen and every document shows, worked out once so that they cannot disagree."""

from dataclasses import replace

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.answer import Evidence, State, Strength
from scrutiny_tui.model.checklist import Checklist, Question
from scrutiny_tui.model.comparison import Comparison, comparison
from scrutiny_tui.model.coverage import Coverage, coverage
from scrutiny_tui.model.differences import Differences, differences
from scrutiny_tui.model.evidence_report import EvidenceReport, evidence_report
from scrutiny_tui.model.facts import Source
from scrutiny_tui.model.leaving import as_heard, as_shown, without_names, without_private_notes
from scrutiny_tui.model.meeting import Meeting, Paper, Person, in_pages
from scrutiny_tui.model.reading import Profile, ProfileLine, profile, rule
from scrutiny_tui.model.recommendation_report import RecommendationLine, recommendation_lines, reply_rule
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.room import RoomList, RoomQuestion, room
from scrutiny_tui.model.session_report import SessionReport, session_report
from scrutiny_tui.model.sums import Sums, sums


@frozen
class Labelled:
    """A line such as `Committee: Children's Services Scrutiny`."""

    label: str
    text: str


@frozen
class Entry:
    """Everything that is said about one question of the checklist."""

    number: int
    section: str
    """The section's title."""
    question: str
    """The question's id."""
    name: str
    text: str
    topic: str
    help: str
    """How the question is meant."""
    why: str
    """Why the question matters."""
    state: State
    answered: bool
    words: str
    """The answer in words, such as `2 Fair`, `not known` or `not reached`."""
    meaning: str
    """What that level looks like for this question; empty where there is no level."""
    strength: Strength | None
    how_known: str
    """How we know, such as `told (someone said so)`, or `nobody has said`; empty where there is no level."""
    evidence: tuple[Evidence, ...]
    """Each with the title of its paper in the place of the paper's id."""
    carried: str
    """The earlier review that the answer was brought along from and has not been confirmed since; else empty."""
    note: str
    private_note: str
    asks: tuple[RoomQuestion, ...]
    """The questions written for it, numbered as in the list to take into the room; 0 where left out of it by hand."""


@frozen
class Report:
    """A review as it is read. Built by `build`, which leaves private notes out unless told otherwise."""

    title: str
    checklist: str
    """The title and the edition of the checklist."""
    about: tuple[Labelled, ...]
    """What the checklist is for and where it comes from; only what is known."""
    meeting: tuple[Labelled, ...]
    """The details of the meeting that are filled in."""
    papers: tuple[Paper, ...]
    people: tuple[Person, ...]
    coverage: Coverage
    room: tuple[RoomQuestion, ...]
    """The questions to take into the room, first to ask first."""
    dropped: tuple[RoomQuestion, ...]
    """Those that were left out of that list by hand."""
    recommendations: tuple[RecommendationLine, ...]
    """The open ones first."""
    session: SessionReport | None
    """What the group did; None where there was no session."""
    profile: Profile
    differences: Differences | None
    """Who rated what in the last rounds; None where no round was revealed."""
    evidence: EvidenceReport
    changes: Comparison | None
    """What moved since earlier reviews; None where it is compared with none."""
    sums: Sums
    """How the figures above were worked out."""
    entries: tuple[Entry, ...]
    sources: tuple[Source, ...]
    """Those that the questions use."""
    reply_rule: str
    """When replies are due and where that is laid down; empty where nothing is recommended."""
    rule: str
    """In which order the questions to take into the room stand."""
    how_to_read: tuple[str, ...]
    nameless: bool
    """Whether names are left out of this copy."""
    review: Review
    """What all of it was worked out from, for formats that carry the whole review. Nothing sealed is in it."""

    @property
    def not_known(self) -> tuple[Entry, ...]:
        """The questions whose answer is that we do not know."""
        return tuple(entry for entry in self.entries if entry.state is State.NOT_KNOWN)

    @property
    def not_reached(self) -> tuple[Entry, ...]:
        """The questions that were not discussed or not reached."""
        return tuple(entry for entry in self.entries if entry.state is State.NOT_DISCUSSED or not entry.answered)


def build(review: Review, *, private: bool = False, names: bool = True) -> Report:
    """Return the report on a review.

    Private notes are taken out of the review before anything else is done, unless `private` is true, and so are the
    names of people where `names` is false.
    """
    if not private:
        review = without_private_notes(review)
    if not names:
        review = without_names(review)
    review = as_heard(review)
    checklist, meeting = review.checklist, review.meeting
    shown = profile(review)
    asked = room(review)
    order = _rule(review, asked)
    return Report(
        title=review.title,
        checklist=", ".join(filter(None, (checklist.title, checklist.edition and f"edition {checklist.edition}"))),
        about=_filled(("Purpose", checklist.purpose), ("Origin", checklist.origin)),
        meeting=_meeting_lines(meeting) + _review_lines(review),
        papers=meeting.papers,
        people=meeting.people,
        coverage=coverage(review),
        room=asked.questions,
        dropped=asked.dropped,
        recommendations=recommendation_lines(review),
        session=session_report(review),
        profile=shown,
        differences=differences(review),
        evidence=evidence_report(review),
        changes=comparison(review),
        sums=sums(review, shown),
        entries=tuple(_entry(review, line, (*asked.questions, *asked.dropped)) for line in shown.lines),
        sources=_sources(checklist),
        reply_rule=reply_rule(review),
        rule=order,
        how_to_read=_how_to_read(review, order),
        nameless=not names,
        review=as_shown(review),
    )


def _filled(*lines: tuple[str, str]) -> tuple[Labelled, ...]:
    return tuple(Labelled(label, text) for label, text in lines if text.strip())


def _meeting_lines(meeting: Meeting) -> tuple[Labelled, ...]:
    return _filled(
        ("Council", meeting.council),
        ("Committee", meeting.committee),
        ("Date", meeting.day),
        ("Time", meeting.time),
        ("Venue", meeting.venue),
        ("Item", ", ".join(filter(None, (meeting.item, in_pages(meeting.pages))))),
        ("Asked to", meeting.asked_to),
    )


def _review_lines(review: Review) -> tuple[Labelled, ...]:
    phase = review.phase.words if review.phase else ""
    return _filled(("Prepared by", review.by), ("Phase of the improvement journey", phase))


def _entry(review: Review, line: ProfileLine, taken: tuple[RoomQuestion, ...]) -> Entry:
    question, answer = line.question, line.answer
    described = {level.value: level.meaning for level in review.checklist.described(question)}
    answered = review.is_answered(question)
    how_known = ""
    if line.level is not None:
        how_known = f"{line.strength} ({line.strength.meaning})" if line.strength else "nobody has said"
    return Entry(
        number=line.number,
        section=review.checklist.section_of(question).title,
        question=question.id,
        name=question.label,
        text=question.text,
        topic=question.topic,
        help=question.help,
        why=question.why,
        state=answer.state,
        answered=answered,
        words=line.words if answered else "not reached",
        meaning=described[line.level.value] if line.level else "",
        strength=line.strength,
        how_known=how_known,
        evidence=tuple(replace(each, paper=review.meeting.paper_title(each.paper)) for each in answer.evidence),
        carried=answer.carried,
        note=answer.note,
        private_note=answer.private_note,
        asks=tuple(each for each in taken if each.question == question.id and not each.suggested),
    )


def _sources(checklist: Checklist) -> tuple[Source, ...]:
    used = dict.fromkeys(source for question in checklist.questions for source in _cited(question))
    listed = [source for source in checklist.sources if source.id in used]
    known = {source.id for source in listed}
    return (*listed, *(checklist.source(cited) for cited in used if cited not in known))


def _cited(question: Question) -> list[str]:
    claims = [*question.facts]
    for indicator in question.indicators:
        claims += [claim for claim in (indicator.clock, indicator.england) if claim]
    return [*question.sources, *(claim.source for claim in claims)]


def _rule(review: Review, asked: RoomList) -> str:
    """Return the rule, and how many questions somebody placed or left out in spite of it."""
    placed, dropped = sum(each.by_hand for each in asked.questions), len(asked.dropped)
    by_hand = [f"{placed} {'was' if placed == 1 else 'were'} placed by hand" if placed else "",
               f"{dropped} {'was' if dropped == 1 else 'were'} left out by hand" if dropped else ""]  # fmt: skip
    told = " and ".join(filter(None, by_hand))
    return f"{rule(review)} Here {told}." if told else rule(review)


def _how_to_read(review: Review, order: str) -> tuple[str, ...]:
    scale = review.checklist.scale
    low = " or ".join(str(level) for level in scale.levels if scale.is_low(level.value))
    no_mark = (
        "There is no overall mark. The questions are about different things, and a sum would hide a poor answer "
        "behind good ones."
    )
    return (
        f"Levels run from {scale.levels[0]} to {scale.levels[-1]}." + (f" Low means {low}." if low else ""),
        *(f"{level}: {level.meaning}" for level in scale.levels if level.meaning.strip()),
        "How we know: " + "; ".join(f"{strength} means {strength.meaning}" for strength in Strength) + ".",
        "Not known is an answer, and often the finding. It is never counted as a level.",
        no_mark,
        f"The questions to take into the room are in this order. {order}",
    )
