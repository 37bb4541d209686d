"""The forms of the meeting: its details, its papers and its people. All of it is optional and kept as it is typed."""

from dataclasses import replace

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.desk.forms.form import Field, FormSpec, Values
from scrutiny_tui.model.checklist import Phase
from scrutiny_tui.model.meeting import Attendance, Kind, Meeting, Paper, Person, in_words, read_date
from scrutiny_tui.model.review import Review

NO_PHASE = "not said"
"""Stands in the place of a phase of the improvement journey as long as nobody has said which."""
_BAD_DATE = "This is no date yet. Write it like 13 July 2027 or 13/7/2027, with all four figures of the year."
_LONGEST_REPLY = 24
"""Months."""


def meeting_form(desk: Desk) -> FormSpec:
    """Return the form of the details of the meeting, and of what the review is called."""

    def take(values: Values) -> str:
        desk.rename(values["title"])
        desk.set_phase(next((phase for phase in Phase if phase.words == values["phase"]), None))
        desk.set_by(values["by"])
        desk.set_meeting(_meeting(desk.review.meeting, values))
        if months := _months(values["reply_months"]):
            desk.set_reply_months(months)
        return _wrong(values)

    return FormSpec("The meeting", _fields(desk.review), take, unkept=_unkept)


def _meeting(held: Meeting, values: Values) -> Meeting:
    names = ("council", "committee", "time", "venue", "item", "pages", "asked_to")
    details = {name: values[name] for name in names}
    return Meeting(**details, date=read_date(values["date"].strip()), papers=held.papers, people=held.people)


def _months(typed: str) -> int:
    """Return the months that a reply may take; 0 where it is no number of them."""
    months = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= 2 else 0  # noqa: PLR2004
    return months if 1 <= months <= _LONGEST_REPLY else 0


def _wrong(values: Values) -> str:
    if not _months(values["reply_months"]):
        return f"Replies are due after 1 to {_LONGEST_REPLY} months; until then it stays as it was."
    return _BAD_DATE if values["date"].strip() and read_date(values["date"].strip()) is None else ""


def _unkept(values: Values) -> tuple[str, str]:
    typed = values["date"].strip()
    return ("", "") if not typed or read_date(typed) else (f"{_BAD_DATE} Or clear it.", "date")


def _fields(review: Review) -> list[Field]:
    meeting = review.meeting
    return [
        Field("title", "Title of this review", review.title, replace=review.title == review.checklist.title),
        Field("council", "Council", meeting.council, "e.g. Exampleshire County Council"),
        Field("committee", "Committee", meeting.committee, "e.g. Children and Families Scrutiny"),
        Field("date", "Date", in_words(meeting.date) if meeting.date else "", "e.g. 13 July 2027"),
        Field("time", "Time", meeting.time, "e.g. 10.00 am"),
        Field("venue", "Venue", meeting.venue),
        Field("item", "Agenda item", meeting.item, "e.g. 5. Ofsted improvement plan"),
        Field("pages", "Pages", meeting.pages, "e.g. 1-8"),
        Field("asked_to", "We are asked to", meeting.asked_to, "e.g. debate the report and agree what to ask",
              long=True),
        Field("phase", "Phase of the service", review.phase.words if review.phase else NO_PHASE,
              options=[NO_PHASE, *(phase.words for phase in Phase)]),
        Field("by", "Prepared by", review.by, "your name, if others merge this"),
        Field("reply_months", "Reply due (months)", str(review.reply_months), "normally 2", replace=True),
    ]  # fmt: skip


def paper_form(desk: Desk, paper_id: str) -> FormSpec:
    """Return the form of a paper; an id that there is none of makes a new one as soon as something is typed."""
    known = {paper.id: paper for paper in desk.review.meeting.papers}
    new_id = next(f"p{number}" for number in range(1, len(known) + 2) if f"p{number}" not in known)
    paper = known.get(paper_id, Paper(new_id, ""))

    def take(values: Values) -> str:
        meeting = desk.review.meeting
        changed = Paper(paper.id, values["title"], values["pages"])
        others = {each.id: each for each in meeting.papers} | {paper.id: changed}
        papers = tuple(each for each in others.values() if each.title or each.pages)
        desk.set_meeting(replace(meeting, papers=papers))
        return ""

    fields = [Field("title", "Title", paper.title, long=True), Field("pages", "Pages", paper.pages, "e.g. 49-68")]
    return FormSpec("Paper", fields, take)


def person_form(desk: Desk, at: int) -> FormSpec:
    """Return the form of the person at this place, from 0; a place behind the last makes a new one."""
    people = desk.review.meeting.people
    person = people[at] if at < len(people) else Person("")

    def take(values: Values) -> str:
        meeting = desk.review.meeting
        changed = Person(values["name"], Kind(values["kind"]), Attendance(values["attendance"]), values["interest"])
        desk.set_meeting(replace(meeting, people=(*meeting.people[:at], changed, *meeting.people[at + 1 :])))
        return "" if values["name"].strip() else "A person needs a name."

    fields = [
        Field("name", "Name", person.name),
        Field("kind", "Comes as", person.kind, options=list(Kind)),
        Field("attendance", "Attendance", person.attendance, options=list(Attendance)),
        Field("interest", "Interest declared", person.interest, "nothing declared yet", long=True),
    ]
    return FormSpec("Person", fields, take)


def drop_nameless(desk: Desk) -> None:
    """Take away whoever was begun and not given a name."""
    meeting = desk.review.meeting
    desk.set_meeting(replace(meeting, people=tuple(each for each in meeting.people if each.name.strip())))


def drop_paper(desk: Desk, paper_id: str) -> None:
    """Take a paper away."""
    meeting = desk.review.meeting
    papers = tuple(paper for paper in meeting.papers if paper.id != paper_id)
    desk.set_meeting(replace(meeting, papers=papers))


def drop_person(desk: Desk, at: int) -> None:
    """Take the person at this place, from 0, away."""
    meeting = desk.review.meeting
    people = tuple(person for place, person in enumerate(meeting.people) if place != at)
    desk.set_meeting(replace(meeting, people=people))


def paper_line(paper: Paper) -> str:
    """Return a paper on one line."""
    return f"{paper.title}{paper.pages and f', pages {paper.pages}'}"


def person_line(person: Person) -> str:
    """Return a person on one line."""
    interest = f"; interest: {person.interest}" if person.interest else ""
    return f"{person.name}, {person.kind}, {person.attendance}{interest}"
