"""What a fault is, and what was left after it."""

import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Tally:
    """How often a fault was tried, and what was left each time."""

    intact: int = 0
    """Nothing was lost, and whatever failed was told."""
    wrong: Counter[str] = field(default_factory=Counter)
    """How often each kind of harm was done, such as `lost` or `unreadable`."""
    first: dict[str, str] = field(default_factory=dict)
    """The first case of each kind of harm, in words."""
    note: str = ""
    """What else is worth a column of the table."""

    @property
    def tries(self) -> int:
        """How often it was tried."""
        return self.intact + self.wrong.total()

    def count(self, harm: str, case: str) -> None:
        """Count one try; no harm means that it left everything intact."""
        if harm:
            self.wrong[harm] += 1
            self.first.setdefault(harm, case)
        else:
            self.intact += 1

    def __str__(self) -> str:
        """Return the counts in words."""
        words = [f"{self.tries:,} tries", f"{self.intact:,} intact"]
        words += [f"{number:,} {harm.upper()}" for harm, number in self.wrong.items()]
        return ", ".join(words) + (f" ({self.note})" if self.note else "")


def tried(tally: Tally, case: str, act: Callable[..., str], *given: object) -> None:
    """Count one try of `act`, which returns the harm that it finds. Whatever it raises is a traceback."""
    try:
        harm = act(*given)
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        at = traceback.extract_tb(error.__traceback__)[-1]
        tally.count("traceback", f"{case}: {error!r:.300} in {at.filename}:{at.lineno}")
    else:
        tally.count(harm, case)


@dataclass(frozen=True)
class Fault:
    """One way in which the world is unkind.

    `run` takes how often to try, and an empty folder to do it in; where a fault has a natural number of cases, such as
    the calls of a save, it takes them all, whatever it is asked for.
    """

    name: str
    run: Callable[[int, Path], Tally]
    brief: int
    """Tries among the other tests; 0 where even one takes too long for them."""
    usual: int
    """Tries of `python -m tests.faults`."""
    long: int
    """Tries of `python -m tests.faults --long`."""
    cannot: Callable[[], str] = lambda: ""
    """Says why it cannot be tried on this computer; empty where it can."""
