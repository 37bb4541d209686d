"""The last thing that is done to a line before it is drawn: nothing in it acts on the terminal.

Texts are cleaned when they become values of a review or a checklist. Names of files never become any, and a person who
changes a path must find it as it is.
"""

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from scrutiny_tui.model.text import clean

_NOT_IN_A_LINE = "\t\n"


class Harmless(LineFilter):
    """Draws something else, as wide, for every character that a terminal would obey or that reorders what is read."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the parts of a line without such characters."""
        del background
        if all(text.isprintable() for text, _, _ in segments):
            return segments
        return [Segment("".join(map(_drawn, text)), style, control) for text, style, control in segments]


def _drawn(character: str) -> str:
    if clean(character) == character and character not in _NOT_IN_A_LINE:
        return character
    return "\N{REPLACEMENT CHARACTER}" * cell_len(character)
