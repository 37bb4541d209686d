"""How an answer moved between two reviews that asked the same question in the same words, said in words."""

from enum import StrEnum

from scrutiny_tui.model.answer import State, Strength
from scrutiny_tui.model.earlier import EarlierAnswer
from scrutiny_tui.model.reading import IN_WORDS
from scrutiny_tui.model.text import one_line


class Move(StrEnum):
    """The kinds of moves, as they are counted. A level is set against a level only, never against anything else."""

    UP = "up"
    DOWN = "down"
    SAME = "as before"
    KNOWN = "now known"
    LOST = "no longer known"
    UNKNOWN = "still not known"
    NO_LEVEL = "without a level then or now"
    """For any other reason than that it is not known."""
    UNCONFIRMED = "brought along and not confirmed"
    """What is said now was said in an earlier review, and nobody has looked at it again."""
    NOT_COMPARED = "not compared"


_SAYS = {
    State.NOT_KNOWN: "not known",
    State.NOT_APPLICABLE: "does not apply",
    State.NOT_DISCUSSED: "not discussed",
    State.UNANSWERED: "without an answer",
}


def moved(then: EarlierAnswer, now: EarlierAnswer) -> tuple[Move, str]:
    """Return how an answer moved, and that in words, such as `up 1 level`, `as before` or `now known: 2 Fair`."""
    if now.level is not None:
        if then.level is not None:
            return _stepped(now.level - then.level)
        if then.state is State.NOT_KNOWN:
            return Move.KNOWN, f"now known: {in_a_line(now)}"
        return Move.NO_LEVEL, f"now rated: {in_a_line(now)}"
    if now.state is State.NOT_KNOWN and then.level is not None:
        return Move.LOST, "no longer known"
    if now.state is then.state is State.NOT_KNOWN:
        return Move.UNKNOWN, "not known, as before"
    return Move.NO_LEVEL, _without_level(then, now)


def knowing(then: EarlierAnswer, now: EarlierAnswer) -> str:
    """Return how the strength moved, such as `told, now tested: better known`; empty where there is no level now."""
    before, after = then.strength, now.strength
    if now.level is None:
        return ""
    if then.level is None:
        return f"now {after or 'not said'}"
    if before is after:
        return f"{after}, as well known as before" if after else "not said"
    if before is None or after is None:
        return f"{before or 'not said'}, now {after or 'not said'}"
    order = list(Strength)
    better = order.index(after) > order.index(before)
    return f"{before}, now {after}: {'better' if better else 'less well'} known"


def sum_in_words(then: EarlierAnswer, now: EarlierAnswer) -> str:
    """Return how the move was worked out, as a sentence."""
    said = f"{in_a_line(then)} then and {in_a_line(now)} now"
    if then.level is None or now.level is None:
        return f"{said}: a level is compared with a level only. The question was asked in the same words."
    low, high = sorted((then.level, now.level))
    found = f"{high} less {low} is {high - low}, so {_stepped(now.level - then.level)[1]}"
    return f"{said}: {found}. The question and its levels were put in the same words."


def in_a_line(answer: EarlierAnswer) -> str:
    """Return an answer in words on one line; `no answer` where there was none."""
    return one_line(answer.words) if says_something(answer) else "no answer"


def says_something(answer: EarlierAnswer) -> bool:
    """Tell whether the question was answered, in any state or in words."""
    return answer.state is not State.UNANSWERED or is_in_words(answer)


def is_in_words(answer: EarlierAnswer) -> bool:
    """Tell whether the question was answered in words, where there is nothing to rate."""
    return answer.state is State.UNANSWERED and answer.words == IN_WORDS


def levels_in_words(count: int) -> str:
    """Return a number of levels, such as `1 level`."""
    return f"{count} level" if count == 1 else f"{count} levels"


def _stepped(steps: int) -> tuple[Move, str]:
    if not steps:
        return Move.SAME, "as before"
    move = Move.UP if steps > 0 else Move.DOWN
    return move, f"{move} {levels_in_words(abs(steps))}"


def _without_level(then: EarlierAnswer, now: EarlierAnswer) -> str:
    if is_in_words(then) and is_in_words(now):
        return "answered in words both times"  # what they say is for people to compare
    says = "answered in words" if is_in_words(now) else _SAYS[now.state]
    same = then.state is now.state and is_in_words(then) is is_in_words(now)
    return f"{says}, as before" if same else f"now {says}"
