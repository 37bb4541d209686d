"""What moved between reviews, in plain text for a terminal of 80 columns."""

from collections.abc import Iterator

from scrutiny_tui.cli.columns import folded
from scrutiny_tui.model.answer import Strength
from scrutiny_tui.model.comparison import ComparedLine, Comparison, Status
from scrutiny_tui.model.meeting import in_words
from scrutiny_tui.model.text import one_line
from scrutiny_tui.model.timeline import BLOCKS, LEGEND, NO_BLOCK, Column

_WIDTH = 79
_NAME = 24
"""The widest a name may be in the table."""
_LEAD = 52
"""What stands before the words in a row of the table; where it is wider, the words go below it."""


def compare_text(found: Comparison, *, charts: bool) -> Iterator[str]:
    """Yield a block for each question of two reviews, or a row for each of several; charts only where they show."""
    yield from _columns(found)
    yield ""
    yield from _folded(found.coverage)
    yield from _folded(found.moves_in_words)
    yield ""
    if len(found.columns) > 2:  # noqa: PLR2004  # then and now
        yield from _table(found, charts=charts)
        return
    for line in found.lines:
        yield from _block(line)


def shows_charts(encoding: str | None) -> bool:
    """Tell whether every block that charts are made of can be written in this encoding."""
    try:
        f"{BLOCKS}{NO_BLOCK}".encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _columns(found: Comparison) -> Iterator[str]:
    leads = ["Then: ", "Now:  "]
    if len(found.columns) > len(leads):
        leads = [f"{number}  " for number in range(1, len(found.columns) + 1)]
    for lead, column in zip(leads, found.columns, strict=True):
        yield from _folded(_titled(column), lead, " " * len(lead))


def _titled(column: Column) -> str:
    """Return the label of a review with its title, which the label may have already."""
    title, day = one_line(column.title), in_words(column.date)
    if column.label != day or not title:
        return column.label
    return title if title.endswith(day) else f"{day}, {title}"


def _block(line: ComparedLine) -> Iterator[str]:
    yield from _folded(line.name, _number(line), "    ")
    yield from _folded(f"{line.then.words} -> {line.now.words} ({line.direction})", "    ", "      ")
    if known := line.known or _known(line):
        yield from _folded(f"How we know: {known}", "    ", "      ")
    yield from _below(line)


def _known(line: ComparedLine) -> str:
    """Return how each answer was known where the two are not compared; empty where nobody said."""
    sides = [(cell.strength, when) for cell, when in ((line.then, "then"), (line.now, "now")) if cell.level is not None]
    said = any(strength in set(Strength) for strength, _ in sides)
    return ", ".join(f"{strength} {when}" for strength, when in sides) if said else ""


def _table(found: Comparison, *, charts: bool) -> Iterator[str]:
    names = {line.question: _cut(_number(line) + line.name) for line in found.lines}
    widest = max(map(len, names.values()))
    for line in found.lines:
        marks = " ".join(line.series)
        chart = f"  {line.chart:{len(found.columns)}}" if charts else ""
        lead = f"{names[line.question]:{widest}}  {marks}{chart}  "
        if len(lead) > _LEAD:
            yield lead.rstrip()
            lead = "    "
        yield from _folded(line.direction, lead, " " * len(lead))
        for column, cell in zip(found.columns, line.cells, strict=True):
            if cell.asked and not cell.alike:
                yield from _folded(f"In other words, {one_line(column.label)}: {cell.words}", "    ", "      ")
        yield from _below(line)
    yield ""
    yield from _folded(LEGEND)
    yield from _folded("The words say what moved between the last two reviews.")
    if charts:
        yield from _folded("A block is as high as its level; a dot stands where there is no level in the same words.")


def _below(line: ComparedLine) -> Iterator[str]:
    """Yield how the question was worded, where that changed, and why its answer is not what it was."""
    if line.status is Status.CHANGED:
        if one_line(line.old_text) == one_line(line.text):
            yield from _folded(line.sum, "    ", "      ")
        else:
            yield from _folded(f"Asked then: {line.old_text}", "    ", "      ")
            yield from _folded(f"Asked now: {line.text}", "    ", "      ")
    if line.why:
        yield from _folded(f"Why: {line.why}", "    ", "      ")


def _cut(name: str) -> str:
    return name if len(name) <= _NAME else name[: _NAME - 3].rstrip() + "..."


def _number(line: ComparedLine) -> str:
    return f"{line.number:>2}. " if line.number else " -  "


def _folded(text: str, lead: str = "", indent: str = "") -> Iterator[str]:
    return folded(text, lead, indent, _WIDTH, break_words=True)
