"""The charts of a web page: which marks they are made of, and where each stands.

Places and sizes are in units of the chart, in which text is 14 high. People's text is in no markup here; it is wrapped
and cut so that it stays within its room.
"""

from collections import Counter
from unicodedata import east_asian_width

from scrutiny_tui.export.document import Bars, Grid, Row
from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.differences import NOTHING
from scrutiny_tui.model.text import one_line

LETTER = 8
"""The room that is reserved for a letter."""
_CAPITAL, _WIDE = 12, 16
_LINE = 18
_GAP = 10
"""Between a row and the next."""
_BOX = 14
_COUNT = 18
"""The room for how many dots there are."""
_PITCHES = (12, 10, 8)
"""From one dot to the next: the widest with which a line is enough, otherwise the last."""


@frozen
class Text:
    """A line of text."""

    x: float
    y: float
    """Of its base line."""
    text: str
    whole: str = ""
    """What it says in full, where it is cut."""


@frozen
class Box:
    """A step of a bar."""

    x: float
    y: float
    width: float
    kind: str
    """`full` for a level that is reached, `open` for one that is not, `none` where nothing is rated."""
    height: float = _BOX


@frozen
class Dot:
    """One rating."""

    x: float
    y: float
    radius: float


@frozen
class Chart:
    """A chart, ready to be drawn."""

    title: str
    says: str
    """What kind of picture it is, for who does not see it."""
    width: float
    height: float
    texts: tuple[Text, ...]
    boxes: tuple[Box, ...] = ()
    dots: tuple[Dot, ...] = ()
    rules: tuple[float, ...] = ()
    """The heights at which a thin line parts the rows."""
    layout: str = ""


@frozen
class Layout:
    """How wide a chart is, and where its columns begin."""

    name: str
    width: int
    label: int
    """The room for a row's name; all of the width if it stands over its row."""

    @property
    def start(self) -> int:
        """Where what is drawn begins."""
        return 0 if self.label == self.width else self.label + 2 * LETTER


BESIDE, ABOVE = Layout("beside", 640, 176), Layout("above", 320, 320)
"""A row's name stands beside the row, or above it where letters are large or the screen is small."""
_BARS = 180
"""The width of a bar."""


def bars(block: Bars, layout: Layout) -> Chart:
    """Return a chart with a row of boxes for each bar, as many of them filled as its level says."""
    step = _BARS / block.most
    texts = [Text(layout.start + n * step, _BOX, str(n + 1)) for n in range(block.most)]
    boxes, rules, y = [], [], float(_LINE)
    for bar in block.bars:
        rules.append(y)
        names = _lines(bar.label, layout.label, 0, y)
        at = y + len(names) * _LINE if not layout.start else y
        place = layout.start + _BARS + LETTER
        words = _lines(bar.words, layout.width - place, place, at)
        kinds = ["full" if n < bar.level else "open" if bar.level else "none" for n in range(block.most)]
        boxes += [Box(layout.start + n * step, at + 7, step - 4, kind) for n, kind in enumerate(kinds)]
        texts += [*names, *words]
        y = max(at + len(words) * _LINE, y + len(names) * _LINE) + _GAP
    says = (
        "A row of boxes for each question, as many filled as its level. The table that follows says the same in words."
    )
    return Chart(
        one_line(block.title), says, layout.width, y, tuple(texts), tuple(boxes), (), tuple(rules), layout.name
    )


def grid(block: Grid, layout: Layout) -> Chart:
    """Return a chart with a column for each level and a dot for each rating, with their count."""
    counted = [(row, Counter(_given(row))) for row in block.rows]
    found = {sign for _, counts in counted for sign in counts if not sign.isdecimal()}
    columns = [*map(str, range(1, block.most + 1)), *sorted(found)]
    step = (layout.width - layout.start) / len(columns)
    busiest = max((count for _, counts in counted for count in counts.values()), default=0)
    pitch = next((each for each in _PITCHES if busiest <= _in_a_line(step, each)), _PITCHES[-1])
    texts = [Text(layout.start + n * step, _BOX, sign) for n, sign in enumerate(columns)]
    dots, rules, y = [], [], float(_LINE)
    for row, counts in counted:
        rules.append(y)
        names = _lines(row.label, layout.label, 0, y)
        at = y + len(names) * _LINE if not layout.start else y
        bottom = at + _LINE
        for x, sign in ((layout.start + n * step, sign) for n, sign in enumerate(columns) if counts[sign]):
            texts.append(Text(x, at + _LINE, str(counts[sign])))
            drawn = _dots(counts[sign], x + _COUNT, at + _LINE - 5, pitch, _in_a_line(step, pitch))
            dots += drawn
            bottom = max(bottom, drawn[-1].y + pitch / 2)
        texts += names
        y = max(bottom, y + len(names) * _LINE) + _GAP
    says = "For each question a dot for each rating, in the column of its level. The table that follows says the same."
    return Chart(one_line(block.title), says, layout.width, y, tuple(texts), (), tuple(dots), tuple(rules), layout.name)


def fitted(text: str, room: float, most: int = 2) -> tuple[str, ...]:
    """Return a text in at most so many lines that each fit into the room; what does not fit ends in an ellipsis."""
    left = one_line(text)
    lines: list[str] = []
    while left and len(lines) < most:
        end = _end(left, room)
        if end < len(left) and len(lines) == most - 1:
            return (*lines, left[: _end(left, room - 2 * LETTER)].rstrip() + "\u2026")
        # At a space if there is one, otherwise within the word.
        end = left.rfind(" ", 0, end + 1) if end < len(left) and " " in left[: end + 1] else end
        lines.append(left[:end].rstrip())
        left = left[end:].lstrip()
    return tuple(lines)


def _lines(text: str, room: float, x: float, y: float) -> list[Text]:
    lines = fitted(text, room)
    whole = one_line(text) if lines and " ".join(lines) != one_line(text) else ""
    return [Text(x, y + number * _LINE, line, whole) for number, line in enumerate(lines, 1)]


def _end(text: str, room: float) -> int:
    """Return how many letters of a text fit."""
    for place, letter in enumerate(text):
        room -= _WIDE if east_asian_width(letter) in "WF" else _CAPITAL if letter.isupper() else LETTER
        if room < 0:
            return place
    return len(text)


def _given(row: Row) -> list[str]:
    return [sign for cell in row.cells for sign in cell.split() if sign != NOTHING]


def _in_a_line(step: float, pitch: int) -> int:
    return max(1, int((step - _COUNT - 4) // pitch))


def _dots(count: int, x: float, y: float, pitch: int, in_a_line: int) -> list[Dot]:
    radius = pitch / 2 - 1
    return [Dot(x + n % in_a_line * pitch + radius, y + n // in_a_line * pitch, radius) for n in range(count)]
