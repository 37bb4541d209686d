"""From question to question: what is said of each, its guidance, and finding one by its words."""

from collections.abc import Sequence

from scrutiny_tui.model.answer import Answer
from scrutiny_tui.model.coverage import coverage
from scrutiny_tui.model.guidance import PARTS, findable
from scrutiny_tui.model.reading import answer_in_words
from scrutiny_tui.model.text import counted, one_line
from scrutiny_tui.plain.place import Command, WorkingPlace
from scrutiny_tui.plain.talk import did_you_mean, number_in

_MOST_FOUND = 30
"""Lines told at once; another word narrows them down."""


class Walking(WorkingPlace):
    """A place that stands at one question of the review."""

    def moving(self) -> Sequence[Command]:
        """Return what goes from question to question, and what there is to read about this one."""
        return (
            Command("n", "next", "go to the next question to answer or confirm", self._next_open),
            Command("]", "after", "go to the question after this one", lambda _: self._move(1)),
            Command("b", "before", "go to the question before this one", lambda _: self._move(-1)),
            Command("g", "go", "go to a question by its number; alone, list them all", self._go, "N"),
            Command("/", "find", "find a question, a line of enquiry or a note", self._find, "WORDS"),
            Command("l", "look", "read the guidance: its parts, or the part with this number", self._look, "N"),
            Command("h", "here", "say once more where we are, and both notes", self._here),
        )

    def arrive(self) -> None:
        """Say the question, what it may be answered with, and what our answer is."""
        review = self.desk.review
        question = review.question
        star = " Matters most in this phase." if review.matters_most(question) else ""
        self.talk.say("", f"Question {review.number} of {len(review.questions)}. {one_line(question.label)}.{star}")
        self.talk.say(*filter(None, (question.text if question.label != question.text else "", question.help)))
        for level in () if question.in_words else review.checklist.described(question):
            self.talk.say(f"{level}. {one_line(level.meaning)}".strip())
        if not question.in_words:
            self.talk.say("0 Not known.")
        self._tell_answer()

    def _here(self, rest: str) -> None:
        del rest
        self.arrive()
        answer = self.desk.review.answer(self.desk.review.question.id)
        for name, note in (("Note for the record", answer.note), ("Private note", answer.private_note)):
            if note:
                self.talk.say(f"{name}: {note}")

    def come_back(self) -> None:
        """Say which question this is, and what our answer is by now."""
        review = self.desk.review
        self.talk.say("", f"Question {review.number} of {len(review.questions)}. {one_line(review.question.label)}.")
        self._tell_answer()

    def _tell_answer(self) -> None:
        self.talk.say(f"Our answer: {self._in_words(self.desk.review.answer(self.desk.review.question.id))}")

    def _in_words(self, answer: Answer) -> str:
        review = self.desk.review
        said = one_line(answer_in_words(review, answer)) if review.is_answered(review.question) else "none yet"
        known = f", {answer.strength}" if answer.strength else ""
        parts = [
            f"{said}{known}",
            f"brought along from {one_line(answer.carried)}, = confirms it" * bool(answer.carried),
        ]
        parts += [what for what, there in (("a note", answer.note), ("a private note", answer.private_note)) if there]
        parts += [counted(len(answer.asks), "ask") * bool(answer.asks)]
        parts += [counted(len(answer.evidence), "piece", "pieces") + " of evidence" if answer.evidence else ""]
        return f"{'; '.join(filter(None, parts))}."

    # Moving

    def _move(self, by: int) -> None:
        before = self.desk.review.number
        self.desk.move(by)
        if self.desk.review.number == before:
            self.talk.say("This is the last question." if by > 0 else "This is the first question.")
        else:
            self.arrive()

    def _next_open(self, rest: str) -> None:
        del rest
        if self.desk.go_to_next_unanswered():
            self.arrive()
        else:
            self.talk.say("Every question has an answer. s says what the review says, x exports.")

    def _go(self, typed: str) -> None:
        questions = self.desk.review.questions
        number = number_in(typed)
        if not typed:
            self._outline()
        elif 1 <= number <= len(questions):
            self.desk.go(questions[number - 1].id)
            self.arrive()
        else:
            self.talk.wrong(f"There is no question {typed}: they go from 1 to {len(questions)}.")

    def _outline(self) -> None:
        review = self.desk.review
        self.talk.say(coverage(review).sentence)
        for question in review.order:
            answer = review.answer(question.id)
            said = one_line(answer_in_words(review, answer)) if review.is_answered(question) else "none yet"
            star = ", matters most now" if review.matters_most(question) else ""
            number = review.checklist.place(question.id) + 1
            self.talk.say(f"{number}. {one_line(question.label)}{star}: {said}.")

    def _find(self, typed: str) -> None:
        """Say what has these words in it, and go to the question of the one that is chosen."""
        words = typed.casefold().split()
        if not words:
            self.talk.wrong("Type a word or two behind it, such as: / referrals")
            return
        found = {
            id_: text for id_, text in findable(self.desk.review) if all(each in text.casefold() for each in words)
        }
        if not found:
            self.talk.say("Nothing has these words in it.")
        elif len(found) > _MOST_FOUND:
            self.talk.say(f"{len(found)} things have these words in them. Add another word.")
        elif chosen := self.talk.choose("Which one?", {key: one_line(text) for key, text in found.items()}):
            self.desk.go(chosen.partition(" ")[0])
            self.arrive()

    # Reading

    def _look(self, typed: str) -> None:
        names = {part.name.casefold(): at for at, part in enumerate(PARTS)}
        number = number_in(typed)
        if not typed:
            self.talk.say("The guidance to this question. l and a number reads a part:")
            self.talk.number(part.name for part in PARTS)
        elif 1 <= number <= len(PARTS) or typed.casefold() in names:
            self._read(names.get(typed.casefold(), number - 1))
        else:
            self.talk.wrong(f"The parts go from 1 to {len(PARTS)}.{did_you_mean(typed.casefold(), names)}")

    def _read(self, at: int) -> None:
        review = self.desk.review
        lines = PARTS[at].lines(review, review.question)
        self.talk.say(f"{PARTS[at].name}.")
        self.talk.say(*(line.plain for line in lines) if lines else ("The checklist gives nothing here.",))
