"""The guide to an improvement journey, page by page, and what words mean."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive

from scrutiny_tui.desk.ports import Shelf
from scrutiny_tui.errors import ScrutinyError
from scrutiny_tui.model.checklist import Question
from scrutiny_tui.model.guide import Guide, Place
from scrutiny_tui.model.guide_pages import TITLE, Page, Passage, pages, words_first
from scrutiny_tui.tui.in_order import InOrderApp
from scrutiny_tui.tui.screens.dialog import notice
from scrutiny_tui.tui.screens.find import FindDialog
from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.screens.working import WorkingScreen
from scrutiny_tui.tui.widgets.part_names import PartNames
from scrutiny_tui.tui.widgets.rows import Row, Rows

_GUIDE = Binding.Group("Guide")


class Passages(Rows):
    """What stands on a page. The keys that turn it are here, where scrolling sideways would take them otherwise."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "screen.turn(1)", "Next page", tooltip="Next page of the guide", id="guide.next",
                group=_GUIDE),
        Binding("left", "screen.turn(-1)", "Page before", tooltip="Page of the guide before", id="guide.before",
                group=_GUIDE),
    ]  # fmt: skip


class GuideScreen(Modal[None]):
    """Shows one page at a time."""

    HELP = "A short guide to an improvement journey. The left and right arrow turn its pages."

    page: reactive[int] = reactive(0)

    def __init__(self, guide: Guide) -> None:
        """Take the guide to show."""
        super().__init__(TITLE)
        self._pages: Sequence[Page] = pages(guide)
        self.add_class("-tall-box")

    def body(self) -> ComposeResult:
        """The names of the pages, and what stands on the one that is shown."""
        yield PartNames(id="parts")
        yield Passages(id="found")

    def on_mount(self) -> None:
        """Start on the first page."""
        self.query_one(Rows).focus()

    def watch_page(self) -> None:
        """Show another page."""
        self.query_one(PartNames).show({at: page.name for at, page in enumerate(self._pages)}, self.page)
        shown = self._pages[self.page]
        rows = [Row(f"{shown.name} {at}", _passage(each)) for at, each in enumerate(shown.passages)]
        self.query_one(Rows).show(rows, rows[0].id)

    @on(PartNames.Clicked)
    def _clicked(self, event: PartNames.Clicked) -> None:
        self.page = event.part

    def action_turn(self, by: int) -> None:
        """Turn to the page before or after; it goes round."""
        self.page = (self.page + by) % len(self._pages)


async def show_guide(app: InOrderApp, shelf: Shelf, make: Callable[[Guide], Modal[Any]]) -> None:
    """Read the guide and show what `make` makes of it, unless something like it is shown already."""
    if isinstance(app.screen, FindDialog | GuideScreen):
        return
    try:
        guide = await app.first(asyncio.to_thread(shelf.guide))
    except ScrutinyError as error:
        await app.push_screen_wait(notice(error))
    else:
        await app.push_screen_wait(make(guide))


async def show_words(app: InOrderApp, shelf: Shelf, question: Question | None) -> None:
    """Show what words mean, those of the screen in front first."""
    place = next((each.PLACE for each in reversed(app.screen_stack) if isinstance(each, WorkingScreen)), None)
    await show_guide(app, shelf, partial(words_dialog, question=question, place=place))


def words_dialog(guide: Guide, question: Question | None, place: Place | None = None) -> FindDialog:
    """Return the box with what words mean: those of the place first, but on a question after those that it uses."""
    heading, first = words_first(guide, question, place)
    others = [term for term in guide.glossary if term not in first]
    rows = [(term.term, f"{term.title}: {term.means}") for term in (*first, *others)]
    return FindDialog(heading, rows)


def _passage(passage: Passage) -> Content:
    if passage.drawn:
        return Content(f"\n{passage.text}\n")
    text = Content.assemble((passage.label, "bold"), " " * bool(passage.label and passage.text), passage.text)
    return Content.assemble(text, (f"\n({passage.aside})", "$muted")) if passage.aside else text
