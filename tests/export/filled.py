"""Reviews in which every text says what a test wants."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from scrutiny_tui.model.review import Review
from tests.examples import full_review

REFERENCES = {"id", "question", "source", "sources", "line", "place", "order", "by", "voted", "trail", "last", "review"}
PAPERS = {"p1", "p2", "p3"}


def retold(value: Any, say: Callable[[str], str]) -> Any:  # noqa: ANN401 - it walks through values of every kind
    """The same value with every text that a person could have typed put through `say`."""
    if type(value) is str:
        return say(value) if value and value not in PAPERS else value
    if isinstance(value, tuple):
        return tuple(retold(each, say) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        told = {f.name: retold(getattr(value, f.name), say) for f in fields(value) if f.name not in REFERENCES}
        return replace(value, **told)
    return value


def brought_along() -> Review:
    """The full review with an answer that was brought along, to a question that says how it is meant."""
    review = full_review()
    first, *sections = review.checklist.sections
    explained = replace(first.questions[0], help="Think of one child.\n\nThen of all.")
    first = replace(first, questions=(explained, *first.questions[1:]))
    answer = replace(review.answer(explained.id), carried="Spring review, 3 March 2027")
    return replace(review, checklist=replace(review.checklist, sections=(first, *sections))).with_answer(answer)


def filled_with(texts: list[str]) -> Review:
    """The full review with these texts, in turn, in every field."""
    turn = iter(range(10_000))
    review: Review = retold(brought_along(), lambda _: texts[next(turn) % len(texts)])
    return review
