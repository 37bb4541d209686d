"""A show of hands, counted by level."""

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.desk.forms.session import hands_form, take_hands
from scrutiny_tui.tui.screens.form_dialog import FormDialog
from scrutiny_tui.tui.widgets.form import Form


class HandsDialog(FormDialog):
    """One count for each level. They are taken together when the box is left: half a count would be a wrong one."""

    HELP = "Write how many hands went up for each level. They join the ratings that are in already."

    def __init__(self, desk: Desk) -> None:
        """Take the Desk, whose question at hand is rated."""
        super().__init__(hands_form(desk), "Escape takes the counts.")
        self._desk = desk

    def action_leave(self) -> None:
        """Take the counts, unless something is wrong with them."""
        values = self.query_one(Form).values
        if not self.spec.unkept(values)[0]:
            take_hands(self._desk, values)
        super().action_leave()
