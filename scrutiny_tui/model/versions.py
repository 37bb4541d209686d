"""What differs between two states of one review, in words. Nothing that is sealed in either is told."""

from collections.abc import Iterator

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.answer import Answer, Ask, Evidence
from scrutiny_tui.model.checklist import Question
from scrutiny_tui.model.coverage import coverage
from scrutiny_tui.model.meeting import Meeting, in_words
from scrutiny_tui.model.reading import IN_WORDS, answer_in_words
from scrutiny_tui.model.recommendation import Recommendation
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.session_report import Discussed, SessionReport, session_report
from scrutiny_tui.model.text import counted, one_line

PRIVATE = "private note"
HIDDEN = "not shown"
"""What stands in the place of a private note that nobody asked to see."""
_UNTOLD = "differs only in its history, or in what is not shown"
_NOUNS = {
    "answered": ("answer", "answers"),
    "notes": ("note", "notes"),
    "private_notes": ("private note", "private notes"),
    "asks": ("question to ask", "questions to ask"),
    "evidence": ("piece of evidence", "pieces of evidence"),
    "recommendations": ("recommendation", "recommendations"),
}

Told = Iterator[tuple[str, str, str]]
"""What is told: in a word, the id where there are several of them, and the text, which may be empty."""


@frozen
class Difference:
    """One thing that is not the same in both."""

    about: str
    """The question's name, or the part of the review."""
    what: str
    """Such as `answer` or `note`."""
    here: str
    """What the one says; empty where it says nothing."""
    there: str
    """What the other says."""


@frozen
class Counts:
    """How much a review holds."""

    questions: int
    answered: int
    rated: int
    not_known: int
    notes: int
    private_notes: int
    asks: int
    evidence: int
    recommendations: int


def counts(review: Review) -> Counts:
    """Count what a review holds."""
    covered = coverage(review)
    return Counts(
        questions=covered.asked,
        answered=covered.answered,
        rated=covered.rated,
        not_known=covered.not_known + covered.words_not_known,
        notes=sum(bool(answer.note.strip()) for answer in review.answers),
        private_notes=sum(bool(answer.private_note.strip()) for answer in review.answers),
        asks=sum(len(answer.asks) for answer in review.answers),
        evidence=sum(len(answer.evidence) for answer in review.answers),
        recommendations=len(review.recommendations),
    )


def in_counts(here: Review, there: Review) -> str:
    """Return what `there` has more or fewer of than `here`, such as `2 answers fewer, 1 note more`."""
    if here == there:
        return "the same"
    one, other = counts(here), counts(there)
    told = []
    for name, nouns in _NOUNS.items():
        if by := getattr(other, name) - getattr(one, name):
            told.append(f"{counted(abs(by), *nouns)} {'more' if by > 0 else 'fewer'}")
    found = len(differences(here, there))
    return ", ".join(told) or (f"{counted(found, 'difference')}, as many of everything" if found else _UNTOLD)


def differences(here: Review, there: Review, *, private: bool = True) -> tuple[Difference, ...]:
    """Return what differs, in the order of the review; without `private`, of private notes only that they do."""
    one, other = _facts(here), _facts(there)
    found = []
    for key in {**one, **other}:
        texts = one.get(key, ""), other.get(key, "")
        if texts[0] != texts[1]:
            if key[1] == PRIVATE and not private:
                texts = (HIDDEN if texts[0] else "", HIDDEN if texts[1] else "")
            found.append(Difference(key[0], key[1], *texts))
    abouts = list(dict.fromkeys(about for about, _, _ in {**one, **other}))
    return tuple(sorted(found, key=lambda each: abouts.index(each.about)))


def _facts(review: Review) -> dict[tuple[str, str, str], str]:
    """Return everything that a review says, as texts; a question that is in both goes by its name and id."""
    found: dict[tuple[str, str, str], str] = {}
    for about, told in _parts(review):
        found |= {(about, what, key): text.strip() for what, key, text in told if text.strip()}
    return found


def _parts(review: Review) -> Iterator[tuple[str, Told]]:
    yield "The review", _frame(review)
    yield "The meeting", _meeting(review.meeting)
    held = session_report(review)
    for number, question in enumerate(review.questions, 1):
        discussed = held.on(question.id) if held else None
        yield f"{number}. {one_line(question.label)}", _question(review, question, discussed)
    if held:
        yield "The session", _session(review, held)
    for each in review.recommendations:
        yield "Recommendations", iter([("recommendation", each.id, _recommendation(each))])


