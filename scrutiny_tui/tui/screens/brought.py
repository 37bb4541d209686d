"""What members' files brought to a question beside their ratings: their notes, and what they want to ask."""

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.model.answer import next_id
from scrutiny_tui.model.respondent import Brought
from scrutiny_tui.model.sealing import brought
from scrutiny_tui.model.text import one_line
from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.widgets.menu import Menu
from scrutiny_tui.tui.widgets.rows import Row, Rows


class BroughtScreen(Modal[None]):
    """Notes to read, and asks of which Enter takes one among our own."""

    HELP = "What members wrote beforehand. Enter on a question to ask takes it among ours."

    def __init__(self, desk: Desk) -> None:
        """Take the Desk."""
        super().__init__(f"What members brought: {desk.review.question.label}")
        self._desk = desk
        self.add_class("-tall-box")

    def body(self) -> ComposeResult:
        """What Enter does, and the list."""
        yield Static(Content("Enter on a question to ask takes it among ours."), classes="words")
        yield Menu(id="brought")

    def on_mount(self) -> None:
        """Fill the list."""
        self._show()
        self.query_one(Rows).focus()

    @property
    def _found(self) -> tuple[Brought, ...]:
        review = self._desk.review
        return brought(review.panel, review.question.id, in_words=review.question.in_words)

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        """Take an ask over, once."""
        at, _, place = event.row.id.partition(" ")
        if place and at.isdecimal():
            review = self._desk.review
            answer = review.answer(review.question.id)
            ask = self._found[int(at)].asks[int(place)]
            if ask.text not in [each.text for each in answer.asks]:
                self._desk.settle()
                self._desk.put_ask(answer.question, replace(ask, id=next_id(answer.asks, "a")))
                self._desk.settle()
            self._show()

    def _show(self) -> None:
        review = self._desk.review
        ours = [each.text for each in review.answer(review.question.id).asks]
        rows = []
        for at, each in enumerate(self._found):
            who = f"{review.panel.called(each.by)}: " if each.by and review.panel.keeps_names else ""
            if each.says:
                rows.append(Row(f"said {at}", Content.assemble((f"{who}Says  ", "bold"), each.says)))
            if each.note.strip():
                rows.append(Row(f"{at}", Content.assemble((f"{who}Note  ", "bold"), each.note)))
            for place, ask in enumerate(each.asks):
                taken = " (taken)" if ask.text in ours else ""
                to = f" (to {one_line(ask.role)})" if ask.role.strip() else ""
                rows.append(
                    Row(f"{at} {place}", Content.assemble((f"{who}To ask{taken}  ", "bold"), one_line(ask.text), to))
                )
        self.query_one(Rows).show(rows or [Row("", Content("Members' files brought no notes and no questions here."))])
