"""The meeting that the review is for. Every detail is optional and kept as it is typed."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.model.checklist import Phase
from scrutiny_tui.model.meeting import Attendance, Kind, Meeting, Paper, Person, in_words, read_date
from scrutiny_tui.model.review import Review
from scrutiny_tui.tui.screens.form_dialog import FormDialog
from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.widgets.form import Field, Form, FormScroll
from scrutiny_tui.tui.widgets.rows import Row, Rows

NO_PHASE = "not said"
"""Stands in the place of a phase of the improvement journey as long as nobody has said which."""
_BAD_DATE = "This is no date yet. Write it like 13 July 2027 or 13/7/2027, with all four figures of the year."
_LONGEST_REPLY = 24
"""Months."""
_GROUP = Binding.Group("Meeting")


class MeetingScreen(Modal[None]):
    """A form with the meeting's details, its papers and its people, over the Desk."""

    HELP = "Details of the meeting. All of it can wait; it stands at the head of what you export."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "leave", "Go on to the questions", tooltip="Go on to the questions; everything typed is kept",
                id="meeting.done", group=_GROUP),
        Binding("delete", "drop", "Take away", tooltip="Take the highlighted paper or person away", id="meeting.drop",
                show=False, group=_GROUP),
    ]  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        """Take the Desk that the details are written on."""
        super().__init__("The meeting")
        self._desk = desk
        self.add_class("-tall-box")

    def body(self) -> ComposeResult:
        """The details, the papers and the people."""
        yield Static(Content("All of this is optional and can be filled in later. Ctrl+S goes on to the questions."),
                     classes="words")  # fmt: skip
        yield Static("", id="wrong")
        with FormScroll(classes="scrolled"):
            yield Form(_fields(self._desk.review), id="form")
            yield Static(Content.styled("Papers", "bold"))
            yield Rows(id="papers", one_line=True)
            yield Static(Content.styled("People", "bold"))
            yield Rows(id="people", one_line=True)

    def on_mount(self) -> None:
        """Start in the first field."""
        self._show_lists()
        self.query_one(Form).focus_field("title")

    @on(Form.Changed)
    def _changed(self, event: Form.Changed) -> None:
        values = event.values
        if event.field == "title":
            self._desk.rename(values["title"])
            return
        if event.field == "phase":
            self._desk.set_phase(next((phase for phase in Phase if phase.words == values["phase"]), None))
            return
        if event.field == "by":
            self._desk.set_by(values["by"])
            return
        if event.field == "reply_months":
            self._take_months(values["reply_months"])
            return
        typed = values.pop("date").strip()
        date = read_date(typed)
        for name in ("title", "phase", "by", "reply_months"):
            del values[name]
        meeting = self._desk.review.meeting
        self._desk.set_meeting(Meeting(**values, date=date, papers=meeting.papers, people=meeting.people))
        wrong = _BAD_DATE if typed and date is None else ""
        self.query_one("#wrong", Static).update(Content.styled(wrong, "bold $error"))

    def _take_months(self, typed: str) -> None:
        months = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= 2 else 0  # noqa: PLR2004
        fits = 1 <= months <= _LONGEST_REPLY
        if fits:
            self._desk.set_reply_months(months)
        words = "" if fits else f"Replies are due after 1 to {_LONGEST_REPLY} months; until then it stays as it was."
        self.query_one("#wrong", Static).update(Content.styled(words, "bold $error"))

    @on(Form.Finished)
    def _finished(self) -> None:
        self.query_one("#papers").focus()

    @on(Rows.Chosen, "#papers")
    def _paper(self, event: Rows.Chosen) -> None:
        self._edit_paper(event.row.id)

    @on(Rows.Chosen, "#people")
    def _person(self, event: Rows.Chosen) -> None:
        people = self._desk.review.meeting.people
        self._edit_person(len(people) if event.row.id == "new" else int(event.row.id))

    def action_leave(self) -> None:
        """Leave, but first mend a date that cannot be read, or it would be lost."""
        form = self.query_one(Form)
        text = form.values["date"].strip()
        if text and read_date(text) is None:
            self.query_one("#wrong", Static).update(Content.styled(f"{_BAD_DATE} Or clear it.", "bold $error"))
            form.focus_field("date")
            return
        self._desk.settle()
        super().action_leave()

    def action_drop(self) -> None:
        """Take the highlighted paper or person away."""
        meeting = self._desk.review.meeting
        focused = self.focused
        if not isinstance(focused, Rows) or focused.row is None or focused.row.id == "new":
            return
        chosen = focused.row.id
        self._desk.settle()
        if focused.id == "papers":
            papers = tuple(paper for paper in meeting.papers if paper.id != chosen)
            self._desk.set_meeting(replace(meeting, papers=papers))
        else:
            people = tuple(person for at, person in enumerate(meeting.people) if at != int(chosen))
            self._desk.set_meeting(replace(meeting, people=people))
        self._desk.settle()
        self._show_lists()

    @work
    async def _edit_paper(self, paper_id: str) -> None:
        known = {paper.id: paper for paper in self._desk.review.meeting.papers}
        new_id = next(f"p{number}" for number in range(1, len(known) + 2) if f"p{number}" not in known)
        paper = known.get(paper_id, Paper(new_id, ""))

        def tell(values: dict[str, str]) -> str:
            meeting = self._desk.review.meeting
            changed = Paper(paper.id, values["title"], values["pages"])
            others = {each.id: each for each in meeting.papers} | {paper.id: changed}
            papers = tuple(each for each in others.values() if each.title or each.pages)
            self._desk.set_meeting(replace(meeting, papers=papers))
            return ""

        fields = [Field("title", "Title", paper.title, long=True), Field("pages", "Pages", paper.pages, "e.g. 49-68")]
        await self._ask("Paper", fields, tell)

    @work
    async def _edit_person(self, at: int) -> None:
        people = self._desk.review.meeting.people
        person = people[at] if at < len(people) else Person("")

        def tell(values: dict[str, str]) -> str:
            meeting = self._desk.review.meeting
            changed = Person(values["name"], Kind(values["kind"]), Attendance(values["attendance"]), values["interest"])
            self._desk.set_meeting(replace(meeting, people=(*meeting.people[:at], changed, *meeting.people[at + 1 :])))
            return "" if values["name"].strip() else "A person needs a name."

        fields = [
            Field("name", "Name", person.name),
            Field("kind", "Comes as", person.kind, options=list(Kind)),
            Field("attendance", "Attendance", person.attendance, options=list(Attendance)),
            Field("interest", "Interest declared", person.interest, "nothing declared yet", long=True),
        ]
        await self._ask("Person", fields, tell)

    async def _ask(self, heading: str, fields: list[Field], tell: Callable[[dict[str, str]], str]) -> None:
        self._desk.settle()
        await self.app.push_screen_wait(FormDialog(heading, fields, tell))
        meeting = self._desk.review.meeting
        self._desk.set_meeting(replace(meeting, people=tuple(each for each in meeting.people if each.name.strip())))
        self._desk.settle()
        self._show_lists()

    def _show_lists(self) -> None:
        meeting = self._desk.review.meeting
        papers = [Row(paper.id, Content(f"{paper.title}{paper.pages and f', pages {paper.pages}'}"))
                  for paper in meeting.papers]  # fmt: skip
        people = [Row(str(at), Content(_line(person))) for at, person in enumerate(meeting.people)]
        add = Content.styled("+ Add a paper", "$primary"), Content.styled("+ Add a person", "$primary")
        for name, rows in (("#papers", [*papers, Row("new", add[0])]),
                           ("#people", [*people, Row("new", add[1])])):  # fmt: skip
            self.query_one(name, Rows).show(rows)


def _line(person: Person) -> str:
    interest = f"; interest: {person.interest}" if person.interest else ""
    return f"{person.name}, {person.kind}, {person.attendance}{interest}"


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
        Field(
            "asked_to", "We are asked to", meeting.asked_to, "e.g. debate the report and agree what to ask", long=True
        ),
        Field(
            "phase",
            "Phase of the service",
            review.phase.words if review.phase else NO_PHASE,
            options=[NO_PHASE, *(phase.words for phase in Phase)],
        ),
        Field("by", "Prepared by", review.by, "your name, if others merge this"),
        Field("reply_months", "Reply due (months)", str(review.reply_months), "normally 2", replace=True),
    ]
