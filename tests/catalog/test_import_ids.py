"""Ids are made where a spreadsheet gives none, and a question keeps its id when the spreadsheet is imported again."""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrutiny_tui.catalog.sheet.words import FreeIds, short_id
from scrutiny_tui.model.checklist import Checklist
from tests.catalog.sheets import made, read_in, table, wrongs
from tests.strategies import HOSTILE

LEVELS = "No; Partly; Yes"
ASKED = (
    "Do leaders know where practice is weak before an inspector tells them?",
    "How long does a family wait between the first call and the first visit?",
    "Which children have had more than three social workers in a year?",
    "What did the last audit find, and who has read it?",
    "Is there enough money for the plan, and where does it come from?",
    "How do we hear from young people who have left care?",
    "When did the board last change its mind because of what staff said?",
    "Are placements near home, and if they are not, why?",
    "Who checks that missing children are asked what happened?",
    "What would make a good worker leave, and what makes one stay?",
    "Do schools and doctors know whom to ring, and do they ring?",
    "How many assessments were late last quarter, and which teams did them?",
)
"""Questions of which no two could be taken for each other."""
NEW = (
    "Has the council bought any software that decides about people?",
    "Do foster carers get a break when they need one?",
    "Which law came into force since the last meeting?",
)
REWORDINGS = (
    lambda text: text.replace("?", " today?"),
    lambda text: "In your view, " + text[0].lower() + text[1:],
    lambda text: text.replace(", and ", ", or "),
    lambda text: text.upper(),
    lambda text: text.replace(" ", "  "),
    lambda text: text.replace("the", "our", 1),
)


def asked(texts: list[str], ids: list[str] | None = None) -> bytes:
    rows = [[id_, text, LEVELS] for id_, text in zip(ids or [""] * len(texts), texts, strict=True)]
    return table(["ID", "Question", "Levels"], *rows)


def by_text(checklist: Checklist) -> dict[str, str]:
    return {question.text: question.id for question in checklist.questions}


@st.composite
def revisions(draw: st.DrawFn) -> tuple[list[str], list[tuple[str, str]]]:
    """The questions of a first edition, and of the next: each with the one it was, or nothing where it is new."""
    first = draw(st.lists(st.sampled_from(ASKED), min_size=3, max_size=12, unique=True))
    kept = draw(st.permutations(first)) if draw(st.booleans()) else list(first)
    kept = kept[draw(st.integers(0, 2)) :]
    reworded = {text: draw(st.sampled_from(REWORDINGS))(text) for text in kept if draw(st.integers(0, 3)) == 0}
    second = [(text, reworded.get(text, text)) for text in kept]
    for text in draw(st.lists(st.sampled_from(NEW), max_size=3, unique=True)):
        second.insert(draw(st.integers(0, len(second))), ("", text))
    return first, second


@given(revisions())
@settings(max_examples=80, deadline=None)
def test_a_question_keeps_its_id_whatever_is_moved_added_taken_out_and_reworded(
    revision: tuple[list[str], list[tuple[str, str]]],
) -> None:
    first, second = revision
    earlier = made(asked(first))
    before = by_text(earlier)
    again = made(asked([text for _, text in second]), earlier)
    assert [question.text.split() for question in again.questions] == [text.split() for _, text in second]
    for (was, _), question in zip(second, again.questions, strict=True):
        if was:
            assert question.id == before[was]
        else:
            assert question.id not in before.values()
    assert len({question.id for question in again.questions}) == len(second)


@given(
    st.lists(
        st.sampled_from((*HOSTILE[3:], *ASKED[:3], "Q?", "Q!", "\u4e2d\u6587?", "x", "x 2", "-")),
        min_size=1,
        max_size=12,
    )
)
@settings(max_examples=100, deadline=None)
def test_ids_that_are_made_are_valid_and_unique_and_the_same_again(texts: list[str]) -> None:
    texts = [text for text in texts if not wrongs(asked([text]))]
    if not texts:
        return
    first = made(asked(texts))
    ids = [question.id for question in first.questions]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9-]{0,59}", id_) for id_ in ids)
    assert made(asked(texts)) == first
    assert made(asked(texts), first) == first


@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=9), min_size=1)
)
@settings(max_examples=60, deadline=None)
def test_the_questions_come_in_the_order_of_the_rows_with_their_texts(words: list[str]) -> None:
    texts = [f"Is {word} so?" for word in words]
    sections = [f"Part {place // 3}" for place in range(len(texts))]
    rows = [[section, text, LEVELS] for section, text in zip(sections, texts, strict=True)]
    checklist = made(table(["Section", "Question", "Levels"], *rows))
    assert [question.text for question in checklist.questions] == texts
    assert [section.title for section in checklist.sections] == list(dict.fromkeys(sections))


def test_given_ids_stay_and_made_ones_keep_clear_of_them() -> None:
    checklist = made(asked(["Who waits?", "Who waits?", "Why?"], ["", "who-waits", "Q 3"]))
    assert [question.id for question in checklist.questions] == ["who-waits-2", "who-waits", "q-3"]


