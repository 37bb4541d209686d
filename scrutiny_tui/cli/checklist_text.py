"""Checklists as plain text for a terminal."""

from collections.abc import Iterator, Sequence

from scrutiny_tui.cli.columns import columns, cut, folded
from scrutiny_tui.model.checklist import Checklist, Question
from scrutiny_tui.model.facts import Indicator
from scrutiny_tui.model.listing import ShelfItem
from scrutiny_tui.model.meeting import written_day
from scrutiny_tui.model.text import counted, one_line


def shelf_rows(items: Sequence[ShelfItem]) -> list[str]:
    """Return a line for each checklist: id, title, questions, where from; for a broken file, its problems."""
    cells = [
        (
            item.id,
            cut(item.checklist.title),
            counted(len(item.checklist.questions), "question"),
            f"your own, {item.path.name}" if item.own else "comes with the program",
        )
        for item in items
        if item.checklist
    ]
    lines = iter(columns(cells))
    return [next(lines) if item.checklist else _broken(item) for item in items]


def checklist_text(checklist: Checklist) -> Iterator[str]:
    """Yield the lines of a whole checklist, to read or to print."""
    yield one_line(checklist.title)
    yield f"id {checklist.id}, {counted(len(checklist.questions), 'question')}"
    for label, text in (
        ("Edition", checklist.edition),
        ("Purpose", checklist.purpose),
        ("Takes", checklist.takes),
        ("From", checklist.origin),
        ("Facts last checked", written_day(checklist.checked)),
    ):
        yield from _folded(text, f"{label}: ")
    yield from _listed("Levels", [f"{level}: {level.meaning}".rstrip(": ") for level in checklist.scale.levels])
    for section in checklist.sections:
        yield from ("", "", one_line(section.title).upper())
        yield from _folded(section.about, "")
        for question in section.questions:
            yield from _question(checklist, question)
    yield from ("", "")
    yield from _listed(
        "Sources",
        [
            ", ".join(filter(None, (source.title, source.publisher, source.year, source.address)))
            for source in checklist.sources
        ],
    )


def _question(checklist: Checklist, question: Question) -> Iterator[str]:
    yield ""
    yield from _folded(question.text, f"{checklist.place(question.id) + 1}. ")
    yield from _folded(question.help, "   How it is meant: ")
    yield from _folded(question.topic, "   In the words of the source: ")
    yield from _folded(question.why, "   Why it matters: ")
    yield from _listed("Facts", [checklist.told(fact) for fact in question.facts])
    yield from _listed("Ask", [line.ask + (f" (to: {line.to})" if line.to else "") for line in question.enquiry])
    yield from _listed("Good signs", question.good)
    yield from _listed("Warning signs", question.warning)
    yield from _listed("Evidence to ask for", question.evidence)
    yield from _listed("Figures worth asking for", [_indicator(checklist, each) for each in question.indicators])
    described = [f"{level}: {level.meaning}".rstrip(": ") for level in checklist.described(question)]
    yield from _listed("Levels", described if question.levels and not question.in_words else [])
    yield from _folded("Answered in words, not with a level." if question.in_words else "", "   ")
    yield from _folded(", ".join(phase.words for phase in question.phases), "   Matters most in the phase: ")


def _indicator(checklist: Checklist, indicator: Indicator) -> str:
    name = indicator.name + (f", {indicator.unit}" if indicator.unit else "")
    told = (
        indicator.better.words,
        indicator.note,
        f"Time limit or standard: {checklist.told(indicator.clock)}" if indicator.clock else "",
        f"England: {checklist.told(indicator.england)}" if indicator.england else "",
    )
    return f"{name}: {'. '.join(part.rstrip('.') for part in told if part)}"


def _listed(label: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"   {label}:"
        for item in items:
            yield from _folded(item, "   - ")


def _folded(text: str, lead: str) -> Iterator[str]:
    return folded(text, lead, " " * min(5, len(lead)))


def _broken(item: ShelfItem) -> str:
    return "\n".join([f"{item.id}: this file cannot be used.", *(f"  {problem}" for problem in item.problems)])
