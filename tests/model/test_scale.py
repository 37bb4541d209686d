"""The steps of a scale."""

import pytest

from scrutiny_tui.model.scale import Level, Scale


def steps(count: int) -> Scale:
    return Scale(tuple(Level(value, f"step {value}") for value in range(1, count + 1)))


def test_a_level_reads_as_its_number_and_label() -> None:
    assert str(Level(2, "Fair")) == "2 Fair"


def test_a_level_is_found_by_its_number() -> None:
    assert steps(4).level(3).label == "step 3"
    assert steps(4).has(4)


def test_a_number_outside_the_scale_is_no_level() -> None:
    assert not steps(4).has(5)
    with pytest.raises(KeyError):
        steps(4).level(0)


@pytest.mark.parametrize(("count", "low"), [(1, []), (2, [1]), (3, [1]), (4, [1, 2]), (5, [1, 2]), (9, [1, 2, 3, 4])])
def test_the_lower_half_is_low_and_the_middle_is_not(count: int, low: list[int]) -> None:
    assert [value for value in range(1, count + 1) if steps(count).is_low(value)] == low
