"""What a group does once ratings are revealed: it agrees, and says why and how it knows. All of it goes to the Desk."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from scrutiny_tui.model.answer import State, next_strength
from scrutiny_tui.model.rounds import Stage, essence
from scrutiny_tui.tui.keys import number_keys
from scrutiny_tui.tui.screens.collecting import ROUND, CollectingScreen
from scrutiny_tui.tui.screens.form_dialog import FormDialog
from scrutiny_tui.tui.screens.forms import reason_form
from scrutiny_tui.tui.widgets.form import Field

_TOO_EARLY = "Reveal the ratings first (v). Then the number is the level that the group agrees on."


class LeadingScreen(CollectingScreen):
    """A screen over a Desk on which a group rates and agrees."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *number_keys("agree", "Agree", "Agree on level", "session.agree", ROUND),
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
    ]  # fmt: skip

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what leads on from where the question stands."""
        review = self.desk.review
        changes = {"collect", "reveal", "agree", "agree_state", "strength", "words", "again", "anew", "undo", "redo",
                   "panel", "merge", "order", "recommendations", "parking"}  # fmt: skip
        if action in changes and self.desk.locked:
            return False
        if review.question.in_words:
            return action not in {"collect", "reveal", "agree", "agree_state", "strength", "again", "anew"}
        if action == "agree":
            return review.checklist.scale.has(int(str(parameters[0])))
        if action == "anew":
            return self.stage is Stage.SEALED
        if action in {"collect", "reveal"}:
            return not self.stage.is_shown
        return self.stage.is_shown if action in {"again", "brought"} else True

    def action_agree(self, level: int) -> None:
        """Agree on a level."""
        if not self.stage.is_shown:
            self.say(_TOO_EARLY)
            return
        self.desk.settle()
        self.desk.agree(self.at, State.RATED, level)

    def action_agree_state(self, state: str) -> None:
        """Agree on an answer without a level; what does not apply asks why."""
        if not self.stage.is_shown:
            self.say(_TOO_EARLY)
            return
        self.desk.settle()
        if state != State.NOT_APPLICABLE:
            self.desk.agree(self.at, State(state))
            return
        question, held = self.at, self.desk.review.answer(self.at).reason
        if held:  # the reason is there already: agreeing needs no more, and the form is for changing it
            self.desk.agree(question, State.NOT_APPLICABLE, reason=held)
            self.desk.settle()
        self.open(reason_form(held, lambda why: self.desk.agree(question, State.NOT_APPLICABLE, reason=why)))

    def action_strength(self) -> None:
        """Go on to the next strength of what is agreed: told, shown, tested, then open again."""
        agreed = self.desk.review.panel.discussion(self.at).agreed
        if agreed is None or agreed.state is not State.RATED:
            self.say("Agree on a level first; then say how you know.")
            return
        if essence(self.desk.review.answer(self.at)) != agreed:
            self.say("The answer was changed after it was agreed. Press the number to agree on it anew.")
            return
        self.desk.settle()
        self.desk.agree_strength(self.at, next_strength(agreed.strength))

    def action_words(self, which: str) -> None:
        """Write the reason or the minority view; where a question is answered in words, the answer."""
        question, review = self.at, self.desk.review
        discussion = review.panel.discussion(question)
        if review.question.in_words:
            heading, text, write = "The answer in words", review.answer(question).note, self.desk.write_note
        elif not self.stage.is_shown:
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
