"""A copy of a review to hand to somebody else: what leaves with it, what stays behind, and what to look at first."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.answer import Answer
from scrutiny_tui.model.identifiers import Flag, flags, still_named
from scrutiny_tui.model.leaving import as_shown, names_in
from scrutiny_tui.model.panel import Names, Panel
from scrutiny_tui.model.report import build
from scrutiny_tui.model.respondent import Brought
from scrutiny_tui.model.review import Review


@frozen
class Contents:
    """How much of everything a review holds."""

    answers: int
    notes: int
    private_notes: int
    asks: int
    evidence: int
    names: int
    """How many people its fields name."""
    recommendations: int
    ratings: int
    """Ratings that members gave in rounds."""
    prepared: int
    """Answers that members' files hold on a question by themselves."""
    history: int
    """Lines of its history."""
    earlier: int
    """How many earlier reviews it tells of."""


@frozen
class Behind:
    """How much of a review stays where it is."""

    private_notes: int
    ratings: int
    """Ratings in rounds that are not revealed."""
    prepared: int
    """Answers in members' files on questions that are not revealed."""
    names: int
    history: int


@frozen
class Sharing:
    """A copy worked out, and not written yet."""

    copy: Review
    leaves: Contents
    stays: Behind
    flags: tuple[Flag, ...]
    """What in the copy looks as if it could tell who somebody is. That there is none is no guarantee."""


def share(review: Review, *, private: bool = False, names: bool = True) -> Sharing:
    """Work out the copy of a review: what its report says, with nothing sealed.

    Without names it has no history, which tells of people. Its id stays in any case, so that a merge knows it again.
    """
    copy = build(review, private=private, names=names).review
    named = names_in(review)
    here, leaves, open_here = contents(review), contents(copy), contents(_all_open(review))
    # In the place of a name that is left out stands what the person is, such as `Rater 1`.
    leaves = replace(leaves, names=len(set(named).intersection(names_in(copy))))
    stays = Behind(
        private_notes=here.private_notes - leaves.private_notes,
        ratings=here.ratings - open_here.ratings,
        prepared=here.prepared - open_here.prepared,
        names=here.names - leaves.names,
        history=here.history - leaves.history,
    )
    return Sharing(copy, leaves, stays, (*flags(copy), *named_all_the_same(review, copy)))


def named_all_the_same(review: Review, shown: Review) -> tuple[Flag, ...]:
    """Return where texts still name somebody whom the fields of a review name, and those of what is shown do not."""
    return still_named(shown, sorted(set(names_in(review)).difference(names_in(shown))))


def contents(review: Review) -> Contents:
    """Return how much of everything a review holds, sealed or not."""
    answers = list(_answers(review))
    brought = [each for one in review.panel.discussions for each in one.brought]
    told: list[Answer | Brought] = [*answers, *brought]
    return Contents(
        answers=sum(map(review.is_answered, review.questions)),
        notes=_count(each.note for each in told),
        private_notes=_count(each.private_note for each in answers),
        asks=sum(len(each.asks) for each in told),
        evidence=sum(len(each.evidence) for each in told),
        names=len(names_in(review)),
        recommendations=len(review.recommendations),
        ratings=sum(each.count for one in review.panel.discussions for each in one.rounds),
        prepared=sum(1 for _ in _prepared(review.panel)),
        history=len(review.history),
        earlier=len(review.earlier),
    )


def _count(texts: Iterable[str]) -> int:
    return sum(bool(text.strip()) for text in texts)


def _answers(review: Review) -> Iterator[Answer]:
    yield from review.answers
    yield from _prepared(review.panel)


def _prepared(panel: Panel) -> Iterator[Answer]:
    for each in panel.respondents:
        yield from each.prepared
        yield from (said.answer for said in each.apart)


def _all_open(review: Review) -> Review:
    """Return a review without what is sealed, its people under their names whether it keeps them or not."""
    return as_shown(review.with_panel(replace(review.panel, names=Names.KEPT)))
