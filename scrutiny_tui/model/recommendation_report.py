"""What became of recommendations, worked out once for every screen and document."""

from collections.abc import Iterator
from datetime import date as Date

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.figure import Figure, Piece, Tone
from scrutiny_tui.model.meeting import in_short
from scrutiny_tui.model.recommendation import REPLY_RULE, Progress, Recommendation
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.text import counted, one_line


@frozen
class RecommendationLine:
    """One recommendation as it is read."""

    number: int
    """From 1; the open ones first."""
    id: str
    text: str
    to: str
    change: str
    owner: str
    sent: Date | None
    due: Date | None
    """When the reply is due: as agreed, or else so long after it was sent; None where neither is known."""
    reply: str
    """What those it was sent to say to it, in words; empty where there is no reply."""
    reason: str
    progress: tuple[Progress, ...]
    """What was noted, the earliest first."""
    closed: Date | None
    """None where it is open."""
    evidence: str
    flags: tuple[str, ...]
    """What is missing for anybody to follow it, in words; nothing where it is closed."""
    question: str
    """The id of the question that it comes from; empty where it comes from none that is asked here."""
    about: str
    """The name of that question."""


def open_first(review: Review) -> list[Recommendation]:
    """Return the recommendations of a review, the open ones first."""
    return sorted(review.recommendations, key=lambda each: not each.is_open)


def recommendation_lines(review: Review) -> tuple[RecommendationLine, ...]:
    """Return the recommendations of a review as they are read, the open ones first."""
    return tuple(_recommendation(review, number, each) for number, each in enumerate(open_first(review), 1))


def standing(each: Recommendation, today: Date, months: int) -> Figure:
    """Return a recommendation in two lines: its words and to whom, then where it stands and what is missing.

    `months` is how long a reply may take where no other date is agreed.
    """
    missing = [*each.flags] if each.is_open else []
    missing += ["reply overdue"] if each.is_overdue(today, months) else []
    missing += [f"progress after {due} months not noted" for due in each.progress_due(today)]
    to = f"to {one_line(each.to)}" if each.to.strip() else ""
    told = "; ".join(_stands(each, months))
    alarms = ("  " if told else "") + "; ".join(f"! {words}" for words in missing)
    pieces = (
        Piece(one_line(each.text) or "no words yet", Tone.STRONG),
        *((Piece(f"  {to}", said=f"; {to}"),) if to else ()),
        Piece(f"\n{told}"),
        *((Piece(alarms, Tone.ALARM, f"\nTo put right: {'; '.join(missing)}"),) if missing else ()),
    )
    return Figure(each.id, pieces)


def _stands(each: Recommendation, months: int) -> Iterator[str]:
    due = each.reply_due(months)
    if each.owner.strip():
        yield f"owner {one_line(each.owner)}"
    if each.closed:
        yield f"closed {in_short(each.closed)}"
    elif each.reply:
        yield each.reply.value
    elif due:
        yield f"reply due {in_short(due)}"


def reply_rule(review: Review) -> str:
    """Return when replies are due in this review, and where that is laid down; nothing where nothing is recommended."""
    if not review.recommendations:
        return ""
    return (
        f"Here {counted(review.reply_months, 'month')} after it was sent, where no other date was agreed. {REPLY_RULE}"
    )


def _recommendation(review: Review, number: int, each: Recommendation) -> RecommendationLine:
    known = review.checklist.has(each.question)
    noted = sorted(each.progress, key=lambda progress: progress.months)
    return RecommendationLine(
        number=number,
        id=each.id,
        text=each.text,
        to=each.to,
        change=each.change,
        owner=each.owner,
        sent=each.sent,
        due=each.reply_due(review.reply_months),
        reply=each.reply or "",
        reason=each.reason,
        progress=tuple(progress for progress in noted if progress.text.strip()),
        closed=each.closed,
        evidence=each.evidence,
        flags=each.flags if each.is_open else (),
        question=each.question if known else "",
        about=review.checklist.question(each.question).label if known else "",
    )
