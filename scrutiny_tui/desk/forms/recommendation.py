"""The form of one recommendation, from its words to the evidence that it is closed on."""

from dataclasses import replace
from datetime import date as Date

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.desk.forms.answer import roles
from scrutiny_tui.desk.forms.form import Field, FormSpec, Values
from scrutiny_tui.model.answer import next_id
from scrutiny_tui.model.meeting import in_words, read_date
from scrutiny_tui.model.recommendation import PROGRESS_MONTHS, REPLY_RULE, Recommendation, Reply
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.text import counted

_NO_REPLY = "none yet"
_DATES = {"sent": "Sent", "due": "Reply due", "closed": "Closed on"}


def recommendation_form(desk: Desk, recommendation_id: str, question: str = "") -> FormSpec:
    """Return the form of a recommendation; an id that there is none of makes a new one, about this question."""
    known = {each.id: each for each in desk.review.recommendations}
    new = Recommendation(next_id(known.values(), "m"), "", question=question)
    given = known.get(recommendation_id, new)

    def take(values: Values) -> str:
        desk.put_recommendation(changed(given, values))
        return _unkept(values)[0]

    return FormSpec("Recommendation", _fields(desk.review, given), take, f"A reply: {REPLY_RULE}", _unkept)


def changed(given: Recommendation, values: Values) -> Recommendation:
    """Return the recommendation as typed, but for a date that cannot be read or comes without its evidence."""
    dates: dict[str, Date | None] = {"sent": given.sent, "due": given.due, "closed": given.closed}
    for name in _DATES:
        day = read_date(values[name])
        if day or not values[name].strip():
            dates[name] = day
    typed = replace(
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
        typed = typed.with_progress(months, values[f"after_{months}"])
    return typed


def due_hint(given: Recommendation, months: int) -> str:
    """Return when the reply is due where no other date is agreed."""
    due = replace(given, due=None).reply_due(months)
    return in_words(due) if due else f"{counted(months, 'month')} after it was sent"


def _unkept(values: Values) -> tuple[str, str]:
    unread = [name for name in _DATES if values[name].strip() and read_date(values[name]) is None]
    if unread:
        labels = ", ".join(_DATES[name] for name in unread)
        return f"{labels}: no date yet. Write it like 13 July 2027 or 13/7/2027, or clear it.", unread[0]
    if values["closed"].strip() and not values["evidence"].strip():
        return "It is closed only with evidence: write what shows its effect, or clear the date.", "evidence"
    return "", ""


def _fields(review: Review, given: Recommendation) -> list[Field]:
    owners = roles(review)
    return [
        Field("text", "Recommendation", given.text, "What should be done, specific and realistic?", long=True),
        Field("to", "To", given.to, "e.g. Executive member for children", suggestions=owners),
        Field("change", "Change for children", given.change, "What would a child notice?", long=True),
        Field("owner", "Owner", given.owner, "who answers for it", suggestions=owners),
        Field("sent", "Sent", _day(given.sent), "e.g. 13 July 2027"),
        Field("due", "Reply due", _day(given.due), due_hint(given, review.reply_months)),
        Field("reply", "Reply", given.reply or _NO_REPLY, options=[_NO_REPLY, *Reply]),
        Field("reason", "Reason given", given.reason, long=True),
        *(Field(f"after_{months}", f"After {months} months", given.noted(months), "what was found", long=True)
          for months in PROGRESS_MONTHS),
        Field("evidence", "Evidence of effect", given.evidence, "needed before it is closed", long=True),
        Field("closed", "Closed on", _day(given.closed), "e.g. 13 July 2028"),
    ]  # fmt: skip


def _day(day: Date | None) -> str:
    return in_words(day) if day else ""
