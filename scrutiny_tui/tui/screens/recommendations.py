"""What the committee recommends, and what became of it."""

from datetime import date as Date
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.model.recommendation_report import open_first, standing
from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.screens.recommendation_form import RecommendationForm
from scrutiny_tui.tui.widgets.figures import figure_row
from scrutiny_tui.tui.widgets.menu import Menu
from scrutiny_tui.tui.widgets.rows import Row, Rows

_NEW = "new"
_LIST = Binding.Group("Recommendations")


class RecommendationsScreen(Modal[None]):
    """The list over the Desk, the open ones first. Enter writes, Delete takes one away."""

    HELP = "Few, specific, each with one owner and a date. Closed only with evidence that it had its effect."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete", "drop", "Take away", id="recommendations.drop", group=_LIST,
                tooltip="Take the highlighted recommendation away (u brings it back)"),
        Binding("u,ctrl+z", "undo", "Undo", tooltip="Undo the last change", id="recommendations.undo", show=False,
                group=_LIST),
    ]  # fmt: skip

    def __init__(self, desk: Desk, today: Date, question: str = "") -> None:
        """Take the Desk, today's date, and the id of the question at hand, which new ones come from."""
        super().__init__("Recommendations")
        self._desk = desk
        self._today = today
        self._question = question
        self.add_class("-tall-box")

    def body(self) -> ComposeResult:
        """What to do, the list, and what was just done."""
        words = "Enter writes or changes one. Escape: done."
        yield Static(Content("This review can only be read here." if self._desk.locked else words), classes="words")
        yield Menu(id="recommendations")
        yield Static(id="said")

    def on_mount(self) -> None:
        """Start at the first."""
        self._show()
        self.query_one(Rows).focus()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        if not self._desk.locked:
            self._edit(event.row.id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the keys that change something where the review is read only."""
        del parameters
        return not (action in {"drop", "undo"} and self._desk.locked)

    def action_drop(self) -> None:
        """Take the highlighted one away."""
        row = self.query_one(Rows).row
        if row and row.id != _NEW:
            self._desk.settle()
            self._desk.drop_recommendation(row.id)
            self._show(said="Taken away. Press u to bring it back.")

    def action_undo(self) -> None:
        """Undo one step."""
        what = self._desk.undo()
        self._show(said=f"Undone: {what}" if what else "There is nothing to undo.")

    @work
    async def _edit(self, chosen: str) -> None:
        self._desk.settle()
        await self.app.push_screen_wait(RecommendationForm(self._desk, chosen, self._question))
        self._desk.settle()
        self._show()

    def _show(self, said: str = "") -> None:
        review = self._desk.review
        rows = [figure_row(standing(each, self._today, review.reply_months)) for each in open_first(review)]
        if not self._desk.locked:
            rows.append(Row.adding(_NEW, "Write a recommendation"))
        self.query_one(Rows).show(rows)
        none = "" if review.recommendations else "Nothing is recommended yet."
        self.query_one("#said", Static).update(Content(said or none))
