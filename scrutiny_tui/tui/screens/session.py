"""The session with the room: an adviser drives, and everybody looks at the wall."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from scrutiny_tui.desk.leading import ALL_AGREED, switch_order
from scrutiny_tui.desk.ports import Clock, Library
from scrutiny_tui.desk.timing import Timing
from scrutiny_tui.model.agenda import agenda, beside, next_to_discuss
from scrutiny_tui.model.guide import Place
from scrutiny_tui.model.review import Review
from scrutiny_tui.tui.autosave import Saving
from scrutiny_tui.tui.copying import Thing
from scrutiny_tui.tui.screens.blank import BlankScreen
from scrutiny_tui.tui.screens.leading import LeadingScreen
from scrutiny_tui.tui.screens.merge import MergeScreen
from scrutiny_tui.tui.screens.panel import PanelScreen
from scrutiny_tui.tui.screens.parking import ParkingScreen
from scrutiny_tui.tui.screens.recommendations import RecommendationsScreen
from scrutiny_tui.tui.sitting import Sitting
from scrutiny_tui.tui.widgets.bars import KeyBar, TitleBar
from scrutiny_tui.tui.widgets.cut import CutText
from scrutiny_tui.tui.widgets.wall import WIDEST, Wall

SESSION = Binding.Group("Session")


class SessionScreen(LeadingScreen):
    """Shows the question at hand to the room. What it shows is safe to project: no sealed rating, no private note."""

    PLACE = Place.SESSION
    HELP = (
        "Collect everybody's rating (s paper slips, k pass the keyboard, c count hands, m members' files), reveal with"
        " v, talk, then press the number of the level that the group agrees on."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "next", "Next", tooltip="Go to the next question that is not agreed", id="session.next-open",
                group=SESSION),
        Binding("right_square_bracket", "move(1)", "Next question", key_display="]", show=False,
                tooltip="Next question in the order of the session", id="session.next", group=SESSION),
        Binding("left_square_bracket", "move(-1)", "Question before", key_display="[", show=False,
                tooltip="Question before in the order of the session", id="session.before", group=SESSION),
        Binding("p", "panel", "Who takes part", tooltip="Who takes part, names or no names, and the time in all",
                id="session.panel", show=False, group=SESSION),
        Binding("m", "merge", "Merge", tooltip="Add members' prepared files as respondents", id="session.merge",
                show=False, group=SESSION),
        Binding("d", "order", "Order", tooltip="Discuss first where prepared files differ most, or as in the checklist",
                id="session.order", show=False, group=SESSION),
        Binding("l", "parking", "Parking list", tooltip="Put what belongs elsewhere on the parking list", show=False,
                id="session.parking", group=SESSION),
        Binding("h", "notes", "Our notes", tooltip="Show our notes on the wall, or hide them", id="session.notes",
                show=False, group=SESSION),
        Binding("b", "blank", "Break", tooltip="Blank the wall for a break", id="session.break", show=False,
                group=SESSION),
        Binding("q", "leave", "Back", tooltip="Back to the questions; everything is saved", id="session.back",
                show=False, group=SESSION),
    ]  # fmt: skip

    def __init__(self, sitting: Sitting, library: Library, clock: Clock) -> None:
        """Take the open review, the library that finds members' files, and the clock that times each question."""
        super().__init__(sitting.desk)
        self.sitting = sitting
        self._library = library
        self._notes = False
        self._timing = Timing(clock)
        self._question = ""

    def compose(self) -> ComposeResult:
        """The title with the time, the wall, and the keys."""
        yield TitleBar()
        yield CutText(id="trouble")
        with VerticalScroll(id="room"):
            yield Wall()
        yield CutText(id="message")
        yield KeyBar()

    def on_mount(self) -> None:
        """Follow the Desk and the saving, and open on what is still to be done from before."""
        self.desk.watch(self._follow)
        self.set_interval(1.0, self._tick)
        self._follow(self.desk.review)
        self.query_one("#room").focus()
        self._begin()

    def on_unmount(self) -> None:
        """Leave the Desk alone."""
        self.desk.unwatch(self._follow)

    def on_screen_resume(self) -> None:
        """Show how saving stands."""
        self.sitting.on_saving = self._show_saving
        self._show_saving(self.sitting.autosave.state)

    def on_resize(self) -> None:
        """Lay the wall out anew."""
        self.call_after_refresh(self._show)

    @work
    async def _begin(self) -> None:
        if any(each.is_open for each in self.desk.review.recommendations):
            await self.app.push_screen_wait(RecommendationsScreen(self.desk, self.desk.today))
        if not self.desk.review.panel.is_used and not self.desk.locked:
            await self.app.push_screen_wait(PanelScreen(self.desk))
        self.desk.settle()

    # The value coming down

    def _follow(self, review: Review) -> None:
        if review.question.id != self._question:
            self._tick()
            self._question = review.question.id
        self.say("")
        self._show()
        self.refresh_bindings()

    def _show(self) -> None:
        review = self.desk.review
        room = self.query_one("#room")
        width = min(room.content_size.width or self.size.width, WIDEST) - 2
        self.query_one(Wall).show(review, width, self.size.height, notes=self._notes)
        order = agenda(review)
        place = f"{order.index(review.question) + 1} of {len(order)}"
        self.query_one(TitleBar).left = f"{place} · {review.question.label}"
        self._tell_time()

    def to_copy(self, row: Iterable[Thing]) -> Iterator[Thing]:
        """Yield the question, and the wall as the room sees it."""
        yield from row
        yield Thing("the question", self.desk.review.question.text)
        yield Thing("all that stands on the wall", self.query_one(Wall).told)

    def _show_saving(self, saving: Saving) -> None:
        self.show_saving(self.sitting, saving)

    # The time informs, and never acts

    def _tick(self) -> None:
        self._timing.tick(self._question, counts=not isinstance(self.app.screen, BlankScreen))
        self._tell_time()

    def _tell_time(self) -> None:
        bar = self.query_one(TitleBar)
        bar.middle = bar.brief = self._timing.words(self.desk.review)

    # Moving about

    def action_move(self, by: int) -> None:
        """Go to the question beside this one in the order of the session."""
        self.desk.go(beside(self.desk.review, by).id)

    def action_next(self) -> None:
        """Go to the next question that is not agreed."""
        if following := next_to_discuss(self.desk.review):
            self.desk.go(following.id)
        else:
            self.say(ALL_AGREED)

    def action_order(self) -> None:
        """Switch between the checklist's order and that of the greatest differences."""
        self.say(switch_order(self.desk))

    def action_notes(self) -> None:
        """Show our notes, or hide them."""
        self._notes = not self._notes
        self._show()

    def action_leave(self) -> None:
        """Go back to the questions."""
        if self.is_current:
            self.desk.settle()
            self.dismiss(None)

    # What opens over the wall

    def action_panel(self) -> None:
        """Change who takes part."""
        self.open(PanelScreen(self.desk))

    def action_merge(self) -> None:
        """Add members' files."""
        self.open(MergeScreen(self._library, self.desk, self.sitting.store.path))

    def action_recommendations(self) -> None:
        """Write and follow recommendations."""
        self.open(RecommendationsScreen(self.desk, self.desk.today, self.desk.review.question.id))

    def action_parking(self) -> None:
        """Write on the parking list."""
        self.open(ParkingScreen(self.desk))

    def action_blank(self) -> None:
        """Blank the wall."""
        self._tick()
        self.open(BlankScreen())
