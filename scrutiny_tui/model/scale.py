"""The steps on which a question is rated."""

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.text import Clean

MOST_LEVELS = 9
"""A level is one key, 1 to 9."""


@frozen
class Level(Clean):
    """One described step of a scale, such as `2 Fair`."""

    value: int
    """1 for the lowest, then 2, 3 and so on without a gap."""
    label: str
    meaning: str = ""
    """What the step means for any question; a question may describe it in its own words."""

    def __str__(self) -> str:
        """Return the words a person sees: the number and the label."""
        return f"{self.value} {self.label}"


@frozen
class Scale(Clean):
    """The levels of a checklist, lowest first."""

    levels: tuple[Level, ...]
    title: str = ""

    def level(self, value: int) -> Level:
        """Return the level with this value.

        Raises:
            KeyError: the scale has no such level.
        """
        for level in self.levels:
            if level.value == value:
                return level
        raise KeyError(value)

    def has(self, value: int) -> bool:
        """Tell whether the scale has a level with this value."""
        return any(level.value == value for level in self.levels)

    def is_low(self, value: int) -> bool:
        """Tell whether this value lies in the lower half of the scale; a middle level is not low."""
        return 2 * value <= len(self.levels)
