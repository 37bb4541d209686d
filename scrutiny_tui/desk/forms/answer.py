"""The forms of a question: an ask, a piece of evidence, why a question does not apply."""

from collections.abc import Callable
from dataclasses import replace

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.desk.forms.form import Field, FormSpec, Values
from scrutiny_tui.model.answer import Ask, Evidence, next_id
from scrutiny_tui.model.review import Review


def roles(review: Review) -> list[str]:
    """Return the roles that the checklist suggests to put questions to."""
    return list(dict.fromkeys(line.to for question in review.questions for line in question.enquiry if line.to))


def people(review: Review) -> list[str]:
    """Return the names of the people of the meeting."""
    return [person.name for person in review.meeting.people]


def ask_form(desk: Desk, ask_id: str) -> FormSpec:
    """Return the form of an ask; an empty id makes a new one as soon as something is typed."""
    review = desk.review
    answer = review.answer(review.question.id)
    ask = next((each for each in answer.asks if each.id == ask_id), Ask(next_id(answer.asks, "a"), ""))

    def take(values: Values) -> str:
        desk.put_ask(answer.question, replace(ask, **values))
        return "" if values["text"].strip() else "An ask needs its words, or nobody can put it."

    fields = [
        Field("text", "The question", ask.text, "What shall we ask?", long=True),
        Field("role", "To", ask.role, "e.g. Director of Children's Services", suggestions=roles(review)),
        Field("who", "Who asks it", ask.who, suggestions=people(review)),
        Field("satisfied", "What would satisfy us", ask.satisfied, long=True),
        Field("follow_up", "Follow-up question", ask.follow_up, long=True),
        Field("reply", "Reply", ask.reply, "filled in at the meeting", long=True),
    ]
    return FormSpec("A question to put to a witness", fields, take)


def evidence_form(desk: Desk, evidence_id: str) -> FormSpec:
    """Return the form of a piece of evidence; an empty id makes a new one as soon as something is typed."""
    review = desk.review
    answer = review.answer(review.question.id)
    known = {item.id: item for item in answer.evidence}
    item = known.get(evidence_id, Evidence(next_id(answer.evidence, "v")))
    papers = {paper.title: paper.id for paper in review.meeting.papers}

    def take(values: Values) -> str:
        paper = papers.get(values["paper"], values["paper"])
        desk.put_evidence(answer.question, replace(item, **{**values, "paper": paper}))
        return ""

    fields = [
        Field("paper", "Paper or document", review.meeting.paper_title(item.paper),
              "a paper of the meeting, or any other", suggestions=list(papers)),
        Field("pages", "Pages", item.pages, "e.g. 12-14"),
        Field("date", "Its date", item.date, "e.g. May 2027"),
        Field("who", "Who said it", item.who, "a role, never a child's name"),
        Field("shows", "What it shows", item.shows, long=True),
    ]  # fmt: skip
    return FormSpec("Evidence: where it stands and what it shows", fields, take)


def reason_form(held: str, keep: Callable[[str], None]) -> FormSpec:
    """Return the form that asks why a question does not apply. The answer changes once a reason is typed."""

    def take(values: Values) -> str:
        if not values["reason"].strip():
            return "Type a reason; until then the answer stays as it is."
        keep(values["reason"])
        return ""

    fields = [Field("reason", "Why not", held, "e.g. no such service in our area", long=False)]
    words = "Say in a few words why this question does not apply here."
    return FormSpec("Not applicable", fields, take, words)
