"""The people who rate together, and what they have done with each question so far."""

from dataclasses import replace
from enum import StrEnum
from functools import cached_property

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.respondent import Respondent, Role
from scrutiny_tui.model.rounds import Discussion, Stage
from scrutiny_tui.model.text import Clean, one_line

ANONYMOUS_FROM = 5
"""The least number of raters among whom a rating without a name says nothing about who gave it."""


class Names(StrEnum):
    """Whether ratings are kept under the names of who gave them."""

    OPEN = "open"
    """Not chosen yet."""
    KEPT = "kept"
    NOT_KEPT = "not_kept"


@frozen
class Parked(Clean):
    """Something that belongs elsewhere, kept so that the discussion can go on."""

    id: str
    text: str
    question: str = ""
    """The id of the question at which it came up."""


@frozen
class Panel(Clean):
    """A group that works through a checklist together.

    Raises:
        ValueError: two respondents have one id, or a question is discussed twice.
    """

    names: Names = Names.OPEN
    respondents: tuple[Respondent, ...] = ()
    discussions: tuple[Discussion, ...] = ()
    minutes: int = 0
    """How long the session is meant to take in all, in minutes; 0 where nobody has said."""
    order: tuple[str, ...] = ()
    """The ids of the questions in the order to discuss them, where it is not the checklist's."""
    parked: tuple[Parked, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what could not be told apart."""
        super().__post_init__()
        for ids in ([each.id for each in self.respondents], [each.question for each in self.discussions]):
            if len(set(ids)) != len(ids):
                msg = "a respondent or a question stands there twice"
                raise ValueError(msg)

    @cached_property
    def _discussed(self) -> dict[str, Discussion]:
        return {each.question: each for each in self.discussions}

    @property
    def is_used(self) -> bool:
        """Tell whether there has been anything like a session."""
        return bool(self.respondents or self.discussions or self.parked)

    @property
    def is_begun(self) -> bool:
        """Tell whether anything has been rated, so that the choice about names stands."""
        return any(each.rounds for each in self.discussions)

    @property
    def is_delicate(self) -> bool:
        """Tell whether a round is sealed without names, so that copies of it, laid side by side, could be traced."""
        sealed = any(each.stage is Stage.SEALED for each in self.discussions)
        return self.names is Names.NOT_KEPT and sealed

    @property
    def keeps_names(self) -> bool:
        """Tell whether names are kept; not before that is chosen."""
        return self.names is Names.KEPT

    @property
    def raters(self) -> tuple[Respondent, ...]:
        """Those of whom a rating is expected."""
        return tuple(each for each in self.respondents if each.rates)

    @property
    def too_small(self) -> bool:
        """Tell whether the group is too small for ratings without names to be anonymous, with those who have left."""
        return sum(each.role is Role.RATER for each in self.respondents) < ANONYMOUS_FROM

    @property
    def caution(self) -> str:
        """That ratings without names are not anonymous, where so few rate or have rated; else empty."""
        if self.names is not Names.NOT_KEPT:
            return ""
        if self.too_small:
            return "The group is too small for its ratings to be anonymous."
        few = any(each.count < ANONYMOUS_FROM for one in self.discussions for each in one.revealed)
        return "In some rounds too few rated for their ratings to be anonymous." if few else ""

    def respondent(self, respondent_id: str) -> Respondent:
        """Return the respondent with this id.

        Raises:
            KeyError: there is none.
        """
        for each in self.respondents:
            if each.id == respondent_id:
                return each
        raise KeyError(respondent_id)

    @cached_property
    def _called(self) -> dict[str, str]:
        called: dict[str, str] = {}
        taken: dict[str, int] = {}
        for each in self.respondents:
            name = one_line(each.name) or "no name"
            number = taken[name.casefold()] = taken.get(name.casefold(), 0) + 1
            called[each.id] = f"{name} ({number})" if number > 1 else name
        return called

    def called(self, respondent_id: str) -> str:
        """Return the name of a respondent, with a number behind it where others have the same."""
        return self._called.get(respondent_id, respondent_id)

    def discussion(self, question: str) -> Discussion:
        """Return what the group did with a question; a blank one where nothing was done."""
        return self._discussed.get(question) or Discussion(question)

    def with_discussion(self, discussion: Discussion) -> "Panel":
        """Return this panel with `discussion` in the place of the one on the same question."""
        known = {**self._discussed, discussion.question: discussion}
        return replace(self, discussions=tuple(each for each in known.values() if not each.is_blank))

    def with_respondent(self, respondent: Respondent) -> "Panel":
        """Return this panel with a respondent added, or put in the place of the one with that id."""
        known = {each.id: each for each in self.respondents} | {respondent.id: respondent}
        return replace(self, respondents=tuple(known.values()))

    def without_respondent(self, respondent_id: str) -> "Panel":
        """Return this panel without a respondent. Who has rated stays on the list, as someone who has left.

        Without names nobody can tell any more who has, so once something is rated every rater stays.
        """
        leaving = self.respondent(respondent_id)
        may_have = self.is_begun and not self.keeps_names and leaving.role is Role.RATER
        if may_have or self.has_rated(respondent_id):
            return self.with_respondent(replace(leaving, here=False))
        return replace(self, respondents=tuple(each for each in self.respondents if each.id != respondent_id))

    def has_rated(self, respondent_id: str) -> bool:
        """Tell whether there is a rating that is known to be theirs, or that they gave in a round still sealed."""
        return any(each.heard(respondent_id) for one in self.discussions for each in one.rounds)

    def renamed(self, old: str, new: str) -> "Panel":
        """Return this panel without a respondent, whose ratings are another's from now on."""
        if old == new:
            return self
        discussions = tuple(each.renamed(old, new) for each in self.discussions)
        left = tuple(each for each in self.respondents if each.id != old)
        return replace(self, respondents=left, discussions=discussions)

    def naming(self, names: Names) -> "Panel":
        """Return this panel with the choice about names.

        Raises:
            ValueError: something is rated already.
        """
        if self.is_begun and names is not self.names:
            msg = "names or no names is chosen before the first rating"
            raise ValueError(msg)
        return replace(self, names=names)
