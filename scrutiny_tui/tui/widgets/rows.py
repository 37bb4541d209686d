"""A list of rows on Textual's line API: ten thousand rows start like ten, and a key repaints two of them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual

from scrutiny_tui.tui.widgets.row import Row

__all__ = ["Row", "Rows"]

_MOVE = Binding.Group("Move")
GUTTER = 2
"""Columns before each row. There the highlighted row has `>` where the keys go, else `-`: it needs no colour."""


@dataclass
class _OnRow(Message):
    rows: "Rows"
    row: Row

    @property
    def control(self) -> "Rows":
        """The list it happened in."""
        return self.rows


class Rows(ScrollView, can_focus=True):
    """Rows to move through and choose from. Text is never read as markup.

    Rows wrap, unless `one_line` is set or a row has something at its right edge. Long rows scroll under the highlight.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor", "rows--mark"}
    DEFAULT_CSS = """
    Rows {
        height: 1fr; overflow-x: hidden;
        background: transparent; color: $foreground;
        scrollbar-gutter: stable; scrollbar-size-vertical: 1;
        & > .rows--cursor { color: $foreground; background: $cursor; text-style: $cursor-text-style; }
        & > .rows--mark { color: $primary; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", "Up", id="rows.up", show=False, group=_MOVE),
        Binding("down,j", "step(1)", "Down", id="rows.down", show=False, group=_MOVE),
        Binding("pageup", "page(-1)", "Page up", id="rows.page-up", show=False, group=_MOVE),
        Binding("pagedown", "page(1)", "Page down", id="rows.page-down", show=False, group=_MOVE),
        Binding("home", "end(0)", "First", id="rows.first", show=False, group=_MOVE),
        Binding("end", "end(1)", "Last", id="rows.last", show=False, group=_MOVE),
        Binding("enter", "choose", "Choose", id="rows.choose", show=False, group=_MOVE),
    ]

    one_line: reactive[bool] = reactive(default=False, init=False)
    """Whether every text stays on one line and ends in an ellipsis where it does not fit; else it wraps."""
    highlighted: reactive[int] = reactive(0, init=False, repaint=False)

    class Highlighted(_OnRow):
        """The person moved to another row."""

    class Chosen(_OnRow):
        """The person chose a row."""

    def __init__(self, id: str | None = None, *, one_line: bool = False) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self.set_reactive(Rows.one_line, one_line)
        self._rows: tuple[Row, ...] = ()
        self._width = 0
        self._starts = [0]  # the first line of each row, then the line after the last
        self._drawn: dict[tuple[int, bool], list[Strip]] = {}  # a row's lines, highlighted or not

    @property
    def row(self) -> Row | None:
        """The highlighted row; None in an empty list."""
        return self._rows[self.highlighted] if self._rows else None

    def show(self, rows: Sequence[Row], highlighted: str | None = None) -> None:
        """Show these rows, with the one of that id highlighted, else the one that was, else the nearest.

        Rows that look as they did cost nothing, so this can be called after every key.
        """
        wanted = [highlighted, self.row and self.row.id]
        same = len(rows) == len(self._rows) and all(map(Row.looks_like, rows, self._rows))
        self._rows = tuple(rows)
        places = {row.id: place for place, row in enumerate(rows)}
        place = next((places[each] for each in wanted if each in places), self.validate_highlighted(self.highlighted))
        if same:
            with self.prevent(self.Highlighted):
                self.highlighted = place
        else:
            self.set_reactive(Rows.highlighted, place)
            self._lay_out()

    def watch_one_line(self) -> None:
        """Lay the rows out anew when they may wrap, or may no longer."""
        self._lay_out()

    def validate_highlighted(self, wanted: int) -> int:
        """Keep the highlight on a row."""
        return max(0, min(wanted, len(self._rows) - 1))

    def watch_highlighted(self, old: int, new: int) -> None:
        """Repaint the row that was left and the one that was entered, and bring the latter into view."""
        for place in (old, new):
            region = self._region(place)
            self.refresh_lines(region.y, region.height)
        self._reveal()
        if self._rows:
            self.post_message(self.Highlighted(self, self._rows[new]))

    def action_step(self, by: int) -> None:
        """Move the highlight up or down."""
        if not self._scroll_within(by, 1):
            self.highlighted += by

    def action_page(self, by: int) -> None:
        """Move the highlight a page up or down."""
        page = max(1, self.scrollable_content_region.height - 1)
        if not self._scroll_within(by, page):
            place = self._place_at(self._region(self.highlighted).y + by * page)
            # A row that fills the page would hold the highlight for ever.
            self.highlighted = place if place != self.highlighted else place + by

    def action_end(self, last: int) -> None:
        """Move the highlight to the first or the last row."""
        self.highlighted = last * (len(self._rows) - 1)

    def action_choose(self) -> None:
        """Choose the highlighted row."""
        if self.row:
            self.post_message(self.Chosen(self, self.row))

    def on_click(self, event: Click) -> None:
        """Move to the row that was clicked; a click on the highlighted row chooses it."""
        line = event.get_content_offset_capture(self).y + self.scroll_offset.y
        if 0 <= line < self._starts[-1]:
            place = self._place_at(line)
            if place == self.highlighted:
                self.action_choose()
            self.highlighted = place

    def on_resize(self) -> None:
        """Lay the rows out anew for another width, and keep the highlight in view."""
        if self.scrollable_content_region.width != self._width:
            self._lay_out()
        self._reveal()

    def notify_style_update(self) -> None:
        """Draw everything anew when the theme, a class or the focus has changed."""
        super().notify_style_update()
        self._drawn.clear()
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines that all rows take at this width."""
        del container, viewport
        room = width - self.styles.scrollbar_size_vertical - GUTTER
        return sum(self._height(row, room) for row in self._rows)

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is in view."""
        line = y + self.scroll_offset.y
        if line >= self._starts[-1]:
            return Strip.blank(self.size.width, self.visual_style.rich_style)
        place = self._place_at(line)
        return self._draw(place)[line - self._starts[place]]

    def _lay_out(self) -> None:
        self._drawn.clear()
        self._starts = [0]
        # Lines are drawn at the width they were laid out for, though the screen may be changing under them.
        self._width = self.scrollable_content_region.width
        if self._width > GUTTER:
            self._starts += accumulate(self._height(row, self._width - GUTTER) for row in self._rows)
        self.virtual_size = Size(self._width, self._starts[-1])
        self._reveal()
        self.refresh()

    def _scroll_within(self, by: int, lines: int) -> bool:
        """Scroll on within the highlighted row, if it is longer than the page and goes on in that direction."""
        region = self._region(self.highlighted)
        top, shown = self.scroll_offset.y, self.scrollable_content_region.height
        hidden = region.bottom - top - shown if by > 0 else top - region.y
        if region.height <= shown or hidden <= 0:
            return False
        self.scroll_to(y=top + by * min(lines, hidden), animate=False)
        return True

    def _is_one_line(self, row: Row) -> bool:
        return bool(row.right) or self.one_line

    def _height(self, row: Row, width: int) -> int:
        return 1 if self._is_one_line(row) else row.folded(width).get_height({}, max(1, width))

    def _region(self, place: int) -> Region:
        if place + 1 >= len(self._starts):
            return Region()
        first, after = self._starts[place : place + 2]
        return Region(0, first, self._width, after - first)

    def _place_at(self, line: int) -> int:
        return self.validate_highlighted(bisect_right(self._starts, line) - 1)

    def _reveal(self) -> None:
        if region := self._region(self.highlighted):
            self.scroll_to_region(region, animate=False, force=True)

    def _draw(self, place: int) -> list[Strip]:
        cursor = place == self.highlighted
        if (drawn := self._drawn.get((place, cursor))) is not None:
            return drawn
        keys_go_here = cursor and self.has_focus
        style = _look(self, "rows--cursor") if keys_go_here else self.visual_style
        marked = _look(self, "rows--cursor", "rows--mark") if keys_go_here else style
        row, width = self._rows[place], self._width - GUTTER
        content = row.fitted(width) if self._is_one_line(row) else row.folded(width)
        strips = Visual.to_strips(self, content, width, None, style, apply_selection=False)
        blank, mark = Segment("  ", style.rich_style), Segment("> " if keys_go_here else "- ", marked.rich_style)
        self._drawn[place, cursor] = [
            Strip([mark if cursor and part == 0 else blank, *strip.adjust_cell_length(width, style.rich_style)])
            for part, strip in enumerate(strips)
        ]
        return self._drawn[place, cursor]


def _look(rows: Rows, *parts: str) -> Style:
    """Return how parts look. Textual itself forgets that something is reversed."""
    return rows.get_visual_style(*parts) + Style(reverse=rows.get_component_styles(*parts).text_style.reverse)
