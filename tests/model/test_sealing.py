"""Rounds of a group: whatever is done in whatever order, nothing given is lost, and nothing sealed can be traced."""

from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from scrutiny_tui.model.answer import Answer, Ask, State
from scrutiny_tui.model.panel import Names, Panel
from scrutiny_tui.model.respondent import Respondent, Role
from scrutiny_tui.model.rounds import Discussion, Rating, Round, Said, Stage, Way
from scrutiny_tui.model.sealing import Slip, awaited, brought, count, expected, is_covered, late, received, reveal, seal

Q = "front-door"
IDS = st.sampled_from([f"r{number}" for number in range(1, 7)])


def group(names: Names = Names.KEPT, size: int = 6) -> Panel:
    return Panel(names, tuple(Respondent(f"r{number}", f"Member {number}") for number in range(1, size + 1)))


def with_file(panel: Panel, level: int = 3) -> Panel:
    answer = Answer(Q, State.RATED, level, note="Read in May", asks=(Ask("a1", "Who?"),))
    return panel.with_respondent(Respondent("f1", "Cllr F", prepared=(answer, Answer("other", State.RATED, 1))))


class Room(RuleBasedStateMachine):
    """A group at one question, and beside it a plain count of what was given."""

    def __init__(self) -> None:
        super().__init__()
        self.panel = group()
        self.given: dict[str, tuple[Said, int | None]] = {}
        self.hands = 0
        self.revealed: list[int] = []
        self.file_heard = False

    @initialize(names=st.sampled_from([Names.KEPT, Names.NOT_KEPT]), file=st.booleans())
    def sit_down(self, names: Names, *, file: bool) -> None:
        self.panel = with_file(group(names)) if file else group(names)
        self.file_heard = not file

    @property
    def stage(self) -> Stage:
        return self.panel.discussion(Q).stage

    def refused(self) -> bool:
        return self.stage not in {Stage.OPEN, Stage.SEALED}

    @rule(who=IDS, level=st.integers(1, 4), said=st.sampled_from(Said), way=st.sampled_from([Way.SLIP, Way.KEYBOARD]))
    def rate(self, who: str, level: int, said: Said, way: Way) -> None:
        slip = Slip(who, said, level if said is Said.RATED else None, way)
        known = who in {each.id for each in self.panel.raters}
        twice = who in self.given and not self.panel.keeps_names
        covered = who not in self.given and is_covered(self.panel, Q)
        if self.refused() or not known or twice or covered:
            with pytest.raises((ValueError, KeyError)):
                seal(self.panel, Q, slip)
            return
        self.panel = seal(self.panel, Q, slip)
        self.given[who] = (slip.said, slip.level)

    @rule(number=st.integers(0, 8))
    def count_hands(self, number: int) -> None:
        hands = [Rating(Said.RATED, 2)] * number
        if self.refused() or (self.panel.raters and number > len(awaited(self.panel, Q))):
            with pytest.raises(ValueError, match=r"more hands|the question is"):
                count(self.panel, Q, hands)
            return
        self.panel = count(self.panel, Q, hands)
        self.hands = number

    @rule(who=IDS)
    def leave(self, who: str) -> None:
        if who in {each.id for each in self.panel.respondents}:
            self.panel = self.panel.without_respondent(who)

    @rule(who=IDS)
    def come(self, who: str) -> None:
        self.panel = self.panel.with_respondent(Respondent(who, f"Back {who}"))

    @precondition(lambda self: self.stage is Stage.SEALED)
    @rule()
    def begin_anew(self) -> None:
        self.panel = self.panel.with_discussion(self.panel.discussion(Q).begun_anew())
        self.given, self.hands = {}, 0

    @rule()
    def show(self) -> None:
        if self.refused() or not received(self.panel, Q):
            with pytest.raises(ValueError, match=r"no rating|the question is"):
                reveal(self.panel, Q)
            return
        expecting = received(self.panel, Q)
        self.panel = reveal(self.panel, Q)
        self.revealed.append(expecting)
        self.given, self.hands, self.file_heard = {}, 0, True

    @precondition(lambda self: self.stage in {Stage.REVEALED, Stage.AGREED})
    @rule(level=st.integers(1, 4))
    def agree(self, level: int) -> None:
        agreeing = self.panel.discussion(Q).agreeing(Answer(Q, State.RATED, level, note="not kept here"))
        self.panel = self.panel.with_discussion(agreeing)
        assert agreeing.agreed == Answer(Q, State.RATED, level)

    @precondition(lambda self: self.stage in {Stage.REVEALED, Stage.AGREED})
    @rule()
    def again(self) -> None:
        self.panel = self.panel.with_discussion(self.panel.discussion(Q).again())

    @rule()
    def change_the_names(self) -> None:
        other = Names.NOT_KEPT if self.panel.keeps_names else Names.KEPT
        if self.panel.is_begun:
            with pytest.raises(ValueError, match="before the first rating"):
                self.panel.naming(other)

    @invariant()
    def nothing_given_is_lost(self) -> None:
        last = self.panel.discussion(Q).last
        if self.stage is Stage.SEALED:
            assert len(last.ratings) == len(self.given)
            assert sorted((each.said, each.level or 0) for each in last.ratings) == sorted(
                (said, level or 0) for said, level in self.given.values()
            )
            assert len(last.hands) == self.hands
        assert [each.count for each in self.panel.discussion(Q).revealed] == self.revealed

    @invariant()
    def the_order_says_nothing(self) -> None:
        for each in self.panel.discussion(Q).rounds:
            assert list(each.ratings) == sorted(each.ratings, key=lambda rating: rating.rank)
            assert list(each.voted) == sorted(each.voted)
            assert not (each.revealed and each.voted)

    @invariant()
    def without_names_nothing_can_be_traced(self) -> None:
        if self.panel.keeps_names:
            return
        discussion = self.panel.discussion(Q)
        assert not any(rating.by for each in discussion.rounds for rating in each.ratings)
        assert not any(each.by for each in brought(self.panel, Q))
        if discussion.revealed:
            assert all(each.answer(Q) is None for each in self.panel.respondents)

    @invariant()
    def with_names_everybody_is_counted_once(self) -> None:
        for each in self.panel.discussion(Q).rounds:
            named = [rating.by for rating in each.ratings if rating.by]
            assert len(named) == len(set(named))


