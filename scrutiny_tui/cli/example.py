"""The worked example: one review of an invented council, so that a reader sees what the tool is for.

Exampleshire, its people, its papers and every figure in them are invented. The meeting is always in a past July,
so that last year's quarter 4 and outturn are the right papers and no date lies ahead.
"""

from dataclasses import replace
from datetime import date as Date
from datetime import datetime, timedelta

from scrutiny_tui.cli.example_answers import MONEY, PERFORMANCE, PLAN, REVIEWING, VISIT, answers
from scrutiny_tui.cli.example_earlier import WHYS, earlier
from scrutiny_tui.cli.example_session import panel, recommendations
from scrutiny_tui.model.checklist import Checklist
from scrutiny_tui.model.meeting import Attendance, Kind, Meeting, Paper, Person, in_words
from scrutiny_tui.model.review import Event, Review

CHECKLIST = "key-questions"
"""The id of the checklist that the example works through."""

_THURSDAY = 3
_JULY = 7


def example(checklist: Checklist, now: datetime) -> Review:
    """Return the worked review: every state and strength, asks, evidence, a private note, a session, recommendations.

    Raises:
        ValueError: the checklist lacks one of the nine key questions, or a level of the scale.
    """
    day = _second_thursday_of_the_last_july(now.date())
    review = Review(
        id="worked-example",
        title="Improvement plan, one year on (worked example)",
        checklist=checklist,
        created=now,
        meeting=_meeting(day),
        history=(Event(now, "Made from the worked example"),),
    )
    visit, briefing = in_words(day - timedelta(days=57)), in_words(day - timedelta(days=15))
    review = replace(review, earlier=earlier(review, (_second_thursday(day.year - 2), _second_thursday(day.year - 1))))
    said = answers(visit=visit, briefing=briefing)
    for answer in said:
        review = review.with_answer(answer)
    review = replace(review, recommendations=recommendations(day), whys=WHYS)
    return review.with_panel(panel(said)).at("compliance")


def _second_thursday_of_the_last_july(today: Date) -> Date:
    return _second_thursday(today.year if today.month > _JULY else today.year - 1)


def _second_thursday(year: int) -> Date:
    """Return that of July."""
    first = Date(year, _JULY, 1)
    return first + timedelta(days=(_THURSDAY - first.weekday()) % 7 + 7)


def _meeting(day: Date) -> Meeting:
    year = f"{day.year - 1}/{day.year % 100:02}"
    return Meeting(
        council="Exampleshire County Council",
        committee="Children and Families Overview and Scrutiny Committee",
        date=day,
        time="10.00 am",
        venue="Committee Room 2, County Hall",
        item="Item 5: Children's services improvement plan, progress after one year",
        pages="1-96",
        asked_to="Debate the report, and decide how the committee will follow the improvement work",
        papers=(
            Paper(PLAN, "Improvement plan: progress report", "1-48"),
            Paper(PERFORMANCE, f"Safeguarding performance report, quarter 4 {year}", "49-68"),
            Paper(MONEY, f"Revenue outturn {year}", "69-76"),
            Paper(REVIEWING, "Independent reviewing officers' annual report", "77-96"),
            Paper(VISIT, "Notes of the members' visit to the Northern assessment team"),
        ),
        people=(
            Person("Cllr A. Example", Kind.CHAIR, Attendance.PRESENT),
            Person("Cllr B. Sample", Kind.COUNCILLOR, Attendance.PRESENT, "Governor of a primary school in the county"),
            Person("Cllr C. Specimen", Kind.COUNCILLOR, Attendance.PRESENT),
            Person("Cllr D. Pattern", Kind.COUNCILLOR, Attendance.APOLOGIES),
            Person("Cllr E. Instance (for Cllr D. Pattern)", Kind.SUBSTITUTE, Attendance.PRESENT),
            Person("F. Template, parent governor representative", Kind.ADDED_MEMBER, Attendance.PRESENT),
            Person("G. Model, ambassador for children in care", Kind.CO_OPTED_MEMBER, Attendance.PRESENT),
            Person("Improvement adviser", Kind.ADVISER, Attendance.PRESENT),
            Person("Director of children's services", Kind.OFFICER, Attendance.PRESENT),
            Person("Principal social worker", Kind.OFFICER, Attendance.PRESENT),
            Person("Designated nurse", Kind.OFFICER, Attendance.ABSENT),
        ),
    )
