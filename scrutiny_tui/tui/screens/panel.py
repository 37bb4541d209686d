"""Who takes part in the session, with names or without, and how long it is meant to take."""

from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.model.agenda import seconds_each
from scrutiny_tui.model.answer import next_id
from scrutiny_tui.model.meeting import Attendance, Kind
from scrutiny_tui.model.panel import ANONYMOUS_FROM, Names
from scrutiny_tui.model.respondent import Respondent, Role
from scrutiny_tui.model.text import one_line
from scrutiny_tui.tui.screens.dialog import Dialog
from scrutiny_tui.tui.screens.form_dialog import FormDialog
from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.widgets.form import Field, Form
from scrutiny_tui.tui.widgets.rows import Row, Rows

ADD, TAKE, NAMES = "add", "take", "names"
_GROUP = Binding.Group("Who takes part")
_AWAY = {Attendance.APOLOGIES, Attendance.ABSENT}
_ROLES = {Kind.ADVISER: Role.FACILITATOR, Kind.OFFICER: Role.OBSERVER}
"""What people do in the session unless it is said otherwise; all others rate."""
_LONGEST = 24 * 60


class PanelScreen(Modal[None]):
    """The list of respondents over the Desk; everything is kept as it is typed."""

    HELP = "Add whoever rates, or take them from the meeting's people. Observers and the facilitator do not rate."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "leave", "Go on to the session", tooltip="Go on to the session; everything typed is kept",
                id="panel.done", group=_GROUP),
        Binding("delete", "drop", "Take off the list", id="panel.drop", show=False, group=_GROUP,
                tooltip="Take the highlighted person off the list; who has rated is marked as having left"),
    ]  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        """Take the Desk that the list is written on."""
        super().__init__("Who takes part")
        self._desk = desk
        self.add_class("-tall-box")

    def body(self) -> ComposeResult:
        """The list, what can be done to it, and the time."""
        words = "Ctrl+S goes on to the session. Files that members prepared are added with m, there."
        yield Static(Content(words), classes="words")
        with VerticalScroll(can_focus=False, classes="scrolled"):
            yield Rows(id="respondents", one_line=True)
            yield Form([Field("minutes", "Minutes in all", _minutes(self._desk), "e.g. 90; informs, never acts")])
            yield Static("", id="wrong")

    def on_mount(self) -> None:
        """Start in the list."""
        self._show()
        rows = self.query_one("#respondents", Rows)
        rows.focus()

    @on(Form.Changed)
    def _timed(self, event: Form.Changed) -> None:
        text = event.values["minutes"].strip() or "0"
        fits = text.isascii() and text.isdecimal() and int(text) <= _LONGEST
        if fits:
            self._desk.set_minutes(int(text))
        each = seconds_each(self._desk.review)
        told = f"{each // 60}:{each % 60:02} for each question." if each else ""
        words = told if fits else f"Write the minutes as a number up to {_LONGEST}."
        self.query_one("#wrong", Static).update(Content.styled(words, "$muted" if fits else "bold $error"))

    @on(Form.Finished)
    def _finished(self) -> None:
        self.action_leave()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        self._desk.settle()
        if event.row.id == TAKE:
            self._take_from_the_meeting()
        elif event.row.id == NAMES:
            self._ask_names()
        else:
            self._edit(event.row.id)

    def action_leave(self) -> None:
        """Leave."""
        self._desk.settle()
        super().action_leave()

    @work
    async def action_drop(self) -> None:
        """Take the highlighted person off the list; who has rated is marked as having left."""
        row = self.query_one("#respondents", Rows).row
        if row is None or row.id in {ADD, TAKE, NAMES}:
            return
        leaving = self._desk.review.panel.respondent(row.id)
        if leaving.prepared and leaving.here:
            words = f"What {leaving.name}'s file says on questions not revealed yet may go with it. u brings it back."
            choices = {"drop": "Take it off the list", "keep": "Leave it on the list"}
            if await self.app.push_screen_wait(Dialog("Take a member's file off the list?", words, choices)) != "drop":
                return
        self._desk.settle()
        self._desk.drop_respondent(row.id)
        self._show()

    def _take_from_the_meeting(self) -> None:
        review = self._desk.review
        known = {one_line(each.name).casefold() for each in review.panel.respondents}
        added: list[Respondent] = []
        for person in review.meeting.people:
            if person.attendance not in _AWAY and one_line(person.name).casefold() not in known:
                new = next_id([*review.panel.respondents, *added], "r")
                added.append(Respondent(new, person.name, _ROLES.get(person.kind, Role.RATER)))
        self._desk.add_respondents(added)
        self._show()

    @work
    async def _ask_names(self) -> None:
        await ask_names(self.app, self._desk)
        self._show()

    @work
    async def _edit(self, chosen: str) -> None:
        panel = self._desk.review.panel
        new = next_id(panel.respondents, "r")
        someone = Respondent(new, "") if chosen == ADD else panel.respondent(chosen)

        def tell(values: dict[str, str]) -> str:
            if not values["name"].strip():
                return "A name or an alias is needed, such as Member 3."
            here = values["here"] == "yes"
            changed = replace(someone, name=values["name"], role=Role(values["role"]), here=here)
            self._desk.put_respondent(changed)
            return ""

        fields = [
            Field("name", "Name or alias", someone.name, "e.g. Cllr A. Example, or Member 3"),
            Field("role", "Takes part as", someone.role, options=list(Role)),
            Field("here", "Is here", "yes" if someone.here else "no", options=["yes", "no"]),
        ]
        await self.app.push_screen_wait(FormDialog("Who takes part", fields, tell))
        self._desk.settle()
        self._show()

    def _show(self) -> None:
        panel = self._desk.review.panel
        rows = [Row(each.id, Content(panel.called(each.id)), right=_does(each)) for each in panel.respondents]
        rows.append(Row(ADD, Content.styled("+ Add someone", "$primary")))
        if self._desk.review.meeting.people:
            rows.append(Row(TAKE, Content.styled("+ Take the meeting's people", "$primary")))
        rows.append(Row(NAMES, Content.styled(_NAMING[panel.names], "$primary")))
        self.query_one("#respondents", Rows).show(rows, None if panel.respondents else rows[0].id)


