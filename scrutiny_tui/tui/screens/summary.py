"""What the review says: the profile, what to take into the room, and what stands behind every figure."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from scrutiny_tui.desk.ports import Library
from scrutiny_tui.model.guide import Place
from scrutiny_tui.model.report import build
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.summary import PARTS, PROFILE, ROOM, figures
from scrutiny_tui.tui.autosave import Saving
from scrutiny_tui.tui.screens.dialog import Dialog
from scrutiny_tui.tui.screens.summary_acts import SummaryActs
from scrutiny_tui.tui.screens.working import REVIEW
from scrutiny_tui.tui.sitting import Sitting
from scrutiny_tui.tui.widgets.bars import KeyBar, TitleBar
from scrutiny_tui.tui.widgets.cut import CutText
from scrutiny_tui.tui.widgets.part_names import PartNames
from scrutiny_tui.tui.widgets.rows import Rows
from scrutiny_tui.tui.widgets.summary_rows import rows

_SUMMARY = Binding.Group("Summary")


class Figures(Rows):
    """Rows that each can say how they came about."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Why", tooltip="How the highlighted figure was worked out, in words",
                id="summary.explain", group=_SUMMARY),
    ]  # fmt: skip


class SummaryScreen(SummaryActs):
    """Shows the report on the Desk's review. On every figure Enter shows its sum in words."""

    PLACE = Place.SUMMARY
    HELP = (
        "What the review says, from the same report as every document. Left and right go from part to part, and Enter "
        "on a figure shows in words how it was worked out."
    )
    AUTO_FOCUS = "#part"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "part(1)", "Next part", tooltip="Show the next part of the summary", id="summary.next",
                show=False, group=_SUMMARY),
        Binding("left", "part(-1)", "Part before", tooltip="Show the part of the summary before this one",
                id="summary.before", show=False, group=_SUMMARY),
        Binding("tab", "side", "Other side", tooltip="Go to the other side of the screen, or to the next part",
                id="summary.side", show=False, group=_SUMMARY),
        Binding("q,escape,s", "leave", "Back", tooltip="Back to the question; everything is saved", id="summary.back",
                show=False, group=REVIEW),
    ]  # fmt: skip

    def __init__(self, sitting: Sitting, library: Library, part: int = PROFILE) -> None:
        """Take the open review, where other reviews are, and the part to begin with."""
        super().__init__(sitting, library, part)
        self.report = build(sitting.desk.review)

    def compose(self) -> ComposeResult:
        """The title, the names of the parts, the profile, the part in front, and the keys."""
        yield TitleBar()
        yield CutText(id="trouble")
        yield PartNames(id="parts")
        with Horizontal(id="summary"):
            with Vertical(id="side"):
                yield Figures(id="profile")
            yield Figures(id="part")
        yield CutText(id="message")
        yield KeyBar()

    def on_mount(self) -> None:
        """Follow the Desk and the saving."""
        self.desk.settle()
        self.desk.watch(self._follow)
        self.call_after_refresh(self._lay_out)

    def on_unmount(self) -> None:
        """Stop following."""
        self.desk.unwatch(self._follow)

    @property
    def _shown(self) -> list[int]:
        """The parts that take turns; where there is room, the profile stands beside them."""
        return [at for at in range(len(PARTS)) if at != PROFILE or not self.has_class("-wide")]

    @property
    def _profile(self) -> Rows:
        return self.query_one("#profile", Rows)

    @property
    def _front(self) -> Rows:
        return self.query_one("#part", Rows)

    # The value coming down

    def _follow(self, review: Review) -> None:
        self.say("")
        self.report = build(review)
        self._show()

    def _show(self, row: str | None = None) -> None:
        covered, bar = self.report.coverage, self.query_one(TitleBar)
        bar.left = f"What this review says · {self.report.title}"
        bar.middle, bar.brief = covered.short, f"{covered.rated} of {covered.applicable} rated"
        self.query_one(PartNames).show({at: PARTS[at].name for at in self._shown}, self.part)
        if self.has_class("-wide"):
            self._profile.show(rows(self.report, PROFILE))
        self._front.show(rows(self.report, self.part), row)
        self.refresh_bindings()

    def _show_saving(self, saving: Saving) -> None:
        self.show_saving(self.sitting, saving)

    def on_screen_resume(self) -> None:
        """Show how saving stands, also after another screen did."""
        self.sitting.on_saving = self._show_saving
        self._show_saving(self.sitting.autosave.state)

    def on_resize(self) -> None:
        """Lay the parts out for another size."""
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        if self.part not in self._shown:
            self.part = ROOM
        if not self.has_class("-wide") and self._profile.has_focus:
            self.part = PROFILE
        if not self._profile.has_focus or PROFILE in self._shown:
            self._front.focus()
        self._show()

    # Moving about

    def action_part(self, by: int) -> None:
        """Show the part before or after; it goes round."""
        shown = self._shown
        self._turn_to(shown[(shown.index(self.part) + by) % len(shown)])

    @on(PartNames.Clicked)
    def _part_clicked(self, event: PartNames.Clicked) -> None:
        self._turn_to(event.part)

    def _turn_to(self, part: int) -> None:
        self.part = part
        self._front.focus()
        self._show()
        self._front.action_end(0)

    def action_side(self) -> None:
        """Go to the other side where there are two; else to the next part."""
        if PROFILE in self._shown:
            self.action_part(1)
        else:
            (self._front if self._profile.has_focus else self._profile).focus()

    def action_leave(self) -> None:
        """Go back to the question."""
        self.desk.settle()
        self.dismiss(None)

    # What is highlighted

    def chosen(self, kind: str) -> str:
        """Return the key of the highlighted row where it is of this kind; else nothing."""
        row = self._front.row
        found, _, key = (row.id if row and not self._profile.has_focus else "").partition(":")
        return key if found == kind else ""

    def highlight(self, row: str) -> None:
        """Show the part in front anew, with this row highlighted."""
        self._front.focus()
        self._show(row)

    @on(Rows.Chosen)
    @work
    async def _explain(self, event: Rows.Chosen) -> None:
        """Show how the figure was worked out."""
        part = PROFILE if event.rows is self._profile else self.part
        figure = figures(self.report, part).get(event.row.id)
        if figure and figure.sum:
            await self.app.push_screen_wait(Dialog("How this was worked out", figure.sum, {"on": "Carry on"}))
