"""The record of a review: all that its report says, in the order in which it is needed."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from scrutiny_tui.export import record_session, room_page
from scrutiny_tui.export.document import Bar, Bars, Block, Bullets, Document, Heading, Item, Line, Quote, Table, Words
from scrutiny_tui.export.phrases import evidence_item, joined, label, line
from scrutiny_tui.export.record_changes import changes
from scrutiny_tui.model.answer import State
from scrutiny_tui.model.evidence_report import Footing, Used
from scrutiny_tui.model.facts import Source
from scrutiny_tui.model.meeting import Paper, Person, in_pages
from scrutiny_tui.model.report import Entry, Labelled, Report
from scrutiny_tui.model.room import RoomQuestion
from scrutiny_tui.model.text import one_line


def record(report: Report) -> Document:
    """Return the whole of a report as a document."""
    blocks = [block for part in _PARTS for block in part(report) if block is not None]
    return Document(title_of(report), tuple(blocks))


def title_of(report: Report) -> str:
    """Return the title of the document."""
    return one_line(report.title) or "Review"


def labels(lines: Iterable[Labelled]) -> tuple[Item, ...]:
    """Return labelled lines as items of a list."""
    return tuple(Item(each.text, each.label) for each in lines if each.text.strip())


def _listed(name: str, items: Iterable[Item]) -> Iterator[Block]:
    there = tuple(item for item in items if not item.is_empty)
    if there:
        yield Bullets(there, name)


def _head(report: Report) -> Iterator[Block | None]:
    yield Heading(title_of(report), 1)
    yield Bullets(labels((*report.meeting, Labelled("Checklist", report.checklist))))
    yield from _listed("Papers", map(_paper, report.papers))
    yield from _listed("People", map(_person, report.people))
    if report.nameless:
        yield Words(room_page.NAMELESS)
    yield Words(report.coverage.sentence, strong=True)


def _room(report: Report) -> Iterator[Block]:
    if report.room:
        yield Heading("Questions to take into the room", 2)
        yield room_page.entries(report, with_replies=True)
    yield from _listed("Left out of this list by hand", map(_left_out, report.dropped))


def _left_out(asked: RoomQuestion) -> Item:
    return Item(joined(f"{asked.text} ({asked.about})", asked.reason))


def _profile(report: Report) -> Iterator[Block]:
    if report.coverage.is_empty:
        return
    yield Heading("Profile", 2)
    answers = list(zip(report.entries, report.profile.lines, strict=True))
    most = len(report.review.checklist.scale.levels)
    yield Bars(
        "Profile: the level of each question",
        most,
        tuple(Bar(f"{entry.number}. {entry.name}", shown.level.value if shown.level else 0, _answer(entry))
              for entry, shown in answers),
    )  # fmt: skip
    rows = tuple((f"{entry.number}. {entry.name}", _answer(entry), shown.known_by) for entry, shown in answers)
    yield Table("The answer to each question", ("Question", "Answer", "How we know"), rows)
    if len(report.profile.sections) > 1:
        yield Bullets(tuple(Item(each.words, each.title) for each in report.profile.sections))


def _answer(entry: Entry) -> str:
    return f"{entry.words} (brought along)" if entry.carried else entry.words


def _entries(report: Report) -> Iterator[Block | None]:
    empty = report.coverage.is_empty
    yield Heading("Questions to work through" if empty else "Each question", 2)
    sections = [(title, list(entries)) for title, entries in groupby(report.entries, lambda entry: entry.section)]
    for title, entries in sections:
        if len(sections) > 1:
            yield Heading(title, 3)
        for entry in entries:
            yield Heading(f"{entry.number}. {entry.name}", 4 if len(sections) > 1 else 3)
            yield from _entry(entry, report, blank=empty)


def _entry(entry: Entry, report: Report, *, blank: bool) -> Iterator[Block | None]:
    if entry.name != one_line(entry.text):
        yield Words(entry.text)
    yield line("How it is meant", entry.help)
    yield line("In the words of the source", entry.topic)
    if entry.state is State.UNANSWERED:
        yield line("Why it matters", entry.why)
    answer = f"{entry.words}. {entry.meaning}" if entry.meaning else entry.words
    yield Line(Item("" if blank else answer, "Answer", blank=blank))
    yield line("How we know", entry.how_known)
    yield line("Brought along", entry.carried and f"from {entry.carried}; not confirmed since")
    yield from _listed("Evidence", map(evidence_item, entry.evidence))
    for name, text in (("Note", entry.note), ("Private note", entry.private_note)):
        if text.strip():
            yield Quote(name, text)
    yield from _listed("To ask", (Item(_pointer(asked)) for asked in entry.asks))
    if report.session and (discussed := report.session.on(entry.question)):
        yield from record_session.discussed(discussed)


def _pointer(asked: RoomQuestion) -> str:
    role = f" ({one_line(asked.role)})" if asked.role.strip() else ""
    where = f"Question {asked.number}" if asked.number else "Left out of the list"
    return f"{where}{role}: {one_line(asked.text)}"


def _evidence(report: Report) -> Iterator[Block]:
    held = report.evidence
    if report.coverage.is_empty or not (held.used or held.footings):
        return
    yield Heading("What it rests on", 2)
    yield Words(held.sentence, strong=True)
    yield from _listed("Evidence used", map(_used, held.used))
    yield from _listed("Rests on one source", map(_footing, held.single))
    yield from _listed("No evidence is noted", map(_footing, held.bare))
    yield from _listed("Papers that nothing rests on", map(Item, held.unused))


def _used(each: Used) -> Item:
    uses = tuple(
        Item(": ".join(filter(None, (one.where, one.shows))), f"{one.number} {one_line(one.name)}") for one in each.uses
    )
    # A use that says nothing more still says on which question.
    return Item(each.title, below=tuple(use if use.text else Item(use.lead) for use in uses))


def _footing(each: Footing) -> Item:
    return Item(joined(f"{each.number} {one_line(each.name)}: {each.words}", each.known_by, *each.sources))


def _gaps(report: Report) -> Iterator[Block]:
    if report.coverage.is_empty:
        return
    for title, entries in (("What is not known", report.not_known), ("What was not reached", report.not_reached)):
        if entries:
            yield Heading(title, 2)
            yield Bullets(tuple(map(_gap, entries)))


def _gap(entry: Entry) -> Item:
    name = f"{one_line(entry.name)}: " if entry.name != one_line(entry.text) else ""
    discussed = " (not discussed)" if entry.state is State.NOT_DISCUSSED else ""
    return Item(f"{name}{one_line(entry.text)}{discussed}")


def _about(report: Report) -> Iterator[Block]:
    if report.about:
        yield Heading("About the checklist", 2)
        yield Bullets(labels(report.about))


def _sources(report: Report) -> Iterator[Block]:
    if report.sources:
        yield Heading("Sources", 2)
        yield Bullets(tuple(map(_source, report.sources)))


def _source(source: Source) -> Item:
    return Item(joined(source.title, source.publisher, source.year), address=one_line(source.address))


def _how_to_read(report: Report) -> Iterator[Block]:
    yield Heading("How to read this", 2)
    yield Bullets(tuple(Item(one_line(each)) for each in report.how_to_read))


_PARTS: tuple[Callable[[Report], Iterator[Block | None]], ...] = (
    _head,
    _room,
    record_session.recommendations,
    record_session.session,
    _profile,
    record_session.differences,
    changes,
    _entries,
    _evidence,
    _gaps,
    _about,
    _sources,
    _how_to_read,
)


def _paper(paper: Paper) -> Item:
    return Item(joined(paper.title, in_pages(paper.pages)))


def _person(person: Person) -> Item:
    return Item(joined(person.name, person.kind, person.attendance, label("declares", person.interest)))
