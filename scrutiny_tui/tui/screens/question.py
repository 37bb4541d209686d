"""Where the work is done: one question, its guidance, and our answer."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantFocus
from textual.reactive import reactive
from textual.widgets import Static

from scrutiny_tui.model.coverage import coverage
from scrutiny_tui.model.guidance import findable
from scrutiny_tui.model.guide import Place
from scrutiny_tui.model.meeting import in_short
from scrutiny_tui.model.reading import answer_in_brief
from scrutiny_tui.model.review import Review
from scrutiny_tui.tui.autosave import Saving
from scrutiny_tui.tui.copying import Thing
from scrutiny_tui.tui.screens.answering import AnsweringScreen
from scrutiny_tui.tui.screens.working import REVIEW
from scrutiny_tui.tui.sitting import Sitting
from scrutiny_tui.tui.widgets.answer_pane import AnswerPane
from scrutiny_tui.tui.widgets.bars import KeyBar, TitleBar
from scrutiny_tui.tui.widgets.cut import CutText
from scrutiny_tui.tui.widgets.guidance import Guidance
from scrutiny_tui.tui.widgets.outline import outline
from scrutiny_tui.tui.widgets.rows import Rows

_MOVE = Binding.Group("Move about")
PANES = ("middle", "answer", "outline")


class QuestionScreen(AnsweringScreen):
    """Shows the review on the Desk and turns keys into what the Desk can do."""

    PLACE = Place.QUESTION
    HELP = (
        "Read the question, look at the guidance with the left and right arrow, and press the number of the level that"
        " fits best. Everything is saved as you go."
    )
    AUTO_FOCUS = "#guide"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "next_unanswered", "Next", tooltip="Go to the next question to answer or confirm",
                id="question.next-open", group=_MOVE),
        Binding("right_square_bracket", "move(1)", "Next question", key_display="]", id="question.next", show=False,
                group=_MOVE),
        Binding("left_square_bracket", "move(-1)", "Previous question", key_display="[", id="question.before",
                show=False, group=_MOVE),
        Binding("tab", "pane(1)", "Next pane", tooltip="Go on to the next part of the screen", id="question.pane",
                show=False, group=_MOVE),
        Binding("shift+tab", "pane(-1)", "Pane before", tooltip="Go to the part of the screen before",
                id="question.pane-before", show=False, group=_MOVE),
        Binding("g", "outline", "Outline", tooltip="Go to the list of questions, and back", id="question.outline",
                show=False, group=_MOVE),
        Binding("slash", "find", "Find", key_display="/", tooltip="Find a question, a line of enquiry or a note",
                id="question.find", show=False, group=_MOVE),
        Binding("f", "app.session", "Session", tooltip="Rate and decide with the whole room", id="question.session",
                show=False, group=REVIEW),
        Binding("s", "app.summary", "Summary", tooltip="What the review says, and what to take into the room",
                id="question.summary", show=False, group=REVIEW),
        Binding("w", "app.words", "Words", tooltip="What the words of this question mean", id="question.words",
                show=False, group=_MOVE),
        Binding("escape", "pane(0)", "To the guidance", show=False, id="question.home", group=_MOVE),
        Binding("q", "app.leave", "Back", tooltip="Back to the library; everything is saved", id="question.back",
                show=False, group=REVIEW),
    ]  # fmt: skip

    review: reactive[Review | None] = reactive(None, init=False)

    def __init__(self, sitting: Sitting) -> None:
        """Take the open review."""
        super().__init__(sitting.desk)
        self.sitting = sitting
        self._pane = PANES[0]
        self.add_class(f"-in-{self._pane}", update=False)  # from the start: what is there already is not styled again

    def compose(self) -> ComposeResult:
        """The title, the outline, the question with its guidance, our answer, and the keys."""
        yield TitleBar()
        yield CutText(id="trouble")
        with Horizontal(id="work"):
            with Vertical(id="outline"):
                yield Rows(id="questions", one_line=True)
                yield Static(id="lens")
            with Container(id="pages"):
                with Vertical(id="middle"):
                    yield Static(id="position")
                    yield Static(id="question")
                    yield CutText(id="help")
                    yield Static(id="why")
                    yield Guidance().data_bind(QuestionScreen.review)
                yield AnswerPane(id="answer").data_bind(QuestionScreen.review)
        yield CutText(id="message")
        yield KeyBar()

    def on_mount(self) -> None:
        """Follow the Desk and the saving."""
        self.desk.watch(self._follow)
        self.review = self.desk.review
        self.run_worker(self.sitting.autosave.run(), group="autosave")
        self._to(PANES[0])

    # The value coming down

    def _follow(self, review: Review) -> None:
        self.say("")
        self.review = review

    def watch_review(self, before: Review | None, review: Review | None) -> None:
        """Show what has changed."""
        if review is None:
            return
        question, answer = review.question, review.answer(review.question.id)
        bar = self.query_one(TitleBar)
        bar.left = self._title(review)
        covered = coverage(review)
        bar.middle, bar.brief = covered.short, f"{covered.settled} of {covered.asked} answered"
        position = f"Question {review.number}{'*' if review.matters_most(question) else ''} of {len(review.questions)}"
        brought = " (=)" if answer.carried else ""
        self.query_one("#position", Static).update(
            Content.assemble(
                (f"{position} · {question.label}", "bold $primary"), f"   {answer_in_brief(review, answer)}", brought
            )
        )
        phase = review.phase if any(map(review.matters_most, review.questions)) else None
        self.query_one("#lens", Static).update(f"* matters most now: {phase.words}" if phase else "")
        if before is None or before.question is not question:
            self.query_one("#question", Static).update(Content.styled(question.text, "bold"))
            self.query_one("#help", Static).update(Content(question.help))
            self.query_one("#help").set_class(bool(question.help), "-given")
            self.query_one("#why", Static).update(Content(question.why))
        self.query_one("#questions", Rows).show(outline(review), question.id)
        self.refresh_bindings()

    def _title(self, review: Review) -> str:
        if self.has_class("-narrow"):
            return f"{review.number} of {len(review.questions)} · {review.question.label}"
        return " · ".join(filter(None, (review.title, _date(review))))

    def _show_saving(self, saving: Saving) -> None:
        self.show_saving(self.sitting, saving)

    def on_screen_resume(self) -> None:
        """Show how saving stands again, after another screen did."""
        self.sitting.on_saving = self._show_saving
        self._show_saving(self.sitting.autosave.state)

    def to_copy(self, row: Iterable[Thing]) -> Iterator[Thing]:
        """Yield the highlighted row, the question, and our notes."""
        yield from row
        question, answer = self.desk.review.question, self.desk.review.answer(self.desk.review.question.id)
        yield Thing("the question", question.text)
        yield Thing("the note for the record", answer.note)
        yield Thing("the private note", answer.private_note)

    # Moving about

    @on(AnswerPane.NoteLeft)
    def _back_to_guidance(self) -> None:
        self._to(PANES[0])

    def action_move(self, by: int) -> None:
        """Go to the question beside this one."""
        self.desk.move(by)

    def action_next_unanswered(self) -> None:
        """Go to the next question without an answer."""
        if not self.desk.go_to_next_unanswered():
            self.say("Every question has an answer. Press x to export.")

    @on(Rows.Highlighted, "#questions")
    def _outline_moved(self, event: Rows.Highlighted) -> None:
        self.desk.go(event.row.id)

    @on(Rows.Chosen, "#questions")
    def _outline_chosen(self, event: Rows.Chosen) -> None:
        self.desk.go(event.row.id)
        self._to(PANES[0])

    def action_outline(self) -> None:
        """Go to the outline; from there, back."""
        self._to("outline" if self._pane != "outline" else PANES[0])

    def action_pane(self, by: int) -> None:
        """Go to the pane beside this one; 0 is the guidance."""
        self._to(PANES[(PANES.index(self._pane) + by) % len(PANES)] if by else PANES[0])

    @on(DescendantFocus)
    def _focused(self, event: DescendantFocus) -> None:
        for pane in PANES:
            if any(widget.id == pane for widget in event.widget.ancestors_with_self):
                self._mark(pane)

    def _to(self, pane: str) -> None:
        self._mark(pane)
        targets = {"outline": self.query_one("#questions"), "middle": self.query_one(Guidance).rows,
                   "answer": self.query_one(AnswerPane).levels}  # fmt: skip
        self.call_after_refresh(targets[pane].focus)

    def _mark(self, pane: str) -> None:
        self._pane = pane
        # Together, so that the styles of the whole screen are looked up once.
        self.remove_class(*(f"-in-{each}" for each in PANES if each != pane), update=False)
        self.add_class(f"-in-{pane}")
        self._fold_answer()

    def on_resize(self) -> None:
        """Fold or unfold the answer for another size."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        self._fold_answer()
        self.query_one(TitleBar).left = self._title(self.desk.review)

    def _fold_answer(self) -> None:
        """Where the answer stands under the question, show its levels in full only to who is in it."""
        folded = self.has_class("-medium") and self._pane != "answer"
        self.query_one(AnswerPane).levels.one_line = folded

    @work
    async def action_find(self) -> None:
        """Find a question by words in it, in its lines of enquiry or in our notes."""
        from scrutiny_tui.tui.screens.find import FindDialog  # noqa: PLC0415 - see `AnsweringScreen`

        rows: Sequence[tuple[str, str]] = findable(self.desk.review)
        if found := await self.app.push_screen_wait(FindDialog("Find in this review", rows)):
            self.desk.go(found.partition(" ")[0])


def _date(review: Review) -> str:
    date = review.meeting.date
    return in_short(date) if date else ""
