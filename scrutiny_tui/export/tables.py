"""What a review says as tidy tables: a row for each thing, and nothing in a cell but its value."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date as Date

from scrutiny_tui.export.phrases import evidence_item
from scrutiny_tui.export.wish import Form
from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.answer import State
from scrutiny_tui.model.reading import IN_WORDS
from scrutiny_tui.model.recommendation import PROGRESS_MONTHS
from scrutiny_tui.model.report import Entry, Report
from scrutiny_tui.model.room import RoomQuestion
from scrutiny_tui.model.session_report import Discussed, Voice

Cell = str | int | Date | None
"""A text keeps its lines; numbers and dates are ours, never typed as text; None is an empty cell."""
Row = tuple[Cell, ...]


@frozen
class Table:
    """One table."""

    name: str
    head: tuple[str, ...]
    """What each column holds, in plain words."""
    rows: tuple[Row, ...]
    """Each as long as the head."""


def table(report: Report, name: str, form: Form = Form.RECORD) -> Table:
    """Return one of the tables: `answers`, `ratings`, `asks` or `recommendations`.

    Raises:
        KeyError: there is no table of that name.
    """
    head, *rows = _TABLES[name](report, form)
    return Table(name, tuple(map(str, head)), tuple(rows))


def _answers(report: Report, _: Form) -> Iterator[Row]:
    private = any(entry.private_note for entry in report.entries)
    yield (
        *("Number", "Section", "Question id", "Name", "Question", "State", "Level", "Answer", "How we know", "Reason"),
        *("Note", *(("Private note",) if private else ()), "Brought along from", "Evidence", "Agreed answer"),
        *("How the group knows", "Reason of the group", "Minority view", "Changed since to", "Not revealed"),
    )
    for entry, line in zip(report.entries, report.profile.lines, strict=True):
        yield (
            *(entry.number, entry.section, entry.question, entry.name, entry.text, _state(entry)),
            *(line.answer.level, entry.words, entry.strength or "", line.answer.reason, entry.note),
            *((entry.private_note,) if private else ()),
            *(entry.carried, _lines(evidence_item(each).text for each in entry.evidence)),
            *_agreed(report.session.on(entry.question) if report.session else None),
        )


def _state(entry: Entry) -> str:
    return IN_WORDS if entry.answered and entry.state is State.UNANSWERED else entry.state.words


def _agreed(done: Discussed | None) -> Row:
    if done is None:
        return ("",) * 6
    return done.agreed, done.known_by, done.reason, done.minority, done.changed, done.sealed


def _ratings(report: Report, _: Form) -> Iterator[Row]:
    yield "Question number", "Question id", "Question name", "Round", "Rater", "Said", "Level", "Counted"
    for done in report.session.questions if report.session else ():
        for one in done.rounds:
            yield from (_rating(done, one.number, voice, "yes") for voice in one.voices)
        yield from (_rating(done, None, voice, "no, came after the reveal") for voice in done.late)


def _rating(done: Discussed, number: int | None, voice: Voice, counted: str) -> Row:
    return done.number, done.question, done.name, number, voice.name, voice.words, voice.level, counted


def _asks(report: Report, form: Form) -> Iterator[Row]:
    yield (
        *("Number", "Question number", "Question id", "Question name", "Question to ask", "To", "Asked by"),
        *("Why it is here", "What would satisfy us", "Then ask", "Reply", "Suggested", "Placed by hand", "Left out"),
    )
    numbers = {entry.question: entry.number for entry in report.entries}
    for asked in (*report.room, *(report.dropped if form is Form.RECORD else ())):
        yield _ask(asked, numbers[asked.question])


def _ask(asked: RoomQuestion, question: int) -> Row:
    return (
        *(asked.number or None, question, asked.question, asked.about, asked.text, asked.role, asked.who),
        *(asked.reason, asked.satisfied, asked.follow_up, asked.reply),
        *(_yes(asked.suggested), _yes(asked.by_hand), _yes(not asked.number)),
    )


def _recommendations(report: Report, _: Form) -> Iterator[Row]:
    noted = {each.months for line in report.recommendations for each in line.progress}
    looks = sorted(noted | {*PROGRESS_MONTHS})
    yield (
        *("Number", "Recommendation", "To", "What should change for children", "Owner", "Question id", "Comes from"),
        *("Sent", "Reply due", "Reply", "Reason given"),
        *(f"Progress after {months} month{'' if months == 1 else 's'}" for months in looks),
        *("Closed", "Evidence of effect", "To put right"),
    )
    for line in report.recommendations:
        yield (
            *(line.number, line.text, line.to, line.change, line.owner, line.question, line.about),
            *(line.sent, line.due, line.reply, line.reason),
            *(_lines(each.text for each in line.progress if each.months == months) for months in looks),
            *(line.closed, line.evidence, ", ".join(line.flags)),
        )


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(filter(None, texts))


def _yes(value: bool) -> str:  # noqa: FBT001 - it is the whole question
    return "yes" if value else "no"


_TABLES: Mapping[str, Callable[[Report, Form], Iterator[Row]]] = {
    "answers": _answers,
    "ratings": _ratings,
    "asks": _asks,
    "recommendations": _recommendations,
}
