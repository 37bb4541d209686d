"""How far raters agree: by the printed rules, in counts and words, and never in a mean."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_tui.model.agreement import LEAST, Agreement, tally
from scrutiny_tui.model.rounds import Rating, Said
from scrutiny_tui.model.scale import Level, Scale
from tests.examples import journey

SCALES = st.integers(2, 9).map(lambda most: Scale(tuple(Level(value, f"L{value}") for value in range(1, most + 1))))


def rated(*levels: int) -> list[Rating]:
    return [Rating(Said.RATED, level) for level in levels]


def by_the_rules(levels: list[int], highest: int) -> Agreement | None:
    """The rules as they are printed, word for word."""
    if len(levels) < LEAST:
        return None

    def share(level: int) -> Fraction:
        return Fraction(levels.count(level), len(levels))

    for level in set(levels):
        if share(level) >= Fraction(3, 4) and not [each for each in levels if abs(each - level) >= 2]:
            return Agreement.AGREED
    if all(abs(one - other) <= 1 for one in levels for other in levels):
        return Agreement.CLOSE
    if share(1) >= Fraction(1, 4) and share(highest) >= Fraction(1, 4):
        return Agreement.POLARISED
    return Agreement.SPLIT


@given(
    SCALES.flatmap(lambda scale: st.tuples(st.just(scale), st.lists(st.integers(1, len(scale.levels)), max_size=12)))
)
def test_the_word_follows_the_rules_in_their_order(drawn: tuple[Scale, list[int]]) -> None:
    scale, levels = drawn
    assert tally(rated(*levels), scale).agreement is by_the_rules(levels, len(scale.levels))


@given(st.lists(st.integers(1, 4), min_size=1, max_size=12))
def test_the_median_is_one_of_the_ratings_and_the_lower_of_the_middle_two(levels: list[int]) -> None:
    found = tally(rated(*levels), journey())
    assert found.median
    ordered = sorted(levels)
    assert found.median.value == ordered[(len(ordered) + 1) // 2 - 1]
    middle = ordered[len(ordered) // 2]
    assert (found.lower_of is not None) == (len(ordered) % 2 == 0 and middle != found.median.value)
    assert ("the lower of the middle two" in found.figures) == (found.lower_of is not None)


@given(st.permutations(rated(1, 2, 2, 4, 4)))
def test_the_order_of_ratings_says_nothing(ratings: list[Rating]) -> None:
    assert tally(ratings, journey()) == tally(rated(1, 2, 2, 4, 4), journey())


@pytest.mark.parametrize(
    ("levels", "sentence"),
    [
        ((), "No rating has a level, so there is nothing to compare."),
        ((2, 2, 2), "Counts only: below 4 ratings a word would say more than is known."),
        ((2, 2, 2, 2), "Agreed: all of them chose 2 Fair."),
        ((2, 2, 2, 3), "Agreed: 3 of 4 chose 2 Fair, and nobody is two levels from it."),
        (
            (2, 2, 3, 3),
            (
                "Close: all are within one level of each other, 2 Fair to 3 Good, and fewer than three quarters chose "
                "the same."
            ),
        ),
        ((1, 1, 4, 4), "Polarised: 2 of 4 chose 1 Poor and 2 chose 4 Great, the two ends of the scale."),
        ((1, 2, 2, 2, 3, 3), "Split: the ratings are spread from 1 Poor to 3 Good."),
        ((2, 2, 2, 4), "Split: the ratings are spread from 2 Fair to 4 Great."),
    ],
)
def test_a_sentence_says_why_the_word_is_the_right_one(levels: tuple[int, ...], sentence: str) -> None:
    assert tally(rated(*levels), journey()).sentence == sentence


def test_not_known_abstained_and_missing_are_three_things_and_no_ratings() -> None:
    found = tally([*rated(2, 2, 2, 3, 2), Rating(Said.NOT_KNOWN), Rating(Said.ABSTAINED)], journey(), missing=2)
    assert (found.rated, found.not_known, found.abstained, found.missing) == (5, 1, 1, 2)
    assert found.agreement is Agreement.AGREED
    assert found.figures == (
        "5 rated: 2, 2, 2, 2, 3; median 2 Fair; range 2 Fair to 3 Good; 1 not known; 1 abstained; 2 missing."
    )


def test_where_nobody_rated_there_is_no_median_and_no_word() -> None:
    found = tally([Rating(Said.NOT_KNOWN)] * 5, journey())
    assert (found.median, found.agreement, found.word) == (None, None, "no ratings")
    assert found.figures == "5 not known."


@pytest.mark.parametrize(
    ("levels", "figures"),
    [
        ((), "Nobody rated."),
        ((3,), "1 rated: 3; median 3 Good; range 3 Good."),
        ((3, 1, 4), "3 rated: 1, 3, 4; median 3 Good; range 1 Poor to 4 Great."),
        (
            (4, 1, 2, 3),
            (
                "4 rated: 1, 2, 3, 4; median 2 Fair (the lower of the middle two, 2 Fair and 3 Good); "
                "range 1 Poor to 4 Great."
            ),
        ),
        ((2, 2, 2, 2), "4 rated: 2, 2, 2, 2; median 2 Fair; range 2 Fair."),
        (
            (2,) * 22 + (3,) * 8,
            f"30 rated: {', '.join(['2'] * 22 + ['3'] * 8)}; median 2 Fair; range 2 Fair to 3 Good.",
        ),
    ],
)
def test_the_figures_read_as_a_person_would_say_them(levels: tuple[int, ...], figures: str) -> None:
    assert tally(rated(*levels), journey()).figures == figures


@given(st.lists(st.integers(1, 4), max_size=30))
def test_a_sentence_begins_with_the_word_it_explains_and_holds_no_decimals(levels: list[int]) -> None:
    found = tally(rated(*levels), journey())
    assert found.sentence.lower().startswith("no rating" if not levels else found.word)
    assert "." not in found.sentence[:-1]
    assert "." not in found.figures[:-1]
    assert "mean" not in f"{found.sentence} {found.figures}"


def test_thirty_raters_with_a_quarter_at_either_end_are_polarised_and_one_fewer_is_split() -> None:
    assert tally(rated(*[1] * 8, *[2] * 14, *[4] * 8), journey()).agreement is Agreement.POLARISED
    assert tally(rated(*[1] * 7, *[2] * 15, *[4] * 8), journey()).agreement is Agreement.SPLIT
