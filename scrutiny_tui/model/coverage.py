"""How far a review got: how many questions are in each state. Printed before any figure."""

from collections import Counter

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.answer import State
from scrutiny_tui.model.checklist import Question
from scrutiny_tui.model.review import Review


@frozen
class Coverage:
    """How many questions are in each state."""

    questions: int
    rated: int
    not_known: int
    not_applicable: int
    not_discussed: int
    unanswered: int
    words: int = 0
    """Questions that are answered in words. They are never rated, so none of the counts above has them."""
    worded: int = 0
    """How many of those are answered."""
    words_not_known: int = 0
    """How many of those answers are that we do not know."""
    carried: int = 0
    """Answers of either kind that were brought along from an earlier review, and nobody has confirmed."""

    @property
    def asked(self) -> int:
        """All questions, rated or in words."""
        return self.questions + self.words

    @property
    def answered(self) -> int:
        """All questions with any answer."""
        return self.questions - self.unanswered + self.worded

    @property
    def settled(self) -> int:
        """The answers that are this review's own: all but those that were brought along and not confirmed."""
        return self.answered - self.carried

    @property
    def applicable(self) -> int:
        """The questions that apply: all but those that were said not to."""
        return self.questions - self.not_applicable

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing has been answered."""
        return not self.answered

    @property
    def sentence(self) -> str:
        """The coverage in plain words, to be read before any figure."""
        if self.is_empty:
            return "Nothing has been answered yet."
        return " ".join(filter(None, (self._ratings, self._in_words, self._brought)))

    @property
    def _in_words(self) -> str:
        if not self.words:
            return ""
        asked = _count(self.words, "question", "questions")
        unknown = _count(self.words_not_known, "of them is not known", "of them are not known")
        said = f"{self.worded or 'None'} of {asked} to answer in words {_is(self.worded)} answered"
        return f"{'; '.join(filter(None, (said, unknown)))}."

    @property
    def _brought(self) -> str:
        brought = _count(self.carried, "answer was brought along and is", "answers were brought along and are")
        return f"{brought} not confirmed." if brought else ""

    @property
    def _ratings(self) -> str:
        if not self.applicable:
            return "None of the questions applies." if self.questions else ""
        rest = _listed(
            [
                _count(self.not_known, "is not known", "are not known"),
                _count(self.not_discussed, "was not discussed", "were not discussed"),
                _count(self.unanswered, "was not reached", "were not reached"),
            ]
        )
        left_out = _count(self.not_applicable, "more does not apply.", "more do not apply.")
        return f"{'; '.join(filter(None, (self._rated_of_applicable, rest)))}. {left_out}".rstrip()

    @property
    def _rated_of_applicable(self) -> str:
        noun = "question" if self.applicable == 1 else "questions"
        if self.not_applicable:
            noun += " that applies" if self.applicable == 1 else " that apply"
        return f"{self.rated or 'None'} of {self.applicable} {noun} {_is(self.rated)} rated"

    @property
    def short(self) -> str:
        """The coverage for a line at the top of a screen, such as `4 rated · 1 not known · 4 to go`."""
        parts = [
            _count(self.rated, "rated"),
            _count(self.not_known + self.words_not_known, "not known"),
            _count(self.not_discussed, "not discussed"),
            _count(self.not_applicable, "not applicable"),
            _count(self.worded - self.words_not_known, "in words"),
            _count(self.carried, "to confirm"),
            _count(self.asked - self.answered, "to go"),
        ]
        return " · ".join(filter(None, parts))


def coverage(review: Review) -> Coverage:
    """Count the questions of a review in each state."""
    return covered(review, review.questions)


def covered(review: Review, questions: tuple[Question, ...]) -> Coverage:
    """Count some questions of a review in each state."""
    said = [(question, review.answer(question.id)) for question in questions]
    worded = [(question, answer) for question, answer in said if question.in_words]
    states = Counter(answer.state for question, answer in said if not question.in_words)
    return Coverage(
        questions=len(said) - len(worded),
        **{state.value: states[state] for state in State},
        words=len(worded),
        worded=sum(review.is_answered(question) for question, _ in worded),
        words_not_known=sum(answer.state is State.NOT_KNOWN for _, answer in worded),
        carried=sum(bool(answer.carried) and review.is_answered(question) for question, answer in said),
    )


def _is(number: int) -> str:
    return "is" if number <= 1 else "are"


def _count(number: int, one: str, many: str = "") -> str:
    if not number:
        return ""
    return f"{number} {one if number == 1 else many or one}"


def _listed(parts: list[str]) -> str:
    said = [part for part in parts if part]
    return " and ".join(filter(None, [", ".join(said[:-1]), *said[-1:]]))