def test_an_id_that_was_made_before_gives_way_to_one_that_is_given_now() -> None:
    earlier = made(asked(["Who waits?", "Why?"]))
    again = made(asked(["Who waits?", "Why?"], ["", "who-waits"]), earlier)
    assert [question.id for question in again.questions] == ["who-waits-2", "who-waits"]


def test_ids_that_were_given_stay_when_their_column_goes() -> None:
    earlier = made(asked(["Who waits?", "Why?"], ["a", "b"]))
    assert by_text(made(table(["Question", "Levels"], ["Why?", LEVELS], ["Who waits?", LEVELS]), earlier)) == {
        "Why?": "b",
        "Who waits?": "a",
    }


def test_what_was_taken_for_the_same_question_is_told() -> None:
    earlier = made(asked([ASKED[0], ASKED[1]]))
    _, ids = read_in(asked([ASKED[0].replace("inspector", "auditor"), ASKED[1], NEW[0]])).checklist(earlier=earlier)
    assert (ids.new, ids.reworded) == (1, [earlier.questions[0].id])


@pytest.mark.parametrize("place", [0, 1, 2])
def test_beside_the_same_neighbour_other_words_may_be_fewer_alike(place: int) -> None:
    other = "How long does a family wait for a first visit after it rang?"
    first = [ASKED[0], ASKED[2]]
    first.insert(place, ASKED[1])
    earlier = made(asked(first))
    second = [other if text == ASKED[1] else text for text in first]
    for texts in ([NEW[0], *second], [*second, NEW[0]]):
        assert by_text(made(asked(texts), earlier))[other] == by_text(earlier)[ASKED[1]]
    elsewhere = made(asked([ASKED[0], NEW[0], ASKED[2], NEW[1], other, NEW[2]]), earlier)
    assert by_text(elsewhere)[other] not in by_text(earlier).values()


def test_a_made_id_keeps_clear_of_one_that_is_kept() -> None:
    earlier = made(asked(["Why do they wait?", "Who?"], ["new-money", "who"]))
    again = made(asked(["New money?", "Why do they wait?"]), earlier)
    assert [question.id for question in again.questions] == ["new-money-2", "new-money"]


def test_another_question_in_the_same_place_is_another_question() -> None:
    earlier = made(asked(list(ASKED[:3])))
    again = made(asked([ASKED[0], NEW[0], ASKED[2]]), earlier)
    assert again.questions[1].id not in by_text(earlier).values()


def test_the_same_words_twice_keep_their_ids_in_their_order() -> None:
    earlier = made(asked(["And why?", ASKED[0], "And why?", ASKED[1], "And why?"]))
    again = made(asked(["And why?", "And why?", ASKED[1], "And why?", ASKED[0]]), earlier)
    assert [question.id for question in again.questions if question.text == "And why?"] == [
        "and-why", "and-why-2", "and-why-3"
    ]  # fmt: skip


def test_sections_have_ids_of_their_own() -> None:
    rows = [
        ["Section", "Question", "Levels"],
        ["Help & care", "1?", LEVELS],
        ["Help, care", "2?", ""],
        ["\u4e2d", "3?", ""],
    ]
    assert [section.id for section in made(table(*rows)).sections] == ["help-care", "help-care-2", "section"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Who waits?", "who-waits"),
        ("Do the children who wait longest know whom to ask for help?", "do-the-children-who-wait-longest-know"),
        ("x" * 90, "x" * 40),
        ("\u00c9t\u00e9 \u00fcber \u00a31m", "ete-uber-1m"),
        ("\u4e2d\u6587", ""),
    ],
)
def test_an_id_is_made_from_the_first_words_that_fit(words: str, expected: str) -> None:
    assert short_id(words) == expected


def test_free_ids_count_on_from_what_is_taken() -> None:
    ids = FreeIds(["a", "a-2", "a-4"])
    assert [ids.take("A", "x") for _ in range(3)] == ["a-3", "a-5", "a-6"]
    assert [ids.take("?", "x") for _ in range(2)] == ["x", "x-2"]


def test_fifteen_hundred_questions_keep_their_ids_when_all_are_shuffled_and_many_reworded() -> None:
    chance = random.Random(2)  # noqa: S311  # the same at each run
    words = [
        "audit",
        "board",
        "care",
        "child",
        "decision",
        "family",
        "help",
        "home",
        "judge",
        "law",
        "money",
        "nurse",
        "officer",
        "plan",
        "school",
        "team",
        "visit",
    ]
    texts = [f"{' '.join(chance.choices(words, k=9))} {number}?" for number in range(1_500)]
    earlier = made(asked(texts))
    before = by_text(earlier)
    shuffled = chance.sample(texts, len(texts))
    again = made(asked([text.replace("?", " now?") for text in shuffled]), earlier)
    kept = sum(question.id == before[text] for question, text in zip(again.questions, shuffled, strict=True))
    assert kept > 1_450
