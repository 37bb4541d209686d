"""One row of a list."""

from rich.cells import cell_len
from textual.content import Content

from scrutiny_tui.frozen import frozen


@frozen
class Row:
    """One row: a text, and what stands at the right edge of its first line."""

    id: str
    text: Content
    right: str = ""
    copied: str | None = None
    """What is copied of it; None for all that stands there."""
    hang: int = 0
    """Columns of what stands before its words; where it wraps, the words go on behind them."""

    @property
    def to_copy(self) -> str:
        """What is copied of it; empty where there is nothing."""
        return "  ".join(filter(None, (self.text.plain, self.right))) if self.copied is None else self.copied

    @classmethod
    def adding(cls, row_id: str, words: str) -> "Row":
        """Return the row that adds something to a list. It has nothing to copy."""
        return cls(row_id, Content.styled(f"+ {words}", "$primary"), copied="")

    def looks_like(self, other: "Row") -> bool:
        """Tell whether drawing the other row would change nothing; `==` does not see how a text is styled."""
        return (self.id, self.right) == (other.id, other.right) and self.text.is_same(other.text)

    def folded(self, width: int) -> Content:
        """Return the text with its words below one another in so many columns, or as it is where nothing hangs."""
        if not 0 < self.hang < width:
            return self.text
        lead, words = self.text.divide([self.hang])
        return lead + Content("\n" + " " * self.hang).join(words.wrap(width - self.hang))

    def fitted(self, width: int) -> Content:
        """Return the text on one line, cut with an ellipsis where need be, and behind it what stands at the right."""
        right = f"  {self.right}" if self.right else ""
        text = Content(" ").join(self.text.split("\n")).expand_tabs()  # a tab is wider than it counts
        text = text.truncate(max(0, width - cell_len(right)), ellipsis=True, pad=True)
        return (text + right).truncate(width, ellipsis=True)
