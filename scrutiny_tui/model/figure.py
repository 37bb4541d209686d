"""A figure of the summary: its words in pieces, which a screen shows in their tones, and who has no screen says."""

from enum import Enum, auto

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.text import one_line


class Tone(Enum):
    """How a piece is meant to stand out."""

    PLAIN = auto()
    STRONG = auto()
    LEAD = auto()
    """Above what follows, like a heading."""
    QUIET = auto()
    ALARM = auto()


@frozen
class Piece:
    """A piece of text in one tone."""

    text: str
    tone: Tone = Tone.PLAIN
    said: str | None = None
    """What is said in its place to who sees nothing; None for the text itself."""

    @property
    def aloud(self) -> str:
        """The piece as it is said."""
        return self.text if self.said is None else self.said


@frozen
class Figure:
    """One thing that the summary tells, and what a person reads who asks where it comes from."""

    id: str
    """Its kind, and behind a colon what it is about."""
    pieces: tuple[Piece, ...]
    sum: str = ""
    """Empty where there is nothing to explain."""
    cells: tuple[str, ...] = ()
    """What stands in columns beside it."""
    level: int = 0
    """The level that a bar beside it shows; 0 where there is none."""
    beside: str = ""
    """What the cells say, for who sees no columns."""

    @property
    def lines(self) -> list[str]:
        """The figure as it is said, in one line or several."""
        told = "".join(each.aloud for each in self.pieces)
        return [*filter(None, map(one_line, f"{told}: {self.beside}".split("\n") if self.beside else told.split("\n")))]


def note(figure_id: str, text: str) -> Figure:
    """Return a remark that there is nothing to explain about."""
    return Figure(figure_id, (Piece(text, Tone.QUIET),))
