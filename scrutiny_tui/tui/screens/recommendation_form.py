"""The form of one recommendation in a box: the rule on replies above its fields, and when the reply is due in one."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.desk.forms.recommendation import changed, due_hint, recommendation_form
from scrutiny_tui.model.recommendation import REPLY_RULE, Recommendation
from scrutiny_tui.tui.screens.form_dialog import FormDialog
from scrutiny_tui.tui.widgets.fields import Line
from scrutiny_tui.tui.widgets.form import Form, FormScroll


class RecommendationForm(FormDialog):
    """Keeps a recommendation on the Desk as it is typed. It is not left while something in it could not be kept."""

    HELP = f"One recommendation: specific, with one owner and a date. A reply: {REPLY_RULE}"

    def __init__(self, desk: Desk, recommendation_id: str, question: str = "") -> None:
        """Take the Desk and an id; where there is none of it, a new one about the question is kept once it is typed."""
        super().__init__(recommendation_form(desk, recommendation_id, question))
        self._desk = desk
        self.add_class("-tall-box")

    def body(self) -> ComposeResult:
        """Where the time for a reply comes from, and the fields below it: they scroll together."""
        yield Static(Content("Everything typed is kept. Escape: done."), classes="words", id="explanation")
        with FormScroll(classes="scrolled"):
            yield Static(Content(self.spec.words), classes="words")
            yield Form(self.spec.fields, id="form")
        yield Static("", id="wrong")

    def on_mount(self) -> None:
        """Begin at the top, where the rule stands; the cursor in the first field would scroll it away."""
        self.call_after_refresh(self.query_one(FormScroll).scroll_home, animate=False)

    @on(Form.Changed)
    def _due(self, event: Form.Changed) -> None:
        """Say in the empty field when the reply is due now."""
        typed = changed(Recommendation("", ""), event.values)
        self.query_one("#field-due", Line).placeholder = due_hint(typed, self._desk.review.reply_months)
