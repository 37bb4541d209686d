"""In which order a group discusses the questions, and how long each may take."""

from scrutiny_tui.model.checklist import Question
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.rounds import Stage, rating_of


def agenda(review: Review) -> tuple[Question, ...]:
    """Return all questions in the order to discuss them: the one that was set, else the order to work in."""
    placed = {question: place for place, question in enumerate(review.panel.order)}
    return tuple(sorted(review.order, key=lambda question: placed.get(question.id, len(placed))))


def beside(review: Review, step: int) -> Question:
    """Return the question `step` places on from the one at hand; it stops at the first and the last."""
    order = agenda(review)
    return order[min(max(order.index(review.question) + step, 0), len(order) - 1)]


def next_to_discuss(review: Review) -> Question | None:
    """Return the next question that is not agreed or answered in words, round the end; None where there is none."""
    order = agenda(review)
    start = order.index(review.question) + 1
    return next((each for each in (*order[start:], *order[:start]) if not _is_settled(review, each)), None)


def most_different(review: Review) -> tuple[str, ...]:
    """Return the ids of all questions, those first on which prepared files differ most; else as they were.

    They differ more, the more levels lie between the lowest and the highest rating; then, the more files are not at the
    middle one. The order says that views differ, and not what they are.
    """

    def difference(question: Question) -> tuple[int, int]:
        said = [each.answer(question.id) for each in review.panel.respondents]
        levels = sorted(rating.level for answer in said if answer and (rating := rating_of(answer)) and rating.level)
        if not levels:
            return 0, 0
        middle = levels[(len(levels) - 1) // 2]
        return levels[-1] - levels[0], sum(level != middle for level in levels)

    ordered = sorted(review.order, key=difference, reverse=True)
    return tuple(question.id for question in ordered)


def seconds_each(review: Review) -> int:
    """Return how many seconds there are for one question; 0 where no time was set."""
    return review.panel.minutes * 60 // len(review.questions) if review.questions else 0


def _is_settled(review: Review, question: Question) -> bool:
    if question.in_words:
        return review.is_answered(question)
    return review.panel.discussion(question.id).stage is Stage.AGREED
