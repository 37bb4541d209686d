"""The keys that lead a group through one question: ratings in, revealed, agreed. All of it goes to the Desk."""

from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.screen import Screen

from scrutiny_tui.model.answer import State, Strength
from scrutiny_tui.model.panel import Names
from scrutiny_tui.model.rounds import Stage
from scrutiny_tui.model.sealing import awaited, expected, received
from scrutiny_tui.tui.screens.ballots import KeyboardDialog, SlipsDialog, hands_form
from scrutiny_tui.tui.screens.brought import BroughtScreen
from scrutiny_tui.tui.screens.dialog import Dialog
from scrutiny_tui.tui.screens.form_dialog import FormDialog
from scrutiny_tui.tui.screens.panel import PanelScreen, ask_names
from scrutiny_tui.tui.screens.working import WorkingScreen
from scrutiny_tui.tui.widgets.form import Field

SESSION, ROUND = Binding.Group("Session"), Binding.Group("Rating and agreeing")
_SHOWN = {Stage.REVEALED, Stage.AGREED}
_TOO_EARLY = "Reveal the ratings first (v). Then the number is the level that the group agrees on."


def _agreeing_keys() -> list[Binding]:
    return [
        Binding(str(level), f"agree({level})", "Agree", tooltip=f"Agree on level {level}", id=f"session.agree-{level}",
                group=ROUND)
        for level in range(1, 10)
    ]  # fmt: skip


