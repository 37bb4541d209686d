"""What was looked at to see whether everything is in order, and what to do where it is not."""

from enum import StrEnum

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.text import Clean


class Verdict(StrEnum):
    """How something stands."""

    OK = "ok"
    LOOK = "look"
    """It works, and somebody should look at it."""
    BAD = "bad"
    """Something is lost, or will not work."""


@frozen
class Finding(Clean):
    """One thing that was looked at. No word of a review or a checklist is in it but the name of its file."""

    verdict: Verdict
    what: str
    """What was found, in words."""
    todo: str = ""
    """What to do about it; empty where nothing is to be done."""


def ok(what: str) -> Finding:
    """Return a finding of something in order."""
    return Finding(Verdict.OK, what)


def look(what: str, todo: str) -> Finding:
    """Return a finding of something to look at."""
    return Finding(Verdict.LOOK, what, todo)


def bad(what: str, todo: str) -> Finding:
    """Return a finding of something that is not in order."""
    return Finding(Verdict.BAD, what, todo)