_NAMING = {
    Names.OPEN: "With names or without? Not chosen yet",
    Names.KEPT: "Ratings are kept with names",
    Names.NOT_KEPT: "Ratings are kept without names",
}


def _does(each: Respondent) -> str:
    parts = [each.role, "" if each.here else "has left", "file" if each.origin else ""]
    return ", ".join(filter(None, parts))


def _minutes(desk: Desk) -> str:
    return str(desk.review.panel.minutes or "")


async def ask_names(app: App[object], desk: Desk) -> bool:
    """Ask whether ratings are kept with names. Returns whether that is chosen; once something is rated, it stands."""
    panel = desk.review.panel
    if panel.is_begun:
        words = f"{_NAMING[panel.names]}. Something is rated already, so that stands."
        await app.push_screen_wait(Dialog("With names or without?", words, {"on": "Carry on"}))
        return True
    small = (
        f" With fewer than {ANONYMOUS_FROM} raters the group is too small for that: people can tell who said what."
        if panel.too_small
        else ""
    )
    words = (
        "This cannot be changed after the first rating. With names, the record says who rated what. Without, nothing "
        f"is kept of who gave which rating, when, or in what order, and the record says how many took part.{small}"
    )
    options = {Names.KEPT.value: "With names", Names.NOT_KEPT.value: "Without names"}
    choice = await app.push_screen_wait(Dialog("With names or without?", words, options))
    if choice:
        desk.choose_names(Names(choice))
        desk.settle()
    return desk.review.panel.names is not Names.OPEN