Room.TestCase.settings = settings(max_examples=40, stateful_step_count=25)
TestWhateverTheRoomDoes = Room.TestCase


def test_before_names_are_chosen_nothing_is_taken() -> None:
    panel = group(Names.OPEN)
    with pytest.raises(ValueError, match="before the first rating"):
        seal(panel, Q, Slip("r1", Said.NOT_KNOWN))
    with pytest.raises(ValueError, match="before the first rating"):
        count(panel, Q, [])
    with pytest.raises(ValueError, match="before the first rating"):
        reveal(with_file(panel), Q)


def test_a_prepared_rating_is_in_until_its_member_rates_in_the_room() -> None:
    panel = with_file(group())
    assert (received(panel, Q), expected(panel, Q)) == (1, 6)
    in_room = reveal(seal(panel, Q, Slip("f1", Said.RATED, 1)), Q)
    assert [(each.by, each.level) for each in in_room.discussion(Q).last.ratings] == [("f1", 1)]
    prepared = reveal(panel, Q)
    assert [(each.by, each.level) for each in prepared.discussion(Q).last.ratings] == [("f1", 3)]
    assert prepared.discussion(Q).last.missing == 6
    assert prepared.discussion(Q).last.ways == (Way.FILE,)


def test_a_prepared_rating_joins_the_first_round_only() -> None:
    panel = reveal(with_file(group()), Q)
    panel = panel.with_discussion(panel.discussion(Q).again())
    assert (received(panel, Q), expected(panel, Q)) == (0, 7)


