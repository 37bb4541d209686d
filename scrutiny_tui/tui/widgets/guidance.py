"""The guidance to a question, in parts, and with it what the review already asks and rests on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from scrutiny_tui.model.answer import Answer, Ask, Evidence
from scrutiny_tui.model.checklist import Better, Claim, Indicator, Question, Standing
from scrutiny_tui.model.review import Review
from scrutiny_tui.tui.widgets.rows import Row, Rows

_STANDING = {
    Standing.VERIFIED: "",
    Standing.SECONDARY: "; from a secondary source, check before quoting",
    Standing.DERIVED: "; our own sum on published figures",
}
_BETTER = {
    Better.LOWER: "lower is better",
    Better.HIGHER: "higher is better",
    Better.CONTEXT: "neither way is right in itself: ask why",
}

NEW_ASK = "ask:"
NEW_EVIDENCE = "evidence:"
"""Row ids: `line:ID` a line of enquiry, `ask:ID` and `evidence:ID` what the review holds, without an ID a new one."""


@dataclass(frozen=True)
class Part:
    """One part of the guidance: its name on the bar, and its rows."""

    name: str
    rows: Callable[[Review, Question], list[Row]]
    key: str = ""
    """The key that adds something of ours to it."""


def _why(review: Review, question: Question) -> list[Row]:
    rows = [Row("why", Content(question.why))] if question.why else []
    return rows + [Row(f"fact:{at}", _claim(review, fact)) for at, fact in enumerate(question.facts)]


def _ask(review: Review, question: Question) -> list[Row]:
    answer = review.answer(question.id)
    taken = {ask.line for ask in answer.asks}
    rows = [
        Row(
            f"line:{line.id}",
            Content.assemble(
                ("(taken) ", "$primary") if line.id in taken else "",
                (f"To the {line.to}: " if line.to else "", "bold"),
                line.ask,
            ),
        )
        for line in question.enquiry
    ]
    rows += [Row(f"{NEW_ASK}{ask.id}", _own_ask(ask)) for ask in answer.asks]
    return [*rows, Row(NEW_ASK, Content.styled("+ Write an ask of your own", "$primary"))]


def _evidence(review: Review, question: Question) -> list[Row]:
    rows = [Row(f"see:{at}", Content(f"Ask to see: {text}")) for at, text in enumerate(question.evidence)]
    answer = review.answer(question.id)
    rows += [Row(f"{NEW_EVIDENCE}{item.id}", _own_evidence(review, item)) for item in answer.evidence]
    return [*rows, Row(NEW_EVIDENCE, Content.styled("+ Note a piece of evidence", "$primary"))]


def _figures(review: Review, question: Question) -> list[Row]:
    return [Row(f"figure:{item.id}", _indicator(review, item)) for item in question.indicators]


def _sources(review: Review, question: Question) -> list[Row]:
    rows = [Row("topic", Content.assemble(("Topic in the source: ", "bold"), question.topic))] if question.topic else []
    for source in map(review.checklist.source, question.sources):
        details = ", ".join(filter(None, (source.publisher, source.year)))
        text = Content.assemble((source.title, "bold"), f". {details}" if details else "")
        rows.append(Row(f"source:{source.id}", text + Content(f"\n{source.address}" if source.address else "")))
    return rows


PARTS = (
    Part("Why", _why),
    Part("Ask", _ask, "a"),
    Part("Good signs", lambda _, question: _signs(question.good)),
    Part("Warning signs", lambda _, question: _signs(question.warning)),
    Part("Evidence", _evidence, "v"),
    Part("Figures", _figures),
    Part("Sources", _sources),
)
ASK, EVIDENCE = 1, 4


class Guidance(Vertical):
    """The parts of the guidance, one at a time."""

    DEFAULT_CSS = """
    Guidance {
        height: 1fr;
        & > #parts { height: auto; color: $muted; margin-bottom: 1; }
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
        yield Static(id="parts")
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
        if not moved and before and before.answer(before.question.id) is review.answer(review.question.id):
            return
        self._show(review, from_start=moved)

    def watch_part(self) -> None:
        """Show another part."""
        if self.review:
            self._show(self.review, from_start=True)

    def action_part(self, by: int) -> None:
        """Show the part before or after; it goes round."""
        self.part = (self.part + by) % len(PARTS)

    def action_drop(self) -> None:
        """Ask for the highlighted ask or evidence to be taken away."""
        self.post_message(self.RowDropped(self.highlighted))

    @on(Rows.Chosen)
    def _choose(self, event: Rows.Chosen) -> None:
        event.stop()
        self.post_message(self.RowChosen(event.row.id))

    def _show(self, review: Review, *, from_start: bool) -> None:
        rows = PARTS[self.part].rows(review, review.question)
        rows = rows or [Row("none", Content.styled("The checklist gives nothing here.", "$muted"))]
        bar = Content("  ").join(_name(part, shown=at == self.part) for at, part in enumerate(PARTS))
        self.query_one("#parts", Static).update(bar)
        self.rows.show(rows, rows[0].id if from_start else None)


def _name(part: Part, *, shown: bool) -> Content:
    name = Content.styled(f"[{part.name}]", "bold $foreground") if shown else Content(part.name)
    return Content.assemble(name, (f" {part.key}", "bold $primary")) if part.key else name


def _signs(signs: Sequence[str]) -> list[Row]:
    return [Row(f"sign:{at}", Content(sign)) for at, sign in enumerate(signs)]


def _own_ask(ask: Ask) -> Content:
    details = [f"asked by {ask.who}" if ask.who else "", f"satisfied by: {ask.satisfied}" if ask.satisfied else ""]
    return Content.assemble(
        ("Ours ", "bold $primary"),
        (f"to the {ask.role}: " if ask.role else "", "bold"),
        ask.text or "(no words yet)",
        "".join(f"; {detail}" for detail in details if detail),
    )


def _own_evidence(review: Review, item: Evidence) -> Content:
    where = [review.meeting.paper_title(item.paper), item.pages and f"pages {item.pages}", item.date, item.who]
    return Content.assemble(
        ("Ours ", "bold $primary"),
        (", ".join(filter(None, where)), "bold"),
        f": {item.shows}" if item.shows else "",
    )


def _claim(review: Review, claim: Claim) -> Content:
    source = review.checklist.source(claim.source)
    origin = ", ".join(filter(None, (source.publisher, source.year)))
    period = f"{claim.period}; " if claim.period else ""
    return Content.assemble(claim.text, (f" ({period}{origin}{_STANDING[claim.standing]})", "$muted"))


def _indicator(review: Review, item: Indicator) -> Content:
    unit = f" ({item.unit})" if item.unit else ""
    lines = [Content.assemble((item.name, "bold"), f"{unit}: {_BETTER[item.better]}")]
    if item.clock:
        lines.append(Content("Legal standard: ") + _claim(review, item.clock))
    if item.england:
        lines.append(Content("England: ") + _claim(review, item.england))
    if item.note:
        lines.append(Content.styled(item.note, "$muted"))
    return Content("\n").join(lines)


def taken_from(question: Question, line_id: str, answer: Answer, new_id: str) -> Ask:
    """Return the ask that stands for a line of enquiry: the one already taken, or a new one with this id."""
    for ask in answer.asks:
        if ask.line == line_id:
            return ask
    line = next(line for line in question.enquiry if line.id == line_id)
    return replace(Ask(new_id, line.ask), role=line.to, line=line.id)
