"""How far raters agree, in counts and in words. No mean, no decimals."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.rounds import Rating, Said
from scrutiny_tui.model.scale import Level, Scale

LEAST = 4
"""The least number of ratings of which anything but the counts is said."""


class Agreement(StrEnum):
    """How far the ratings of one question agree, tested in this order."""

    AGREED = "agreed"
    """At least three quarters on one level, and nobody two levels from it."""
    CLOSE = "close"
    """All within one level of each other."""
    POLARISED = "polarised"
    """At least a quarter on the lowest level, and a quarter on the highest."""
    SPLIT = "split"
    """Anything else."""


@frozen
class Tally:
    """The ratings of one round, counted."""

    counts: tuple[tuple[Level, int], ...]
    """How many chose each level of the scale, lowest first."""
    not_known: int
    abstained: int
    missing: int
    """How many raters had not rated."""
    median: Level | None
    """The middle rating, the lower of the two where their number is even; None where nobody rated."""
    lower_of: tuple[Level, Level] | None
    """The two middle ratings, where they differ."""
    agreement: Agreement | None
    """None where there are too few ratings to say."""

    @property
    def rated(self) -> int:
        """How many chose a level."""
        return sum(count for _, count in self.counts)

    @property
    def taken(self) -> tuple[Level, ...]:
        """The levels that anybody chose, lowest first."""
        return tuple(level for level, count in self.counts if count)

    @property
    def spread(self) -> int:
        """How many levels lie between the lowest and the highest rating; 0 where all are on one."""
        return self.taken[-1].value - self.taken[0].value if self.taken else 0

    @property
    def word(self) -> str:
        """How far they agree, in a word or two."""
        return self.agreement or ("counts only" if self.rated else "no ratings")

    @property
    def figures(self) -> str:
        """The ratings and what follows, such as `4 rated: 1, 2, 2, 3; median 2 Fair; range 1 Poor to 3 Good`."""
        parts = []
        if self.median:
            listed = ", ".join(str(level.value) for level, count in self.counts for _ in range(count))
            parts += [f"{self.rated} rated: {listed}", self._median]
            parts.append(f"range {self.range}")
        parts += [f"{count} {word}" for count, word in ((self.not_known, "not known"), (self.abstained, "abstained"),
                                                        (self.missing, "missing")) if count]  # fmt: skip
        return f"{'; '.join(parts)}." if parts else "Nobody rated."

    @property
    def sentence(self) -> str:
        """Why the word is the right one."""
        if not self.rated:
            return "No rating has a level, so there is nothing to compare."
        if self.agreement is None:
            return f"Counts only: below {LEAST} ratings a word would say more than is known."
        return f"{self.agreement.capitalize()}: {self._why}."

    @property
    def range(self) -> str:
        """From which level to which the ratings go."""
        lowest, highest = self.taken[0], self.taken[-1]
        return str(lowest) if lowest is highest else f"{lowest} to {highest}"

    @property
    def _median(self) -> str:
        low = self.lower_of
        return f"median {self.median}" + (f" (the lower of the middle two, {low[0]} and {low[1]})" if low else "")

    @property
    def _why(self) -> str:
        counts = [count for _, count in self.counts]
        most, top = max(self.counts, key=lambda pair: pair[1])
        if self.agreement is Agreement.AGREED:
            near = "all of them" if top == self.rated else f"{top} of {self.rated}"
            return f"{near} chose {most}" + ("" if top == self.rated else ", and nobody is two levels from it")
        if self.agreement is Agreement.CLOSE:
            return f"all are within one level of each other, {self.range}, and fewer than three quarters chose the same"
        if self.agreement is Agreement.POLARISED:
            lowest, highest = self.counts[0][0], self.counts[-1][0]
            ends = f"{counts[0]} of {self.rated} chose {lowest} and {counts[-1]} chose {highest}"
            return f"{ends}, the two ends of the scale"
        return f"the ratings are spread from {self.range}"


def tally(ratings: Iterable[Rating], scale: Scale, missing: int = 0) -> Tally:
    """Count the ratings of a round on a scale that has their levels."""
    given = list(ratings)
    said = Counter(rating.said for rating in given)
    values = sorted(rating.level for rating in given if rating.level is not None)
    found = Counter(values)
    middle = None
    if values:
        low, high = values[(len(values) - 1) // 2], values[len(values) // 2]
        middle = scale.level(low), scale.level(high)
    return Tally(
        counts=tuple((level, found[level.value]) for level in scale.levels),
        not_known=said[Said.NOT_KNOWN],
        abstained=said[Said.ABSTAINED],
        missing=missing,
        median=middle[0] if middle else None,
        lower_of=middle if middle and middle[0] is not middle[1] else None,
        agreement=_agreement(values, scale) if len(values) >= LEAST else None,
    )


def _agreement(values: list[int], scale: Scale) -> Agreement:
    """Apply the rules in their order; whole numbers only, so that three quarters are exactly that."""
    count = Counter(values)
    for level, most in count.items():
        if most * 4 >= len(values) * 3 and all(abs(value - level) < 2 for value in values):  # noqa: PLR2004  # two levels
            return Agreement.AGREED
    if values[-1] - values[0] <= 1:
        return Agreement.CLOSE
    lowest, highest = count[scale.levels[0].value], count[scale.levels[-1].value]
    if min(lowest, highest) * 4 >= len(values):
        return Agreement.POLARISED
    return Agreement.SPLIT
