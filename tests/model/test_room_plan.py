"""The list for the room, changed by hand: nothing gets lost, and the rule keeps all that nobody touched."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_tui.model.answer import Answer, Ask, State
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.room import assigning, placing, room
from scrutiny_tui.model.room_plan import Placed, RoomPlan
from tests.examples import full_review

KEYS = [f"q{number}:" for number in range(1, 8)]
keys = st.sampled_from(KEYS)
plans = st.builds(
    RoomPlan,
    placed=st.lists(st.builds(Placed, key=keys, number=st.integers(1, 12)), max_size=4, unique_by=lambda each: each.key)
    .map(lambda found: tuple(sorted(found, key=lambda each: each.number))),
    dropped=st.lists(keys, max_size=3, unique=True).map(tuple),
)  # fmt: skip


def unplanned() -> Review:
    return replace(full_review(), room=RoomPlan())


@given(plans)
def test_every_question_is_in_the_list_once_or_left_out(plan: RoomPlan) -> None:
    assert sorted([*plan.ordered(KEYS), *(key for key in KEYS if key in plan.dropped)]) == KEYS


@given(plans)
def test_what_nobody_moved_keeps_the_order_of_the_rule(plan: RoomPlan) -> None:
    moved = {each.key for each in plan.placed}
    left = [key for key in plan.ordered(KEYS) if key not in moved]
    assert left == [key for key in KEYS if key in left]


@given(plans, keys, st.integers(1, 7))
def test_a_question_stands_where_it_was_put_and_the_others_as_they_did(plan: RoomPlan, key: str, number: int) -> None:
    before = [each for each in plan.ordered(KEYS) if each != key]
    after = plan.placing(KEYS, key, number).ordered(KEYS)
    assert after.index(key) == min(number - 1, len(before))
    assert [each for each in after if each != key] == before


@given(plans, keys)
def test_left_out_and_put_back_it_stands_where_the_rule_puts_it(plan: RoomPlan, key: str) -> None:
    dropped = plan.dropping(key)
    assert key not in dropped.ordered(KEYS)
    back = dropped.by_rule(key)
    assert key in back.ordered(KEYS)
    assert not back.is_placed(key)


@given(plans, keys)
def test_what_is_gone_from_the_review_is_gone_from_the_list_and_leaves_no_gap(plan: RoomPlan, key: str) -> None:
    there = [each for each in KEYS if each != key]
    assert set(plan.ordered(there)) == set(there) - set(plan.dropped)


def test_a_moved_question_keeps_the_reason_that_the_rule_gives() -> None:
    review = unplanned()
    last = room(review).questions[-1]
    moved = room(placing(review, last.key, 1)).questions[0]
    assert (moved.key, moved.number, moved.reason) == (last.key, 1, last.reason)
    assert (moved.by_hand, moved.rule_number) == (True, last.number)
    assert [each.by_hand for each in room(placing(review, last.key, 1)).questions].count(True) == 1


def test_a_new_question_takes_its_place_by_the_rule_among_those_moved() -> None:
    review = placing(unplanned(), "staff:", 1)
    review = review.with_answer(Answer("learning", State.NOT_KNOWN))
    assert [each.key for each in room(review).questions][:4] == ["staff:", "voice:a1", "money:", "learning:"]


def test_who_asks_the_checklists_own_question_makes_it_ours_at_its_place() -> None:
    review = placing(unplanned(), "staff:", 1)
    assigned, key = assigning(review, "staff:", "Cllr B. Sample")
    first = room(assigned).questions[0]
    assert (first.key, first.who, first.suggested, first.by_hand) == (key, "Cllr B. Sample", False, True)
    assert first.text == "Do families keep the same social worker?"


def test_who_asks_what_a_member_brought_takes_it_among_ours_once() -> None:
    review = unplanned()
    brought = next(each for each in room(review).questions if each.text == "Who answers on a Friday?")
    assigned, key = assigning(review, brought.key, "Cllr A. Example")
    found = [each for each in room(assigned).questions if each.text == brought.text]
    assert [(each.key, each.who, each.role) for each in found] == [(key, "Cllr A. Example", "head of service")]
    assert len(room(assigned).questions) == len(room(review).questions)


def test_assigning_again_changes_the_name_alone() -> None:
    review, key = assigning(unplanned(), "front-door:a1", "C. Specimen")
    assert key == "front-door:a1"
    assert review.answer("front-door").asks[0].who == "C. Specimen"
    assert len(review.answer("front-door").asks) == 2


def test_who_was_typed_and_taken_back_leaves_the_checklists_own_question() -> None:
    review = placing(unplanned(), "staff:", 1)
    assigned, key = assigning(review, "staff:", "C")
    back, again = assigning(assigned, key, "")
    assert (back, again) == (review, "staff:")
    assert assigning(review, "staff:", " ") == (review, "staff:")


def test_an_ask_of_a_member_without_words_is_taken_once() -> None:
    review = unplanned()
    prepared = replace(
        review.panel.respondents[3].prepared[0], asks=(Ask("a1", " "), Ask("a2", "Who?"), Ask("a3", "Who?"))
    )
    people = (*review.panel.respondents[:3], replace(review.panel.respondents[3], prepared=(prepared,)))
    review = replace(review, panel=replace(review.panel, respondents=people))
    for brought in [each for each in room(review).questions if "brought" in each.reason][:2]:
        assigned, _ = assigning(review, brought.key, "Cllr A. Example")
        assert len(room(assigned).questions) == len(room(review).questions)


@given(st.integers(1, 10**30))
def test_a_place_beyond_the_end_is_the_last(number: int) -> None:
    assert RoomPlan((Placed("q1:", number),)).ordered(KEYS)[min(number, len(KEYS)) - 1] == "q1:"


def test_a_place_before_the_first_is_none() -> None:
    with pytest.raises(ValueError, match="counts from 1"):
        Placed("q1:", 0)
