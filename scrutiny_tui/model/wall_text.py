"""What stands on the wall of the room, in words: the same for who sees it and for who hears it. Nothing sealed."""

from collections.abc import Iterator

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.agreement import Tally, tally
from scrutiny_tui.model.panel import Names, Panel
from scrutiny_tui.model.reading import answer_in_words
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.rounds import Rating, Round, Said
from scrutiny_tui.model.sealing import awaited, expected, received
from scrutiny_tui.model.text import one_line

ANSWERED_IN_WORDS = "This question is answered in words. Discuss it; e writes the answer down."


@frozen
class Count:
    """How many said one thing in a round that is revealed."""

    name: str
    """Such as `2 Fair` or `Not known`."""
    number: int
    who: str
    """The names of those who said it, where names are kept."""


def how_many_in(review: Review) -> tuple[str, str]:
    """Return which ratings of the question at hand are sealed, and how many of how many are in."""
    panel, question = review.panel, review.question.id
    came, rounds = received(panel, question), len(panel.discussion(question).revealed)
    which = f", round {rounds + 1}" if rounds else ""
    return f"Sealed ratings{which}", f"{came} of {came + expected(panel, question)} in"


def waiting_for(review: Review) -> str:
    """Return who has not rated; empty where nobody is waited for, and where hands were counted of nobody knows whom."""
    panel, question = review.panel, review.question.id
    if panel.discussion(question).last.hands:
        return ""
    names = [panel.called(each.id) for each in awaited(panel, question)]
    return f"waiting for: {', '.join(names)}" if names else ""


def about_names(panel: Panel) -> str:
    """Return that names or no names is still to be chosen, or that without names this group is too small."""
    if panel.names is Names.OPEN:
        return "With names or without? That is asked before the first rating."
    small = panel.names is Names.NOT_KEPT and panel.too_small
    return "This group is too small for its ratings to be anonymous." if small else ""


def round_before(review: Review) -> str:
    """Return how the ratings of the round before agreed; empty in the first round."""
    earlier = review.panel.discussion(review.question.id).revealed
    if not earlier:
        return ""
    shown = counted(review, earlier[-1])
    return f"Round {len(earlier)} before: {shown.word}. {shown.figures}"


def counted(review: Review, shown: Round) -> Tally:
    """Return a round that is revealed, counted."""
    return tally(shown.ratings, review.checklist.scale, shown.missing)


def counts(review: Review, shown: Round) -> Iterator[Count]:
    """Yield how many said what in a round that is revealed: each level, lowest first, and what is no level."""
    found = counted(review, shown)
    for level, number in found.counts:
        yield Count(str(level), number, _who(review, [each for each in shown.ratings if each.level == level.value]))
    for name, number, said in (
        ("Not known", found.not_known, Said.NOT_KNOWN),
        ("Abstained", found.abstained, Said.ABSTAINED),
    ):
        if number or said is Said.NOT_KNOWN:
            yield Count(name, number, _who(review, [each for each in shown.ratings if each.said is said]))


def which_round(review: Review) -> str:
    """Return which round the ratings are of, where there was more than one."""
    rounds = len(review.panel.discussion(review.question.id).revealed)
    return f"Round {rounds}. " if rounds > 1 else ""


def agreed(review: Review) -> Iterator[tuple[str, str]]:
    """Yield what is agreed on the question at hand, the reason and the minority view, each after its name."""
    discussion = review.panel.discussion(review.question.id)
    if discussion.agreed:
        strength = f", {discussion.agreed.strength}" if discussion.agreed.strength else ""
        yield "Agreed answer", f"{answer_in_words(review, discussion.agreed)}{strength}"
    for name, text in (("Reason", discussion.reason), ("Minority view", discussion.minority)):
        if text.strip():
            yield name, one_line(text)


def kept_here(review: Review) -> str:
    """Return how many recommendations came from the question at hand, and how much was parked at it."""
    question = review.question.id
    made = sum(each.question == question for each in review.recommendations)
    parked = sum(each.question == question for each in review.panel.parked)
    told = (("Recommendations", made), ("Parked", parked))
    return " · ".join(f"{name} {number}" for name, number in told if number)


def our_notes(review: Review) -> Iterator[tuple[str, str]]:
    """Yield our notes on the question at hand, and what we want to ask, each after its name."""
    answer = review.answer(review.question.id)
    for name, text in (("Note", answer.note), ("Private note", answer.private_note)):
        yield name, text if text.strip() else "none"
    yield from (("To ask", one_line(ask.text)) for ask in answer.asks)


def _who(review: Review, ratings: list[Rating]) -> str:
    return ", ".join(review.panel.called(each.by) for each in ratings if each.by)
