"""What the invented committee of the worked example found one and two years before, and why it moved."""

from dataclasses import replace
from datetime import date as Date

from scrutiny_tui.model.answer import Answer, State, Strength
from scrutiny_tui.model.earlier import Earlier, EarlierAnswer, Why
from scrutiny_tui.model.keeping import as_earlier
from scrutiny_tui.model.meeting import Meeting
from scrutiny_tui.model.review import Review

_LAST = "worked-example-before"
_TOLD, _SHOWN, _TESTED = Strength
_FIRST_LOOK = (
    ("leadership", 1, _SHOWN),
    ("line-of-sight", 1, _TOLD),
    ("caseloads", 1, _SHOWN),
    ("timeliness", 2, _SHOWN),
    ("compliance", 1, _SHOWN),
    ("voice", None, None),
)
_ONE_YEAR_ON = (
    ("leadership", 1, _SHOWN),
    ("line-of-sight", 2, _TOLD),
    ("demand", 2, _TOLD),
    ("caseloads", 2, _TOLD),
    ("timeliness", 2, _SHOWN),
    ("compliance", 2, _SHOWN),
    ("culture", 2, _TOLD),
    ("voice", 2, _TOLD),
)
_OTHER_WORDS = EarlierAnswer("culture", 7, "Culture", "Do staff like working here?", "0" * 16, "3 Good", State.RATED, 3)
"""Of the oldest review, which asked about the culture in words that were changed since."""


def earlier(blank: Review, days: tuple[Date, Date]) -> tuple[Earlier, Earlier]:
    """Return what the committee found at its meetings on these days; `blank` is a review with the same checklist."""
    first = _short(blank, "worked-example-first", "After the inspection", days[0], _FIRST_LOOK)
    asked = tuple(_OTHER_WORDS if each.question == "culture" else each for each in first.answers
                  if each.question != "demand")  # fmt: skip
    second = _short(blank, _LAST, "Improvement plan, first look", days[1], _ONE_YEAR_ON)
    return replace(first, answers=asked), second


WHYS = (
    Why("leadership", _LAST, "A permanent director came in March; three posts below are still filled for the interim."),
    Why(
        "caseloads",
        _LAST,
        "Last year's figure was an average. The table by team, and the visit, showed who is above it.",
    ),
    Why("timeliness", _LAST, "The second assessment team has been at full strength since autumn."),
    Why("voice", _LAST, "Last year we were told. This year nobody could say what children had asked for."),
)
"""Why answers moved, in the words of the committee."""


def _short(
    blank: Review, name: str, title: str, day: Date, said: tuple[tuple[str, int | None, Strength | None], ...]
) -> Earlier:
    review = replace(blank, id=name, title=f"{title} (worked example)", meeting=Meeting(date=day))
    for question, level, strength in said:
        state = State.NOT_KNOWN if level is None else State.RATED
        review = review.with_answer(Answer(question, state, level, strength=strength))
    return as_earlier(review)
