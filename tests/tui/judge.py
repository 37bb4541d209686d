"""Judges a screen as it is drawn: what is cut without an ellipsis, out of reach, or without a sign of the focus."""

from collections.abc import Iterator

from textual.content import Content
from textual.errors import NoWidget
from textual.geometry import Offset, Region
from textual.pilot import Pilot
from textual.screen import Screen
from textual.scrollbar import ScrollBar, ScrollBarCorner
from textual.widget import Widget
from textual.widgets import Input, TextArea

from scrutiny_tui.tui.widgets.bars import KeyBar, TitleBar
from scrutiny_tui.tui.widgets.rows import Row, Rows

ELLIPSIS = ("…", "...")
MEASURE = 120
"""Letters in a line of prose from which on the eye loses its way back."""
_BARS = (KeyBar, TitleBar)
_EDGES = (ScrollBar, ScrollBarCorner)
_OWN_LINES = (Rows, Input, TextArea)
"""Widgets that scroll what is in them, so that it is not laid out as one text."""


async def faults(pilot: Pilot[None]) -> list[str]:
    """Return what is wrong with the screen in front, in words; the cursor is where it was afterwards."""
    screen = pilot.app.screen
    found = [*_key_bar(screen), *_sideways(screen), *_focus(screen)]
    for widget, part in _parts(screen).items():
        found += [f"{widget!r}: {words}" for words in (*_texts(widget), *_place(widget, part))]
    return [*found, *await _out_of_reach(pilot)]


def _parts(screen: Screen[object]) -> dict[Widget, Region]:
    """Return where each widget that says or takes something can be seen, as far as it can."""
    laid_out = screen._compositor.full_map
    return {
        widget: geometry.visible_region
        for widget, geometry in laid_out.items()
        if widget.visible and not isinstance(widget, _EDGES) and (_text(widget) or widget.can_focus)
    }


# Texts


def _texts(widget: Widget) -> Iterator[str]:
    if isinstance(widget, Rows):
        for row in widget._rows:
            yield from _row(widget, row)
    elif isinstance(widget, Input):
        yield from _line(widget)
    elif not isinstance(widget, _OWN_LINES) and (text := _text(widget)):
        lines = [widget.render_line(y).text.rstrip() for y in range(widget.content_size.height)]
        yield from _compared(text, lines)
        if len(lines) > 1 and max(map(len, lines)) > MEASURE:
            yield f"lines of {max(map(len, lines))} letters"


def _text(widget: Widget) -> Content | None:
    """Return what stands in a widget that shows nothing but a text."""
    visual = widget._render()
    return visual if isinstance(visual, Content) and visual.plain.strip() else None


def _row(rows: Rows, row: Row) -> Iterator[str]:
    if rows._width <= 0:
        yield "no room for rows"
        return
    strips = rows._draw(rows._rows.index(row))
    lines = [strip.text[2:].rstrip() for strip in strips]
    text = Content(f"{row.text.plain} {row.right}") if row.right else row.text
    yield from _compared(text, lines)
    if len(lines) > 1 and max(map(len, lines)) > MEASURE:
        yield f"lines of {max(map(len, lines))} letters in {lines[0]!r}"


def _line(line: Input) -> Iterator[str]:
    """A field scrolls with the cursor in it; else it shows what fits."""
    text = line.value or line.placeholder
    if not line.has_focus or not line.value:
        yield from _compared(Content(text), [line.render_line(0).text.rstrip()])


def _compared(text: Content, lines: list[str]) -> Iterator[str]:
    """Tell what of a text is in none of the lines, unless they end in an ellipsis."""
    wanted, drawn = ("".join(words.split()) for words in (text.plain, "".join(lines)))
    cut = any(mark in drawn and mark not in wanted for mark in ELLIPSIS)
    if wanted != drawn and not cut:
        yield f"cut: {wanted!r} is drawn as {drawn!r}"


# Places


def _place(widget: Widget, seen: Region) -> Iterator[str]:
    """Tell what its containers hide of a widget, unless one of them scrolls."""
    if (seen.size != widget.region.size or not seen) and not _scroller(widget):
        yield f"hidden: {widget.region.size} are there, {seen.size} are seen"


def _scroller(widget: Widget) -> Widget | None:
    """Return the container that can scroll a widget into view."""
    around = (each for each in widget.ancestors if isinstance(each, Widget) and not isinstance(each, Screen))
    return next((each for each in around if each.max_scroll_y and each.allow_vertical_scroll), None)


def _sideways(screen: Screen[object]) -> Iterator[str]:
    if screen.show_vertical_scrollbar:
        yield "the whole screen scrolls, and its bars with it"
    for widget in screen.walk_children(Widget):
        if widget.show_horizontal_scrollbar and not isinstance(widget, Input):
            yield f"{widget!r}: scrolls sideways"


def _key_bar(screen: Screen[object]) -> Iterator[str]:
    for bar in screen.query(KeyBar):
        if not _on_top(screen, bar, Offset(bar.region.x + 1, bar.region.y)) or not bar.render().plain.strip():
            yield "the bar with the keys is not in view"


# The focus


def _focus(screen: Screen[object]) -> Iterator[str]:
    focused = screen.focused
    if focused is None:
        if screen.focus_chain:
            yield "nothing has the focus"
    elif not _on_top(screen, focused, _spot(focused)):
        yield f"{focused!r}: has the focus and is not in view"


def _spot(widget: Widget) -> Offset:
    """Return where a person looks for the cursor in a widget."""
    if isinstance(widget, Input | TextArea):
        return widget.cursor_screen_offset
    inner = widget.content_region
    if isinstance(widget, Rows):
        row = widget._region(widget.highlighted)
        return Offset(inner.x, inner.y + max(0, row.y - widget.scroll_offset.y))
    return inner.offset


def _on_top(screen: Screen[object], widget: Widget, spot: Offset) -> bool:
    """Tell whether a widget is what is seen at a place."""
    try:
        return screen._compositor.get_widget_at(*spot)[0] in {widget, *widget.walk_children()}
    except NoWidget:
        return False


async def _out_of_reach(pilot: Pilot[None]) -> list[str]:
    """Go through everything that takes the focus, as Tab does, and tell what never comes into view."""
    screen = pilot.app.screen
    hidden = {widget for widget, seen in _parts(screen).items() if seen.size != widget.region.size}
    if not hidden:
        return []
    before, found = screen.focused, list[str]()
    lines: dict[Widget, set[int]] = {widget: set() for widget in hidden}
    screen.set_focus(None)
    for widget in [*screen.focus_chain[1:], *screen.focus_chain[:1]]:
        screen.set_focus(widget)
        await pilot.pause()
        await pilot.pause()  # Textual scrolls to it later
        found += _focus(screen)
        for each, seen in _parts(screen).items():
            if each in hidden:
                lines[each] |= {y - each.region.y for y in range(seen.y, seen.bottom)}
    for widget, known in lines.items():
        scroller = _scroller(widget)
        taller = widget.can_focus or (scroller is not None and scroller.can_focus)
        if len(known) < widget.region.height and not taller:
            found.append(f"{widget!r}: only lines {sorted(known)} of {widget.region.height} come into view")
    screen.set_focus(before)
    await pilot.pause()
    return found
