"""What a review is opened for."""

from enum import Enum, auto
from pathlib import Path

from scrutiny_tui.desk.ports import Store
from scrutiny_tui.frozen import frozen


class Errand(Enum):
    """What a review is opened for."""

    WORK = auto()
    MERGE = auto()
    """Members' files are to be added to it."""
    COMPARE = auto()
    """It is to be compared with earlier ones."""


@frozen
class Opening:
    """The review that the app begins with."""

    review: Store | Path
    """One that is damaged is given by its path: the screen offers its last good copy."""
    scratch: bool = False
    """Whether it is thrown away unless the person keeps it."""
