"""The meeting that the review is for. Every detail is optional and kept as it is typed."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.desk.forms.form import FormSpec
from scrutiny_tui.desk.forms.meeting import (
    drop_nameless,
    drop_paper,
    drop_person,
    meeting_form,
    paper_form,
    paper_line,
    person_form,
    person_line,
)
from scrutiny_tui.tui.screens.form_dialog import FormDialog
from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.widgets.form import Form, FormScroll
from scrutiny_tui.tui.widgets.rows import Row, Rows

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
        self._form = meeting_form(desk)
        super().__init__(self._form.heading)
        self._desk = desk
        self.add_class("-tall-box")

    def body(self) -> ComposeResult:
        """The details, the papers and the people."""
        yield Static(Content("All of this is optional and can be filled in later. Ctrl+S goes on to the questions."),
                     classes="words")  # fmt: skip
        yield Static("", id="wrong")
        with FormScroll(classes="scrolled"):
            yield Form(self._form.fields, id="form")
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
        self._complain(self._form.take(event.values))

    def _complain(self, wrong: str) -> None:
        self.query_one("#wrong", Static).update(Content.styled(wrong, "bold $error"))

    @on(Form.Finished)
    def _finished(self) -> None:
        self.query_one("#papers").focus()

    @on(Rows.Chosen, "#papers")
    def _paper(self, event: Rows.Chosen) -> None:
        self._edit(paper_form(self._desk, event.row.id))

    @on(Rows.Chosen, "#people")
    def _person(self, event: Rows.Chosen) -> None:
        people = self._desk.review.meeting.people
        at = len(people) if event.row.id == "new" else int(event.row.id)
        self._edit(person_form(self._desk, at))

    def action_leave(self) -> None:
        """Leave, but first mend what could not be kept, or it would be lost."""
        form = self.query_one(Form)
        wrong, field = self._form.unkept(form.values)
        if wrong:
            self._complain(wrong)
            form.focus_field(field)
            return
        self._desk.settle()
        super().action_leave()

    def action_drop(self) -> None:
        """Take the highlighted paper or person away."""
        focused = self.focused
        if not isinstance(focused, Rows) or focused.row is None or focused.row.id == "new":
            return
        chosen = focused.row.id
        self._desk.settle()
        if focused.id == "papers":
            drop_paper(self._desk, chosen)
        else:
            drop_person(self._desk, int(chosen))
        self._desk.settle()
        self._show_lists()

    @work
    async def _edit(self, form: FormSpec) -> None:
        self._desk.settle()
        await self.app.push_screen_wait(FormDialog(form))
        drop_nameless(self._desk)
        self._desk.settle()
        self._show_lists()

    def _show_lists(self) -> None:
        meeting = self._desk.review.meeting
        papers = [Row(paper.id, Content(paper_line(paper))) for paper in meeting.papers]
        people = [Row(str(at), Content(person_line(person))) for at, person in enumerate(meeting.people)]
        for name, rows in (("#papers", [*papers, Row.adding("new", "Add a paper")]),
                           ("#people", [*people, Row.adding("new", "Add a person")])):  # fmt: skip
            self.query_one(name, Rows).show(rows)
