"""What can be copied on the screen in front, the thing in focus first."""

from collections.abc import Iterable, Iterator
from typing import Protocol, runtime_checkable

from textual.app import App
from textual.command import CommandPalette

from scrutiny_tui.desk.ports import Library
from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.text import one_line
from scrutiny_tui.tui.sitting import Sitting
from scrutiny_tui.tui.widgets.rows import Rows


@frozen
class Thing:
    """Something to copy."""

    name: str
    """What it is, in words that go on a sentence, such as `the question`."""
    text: str


@runtime_checkable
class Offers(Protocol):
    """A screen that has more to copy than its highlighted row, or something that is wanted sooner."""

    def to_copy(self, row: Iterable[Thing]) -> Iterator[Thing]:
        """Yield what can be copied, what is wanted most first; `row` is the highlighted row, if there is one."""


def things(app: App[None]) -> Iterator[Thing]:
    """Yield what can be copied on the screen in front, the thing in focus first."""
    screen = next(each for each in reversed(app.screen_stack) if not isinstance(each, CommandPalette))
    focused = screen.focused
    row = focused.row if isinstance(focused, Rows) else None
    highlighted = [Thing("the highlighted row", row.to_copy)] if row else []
    offered = screen.to_copy(highlighted) if isinstance(screen, Offers) else highlighted
    return (each for each in offered if each.text.strip())


def copy(app: App[None], library: Library, sitting: Sitting | None) -> None:
    """Copy the thing in focus, and offer the others on the screen, and a file beside the review."""
    from scrutiny_tui.tui.screens.copy import CopyScreen  # noqa: PLC0415 - no other sitting waits for it

    folder = sitting.store.path.parent if sitting and not sitting.scratch else library.folder
    if found := list(things(app)):
        app.push_screen(CopyScreen(found, sitting.desk.review if sitting else None, folder))


def holds_private(text: str, review: Review | None) -> bool:
    """Tell whether a private note is in a text, wherever on the screen the text was taken from."""
    notes = (one_line(answer.private_note) for answer in review.answers) if review else ()
    return any(note and note in one_line(text) for note in notes)
