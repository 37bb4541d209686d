"""Who takes part in the session, with names or without, and how long it is meant to take."""

from typing import ClassVar

from textual import on, work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.desk.forms.form import Field
from scrutiny_tui.desk.forms.session import respondent_form
from scrutiny_tui.desk.timing import MOST_MINUTES, time_each
from scrutiny_tui.model.panel import Names
from scrutiny_tui.model.seating import (
    NAMES_CHOICES,
    WITH_NAMES_OR_WITHOUT,
    does,
    dropping_words,
    from_the_meeting,
    naming,
    naming_words,
)
from scrutiny_tui.tui.screens.dialog import Dialog
from scrutiny_tui.tui.screens.form_dialog import FormDialog
from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.widgets.form import Form, FormScroll
from scrutiny_tui.tui.widgets.rows import Row, Rows

ADD, TAKE, NAMES = "add", "take", "names"
_GROUP = Binding.Group("Who takes part")


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
        with FormScroll(classes="scrolled"):
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
        fits = text.isascii() and text.isdecimal() and int(text) <= MOST_MINUTES
        if fits:
            self._desk.set_minutes(int(text))
        words = time_each(self._desk.review) if fits else f"Write the minutes as a number up to {MOST_MINUTES}."
        self.query_one("#wrong", Static).update(Content.styled(words, "$muted" if fits else "bold $error"))

    @on(Form.Finished)
    def _finished(self) -> None:
        self.action_leave()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        self._desk.settle()
        if event.row.id == TAKE:
            self._desk.add_respondents(from_the_meeting(self._desk.review))
            self._show()
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
        if words := dropping_words(leaving):
            choices = {"drop": "Take it off the list", "keep": "Leave it on the list"}
            if await self.app.push_screen_wait(Dialog("Take a member's file off the list?", words, choices)) != "drop":
                return
        self._desk.settle()
        self._desk.drop_respondent(row.id)
        self._show()

    @work
    async def _ask_names(self) -> None:
        await ask_names(self.app, self._desk)
        self._show()

    @work
    async def _edit(self, chosen: str) -> None:
        form = respondent_form(self._desk, "" if chosen == ADD else chosen)
        await self.app.push_screen_wait(FormDialog(form))
        self._desk.settle()
        self._show()

    def _show(self) -> None:
        panel = self._desk.review.panel
        rows = [Row(each.id, Content(panel.called(each.id)), right=does(each)) for each in panel.respondents]
        rows.append(Row.adding(ADD, "Add someone"))
        if self._desk.review.meeting.people:
            rows.append(Row.adding(TAKE, "Take the meeting's people"))
        rows.append(Row(NAMES, Content.styled(naming(panel), "$primary")))
        self.query_one("#respondents", Rows).show(rows, None if panel.respondents else rows[0].id)


def _minutes(desk: Desk) -> str:
    return str(desk.review.panel.minutes or "")


async def ask_names(app: App[object], desk: Desk) -> bool:
    """Ask whether ratings are kept with names. Returns whether that is chosen; once something is rated, it stands."""
    panel = desk.review.panel
    stands = panel.is_begun
    options = {"on": "Carry on"} if stands else {names.value: words for names, words in NAMES_CHOICES.items()}
    choice = await app.push_screen_wait(Dialog(WITH_NAMES_OR_WITHOUT, naming_words(panel), options))
    if choice and not stands:
        desk.choose_names(Names(choice))
        desk.settle()
    return stands or desk.review.panel.names is not Names.OPEN
