"""A session and its recommendations in a Markdown document."""

from collections.abc import Iterator
from itertools import groupby

from scrutiny_tui.export.blocks import BLANK, bullets, joined, label, labelled_list, quoted, table
from scrutiny_tui.export.escape import broken, cell, inline, strong
from scrutiny_tui.model.panel import Names
from scrutiny_tui.model.recommendation_report import RecommendationLine
from scrutiny_tui.model.report import Report
from scrutiny_tui.model.session_report import Discussed, KeptApart, Note, RoundLine

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
        yield f"When a reply is due: {inline(report.reply_rule)}"


def _recommendation(each: RecommendationLine) -> str:
    number = f"{each.number}. "
    indent = " " * len(number)
    reply = joined_with(": ", each.reply, each.reason)
    lines = [
        ("To", each.to),
        ("What should change for children", each.change),
        ("Owner", each.owner),
        ("Sent", each.sent),
        ("Reply due", each.due),
        ("Reply", reply or ("" if each.closed else BLANK)),
        *((f"After {months} months", text) for months, text in each.progress),
        ("Evidence of effect", each.evidence),
        ("Closed", each.closed),
        ("Comes from", each.about),
        ("Still missing", ", ".join(each.flags)),
    ]
    told = [f"{indent}- {_line(name, text, indent)}" for name, text in lines if text.strip()]
    return "\n".join([f"{number}{strong(each.text) or BLANK}", *told])


def _line(name: str, text: str, indent: str) -> str:
    return f"**{name}:** {BLANK}" if text == BLANK else label(name, text, indent + "  ")


def joined_with(between: str, *parts: str) -> str:
    """Return what is there of these, with something between."""
    return between.join(part for part in parts if part.strip())


def session(report: Report) -> Iterator[str]:
    """Yield who took part and how, what was parked, and what was kept apart."""
    if report.session is None:
        return
    held = report.session
    yield "## The session"
    yield f"{_NAMING[held.names]} {held.caution}".rstrip()
    yield from labelled_list("Who took part", map(inline, held.who))
    yield label("Discussed in this order", held.order)
    yield from labelled_list("Parking list", map(inline, held.parked))
    yield from labelled_list("Kept apart: asked otherwise, or not asked here", map(_apart, held.apart))


def _apart(each: KeptApart) -> str:
    said = each.words or "sealed, as the question here is not revealed yet"
    asked = ": ".join(filter(None, (inline(each.name), inline(each.text))))
    return ". ".join(filter(None, (f"{asked} ({inline(said)})", inline(each.note))))


def discussed(each: Discussed) -> Iterator[str]:
    """Yield what the group did with one question."""
    if each.rounds:
        yield _counts(each.rounds)
        yield bullets(map(_round, each.rounds))
    if each.sealed:
        yield f"**Not revealed:** {inline(each.sealed)}."
    yield label("Agreed answer", joined_with(", ", each.agreed, each.known_by))
    yield label("Changed afterwards", each.changed and f"the answer is now {each.changed}")
    yield label("Reason", each.reason)
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
    named = [one for one in each.voices if one.name]
    groups = groupby(named, key=lambda one: one.words)
    lines = [f"  - {inline(words)}: {joined(*(one.name for one in found))}" for words, found in groups]
    return "\n".join([told, *lines])


def _note(note: Note) -> str:
    who = f"{inline(note.name)}: " if note.name else ""
    known = f" (how they know: {note.known_by})" if note.known_by else ""
    said = broken(note.text, "  ") or ("nothing but questions to ask" if note.asks else "no note")
    asks = [f"  - To ask: {inline(ask.text)}" + (f" (to {inline(ask.role)})" if ask.role.strip() else "")
            for ask in note.asks]  # fmt: skip
    return "\n".join([f"{who}{said}{known}", *asks])
