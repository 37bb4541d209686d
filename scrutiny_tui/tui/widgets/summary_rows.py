"""What the summary shows: rows made of the report, and behind each figure how it was worked out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from string import ascii_uppercase

from textual.content import Content

from scrutiny_tui.model.answer import State
from scrutiny_tui.model.comparison import ComparedLine, Comparison
from scrutiny_tui.model.differences import LEGEND, NOTHING
from scrutiny_tui.model.evidence_report import Footing, Used
from scrutiny_tui.model.meeting import in_words
from scrutiny_tui.model.recommendation_report import RecommendationLine
from scrutiny_tui.model.report import Entry, Report
from scrutiny_tui.model.room import RoomQuestion
from scrutiny_tui.model.scale import Level
from scrutiny_tui.model.text import counted, one_line
from scrutiny_tui.model.timeline import LEGEND as LEVELS
from scrutiny_tui.tui.widgets.rows import Row

_WORDS = 14
"""Columns for an answer in words."""
FULL, OPEN = "█", "░"
"""A bar is drawn with these: so many of the first as the level says, the rest of the second."""


@dataclass(frozen=True)
class Figure:
    """A row, and what a person reads who asks where it comes from."""

    row: Row
    sum: str = ""
    """Empty where there is nothing to explain."""


@dataclass(frozen=True)
class Part:
    """One part of the summary."""

    name: str
    figures: Callable[[Report], Iterator[Figure]]


def _note(row_id: str, text: str) -> Figure:
    return Figure(Row(row_id, Content.styled(text, "$muted")))


def profile(report: Report) -> Iterator[Figure]:
    """Yield the coverage, and every question by section with its level as a bar and in words."""
    yield Figure(Row("coverage", Content.styled(report.coverage.sentence, "bold")), report.sums.coverage)
    if report.coverage.is_empty:
        return
    sections = report.review.checklist.sections
    questions = iter(zip(report.entries, report.profile.lines, report.sums.lines, strict=True))
    told = zip(sections, report.profile.sections, report.sums.sections, strict=True)
    for at, (section, line, section_sum) in enumerate(told):
        if len(sections) > 1:
            words = Content.assemble((one_line(line.title), "bold $primary"), f"  {line.words}")
            yield Figure(Row(f"section:{at}", words), section_sum)
        for entry, shown, line_sum in islice(questions, len(section.questions)):
            yield Figure(_profile_row(entry, shown.level, shown.known_by, report), line_sum)
    yield _note("no-mark", "No overall mark, on purpose: a sum would hide a poor answer behind good ones.")


def _profile_row(entry: Entry, level: Level | None, known_by: str, report: Report) -> Row:
    most = len(report.review.checklist.scale.levels)
    bar = FULL * level.value + OPEN * (most - level.value) if level else " " * most
    # Why something does not apply stands in its explanation.
    said = entry.state.words if entry.state is State.NOT_APPLICABLE else one_line(entry.words)
    words = f"{said if len(said) <= _WORDS else said[: _WORDS - 1] + '…':<{_WORDS}}"
    name = Content(f"{entry.number} {one_line(entry.name)}")
    return Row(f"line:{entry.question}", name, f"{bar} {words} {known_by:<8}")


def room(report: Report) -> Iterator[Figure]:
    """Yield the questions to take into the room, then those left out by hand."""
    for each in report.room:
        yield Figure(Row(f"room:{each.key}", _asked(each)), _place(each, report))
    if not report.room and not report.dropped:
        yield _note("none", "Nothing to ask yet. On a question, a takes a line of enquiry.")
    for each in report.dropped:
        told = Content.assemble(
            ("Left out  ", "bold $warning"), one_line(each.text), (f"\n{each.about}: {each.reason}", "$muted")
        )
        yield Figure(Row(f"room:{each.key}", told), f"Somebody left it out by hand. {_place(each, report)}")


def _asked(each: RoomQuestion) -> Content:
    to = f"to {one_line(each.role)}" if each.role.strip() else "to nobody yet"
    who = f"asked by {one_line(each.who)}" if each.who.strip() else "nobody asks it yet"
    placed = ", placed by hand" if each.by_hand else ""
    return Content.assemble(
        (f"{each.number} ", "bold $primary"),
        (one_line(each.text), "bold"),
        (f"\n{each.about}: {one_line(each.reason)}{placed} · {to} · {who}", "$muted"),
    )


def _place(each: RoomQuestion, report: Report) -> str:
    own = "" if not each.suggested else " Nobody has written a question here yet, so the checklist's own stands in."
    by_hand = f" Somebody put it at {each.number} by hand." if each.by_hand else ""
    return f"{each.reason}. The rule puts it at {each.rule_number}.{by_hand}{own}\n\nThe rule: {report.rule}"


def differences(report: Report) -> Iterator[Figure]:
    """Yield a line a question with the levels that each rater gave."""
    found = report.differences
    if found is None:
        yield _note("none", "No ratings have been revealed. f on a question opens a session with the room.")
        return
    named = len(found.columns) > 1
    letters = [ascii_uppercase[at % len(ascii_uppercase)] for at in range(len(found.columns))]
    widths = [max(1, *(len(line.cells[at]) for line in found.lines)) for at in range(len(letters))]
    if named:
        yield Figure(Row("heads", Content(""), f"{_cells(letters, widths)}  {'':<11}"))
    for line in found.lines:
        right = f"{_cells(line.cells, widths)}  {line.word:<11}"
        yield Figure(Row(f"grid:{line.question}", Content(f"{line.number} {one_line(line.name)}"), right), line.sum)
    if named:
        told = "; ".join(f"{letter} {name}" for letter, name in zip(letters, found.columns, strict=True))
        yield _note("columns", told)
    yield _note("legend", LEGEND)


def _cells(cells: "tuple[str, ...] | list[str]", widths: list[int]) -> str:
    return " ".join(f"{cell or NOTHING:<{width}}" for cell, width in zip(cells, widths, strict=True))


def recommendations(report: Report) -> Iterator[Figure]:
    """Yield what is recommended, with its reply."""
    for each in report.recommendations:
        yield Figure(Row(f"recommendation:{each.id}", _recommended(each)), f"{_reply(each)}\n\n{report.reply_rule}")
    if not report.recommendations:
        yield _note("none", "Nothing is recommended yet. r writes a recommendation.")


def _recommended(each: RecommendationLine) -> Content:
    to = f"  to {one_line(each.to)}" if each.to.strip() else ""
    alarms = "; ".join(f"! {words}" for words in each.flags)
    return Content.assemble((f"{each.number} ", "bold $primary"), (one_line(each.text) or "no words yet", "bold"), to,
                            f"\n{_reply(each)}", (f"  {alarms}" if alarms else "", "bold $warning"))  # fmt: skip


def _reply(each: RecommendationLine) -> str:
    if each.closed:
        return f"Closed on {in_words(each.closed)}: {one_line(each.evidence)}"
    reason = f": {one_line(each.reason)}" if each.reason.strip() else ""
    if each.reply:
        return f"Reply: {each.reply}{reason}"
    due = f"reply due {in_words(each.due)}" if each.due else "no date for a reply"
    return f"No reply yet{reason}; {due}"


def evidence(report: Report) -> Iterator[Figure]:
    """Yield what the ratings rest on."""
    held = report.evidence
    told = "; ".join(f"{each.name}: {len(each.sources)}" for each in held.footings)
    sums = f"Sources noted for each rating. {told}. Two places in one paper are one source." if told else ""
    yield Figure(Row("footings", Content.styled(held.sentence, "bold")), sums)
    for title, footings in (("Rests on one source", held.single), ("No evidence is noted", held.bare)):
        for at, each in enumerate(footings):
            yield Figure(_footing(each, title if not at else ""), each.sum)
    for used in held.used:
        yield _used(used)
    for title in held.unused:
        yield Figure(Row(f"unused:{title}", Content.assemble(("Nothing rests on ", "$muted"), title)))


def _footing(each: Footing, title: str) -> Row:
    head = (f"{title}\n", "bold $primary") if title else ""
    source = f", {'; '.join(each.sources)}" if each.sources else ""
    told = f"{each.number} {one_line(each.name)}: {each.words}, {each.known_by}{source}"
    return Row(f"footing:{each.question}", Content.assemble(head, told))


def _used(used: Used) -> Figure:
    many = counted(len({use.number for use in used.uses}), "question")
    told = "\n".join(
        ": ".join(filter(None, (f"{use.number} {one_line(use.name)}", use.where, use.shows))) for use in used.uses
    )
    names = ", ".join(dict.fromkeys(f"{use.number}" for use in used.uses))
    return Figure(Row(f"used:{used.title}", Content.assemble((used.title, "bold"), f"  for {many}: {names}")), told)


def changes(report: Report) -> Iterator[Figure]:
    """Yield every question then and now, which way it moved, and why."""
    found = report.changes
    if found is None:
        yield _note("none", "Nothing to compare with yet. c chooses an earlier review.")
        return
    only = "Only questions asked in the same words, with the same levels, are compared."
    told = Content.styled(f"{found.coverage} {found.moves_in_words}".rstrip(), "bold")
    yield Figure(Row("compared", told), f"{_reviews(found)}\n\n{only}")
    many = len(found.columns) > 2  # noqa: PLR2004  # then and now are two
    for line in found.lines:
        yield Figure(Row(f"change:{line.question}", _changed(line, many=many)), line.sum)
    if many:
        yield _note("legend", f"{LEVELS} The chart shows the levels as heights.")


def _reviews(found: Comparison) -> str:
    return "\n".join(f"{each.label}: {one_line(each.title)}" for each in found.columns)


def _changed(line: ComparedLine, *, many: bool) -> Content:
    number = f"{line.number} " if line.number else ""
    series = f"  {' '.join(line.series)}  {line.chart}" if many else ""
    told = f"{line.then.words} then, {line.now.words} now: {line.direction}"
    known = f". {line.known[:1].upper()}{line.known[1:]}" if line.known else ""
    why = Content.assemble("\n", ("Why: ", "bold"), one_line(line.why)) if line.why.strip() else ""
    return Content.assemble((f"{number}{line.name}", "bold"), series, (f"\n{told}{known}", "$muted"), why)


PARTS = (
    Part("Profile", profile),
    Part("Take into the room", room),
    Part("Differences", differences),
    Part("Recommendations", recommendations),
    Part("Evidence", evidence),
    Part("Changes", changes),
)
PROFILE, ROOM, CHANGES = 0, 1, 5


def figures(report: Report, part: int) -> dict[str, Figure]:
    """Return the figures of a part by the ids of their rows."""
    return {figure.row.id: figure for figure in PARTS[part].figures(report)}
