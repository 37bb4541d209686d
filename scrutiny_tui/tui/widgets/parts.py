"""The guidance to a question as rows: the words of `model/guidance.py`, and how each is drawn."""

from collections.abc import Callable
from dataclasses import replace

from textual.content import Content

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model import guidance
from scrutiny_tui.model.checklist import Question
from scrutiny_tui.model.guidance import Line
from scrutiny_tui.model.review import Review
from scrutiny_tui.tui.widgets.rows import Row

NEW_ASK = "ask:"
NEW_EVIDENCE = "evidence:"
"""Ids of the rows that make a new one; with an id behind them, those of what the review holds."""
ASK, EVIDENCE = 1, 4


@frozen
class Part:
    """One part of the guidance: its name on the bar, and its rows."""

    name: str
    rows: Callable[[Review, Question], list[Row]]
    key: str
    """The key that adds something of ours to it."""


def _drawn(part: guidance.Part, new: tuple[Row, ...]) -> Part:
    return Part(part.name, lambda review, question: [*map(_row, part.lines(review, question)), *new], part.key)


def _row(line: Line) -> Row:
    # What is copied says nothing of our marks.
    copied = replace(line, mark="").plain if line.mark else None
    return Row(line.id, Content("\n").join([_styled(line), *map(_styled, line.below)]), copied=copied)


def _styled(line: Line) -> Content:
    return Content.assemble((line.mark, "bold $primary"), (line.lead, "bold"), line.text, (line.aside, "$muted"))


_NEW = {
    "Ask": (Row.adding(NEW_ASK, "Write an ask of your own"),),
    "Evidence": (Row.adding(NEW_EVIDENCE, "Note a piece of evidence"),),
}
PARTS = tuple(_drawn(part, _NEW.get(part.name, ())) for part in guidance.PARTS)
