"""What has changed since earlier reviews, in the record."""

from collections.abc import Iterator

from scrutiny_tui.export.document import Block, Bullets, Heading, Item, Table, Words
from scrutiny_tui.model.comparison import ComparedLine, Comparison, Status
from scrutiny_tui.model.report import Report
from scrutiny_tui.model.text import one_line
from scrutiny_tui.model.timeline import LEGEND


def changes(report: Report) -> Iterator[Block]:
    """Yield what has changed, and why where somebody said so."""
    found = report.changes
    if found is None:
        return
    yield Heading(f"What changed since {one_line(found.columns[-2].label)}", 2)
    yield Words(found.coverage, strong=True)
    if found.moves_in_words:
        yield Words(found.moves_in_words)
    head = ("Question", one_line(found.columns[-2].label), one_line(found.columns[-1].label), "Change", "How we know")
    yield Table("Then and now", head, tuple(map(_row, found.lines)))
    whys = tuple(Item(line.why, _name(line)) for line in found.lines if line.why.strip())
    if whys:
        yield Bullets(whys, "Why, in the words of those who reviewed")
    if reworded := found.of(Status.CHANGED):
        yield Bullets(tuple(map(_reworded, reworded)), "Wording changed")
    if len(found.columns) > 2:  # noqa: PLR2004 - then and now are two
        yield from _over_time(found)


def _row(line: ComparedLine) -> tuple[str, ...]:
    return (_name(line, "."), line.then.words, line.now.words, line.direction, line.known)


def _name(line: ComparedLine, dot: str = "") -> str:
    return f"{line.number}{dot} {line.name}" if line.number else line.name


def _reworded(line: ComparedLine) -> Item:
    below = (Item(one_line(line.old_text), "Then"), Item(one_line(line.text), "Now"))
    return Item(_name(line), below=below)


def _over_time(found: Comparison) -> Iterator[Block]:
    reviews = tuple(Item(one_line(f"{each.label}: {each.title}")) for each in found.columns)
    yield Bullets(reviews, "The reviews, oldest first")
    rows = tuple((_name(line, "."), " ".join(line.series), line.chart) for line in found.lines)
    yield Table("Levels over time, oldest first", ("Question", "Levels", "As a chart"), rows)
    yield Words(LEGEND)
