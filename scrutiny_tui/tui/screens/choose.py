"""Choosing a checklist: the list at the left, what it asks and where it comes from at the right."""

import asyncio
from collections.abc import Iterable, Iterator, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.desk.ports import Shelf
from scrutiny_tui.model.checklist import Checklist
from scrutiny_tui.model.listing import ShelfItem
from scrutiny_tui.model.meeting import written_day
from scrutiny_tui.tui.copying import Thing
from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.widgets.menu import Menu
from scrutiny_tui.tui.widgets.rows import Row, Rows

_NO_CHECKLIST = (
    "No checklist is here, not even those that come with the program: install it again, or make one of your own with "
    "`scrutiny-tui checklist new`. Escape goes back."
)


class ChooseScreen(Modal[Checklist]):
    """Gives back the checklist that was chosen."""

    HELP = "Choose the checklist that the review will follow. The review keeps its own copy of it."

    def __init__(self, shelf: Shelf) -> None:
        """Take the shelf to choose from."""
        super().__init__("New review: choose a checklist")
        self._shelf = shelf
        self._items: Sequence[ShelfItem] = ()
        self.add_class("-tall-box")

    def body(self) -> ComposeResult:
        """The list and the preview."""
        with Horizontal(id="shelf"):
            yield Menu(id="checklists")
            with VerticalScroll(id="preview-scroll", can_focus=True):
                yield Static(id="preview")

    async def on_mount(self) -> None:
        """Read the shelf, off the thread that draws."""
        self._items = await asyncio.to_thread(self._shelf.items)
        rows = self.query_one(Rows)
        rows.show([Row(str(at), _name(item)) for at, item in enumerate(self._items)])
        rows.focus()
        self._preview()
        if not self._items:
            self.query_one("#preview", Static).update(Content(_NO_CHECKLIST))

    @on(Rows.Highlighted)
    def _preview(self) -> None:
        if item := self._item:
            self.query_one("#preview", Static).update(_preview(item))
            self.query_one("#preview-scroll").scroll_home(animate=False)

    @on(Rows.Chosen)
    def _choose(self) -> None:
        """Choose the highlighted checklist; a broken one stays in view with its problems."""
        if self._item and self._item.checklist:
            self.give(self._item.checklist)

    def to_copy(self, row: Iterable[Thing]) -> Iterator[Thing]:
        """Yield the name of the checklist, and what is told of it."""
        yield from row
        if item := self._item:
            yield Thing("what is told of the checklist", _preview(item).plain)

    @property
    def _item(self) -> ShelfItem | None:
        row = self.query_one(Rows).row
        return self._items[int(row.id)] if row else None


def _name(item: ShelfItem) -> Content:
    if item.checklist is None:
        return Content.assemble(("! ", "bold $error"), item.id, ": cannot be used")
    return Content.assemble((item.checklist.title, "bold"), " (your own)" if item.own else "")


def _preview(item: ShelfItem) -> Content:
    checklist = item.checklist
    if checklist is None:
        return Content("\n\n").join([Content.styled("This file cannot be used yet.", "bold"),
                                     *map(Content, item.problems)])  # fmt: skip
    parts = [Content(checklist.purpose)] if checklist.purpose else []
    if checklist.takes:
        parts.append(Content.assemble(("How long: ", "bold"), checklist.takes))
    questions = [Content(f"{at}. {question.text}") for at, question in enumerate(checklist.questions, 1)]
    parts.append(Content("\n").join([Content.styled("What it asks", "bold"), *questions]))
    levels = ", ".join(map(str, checklist.scale.levels))
    parts.append(Content.assemble(("Rated on: ", "bold"), levels))
    if checklist.origin:
        parts.append(Content.assemble(("Where it comes from: ", "bold"), checklist.origin))
    if checklist.edition:
        parts.append(Content.styled(f"Edition {checklist.edition}", "$muted"))
    if checklist.checked:
        parts.append(Content.styled(f"Facts last checked {written_day(checklist.checked)}", "$muted"))
    return Content("\n\n").join(parts)
