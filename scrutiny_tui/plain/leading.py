"""What a group does once ratings are revealed: it agrees, and says why and how it knows. All of it goes to the Desk."""

from collections.abc import Sequence

from scrutiny_tui.desk.forms.answer import reason_form
from scrutiny_tui.desk.forms.form import FormSpec
from scrutiny_tui.desk.forms.session import answer_in_words, minority_view, reason_for_agreement
from scrutiny_tui.desk.leading import why_not_agree, why_not_give_words, why_not_say_how
from scrutiny_tui.model.answer import State
from scrutiny_tui.plain.collecting import CollectingPlace
from scrutiny_tui.plain.knowing import RANGE, is_strength, rating_in, strength_in
from scrutiny_tui.plain.place import Command
from scrutiny_tui.plain.wall import agreed_lines


class LeadingPlace(CollectingPlace):
    """A place over a Desk where a group rates and agrees. A number is the level that it agrees on."""

    def agreeing(self) -> Sequence[Command]:
        """Return what the group can agree on beside a level, and how it says why."""
        return (
            Command("0", "unknown", "agree that we do not know", lambda _: self._agree_state(State.NOT_KNOWN)),
            Command("-", "na", "agree that this does not apply to us, and why", self._agree_not_applicable, "WHY"),
            Command(".", "undiscussed", "agree that this was not discussed",
                    lambda _: self._agree_state(State.NOT_DISCUSSED)),
            Command("t", "known", "how the group knows: told, shown or tested", self._say_how, "WORD"),
            Command("e", "reason", "write the reason for what is agreed, or the answer in words", self._reason),
            Command("w", "minority", "write the minority view in its own words", self._minority),
        )  # fmt: skip

    @property
    def range(self) -> str:
        """Which levels can be agreed on, once there is something to agree on."""
        review = self.desk.review
        last = len(review.checklist.scale.levels)
        return why_not_agree(review) or f"Type a level from 1 to {last} to agree on, or ? for all that can be done."

    def other(self, line: str) -> bool:
        """Agree on the level with this number, and say how the group knows if that stands behind it."""
        rating = rating_in(line, self.desk.review.checklist.scale)
        if rating is None or why_not_agree(self.desk.review):
            return False
        level, strength = rating
        if self.may_change():
            self.desk.agree(self.at, State.RATED, level)
            if strength:
                self.desk.agree_strength(self.at, strength)
            self._tell_agreed()
        return True

    def _agree_state(self, state: State, reason: str = "") -> None:
        if wrong := why_not_agree(self.desk.review):
            self.talk.wrong(wrong)
        elif self.may_change():
            self.desk.agree(self.at, state, reason=reason)
            self._tell_agreed()

    def _agree_not_applicable(self, why: str) -> None:
        held = self.desk.review.answer(self.at).reason
        if why or held or why_not_agree(self.desk.review):  # a reason that is there already needs no asking
            self._agree_state(State.NOT_APPLICABLE, why or held)
            return
        question = self.at
        self.fill(reason_form("", lambda reason: self.desk.agree(question, State.NOT_APPLICABLE, reason=reason)))
        self._tell_agreed()

    def _tell_agreed(self) -> None:
        self.talk.say(*agreed_lines(self.desk.review))

    def _say_how(self, word: str) -> None:
        if wrong := why_not_say_how(self.desk.review):
            self.talk.wrong(wrong)
        elif not is_strength(word):
            self.talk.wrong(f"How the group knows is {RANGE}")
        elif self.may_change():
            self.desk.agree_strength(self.at, strength_in(word, self.desk.review.answer(self.at).strength))
            self._tell_agreed()

    def _reason(self, rest: str) -> None:
        del rest
        in_words = self.desk.review.question.in_words
        self._write(answer_in_words(self.desk) if in_words else reason_for_agreement(self.desk))

    def _minority(self, rest: str) -> None:
        del rest
        in_words = self.desk.review.question.in_words
        self._write(answer_in_words(self.desk) if in_words else minority_view(self.desk))

    def _write(self, form: FormSpec) -> None:
        if wrong := why_not_give_words(self.desk.review):
            self.talk.wrong(wrong)
            return
        [field] = form.fields
        self.write(form.heading, field.value, lambda text: form.take({field.name: text}))
