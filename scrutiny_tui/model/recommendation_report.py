"""What became of recommendations, worked out once for every screen and document."""

from dataclasses import dataclass

from scrutiny_tui.model.meeting import in_words
from scrutiny_tui.model.recommendation import PROGRESS_MONTHS, Recommendation
from scrutiny_tui.model.review import Review


@dataclass(frozen=True)
class RecommendationLine:
    """One recommendation as it is read, all dates in words."""

    number: int
    """From 1; the open ones first."""
    text: str
    to: str
    change: str
    owner: str
    sent: str
    due: str
    reply: str
    reason: str
    progress: tuple[tuple[int, str], ...]
    """What was noted after how many months."""
    closed: str
    """The date; empty where it is open."""
    evidence: str
    flags: tuple[str, ...]
    about: str
    """The name of the question that it comes from; empty where it comes from none."""


def recommendation_lines(review: Review) -> tuple[RecommendationLine, ...]:
    """Return the recommendations of a review, the open ones first."""
    ordered = sorted(review.recommendations, key=lambda each: not each.is_open)
    return tuple(_recommendation(review, number, each) for number, each in enumerate(ordered, 1))


def _recommendation(review: Review, number: int, each: Recommendation) -> RecommendationLine:
    due = each.reply_due(review.reply_months)
    known = review.checklist.has(each.question)
    return RecommendationLine(
        number=number,
        text=each.text,
        to=each.to,
        change=each.change,
        owner=each.owner,
        sent=in_words(each.sent) if each.sent else "",
        due=in_words(due) if due else "",
        reply=each.reply or "",
        reason=each.reason,
        progress=tuple((months, text) for months in PROGRESS_MONTHS if (text := each.noted(months)).strip()),
        closed=in_words(each.closed) if each.closed else "",
        evidence=each.evidence,
        flags=each.flags if each.is_open else (),
        about=review.checklist.question(each.question).label if known else "",
    )
