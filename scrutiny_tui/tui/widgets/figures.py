"""A figure as a row: the tones of its pieces, as the screen shows them."""

from textual.content import Content

from scrutiny_tui.model.figure import Figure, Tone
from scrutiny_tui.tui.widgets.rows import Row

_STYLES = {Tone.STRONG: "bold", Tone.LEAD: "bold $primary", Tone.QUIET: "$muted", Tone.ALARM: "bold $warning"}


def figure_row(figure: Figure, right: str = "") -> Row:
    """Return the row of a figure, with what stands at its right."""
    parts = ((each.text, _STYLES[each.tone]) if each.tone in _STYLES else each.text for each in figure.pieces)
    return Row(figure.id, Content.assemble(*parts), right)
