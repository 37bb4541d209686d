"""The form of one recommendation, from its words to the evidence that it is closed on."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date as Date

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.model.meeting import in_words, read_date
from scrutiny_tui.model.recommendation import PROGRESS_MONTHS, REPLY_RULE, Recommendation, Reply
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.text import counted
from scrutiny_tui.tui.screens.form_dialog import FormDialog
from scrutiny_tui.tui.widgets.fields import Line
from scrutiny_tui.tui.widgets.form import Field, Form, FormScroll

_NO_REPLY = "none yet"
_DATES = {"sent": "Sent", "due": "Reply due", "closed": "Closed on"}


class RecommendationForm(FormDialog):
    """Keeps a recommendation on the Desk as it is typed. It is not left while something in it could not be kept."""

    HELP = f"One recommendation: specific, with one owner and a date. A reply: {REPLY_RULE}"

    def __init__(self, desk: Desk, given: Recommendation) -> None:
        """Take the Desk, and the recommendation as it is; a new one is kept once something is typed."""
        super().__init__("Recommendation", _fields(desk.review, given), self._keep)
        self._desk = desk
        self._given = given
        self.add_class("-tall-box")

    def body(self) -> ComposeResult:
        """Where the time for a reply comes from, and the fields below it: they scroll together."""
        yield Static(Content("Everything typed is kept. Escape: done."), classes="words", id="explanation")
        with FormScroll(classes="scrolled"):
            yield Static(Content(f"A reply: {REPLY_RULE}"), classes="words")
            yield Form(self._fields, id="form")
        yield Static("", id="wrong")

    def on_mount(self) -> None:
        """Begin at the top, where the rule stands; the cursor in the first field would scroll it away."""
        self.call_after_refresh(self.query_one(FormScroll).scroll_home, animate=False)

    def action_leave(self) -> None:
        """Leave, but first mend what could not be kept, or it would be lost."""
        wrong, field = _wrong(self.query_one(Form).values)
        if not wrong:
            super().action_leave()
            return
        self.query_one(Form).focus_field(field)
        self.complain(wrong)

    def _keep(self, values: dict[str, str]) -> str:
        changed = _changed(self._given, values)
        self._desk.put_recommendation(changed)
        self.query_one("#field-due", Line).placeholder = _due_hint(changed, self._desk.review.reply_months)
        return _wrong(values)[0]


def _changed(given: Recommendation, values: Mapping[str, str]) -> Recommendation:
    """Return the recommendation as typed, but for a date that cannot be read or comes without its evidence."""
    dates: dict[str, Date | None] = {"sent": given.sent, "due": given.due, "closed": given.closed}
    for name in _DATES:
        day = read_date(values[name])
        if day or not values[name].strip():
            dates[name] = day
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
        closed=dates["closed"] if values["evidence"].strip() else None,
    )
    for months in PROGRESS_MONTHS:
        changed = changed.with_progress(months, values[f"after_{months}"])
    return changed


def _wrong(values: Mapping[str, str]) -> tuple[str, str]:
    """Return what cannot be kept, in words, and the field to mend; both are empty where all of it can."""
    unread = [name for name in _DATES if values[name].strip() and read_date(values[name]) is None]
    if unread:
        labels = ", ".join(_DATES[name] for name in unread)
        return f"{labels}: no date yet. Write it like 13 July 2027 or 13/7/2027, or clear it.", unread[0]
    if values["closed"].strip() and not values["evidence"].strip():
        return "It is closed only with evidence: write what shows its effect, or clear the date.", "evidence"
    return "", ""


def _fields(review: Review, given: Recommendation) -> list[Field]:
    roles = list(dict.fromkeys(line.to for question in review.questions for line in question.enquiry if line.to))
    return [
        Field("text", "Recommendation", given.text, "What should be done, specific and realistic?", long=True),
        Field("to", "To", given.to, "e.g. Executive member for children", suggestions=roles),
        Field("change", "Change for children", given.change, "What would a child notice?", long=True),
        Field("owner", "Owner", given.owner, "who answers for it", suggestions=roles),
        Field("sent", "Sent", _day(given.sent), "e.g. 13 July 2027"),
        Field("due", "Reply due", _day(given.due), _due_hint(given, review.reply_months)),
        Field("reply", "Reply", given.reply or _NO_REPLY, options=[_NO_REPLY, *Reply]),
        Field("reason", "Reason given", given.reason, long=True),
        *(Field(f"after_{months}", f"After {months} months", given.noted(months), "what was found", long=True)
          for months in PROGRESS_MONTHS),
        Field("evidence", "Evidence of effect", given.evidence, "needed before it is closed", long=True),
        Field("closed", "Closed on", _day(given.closed), "e.g. 13 July 2028"),
    ]  # fmt: skip


def _due_hint(given: Recommendation, months: int) -> str:
    """Return when the reply is due where no other date is agreed."""
    due = replace(given, due=None).reply_due(months)
    return in_words(due) if due else f"{counted(months, 'month')} after it was sent"


def _day(day: Date | None) -> str:
    return in_words(day) if day else ""
