"""A session and its recommendations in a Markdown document."""

from collections.abc import Iterator
from datetime import date as Date
from itertools import groupby

from scrutiny_tui.export.blocks import BLANK, bullets, evidence_line, joined, label, labelled_list, quoted, table
from scrutiny_tui.export.escape import broken, cell, inline, strong
from scrutiny_tui.model.answer import Ask
from scrutiny_tui.model.meeting import in_words
from scrutiny_tui.model.panel import Names
from scrutiny_tui.model.recommendation_report import RecommendationLine
from scrutiny_tui.model.report import Report
from scrutiny_tui.model.session_report import Discussed, KeptApart, Note, RoundLine, Voice

_NAMING = {
    Names.OPEN: "Nothing has been rated yet.",
    Names.KEPT: "The group chose to keep ratings with names.",
    Names.NOT_KEPT: "The group chose to keep ratings without names.",
}


def recommendations(report: Report) -> Iterator[str]:
    """Yield what is recommended, and what became of it."""
    if report.recommendations:
        yield "## Recommendations"
        yield from map(_recommendation, report.recommendations)
        yield label("When a reply is due", report.reply_rule)


def _recommendation(each: RecommendationLine) -> str:
    number = f"{each.number}. "
    indent = " " * len(number)
    lines = [
        ("To", each.to),
        ("What should change for children", each.change),
        ("Owner", each.owner),
        ("Comes from", each.about),
        ("Sent", _day(each.sent)),
        ("Reply due", _day(each.due)),
        ("Reply", each.reply or ("" if each.closed or each.reason.strip() else BLANK)),
        ("Reason given", each.reason),
        *((f"After {noted.months} month{'' if noted.months == 1 else 's'}", noted.text) for noted in each.progress),
        ("Closed", _day(each.closed)),
        ("Evidence of effect", each.evidence),
        ("To put right", ", ".join(each.flags)),
    ]
    told = [f"{indent}- {_line(name, text, indent)}" for name, text in lines if text.strip()]
    return "\n".join([f"{number}{strong(each.text) or BLANK}", *told])


def _line(name: str, text: str, indent: str) -> str:
    return f"**{name}:** {BLANK}" if text == BLANK else label(name, text, indent + "  ")


def _day(day: Date | None) -> str:
    return in_words(day) if day else ""


def session(report: Report) -> Iterator[str]:
    """Yield who took part and how, what was parked, and what was kept apart."""
    if report.session is None:
        return
    held = report.session
    yield "## The session"
    yield f"{_NAMING[held.names]} {held.caution}".rstrip()
    yield from labelled_list("Who took part", map(inline, held.who))
    yield label("Order of discussion", held.order)
    yield from labelled_list("Parking list", map(inline, held.parked))
    yield from labelled_list("Kept apart: asked otherwise, or not asked here", map(_apart, held.apart))


def _apart(each: KeptApart) -> str:
    answer = "sealed, as long as the ratings of that question here are" if each.sealed else each.words
    told = [label("Answer", answer, "    "), label("Note", each.note, "    "), *map(_ask, each.asks)]
    return "\n  - ".join([f"{inline(each.name) or 'A member'} was asked: {inline(each.text)}", *filter(None, told)])


def _ask(ask: Ask) -> str:
    role = f" (to {inline(ask.role)})" if ask.role.strip() else ""
    return f"**To ask:** {inline(ask.text) or 'the question itself'}{role}"


def discussed(each: Discussed) -> Iterator[str]:
    """Yield what the group did with one question."""
    if each.rounds:
        yield _counts(each.rounds)
        yield bullets(map(_round, each.rounds))
    if each.sealed:
        yield f"**Not revealed:** {inline(each.sealed)}."
    yield label("Agreed answer", ", ".join(filter(None, (each.agreed, each.known_by))))
    yield label("Changed afterwards to", each.changed)
    yield label("Reason" if each.agreed else "Reason noted so far", each.reason)
    yield from quoted("Minority view", each.minority)
    yield from labelled_list("Came after the reveal, not counted", (joined(one.name, one.words) for one in each.late))
    yield from labelled_list("What members brought", map(_note, each.brought))


def _counts(rounds: tuple[RoundLine, ...]) -> str:
    levels = [str(level) for level, _ in rounds[0].tally.counts]
    rows = []
    for each in rounds:
        counts = [count for _, count in each.tally.counts]
        counts += [each.tally.not_known, each.tally.abstained, each.tally.missing]
        rows.append((f"Round {each.number}", *(str(count or "-") for count in counts)))
    return table(("Ratings of the group", *map(cell, levels), "Not known", "Abstained", "Missing"), *rows)


def _round(each: RoundLine) -> str:
    ways = f" Ratings came in {' and '.join(each.ways)}." if each.ways else ""
    told = f"Round {each.number}. {inline(each.tally.sentence)} {inline(each.tally.figures)}{ways}"
    if not any(one.name for one in each.voices):
        return told
    groups = groupby(each.voices, key=lambda one: one.words)
    return "\n".join([told, *(f"  - {inline(words)}: {_raters(list(found))}" for words, found in groups)])


def _raters(voices: list[Voice]) -> str:
    unnamed = sum(not one.name for one in voices)
    return joined(*(one.name for one in voices), f"{unnamed} without a name" if unnamed else "")


def _note(note: Note) -> str:
    who = f"{inline(note.name)}: " if note.name else ""
    known = f" (how they know: {note.known_by})" if note.known_by else ""
    text = ". ".join(filter(None, (inline(note.said), broken(note.text, "  "))))
    said = text or ("nothing but questions to ask" if note.asks else "no note")
    return "\n  - ".join(
        [f"{who}{said}{known}", *(f"Evidence: {evidence_line(each)}" for each in note.evidence), *map(_ask, note.asks)]
    )
