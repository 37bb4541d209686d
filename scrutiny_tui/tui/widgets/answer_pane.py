"""Our answer: the levels with their descriptions, how we know, and the notes."""

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static, TextArea

from scrutiny_tui.model.answer import Answer, State, Strength
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.text import clean
from scrutiny_tui.tui.widgets.note_editor import NoteEditor
from scrutiny_tui.tui.widgets.rows import Row, Rows

STATE_KEYS = {State.NOT_KNOWN: "0", State.NOT_APPLICABLE: "-", State.NOT_DISCUSSED: "."}
"""The keys that answer without a level."""
WORDS = "words"
"""The id of the row that stands in the place of the levels where a question is answered in words."""


class AnswerPane(Vertical):
    """What this review says about the question. It shows the value and sends messages; it changes nothing."""

    DEFAULT_CSS = """
    AnswerPane {
        & > #levels { height: auto; max-height: 66%; }
        & > #strength { height: auto; margin: 1 0 0 2; }
        & > #notes { height: 1fr; margin: 1 0 0 2; }
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
        self._writing_on = ""
        self._told = [""]
        """The note as the review had it last, then what was typed since and has not come back from there yet."""

    def compose(self) -> ComposeResult:
        """The levels, how we know, and the notes; the editor takes their place while one is written."""
        yield Rows(id="levels")
        yield Static(id="strength")
        yield Static(id="notes")

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
        rows = _rows(review, answer)
        moved = before is None or before.question is not question
        self.levels.show(rows, _highlight(answer, rows) if moved or not self.levels.has_focus else None)
        if not self._writing_on:  # under the editor they are out of sight, and a letter should not lay the screen out
            self._sum_up(answer)
        self._bring_editor_up_to(answer)

    async def write(self, *, private: bool) -> None:
        """Open the editor on the note for the record or on the private one."""
        assert self.review
        answer = self.review.answer(self.review.question.id)
        editors = self.query(NoteEditor)
        if not editors:
            await self.mount(NoteEditor(soft_wrap=True, tab_behavior="focus", show_line_numbers=False))
        editor = self.query_one(NoteEditor)
        self._private, self._writing_on = private, answer.question
        editor.border_title = "Private note, kept out of every export" if private else "Note for the record"
        editor.border_subtitle = "Escape leaves"
        self._load(editor, answer.private_note if private else answer.note)
        self.add_class("-writing")
        editor.focus()

    def stop_writing(self) -> None:
        """Close the editor. What was typed is in the review already."""
        self._writing_on = ""
        self.remove_class("-writing")
        if self.review:
            self._sum_up(self.review.answer(self.review.question.id))
        self.post_message(self.NoteLeft())

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        text = clean(event.text_area.text)
        if self._writing_on and text != self._told[-1]:
            self._told.append(text)
            self.post_message(self.NoteTyped(self._writing_on, text, self._private))

    @on(NoteEditor.Left)
    def _left(self, event: NoteEditor.Left) -> None:
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

    def _sum_up(self, answer: Answer) -> None:
        in_words = bool(self.review and self.review.question.in_words)
        said = _carried(answer) if in_words else _strength(answer)
        self.query_one("#strength", Static).update(said)
        self.query_one("#notes", Static).update(_notes(answer))

    def _bring_editor_up_to(self, answer: Answer) -> None:
        """Follow an undo made while the editor is open.

        What the person typed comes back as well, and by then they may have typed on: it must not replace that.
        """
        if not self._writing_on:
            return
        text = answer.private_note if self._private else answer.note
        if text in self._told:
            del self._told[: self._told.index(text)]
        else:
            self._load(self.query_one(NoteEditor), text)

    def _load(self, editor: NoteEditor, text: str) -> None:
        with editor.prevent(TextArea.Changed):
            editor.load_text(text)
        editor.move_cursor(editor.document.end)
        self._told = [text]


def _rows(review: Review, answer: Answer) -> list[Row]:
    rows = []
    if review.question.in_words:
        rows.append(Row(WORDS, Content.assemble(("e Write the answer", "bold"), "  in the note for the record")))
    for level in review.checklist.described(review.question) if not review.question.in_words else ():
        chosen = answer.level == level.value
        label = Content.styled(f"({'*' if chosen else ' '}) {level}", "bold $primary" if chosen else "bold")
        rows.append(Row(str(level.value), Content.assemble(label, f"  {level.meaning}")))
    for state, key in STATE_KEYS.items():
        chosen = answer.state is state
        label = Content.styled(f"({'*' if chosen else ' '}) {key} {state.words.capitalize()}", "bold $primary" * chosen)
        rows.append(Row(state.value, Content.assemble(label, f"  {answer.reason}" if chosen else "")))
    return rows


def _highlight(answer: Answer, rows: list[Row]) -> str:
    wanted = str(answer.level) if answer.level else answer.state.value
    return next((row.id for row in rows if row.id == wanted), rows[0].id)


def _strength(answer: Answer) -> Content:
    words = Content("  ").join(
        Content.styled(f"[{strength}]" if strength is answer.strength else f" {strength} ",
                       "bold $primary" if strength is answer.strength else "$muted")
        for strength in Strength
    )  # fmt: skip
    meaning = f": {answer.strength.meaning}" if answer.strength else ""
    lines = [Content.assemble(("How do we know?  t", "bold"), (meaning, "$muted")), words]
    if answer.carried:
        lines.append(_carried(answer))
    return Content("\n").join(lines)


def _carried(answer: Answer) -> Content:
    return Content(f"Brought along from {answer.carried}. Press = if it still holds." if answer.carried else "")


def _notes(answer: Answer) -> Content:
    counts = f"Asks {len(answer.asks)} · Evidence {len(answer.evidence)}"
    return Content("\n").join(
        [
            Content.styled(counts, "$muted"),
            Content.assemble(("Note for the record  e", "bold"), _written(answer.note)),
            Content.assemble(("Private note  p", "bold"), _written(answer.private_note)),
        ]
    )


def _written(note: str) -> Content:
    return Content(f"\n{note}" if note else "")
