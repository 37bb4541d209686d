"""What people changed by hand in the list of questions to take into the room."""

from collections.abc import Sequence
from dataclasses import replace

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.text import Clean

AT_THE_END = {-1: "It is the first already.", 1: "It is the last already."}
"""What is said to who moves up what stands first, or down what stands last."""


@frozen
class Placed(Clean):
    """A place in the list that was given by hand.

    Raises:
        ValueError: the place is none.
    """

    key: str
    """Which question it is, as `RoomQuestion.key` has it."""
    number: int
    """Its place, from 1."""

    def __post_init__(self) -> None:
        """Refuse a place before the first."""
        super().__post_init__()
        if self.number < 1:
            msg = "a place in the list counts from 1"
            raise ValueError(msg)


@frozen
class RoomPlan(Clean):
    """The changes by hand. Whatever they do not speak of stands where the rule puts it."""

    placed: tuple[Placed, ...] = ()
    """In the order of their places."""
    dropped: tuple[str, ...] = ()
    """The keys of questions that are left out."""

    def ordered(self, keys: Sequence[str]) -> list[str]:
        """Return the keys, given in the order of the rule, in the order of the list; what is dropped is left out."""
        there = [key for key in keys if key not in self.dropped]
        by_hand = [each for each in self.placed if each.key in there]
        moved = {each.key for each in by_hand}
        order = [key for key in there if key not in moved]
        for each in by_hand:
            order.insert(min(each.number, len(order) + 1) - 1, each.key)
        return order

    def is_placed(self, key: str) -> bool:
        """Tell whether a question has its place by hand."""
        return any(each.key == key for each in self.placed)

    def placing(self, keys: Sequence[str], key: str, number: int) -> "RoomPlan":
        """Return this plan with one question at another place; `keys` are all questions in the order of the rule.

        The others keep their order among each other, and those that were placed by hand before stay so.
        """
        order = [each for each in self.ordered(keys) if each != key]
        order.insert(min(max(number, 1), len(order) + 1) - 1, key)
        by_hand = {each.key for each in self.placed} | {key}
        placed = tuple(Placed(each, at) for at, each in enumerate(order, 1) if each in by_hand)
        return RoomPlan(placed, tuple(each for each in self.dropped if each != key))

    def by_rule(self, key: str) -> "RoomPlan":
        """Return this plan with a question where the rule puts it, and back in the list if it was left out."""
        return RoomPlan(
            tuple(each for each in self.placed if each.key != key), tuple(each for each in self.dropped if each != key)
        )

    def dropping(self, key: str) -> "RoomPlan":
        """Return this plan with a question left out."""
        return replace(self.by_rule(key), dropped=(*(each for each in self.dropped if each != key), key))

    def renamed(self, old: str, new: str) -> "RoomPlan":
        """Return this plan with one question under another key."""
        return RoomPlan(
            tuple(replace(each, key=new) if each.key == old else each for each in self.placed),
            tuple(new if each == old else each for each in self.dropped),
        )
