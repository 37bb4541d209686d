"""The questions to take into the room, in their order, and why each stands where it stands."""

from dataclasses import dataclass, replace

from scrutiny_tui.model.answer import Ask, State
from scrutiny_tui.model.checklist import Question
from scrutiny_tui.model.reading import Rank, ask_first
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.sealing import brought


@dataclass(frozen=True)
class RoomQuestion:
    """One question to take into the room."""

    number: int
    """Its place in the list, from 1."""
    about: str
    """The short name of the checklist's question that it belongs to."""
    question: str
    """The id of that question."""
    text: str
    reason: str
    """Why it stands where it stands."""
    role: str = ""
    who: str = ""
    """Who asks it."""
    satisfied: str = ""
    follow_up: str = ""
    reply: str = ""
    suggested: bool = False
    """Whether nobody has written a question here, so that this is the checklist's own."""


def room(review: Review) -> tuple[RoomQuestion, ...]:
    """Return the questions to take into the room, numbered, first to ask first."""
    found = []
    for turn in ask_first(review):
        asks = [_asked(turn.question, ask, turn.reason) for ask in turn.answer.asks]
        asks += _brought(review, turn.question, turn.reason)
        if not asks and turn.rank is not Rank.REST:
            asks = [_asked(turn.question, None, turn.reason)]
        found += asks
    for question in review.questions:
        answer = review.answer(question.id)
        if answer.state is State.NOT_APPLICABLE:
            reason = f"Not applicable: {answer.reason}"
            found += [_asked(question, ask, reason) for ask in answer.asks]
            found += _brought(review, question, reason)
    return tuple(replace(each, number=number) for number, each in enumerate(found, 1))


def _brought(review: Review, question: Question, reason: str) -> list[RoomQuestion]:
    """Return what members' files ask about a question that is revealed, but for what is asked already."""
    panel, ours = review.panel, {ask.text for ask in review.answer(question.id).asks}
    found = []
    for each in brought(panel, question.id, in_words=question.in_words):
        who = panel.called(each.by) if each.by and panel.keeps_names else "a member"
        asks = [ask for ask in each.asks if ask.text not in ours]
        found += [_asked(question, ask, f"{reason}; brought by {who}") for ask in asks]
    return found


def _asked(question: Question, ask: Ask | None, reason: str) -> RoomQuestion:
    asked = RoomQuestion(0, question.label, question.id, question.text, reason, suggested=True)
    if ask is None:
        return asked
    return replace(
        asked,
        text=ask.text if ask.text.strip() else question.text,
        role=ask.role,
        who=ask.who,
        satisfied=ask.satisfied,
        follow_up=ask.follow_up,
        reply=ask.reply,
        suggested=False,
    )
