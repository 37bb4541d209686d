"""A show of hands, counted by level."""

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.model.rounds import Rating, Said
from scrutiny_tui.model.sealing import awaited
from scrutiny_tui.tui.screens.form_dialog import FormDialog
from scrutiny_tui.tui.widgets.form import Field, Form

_MOST_HANDS = 999


class HandsDialog(FormDialog):
    """One count for each level. They are taken together when the box is left: half a count would be a wrong one."""

    HELP = "Write how many hands went up for each level. They join the ratings that are in already."

    def __init__(self, desk: Desk) -> None:
        """Take the Desk, whose question at hand is rated."""
        review = desk.review
        self._desk, self._question = desk, review.question.id
        held = [str(each.level or each.said) for each in review.panel.discussion(self._question).last.hands]
        names = {str(level.value): str(level) for level in review.checklist.scale.levels}
        names |= {Said.NOT_KNOWN: "Not known", Said.ABSTAINED: "Abstain"}
        fields = [Field(name, words, str(held.count(name) or ""), "0") for name, words in names.items()]
        words = "Count the hands for each level. Escape takes the counts."
        super().__init__(f"Show of hands: {review.question.label}", fields, self._wrong, words)

    def action_leave(self) -> None:
        """Take the counts, unless something is wrong with them."""
        values = self.query_one(Form).values
        if wrong := self._wrong(values):
            self.complain(f"{wrong} Put it right, or clear the counts.")
            return
        hands = [
            Rating(Said.RATED, int(name)) if name.isdecimal() else Rating(Said(name))
            for name, text in values.items()
            for _ in range(int(text.strip() or "0"))
        ]
        if hands or self._desk.review.panel.discussion(self._question).last.hands:
            self._desk.settle()
            self._desk.count_hands(self._question, hands)
        super().action_leave()

    def _wrong(self, values: dict[str, str]) -> str:
        counts = [text.strip() or "0" for text in values.values()]
        if not all(text.isascii() and text.isdecimal() and int(text) <= _MOST_HANDS for text in counts):
            return "Write each count as a number, or leave it empty."
        panel, total = self._desk.review.panel, sum(map(int, counts))
        free = len(awaited(panel, self._question))
        if panel.raters and total > free:
            return f"You counted {total} hands, and {free} of the raters have not rated yet."
        return ""
