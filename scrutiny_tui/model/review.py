"""One piece of work with one checklist for one meeting, as a value that never changes."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from scrutiny_tui.model.answer import Answer
from scrutiny_tui.model.checklist import Checklist, Question
from scrutiny_tui.model.meeting import Meeting
from scrutiny_tui.model.text import Clean

HISTORY_KEPT = 200
"""How many events the history holds; the oldest go first."""


@dataclass(frozen=True)
class Event(Clean):
    """One line of the history: what changed when."""

    at: datetime
    what: str
    question: str = ""
    """The id of the question it was about, if any."""


@dataclass(frozen=True)
class Review(Clean):
    """A checklist, a meeting, and what has been answered so far.

    Raises:
        ValueError: an answer belongs to no question, or to a level the scale does not have.
    """

    id: str
    title: str
    checklist: Checklist
    created: datetime
    meeting: Meeting = field(default_factory=Meeting)
    answers: tuple[Answer, ...] = ()
    """In the order of the checklist; a question of which nothing was said is absent."""
    place: str = ""
    """The id of the question last worked on; the first question where it is empty."""
    history: tuple[Event, ...] = ()

    def __post_init__(self) -> None:
        """Refuse answers that the checklist cannot hold."""
        super().__post_init__()
        for answer in self.answers:
            if not self.checklist.has(answer.question):
                msg = f"the checklist has no question {answer.question!r}"
                raise ValueError(msg)
            if answer.level is not None and not self.checklist.scale.has(answer.level):
                msg = f"the scale has no level {answer.level}"
                raise ValueError(msg)
        if len(self._by_question) != len(self.answers):
            msg = "a question is answered twice"
            raise ValueError(msg)

    @cached_property
    def _by_question(self) -> dict[str, Answer]:
        return {answer.question: answer for answer in self.answers}

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions of the checklist in order."""
        return self.checklist.questions

    @property
    def question(self) -> Question:
        """The question last worked on, or the first."""
        if self.checklist.has(self.place):
            return self.checklist.question(self.place)
        return self.questions[0]

    @property
    def number(self) -> int:
        """Where that question stands, from 1."""
        return self.checklist.place(self.question.id) + 1

    def answer(self, question_id: str) -> Answer:
        """Return the answer to a question; a blank one where nothing was said."""
        return self._by_question.get(question_id) or Answer(question_id)

    def with_answer(self, answer: Answer) -> "Review":
        """Return this review with `answer` in the place of the one to the same question.

        Raises:
            ValueError: the checklist has no such question, or its scale no such level.
        """
        others = [other for other in self.answers if other.question != answer.question]
        if not answer.is_blank:
            others.append(answer)
        if self.checklist.has(answer.question):
            others.sort(key=lambda each: self.checklist.place(each.question))
        return replace(self, answers=tuple(others))

    def at(self, question_id: str) -> "Review":
        """Return this review with that question as the one worked on.

        Raises:
            KeyError: the checklist has no such question.
        """
        self.checklist.place(question_id)
        return self if question_id == self.place else replace(self, place=question_id)

    def beside(self, step: int) -> "Review":
        """Return this review `step` questions further on; it stops at the first and the last."""
        wanted = min(max(self.number - 1 + step, 0), len(self.questions) - 1)
        return self.at(self.questions[wanted].id)

    def at_next_unanswered(self) -> "Review | None":
        """Return this review at the next unanswered question, round the end; None where all are answered."""
        start = self.number
        for question in (*self.questions[start:], *self.questions[:start]):
            if not self.answer(question.id).is_answered:
                return self.at(question.id)
        return None

    def with_meeting(self, meeting: Meeting) -> "Review":
        """Return this review for another meeting, or the same one with other details."""
        return replace(self, meeting=meeting)

    def titled(self, title: str) -> "Review":
        """Return this review under another title."""
        return replace(self, title=title)

    def noting(self, event: Event) -> "Review":
        """Return this review with one more line of history."""
        return replace(self, history=(*self.history, event)[-HISTORY_KEPT:])
