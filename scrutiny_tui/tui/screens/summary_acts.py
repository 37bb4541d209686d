"""What can be done on the summary: the list for the room by hand, who asks, and what it is compared with."""

from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from scrutiny_tui.desk.forms.summary import who_asks_form, why_form
from scrutiny_tui.desk.ports import Library
from scrutiny_tui.model.report import Report
from scrutiny_tui.model.room_plan import AT_THE_END
from scrutiny_tui.model.summary import CHANGES, ROOM
from scrutiny_tui.tui.screens.form_dialog import FormDialog
from scrutiny_tui.tui.screens.working import WorkingScreen
from scrutiny_tui.tui.sitting import Sitting

_ROOM = Binding.Group("The list for the room")
_NO_QUESTION = "Go to a question of the list for the room first; b brings one back that was left out."
_COMPARE = Binding.Group("Compare")


class SummaryActs(WorkingScreen):
    """A screen over a Desk that shows the parts of a summary, one of which is in front."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "assign", "Who asks", tooltip="Say who asks the highlighted question", id="summary.assign",
                group=_ROOM),
        Binding("J", "place(1)", "Down", tooltip="Move the highlighted question down",
                id="summary.down", group=_ROOM),
        Binding("K", "place(-1)", "Up", tooltip="Move the highlighted question up",
                id="summary.up", group=_ROOM),
        Binding("delete,d", "leave_out", "Leave out", tooltip="Leave the highlighted question out of the room",
                id="summary.leave-out", show=False, group=_ROOM),
        Binding("b", "by_rule", "By the rule", id="summary.by-rule", show=False, group=_ROOM,
                tooltip="Put the highlighted question back where the rule puts it"),
        Binding("e", "why", "Write why", tooltip="Write why the highlighted answer is not what it was",
                id="summary.why", group=_COMPARE),
        Binding("c", "compare", "Compare", tooltip="Choose the earlier reviews to compare with", id="summary.compare",
                show=False, group=_COMPARE),
    ]  # fmt: skip

    def __init__(self, sitting: Sitting, library: Library, part: int) -> None:
        """Take the open review, where other reviews are, and the part to begin with."""
        super().__init__(sitting.desk)
        self.sitting = sitting
        self.library = library
        self.part = part
        self.report: Report

    def chosen(self, kind: str) -> str:
        """Return the key of the highlighted row where it is of this kind; else nothing."""
        raise NotImplementedError

    def highlight(self, row: str) -> None:
        """Show the part in front anew, with this row highlighted."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what the part in front allows; no change where the review is read only."""
        del parameters
        if action in {"assign", "place", "leave_out", "by_rule"}:
            return self.part == ROOM and not self.desk.locked
        if action == "why":
            return self.part == CHANGES and not self.desk.locked and self.report.changes is not None
        return not (action in {"undo", "redo"} and self.desk.locked)

    def action_place(self, by: int) -> None:
        """Move the highlighted question up or down the list."""
        known = {each.key: each.number for each in self.report.room}
        key = self.chosen("room")
        if key not in known:
            self.say(_NO_QUESTION)
        elif 1 <= known[key] + by <= len(known):
            self.desk.place_in_room(key, known[key] + by)
            self.say("Moved by hand; its reason stays. b puts it back where the rule puts it.")
        else:
            self.say(AT_THE_END[by])

    def action_leave_out(self) -> None:
        """Leave the highlighted question out of the list."""
        key = self.chosen("room")
        if key in {each.key for each in self.report.room}:
            self.desk.leave_out_of_room(key)
            self.say("Left out: it stands at the end of the list. b brings it back.")
        else:
            self.say(_NO_QUESTION)

    def action_by_rule(self) -> None:
        """Put the highlighted question back where the rule puts it."""
        if key := self.chosen("room"):
            self.desk.place_by_rule(key)
            self.say("It stands where the rule puts it.")

    @work
    async def action_assign(self) -> None:
        """Say who asks the highlighted question."""
        asked = next((each for each in self.report.room if each.key == self.chosen("room")), None)
        if asked is None:
            self.say(_NO_QUESTION)
            return
        self.desk.settle()
        keys = [asked.key]
        await self.app.push_screen_wait(FormDialog(who_asks_form(self.desk, asked, keys.append)))
        self.desk.settle()
        self.highlight(f"room:{keys[-1]}")

    @work
    async def action_why(self) -> None:
        """Write why the highlighted answer is not what it was."""
        found, question = self.report.changes, self.chosen("change")
        line = next((each for each in found.lines if each.question == question), None) if found else None
        if found is None or line is None or not line.number:
            self.say("Choose a question that is asked now; then write why its answer moved.")
            return
        self.desk.settle()
        await self.app.push_screen_wait(FormDialog(why_form(self.desk, line, found.columns[-2].review)))
        self.desk.settle()

    @work
    async def action_compare(self) -> None:
        """Choose the earlier reviews to compare with."""
        from scrutiny_tui.tui.screens.earlier import EarlierScreen  # noqa: PLC0415 - rarely needed

        self.desk.settle()
        await self.app.push_screen_wait(EarlierScreen(self.library, self.desk, self.sitting.store.path))
        self.part = CHANGES
        self.highlight("compared")

    @work
    async def action_recommendations(self) -> None:
        """Write and follow recommendations."""
        from scrutiny_tui.tui.screens.recommendations import RecommendationsScreen  # noqa: PLC0415 - rarely needed

        self.desk.settle()
        await self.app.push_screen_wait(RecommendationsScreen(self.desk, self.desk.today))
        self.desk.settle()
