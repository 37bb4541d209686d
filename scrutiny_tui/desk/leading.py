"""What the leader of a session can do now, and why not: the same on the screen and in the plain mode."""

from dataclasses import replace

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.model.agenda import most_different
from scrutiny_tui.model.answer import State, next_id
from scrutiny_tui.model.brought_text import brought_ask
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.rounds import Stage, Way, essence
from scrutiny_tui.model.sealing import awaited, is_covered, received

ALL_AGREED = "Every question is agreed. x exports the record."
NOBODY_RATES = "Nobody is there to rate. p adds people, m adds members' files, c counts hands."
_IN_WORDS = "This question is answered in words, so nobody rates it. e writes the answer down."
_TOO_EARLY = "Reveal the ratings first (v). Then the number is the level that the group agrees on."


def why_not_collect(review: Review, way: Way) -> str:
    """Return why no ratings can come in this way, in words; empty where they can once names are chosen."""
    panel, question = review.panel, review.question
    stage = panel.discussion(question.id).stage
    if question.in_words:
        return _IN_WORDS
    if stage.is_shown:
        return "The ratings are revealed. The number agrees on a level, and o rates once more."
    if way is not Way.HANDS and is_covered(panel, question.id):
        return "Hands were counted for all who have not rated. c counts again, z begins the round anew."
    if way is Way.KEYBOARD and panel.raters and not awaited(panel, question.id):
        return "All ratings are in. v reveals them."
    return ""


def why_not_reveal(review: Review) -> str:
    """Return why there is nothing to reveal, in words; empty where there is."""
    panel, question = review.panel, review.question
    if question.in_words:
        return _IN_WORDS
    if panel.discussion(question.id).stage.is_shown:
        return "The ratings are revealed already."
    if not received(panel, question.id):
        return "No rating is in yet. s types slips, k passes the keyboard, c counts hands."
    return ""


def why_not_agree(review: Review) -> str:
    """Return why the group cannot agree on a level yet, in words; empty where it can."""
    if review.question.in_words:
        return _IN_WORDS
    return "" if _stage(review).is_shown else _TOO_EARLY


def why_not_say_how(review: Review) -> str:
    """Return why it cannot be said how the group knows, in words; empty where it can."""
    question = review.question
    agreed = review.panel.discussion(question.id).agreed
    if question.in_words:
        return _IN_WORDS
    if agreed is None or agreed.state is not State.RATED:
        return "Agree on a level first; then say how you know."
    if essence(review.answer(question.id)) != agreed:
        return "The answer was changed after it was agreed. Press the number to agree on it anew."
    return ""


def why_not_give_words(review: Review) -> str:
    """Return why neither the reason nor the minority view can be written yet, in words; empty where they can."""
    if review.question.in_words or _stage(review).is_shown:
        return ""
    return "Reveal the ratings first (v); the words come after the talk."


def why_not_again(review: Review) -> str:
    """Return why no further round can begin, in words; empty where one can."""
    return "" if _stage(review).is_shown else "Only after a reveal (v) can the group rate once more."


def why_not_anew(review: Review) -> str:
    """Return why there is no round to begin anew, in words; empty where there is."""
    return "" if _stage(review) is Stage.SEALED else "No round is sealed, so there is nothing to throw away."


def why_not_read_brought(review: Review) -> str:
    """Return why what members brought cannot be read yet, in words; empty where it can."""
    shown = review.question.in_words or review.panel.discussion(review.question.id).revealed
    return "" if shown else "What members brought is told after the reveal (v)."


def rate_again(desk: Desk) -> str:
    """Begin a further round on the question at hand and return what that means, in words."""
    desk.settle()
    desk.rate_again(desk.review.question.id)
    return "A further round. The rounds before are kept."


def begin_anew(desk: Desk) -> str:
    """Throw away what is sealed on the question at hand and return what that means, in words."""
    desk.settle()
    desk.begin_anew(desk.review.question.id)
    return "The round begins anew. u brings back what was thrown away."


def switch_order(desk: Desk) -> str:
    """Switch between the checklist's order and that of the greatest differences. Returns what was done, in words."""
    desk.settle()
    review = desk.review
    if review.panel.order:
        desk.set_order(())
        return "In the order of the checklist."
    if any(each.prepared for each in review.panel.respondents):
        order = most_different(review)
        desk.set_order(order)
        desk.go(order[0])
        return "Where prepared files differ most comes first."
    return "No prepared files are here to tell where views differ. m adds them."


def take_brought(desk: Desk, line_id: str) -> bool:
    """Take what a member wants to ask among our asks, by the id of its line. Returns whether that was still to do."""
    ask = brought_ask(desk.review, line_id)
    if ask is not None:
        answer = desk.review.answer(desk.review.question.id)
        desk.settle()
        desk.put_ask(answer.question, replace(ask, id=next_id(answer.asks, "a")))
        desk.settle()
    return ask is not None


def _stage(review: Review) -> Stage:
    return review.panel.discussion(review.question.id).stage
