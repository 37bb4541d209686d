"""The summary of a review, part by part: the words of every figure, and behind it how it was worked out."""

from collections.abc import Callable, Iterator
from itertools import islice

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.answer import State
from scrutiny_tui.model.comparison import ComparedLine, Comparison
from scrutiny_tui.model.differences import aloud
from scrutiny_tui.model.evidence_report import Footing, Used
from scrutiny_tui.model.figure import Figure, Piece, Tone, note
from scrutiny_tui.model.meeting import in_words
from scrutiny_tui.model.reading import ProfileLine
from scrutiny_tui.model.recommendation_report import RecommendationLine
from scrutiny_tui.model.report import Entry, Report
from scrutiny_tui.model.room import RoomQuestion
from scrutiny_tui.model.text import counted, one_line
from scrutiny_tui.model.timeline import LEGEND as LEVELS
from scrutiny_tui.model.timeline import Cell


@frozen
class Part:
    """One part of the summary."""

    name: str
    figures: Callable[[Report], Iterator[Figure]]


def _numbered(number: int, tone: Tone = Tone.PLAIN) -> Piece:
    return Piece(f"{number} ", tone, f"Question {number}, ")


def _place_in_list(number: int) -> Piece:
    # A list that is said numbers its lines itself.
    return Piece(f"{number} ", Tone.LEAD, "")


def _profile(report: Report) -> Iterator[Figure]:
    """Yield the coverage, and every question by section with its level."""
    yield Figure("coverage", (Piece(report.coverage.sentence, Tone.STRONG),), report.sums.coverage)
    if report.coverage.is_empty:
        return
    sections = report.review.checklist.sections
    questions = iter(zip(report.entries, report.profile.lines, report.sums.lines, strict=True))
    told = zip(sections, report.profile.sections, report.sums.sections, strict=True)
    for at, (section, line, section_sum) in enumerate(told):
        if len(sections) > 1:
            words = (Piece(one_line(line.title), Tone.LEAD), Piece(f"  {line.words}", said=f": {line.words}"))
            yield Figure(f"section:{at}", words, section_sum)
        for entry, shown, line_sum in islice(questions, len(section.questions)):
            yield _answered(entry, shown, line_sum)
    yield note("no-mark", "No overall mark, on purpose: a sum would hide a poor answer behind good ones.")


def _answered(entry: Entry, shown: ProfileLine, line_sum: str) -> Figure:
    # Why something does not apply stands in its explanation.
    said = entry.state.words if entry.state is State.NOT_APPLICABLE else one_line(entry.words)
    pieces = (_numbered(entry.number), Piece(one_line(entry.name)))
    told = ", ".join(filter(None, (said, shown.known_by)))
    level = shown.level.value if shown.level else 0
    return Figure(f"line:{entry.question}", pieces, line_sum, (said, shown.known_by), level, told)


def _room(report: Report) -> Iterator[Figure]:
    """Yield the questions to take into the room, then those left out by hand."""
    for each in report.room:
        yield Figure(f"room:{each.key}", _asked(each), _placed(each, report))
    if not report.room and not report.dropped:
        yield note("none", "Nothing to ask yet. On a question, a takes a line of enquiry.")
    for each in report.dropped:
        told = (Piece("Left out  ", Tone.ALARM, "Left out: "), Piece(one_line(each.text)),
                Piece(f"\n{each.about}: {each.reason}", Tone.QUIET))  # fmt: skip
        yield Figure(f"room:{each.key}", told, f"Somebody left it out by hand. {_placed(each, report)}")


def _asked(each: RoomQuestion) -> tuple[Piece, ...]:
    to = f"to {one_line(each.role)}" if each.role.strip() else "to nobody yet"
    who = f"asked by {one_line(each.who)}" if each.who.strip() else "nobody asks it yet"
    placed = ", placed by hand" if each.by_hand else ""
    between = Piece(" · ", Tone.QUIET, "; ")
    return (
        _place_in_list(each.number),
        Piece(one_line(each.text), Tone.STRONG),
        Piece(f"\n{each.about}: {one_line(each.reason)}{placed}", Tone.QUIET),
        between,
        Piece(to, Tone.QUIET),
        between,
        Piece(who, Tone.QUIET),
    )


def _placed(each: RoomQuestion, report: Report) -> str:
    own = "" if not each.suggested else " Nobody has written a question here yet, so the checklist's own stands in."
    by_hand = f" Somebody put it at {each.number} by hand." if each.by_hand else ""
    return f"{each.reason}. The rule puts it at {each.rule_number}.{by_hand}{own}\n\nThe rule: {report.rule}"


def _differences(report: Report) -> Iterator[Figure]:
    """Yield a line a question with the levels that each rater gave."""
    found = report.differences
    if found is None:
        yield note("none", "No ratings have been revealed. f on a question opens a session with the room.")
        return
    for line in found.lines:
        given = (f"{name}: {aloud(cell)}" for name, cell in zip(found.columns, line.cells, strict=True))
        pieces = (_numbered(line.number), Piece(one_line(line.name)))
        told = "; ".join((*given, line.word))
        yield Figure(f"grid:{line.question}", pieces, line.sum, (*line.cells, line.word), beside=told)


def _recommendations(report: Report) -> Iterator[Figure]:
    """Yield what is recommended, with its reply."""
    for each in report.recommendations:
        yield Figure(f"recommendation:{each.id}", _recommended(each), f"{_reply(each)}\n\n{report.reply_rule}")
    if not report.recommendations:
        yield note("none", "Nothing is recommended yet. r writes a recommendation.")


