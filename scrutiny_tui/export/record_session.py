"""A session and its recommendations in the record."""

from collections.abc import Iterator
from datetime import date as Date
from itertools import groupby

from scrutiny_tui.export.document import (
    Block,
    Bullets,
    Entry,
    Grid,
    Heading,
    Item,
    Line,
    Numbered,
    Quote,
    Row,
    Table,
    Words,
)
from scrutiny_tui.export.phrases import evidence_item, joined, line
from scrutiny_tui.model.answer import Ask
from scrutiny_tui.model.differences import LEGEND
from scrutiny_tui.model.meeting import in_words
from scrutiny_tui.model.panel import Names
from scrutiny_tui.model.recommendation_report import RecommendationLine
from scrutiny_tui.model.report import Report
from scrutiny_tui.model.session_report import Discussed, KeptApart, Note, RoundLine, Voice
from scrutiny_tui.model.text import counted, one_line

_NAMING = {
    Names.OPEN: "Nothing has been rated yet.",
    Names.KEPT: "The group chose to keep ratings with names.",
    Names.NOT_KEPT: "The group chose to keep ratings without names.",
}


def recommendations(report: Report) -> Iterator[Block | None]:
    """Yield what is recommended, and what became of it."""
    if report.recommendations:
        yield Heading("Recommendations", 2)
        yield Numbered(tuple(map(recommendation, report.recommendations)))
        yield line("When a reply is due", report.reply_rule)


def recommendation(each: RecommendationLine) -> Entry:
    """Return one recommendation with its whole way so far."""
    waits = not (each.reply or each.closed or each.reason.strip())
    lines = [
        Item(each.to, "To"),
        Item(each.change, "What should change for children"),
        Item(each.owner, "Owner"),
        Item(each.about, "Comes from"),
        Item(_day(each.sent), "Sent"),
        Item(_day(each.due), "Reply due"),
        Item(each.reply, "Reply", blank=waits),
        Item(each.reason, "Reason given"),
        *(Item(noted.text, f"After {counted(noted.months, 'month')}") for noted in each.progress),
        Item(_day(each.closed), "Closed"),
        Item(each.evidence, "Evidence of effect"),
        Item(", ".join(each.flags), "To put right"),
    ]
    return Entry(each.number, each.text, tuple(line for line in lines if not line.is_empty))


def _day(day: Date | None) -> str:
    return in_words(day) if day else ""


def session(report: Report) -> Iterator[Block | None]:
    """Yield who took part and how, what was parked, and what was kept apart."""
    if report.session is None:
        return
    held = report.session
    yield Heading("The session", 2)
    naming = "Ratings stand without names in this copy." if report.nameless else _NAMING[held.names]
    yield Words(f"{naming} {held.caution}".rstrip())
    yield Bullets(tuple(map(Item, held.who)), "Who took part") if held.who else None
    yield line("Order of discussion", held.order)
    yield Bullets(tuple(Item(one_line(each)) for each in held.parked), "Parking list") if held.parked else None
    if held.apart:
        yield Bullets(tuple(map(_apart, held.apart)), "Kept apart: asked otherwise, or not asked here")


def _apart(each: KeptApart) -> Item:
    answer = "sealed, as long as the ratings of that question here are" if each.sealed else each.words
    evidence = (Item(evidence_item(one).text, "Evidence") for one in each.evidence)
    told = (Item(answer, "Answer"), Item(each.note, "Note"), *evidence, *map(_ask, each.asks))
    below = tuple(item for item in told if not item.is_empty)
    return Item(f"{one_line(each.name) or 'A member'} was asked: {one_line(each.text)}", below=below)


def _ask(ask: Ask) -> Item:
    role = f" (to {one_line(ask.role)})" if ask.role.strip() else ""
    more = (Item(ask.who, "Asked by"), Item(ask.satisfied, "What would satisfy us"), Item(ask.follow_up, "Then ask"),
            Item(ask.reply, "Reply"))  # fmt: skip
    below = tuple(item for item in more if not item.is_empty)
    return Item(f"{one_line(ask.text) or 'the question itself'}{role}", "To ask", below=below)


def differences(report: Report) -> Iterator[Block]:
    """Yield the grid of who gave which level."""
    found = report.differences
    if found is None:
        return
    yield Heading("Where those who rated differ", 2)
    rows = tuple((f"{each.number}. {one_line(each.name)}", each) for each in found.lines)
    most = len(report.review.checklist.scale.levels)
    yield Grid("Ratings by question", most, found.columns, tuple(Row(name, each.cells) for name, each in rows))
    yield Table(
        "Ratings in the last round of each question",
        ("Question", *found.columns, "Agreement"),
        tuple((name, *each.cells, each.word) for name, each in rows),
    )
    yield Words(LEGEND)


def discussed(each: Discussed) -> Iterator[Block | None]:
    """Yield what the group did with one question."""
    if each.rounds:
        yield _counts(each)
        yield Bullets(tuple(map(_round, each.rounds)))
    if each.sealed:
        yield Line(Item(f"{one_line(each.sealed)}.", "Not revealed"))
    yield line("Agreed answer", ", ".join(filter(None, (each.agreed, each.known_by))))
    yield line("Changed afterwards to", each.changed)
    yield line("Reason" if each.agreed else "Reason noted so far", each.reason)
    yield Quote("Minority view", each.minority) if each.minority.strip() else None
    late = tuple(Item(joined(one.name, one.words)) for one in each.late)
    yield Bullets(late, "Came after the reveal, not counted") if late else None
    yield Bullets(tuple(map(_note, each.brought)), "What members brought") if each.brought else None


def _counts(discussed: Discussed) -> Table:
    levels = [str(level) for level, _ in discussed.rounds[0].tally.counts]
    rows = []
    for each in discussed.rounds:
        counts = [count for _, count in each.tally.counts]
        counts += [each.tally.not_known, each.tally.abstained, each.tally.missing]
        rows.append((f"Round {each.number}", *(str(count or "-") for count in counts)))
    head = ("Ratings of the group", *levels, "Not known", "Abstained", "Missing")
    return Table(f"Ratings of the group: {one_line(discussed.name)}", head, tuple(rows))


def _round(each: RoundLine) -> Item:
    ways = f" Ratings came in {' and '.join(each.ways)}." if each.ways else ""
    told = f"Round {each.number}. {each.tally.sentence} {each.tally.figures}{ways}"
    if not any(one.name for one in each.voices):
        return Item(told)
    groups = groupby(each.voices, key=lambda one: one.words)
    return Item(told, below=tuple(Item(f"{words}: {_raters(list(found))}") for words, found in groups))


def _raters(voices: list[Voice]) -> str:
    unnamed = sum(not one.name for one in voices)
    return joined(*(one.name for one in voices), f"{unnamed} without a name" if unnamed else "")


def _note(note: Note) -> Item:
    who = f"{one_line(note.name)}: " if note.name else ""
    known = f" (how they know: {note.known_by})" if note.known_by else ""
    text = ". ".join(filter(None, (one_line(note.said), note.text.strip())))
    said = text or ("nothing but questions to ask" if note.asks else "no note")
    evidence = (Item(f"Evidence: {evidence_item(each).text}") for each in note.evidence)
    return Item(f"{who}{said}{known}", below=(*evidence, *map(_ask, note.asks)))
