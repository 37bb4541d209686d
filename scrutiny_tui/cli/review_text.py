"""Reviews as plain text for a terminal: no colour, no frames, nothing to decode."""

from collections.abc import Iterator, Sequence
from datetime import date as Date
from datetime import datetime, timedelta
from pathlib import Path

from scrutiny_tui.cli.columns import columns, cut, folded
from scrutiny_tui.model.answer import Answer, State
from scrutiny_tui.model.coverage import coverage
from scrutiny_tui.model.listing import Listing
from scrutiny_tui.model.meeting import Meeting, in_short, in_words
from scrutiny_tui.model.reading import profile
from scrutiny_tui.model.recommendation_report import RecommendationLine, recommendation_lines
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.session_report import Discussed, session_report
from scrutiny_tui.model.text import counted, one_line
from scrutiny_tui.storage.names import stem


def library_rows(listings: Sequence[Listing], now: datetime) -> list[str]:
    """Return a line for each review, in aligned columns: title, meeting, answered, last saved, name.

    A file that cannot be read is a line with what is wrong with it.
    """
    cells = [
        (
            cut(row.title) or "no title",
            in_short(row.date) if row.date else "no date",
            f"{row.answered} of {row.questions}",
            saved_in_words(row.saved, now),
            stem(row.path),
        )
        for row in listings
        if not row.problem
    ]
    lines = iter(columns(cells))
    return [f"{stem(row.path)}: {one_line(row.problem)}" if row.problem else next(lines) for row in listings]


def saved_in_words(saved: datetime | None, now: datetime) -> str:
    """Return when a review was last saved, such as `today 14:05`, `yesterday 09:12` or `3 Jul 2027`."""
    if saved is None:
        return "not known when"
    local = saved.astimezone(now.tzinfo)
    if local.date() == now.date():
        return f"today {local:%H:%M}"
    if local.date() == now.date() - timedelta(days=1):
        return f"yesterday {local:%H:%M}"
    return in_short(local.date())


def review_text(review: Review, path: Path, *, private: bool) -> Iterator[str]:
    """Yield the lines of a short account of a review, with the private notes only where `private` is true."""
    yield one_line(review.title)
    yield from _meeting_lines(review.meeting)
    if review.by.strip():
        yield f"Prepared by: {one_line(review.by)}"
    edition = f", edition {one_line(review.checklist.edition)}" if review.checklist.edition else ""
    yield f"Checklist: {one_line(review.checklist.title)}{edition}"
    if review.phase:
        yield f"Phase of the service: {review.phase.words}"
    yield f"File: {path}"
    yield ""
    yield coverage(review).sentence
    yield ""
    lines = profile(review).lines
    yield from columns(
        [
            (f"{line.number:>2}", cut(line.question.label), one_line(line.words), line.known_by, _brought(line.answer))
            for line in lines
        ]
    )
    yield ""
    yield _asks(review)
    not_known = [one_line(line.question.label) for line in lines if line.answer.state is State.NOT_KNOWN]
    if not_known:
        yield f"Not known: {', '.join(not_known)}."
    for origin in dict.fromkeys(filter(None, (answer.carried for answer in review.answers))):
        names = [one_line(line.question.label) for line in lines if line.answer.carried == origin]
        yield f"Brought along from {one_line(origin)}, not confirmed since: {', '.join(names)}."
    yield from _group_lines(review)
    yield f"Last worked on: question {review.number}, {one_line(review.question.label)}."
    for line in lines if private else ():
        if line.answer.private_note:
            yield from ("", f"Private note on {one_line(line.question.label)}:", line.answer.private_note)


def _group_lines(review: Review) -> Iterator[str]:
    """Yield what the group did and what it recommends; nothing of it is sealed."""
    if held := session_report(review):
        yield from ("", "Session", *(f"  {one_line(line)}" for line in held.who))
        yield from (
            f"  {line}"
            for line in (held.caution, held.order and f"Order of discussion: {one_line(held.order)}")
            if line
        )
        for each in held.questions:
            yield from folded(_discussed(each), f"{each.number:>2}  ", "    ")
        yield from (f"Parked: {one_line(text)}" for text in held.parked)
    lines = recommendation_lines(review)
    yield from ["", "Recommendations"] if lines else []
    for line in lines:
        told = "; ".join(filter(None, (_standing(line), *line.flags)))
        yield from folded(line.text + (f" ({told})" if told else ""), f"{line.number:>2}  ", "    ")
    yield from [""] if held or lines else []


def _discussed(each: Discussed) -> str:
    """Return what the group did with a question: the agreed answer, and the last round that everybody may see."""
    agreed = f"agreed {each.agreed}" if each.agreed else "not agreed"
    agreed += f", changed afterwards to {each.changed}" if each.changed else ""
    last = each.rounds[-1] if each.rounds else None
    round_ = f"Round {last.number}: {last.tally.word}. {last.tally.figures}" if last else ""
    return " ".join(filter(None, (f"{one_line(each.name)}: {agreed}.", round_, each.sealed and f"{each.sealed}.")))


def _standing(line: RecommendationLine) -> str:
    """Return how far a recommendation has come."""
    if line.closed:
        return f"closed {in_words(line.closed)}"
    return line.reply or (f"reply due {in_words(line.due)}" if line.due else "")


def overdue_lines(listings: Sequence[Listing], today: Date) -> Iterator[str]:
    """Yield a line for each review in which replies are overdue."""
    for row in listings:
        if late := row.overdue(today):
            since = f"{'' if late == 1 else ', the longest'} since {in_short(row.replies_due[0])}"
            yield f"{stem(row.path)}: {counted(late, 'reply', 'replies')} overdue{since}"


def _brought(answer: Answer) -> str:
    return "brought along" if answer.carried else ""


def _meeting_lines(meeting: Meeting) -> Iterator[str]:
    for parts in ((meeting.council, meeting.committee), (meeting.day, meeting.time, meeting.venue), (meeting.item,)):
        line = one_line(", ".join(filter(None, parts)))
        if line:
            yield line


def _asks(review: Review) -> str:
    asks = [ask for answer in review.answers for ask in answer.asks]
    replies = sum(1 for ask in asks if ask.reply)
    if not asks:
        return "No questions to ask yet."
    return f"{counted(len(asks), 'question')} to ask, {replies or 'none'} with a reply."
