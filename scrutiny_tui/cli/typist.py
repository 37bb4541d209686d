"""Takes a filled booklet back: each line changes the review, and is saved before the next is read."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from scrutiny_tui.cli.entry import HELP, Entry, Mistake, Wish, ends_note, in_words, parse
from scrutiny_tui.cli.lines import Lines
from scrutiny_tui.cli.streams import tell
from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.desk.ports import Clock, Store
from scrutiny_tui.errors import NotTakenError, SaveError
from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.answer import Answer, State
from scrutiny_tui.model.text import counted, one_line

_GREETING = (
    "Type for instance 4 2 t: question 4, level 2, tested. Then the note; an empty line ends it. ? explains, q ends."
)
_WENT_INTO_NOTE = "That went into the note. If it was an answer, put an empty line before it; u takes the note back."


@frozen
class _Taken:
    """What was typed in about a question, and can be taken back."""

    question: str
    """The question's id."""
    steps: int
    """How many steps of the desk it took."""
    is_answer: bool
    """False where there was only a note."""


class Typist:
    """One sitting at one review.

    Args:
        store: the file of the review, open to write.
        clock: tells the time, with a time zone.
        lines: what is typed.
    """

    def __init__(self, store: Store, clock: Clock, lines: Lines) -> None:
        self._store = store
        self._desk = Desk(store.review, clock)
        self._lines = lines
        self._checklist = store.review.checklist
        self._taken: list[_Taken] = []
        self.mistakes = 0
        """How many lines were wrong, and changed nothing."""

    def run(self) -> None:
        """Take lines until there are no more, or the person has had enough.

        Raises:
            NotTakenError: a line could not be saved; all before it are.
        """
        edition = f", edition {one_line(self._checklist.edition)}" if self._checklist.edition else ""
        tell(f"{one_line(self._store.review.title)}: {one_line(self._checklist.title)}{edition}")
        if self._lines.at_terminal:
            tell(_GREETING)
        while (line := self._lines.next("Question:")) is not None:
            found = parse(line, self._checklist)
            if found is Wish.QUIT:
                return
            self._do(found)

    def sum_up(self) -> None:
        """Say how much was typed in, and what is still unanswered in the file."""
        answers = {taken.question for taken in self._taken if taken.is_answer}
        notes = {taken.question for taken in self._taken if taken.steps} - answers
        tell(f"Typed in: {counted(len(answers), 'answer')}" + (f", {counted(len(notes), 'note')}." if notes else "."))
        review = self._store.review
        unanswered = [each for each in review.questions if not review.is_answered(each)]
        numbers = ", ".join(self._number(each.id) for each in unanswered)
        tell(f"Still unanswered: {numbers}." if unanswered else "Every question is answered.")

    def _do(self, found: Entry | Wish | Mistake) -> None:
        if isinstance(found, Entry):
            self._take(found)
        elif isinstance(found, Mistake):
            self._refuse(found)
        elif found is Wish.UNDO:
            self._undo()
        elif found is Wish.HELP:
            tell(HELP)

    def _take(self, entry: Entry) -> None:
        question = self._checklist.questions[entry.number - 1].id
        before = self._answer(question)
        self._desk.settle()  # a reason that is typed again is a change of its own, to be undone by itself
        self._desk.go(question)
        steps = self._change(question, entry)
        self._save()
        self._taken.append(_Taken(question, steps, is_answer=entry.state is not None))
        self._say(question, before)
        self._take_note(question)

    def _change(self, question: str, entry: Entry) -> int:
        """Change the answer, and return how many steps of the desk that took."""
        desk = self._desk
        seen = [desk.review]
        if entry.state is State.RATED:
            desk.rate(question, entry.level)
            seen.append(desk.review)
            if entry.strength:
                desk.set_strength(question, entry.strength)
        elif entry.state:
            desk.set_state(question, entry.state, entry.reason)
        seen.append(desk.review)
        return sum(one != other for one, other in pairwise(seen))

    def _take_note(self, question: str) -> None:
        there = note = self._answer(question).note
        for line in self._note_lines("Note, goes below the one there is:" if there else "Note:"):
            if self._may_be_answer(parse(line, self._checklist)):
                self._remark(_WENT_INTO_NOTE)
            note = note.removesuffix("\n") + "\n" + line if note else line
            self._desk.write_note(question, note)
            self._save(f"the note on question {self._number(question)}: ")
        if note != there:
            taken = self._taken[-1]
            is_answer = taken.is_answer or self._checklist.question(question).in_words
            self._taken[-1] = replace(taken, steps=taken.steps + 1, is_answer=is_answer)
            tell("Note added below the one that was there." if there else "Note written.")

    def _may_be_answer(self, found: Entry | Wish | Mistake) -> bool:
        # A number alone begins an answer only where that question is answered in words; else it is likely a figure.
        in_words = isinstance(found, Entry) and self._checklist.questions[found.number - 1].in_words
        return isinstance(found, Entry) and (found.state is not None or in_words)

    def _note_lines(self, ask: str) -> Iterator[str]:
        while (line := self._lines.next(ask)) is not None:
            if ends_note(line):
                self._lines.hold()
                return
            yield line

    def _refuse(self, mistake: Mistake) -> None:
        self.mistakes += 1
        self._remark(mistake.words)
        if not self._lines.at_terminal:
            # What stands below a line that was not understood is its note, and must not be taken for anything else.
            below = sum(1 for _ in self._note_lines(""))
            if below:
                tell(f"Left out with it: {counted(below, 'line')} below.")

    def _remark(self, words: str) -> None:
        """Say something of the line that was read last."""
        tell(words if self._lines.at_terminal else f"Line {self._lines.number}: {words}")

    def _undo(self) -> None:
        if not self._taken:
            tell("There is nothing to take back.")
            return
        taken = self._taken.pop()
        for _ in range(taken.steps):
            self._desk.undo()
        self._save("what was to be taken back: ")
        tell("Taken back. What stands there now:")
        self._say(taken.question)

    def _save(self, what: str = "") -> None:
        review = self._desk.review
        try:
            self._store.save(review)
        except SaveError as error:
            raise NotTakenError(self._store.path, error.why, f"{what}{self._lines.where}") from error
        self._desk.mark_saved(review)

    def _say(self, question: str, before: Answer | None = None) -> None:
        name = one_line(self._checklist.question(question).label)
        words = in_words(self._answer(question), self._checklist)
        was = in_words(before, self._checklist) if before and before.is_answered else words
        tell(f"{self._number(question)} {name}: {words}" + (f" (was {was})" if was != words else ""))

    def _answer(self, question: str) -> Answer:
        return self._desk.review.answer(question)

    def _number(self, question: str) -> str:
        return str(self._checklist.place(question) + 1)
