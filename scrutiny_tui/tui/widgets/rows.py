"""A list of rows on Textual's line API: ten thousand rows start like ten, and a key repaints two of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Blur, Click, Focus, Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

GUTTER = 2
"""Columns before each row; the marker of the highlighted row stands there, so that it needs no colour."""


@dataclass(frozen=True)
class Row:
    """One row: a text, and what stands at the right edge of its first line."""

    id: str
    text: Content
    right: str = ""


class Rows(ScrollView, can_focus=True):
    """Rows to move through and choose from. Text is never read as markup.

    Rows wrap, unless `one_line` is set or a row has something at its right edge.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--row", "rows--cursor", "rows--resting"}
    DEFAULT_CSS = """
    Rows {
        height: 1fr;
        background: transparent;
        color: $foreground;
        overflow-x: hidden;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        & > .rows--row { color: $foreground; }
        & > .rows--cursor { color: $foreground; background: $primary 30%; text-style: bold; }
        & > .rows--resting { color: $foreground; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", "Up", id="rows.up", show=False, group=Binding.Group("Move")),
        Binding("down,j", "step(1)", "Down", id="rows.down", show=False, group=Binding.Group("Move")),
        Binding("pageup", "page(-1)", "Page up", id="rows.page-up", show=False, group=Binding.Group("Move")),
        Binding("pagedown", "page(1)", "Page down", id="rows.page-down", show=False, group=Binding.Group("Move")),
        Binding("home", "end(0)", "First", id="rows.first", show=False, group=Binding.Group("Move")),
        Binding("end", "end(1)", "Last", id="rows.last", show=False, group=Binding.Group("Move")),
        Binding("enter", "choose", "Choose", id="rows.choose", show=False, group=Binding.Group("Move")),
    ]

    one_line: reactive[bool] = reactive(default=False, init=False)
    """Whether a text ends in an ellipsis where it does not fit; else it wraps."""
    highlighted: reactive[int] = reactive(0, init=False, repaint=False)

    @dataclass
    class _OnRow(Message):
        rows: "Rows"
        row: Row

        @property
        def control(self) -> "Rows":
            """The list it happened in."""
            return self.rows

    class Highlighted(_OnRow):
        """The person moved to another row."""

    class Chosen(_OnRow):
        """The person chose a row."""

    def __init__(self, id: str | None = None, *, one_line: bool = False) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self.set_reactive(Rows.one_line, one_line)
        self._rows: Sequence[Row] = ()
        self._width = 0
        self._lines: list[tuple[int, int]] = []
        self._starts: list[int] = []
        self._drawn: dict[tuple[int, bool], list[Strip]] = {}

    @property
    def row(self) -> Row | None:
        """The highlighted row; None in an empty list."""
        return self._rows[self.highlighted] if self._rows else None

    def show(self, rows: Sequence[Row], highlighted: str | None = None) -> None:
        """Show these rows, with the one of that id highlighted, else the one that was, else the nearest."""
        wanted = highlighted or (self.row.id if self.row else None)
        self._rows = rows
        place = next((at for at, row in enumerate(rows) if row.id == wanted), None)
        if place is None:
            place = max(0, min(self.highlighted, len(rows) - 1))
        with self.prevent(self.Highlighted):
            self.highlighted = place
        self._lay_out()

    def watch_one_line(self) -> None:
        """Lay the rows out anew when they may wrap, or may no longer."""
        self._lay_out()
        self.refresh(layout=True)

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
        self.highlighted += by

    def action_page(self, by: int) -> None:
        """Move the highlight a page up or down; a row longer than a page is scrolled through first."""
        region, shown = self._region(self.highlighted), self.scrollable_content_region.height
        if by > 0 and region.bottom > self.scroll_offset.y + shown:
            self.scroll_to(y=self.scroll_offset.y + shown - 1, animate=False)
            return
        target = region.y + by * max(1, shown - 1)
        lines = self._lines
        if lines:
            self.highlighted = lines[max(0, min(target, len(lines) - 1))][0]

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
        if not 0 <= line < len(self._lines):
            return
        place = self._lines[line][0]
        if place == self.highlighted:
            self.action_choose()
        self.highlighted = place

    def on_resize(self, event: Resize) -> None:
        """Lay the rows out anew for another width."""
        del event
        self._lay_out()

    def on_focus(self, event: Focus) -> None:
        """Draw the highlight as live."""
        del event
        self._redraw()

    def on_blur(self, event: Blur) -> None:
        """Draw the highlight as resting."""
        del event
        self._redraw()

    def notify_style_update(self) -> None:
        """Draw everything anew when the theme or a class has changed."""
        super().notify_style_update()
        self._redraw()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines that all rows take at this width."""
        del container, viewport
        room = width - GUTTER - 1
        return sum(1 if self._is_one_line(row) else row.text.get_height({}, room) for row in self._rows)

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is in view."""
        line = y + self.scroll_offset.y
        if line >= len(self._lines):
            return Strip.blank(self.size.width, self.visual_style.rich_style)
        place, part = self._lines[line]
        return self._draw(place)[part]

    def _lay_out(self) -> None:
        self._drawn.clear()
        self._lines, self._starts = [], []
        # Lines are drawn at the width they were laid out for, though the screen may be changing under them.
        self._width = self.scrollable_content_region.width
        if self._width <= GUTTER:
            return
        for place, row in enumerate(self._rows):
            self._starts.append(len(self._lines))
            height = 1 if self._is_one_line(row) else len(self._draw(place))
            self._lines.extend((place, part) for part in range(height))
        self.virtual_size = Size(self._width, len(self._lines))
        self._reveal()
        self.refresh()

    def _redraw(self) -> None:
        self._drawn.clear()
        self.refresh()

    def _is_one_line(self, row: Row) -> bool:
        return bool(row.right) or self.one_line

    def _region(self, place: int) -> Region:
        if place >= len(self._starts):
            return Region()
        end = self._starts[place + 1] if place + 1 < len(self._starts) else len(self._lines)
        return Region(0, self._starts[place], self._width, end - self._starts[place])

    def _reveal(self) -> None:
        if region := self._region(self.highlighted):
            self.scroll_to_region(region, animate=False, force=True)

    def _draw(self, place: int) -> list[Strip]:
        cursor = place == self.highlighted
        if (drawn := self._drawn.get((place, cursor))) is not None:
            return drawn
        part = "rows--row" if not cursor else "rows--cursor" if self.has_focus else "rows--resting"
        style = self.get_visual_style(part)
        row, width = self._rows[place], self._width - GUTTER
        content = row.text
        if self._is_one_line(row):
            room = max(0, width - len(row.right) - (2 if row.right else 0))
            content = content.first_line.truncate(room, ellipsis=True, pad=True)
            if row.right:
                content = Content.assemble(content, "  ", row.right).truncate(width, ellipsis=True)
        strips = Visual.to_strips(self, content, width, None, style) or [Strip.blank(width)]
        marks = ["> " if cursor else "  ", *["  "] * (len(strips) - 1)]
        self._drawn[place, cursor] = [
            Strip([Segment(mark, style.rich_style), *strip.adjust_cell_length(width, style.rich_style)])
            for mark, strip in zip(marks, strips, strict=True)
        ]
        return self._drawn[place, cursor]