def test_a_member_who_stays_away_is_heard_through_the_file_and_an_observer_is_not() -> None:
    panel = with_file(group())
    away = panel.with_respondent(replace(panel.respondent("f1"), here=False))
    assert (received(away, Q), expected(away, Q)) == (1, 6)
    watching = panel.with_respondent(replace(panel.respondent("f1"), role=Role.OBSERVER))
    assert (received(watching, Q), expected(watching, Q)) == (0, 6)


def test_without_names_a_file_is_cut_loose_from_the_question_at_the_reveal_and_from_no_other() -> None:
    panel = reveal(with_file(group(Names.NOT_KEPT)), Q)
    assert [answer.question for answer in panel.respondent("f1").prepared] == ["other"]
    assert [(each.note, each.by, len(each.asks)) for each in brought(panel, Q)] == [("Read in May", "", 1)]
    assert late(panel, Q) == ()


def test_a_file_that_comes_after_the_reveal_is_told_of_and_not_counted() -> None:
    panel = with_file(reveal(seal(group(), Q, Slip("r1", Said.RATED, 1)), Q))
    assert [each.by for each in panel.discussion(Q).last.ratings] == ["r1"]
    assert late(panel, Q) == (Rating(Said.RATED, 3, "f1"),)
    assert [each.note for each in brought(panel, Q)] == ["Read in May"]


def test_who_comes_in_mid_round_is_awaited_and_who_leaves_is_not_though_their_rating_stays() -> None:
    panel = seal(group(size=2), Q, Slip("r1", Said.RATED, 1))
    panel = panel.with_respondent(Respondent("new", "Cllr N"))
    assert [each.id for each in awaited(panel, Q)] == ["r2", "new"]
    panel = panel.without_respondent("r1").without_respondent("r2")
    assert [each.id for each in awaited(panel, Q)] == ["new"]
    assert (received(panel, Q), reveal(panel, Q).discussion(Q).last.missing) == (1, 1)


def test_with_names_a_rating_can_be_changed_until_the_reveal() -> None:
    panel = seal(seal(group(), Q, Slip("r1", Said.RATED, 1)), Q, Slip("r1", Said.NOT_KNOWN))
    assert panel.discussion(Q).last.ratings == (Rating(Said.NOT_KNOWN, by="r1"),)


def test_who_has_rated_cannot_be_taken_off_the_list() -> None:
    for names in (Names.KEPT, Names.NOT_KEPT):
        panel = seal(group(names), Q, Slip("r1", Said.RATED, 1)).without_respondent("r1")
        assert not panel.respondent("r1").here
        assert received(panel, Q) == 1
    assert len(group().without_respondent("r1").respondents) == 5


def test_thirty_raters_and_two_with_one_name() -> None:
    panel = group(size=30).with_respondent(Respondent("x", "member 3"))
    assert (panel.called("r3"), panel.called("x")) == ("Member 3", "member 3 (2)")
    for number in range(1, 31):
        panel = seal(panel, Q, Slip(f"r{number}", Said.RATED, 1 + number % 4))
    assert (received(panel, Q), [each.id for each in awaited(panel, Q)]) == (30, ["x"])


@pytest.mark.parametrize(
    "make",
    [
        lambda: Discussion(Q, (Round(), Round(revealed=True))),
        lambda: Discussion(Q, agreed=Answer(Q, State.RATED, 1)),
        lambda: Discussion(Q).again(),
        lambda: Discussion(Q).agreeing(Answer(Q, State.RATED, 1)),
        lambda: Discussion(Q).begun_anew(),
        lambda: Rating(Said.RATED),
        lambda: Rating(Said.ABSTAINED, 2),
        lambda: Panel(respondents=(Respondent("r1", "A"), Respondent("r1", "B"))),
    ],
)
def test_what_no_step_leads_to_is_refused(make: object) -> None:
    assert callable(make)
    with pytest.raises(ValueError, match=r"."):
        make()
