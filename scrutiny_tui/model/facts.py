"""Facts and figures that a checklist states: where each comes from, and how far it was checked."""

from enum import StrEnum

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.text import Clean


class Standing(StrEnum):
    """How far a stated fact has been checked."""

    VERIFIED = "verified"
    """Read in the source itself."""
    SECONDARY = "secondary"
    """Read only in a secondary, older or mirror source: check before quoting."""
    DERIVED = "derived"
    """Our own sum on verified figures."""

    @property
    def caution(self) -> str:
        """Return what a reader is told beside the fact; nothing where it was read in the source itself."""
        return _CAUTION[self]


_CAUTION = {
    Standing.VERIFIED: "",
    Standing.SECONDARY: "second-hand, check before quoting",
    Standing.DERIVED: "our own sum",
}


class Better(StrEnum):
    """Which way an indicator should go."""

    LOWER = "lower"
    HIGHER = "higher"
    CONTEXT = "context"
    """Neither way is right in itself: ask why."""

    @property
    def words(self) -> str:
        """Return what a reader is told beside the figure."""
        return "neither way is right in itself: ask why" if self is Better.CONTEXT else f"{self.value} is better"


@frozen
class Source(Clean):
    """A publication that a checklist rests on. The address is text, never a link that is followed."""

    id: str
    title: str
    publisher: str = ""
    year: str = ""
    address: str = ""


@frozen
class Claim(Clean):
    """A stated fact with the source it comes from, its date and how far it was checked."""

    text: str
    source: str
    """The id of a source of the same checklist."""
    period: str = ""
    """The date or period that the fact is about, in words."""
    standing: Standing = Standing.VERIFIED


@frozen
class Indicator(Clean):
    """A figure worth asking for."""

    id: str
    name: str
    unit: str = ""
    better: Better = Better.CONTEXT
    note: str = ""
    clock: Claim | None = None
    """The legal time limit or standard, where there is one."""
    england: Claim | None = None
    """The published figure for England, where it has been verified."""
