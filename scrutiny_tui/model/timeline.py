"""Several reviews side by side: what they are called, and what each said about one question, in words and in marks."""

from collections.abc import Sequence
from datetime import date as Date

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.answer import State
from scrutiny_tui.model.earlier import Earlier, EarlierAnswer
from scrutiny_tui.model.meeting import in_words
from scrutiny_tui.model.moves import in_a_line, is_in_words
from scrutiny_tui.model.text import one_line

LEGEND = (
    "A digit is a level; ? is not known, - no answer or not discussed, x does not apply, w answered in words, . not "
    "asked, or asked in other words."
)
"""What the marks of a series mean, as it is printed."""

_MARKS = {State.NOT_KNOWN: "?", State.NOT_APPLICABLE: "x"}
BLOCKS = "▁▂▃▄▅▆▇█"
"""What charts are made of, lowest first."""
NO_BLOCK = "·"
"""What stands in a chart where there is no level."""


@frozen
class Column:
    """One of the reviews that are compared."""

    review: str
    """Its id."""
    title: str
    date: Date
    label: str
    """Such as `9 July 2026`, with more where another has the same date. No two are alike."""


@frozen
class Cell:
    """What one review said about one question."""

    words: str
    """On one line, such as `2 Fair` or `no answer`; `not asked` where it did not ask it."""
    level: int | None = None
    strength: str = ""
    """How it was known, in a word; `not said` under a level where nobody said, else empty."""
    asked: bool = False
    alike: bool = False
    """Whether it was asked in the same words as in the newest review; what is no longer asked, as when last asked."""


def columns_of(told: Sequence[Earlier]) -> tuple[Column, ...]:
    """Return the columns of several reviews, each under a label of its own."""
    days = [in_words(each.date) for each in told]
    titles = [one_line(each.title) or "no title" for each in told]
    labels = [
        # Many a title ends in the date already.
        day if days.count(day) == 1 else title if title.endswith(day) else f"{day}, {title}"
        for day, title in zip(days, titles, strict=True)
    ]
    if len(set(labels)) < len(labels):
        labels = [f"{label} ({number})" for number, label in enumerate(labels, 1)]
    return tuple(Column(each.review, each.title, each.date, label) for each, label in zip(told, labels, strict=True))


def cell_of(answer: EarlierAnswer | None, wording: str) -> Cell:
    """Return the cell of an answer; None where it was not asked. `wording` is the hash to be asked alike."""
    if answer is None:
        return Cell("not asked")
    strength = "" if answer.level is None else answer.strength or "not said"
    return Cell(in_a_line(answer), answer.level, strength, asked=True, alike=answer.wording == wording)


def mark(answer: EarlierAnswer | None, wording: str) -> str:
    """Return the mark of an answer, as `LEGEND` explains it. `wording` is the hash to be asked alike."""
    if answer is None or answer.wording != wording:
        return "."
    if answer.level is not None:
        return str(answer.level)
    return "w" if is_in_words(answer) else _MARKS.get(answer.state, "-")


def block(cell: Cell, most: int) -> str:
    """Return a block as high as the level is among `most`, or a dot where there is no level to show."""
    if cell.level is None or not cell.alike:
        return NO_BLOCK
    height = -(-cell.level * len(BLOCKS) // most)
    return BLOCKS[min(max(height, 1), len(BLOCKS)) - 1]
