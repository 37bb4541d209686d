"""What the outline and the finder say about a review."""

from dataclasses import replace

from textual.content import Content

from scrutiny_tui.model.answer import Answer
from scrutiny_tui.model.reading import IN_WORDS
from scrutiny_tui.model.review import Review
from scrutiny_tui.tui.widgets.rows import Row


def in_words(review: Review, answer: Answer) -> str:
    """Return an answer in words; a dash where there is none."""
    if answer.level is not None:
        level = str(review.checklist.scale.level(answer.level))
        return f"{level}, {answer.strength}" if answer.strength else level
    if answer.is_answered:
        return answer.state.words
    return IN_WORDS if review.is_answered(review.checklist.question(answer.question)) else "-"


def outline(review: Review) -> list[Row]:
    """Return a row for every question in the order to work in, with its answer at the right.

    A star after its number says that it matters most in the phase that the service is in, and (=) after the answer that
    it was brought along and waits for that key.
    """
    rows = []
    width = len(str(len(review.questions)))
    for question in review.order:
        answer = review.answer(question.id)
        star = "" if review.phase is None else "*" if review.matters_most(question) else " "
        number = f"{review.checklist.place(question.id) + 1:>{width}}{star}"
        words = in_words(review, replace(answer, strength=None)) + (" (=)" if answer.carried else "")
        rows.append(Row(question.id, Content(f"{number} {question.label}"), right=words))
    return rows


def findable(review: Review) -> list[tuple[str, str]]:
    """Return everything that can be found by its words: an id that starts with the question's, and the text."""
    rows = []
    for number, question in enumerate(review.questions, 1):
        answer = review.answer(question.id)
        rows.append((question.id, f"{number} {question.label}: {question.text}"))
        texts = [answer.note, answer.private_note, *(ask.text for ask in answer.asks)]
        texts += [line.ask for line in question.enquiry]
        rows += [(f"{question.id} {at}", f"{number} {question.label}: {text}") for at, text in enumerate(texts) if text]
    return rows
