from dataclasses import FrozenInstanceError, field, replace
from functools import cached_property

import pytest

from scrutiny_tui.frozen import frozen


@frozen
class Point:
    x: int
    y: int = 0
    note: str = field(default="", compare=False)

    @cached_property
    def total(self) -> int:
        return self.x + self.y


@frozen
class Named(Point):
    name: str = "origin"


def test_equal_fields_make_equal_values_whatever_was_worked_out_from_them() -> None:
    left, right = Point(1, 2), Point(1, 2, note="not compared")
    assert left.total == 3
    assert left == right
    assert hash(left) == hash(right)
    assert len({left, right, Point(2, 1)}) == 2


def test_values_of_two_classes_are_never_equal() -> None:
    assert Point(1) != Named(1)
    assert Named(1, name="a") != Named(1, name="b")
    assert Point(1) != object()


@pytest.mark.parametrize("name", ["x", "total", "unheard_of"])
def test_nothing_is_set_or_deleted_afterwards(name: str) -> None:
    point = Named(1)
    with pytest.raises(FrozenInstanceError):
        setattr(point, name, 5)
    with pytest.raises(FrozenInstanceError):
        delattr(point, name)
    assert point == Named(1)


def test_it_says_what_it_holds_and_gives_changed_copies() -> None:
    assert repr(replace(Named(1, 2), y=3)) == "Named(x=1, y=3, note='', name='origin')"


def test_a_method_of_the_class_itself_stays() -> None:
    @frozen
    class Loud:
        word: str

        def __repr__(self) -> str:
            return self.word.upper()

    assert repr(Loud("hear")) == "HEAR"
