"""What the summary shows: the figures of its parts as rows, in colour and in columns."""

from collections.abc import Iterator, Sequence
from string import ascii_uppercase

from textual.content import Content

from scrutiny_tui.model.differences import LEGEND, NOTHING
from scrutiny_tui.model.figure import Figure, note
from scrutiny_tui.model.report import Report
from scrutiny_tui.model.summary import DIFFERENCES, PROFILE, figures
from scrutiny_tui.tui.widgets.figures import figure_row
from scrutiny_tui.tui.widgets.rows import Row

_WORDS = 14
"""Columns for an answer in words."""
FULL, OPEN = "█", "░"
"""A bar is drawn with these: so many of the first as the level says, the rest of the second."""


def rows(report: Report, part: int) -> list[Row]:
    """Return the rows of a part; each has the id of its figure."""
    shown = figures(report, part).values()
    if part == PROFILE:
        most = len(report.review.checklist.scale.levels)
        return [figure_row(each, _bar(each, most) if each.cells else "") for each in shown]
    if part == DIFFERENCES and report.differences:
        return list(_grid(report.differences.columns, list(shown)))
    return [figure_row(each) for each in shown]


def _bar(figure: Figure, most: int) -> str:
    said, known_by = figure.cells
    bar = FULL * figure.level + OPEN * (most - figure.level) if figure.level else " " * most
    words = f"{said if len(said) <= _WORDS else said[: _WORDS - 1] + '…':<{_WORDS}}"
    return f"{bar} {words} {known_by:<8}"


def _grid(columns: Sequence[str], lines: Sequence[Figure]) -> Iterator[Row]:
    """Yield the ratings under a letter for each rater, and below them who is who."""
    letters = [ascii_uppercase[at % len(ascii_uppercase)] for at in range(len(columns))]
    widths = [max(1, *(len(line.cells[at]) for line in lines)) for at in range(len(letters))]
    named = len(columns) > 1
    if named:
        yield Row("heads", Content(""), f"{_cells(letters, widths)}  {'':<11}")
    for line in lines:
        yield figure_row(line, f"{_cells(line.cells[:-1], widths)}  {line.cells[-1]:<11}")
    if named:
        told = "; ".join(f"{letter} {name}" for letter, name in zip(letters, columns, strict=True))
        yield figure_row(note("columns", told))
    yield figure_row(note("legend", LEGEND))


def _cells(cells: Sequence[str], widths: Sequence[int]) -> str:
    return " ".join(f"{cell or NOTHING:<{width}}" for cell, width in zip(cells, widths, strict=True))
