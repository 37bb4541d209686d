"""What a document is made of, before it is a file: a few kinds of blocks, plain text in each of them.

Nothing here is escaped: each format does that in its own way.
"""

from scrutiny_tui.frozen import frozen


@frozen
class Item:
    """One thing in a list, with what belongs to it below."""

    text: str = ""
    """It keeps its lines."""
    lead: str = ""
    """What stands out before the text."""
    address: str = ""
    """Shown as it is after the text, and never a link."""
    blank: bool = False
    """Whether there is room to write in the place of the text."""
    below: tuple["Item", ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to read and nowhere to write."""
        return not (self.text.strip() or self.address.strip() or self.blank or self.below)


@frozen
class Heading:
    """A heading; the document's title has level 1."""

    text: str
    level: int


@frozen
class Words:
    """A text in its own paragraphs."""

    text: str
    strong: bool = False


@frozen
class Line:
    """One thing that stands by itself, such as a label and its text."""

    item: Item


@frozen
class Quote:
    """What somebody wrote, under a label, in its own paragraphs."""

    label: str
    text: str


@frozen
class Bullets:
    """A list, under a label if it has one."""

    items: tuple[Item, ...]
    label: str = ""


@frozen
class Entry:
    """One entry of a numbered list: a line that stands out, and what is said about it."""

    number: int
    text: str
    lines: tuple[Item, ...] = ()


@frozen
class Numbered:
    """A numbered list."""

    entries: tuple[Entry, ...]


@frozen
class Table:
    """A table with a row of headings; the first cell of each row is its heading."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@frozen
class Bar:
    """One bar of a chart."""

    label: str
    level: int
    """0 where there is none."""
    words: str


@frozen
class Bars:
    """A chart of levels. The table after it says the same in words, so a format without pictures leaves it out."""

    title: str
    most: int
    """The highest level."""
    bars: tuple[Bar, ...]


@frozen
class Row:
    """One line of a grid."""

    label: str
    cells: tuple[str, ...]


@frozen
class Grid:
    """A picture of who gave which level. The table after it says the same: a format without pictures leaves it out."""

    title: str
    most: int
    """The highest level."""
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


Block = Heading | Words | Line | Quote | Bullets | Numbered | Table | Bars | Grid


@frozen
class Document:
    """A document from its title to its end."""

    title: str
    blocks: tuple[Block, ...]
    """Without those in which there would be nothing."""
    compact: bool = False
    """Whether it is to stay on one page, so that what is said about an entry may share a line."""
