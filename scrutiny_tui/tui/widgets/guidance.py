"""The guidance to a question, one part at a time."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from scrutiny_tui.model.review import Review
from scrutiny_tui.tui.keys import key_for
from scrutiny_tui.tui.widgets.part_names import PartNames
from scrutiny_tui.tui.widgets.parts import ASK, EVIDENCE, PARTS
from scrutiny_tui.tui.widgets.rows import Row, Rows

_NOTHING = "The checklist gives nothing here. The left and right arrow show the other parts."
_ADDING = {ASK: "question.ask", EVIDENCE: "question.evidence"}
"""What the keys do that add something of ours to a part."""


class Guidance(Vertical):
    """The parts of the guidance, one at a time."""

    DEFAULT_CSS = """
    Guidance {
        height: 1fr;
        & > #parts { margin-bottom: 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "left", "part(-1)", "Part before", tooltip="Show the part of the guidance before this one",
            id="guidance.before", show=False, group=Binding.Group("Guidance"),
        ),
        Binding(
            "right", "part(1)", "Next part", tooltip="Show the next part of the guidance",
            id="guidance.next", show=False, group=Binding.Group("Guidance"),
        ),
        Binding(
            "delete", "drop", "Take away", tooltip="Take our highlighted ask or evidence away (u brings it back)",
            id="guidance.drop", show=False, group=Binding.Group("Answer"),
        ),
    ]  # fmt: skip

    review: reactive[Review | None] = reactive(None)
    part: reactive[int] = reactive(ASK)

    @dataclass
    class RowChosen(Message):
        """The person chose a row by its id, to take it, change it or make a new one."""

        row: str

    @dataclass
    class RowDropped(Message):
        """The person wants to take an ask or a piece of evidence away."""

        row: str

    def compose(self) -> ComposeResult:
        """A bar with the names of the parts, and the rows of the one that is shown."""
        yield PartNames(id="parts")
        yield Rows(id="guide")

    @property
    def rows(self) -> Rows:
        """The list of the part that is shown."""
        return self.query_one("#guide", Rows)

    @property
    def highlighted(self) -> str:
        """The id of the highlighted row; empty where there is none."""
        row = self.rows.row
        return row.id if row else ""

    def watch_review(self, before: Review | None, review: Review | None) -> None:
        """Show the guidance for the review's question."""
        if review is None:
            return
        moved = before is None or before.question is not review.question
        same_phase = before is not None and before.phase == review.phase
        if (
            not moved
            and same_phase
            and before
            and before.answer(before.question.id) is review.answer(review.question.id)
        ):
            return
        self._show(review, from_start=moved or not same_phase)

    def watch_part(self) -> None:
        """Show another part."""
        if self.review:
            self._show(self.review, from_start=True)

    def action_part(self, by: int) -> None:
        """Show the part before or after; it goes round."""
        self.part = (self.part + by) % len(PARTS)

    @on(PartNames.Clicked)
    def _part_clicked(self, event: PartNames.Clicked) -> None:
        event.stop()
        self.part = event.part
        self.rows.focus()

    def action_drop(self) -> None:
        """Ask for the highlighted ask or evidence to be taken away."""
        self.post_message(self.RowDropped(self.highlighted))

    @on(Rows.Chosen)
    def _choose(self, event: Rows.Chosen) -> None:
        event.stop()
        self.post_message(self.RowChosen(event.row.id))

    def _show(self, review: Review, *, from_start: bool) -> None:
        rows = PARTS[self.part].rows(review, review.question)
        rows = rows or [Row("none", Content.styled(_NOTHING, "$muted"), copied="")]
        names = {at: part.name for at, part in enumerate(PARTS)}
        keys = {at: key_for(self.app, _ADDING[at], part.key) for at, part in enumerate(PARTS) if part.key}
        self.query_one(PartNames).show(names, self.part, keys)
        self.rows.show(rows, rows[0].id if from_start else None)