def _frame(review: Review) -> Told:
    yield "title", "", review.title
    yield "whose it is", "", review.by
    yield "checklist", "", " ".join(filter(None, (review.checklist.title, review.checklist.edition)))
    yield "phase of the service", "", review.phase.words if review.phase else ""
    yield "months for a reply", "", str(review.reply_months)
    room = [f"{each.key} at {each.number}" for each in review.room.placed]
    room += [f"{each} left out" for each in review.room.dropped]
    yield "changed by hand in the questions for the room", "", one_line("; ".join(room))
    yield "compared with", "", "; ".join(each.title for each in review.earlier)
    for why in review.whys:
        yield "why an answer moved", f"{why.question} {why.since}", why.text


def _meeting(meeting: Meeting) -> Told:
    yield "date", "", in_words(meeting.date) if meeting.date else ""
    for name in ("council", "committee", "time", "venue", "item", "pages", "asked_to"):
        yield name.replace("_", " "), "", getattr(meeting, name)
    for paper in meeting.papers:
        yield "paper", paper.id, _listed(paper.title, paper.pages and f"pages {paper.pages}")
    for at, person in enumerate(meeting.people):
        yield "person", str(at), _listed(person.name, person.kind, person.attendance, person.interest)


def _question(review: Review, question: Question, discussed: Discussed | None) -> Told:
    answer = review.answer(question.id)
    yield "answer", "", _answer(review, answer)
    yield "note", "", answer.note
    yield PRIVATE, "", answer.private_note
    yield from (("question to ask", ask.id, _ask(ask)) for ask in answer.asks)
    yield from (("evidence", each.id, _evidence(review.meeting, each)) for each in answer.evidence)
    if discussed:
        for one in discussed.rounds:
            yield f"round {one.number}", "", "; ".join(_listed(voice.name, voice.words) for voice in one.voices)
        yield "sealed", "", discussed.sealed
        yield "agreed answer", "", _listed(discussed.agreed, discussed.known_by)
        yield "why that was agreed", "", discussed.reason
        yield "minority view", "", discussed.minority
        for at, note in enumerate(discussed.brought):
            asks = "; ".join(map(_ask, note.asks))
            yield "brought by a member's file", str(at), _listed(note.name, note.said, note.text, asks)


def _answer(review: Review, answer: Answer) -> str:
    words = answer_in_words(review, answer)
    if words in {IN_WORDS, "-"}:  # the note tells it, or there is nothing to tell
        return ""
    return _listed(one_line(words), answer.strength, answer.carried and "brought along, not confirmed")


def _ask(ask: Ask) -> str:
    return _listed(
        ask.text,
        ask.role and f"to: {ask.role}",
        ask.who and f"asked by {ask.who}",
        ask.satisfied and f"would satisfy us: {ask.satisfied}",
        ask.follow_up and f"follow-up: {ask.follow_up}",
        ask.reply and f"reply: {ask.reply}",
        between="; ",
    )


def _evidence(meeting: Meeting, each: Evidence) -> str:
    paper = meeting.paper_title(each.paper)
    return _listed(paper, each.pages and f"pages {each.pages}", each.date, each.who, each.shows)


def _session(review: Review, held: SessionReport) -> Told:
    yield "minutes", "", str(review.panel.minutes or "")
    yield "order of discussion", "", held.order
    yield "who takes part", "", "; ".join(held.who)
    yield "parked", "", "; ".join(held.parked)


def _recommendation(each: Recommendation) -> str:
    return _listed(
        each.text,
        each.to and f"to: {each.to}",
        each.change and f"what should change: {each.change}",
        each.owner and f"owner: {each.owner}",
        f"sent {in_words(each.sent)}" if each.sent else "",
        f"reply due {in_words(each.due)}" if each.due else "",
        each.reply and _listed(each.reply, each.reason),
        *(f"after {one.months} months: {one.text}" for one in each.progress),
        each.evidence and f"shown by: {each.evidence}",
        f"closed {in_words(each.closed)}" if each.closed else "",
        between="; ",
    )


def _listed(*parts: str | None, between: str = ", ") -> str:
    return between.join(one for part in parts if part and (one := part.strip()))
