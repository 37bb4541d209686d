"""What the invented committee of the worked example did together: who rated, how, and what it recommends."""

from datetime import date as Date

from scrutiny_tui.model.answer import Answer, State
from scrutiny_tui.model.panel import Names, Panel, Parked
from scrutiny_tui.model.recommendation import Recommendation, Reply
from scrutiny_tui.model.respondent import Respondent, Role
from scrutiny_tui.model.rounds import Discussion, Rating, Round, Said, Way, essence

_RATERS = ("r1", "r2", "r3", "r4", "r5", "r6")
_NOT_KNOWN, _ABSTAINED = 0, -1


def panel(answers: tuple[Answer, ...]) -> Panel:
    """Return the session in which the committee agreed on some of these answers."""
    agreed = {answer.question: essence(answer) for answer in answers if answer.state is not State.NOT_APPLICABLE}
    return Panel(
        names=Names.KEPT,
        respondents=(
            Respondent("r1", "Cllr A. Example"),
            Respondent("r2", "Cllr B. Sample"),
            Respondent("r3", "Cllr C. Specimen"),
            Respondent("r4", "Cllr E. Instance"),
            Respondent("r5", "F. Template"),
            Respondent("r6", "G. Model"),
            Respondent("r7", "Improvement adviser", Role.FACILITATOR),
            Respondent("r8", "Principal social worker", Role.OBSERVER),
        ),
        discussions=(
            Discussion("leadership", (_round(2, 2, 2, 3, 2, 2),), agreed["leadership"],
                       "The top is steady; the middle is not yet."),
            Discussion("line-of-sight", (_round(2, 2, 1, 2, 3, 2),), agreed["line-of-sight"],
                       "Twelve of thirty grades went down when they were checked."),
            Discussion("demand", (_round(4, 3, 3, 2, 3, 3),), agreed["demand"],
                       "Good on their word. We rate again when a year is in the paper.",
                       "One quarter is no trend. I cannot call it good before somebody has looked at closed cases."),
            Discussion("caseloads", (_round(1, 1, 1, 2, 1, _NOT_KNOWN),), agreed["caseloads"],
                       "Four of nine workers in one team hold more than 26 children."),
            Discussion("timeliness", (_round(4, 4, 1, 1, 2, 3), _round(3, 3, 2, 3, 3, 3)), agreed["timeliness"],
                       "Some had rated assessments and some health checks; the second round was on both."),
            Discussion("voice", (_round(*[_NOT_KNOWN] * 5, _ABSTAINED),), agreed["voice"],
                       "Nobody has shown us what children said."),
        ),
        minutes=90,
        parked=(Parked("k1", "School transport for children in care: for the education committee", "timeliness"),),
    )  # fmt: skip


def recommendations(day: Date) -> tuple[Recommendation, ...]:
    """Return what the committee recommended at its meeting on that day."""
    lead = "Executive member for children"
    return (
        Recommendation(
            id="m1",
            text="Show caseloads by team and by worker, not as an average, in every quarter's report",
            to=lead,
            change="No child waits for a visit because a worker holds too many",
            owner="Director of children's services",
            sent=day,
            reply=Reply.ACCEPTED,
            reason="From quarter 2 on",
            question="caseloads",
        ),
        Recommendation(
            id="m2",
            text="Bring to each meeting what children said in the quarter, and what was changed because of it",
            to=lead,
            change="Children see that what they say is acted on",
            owner="Head of participation",
            sent=day,
            question="voice",
        ),
        Recommendation(
            id="m3",
            text="Have a sample of closed cases looked at by somebody from outside the service",
            to=lead,
            change="Families whose cases are closed too soon get help before they come back",
            question="demand",
        ),
    )


def _round(*said: int) -> Round:
    """Return a revealed round of the six raters: a level each, 0 for not known, -1 for an abstention."""
    words = {_NOT_KNOWN: Said.NOT_KNOWN, _ABSTAINED: Said.ABSTAINED}
    ratings = [
        Rating(words[level], by=by) if level in words else Rating(Said.RATED, level, by)
        for by, level in zip(_RATERS, said, strict=True)
    ]
    return Round(tuple(sorted(ratings, key=lambda rating: rating.rank)), ways=(Way.SLIP,), revealed=True)
