"""What the places of the conversation need: what is there for all reviews, and what belongs to the one that is open."""

from collections.abc import Callable

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.desk.ports import Clock, Library, Preferences, Shelf, Store
from scrutiny_tui.frozen import frozen
from scrutiny_tui.plain.keeper import Keeper
from scrutiny_tui.plain.talk import Talk


@frozen
class Around:
    """What is there for all reviews."""

    talk: Talk
    library: Library
    shelf: Shelf
    clock: Clock
    preferences: Preferences
    example: Callable[[], Store]
    """Lays out the worked example in a folder that is thrown away at the end."""


@frozen
class Sitting:
    """One review while it is open."""

    around: Around
    desk: Desk
    keeper: Keeper

    @property
    def scratch(self) -> bool:
        """Whether the file goes at the end unless the person keeps the review elsewhere."""
        return self.keeper.scratch

    @property
    def talk(self) -> Talk:
        """The conversation."""
        return self.around.talk


def sit_down(around: Around, store: Store, *, scratch: bool = False) -> Sitting:
    """Open the review of a file. Close its keeper at the end."""
    desk = Desk(store.review, around.clock, locked=store.holder)
    return Sitting(around, desk, Keeper(around.talk, desk, store, scratch=scratch))
