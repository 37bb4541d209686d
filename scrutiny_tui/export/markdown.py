"""A report as GitHub-flavoured Markdown: to read as it is, to print, or to paste into another document."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from scrutiny_tui.export.escape import broken, cell, inline, literal, paragraphs, strong
from scrutiny_tui.model.answer import Evidence, State
from scrutiny_tui.model.facts import Source
from scrutiny_tui.model.meeting import Paper, Person, in_pages
from scrutiny_tui.model.report import Entry, Labelled, Report, RoomQuestion
from scrutiny_tui.model.text import one_line

WIDEST = 40
"""The column of a table is padded to at most this many characters, so that its source can be read as well."""
BLANK = "_" * 24
"""A line to write on."""


def render(report: Report) -> str:
    """Return the document."""
    blocks: list[str] = []
    for part in _PARTS:
        blocks += filter(None, part(report))
    return "\n\n".join(blocks) + "\n"


def _head(report: Report) -> Iterator[str]:
    yield f"# {inline(report.title) or 'Review'}"
    yield _labels(*report.meeting, Labelled("Checklist", report.checklist))
    yield from _list("Papers", map(_paper, report.papers))
    yield from _list("People", map(_person, report.people))
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
    told = [f"{indent}- {_label(label, text, indent + '  ')}" for label, text in lines if text.strip()]
    reply = broken(asked.reply, indent + "  ") or BLANK
    return "\n".join([f"{number}{strong(asked.text)}", *told, f"{indent}- **Reply:** {reply}"])


def _profile(report: Report) -> Iterator[str]:
    if report.coverage.is_empty:
        return
    yield "## Profile"
    answers = zip(report.entries, report.profile.lines, strict=True)
    rows = [(f"{entry.number}. {cell(entry.name)}", _answer(entry), line.known_by) for entry, line in answers]
    yield _table(("Question", "Answer", "How we know"), *rows)
    if len(report.profile.sections) > 1:
        yield _bullets(f"{strong(line.title)}: {inline(line.words)}" for line in report.profile.sections)


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
            yield from _entry(entry, blank=empty)


def _entry(entry: Entry, *, blank: bool) -> Iterator[str]:
    if entry.name != one_line(entry.text):
        yield paragraphs(entry.text)
    yield _label("How it is meant", entry.help)
    yield _label("In the words of the source", entry.topic)
    if entry.state is State.UNANSWERED:
        yield _label("Why it matters", entry.why)
    answer = f"{entry.words}. {entry.meaning}" if entry.meaning else entry.words
    yield f"**Answer:** {BLANK if blank else broken(answer)}"
    yield _label("How we know", entry.how_known)
    yield _label("Brought along", entry.carried and f"from {entry.carried}; not confirmed since")
    yield from _list("Evidence", map(_evidence, entry.evidence))
    yield from _quoted("Note", entry.note)
    yield from _quoted("Private note", entry.private_note)
    yield from _list("To ask", map(_pointer, entry.asks))


def _gaps(report: Report) -> Iterator[str]:
    if report.coverage.is_empty:
        return
    for title, entries in (("What is not known", report.not_known), ("What was not reached", report.not_reached)):
        if entries:
            yield f"## {title}"
            yield _bullets(map(_gap, entries))


def _gap(entry: Entry) -> str:
    name = f"{inline(entry.name)}: " if entry.name != one_line(entry.text) else ""
    discussed = " (not discussed)" if entry.state is State.NOT_DISCUSSED else ""
    return f"{name}{inline(entry.text)}{discussed}"


def _about(report: Report) -> Iterator[str]:
    if report.about:
        yield "## About the checklist"
        yield _labels(*report.about)


def _sources(report: Report) -> Iterator[str]:
    if report.sources:
        yield "## Sources"
        yield _bullets(map(_source, report.sources))


def _how_to_read(report: Report) -> Iterator[str]:
    yield "## How to read this"
    yield _bullets(map(inline, report.how_to_read))


_PARTS: tuple[Callable[[Report], Iterator[str]], ...] = (
    _head,
    _room,
    _profile,
    _entries,
    _gaps,
    _about,
    _sources,
    _how_to_read,
)


def _paper(paper: Paper) -> str:
    return _joined(paper.title, in_pages(paper.pages))


def _person(person: Person) -> str:
    declared = f"declares: {person.interest}" if person.interest.strip() else ""
    return _joined(person.name, person.kind, person.attendance, declared)


def _evidence(evidence: Evidence) -> str:
    where = _joined(evidence.paper, in_pages(evidence.pages), evidence.date, evidence.who)
    return ": ".join(filter(None, (where, inline(evidence.shows))))


def _pointer(asked: RoomQuestion) -> str:
    role = f" ({inline(asked.role)})" if asked.role.strip() else ""
    return f"Question {asked.number}{role}: {inline(asked.text)}"


def _source(source: Source) -> str:
    said = _joined(source.title, source.publisher, source.year)
    return ": ".join(filter(None, (said, literal(source.address) if source.address.strip() else "")))


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, map(inline, parts)))


def _label(label: str, text: str, indent: str = "") -> str:
    return f"**{label}:** {broken(text, indent)}" if text.strip() else ""


def _labels(*lines: Labelled) -> str:
    return _bullets(_label(line.label, line.text, "  ") for line in lines)


def _list(label: str, items: Iterable[str]) -> Iterator[str]:
    told = _bullets(items)
    if told:
        yield f"**{label}**"
        yield told


def _quoted(label: str, text: str) -> Iterator[str]:
    if text.strip():
        yield f"**{label}**"
        yield paragraphs(text, "> ")


def _bullets(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items if item)


def _table(head: tuple[str, ...], *rows: tuple[str, ...]) -> str:
    widths = [min(WIDEST, max(map(len, column))) for column in zip(head, *rows, strict=True)]
    padded = [head, tuple("-" * width for width in widths), *rows]
    return "\n".join(
        "| " + " | ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)) + " |" for row in padded
    )
