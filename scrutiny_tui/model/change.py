"""What becomes of a review when its checklist changes: which answers can be brought along, and which stay behind."""

import re
from dataclasses import replace

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.answer import Answer, Evidence, State
from scrutiny_tui.model.checklist import Checklist, Question
from scrutiny_tui.model.earlier import Earlier
from scrutiny_tui.model.keeping import as_earlier
from scrutiny_tui.model.meeting import Meeting, in_words
from scrutiny_tui.model.recommendation import Recommendation
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.text import one_line

_PAPER_ID = re.compile("p[0-9]+")
"""How the ids of papers look that the program gives."""


@frozen
class Changed:
    """A question that both checklists ask under one id, but not in the same words."""

    old: Question
    new: Question


@frozen
class Carried:
    """What the next review takes over from an earlier one. Every question of both checklists is in it once."""

    origin: str
    """The earlier review in words, such as `Improvement plan, 13 July 2027`."""
    answers: tuple[Answer, ...]
    """The answers brought along, in the order of the new checklist."""
    same: tuple[Question, ...]
    """The questions that are asked as before, as they stand in the new checklist and in its order."""
    changed: tuple[Changed, ...]
    """The questions whose wording differs, in the order of the new checklist."""
    new: tuple[Question, ...]
    """The questions that were not asked before."""
    gone: tuple[Question, ...]
    """The questions that are no longer asked, in the order of the old checklist."""
    behind: tuple[Answer, ...]
    """What was said about questions that changed or are gone: it stays in the earlier review, as it stands there."""
    recommendations: tuple[Recommendation, ...] = ()
    """Those that are still open, so that the next session begins with them."""
    earlier: tuple[Earlier, ...] = ()
    """What the earlier review said, after those before it, so that the next one can show what moved."""


def carry(old: Review, new: Checklist) -> Carried:
    """Return what of a review comes along to its next one, which uses the checklist `new`.

    An answer comes along whole, but only where the question's id and the hash of its wording agree. That something was
    not discussed is about the old meeting alone, so it does not.
    """
    asked = [question for question in new.questions if old.checklist.has(question.id)]
    same = tuple(question for question in asked if asked_alike(old.checklist, new, question))
    kept = {question.id: question for question in same}
    origin = origin_of(old)
    said = [answer for answer in old.answers if _says_something(answer)]
    current = [_for_another_meeting(answer) for answer in said if answer.question in kept]
    brought = [_brought(answer, kept[answer.question], old, origin) for answer in current if _says_something(answer)]
    return Carried(
        origin=origin,
        answers=tuple(sorted(brought, key=lambda answer: new.place(answer.question))),
        same=same,
        changed=tuple(
            Changed(old.checklist.question(question.id), question) for question in asked if question.id not in kept
        ),
        new=tuple(question for question in new.questions if not old.checklist.has(question.id)),
        gone=tuple(question for question in old.questions if not new.has(question.id)),
        behind=tuple(answer for answer in said if answer.question not in kept),
        recommendations=tuple(
            each if new.has(each.question) else replace(each, question="")
            for each in old.recommendations
            if each.is_open
        ),
        earlier=(*old.earlier, as_earlier(old)),
    )


def origin_of(review: Review) -> str:
    """Return a review in words to people who work on the next one: its title, and its meeting's date or its own."""
    title, day = one_line(review.title), in_words(review.meeting.date or review.created.date())
    # The title that a review is made with ends in the date already.
    return title if f" {title}".endswith(f" {day}") else ", ".join(filter(None, (title, day)))


def asked_alike(old: Checklist, new: Checklist, question: Question) -> bool:
    """Tell whether a question of `new` is asked in `old` under the same id, in the same words, and answered alike."""
    if not old.has(question.id):
        return False
    before = old.question(question.id)
    # How a question is answered is no part of the hash, and a level has no place where it is answered in words.
    return before.answered is question.answered and old.wording(before) == new.wording(question)


def _says_something(answer: Answer) -> bool:
    return not replace(answer, carried="").is_blank


def _for_another_meeting(answer: Answer) -> Answer:
    return replace(answer, state=State.UNANSWERED) if answer.state is State.NOT_DISCUSSED else answer


def _brought(answer: Answer, question: Question, old: Review, origin: str) -> Answer:
    before = {line.id: line.ask for line in old.checklist.question(question.id).enquiry}
    # Nothing about a private note is there to be confirmed, and the mark would tell others that there is one.
    to_confirm = not replace(answer, private_note="", carried="").is_blank
    reworded = {line.id for line in question.enquiry if before.get(line.id) != line.ask}
    return replace(
        answer,
        # A line that is worded anew under its old id has not been taken yet.
        asks=tuple(replace(ask, line="") if ask.line in reworded else ask for ask in answer.asks),
        evidence=tuple(without_paper_id(each, old.meeting) for each in answer.evidence),
        # What nobody has confirmed since is as old as where it was said.
        carried=(answer.carried or origin) if to_confirm else "",
    )


def without_paper_id(evidence: Evidence, meeting: Meeting) -> Evidence:
    """Return evidence that names its paper in words: another review gives the same ids to other papers."""
    paper = evidence.paper
    title = meeting.paper_title(paper)
    if paper.strip() and (not title.strip() or _PAPER_ID.fullmatch(title)):
        title = f"Paper {paper} of an earlier meeting"
    return replace(evidence, paper=title)
