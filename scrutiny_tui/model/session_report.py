"""What a session says, worked out once for every screen and document.

Nothing of a round that is still sealed is in it, nor of what members' files say on a question that is not revealed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from scrutiny_tui.model.agenda import agenda
from scrutiny_tui.model.agreement import Tally, tally
from scrutiny_tui.model.answer import Ask
from scrutiny_tui.model.checklist import Question
from scrutiny_tui.model.panel import Names, Panel
from scrutiny_tui.model.reading import answer_in_words
from scrutiny_tui.model.respondent import Respondent, Role
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.rounds import Discussion, Rating, Round, Stage, essence
from scrutiny_tui.model.sealing import brought, expected, late, received


@dataclass(frozen=True)
class Voice:
    """One rating in words, and whose it is."""

    name: str
    """Empty where no names are kept, and where hands were counted."""
    words: str


@dataclass(frozen=True)
class RoundLine:
    """One round that was revealed."""

    number: int
    """From 1."""
    tally: Tally
    ways: tuple[str, ...]
    """How the ratings came in, in words."""
    voices: tuple[Voice, ...]
    """Every rating, lowest first."""


@dataclass(frozen=True)
class Note:
    """What a member's file brought beside its rating."""

    name: str
    """Empty where no names are kept."""
    text: str
    known_by: str
    asks: tuple[Ask, ...]


@dataclass(frozen=True)
class Discussed:
    """What the group did with one question."""

    question: str
    """The question's id."""
    number: int
    """Where the question stands in the checklist, from 1."""
    name: str
    stage: Stage
    rounds: tuple[RoundLine, ...]
    sealed: str
    """How many ratings are in where a round is still sealed; else empty."""
    agreed: str
    """The agreed answer in words; empty where there is none."""
    known_by: str
    """How the group knows; empty where it does not say."""
    changed: str
    """What the review's answer is now, where it was changed after it was agreed; else empty."""
    reason: str
    minority: str
    brought: tuple[Note, ...]
    late: tuple[Voice, ...]
    """Ratings in members' files that came when the question was revealed already; they are not counted."""


@dataclass(frozen=True)
class KeptApart:
    """What a member's file says about a question that is not asked here, or not in these words."""

    name: str
    """Empty where no names are kept."""
    text: str
    """The question as the member was asked it."""
    words: str
    """The answer; empty as long as it could give away what is sealed here."""
    note: str


@dataclass(frozen=True)
class SessionReport:
    """A session as it is read."""

    names: Names
    who: tuple[str, ...]
    """Who took part as what, or how many where no names are kept; a line each."""
    caution: str
    """That the group is too small to be anonymous, where it is; else empty."""
    order: str
    """In which order the questions were discussed, where it was not the checklist's; else empty."""
    questions: tuple[Discussed, ...]
    """In the order of the checklist; those of which there is something to say."""
    parked: tuple[str, ...]
    apart: tuple[KeptApart, ...]

    def on(self, question: str) -> Discussed | None:
        """Return what the group did with a question."""
        return next((each for each in self.questions if each.question == question), None)


def session_report(review: Review) -> SessionReport | None:
    """Return what the session of a review says; None where there was none."""
    panel = review.panel
    if not panel.is_used:
        return None
    anonymous = panel.names is Names.NOT_KEPT
    small = "The group is too small for its ratings to be anonymous." if anonymous and panel.too_small else ""
    discussed = [_discussed(review, question) for question in review.questions]
    return SessionReport(
        names=panel.names,
        who=tuple(_who(panel)),
        caution=small,
        order=", ".join(question.label for question in agenda(review)) if panel.order else "",
        questions=tuple(each for each in discussed if each),
        parked=tuple(each.text for each in panel.parked if each.text.strip()),
        apart=tuple(sorted(_apart(review), key=repr) if anonymous else _apart(review)),
    )


def _who(panel: Panel) -> Iterator[str]:
    for role in Role:
        found = [each for each in panel.respondents if each.role is role]
        if panel.keeps_names:
            yield from (_named(panel, each) for each in found)
        elif found:
            yield f"1 {role}" if len(found) == 1 else f"{len(found)} {role}s"


def _named(panel: Panel, each: Respondent) -> str:
    parts = [panel.called(each.id), each.role, "" if each.here else "left", "by a file sent in" if each.origin else ""]
    return ", ".join(filter(None, parts))


def _discussed(review: Review, question: Question) -> Discussed | None:
    panel = review.panel
    discussion = panel.discussion(question.id)
    waiting = received(panel, question.id)
    if discussion.is_blank and not waiting:
        return None
    agreed = discussion.agreed
    now = review.answer(question.id)
    changed = agreed is not None and essence(now) != agreed
    sealed = discussion.stage in {Stage.OPEN, Stage.SEALED}
    return Discussed(
        question=question.id,
        number=review.checklist.place(question.id) + 1,
        name=question.label,
        stage=discussion.stage,
        rounds=tuple(_round(review, number, each) for number, each in enumerate(discussion.revealed, 1)),
        sealed=f"{waiting} of {waiting + expected(panel, question.id)} ratings are in, and sealed" if sealed else "",
        agreed=answer_in_words(review, agreed) if agreed else "",
        known_by=(agreed.strength or "") if agreed else "",
        changed=", ".join(filter(None, (answer_in_words(review, now), now.strength))) if changed else "",
        reason=discussion.reason,
        minority=discussion.minority,
        brought=tuple(_notes(panel, discussion)),
        late=tuple(_voice(review, rating) for rating in late(panel, question.id)),
    )


def _round(review: Review, number: int, shown: Round) -> RoundLine:
    return RoundLine(
        number=number,
        tally=tally(shown.ratings, review.checklist.scale, shown.missing),
        ways=tuple(way.words for way in shown.ways),
        voices=tuple(_voice(review, rating) for rating in shown.ratings),
    )


def _voice(review: Review, rating: Rating) -> Voice:
    level = str(review.checklist.scale.level(rating.level)) if rating.level is not None else ""
    return Voice(review.panel.called(rating.by) if rating.by else "", level or rating.said.words)


def _notes(panel: Panel, discussion: Discussion) -> Iterator[Note]:
    for each in brought(panel, discussion.question):
        yield Note(panel.called(each.by) if each.by else "", each.note, each.strength or "", each.asks)


def _apart(review: Review) -> Iterator[KeptApart]:
    panel = review.panel
    for each in panel.respondents:
        for said in each.apart:
            asked = said.answer.question
            hidden = review.checklist.has(asked) and not panel.discussion(asked).revealed
            name = panel.called(each.id) if panel.keeps_names else ""
            yield KeptApart(name, said.text, "" if hidden else said.words, "" if hidden else said.answer.note)


def asks_brought(review: Review, question: str) -> Iterator[tuple[Ask, str]]:
    """Yield what members' files ask about a question that is revealed, and who does: a name, or `a member`."""
    ours = {ask.text for ask in review.answer(question).asks}
    for each in brought(review.panel, question):
        for ask in each.asks:
            if ask.text not in ours:
                yield ask, review.panel.called(each.by) if each.by else "a member"
