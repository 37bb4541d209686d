"""What the outline says about a review."""

from dataclasses import replace

from textual.content import Content

from scrutiny_tui.model.reading import answer_in_brief
from scrutiny_tui.model.review import Review
from scrutiny_tui.tui.widgets.rows import Row


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
        words = answer_in_brief(review, replace(answer, strength=None)) + (" (=)" if answer.carried else "")
        rows.append(Row(question.id, Content(f"{number} {question.label}"), right=words))
    return rows
