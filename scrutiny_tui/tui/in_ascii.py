"""Signs that every font and every encoding has, in the place of all others: for who asks for it, and where need be.

A review is not changed by it. What is drawn takes the same columns as before.
"""

from rich.cells import split_graphemes
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from scrutiny_tui.model.ascii_signs import nearest_in_ascii


class InAscii(LineFilter):
    """Draws the nearest sign of ASCII, or a question mark, for every other one."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the parts of a line in ASCII."""
        del background
        if all(text.isascii() for text, _, _ in segments):
            return segments
        return [Segment(in_ascii(text), style, control) for text, style, control in segments]


def in_ascii(text: str) -> str:
    """Return a text in ASCII, in as many columns."""
    if text.isascii():
        return text
    spans, _ = split_graphemes(text)
    return "".join(nearest_in_ascii(text[start:end])[:width].ljust(width) for start, end, width in spans)
