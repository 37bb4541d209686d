"""What the room sees of one question, said line by line. Nothing of a sealed rating is in it."""

from collections.abc import Iterator

from scrutiny_tui.model import wall_text
from scrutiny_tui.model.agenda import agenda
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.text import one_line


def wall_lines(review: Review) -> Iterator[str]:
    """Yield the question at hand, where it stands in the session, and how far the group has come with it."""
    question, order = review.question, agenda(review)
    stage = "answered in words" if question.in_words else review.panel.discussion(question.id).stage
    yield f"Question {order.index(question) + 1} of {len(order)}. {one_line(question.label)}. {stage.capitalize()}."
    if question.label != question.text:
        yield question.text
    yield from standing(review)
    if kept := wall_text.kept_here(review):
        yield f"{kept}."


def standing(review: Review) -> Iterator[str]:
    """Yield how far the group has come with the question at hand: the levels and who is in, or what was revealed."""
    question = review.question
    discussion = review.panel.discussion(question.id)
    if question.in_words:
        yield wall_text.ANSWERED_IN_WORDS
        yield from filter(None, (review.answer(question.id).note,))
    elif discussion.stage.is_shown:
        yield from revealed_lines(review)
        yield from agreed_lines(review)
    else:
        yield from level_lines(review)
        yield from sealed_lines(review)


def level_lines(review: Review) -> Iterator[str]:
    """Yield the levels that the question at hand can be rated at."""
    for level in review.checklist.described(review.question):
        yield f"{level}. {one_line(level.meaning)}".strip()


def sealed_lines(review: Review) -> Iterator[str]:
    """Yield how many ratings are in, who is waited for, and what there is to know of names and of the round before."""
    yield f"{': '.join(wall_text.how_many_in(review))}."
    waiting = wall_text.waiting_for(review)
    said = (f"{waiting[:1].upper()}{waiting[1:]}." if waiting else "", wall_text.about_names(review.panel))
    yield from filter(None, (*said, wall_text.round_before(review)))


def revealed_lines(review: Review) -> Iterator[str]:
    """Yield how many said what in the last round, and how far they agree."""
    shown = review.panel.discussion(review.question.id).last
    for each in wall_text.counts(review, shown):
        yield f"{each.name}: {each.number}{f', {each.who}' if each.who else ''}."
    counted = wall_text.counted(review, shown)
    yield f"{wall_text.which_round(review)}{counted.sentence}"
    yield counted.figures


def agreed_lines(review: Review) -> Iterator[str]:
    """Yield what is agreed, the reason and the minority view, as far as there is any of it."""
    yield from (f"{name}: {text}" for name, text in wall_text.agreed(review))