def _recommended(each: RecommendationLine) -> tuple[Piece, ...]:
    to = f"to {one_line(each.to)}"
    alarms = "; ".join(f"! {words}" for words in each.flags)
    return (
        _place_in_list(each.number),
        Piece(one_line(each.text) or "no words yet", Tone.STRONG),
        *((Piece(f"  {to}", said=f"; {to}"),) if each.to.strip() else ()),
        Piece(f"\n{_reply(each)}"),
        *((Piece(f"  {alarms}", Tone.ALARM, f"\nTo put right: {'; '.join(each.flags)}"),) if alarms else ()),
    )


def _reply(each: RecommendationLine) -> str:
    if each.closed:
        return f"Closed on {in_words(each.closed)}: {one_line(each.evidence)}"
    reason = f": {one_line(each.reason)}" if each.reason.strip() else ""
    if each.reply:
        return f"Reply: {each.reply}{reason}"
    due = f"reply due {in_words(each.due)}" if each.due else "no date for a reply"
    return f"No reply yet{reason}; {due}"


def _evidence(report: Report) -> Iterator[Figure]:
    """Yield what the ratings rest on."""
    held = report.evidence
    told = "; ".join(f"{each.name}: {len(each.sources)}" for each in held.footings)
    sums = f"Sources noted for each rating. {told}. Two places in one paper are one source." if told else ""
    yield Figure("footings", (Piece(held.sentence, Tone.STRONG),), sums)
    for title, footings in (("Rests on one source", held.single), ("No evidence is noted", held.bare)):
        for at, each in enumerate(footings):
            yield _footing(each, title, shows_title=not at)
    yield from map(_used, held.used)
    if not held.used:
        yield note("none", "No evidence is noted yet. v on a question notes a paper, its pages and what it shows.")
    for title in held.unused:
        yield Figure(f"unused:{title}", (Piece("Nothing rests on ", Tone.QUIET), Piece(title)))


def _footing(each: Footing, title: str, *, shows_title: bool) -> Figure:
    # Seen, the title stands above the first of them; said, it belongs to each.
    source = f", {'; '.join(each.sources)}" if each.sources else ""
    head = Piece(f"{title}\n" if shows_title else "", Tone.LEAD, f"{title}: ")
    told = f"{one_line(each.name)}: {each.words}, {each.known_by}{source}"
    return Figure(f"footing:{each.question}", (head, _numbered(each.number), Piece(told)), each.sum)


def _used(used: Used) -> Figure:
    many = counted(len({use.number for use in used.uses}), "question")
    told = "\n".join(
        ": ".join(filter(None, (f"{use.number} {one_line(use.name)}", use.where, use.shows))) for use in used.uses
    )
    names = f"for {many}: {', '.join(dict.fromkeys(f'{use.number}' for use in used.uses))}"
    return Figure(f"used:{used.title}", (Piece(used.title, Tone.STRONG), Piece(f"  {names}", said=f", {names}")), told)


def _changes(report: Report) -> Iterator[Figure]:
    """Yield every question then and now, which way it moved, and why."""
    found = report.changes
    if found is None:
        yield note("none", "Nothing to compare with yet. c chooses an earlier review.")
        return
    only = "Only questions asked in the same words, with the same levels, are compared."
    told = f"{found.coverage} {found.moves_in_words}".rstrip()
    yield Figure("compared", (Piece(told, Tone.STRONG),), f"{_reviews(found)}\n\n{only}")
    many = len(found.columns) > 2  # noqa: PLR2004  # then and now are two
    for line in found.lines:
        before = [
            f"{column.label}: {_then(cell)}" for column, cell in zip(found.columns, line.cells[:-2], strict=False)
        ]
        yield Figure(f"change:{line.question}", tuple(_changed(line, before)), line.sum)
    if many:
        # Who hears it hears words in the place of marks and of a chart.
        yield Figure("legend", (Piece(f"{LEVELS} The chart shows the levels as heights.", Tone.QUIET, ""),))


def _reviews(found: Comparison) -> str:
    return "\n".join(f"{each.label}: {one_line(each.title)}" for each in found.columns)


def _then(cell: Cell) -> str:
    return f"{cell.words}, asked in other words" if cell.asked and not cell.alike else cell.words


def _changed(line: ComparedLine, before: list[str]) -> Iterator[Piece]:
    """Yield what moved; `before` is what reviews said that are older than the one before this."""
    if line.number:
        yield _numbered(line.number, Tone.STRONG)
    yield Piece(line.name, Tone.STRONG)
    if before:
        yield Piece(f"  {' '.join(line.series)}  {line.chart}", said=f"\n{'; '.join(before)}")
    known = f". {line.known[:1].upper()}{line.known[1:]}" if line.known else ""
    yield Piece(f"\n{line.then.words} then, {line.now.words} now: {line.direction}{known}", Tone.QUIET)
    if line.why.strip():
        yield Piece("\n")
        yield Piece("Why: ", Tone.STRONG)
        yield Piece(one_line(line.why))


PARTS = (
    Part("Profile", _profile),
    Part("Take into the room", _room),
    Part("Differences", _differences),
    Part("Recommendations", _recommendations),
    Part("Evidence", _evidence),
    Part("Changes", _changes),
)
PROFILE, ROOM, DIFFERENCES, CHANGES = 0, 1, 2, 5


def figures(report: Report, part: int) -> dict[str, Figure]:
    """Return the figures of a part by their ids."""
    return {figure.id: figure for figure in PARTS[part].figures(report)}
