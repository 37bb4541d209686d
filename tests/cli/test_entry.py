"""What a typed line says: the whole grammar, and an answer to any line whatever."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_tui.cli.entry import Entry, Mistake, Wish, ends_note, in_words, parse
from scrutiny_tui.model.answer import Answer, State, Strength
from scrutiny_tui.model.text import clean, one_line
from tests.examples import small_checklist
from tests.strategies import texts

CHECKLIST = small_checklist()
RATED, NOT_KNOWN, APART, UNREACHED = State.RATED, State.NOT_KNOWN, State.NOT_APPLICABLE, State.NOT_DISCUSSED


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("4 2 t", Entry(4, RATED, 2, Strength.TESTED)),
        ("4 2 s", Entry(4, RATED, 2, Strength.SHOWN)),
        ("4 2 o", Entry(4, RATED, 2, Strength.TOLD)),
        ("4 2 tested", Entry(4, RATED, 2, Strength.TESTED)),
        ("  9\t4   TOLD \n", Entry(9, RATED, 4, Strength.TOLD)),
        ("4 2", Entry(4, RATED, 2)),
        ("4 n", Entry(4, NOT_KNOWN)),
        ("4 N", Entry(4, NOT_KNOWN)),
        ("4 0", Entry(4, NOT_KNOWN)),
        ("4 x no such service here", Entry(4, APART, reason="no such service here")),
        ("4 - no such  service", Entry(4, APART, reason="no such service")),
        ("4 d", Entry(4, UNREACHED)),
        ("4 .", Entry(4, UNREACHED)),
        ("4", Entry(4)),
    ],
)
def test_each_kind_of_line(line: str, entry: Entry) -> None:
    assert parse(line, CHECKLIST) == entry


@pytest.mark.parametrize(
    ("line", "wish"),
    [
        ("?", Wish.HELP),
        ("u", Wish.UNDO),
        ("Q", Wish.QUIT),
        ("", Wish.NOTHING),
        (" \t", Wish.NOTHING),
        (".", Wish.NOTHING),
    ],
)
def test_each_wish(line: str, wish: Wish) -> None:
    assert parse(line, CHECKLIST) is wish


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("4 5 t", "There is no level '5': the scale of this checklist has levels 1 to 4."),
        ("4 99999 t", "There is no level '99999': the scale of this checklist has levels 1 to 4."),
        ("10 2 t", "There is no question '10': this checklist has questions 1 to 9."),
        ("0 2 t", "There is no question '0': this checklist has questions 1 to 9."),
        ("4 x", "Say why question 4 does not apply, such as: 4 x no such service here"),
        ("4 -", "Say why question 4 does not apply, such as: 4 x no such service here"),
        ("4 n t", "Nothing may stand after 'not known', and here stands 't'. A note goes on a line of its own."),
        ("4 . x", "Nothing may stand after 'not discussed', and here stands 'x'. A note goes on a line of its own."),
        ("4 2 z", "After the level stands o told, s shown or t tested, and not 'z'. A note goes on a line of its own."),
        (
            "4 2 t t",
            "After the level stands o told, s shown or t tested, and not 't t'. A note goes on a line of its own.",
        ),
        (
            "4 good",
            "'good' is neither a level nor one of n, x, d. Type for instance 4 2 t: question 4, level 2, tested.",
        ),
        ("42t", "'42t' begins with no number of a question. Type for instance 4 2 t: question 4, level 2, tested."),
        ("four", "'four' begins with no number of a question. Type for instance 4 2 t: question 4, level 2, tested."),
    ],
)
def test_each_mistake_is_told_in_words(line: str, words: str) -> None:
    assert parse(line, CHECKLIST) == Mistake(words)


def lines() -> st.SearchStrategy[str]:
    """Lines near to the grammar, and far from it."""
    words = st.sampled_from(
        ("1", "4", "9", "10", "0", "n", "x", "d", "-", ".", "t", "told", "\u0664", "\u00b2", "1" * 5000)
    )
    return st.one_of(st.lists(words, max_size=5).map(" ".join), texts(), st.text())


@given(lines())
def test_no_line_raises_and_every_entry_can_be_made(line: str) -> None:
    match parse(line, CHECKLIST):
        case Entry() as entry:
            question = CHECKLIST.questions[entry.number - 1]
            answer = Answer(question.id)
            if entry.state is RATED:
                answer = answer.rated(CHECKLIST.scale.level(entry.level).value).known_by(entry.strength)
            elif entry.state:
                answer = answer.in_state(entry.state, entry.reason)
            assert in_words(answer, CHECKLIST)
        case Mistake() as mistake:
            assert mistake.words == one_line(clean(mistake.words))
            assert len(mistake.words) < 250


@given(lines())
def test_a_line_that_ends_a_note_is_one_that_does_something_or_is_told(line: str) -> None:
    found = parse(line, CHECKLIST)
    if ends_note(line) and isinstance(found, Entry):
        assert found.state not in {None, APART}


@pytest.mark.parametrize(
    "line", ["4 2 t", "4 0", "4 n", "4 .", "12 3 shown", "4 9", "4 2 z", "u", "q", "?", "", ".", "  "]
)
def test_these_end_a_note(line: str) -> None:
    assert ends_note(line)


@pytest.mark.parametrize(
    "line",
    [
        "4",
        "4 x a week",
        "4 - 5 visits",
        "2 of 3 said so",
        "4 2 tables",
        "2027 4",
        "4 20",
        "Quite so.",
        "..",
        "n",
        "4.2",
    ],
)
def test_these_are_part_of_a_note(line: str) -> None:
    assert not ends_note(line)
