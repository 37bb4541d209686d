"""Our answer: the levels with their descriptions, how we know, and the notes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from scrutiny_tui.model.answer import Answer, State
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.text import clean
from scrutiny_tui.tui.keys import key_for
from scrutiny_tui.tui.widgets.answer_rows import WORDS, answer_rows, carried, highlighted, known_by, notes
from scrutiny_tui.tui.widgets.cut import CutText
from scrutiny_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from textual.widgets import TextArea

    from scrutiny_tui.tui.widgets.note_editor import NoteEditor


class AnswerPane(Vertical):
    """What this review says about the question. It shows the value and sends messages; it changes nothing."""

    DEFAULT_CSS = """
    AnswerPane {
        & > #levels { height: auto; max-height: 66%; }
        & > #strength { height: auto; margin: 1 0 0 2; }
        & > #notes { height: 1fr; min-height: 1; margin: 1 0 0 2; }
        & > NoteEditor { display: none; margin-left: 1; }
        &.-writing > NoteEditor { display: block; }
        &.-writing > #notes, &.-writing > #strength { display: none; }
        &.-writing > #levels { max-height: 4; }
    }
    """

    review: reactive[Review | None] = reactive(None)

    @dataclass
    class Rated(Message):
        """The person chose a level."""

        level: int

    @dataclass
    class StateChosen(Message):
        """The person chose an answer without a level."""

        state: State

    @dataclass
    class NoteTyped(Message):
        """The person typed in a note."""

        question: str
        text: str
        private: bool

    class NoteLeft(Message):
        """The person left the note."""

    class NoteWanted(Message):
        """The person chose to answer in words."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._private = False
        self._editor: NoteEditor | None = None
        self._writing_on = ""
        self._told = [""]
        """The note as the review had it last, then what was typed since and has not come back from there yet."""

    def compose(self) -> ComposeResult:
        """The levels, how we know, and the notes; the editor takes their place while one is written."""
        yield Rows(id="levels")
        yield Static(id="strength")
        yield CutText(id="notes")

    @property
    def levels(self) -> Rows:
        """The list of levels and states."""
        return self.query_one("#levels", Rows)

    @property
    def writing(self) -> bool:
        """Whether a note is being written."""
        return bool(self._writing_on)

    def watch_review(self, before: Review | None, review: Review | None) -> None:
        """Show the answer to the review's question."""
        if review is None:
            return
        question = review.question
        answer = review.answer(question.id)
        if before and before.question is question and before.answer(question.id) == answer:
            return
        if self._writing_on and self._writing_on != question.id:
            self.stop_writing()
        rows = answer_rows(review, answer, self._key)
        moved = before is None or before.question is not question
        self.levels.show(rows, highlighted(answer, rows) if moved or not self.levels.has_focus else None)
        if not self._writing_on:  # under the editor they are out of sight, and a letter should not lay the screen out
            self._sum_up(answer)
        self._bring_editor_up_to(answer)

    async def write(self, *, private: bool) -> None:
        """Open the editor on the note for the record or on the private one."""
        assert self.review
        answer = self.review.answer(self.review.question.id)
        editor = self._editor or await self._mounted_editor()
        self._private, self._writing_on = private, answer.question
        editor.border_title = "Private note, kept out of every export" if private else "Note for the record"
        editor.border_subtitle = f"{self._key('note.leave', 'Escape')} leaves"
        self._load(editor, answer.private_note if private else answer.note)
        self.add_class("-writing")
        editor.focus()

    async def _mounted_editor(self) -> "NoteEditor":
        # Who opens a review to read it does not wait for what a note is written in.
        from scrutiny_tui.tui.widgets.note_editor import NoteEditor  # noqa: PLC0415

        editor = self._editor = NoteEditor(soft_wrap=True, tab_behavior="focus", show_line_numbers=False)
        await self.mount(editor)
        return editor

    def stop_writing(self) -> None:
        """Close the editor. What was typed is in the review already."""
        self._writing_on = ""
        self.remove_class("-writing")
        if self.review:
            self._sum_up(self.review.answer(self.review.question.id))
        self.post_message(self.NoteLeft())

    def on_text_area_changed(self, event: "TextArea.Changed") -> None:
        """Send on what was typed in the note."""
        event.stop()
        text = clean(event.text_area.text)
        if self._writing_on and text != self._told[-1]:
            self._told.append(text)
            self.post_message(self.NoteTyped(self._writing_on, text, self._private))

    def on_note_editor_left(self, event: "NoteEditor.Left") -> None:
        """Close the editor when the person is done."""
        event.stop()
        self.stop_writing()

    @on(Rows.Chosen, "#levels")
    def _chose(self, event: Rows.Chosen) -> None:
        event.stop()
        if event.row.id == WORDS:
            self.post_message(self.NoteWanted())
        elif event.row.id.isdecimal():
            self.post_message(self.Rated(int(event.row.id)))
        else:
            self.post_message(self.StateChosen(State(event.row.id)))

    async def on_click(self, event: Click) -> None:
        """Do what the words do that were clicked."""
        if action := event.style.meta.get("action"):
            await self.app.run_action(action, self.screen)

    def _sum_up(self, answer: Answer) -> None:
        in_words = bool(self.review and self.review.question.in_words)
        said = carried(answer) if in_words else known_by(answer, self._key)
        self.query_one("#strength", Static).update(said)
        self.query_one("#notes", Static).update(notes(answer, self._key))

    def _key(self, id_: str, usual: str) -> str:
        return key_for(self.app, id_, usual)

    def _bring_editor_up_to(self, answer: Answer) -> None:
        """Follow an undo made while the editor is open.

        What the person typed comes back as well, and by then they may have typed on: it must not replace that.
        """
        if not self._writing_on or self._editor is None:
            return
        text = answer.private_note if self._private else answer.note
        if text in self._told:
            del self._told[: self._told.index(text)]
        else:
            self._load(self._editor, text)

    def _load(self, editor: "NoteEditor", text: str) -> None:
        with editor.prevent(editor.Changed):
            editor.load_text(text)
        editor.move_cursor(editor.document.end)
        self._told = [text]
