"""What belongs to an answer beside its level: the questions to ask, and the evidence it rests on."""

from collections.abc import Sequence

from scrutiny_tui.desk.forms.answer import ask_form, evidence_form
from scrutiny_tui.model.answer import Answer, next_id
from scrutiny_tui.model.guidance import Line, asks, evidence, taken_from
from scrutiny_tui.plain.place import Command, WorkingPlace
from scrutiny_tui.plain.talk import number_in


class AnswerList(WorkingPlace):
    """A numbered list about the question at hand: the checklist's proposals, and what is ours."""

    heading = one = ""
    """What the list is about, and what one of ours is called."""
    takes = kind = ""
    """What the number of a line does, and the kind of id that ours have."""

    def commands(self) -> Sequence[Command]:
        """Return what can be done with the list; a number alone takes or changes that line."""
        return (
            Command("new", "write", f"write {self.one} of our own", lambda _: self.change("")),
            Command("d", "drop", f"take {self.one} of ours away (u brings it back)", self._drop, "N"),
            Command("l", "list", "say the list once more", lambda _: self.arrive()),
            *self.everywhere(),
        )

    def lines(self) -> list[Line]:
        """Return the lines, without the one that stands for a new one."""
        raise NotImplementedError

    def change(self, item: str) -> None:
        """Fill in the form of one of ours by its id; an empty one makes a new one."""
        raise NotImplementedError

    def drop(self, item: str) -> None:
        """Take one of ours away."""
        raise NotImplementedError

    def choose(self, line: Line) -> None:
        """Take or change the line that was chosen by its number."""
        raise NotImplementedError

    @property
    def answer(self) -> Answer:
        """The answer at hand."""
        return self.desk.review.answer(self.desk.review.question.id)

    @property
    def range(self) -> str:
        """Which numbers there are."""
        most = len(self.lines())
        return f"Type a number from 1 to {most}, new, or ? for all that can be done." if most else "Type new, or ?."

    def arrive(self) -> None:
        """Say the list."""
        self.talk.say(f"Question {self.desk.review.number}, {self.desk.review.question.label}: {self.heading}.")
        self.talk.number(line.plain for line in self.lines())
        self.talk.say(
            f"A number {self.takes}; new writes {self.one} of our own."
            if self.lines()
            else f"None yet; new writes {self.one}."
        )

    def other(self, line: str) -> bool:
        """Take the line with this number."""
        number, lines = number_in(line), self.lines()
        if not 1 <= number <= len(lines):
            return False
        if self.may_change():
            self.choose(lines[number - 1])
        return True

    def _drop(self, typed: str) -> None:
        lines, number = self.lines(), number_in(typed)
        ours = self.ours(lines[number - 1]) if 1 <= number <= len(lines) else ""
        if not ours:
            self.talk.wrong(f"Type drop and the number of {self.one} of ours.")
        elif self.may_change():
            self.drop(ours)

    def ours(self, line: Line) -> str:
        """Return the id of what is ours on a line; empty where nothing is."""
        kind, _, item = line.id.partition(":")
        return item if kind == self.kind else ""


class AsksPlace(AnswerList):
    """The lines of enquiry, of which a number takes one, and our own asks, which a number changes."""

    one, kind = "an ask", "ask"
    heading, takes = "what to ask", "takes a line of enquiry, or changes an ask of ours"
    prompt = "Ask:"

    def lines(self) -> list[Line]:
        """Return the lines of enquiry, then our own asks."""
        return asks(self.desk.review, self.desk.review.question)

    def change(self, item: str) -> None:
        """Fill in the form of an ask."""
        self.fill(ask_form(self.desk, item))

    def drop(self, item: str) -> None:
        """Take an ask away."""
        self.desk.drop_ask(self.answer.question, item)

    def ours(self, line: Line) -> str:
        """Return the id of our ask on a line, also where it was taken from a line of enquiry."""
        kind, _, item = line.id.partition(":")
        taken = next((ask.id for ask in self.answer.asks if ask.line == item), "")
        return taken if kind == "line" else super().ours(line)

    def choose(self, line: Line) -> None:
        """Take a line of enquiry; one that is taken already, or is ours, is changed."""
        if held := self.ours(line):
            self.change(held)
            return
        question = self.desk.review.question
        taken = taken_from(question, line.id.partition(":")[2], self.answer, next_id(self.answer.asks, "a"))
        self.desk.put_ask(question.id, taken)
        self.talk.say("Taken. Its number once more adds who asks and what would satisfy you.")


class EvidencePlace(AnswerList):
    """What to ask to see, and the evidence that is ours, which a number changes."""

    one, kind = "a piece of evidence", "evidence"
    heading, takes = "evidence", "notes a piece of evidence for it, or changes one of ours"
    prompt = "Evidence:"

    def lines(self) -> list[Line]:
        """Return what to ask to see, then what is ours."""
        return evidence(self.desk.review, self.desk.review.question)

    def change(self, item: str) -> None:
        """Fill in the form of a piece of evidence."""
        self.fill(evidence_form(self.desk, item))

    def drop(self, item: str) -> None:
        """Take a piece of evidence away."""
        self.desk.drop_evidence(self.answer.question, item)

    def choose(self, line: Line) -> None:
        """Change one of ours, or note a new one."""
        self.change(self.ours(line))
