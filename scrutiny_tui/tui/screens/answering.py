"""The keys that answer a question, and what comes up from the panes: all of it goes to the Desk."""

from functools import partial
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType

from scrutiny_tui.desk.forms.form import FormSpec
from scrutiny_tui.model.answer import State, Strength, next_id, next_strength
from scrutiny_tui.model.guidance import taken_from
from scrutiny_tui.tui.keys import number_keys
from scrutiny_tui.tui.screens.working import REVIEW, WorkingScreen
from scrutiny_tui.tui.widgets.answer_pane import AnswerPane
from scrutiny_tui.tui.widgets.guidance import Guidance
from scrutiny_tui.tui.widgets.parts import ASK, EVIDENCE, NEW_ASK, NEW_EVIDENCE

ANSWER = Binding.Group("Answer")


class AnsweringScreen(WorkingScreen):
    """A screen with an `AnswerPane` and a `Guidance` on it, over a Desk.

    The boxes that a key opens are imported then: the first question must not wait for them.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("equals_sign", "confirm", "It still holds", key_display="=", id="question.confirm", group=ANSWER,
                tooltip="Confirm the answer that was brought along from an earlier review"),
        *number_keys("rate", "Rate", "Rate at level", "question.rate", ANSWER),
        Binding("0", "state('not_known')", "Not known", tooltip="Answer: we do not know", id="question.not-known",
                group=ANSWER),
        Binding("minus", "state('not_applicable')", "Not applicable", key_display="-", show=False, group=ANSWER,
                tooltip="Answer: this does not apply to us (asks why)", id="question.not-applicable"),
        Binding("full_stop", "state('not_discussed')", "Not discussed", key_display=".", show=False, group=ANSWER,
                tooltip="Answer: not discussed", id="question.not-discussed"),
        Binding("backspace", "state('unanswered')", "Take the answer back", show=False, group=ANSWER,
                tooltip="Take the answer back; notes stay", id="question.unanswered"),
        Binding("t", "strength", "How we know", tooltip="How we know: told, shown, tested", id="question.strength",
                show=False, group=ANSWER),
        Binding("e", "note(False)", "Note", tooltip="Write the note for the record", id="question.note", group=ANSWER),
        Binding("p", "note(True)", "Private note", tooltip="Write the private note, kept out of every export",
                id="question.private-note", show=False, group=ANSWER),
        Binding("a", "ask", "Ask", tooltip="Take the highlighted line of enquiry, or write an ask of your own",
                id="question.ask", show=False, group=ANSWER),
        Binding("v", "evidence", "Evidence", tooltip="Note a piece of evidence: paper, pages, what it shows",
                id="question.evidence", show=False, group=ANSWER),
        Binding("m", "meeting", "Meeting", tooltip="The title, the meeting, its papers and people",
                id="question.meeting", show=False, group=REVIEW),
    ]  # fmt: skip

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the keys of levels that the scale does not have, and of changes where the review is read only."""
        review = self.desk.review
        if action == "confirm":
            return not self.desk.locked and bool(review.answer(review.question.id).carried)
        if action in {"rate", "strength", "known_by"} and review.question.in_words:
            return False
        if action == "rate":
            return not self.desk.locked and review.checklist.scale.has(int(str(parameters[0])))
        if action in {"state", "strength", "known_by", "note", "ask", "evidence", "undo", "redo", "meeting"}:
            return not self.desk.locked
        return True

    @on(AnswerPane.Rated)
    def _rated(self, event: AnswerPane.Rated) -> None:
        self.action_rate(event.level)

    @on(AnswerPane.StateChosen)
    def _state_chosen(self, event: AnswerPane.StateChosen) -> None:
        self.action_state(event.state.value)

    def action_rate(self, level: int) -> None:
        """Rate the question."""
        self.desk.settle()
        self.desk.rate(self.desk.review.question.id, level)

    def action_confirm(self) -> None:
        """Confirm what was brought along."""
        self.desk.settle()
        self.desk.confirm(self.desk.review.question.id)

    def action_state(self, state: str) -> None:
        """Answer without a level; what does not apply asks why."""
        self.desk.settle()
        if state == State.NOT_APPLICABLE:
            from scrutiny_tui.desk.forms.answer import reason_form  # noqa: PLC0415 - see the class

            answer = self.desk.review.answer(self.desk.review.question.id)
            keep = partial(self.desk.set_state, answer.question, State(state))
            self._fill(reason_form(answer.reason, keep), "Escape leaves.")
        else:
            self.desk.set_state(self.desk.review.question.id, State(state))
            if state == State.UNANSWERED:
                self.say("The answer is taken back; notes and asks stay. u brings it back.")

    def action_strength(self) -> None:
        """Go on to the next strength: told, shown, tested, then open again."""
        self._set_strength(next_strength(self.desk.review.answer(self.desk.review.question.id).strength))

    def action_known_by(self, strength: str) -> None:
        """Take one of told, shown and tested."""
        self._set_strength(Strength(strength))

    def _set_strength(self, strength: Strength | None) -> None:
        answer = self.desk.review.answer(self.desk.review.question.id)
        if answer.state is not State.RATED:
            self.say("Rate the question first; then say how you know.")
            return
        self.desk.set_strength(answer.question, strength)

    async def action_note(self, private: bool) -> None:  # noqa: FBT001  # actions take positional arguments
        """Write a note in place."""
        await self.query_one(AnswerPane).write(private=private)

    @on(AnswerPane.NoteWanted)
    async def _note_wanted(self) -> None:
        if not self.desk.locked:
            await self.action_note(private=False)

    @on(AnswerPane.NoteTyped)
    def _note_typed(self, event: AnswerPane.NoteTyped) -> None:
        write = self.desk.write_private_note if event.private else self.desk.write_note
        write(event.question, event.text)

    @on(AnswerPane.NoteLeft)
    def _note_left(self) -> None:
        self.desk.settle()

    def action_ask(self) -> None:
        """Take the highlighted line of enquiry, or write an ask."""
        guidance = self.query_one(Guidance)
        self._choose(guidance.highlighted if guidance.part == ASK else NEW_ASK)

    def action_evidence(self) -> None:
        """Note a piece of evidence, or change the highlighted one."""
        guidance = self.query_one(Guidance)
        chosen = guidance.highlighted if guidance.part == EVIDENCE else ""
        self._choose(chosen if chosen.startswith(NEW_EVIDENCE) else NEW_EVIDENCE)

    @on(Guidance.RowChosen)
    def _row_chosen(self, event: Guidance.RowChosen) -> None:
        if not self.desk.locked:
            self._choose(event.row)

    def _choose(self, row: str) -> None:
        from scrutiny_tui.desk.forms.answer import ask_form, evidence_form  # noqa: PLC0415 - see the class

        self.desk.settle()
        review = self.desk.review
        answer = review.answer(review.question.id)
        kind, _, chosen = row.partition(":")
        if kind == "line":
            ask = taken_from(review.question, chosen, answer, next_id(answer.asks, "a"))
            if ask in answer.asks:
                self._fill(ask_form(self.desk, ask.id))
            else:
                self.desk.put_ask(answer.question, ask)
                self.desk.settle()
                self.say("Taken. Enter on it adds who asks and what would satisfy you.")
        elif kind == "ask":
            self._fill(ask_form(self.desk, chosen))
        elif kind in {"evidence", "see"}:
            self._fill(evidence_form(self.desk, chosen if kind == "evidence" else ""))

    @on(Guidance.RowDropped)
    def _row_dropped(self, event: Guidance.RowDropped) -> None:
        question = self.desk.review.question.id
        kind, _, chosen = event.row.partition(":")
        if kind == "line":
            taken = [ask.id for ask in self.desk.review.answer(question).asks if ask.line == chosen]
            kind, chosen = ("ask", taken[0]) if taken else ("", "")
        if kind == "ask":
            self.desk.drop_ask(question, chosen)
        elif kind == "evidence":
            self.desk.drop_evidence(question, chosen)

    @work
    async def _fill(self, form: FormSpec, leaving: str = "") -> None:
        from scrutiny_tui.tui.screens.form_dialog import FormDialog  # noqa: PLC0415 - see the class

        await self.app.push_screen_wait(FormDialog(form, leaving))
        self.desk.settle()

    @work
    async def action_recommendations(self) -> None:
        """Write and follow recommendations."""
        from scrutiny_tui.tui.screens.recommendations import RecommendationsScreen  # noqa: PLC0415 - see the class

        self.desk.settle()
        question = self.desk.review.question.id
        await self.app.push_screen_wait(RecommendationsScreen(self.desk, self.desk.today, question))
        self.desk.settle()

    @work
    async def action_meeting(self) -> None:
        """Open the meeting's details."""
        from scrutiny_tui.tui.screens.meeting import MeetingScreen  # noqa: PLC0415 - see the class

        await self.app.push_screen_wait(MeetingScreen(self.desk))
        self.desk.settle()
