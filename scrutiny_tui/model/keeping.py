"""What a review keeps of earlier ones: what they said, in short, and why an answer is not what it was."""

from collections.abc import Iterable
from dataclasses import replace

from scrutiny_tui.model.checklist import Question
from scrutiny_tui.model.earlier import Earlier, EarlierAnswer, Why
from scrutiny_tui.model.meeting import in_words
from scrutiny_tui.model.reading import answer_in_words
from scrutiny_tui.model.review import Review


def as_earlier(review: Review) -> Earlier:
    """Return what a review says as a later one keeps it: its own answers in a few words, and nothing that is sealed."""
    return Earlier(
        review=review.id,
        title=review.title,
        date=review.meeting.date or review.created.date(),
        answers=tuple(_in_short(review, number, question) for number, question in enumerate(review.questions, 1)),
    )


def keeping(review: Review, earlier: Iterable[Earlier]) -> Review:
    """Return this review with what earlier ones said, the oldest first; those of one date as they were given.

    What is given takes the place of what was kept of the same review before. Of two that are given, the later one does.
    """
    given = {each.review: each for each in earlier}
    held = [each for each in review.earlier if each.review not in given]
    kept = sorted((*held, *given.values()), key=lambda each: each.date)
    return replace(review, earlier=tuple(kept))


def why_not_earlier(review: Review, earlier: Earlier) -> str:
    """Return in a sentence why a review cannot be kept as an earlier one of `review`; empty where it can."""
    day = review.meeting.date or review.created.date()
    if earlier.review == review.id:
        return "That is a copy of this review itself."
    if earlier.date > day:
        return (
            f"That review is of {in_words(earlier.date)}, and this one of {in_words(day)}: it is the later of the two."
        )
    return ""


def with_why(review: Review, question: str, since: str, text: str) -> Review:
    """Return this review with the reason why the answer to a question is not what it was; no text takes it away.

    `since` is the id of the earlier review that the answer is compared with.

    Raises:
        KeyError: the checklist has no such question.
    """
    review.checklist.place(question)
    why = Why(question, since, text.strip())
    others = tuple(each for each in review.whys if (each.question, each.since) != (question, since))
    whys = (*others, why) if why.text else others
    return replace(review, whys=tuple(sorted(whys, key=lambda each: _place(review, each.question))))


def why_of(review: Review, question: str, since: str) -> str:
    """Return the reason why an answer is not what it was in the earlier review `since`; empty where nobody said."""
    return next((each.text for each in review.whys if (each.question, each.since) == (question, since)), "")


def _in_short(review: Review, number: int, question: Question) -> EarlierAnswer:
    answer = review.answer(question.id)
    return EarlierAnswer(
        question=question.id,
        number=number,
        name=question.label,
        text=question.text,
        wording=review.checklist.wording(question),
        words=answer_in_words(review, answer),
        state=answer.state,
        level=answer.level,
        strength=answer.strength,
    )


def _place(review: Review, question: str) -> int:
    """Return where a question stands; what is no longer asked stands last."""
    return review.checklist.place(question) if review.checklist.has(question) else len(review.questions)
