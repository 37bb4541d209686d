"""What a group does once ratings are revealed: it agrees, and says why and how it knows. All of it goes to the Desk."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from scrutiny_tui.desk.forms.answer import reason_form
from scrutiny_tui.desk.forms.session import answer_in_words, minority_view, reason_for_agreement
from scrutiny_tui.desk.leading import why_not_agree, why_not_give_words, why_not_say_how
from scrutiny_tui.model.answer import State, next_strength
from scrutiny_tui.model.rounds import Stage
from scrutiny_tui.tui.keys import number_keys
from scrutiny_tui.tui.screens.collecting import ROUND, CollectingScreen
from scrutiny_tui.tui.screens.form_dialog import FormDialog


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
        Binding("w", "words('minority')", "Minority view", tooltip="Write the minority view in its own words",
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
        if wrong := why_not_agree(self.desk.review):
            self.say(wrong)
            return
        self.desk.settle()
        self.desk.agree(self.at, State.RATED, level)

    def action_agree_state(self, state: str) -> None:
        """Agree on an answer without a level; what does not apply asks why."""
        if wrong := why_not_agree(self.desk.review):
            self.say(wrong)
            return
        self.desk.settle()
        if state != State.NOT_APPLICABLE:
            self.desk.agree(self.at, State(state))
            return
        question, held = self.at, self.desk.review.answer(self.at).reason
        if held:  # the reason is there already: agreeing needs no more, and the form is for changing it
            self.desk.agree(question, State.NOT_APPLICABLE, reason=held)
            self.desk.settle()
        form = reason_form(held, lambda why: self.desk.agree(question, State.NOT_APPLICABLE, reason=why))
        self.open(FormDialog(form, "Escape leaves."))

    def action_strength(self) -> None:
        """Go on to the next strength of what is agreed: told, shown, tested, then open again."""
        if wrong := why_not_say_how(self.desk.review):
            self.say(wrong)
            return
        self.desk.settle()
        self.desk.agree_strength(self.at, next_strength(self.desk.review.answer(self.at).strength))

    def action_words(self, which: str) -> None:
        """Write the reason or the minority view; where a question is answered in words, the answer."""
        if self.desk.review.question.in_words:
            form = answer_in_words(self.desk)
        elif wrong := why_not_give_words(self.desk.review):
            self.say(wrong)
            return
        else:
            form = reason_for_agreement(self.desk) if which == "reason" else minority_view(self.desk)
        self.open(FormDialog(form))
