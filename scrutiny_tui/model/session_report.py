"""What a session says, worked out once for every screen and document.

Nothing of a round that is still sealed is in it, nor of what members' files say on a question that is not revealed.
"""

from collections.abc import Iterator

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.agenda import agenda
from scrutiny_tui.model.agreement import Tally, tally
from scrutiny_tui.model.answer import Answer, Ask, Evidence
from scrutiny_tui.model.checklist import Question
from scrutiny_tui.model.panel import Names, Panel
from scrutiny_tui.model.reading import answer_in_words
from scrutiny_tui.model.respondent import Respondent, Role
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.rounds import Rating, Round, Said, Stage, essence
from scrutiny_tui.model.sealing import brought, expected, late, received

_LAST = (Said.RATED, Said.NOT_KNOWN, Said.ABSTAINED)
"""In which order ratings are read."""


@frozen
class Voice:
    """One rating in words, and whose it is."""

    name: str
    """Empty where no names are kept, and where hands were counted."""
    words: str
    level: int | None
    """None where the rater gave none."""


@frozen
class RoundLine:
    """One round that was revealed."""

    number: int
    """From 1."""
    tally: Tally
    ways: tuple[str, ...]
    """How the ratings came in, in words."""
    voices: tuple[Voice, ...]
    """Every rating: the levels, lowest first, then who does not know, then who abstained."""


@frozen
class Note:
    """What a member's file brought beside its rating."""

    name: str
    """Empty where no names are kept."""
    said: str
    """That the question does not apply, and why, or was not discussed; else empty."""
    text: str
    known_by: str
    asks: tuple[Ask, ...]
    evidence: tuple[Evidence, ...]


@frozen
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


@frozen
class KeptApart:
    """What a member's file says about a question that is not asked here, or not in these words."""

    name: str
    """Empty where no names are kept."""
    text: str
    """The question as the member was asked it."""
    sealed: bool
    """Whether the answer is held back, because it could give away what is sealed here."""
    words: str
    """The answer; empty where it is held back, or where there is only a note."""
    note: str
    asks: tuple[Ask, ...]
    evidence: tuple[Evidence, ...]


@frozen
class SessionReport:
    """A session as it is read."""

    names: Names
    who: tuple[str, ...]
    """Who took part as what, or how many where no names are kept; a line each."""
    caution: str
    """That the group is too small to be anonymous, where it is; else empty."""
    order: str
    """The questions that were rated in the order to discuss them, where it was not the checklist's; else empty."""
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
    discussed = [_discussed(review, question) for question in review.questions]
    return SessionReport(
        names=panel.names,
        who=tuple(_who(panel)),
        caution=panel.caution,
        order=_order(review),
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
            left = sum(not each.here for each in found)
            many = f"1 {role}" if len(found) == 1 else f"{len(found)} {role}s"
            yield f"{many}, {left} of whom left" if left else many


def _named(panel: Panel, each: Respondent) -> str:
    parts = [panel.called(each.id), each.role, "" if each.here else "left", "by a file sent in" if each.origin else ""]
    return ", ".join(filter(None, parts))


def _name(panel: Panel, respondent: str) -> str:
    """Return whose something is, as far as that may be said."""
    return panel.called(respondent) if respondent and panel.keeps_names else ""


def _order(review: Review) -> str:
    rated = {each.question for each in review.panel.discussions if each.rounds}
    in_order = [question for question in agenda(review) if question.id in rated]
    if in_order == [question for question in review.questions if question.id in rated]:
        return ""
    return ", ".join(question.label for question in in_order)


def _discussed(review: Review, question: Question) -> Discussed | None:
    panel = review.panel
    discussion = panel.discussion(question.id)
    waiting = received(panel, question.id)
    notes = tuple(_notes(panel, question))
    if not discussion.rounds and not waiting and not notes:
        return None
    agreed, heard = discussion.agreed, bool(discussion.revealed)
    now = review.answer(question.id)
    changed = agreed is not None and essence(now) != agreed
    return Discussed(
        question=question.id,
        number=review.checklist.place(question.id) + 1,
        name=question.label,
        stage=discussion.stage,
        rounds=tuple(_round(review, number, each) for number, each in enumerate(discussion.revealed, 1)),
        sealed=_sealed(waiting, expected(panel, question.id)) if waiting and not discussion.stage.is_shown else "",
        agreed=answer_in_words(review, agreed) if agreed else "",
        known_by=(agreed.strength or "") if agreed else "",
        changed=_now(review, now) if changed else "",
        # Whoever typed the slips knows what is on them, and may have written ahead of the reveal.
        reason=discussion.reason if heard else "",
        minority=discussion.minority if heard else "",
        brought=notes,
        late=tuple(_voice(review, rating) for rating in late(panel, question.id)),
    )


def _sealed(waiting: int, more: int) -> str:
    return f"{waiting} of {waiting + more} ratings {'is' if waiting == 1 else 'are'} in, and sealed"


def _now(review: Review, answer: Answer) -> str:
    if not answer.is_answered:
        return "no answer"
    return ", ".join(filter(None, (answer_in_words(review, answer), answer.strength)))


def _round(review: Review, number: int, shown: Round) -> RoundLine:
    ratings = sorted(shown.ratings, key=lambda each: (_LAST.index(each.said), each.level or 0))
    return RoundLine(
        number=number,
        tally=tally(shown.ratings, review.checklist.scale, shown.missing),
        ways=tuple(way.words for way in shown.ways),
        voices=tuple(_voice(review, rating) for rating in ratings),
    )


def _voice(review: Review, rating: Rating) -> Voice:
    level = str(review.checklist.scale.level(rating.level)) if rating.level is not None else ""
    return Voice(_name(review.panel, rating.by), level or rating.said.words, rating.level)


def _notes(panel: Panel, question: Question) -> Iterator[Note]:
    for each in brought(panel, question.id, in_words=question.in_words):
        name = _name(panel, each.by)
        yield Note(name, each.says, each.note, (each.strength or "") if name else "", each.asks, each.evidence)


def _apart(review: Review) -> Iterator[KeptApart]:
    panel = review.panel
    for each in panel.respondents:
        for said in each.apart:
            asked, name = said.answer.question, _name(panel, each.id)
            held = review.checklist.has(asked) and not review.checklist.question(asked).in_words
            if held and not panel.discussion(asked).revealed:
                yield KeptApart(name, said.text, sealed=True, words="", note="", asks=(), evidence=())
                continue
            answer = said.answer
            words = said.words if answer.is_answered else ""
            yield KeptApart(name, said.text, False, words, answer.note, answer.asks, answer.evidence)  # noqa: FBT003
