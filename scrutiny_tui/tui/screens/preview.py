"""What something will do, told in as many lines as that takes before it is done."""

from collections.abc import Iterable, Iterator

from textual import on
from textual.app import ComposeResult
from textual.content import Content

from scrutiny_tui.tui.copying import Thing
from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.widgets.menu import Menu
from scrutiny_tui.tui.widgets.rows import Row, Rows

YES, NO = "yes", "no"


class Preview(Modal[bool]):
    """Tells it, and gives back whether to do it."""

    HELP = "Nothing is changed yet. Tab goes to the lines, to read on with the arrow keys, and back to the choice."

    def __init__(self, heading: str, lines: Iterable[str], options: dict[str, str]) -> None:
        """Take the heading, the lines, and the words for `YES` and `NO`; without the first there is nothing to do."""
        super().__init__(heading)
        self._lines = list(lines)
        self._options = options
        self.add_class("-tall-box")

    def body(self) -> ComposeResult:
        """The lines, and the choice below them."""
        yield Rows(id="found")
        yield Menu(id="choice")

    def on_mount(self) -> None:
        """Start at the choice."""
        self.query_one("#found", Rows).show([Row(str(at), Content(line)) for at, line in enumerate(self._lines)])
        choice = self.query_one("#choice", Rows)
        choice.show([Row(name, Content(words)) for name, words in self._options.items()])
        choice.focus()

    def to_copy(self, row: Iterable[Thing]) -> Iterator[Thing]:
        """Yield the line that is read, then all of them."""
        if self.query_one("#found").has_focus:
            yield from row
        yield Thing("all the lines", "\n".join(self._lines))

    @on(Rows.Chosen, "#choice")
    def _chosen(self, event: Rows.Chosen) -> None:
        self.give(event.row.id == YES)
