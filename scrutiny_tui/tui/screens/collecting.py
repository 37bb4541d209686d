"""How a group's ratings come in, are revealed, and are given once more. All of it goes to the Desk."""

from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.screen import Screen

from scrutiny_tui.desk.leading import NOBODY_RATES, begin_anew, rate_again, why_not_collect, why_not_reveal
from scrutiny_tui.model.panel import Names
from scrutiny_tui.model.rounds import Stage, Way
from scrutiny_tui.model.sealing import expected, missing_words, received
from scrutiny_tui.tui.screens.ballots import KeyboardDialog, SlipsDialog
from scrutiny_tui.tui.screens.brought import BroughtScreen
from scrutiny_tui.tui.screens.dialog import Dialog
from scrutiny_tui.tui.screens.hands import HandsDialog
from scrutiny_tui.tui.screens.panel import PanelScreen, ask_names
from scrutiny_tui.tui.screens.working import WorkingScreen

ROUND = Binding.Group("Rating and agreeing")
_WAYS = {"slips": Way.SLIP, "keyboard": Way.KEYBOARD, "hands": Way.HANDS}


class CollectingScreen(WorkingScreen):
    """A screen over a Desk on which a group rates the question at hand."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "collect('slips')", "Slips", tooltip="Type what stands on the paper slips", id="session.slips",
                group=ROUND),
        Binding("k", "collect('keyboard')", "Keyboard", tooltip="Pass the keyboard round; nothing typed shows",
                id="session.keyboard", group=ROUND),
        Binding("c", "collect('hands')", "Hands", tooltip="Count a show of hands", id="session.hands",
                group=ROUND),
        Binding("v", "reveal", "Reveal", tooltip="Reveal the ratings; this cannot be undone", id="session.reveal",
                group=ROUND),
        Binding("o", "again", "Once more", tooltip="Rate once more; both rounds are kept", id="session.again",
                show=False, group=ROUND),
        Binding("z", "anew", "Begin anew", tooltip="Throw the sealed ratings of this round away", id="session.anew",
                show=False, group=ROUND),
        Binding("a", "brought", "What members brought", tooltip="Read members' notes, and take over what they ask",
                id="session.brought", show=False, group=ROUND),
    ]  # fmt: skip

    @property
    def stage(self) -> Stage:
        """How far the question at hand has come."""
        return self.desk.review.panel.discussion(self.at).stage

    @property
    def at(self) -> str:
        """The id of the question at hand."""
        return self.desk.review.question.id

    @work
    async def open(self, screen: Screen[None]) -> None:
        """Show something over this screen; what is typed after it is a step of its own."""
        self.desk.settle()
        await self.app.push_screen_wait(screen)
        self.desk.settle()

    async def action_collect(self, way: str) -> None:
        """Take ratings in, once it is said who rates, and whether with names."""
        panel = self.desk.review.panel
        if panel.names is Names.OPEN or not (panel.raters or way == "hands"):
            self._prepare(way)
        elif wrong := why_not_collect(self.desk.review, _WAYS[way]):
            self.say(wrong)
        else:
            await self._collect(way)

    @work
    async def _prepare(self, way: str) -> None:
        if not self.desk.review.panel.raters and way != "hands":
            await self.app.push_screen_wait(PanelScreen(self.desk))
            if not self.desk.review.panel.raters:
                self.say(NOBODY_RATES)
                return
        if await self._names_are_chosen() and self.is_current:
            await self._collect(way)

    async def _collect(self, way: str) -> None:
        """Open the box for ratings, and only then go on: whoever types quickly must not lose the first slip."""
        boxes = {"slips": SlipsDialog, "keyboard": KeyboardDialog, "hands": HandsDialog}
        self.desk.settle()
        await self.app.push_screen(boxes[way](self.desk), lambda _: self.desk.settle())

    def action_reveal(self) -> None:
        """Reveal the round; where raters are missing, only after that is said."""
        panel, question = self.desk.review.panel, self.at
        if wrong := why_not_reveal(self.desk.review):
            self.say(wrong)
        elif panel.names is Names.OPEN or expected(panel, question):
            self._ask_and_reveal(question)
        else:
            self._reveal(question)

    @work
    async def _ask_and_reveal(self, question: str) -> None:
        if not self.is_current or not await self._names_are_chosen():
            return
        panel = self.desk.review.panel
        if expected(panel, question):
            choices = {"reveal": "Reveal", "wait": "Wait for them"}
            box = Dialog("Reveal without them?", missing_words(panel, question), choices)
            if await self.app.push_screen_wait(box) != "reveal":
                return
        # Another key may have been quicker while the box was open.
        if not self.stage.is_shown and received(self.desk.review.panel, question):
            self._reveal(question)

    def _reveal(self, question: str) -> None:
        self.desk.settle()
        self.desk.reveal(question)

    async def _names_are_chosen(self) -> bool:
        return self.desk.review.panel.names is not Names.OPEN or await ask_names(self.app, self.desk)

    def action_again(self) -> None:
        """Begin a further round."""
        self.say(rate_again(self.desk))

    def action_anew(self) -> None:
        """Throw the sealed ratings of this round away."""
        self.say(begin_anew(self.desk))

    def action_brought(self) -> None:
        """Show what members' files brought."""
        self.open(BroughtScreen(self.desk))
