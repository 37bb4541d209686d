"""One piece of work with one checklist for one meeting, as a value that never changes."""

from dataclasses import field, replace
from datetime import datetime
from functools import cached_property

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.answer import Answer, State
from scrutiny_tui.model.checklist import Checklist, LineOfEnquiry, Phase, Question
from scrutiny_tui.model.earlier import Earlier, Why
from scrutiny_tui.model.meeting import Meeting
from scrutiny_tui.model.panel import Panel
from scrutiny_tui.model.recommendation import REPLY_MONTHS, Recommendation, put
from scrutiny_tui.model.room_plan import RoomPlan
from scrutiny_tui.model.rounds import Discussion
from scrutiny_tui.model.text import Clean

HISTORY_KEPT = 200
"""How many events the history holds; the oldest go first."""


@frozen
class Event(Clean):
    """One line of the history: what changed when."""

    at: datetime
    what: str
    question: str = ""
    """The id of the question it was about, if any."""


@frozen
class Review(Clean):
    """A checklist, a meeting, and what has been answered so far.

    Raises:
        ValueError: an answer or a rating belongs to no question, or to a level the scale does not have.
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
    phase: Phase | None = None
    """The phase of the improvement journey that the service is in, as those who review it see it; None if not said."""
    by: str = ""
    """Whose review this is, where one person prepares it."""
    panel: Panel = field(default_factory=Panel)
    """The group that rates together, and what it has done."""
    recommendations: tuple[Recommendation, ...] = ()
    reply_months: int = REPLY_MONTHS
    """How many months after a recommendation was sent its reply is due, where nothing else is agreed."""
    room: RoomPlan = field(default_factory=RoomPlan)
    """What was changed by hand in the list of questions to take into the room."""
    earlier: tuple[Earlier, ...] = ()
    """What earlier reviews said, the oldest first."""
    whys: tuple[Why, ...] = ()
    """Why answers are not what they were."""

    def __post_init__(self) -> None:
        """Refuse answers that the checklist cannot hold."""
        super().__post_init__()
        for answer in self.answers:
            self._refuse_misfit(answer)
        if len(self._by_question) != len(self.answers):
            msg = "a question is answered twice"
            raise ValueError(msg)
        for discussion in self.panel.discussions:
            self._refuse_rating_that_does_not_fit(discussion)
        for prepared in (answer for each in self.panel.respondents for answer in each.prepared):
            self._refuse_misfit(prepared)
        if not set(self.panel.order) <= {question.id for question in self.questions}:
            msg = "the order of the session names a question that the checklist does not have"
            raise ValueError(msg)

    def _refuse_misfit(self, answer: Answer) -> None:
        if not self.checklist.has(answer.question):
            msg = f"the checklist has no question {answer.question!r}"
            raise ValueError(msg)
        if answer.level is not None and not self.checklist.scale.has(answer.level):
            msg = f"the scale has no level {answer.level}"
            raise ValueError(msg)
        if answer.level is not None and self.checklist.question(answer.question).in_words:
            msg = f"the question {answer.question!r} is answered in words, not with a level"
            raise ValueError(msg)

    def _refuse_rating_that_does_not_fit(self, discussion: Discussion) -> None:
        self._refuse_misfit(discussion.agreed or Answer(discussion.question))
        for rating in (each for one in discussion.rounds for each in (*one.ratings, *one.hands)):
            if rating.level is not None:
                self._refuse_misfit(Answer(discussion.question, State.RATED, rating.level))

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
        return self.order[0]

    @property
    def number(self) -> int:
        """Where that question stands, from 1."""
        return self.checklist.place(self.question.id) + 1

    @cached_property
    def order(self) -> tuple[Question, ...]:
        """All questions in the order to work in: what matters most in the phase first, then as in the checklist."""
        return tuple(sorted(self.questions, key=lambda question: not self.matters_most(question)))

    def matters_most(self, asked: Question | LineOfEnquiry) -> bool:
        """Tell whether this is something that matters most in the phase that the service is in."""
        return self.phase in asked.phases

    def answer(self, question_id: str) -> Answer:
        """Return the answer to a question; a blank one where nothing was said."""
        return self._by_question.get(question_id) or Answer(question_id)

    def noted(self, question_id: str, note: str) -> Answer:
        """Return the answer to a question with this note; where the note is the answer, it is given anew."""
        answer = self.answer(question_id)
        carried = "" if self.checklist.question(question_id).in_words else answer.carried
        return replace(answer, note=note, carried=carried)

    def is_answered(self, question: Question) -> bool:
        """Tell whether a question is answered: in any state, or in words where that is how it is answered."""
        answer = self.answer(question.id)
        return answer.is_answered or (question.in_words and bool(answer.note.strip()))

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
        """Return this review `step` questions further on in the order to work in; it stops at the first and last."""
        wanted = min(max(self.order.index(self.question) + step, 0), len(self.order) - 1)
        return self.at(self.order[wanted].id)

    def at_next_unanswered(self) -> "Review | None":
        """Return this review at the next question to answer or to confirm, round the end; None where there is none."""
        start = self.order.index(self.question) + 1
        for question in (*self.order[start:], *self.order[:start]):
            if not self.is_answered(question) or self.answer(question.id).carried:
                return self.at(question.id)
        return None

    def with_meeting(self, meeting: Meeting) -> "Review":
        """Return this review for another meeting, or the same one with other details."""
        return replace(self, meeting=meeting)

    def titled(self, title: str) -> "Review":
        """Return this review under another title."""
        return replace(self, title=title)

    def by_whom(self, name: str) -> "Review":
        """Return this review as the work of someone, or, with no name, of nobody in particular."""
        return replace(self, by=name)

    def with_panel(self, panel: Panel) -> "Review":
        """Return this review with its group in another state, the questions it discussed in the checklist's order.

        Raises:
            KeyError: it discusses a question that the checklist does not have.
            ValueError: it rates at a level that the scale does not have.
        """
        discussed = sorted(panel.discussions, key=lambda each: self.checklist.place(each.question))
        return replace(self, panel=replace(panel, discussions=tuple(discussed)))

    def agreeing(self, answer: Answer) -> "Review":
        """Return this review with an answer that the group agreed on. It is the review's answer from now on.

        Raises:
            ValueError: no round of the question has been revealed, or the answer does not fit.
        """
        discussion = self.panel.discussion(answer.question).agreeing(answer)
        return self.with_answer(answer).with_panel(self.panel.with_discussion(discussion))

    def with_recommendation(self, recommendation: Recommendation) -> "Review":
        """Return this review with a recommendation added, or put in the place of the one with its id."""
        return replace(self, recommendations=put(self.recommendations, recommendation))

    def without_recommendation(self, recommendation_id: str) -> "Review":
        """Return this review without that recommendation."""
        return replace(
            self, recommendations=tuple(each for each in self.recommendations if each.id != recommendation_id)
        )

    def in_phase(self, phase: Phase | None) -> "Review":
        """Return this review of a service in another phase of the journey.

        Once something is answered, the question at hand stays, although another may come first from now on.
        """
        if phase == self.phase:
            return self
        return replace(self, phase=phase, place=self.question.id if self.answers else self.place)

    def noting(self, event: Event) -> "Review":
        """Return this review with one more line of history."""
        return replace(self, history=(*self.history, event)[-HISTORY_KEPT:])
