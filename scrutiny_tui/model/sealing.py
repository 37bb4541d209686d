"""A round of one question: ratings come in sealed, and are revealed once."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.answer import Answer, State
from scrutiny_tui.model.panel import ANONYMOUS_FROM, Names, Panel
from scrutiny_tui.model.respondent import Brought, Respondent, Role
from scrutiny_tui.model.rounds import Discussion, Rating, Said, Way, rating_of

Held = TypeVar("Held", Answer, Brought)


def awaited(panel: Panel, question: str) -> tuple[Respondent, ...]:
    """Return the raters who have neither rated in this round nor prepared a rating for it."""
    discussion = panel.discussion(question)
    heard = {*discussion.last.voted, *_joining(panel, discussion)} if not discussion.last.revealed else set()
    return tuple(each for each in panel.raters if each.id not in heard)


def expected(panel: Panel, question: str) -> int:
    """Return how many raters are still to be heard: those awaited, less the hands that were counted."""
    return max(0, len(awaited(panel, question)) - len(panel.discussion(question).last.hands))


def received(panel: Panel, question: str) -> int:
    """Return how many ratings are in, those from prepared files included."""
    discussion = panel.discussion(question)
    return 0 if discussion.last.revealed else discussion.last.count + len(_joining(panel, discussion))


def is_covered(panel: Panel, question: str) -> bool:
    """Tell whether hands were counted for all raters who have not rated, so that another rating is one too many."""
    return bool(panel.discussion(question).last.hands) and not expected(panel, question)


def missing_words(panel: Panel, question: str) -> str:
    """Return who has not rated, and what to think of before the round is revealed without them."""
    came, more = received(panel, question), expected(panel, question)
    few = panel.names is Names.NOT_KEPT and came < ANONYMOUS_FROM
    counted = panel.discussion(question).last.hands
    who = "" if counted or few else f": {', '.join(panel.called(each.id) for each in awaited(panel, question))}"
    caution = " So few ratings are not anonymous: people can tell whose they are." if few else ""
    return f"{more} of {came + more} have not rated{who}.{caution} Revealing cannot be undone."


@frozen
class Slip:
    """What one rater says, and how it came in."""

    respondent: str
    said: Said
    level: int | None = None
    way: Way = Way.SLIP


def seal(panel: Panel, question: str, slip: Slip) -> Panel:
    """Return the panel with one rater's rating sealed.

    With names, a further rating of theirs takes the place of the first. Without, nobody can tell which it was.

    Raises:
        KeyError: there is no such respondent.
        ValueError: the round is revealed, names are not chosen yet, they are no rater, or have rated without a name.
    """
    _expect_names(panel)
    if not panel.respondent(slip.respondent).rates:
        msg = "only a rater who is here can rate"
        raise ValueError(msg)
    discussion = panel.discussion(question)
    last, by = discussion.last, slip.respondent if panel.keeps_names else ""
    if is_covered(panel, question) and slip.respondent not in last.voted:
        msg = "hands were counted for all who have not rated"
        raise ValueError(msg)
    if slip.respondent in last.voted and not panel.keeps_names:
        msg = "without names a rating cannot be found again to change it"
        raise ValueError(msg)
    others = [each for each in last.ratings if not by or each.by != by]
    ratings = sorted([*others, Rating(slip.said, slip.level, by)], key=lambda rating: rating.rank)
    voted = tuple(sorted({*last.voted, slip.respondent}))
    changed = replace(last, ratings=tuple(ratings), voted=voted).by(slip.way)
    return panel.with_discussion(discussion.sealing(changed))


def count(panel: Panel, question: str, hands: Iterable[Rating]) -> Panel:
    """Return the panel with a show of hands, in the place of an earlier one in the same round.

    Raises:
        ValueError: names are not chosen yet, the round is revealed, or there are more hands than raters to be heard.
    """
    _expect_names(panel)
    counted = tuple(hands)
    if panel.raters and len(counted) > len(awaited(panel, question)):
        msg = "there are more hands than raters who have not rated"
        raise ValueError(msg)
    discussion = panel.discussion(question)
    changed = discussion.sealing(replace(discussion.last, hands=counted).by(Way.HANDS))
    return panel.with_discussion(changed if changed.last.count else changed.begun_anew())


def reveal(panel: Panel, question: str) -> Panel:
    """Return the panel with the round of a question revealed. Ratings from prepared files join its first round.

    Without names, what a file says on this question leaves the file's respondent here, and cannot be traced to it.

    Raises:
        ValueError: there is no rating to reveal, names are not chosen yet, or the round is revealed already.
    """
    _expect_names(panel)
    if not received(panel, question):
        msg = "there is no rating to reveal"
        raise ValueError(msg)
    discussion = panel.discussion(question)
    joining = _joining(panel, discussion)
    found = tuple(replace(rating, by=by if panel.keeps_names else "") for by, rating in joining.items())
    finished = replace(discussion.last, ratings=(*discussion.last.ratings, *found), missing=expected(panel, question))
    revealed = panel.with_discussion(discussion.revealing(finished.by(Way.FILE) if joining else finished))
    return revealed if panel.keeps_names else unlinked(revealed, question)


def _joining(panel: Panel, discussion: Discussion) -> dict[str, Rating]:
    """Return the prepared ratings that join the round, by respondent: those of raters who have not rated in it.

    They join the first round only. Someone who has left, or did not come, is heard through the file all the same.
    """
    if discussion.revealed:
        return {}
    found = {}
    for each in panel.respondents:
        answer = each.answer(discussion.question)
        rating = rating_of(answer) if answer and each.role is Role.RATER else None
        if rating and each.id not in discussion.last.voted:
            found[each.id] = rating
    return found


def unlinked(panel: Panel, question: str) -> Panel:
    """Return the panel with nothing on a question left under the name of who prepared it."""
    said = [answer for each in panel.respondents if (answer := each.answer(question))]
    left = tuple(each.without_answer(question) for each in panel.respondents)
    discussion = panel.discussion(question)
    # What was cut loose before stays beside it.
    together = sorted((*discussion.brought, *_unnamed(said)), key=repr)
    discussion = replace(discussion, brought=tuple(together))
    return replace(panel, respondents=left).with_discussion(discussion)


def _beside(answer: Answer, by: str = "") -> Brought:
    """Return what a prepared answer says beside the rating that a round counts."""
    stands = rating_of(answer) is None
    state, why = (answer.state, answer.reason) if stands else (State.UNANSWERED, "")
    return Brought(answer.note, answer.asks, by, answer.strength, answer.evidence, state, why)


def _unnamed(said: Iterable[Answer]) -> tuple[Brought, ...]:
    """Return what these answers say beside their ratings, in no order of files and with nothing of who knows how."""
    found = (unsigned(replace(_beside(answer), strength=None)) for answer in said)
    return tuple(sorted((each for each in found if each != Brought()), key=repr))


def unsigned(held: Held) -> Held:
    """Return what somebody brought or prepared without who asks and who said what: mostly it is who wrote it."""
    return replace(
        held,
        asks=tuple(replace(ask, who="") for ask in held.asks),
        evidence=tuple(replace(item, who="") for item in held.evidence),
    )


def brought(panel: Panel, question: str, *, in_words: bool = False) -> tuple[Brought, ...]:
    """Return what prepared files brought to a question beside their ratings; nothing before it is revealed.

    A question answered `in_words` is never rated, so there is nothing to wait for.
    """
    discussion = panel.discussion(question)
    if not discussion.revealed and not in_words:
        return ()
    said = [(each.id, answer) for each in panel.respondents if (answer := each.answer(question))]
    if not panel.keeps_names:
        return (*map(unsigned, discussion.brought), *_unnamed(answer for _, answer in said))
    named = (_beside(answer, by) for by, answer in said)
    return (*discussion.brought, *(each for each in named if replace(each, by="") != Brought()))


def late(panel: Panel, question: str) -> tuple[Rating, ...]:
    """Return the ratings in prepared files that came when the question was revealed already; they are not counted."""
    discussion = panel.discussion(question)
    if not discussion.revealed:
        return ()
    counted = {rating.by for each in discussion.revealed for rating in each.ratings}
    raters = [each for each in panel.respondents if each.role is Role.RATER]
    found = [rating_of(answer, each.id) for each in raters if (answer := each.answer(question))]
    return tuple(rating for rating in found if rating and rating.by not in counted)


def _expect_names(panel: Panel) -> None:
    if panel.names is Names.OPEN:
        msg = "names or no names is chosen before the first rating"
        raise ValueError(msg)