class LeadingScreen(WorkingScreen):
    """A screen over a Desk on which a group rates and agrees."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "collect('slips')", "Slips", tooltip="Type what stands on the paper slips", id="session.slips",
                group=ROUND),
        Binding("k", "collect('keyboard')", "Keyboard", tooltip="Pass the keyboard round; nothing typed shows",
                id="session.keyboard", group=ROUND),
        Binding("c", "collect('hands')", "Hands", tooltip="Count a show of hands", id="session.hands",
                group=ROUND),
        Binding("v", "reveal", "Reveal", tooltip="Reveal the ratings; this cannot be undone", id="session.reveal",
                group=ROUND),
        *_agreeing_keys(),
        Binding("0", "agree_state('not_known')", "Not known", tooltip="Agree that we do not know", show=False,
                id="session.not-known", group=ROUND),
        Binding("minus", "agree_state('not_applicable')", "Not applicable", key_display="-", show=False, group=ROUND,
                tooltip="Agree that this does not apply to us (asks why)", id="session.not-applicable"),
        Binding("full_stop", "agree_state('not_discussed')", "Not discussed", key_display=".", show=False, group=ROUND,
                tooltip="Agree that this was not discussed", id="session.not-discussed"),
        Binding("t", "strength", "How we know", tooltip="How the group knows: told, shown, tested",
                id="session.strength", group=ROUND),
        Binding("e", "words('reason')", "Reason", tooltip="Write the reason for what is agreed", id="session.reason",
                group=ROUND),
        Binding("y", "words('minority')", "Minority view", tooltip="Write the minority view in its own words",
                id="session.minority", show=False, group=ROUND),
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
        return self.desk.review.panel.discussion(self._at).stage

    @property
    def _at(self) -> str:
        return self.desk.review.question.id

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what leads on from where the question stands."""
        review = self.desk.review
        changes = {"collect", "reveal", "agree", "agree_state", "strength", "words", "again", "anew", "undo", "redo",
                   "panel", "merge", "order", "recommendations", "parking"}  # fmt: skip
        if action in changes and self.desk.locked:
            return False
        if (
            action in {"collect", "reveal", "agree", "strength", "again", "anew", "brought"}
            and review.question.in_words
        ):
            return False
        if action == "agree":
            return review.checklist.scale.has(int(str(parameters[0])))
        stages = {"collect": {Stage.OPEN, Stage.SEALED}, "reveal": {Stage.OPEN, Stage.SEALED}, "anew": {Stage.SEALED},
                  "again": _SHOWN, "brought": _SHOWN}  # fmt: skip
        return self.stage in stages.get(action, set(Stage))

    @work
    async def open(self, screen: Screen[None]) -> None:
        """Show something over this screen; what is typed after it is a step of its own."""
        self.desk.settle()
        await self.app.push_screen_wait(screen)
        self.desk.settle()

    @work
    async def action_collect(self, way: str) -> None:
        """Take ratings in, once it is said who rates, and whether with names."""
        if not self.desk.review.panel.raters and way != "hands":
            await self.app.push_screen_wait(PanelScreen(self.desk))
            if not self.desk.review.panel.raters:
                self.say("Nobody is there to rate. p adds people, m adds members' files, c counts hands.")
                return
        if not await self._names_are_chosen():
            return
        if way != "hands" and not awaited(self.desk.review.panel, self._at) and way == "keyboard":
            self.say("All ratings are in. v reveals them.")
            return
        ways = {"slips": SlipsDialog, "keyboard": KeyboardDialog, "hands": hands_form}
        self.desk.settle()
        await self.app.push_screen_wait(ways[way](self.desk))
        self.desk.settle()

    @work
    async def action_reveal(self) -> None:
        """Reveal the round; where raters are missing, only after that is said."""
        panel, question = self.desk.review.panel, self._at
        if not received(panel, question):
            self.say("No rating is in yet. s types slips, k passes the keyboard, c counts hands.")
            return
        if not await self._names_are_chosen():
            return
        if missing := expected(panel, question):
            names = [panel.called(each.id) for each in awaited(panel, question)]
            who = "" if panel.discussion(question).last.hands else f": {', '.join(names)}"
            words = (
                f"{missing} of {missing + received(panel, question)} have not rated{who}. Revealing cannot be undone."
            )
            choice = await self.app.push_screen_wait(
                Dialog("Reveal without them?", words, {"reveal": "Reveal", "wait": "Wait for them"})
            )
            if choice != "reveal":
                return
        self.desk.settle()
        self.desk.reveal(question)

    async def _names_are_chosen(self) -> bool:
        return self.desk.review.panel.names is not Names.OPEN or await ask_names(self.app, self.desk)

    def action_agree(self, level: int) -> None:
        """Agree on a level."""
        if self.stage not in _SHOWN:
            self.say(_TOO_EARLY)
            return
        self.desk.settle()
        self.desk.agree(self._at, State.RATED, level)

    def action_agree_state(self, state: str) -> None:
        """Agree on an answer without a level; what does not apply asks why."""
        if self.stage not in _SHOWN:
            self.say(_TOO_EARLY)
            return
        self.desk.settle()
        if state != State.NOT_APPLICABLE:
            self.desk.agree(self._at, State(state))
            return
        question = self._at

        def tell(values: dict[str, str]) -> str:
            if not values["reason"].strip():
                return "Type a reason; until then the answer stays as it is."
            self.desk.agree(question, State.NOT_APPLICABLE, reason=values["reason"])
            return ""

        field = Field("reason", "Why not", self.desk.review.answer(question).reason)
        self.open(
            FormDialog("Not applicable", [field], tell, "Say in a few words why this does not apply. Escape leaves.")
        )

    def action_strength(self) -> None:
        """Go on to the next strength of what is agreed: told, shown, tested, then open again."""
        agreed = self.desk.review.panel.discussion(self._at).agreed
        if agreed is None or agreed.state is not State.RATED:
            self.say("Agree on a level first; then say how you know.")
            return
        order: list[Strength | None] = [None, *Strength]
        held = self.desk.review.answer(self._at).strength
        self.desk.settle()
        self.desk.agree_strength(self._at, order[(order.index(held) + 1) % len(order)])

    def action_words(self, which: str) -> None:
        """Write the reason or the minority view; where a question is answered in words, the answer."""
        question, review = self._at, self.desk.review
        discussion = review.panel.discussion(question)
        if review.question.in_words:
            heading, text, write = "The answer in words", review.answer(question).note, self.desk.write_note
        elif self.stage not in _SHOWN:
            self.say("Reveal the ratings first (v); the words come after the talk.")
            return
        elif which == "reason":
            heading, text, write = "Reason for what is agreed", discussion.reason, self.desk.write_reason
        else:
            heading, text, write = "Minority view, in its own words", discussion.minority, self.desk.write_minority

        def tell(values: dict[str, str]) -> str:
            write(question, values["text"])
            return ""

        self.open(FormDialog(heading, [Field("text", "In words", text, long=True)], tell))

    def action_again(self) -> None:
        """Begin a further round."""
        self.desk.settle()
        self.desk.rate_again(self._at)
        self.say("A further round. The rounds before are kept.")

    def action_anew(self) -> None:
        """Throw the sealed ratings of this round away."""
        self.desk.settle()
        self.desk.begin_anew(self._at)
        self.say("The ratings of this round are thrown away. u brings them back.")

    def action_brought(self) -> None:
        """Show what members' files brought."""
        self.open(BroughtScreen(self.desk))
