"""What a review is opened for."""

from enum import Enum, auto


class Errand(Enum):
    """What a review is opened for."""

    WORK = auto()
    MERGE = auto()
    """Members' files are to be added to it."""
    COMPARE = auto()
    """It is to be compared with earlier ones."""
