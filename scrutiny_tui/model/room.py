"""The questions to take into the room, in their order, and why each stands where it stands."""

from collections import Counter
from dataclasses import replace

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.answer import Ask, State, next_id
from scrutiny_tui.model.checklist import Question
from scrutiny_tui.model.reading import Rank, ask_first
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.sealing import brought
from scrutiny_tui.model.text import one_line


@frozen
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
    key: str = ""
    """By which it is known in the plan of the room."""
    by_hand: bool = False
    """Whether somebody gave it its place, instead of the rule."""
    rule_number: int = 0
    """The place that the rule gives it, from 1, in the list of all."""


@frozen
class RoomList:
    """The questions to take into the room, and those that somebody left out."""

    questions: tuple[RoomQuestion, ...]
    """Numbered, first to ask first."""
    dropped: tuple[RoomQuestion, ...]
    """Left out by hand, in the order of the rule; they have no number."""


def room(review: Review) -> RoomList:
    """Return the questions to take into the room: by the rule, and then as changed by hand."""
    by_rule = {each.key: each for each in _by_rule(review)}
    order = review.room.ordered(list(by_rule))
    questions = (
        replace(by_rule[key], number=number, by_hand=review.room.is_placed(key)) for number, key in enumerate(order, 1)
    )
    dropped = (replace(by_rule[key], number=0) for key in by_rule if key in review.room.dropped)
    return RoomList(tuple(questions), tuple(dropped))


def _by_rule(review: Review) -> tuple[RoomQuestion, ...]:
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
    return tuple(replace(each, rule_number=number) for number, each in enumerate(found, 1))


def _brought(review: Review, question: Question, reason: str) -> list[RoomQuestion]:
    """Return what members' files ask about a question that is revealed, but for what is asked already."""
    panel, ours = review.panel, Counter(_words(question, ask) for ask in review.answer(question.id).asks)
    found = []
    for each in brought(panel, question.id, in_words=question.in_words):
        who = panel.called(each.by) if each.by and panel.keeps_names else "a member"
        for ask in each.asks:
            words = _words(question, ask)
            if ours[words]:
                ours[words] -= 1  # one of ours was taken from it
            else:
                found.append(_asked(question, ask, f"{reason}; brought by {who}"))
    # A member's ask has no id of ours: it is known by its words, and by its place among those in the same words.
    texts = [one_line(each.text) for each in found]
    return [
        replace(each, key=f"{question.id}:={text} {texts[:at].count(text) or ''}".rstrip())
        for at, (each, text) in enumerate(zip(found, texts, strict=True))
    ]


def _words(question: Question, ask: Ask) -> str:
    """Return what an ask says, on one line; without words of its own it asks the question itself."""
    return one_line(ask.text) or one_line(question.text)


def _asked(question: Question, ask: Ask | None, reason: str) -> RoomQuestion:
    asked = RoomQuestion(
        0, question.label, question.id, question.text, reason, suggested=True, key=room_key(question.id)
    )
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
        key=room_key(question.id, ask.id),
    )


def room_key(question: str, ask: str = "") -> str:
    """Return the key of an ask of ours; without one, that of the checklist's own question."""
    return f"{question}:{ask}"


def placing(review: Review, key: str, number: int) -> Review:
    """Return a review with a question for the room at another place, from 1; the reason that the rule gives stays."""
    keys = [each.key for each in _by_rule(review)]
    return replace(review, room=review.room.placing(keys, key, number))


def assigning(review: Review, key: str, who: str) -> tuple[Review, str]:
    """Return a review in which somebody asks a question for the room, and the question's key from now on.

    What the checklist suggests, or a member brought, becomes an ask of ours; its place stays. Where nobody asks what
    the checklist suggests any more, it is the checklist's again.

    Raises:
        KeyError: there is no such question.
    """
    asked = next((each for each in _by_rule(review) if each.key == key), None)
    if asked is None:
        raise KeyError(key)
    answer = review.answer(asked.question)
    ours = next((ask for ask in answer.asks if room_key(asked.question, ask.id) == key), None)
    if not who.strip() and asked.suggested:
        return review, key
    question = review.checklist.question(asked.question)
    if ours and not who.strip() and answer.asks == (ours,) and ours == Ask(ours.id, question.text, who=ours.who):
        new = room_key(question.id)
        plan = review.room.renamed(key, new)
        return replace(review.with_answer(answer.without_ask(ours.id)), room=plan), new
    if ours is None:
        ours = Ask(
            next_id(answer.asks, "a"),
            asked.text,
            asked.role,
            satisfied=asked.satisfied,
            follow_up=asked.follow_up,
            reply=asked.reply,
        )
    new = room_key(asked.question, ours.id)
    changed = review.with_answer(answer.with_ask(replace(ours, who=who)))
    return replace(changed, room=review.room.renamed(key, new)), new
