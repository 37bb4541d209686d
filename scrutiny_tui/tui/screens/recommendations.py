"""What the committee recommends, and what became of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date as Date
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.model.answer import next_id
from scrutiny_tui.model.meeting import in_short, in_words, read_date
from scrutiny_tui.model.recommendation import PROGRESS_MONTHS, REPLY_RULE, Recommendation, Reply
from scrutiny_tui.model.text import one_line
from scrutiny_tui.tui.screens.form_dialog import FormDialog
from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.widgets.form import Field
from scrutiny_tui.tui.widgets.menu import Menu
from scrutiny_tui.tui.widgets.rows import Row, Rows

_NEW = "new"
_NO_REPLY = "none yet"
_DATES = {"sent": "Sent", "due": "Reply due", "closed": "Closed on"}


class RecommendationsScreen(Modal[None]):
    """The list over the Desk, the open ones first. Enter writes, Delete takes one away."""

    HELP = "Few, specific, each with one owner and a date. Closed only with evidence that it had its effect."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete", "drop", "Take away", id="recommendations.drop", group=Binding.Group("Recommendations"),
                tooltip="Take the highlighted recommendation away (u brings it back)"),
    ]  # fmt: skip

    def __init__(self, desk: Desk, today: Date, question: str = "") -> None:
        """Take the Desk, today's date, and the id of the question at hand, which new ones come from."""
        super().__init__("Recommendations")
        self._desk = desk
        self._today = today
        self._question = question
        self.add_class("-tall-box")

    def body(self) -> ComposeResult:
        """What to do, and the list."""
        yield Static(Content("Enter writes or changes one. Escape: done."), classes="words")
        yield Menu(id="recommendations")

    def on_mount(self) -> None:
        """Start at the first."""
        self._show()
        self.query_one(Rows).focus()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        if not self._desk.locked:
            self._edit(event.row.id)

    def action_drop(self) -> None:
        """Take the highlighted one away."""
        row = self.query_one(Rows).row
        if row and row.id != _NEW:
            self._desk.settle()
            self._desk.drop_recommendation(row.id)
            self._show()

    @work
    async def _edit(self, chosen: str) -> None:
        self._desk.settle()
        known = {each.id: each for each in self._desk.review.recommendations}
        new = Recommendation(next_id(known.values(), "m"), "", question=self._question)
        await self.app.push_screen_wait(recommendation_form(self._desk, known.get(chosen, new)))
        self._desk.settle()
        self._show(chosen)

    def _show(self, highlighted: str | None = None) -> None:
        review = self._desk.review
        ordered = sorted(review.recommendations, key=lambda each: not each.is_open)
        rows = [Row(each.id, _line(each, self._today, review.reply_months)) for each in ordered]
        if not self._desk.locked:
            rows.append(Row(_NEW, Content.styled("+ Write a recommendation", "$primary")))
        self.query_one(Rows).show(rows, highlighted)


def _line(each: Recommendation, today: Date, months: int) -> Content:
    alarms = [f"! {words}" for words in each.flags] if each.is_open else []
    if each.is_overdue(today, months):
        alarms.append("! reply overdue")
    alarms += [f"! progress after {due} months not noted" for due in each.progress_due(today)]
    to = f"  to {one_line(each.to)}" if each.to.strip() else ""
    owner = f"owner {one_line(each.owner)}" if each.owner.strip() else ""
    told = "; ".join(filter(None, (owner, *_stands(each, months))))
    return Content.assemble(
        (one_line(each.text) or "no words yet", "bold"), to, "\n", told, "  " if alarms else "",
        ("; ".join(alarms), "bold $warning"),
    )  # fmt: skip


def _stands(each: Recommendation, months: int) -> Iterator[str]:
    if each.closed:
        yield f"closed {in_short(each.closed)}"
        return
    due = each.reply_due(months)
    if each.reply:
        yield each.reply.value
    elif due:
        yield f"reply due {in_short(due)}"


def recommendation_form(desk: Desk, given: Recommendation) -> FormDialog:
    """Return the form of a recommendation; it is kept as it is typed, but for a date that cannot be read."""
    review = desk.review
    due = replace(given, due=None).reply_due(review.reply_months)

    def tell(values: dict[str, str]) -> str:
        dates = {"sent": given.sent, "due": given.due, "closed": given.closed}
        wrong = []
        for name, label in _DATES.items():
            day = read_date(values[name])
            if day or not values[name].strip():
                dates[name] = day
            else:
                wrong.append(label)
        unproved = dates["closed"] is not None and not values["evidence"].strip()
        changed = replace(
            given,
            text=values["text"],
            to=values["to"],
            change=values["change"],
            owner=values["owner"],
            sent=dates["sent"],
            due=dates["due"],
            reply=next((each for each in Reply if each.value == values["reply"]), None),
            reason=values["reason"],
            evidence=values["evidence"],
            closed=None if unproved else dates["closed"],
        )
        for months in PROGRESS_MONTHS:
            changed = changed.with_progress(months, values[f"after_{months}"])
        desk.put_recommendation(changed)
        if wrong:
            return f"{', '.join(wrong)}: this is no date yet. Write it like 13 July 2027 or 13/7/2027."
        return "It is closed only with evidence: write what shows its effect, or clear the date." if unproved else ""

    roles = list(dict.fromkeys(line.to for question in review.questions for line in question.enquiry if line.to))
    fields = [
        Field("text", "Recommendation", given.text, "What should be done, specific and realistic?", long=True),
        Field("to", "To", given.to, "e.g. Executive member for children", suggestions=roles),
        Field("change", "Change for children", given.change, "What would a child notice?", long=True),
        Field("owner", "Owner", given.owner, "who answers for it", suggestions=roles),
        Field("sent", "Sent", _day(given.sent), "e.g. 13 July 2027"),
        Field("due", "Reply due", _day(given.due), in_words(due) if due else f"{review.reply_months} months later"),
        Field("reply", "Reply", given.reply or _NO_REPLY, options=[_NO_REPLY, *Reply]),
        Field("reason", "Reason given", given.reason, long=True),
        *(Field(f"after_{months}", f"After {months} months", given.noted(months), "what was found", long=True)
          for months in PROGRESS_MONTHS),
        Field("evidence", "Evidence of effect", given.evidence, "needed before it is closed", long=True),
        Field("closed", "Closed on", _day(given.closed), "e.g. 13 July 2028"),
    ]  # fmt: skip
    return FormDialog("Recommendation", fields, tell, f"Everything typed is kept. Escape: done. A reply: {REPLY_RULE}")


def _day(day: Date | None) -> str:
    return in_words(day) if day else ""
