"""A report as GitHub-flavoured Markdown: to read as it is, to print, or to paste into another document."""

from collections.abc import Callable, Iterator
from itertools import groupby

from scrutiny_tui.export import markdown_session
from scrutiny_tui.export.blocks import (
    BLANK,
    bullets,
    evidence_line,
    joined,
    label,
    labelled_list,
    labels,
    quoted,
    table,
)
from scrutiny_tui.export.escape import broken, cell, inline, literal, paragraphs, strong
from scrutiny_tui.export.wish import Wish
from scrutiny_tui.model.answer import State
from scrutiny_tui.model.facts import Source
from scrutiny_tui.model.meeting import Paper, Person, in_pages
from scrutiny_tui.model.report import Entry, Labelled, Report
from scrutiny_tui.model.room import RoomQuestion
from scrutiny_tui.model.text import one_line


def render(report: Report, wish: Wish) -> bytes:
    """Return the document as UTF-8."""
    del wish
    return text(report).encode()


def text(report: Report) -> str:
    """Return the document."""
    blocks: list[str] = []
    for part in _PARTS:
        blocks += filter(None, part(report))
    return "\n\n".join(blocks) + "\n"


def _head(report: Report) -> Iterator[str]:
    yield f"# {inline(report.title) or 'Review'}"
    yield labels(*report.meeting, Labelled("Checklist", report.checklist))
    yield from labelled_list("Papers", map(_paper, report.papers))
    yield from labelled_list("People", map(_person, report.people))
    yield strong(report.coverage.sentence)


def _room(report: Report) -> Iterator[str]:
    if report.room:
        yield "## Questions to take into the room"
        yield from map(_room_question, report.room)


def _room_question(asked: RoomQuestion) -> str:
    number = f"{asked.number}. "
    about = f" ({asked.about})" if asked.about != one_line(asked.text) else ""
    lines = [
        ("To", asked.role),
        ("Asked by", asked.who),
        ("Why it is here", f"{asked.reason}{about}"),
        ("What would satisfy us", asked.satisfied),
        ("Then ask", asked.follow_up),
    ]
    if asked.suggested:
        lines.append(("Wording", "the checklist's own, as nobody has written a question here yet"))
    indent = " " * len(number)
    told = [f"{indent}- {label(name, text, indent + '  ')}" for name, text in lines if text.strip()]
    reply = broken(asked.reply, indent + "  ") or BLANK
    return "\n".join([f"{number}{strong(asked.text)}", *told, f"{indent}- **Reply:** {reply}"])


def _profile(report: Report) -> Iterator[str]:
    if report.coverage.is_empty:
        return
    yield "## Profile"
    answers = zip(report.entries, report.profile.lines, strict=True)
    rows = [(f"{entry.number}. {cell(entry.name)}", _answer(entry), line.known_by) for entry, line in answers]
    yield table(("Question", "Answer", "How we know"), *rows)
    if len(report.profile.sections) > 1:
        yield bullets(f"{strong(line.title)}: {inline(line.words)}" for line in report.profile.sections)


def _answer(entry: Entry) -> str:
    return f"{cell(entry.words)} (brought along)" if entry.carried else cell(entry.words)


def _entries(report: Report) -> Iterator[str]:
    empty = report.coverage.is_empty
    yield "## Questions to work through" if empty else "## Each question"
    sections = [(title, list(entries)) for title, entries in groupby(report.entries, lambda entry: entry.section)]
    for title, entries in sections:
        if len(sections) > 1:
            yield f"### {inline(title)}"
        for entry in entries:
            yield f"{'####' if len(sections) > 1 else '###'} {entry.number}. {inline(entry.name)}"
            yield from _entry(entry, report, blank=empty)


def _entry(entry: Entry, report: Report, *, blank: bool) -> Iterator[str]:
    if entry.name != one_line(entry.text):
        yield paragraphs(entry.text)
    yield label("How it is meant", entry.help)
    yield label("In the words of the source", entry.topic)
    if entry.state is State.UNANSWERED:
        yield label("Why it matters", entry.why)
    answer = f"{entry.words}. {entry.meaning}" if entry.meaning else entry.words
    yield f"**Answer:** {BLANK if blank else broken(answer)}"
    yield label("How we know", entry.how_known)
    yield label("Brought along", entry.carried and f"from {entry.carried}; not confirmed since")
    yield from labelled_list("Evidence", map(evidence_line, entry.evidence))
    yield from quoted("Note", entry.note)
    yield from quoted("Private note", entry.private_note)
    yield from labelled_list("To ask", map(_pointer, entry.asks))
    if report.session and (discussed := report.session.on(entry.question)):
        yield from markdown_session.discussed(discussed)


def _gaps(report: Report) -> Iterator[str]:
    if report.coverage.is_empty:
        return
    for title, entries in (("What is not known", report.not_known), ("What was not reached", report.not_reached)):
        if entries:
            yield f"## {title}"
            yield bullets(map(_gap, entries))


def _gap(entry: Entry) -> str:
    name = f"{inline(entry.name)}: " if entry.name != one_line(entry.text) else ""
    discussed = " (not discussed)" if entry.state is State.NOT_DISCUSSED else ""
    return f"{name}{inline(entry.text)}{discussed}"


def _about(report: Report) -> Iterator[str]:
    if report.about:
        yield "## About the checklist"
        yield labels(*report.about)


def _sources(report: Report) -> Iterator[str]:
    if report.sources:
        yield "## Sources"
        yield bullets(map(_source, report.sources))


def _how_to_read(report: Report) -> Iterator[str]:
    yield "## How to read this"
    yield bullets(map(inline, report.how_to_read))


_PARTS: tuple[Callable[[Report], Iterator[str]], ...] = (
    _head,
    _room,
    markdown_session.recommendations,
    markdown_session.session,
    _profile,
    _entries,
    _gaps,
    _about,
    _sources,
    _how_to_read,
)


def _paper(paper: Paper) -> str:
    return joined(paper.title, in_pages(paper.pages))


def _person(person: Person) -> str:
    declared = f"declares: {person.interest}" if person.interest.strip() else ""
    return joined(person.name, person.kind, person.attendance, declared)


def _pointer(asked: RoomQuestion) -> str:
    role = f" ({inline(asked.role)})" if asked.role.strip() else ""
    where = f"Question {asked.number}" if asked.number else "Left out of the list"
    return f"{where}{role}: {inline(asked.text)}"


def _source(source: Source) -> str:
    said = joined(source.title, source.publisher, source.year)
    return ": ".join(filter(None, (said, literal(source.address) if source.address.strip() else "")))
