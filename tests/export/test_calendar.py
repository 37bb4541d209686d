"""The calendar file: what is in it when, that every program can read it, and that its titles name nobody."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrutiny_tui.export.calendar import render
from scrutiny_tui.export.wish import Form, Wish
from scrutiny_tui.model.leaving import names_in
from scrutiny_tui.model.meeting import Meeting, Person
from scrutiny_tui.model.recommendation import Progress, Recommendation, Reply
from scrutiny_tui.model.report import build
from scrutiny_tui.model.review import Event, Review
from scrutiny_tui.model.text import one_line
from tests.examples import CREATED, PRIVATE_NOTE, empty_review, full_review
from tests.export.hostile import hostile
from tests.export.said import unescaped
from tests.strategies import HOSTILE, reviews

ROOM = Wish(Form.ROOM)
NASTY = (
    *("a\\nb", "\\", "a\\,b;c,d:e", "a\nb\n\nc", "\nBEGIN:VEVENT\n", "\r\nEND:VCALENDAR\r\n", 'a";b="c', "\ta"),
    *(
        "x" * 10_000,
        "👩\u200d👩\u200d👧" * 40,
        "日" * 200,
        "é" * 37 + "a",
        "a" * 66 + "日",
        "\x00\x1b[2J\x07",
        "\u202ea",
    ),
    *HOSTILE,
)
texts = st.one_of(st.sampled_from(NASTY), hostile(), st.text("a\\;,:\nné日 ", max_size=100))


@dataclass
class Component:
    """A part of a calendar, as a strict reader has it."""

    kind: str
    values: dict[str, str] = field(default_factory=dict)
    """The value of each line under its name and parameters."""
    parts: list["Component"] = field(default_factory=list)

    def text(self, name: str) -> str:
        """A text as a person reads it."""
        value = self.values[name]
        # Every comma and semicolon is escaped, and nothing else is but what stands for a line's end and the backslash.
        assert re.fullmatch(r"(?:[^\\;,\x00-\x08\x0a-\x1f\x7f]|\\[\\;,n])*", value), value
        return unescaped(value)


def lines(data: bytes) -> Iterator[str]:
    """The lines of a calendar, unfolded; every rule of RFC 5545, 3.1 is held."""
    assert data.endswith(b"\r\n")
    folded = data.removesuffix(b"\r\n").split(b"\r\n")
    assert not [line for line in folded if len(line) > 75 or b"\r" in line or b"\n" in line or not line]
    # No character is cut: every piece is UTF-8 by itself.
    text = "\r\n".join(line.decode() for line in folded)
    yield from text.replace("\r\n ", "").split("\r\n")


def parsed(data: bytes) -> Component:
    """The calendar in a file."""
    outer = Component("")
    open_parts = [outer]
    for line in lines(data):
        name, value = re.fullmatch(r"([A-Z-]+(?:;[A-Z-]+=[A-Z]+)?):(.*)", line, re.DOTALL).groups()  # type: ignore[union-attr]
        if name == "BEGIN":
            open_parts[-1].parts.append(Component(value))
            open_parts.append(open_parts[-1].parts[-1])
        elif name == "END":
            assert open_parts.pop().kind == value
        else:
            assert name not in open_parts[-1].values
            open_parts[-1].values[name] = value
    assert open_parts == [outer]
    [calendar] = outer.parts
    assert calendar.kind == "VCALENDAR"
    assert calendar.values == {
        "VERSION": "2.0",
        "PRODID": "-//scrutiny-tui//Scrutiny review//EN",
        "CALSCALE": "GREGORIAN",
    }
    return calendar


def parts(review: Review, wish: Wish | None = None) -> list[Component]:
    return parsed(render(build(review), wish or Wish())).parts


def titles(review: Review, kind: str = "VEVENT") -> list[tuple[str, str]]:
    """The titles with their days."""
    days = {"VEVENT": "DTSTART;VALUE=DATE", "VTODO": "DUE;VALUE=DATE"}
    return [(each.text("SUMMARY"), each.values[days[kind]]) for each in parts(review) if each.kind == kind]


def recommending(**known: object) -> Review:
    """A review with one recommendation."""
    made = replace(Recommendation("m1", "Visit the homes"), **known)  # type: ignore[arg-type]
    return empty_review().with_recommendation(made)


def test_the_meeting_lasts_its_day_and_leaves_people_free() -> None:
    meeting = parts(full_review())[0]
    assert meeting.kind == "VEVENT"
    assert meeting.text("SUMMARY") == "Meeting: Children's Services Scrutiny Committee"
    assert meeting.text("LOCATION") == "Committee Room 1"
    assert (meeting.values["DTSTART;VALUE=DATE"], meeting.values["DTEND;VALUE=DATE"]) == ("20270708", "20270709")
    assert meeting.values["TRANSP"] == "TRANSPARENT"
    told = meeting.text("DESCRIPTION").splitlines()
    assert told[0] == "Children's services, summer 2027"
    assert "Time: 2.00 pm" in told
    assert "Item: Item 6, pages 11-48" in told


def test_what_is_to_come_of_open_recommendations_is_there_as_an_entry_and_as_a_task() -> None:
    expected = [
        ("Progress after 6 months: recommendation 1", "20280109"),
        ("Progress after 12 months: recommendation 1", "20280709"),
        ("Reply due: recommendation 2", "20271009"),
        ("Progress after 3 months: recommendation 2", "20271009"),
        ("Progress after 6 months: recommendation 2", "20280109"),
        ("Progress after 12 months: recommendation 2", "20280709"),
    ]
    assert titles(full_review(), "VTODO") == expected
    assert titles(full_review())[1:] == expected
    assert {each.values["STATUS"] for each in parts(full_review()) if each.kind == "VTODO"} == {"NEEDS-ACTION"}


def test_a_recommendation_stands_in_the_description_with_all_that_is_known_of_it() -> None:
    first = next(each for each in parts(full_review()) if "recommendation 1" in each.text("SUMMARY"))
    assert first.text("DESCRIPTION").splitlines() == [
        "Answer every school within the hour",
        "To: Executive member for children",
        "What should change for children: A child who is worried about is seen the same week",
        "Owner: Head of service",
        "Comes from: Front door",
        "Sent: 9 July 2027",
        "Reply due: 30 September 2027",
        "Reply: accepted in part",
        "Reason given: Not at weekends",
        "After 3 months: Two schools of five",
        "Review: Children's services, summer 2027",
    ]


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"due": date(2027, 9, 1)}, ["Reply due"]),
        ({"due": date(2027, 9, 1), "reply": Reply.REJECTED}, []),
        ({"sent": date(2027, 8, 31), "reply": Reply.ACCEPTED},
         ["Progress after 3 months", "Progress after 6 months", "Progress after 12 months"]),
        ({"sent": date(2027, 8, 31), "reply": Reply.ACCEPTED, "progress": (Progress(3, "Two"), Progress(6, " "))},
         ["Progress after 6 months", "Progress after 12 months"]),
        ({"sent": date(2027, 8, 31), "evidence": "Seen", "closed": date(2027, 9, 1)}, []),
        ({}, []),
    ],
)  # fmt: skip
def test_only_what_is_still_to_come_is_in_it(known: dict[str, object], expected: list[str]) -> None:
    assert [title.split(":")[0] for title, _ in titles(recommending(**known))] == expected


def test_the_last_day_of_all_has_no_day_after() -> None:
    review = recommending(sent=date(9999, 12, 30), reply=Reply.ACCEPTED).with_meeting(Meeting(date=date(1, 1, 1)))
    assert titles(review)[0] == ("Meeting", "00010101")
    assert [each.values.get("DTEND;VALUE=DATE") for each in parts(review) if each.kind == "VEVENT"] == [
        *("00010102", None, None, None),
    ]


def test_the_room_has_the_meeting_alone_with_the_questions_to_ask() -> None:
    [meeting] = parts(full_review(), ROOM)
    told = meeting.text("DESCRIPTION")
    assert (
        "3. What happens in the first hour after a school rings?\nTo: head of service\nAsked by: Cllr A. Example\n"
        "Why it is here: Rated 2 Fair: low\nAbout: Front door\n"
        "What would satisfy us: One real case, with times, from call to visit\n"
        "Then ask: And when the school rings on a Friday afternoon?\n\n4. Who"
    ) in told
    assert "How long did the longest wait?" not in told
    assert meeting.values["UID"] == parts(full_review())[0].values["UID"]


def test_without_a_date_the_meeting_is_a_task_so_that_the_calendar_is_not_empty() -> None:
    undated = full_review().with_meeting(replace(full_review().meeting, date=None))
    [task] = parts(undated, ROOM)
    assert (task.kind, "DUE;VALUE=DATE" in task.values) == ("VTODO", False)
    assert "What happens in the first hour" in task.text("DESCRIPTION")
    assert [each.kind for each in parts(empty_review())] == ["VTODO"]
    assert not [each for each in parts(undated) if each.text("SUMMARY").startswith("Meeting")]


def test_nothing_private_is_in_it_and_without_names_no_name() -> None:
    for wish in (Wish(), ROOM):
        assert PRIVATE_NOTE not in unescaped("".join(lines(render(build(full_review(), private=True), wish))))
        told = unescaped("".join(lines(render(build(full_review(), names=False), wish))))
        assert not [name for name in names_in(full_review()) if name in told]


def test_no_title_names_anybody() -> None:
    review = full_review()
    named = replace(review.meeting, committee="Committee of CLLR B.\nSample", people=(Person("Cllr B. Sample"),))
    for shown in (review, review.with_meeting(named), review.with_meeting(replace(named, committee=""))):
        for each in parts(shown):
            assert not [name for name in names_in(shown) if name.casefold() in each.text("SUMMARY").casefold()]
    assert parts(review.with_meeting(named))[0].text("SUMMARY") == "Meeting"
    assert parts(review.with_meeting(replace(named, committee="")))[0].text("SUMMARY") == (
        "Meeting: Exampleshire County Council"
    )


def test_an_entry_is_known_again_when_the_words_of_the_review_have_changed() -> None:
    review = full_review()
    other = replace(
        review,
        title="Another title",
        meeting=Meeting("Another council", date=date(2028, 1, 1)),
        recommendations=tuple(
            replace(each, text="Other words", to="Somebody", owner="Else", due=date(2028, 2, 2))
            for each in review.recommendations
        ),
        answers=(),
    )
    ids = [each.values["UID"] for each in parts(review)]
    assert [each.values["UID"] for each in parts(other)] == ids
    assert len(set(ids)) == len(ids)
    assert not [each for each in ids if not re.fullmatch("[0-9a-f]{32}@scrutiny-tui", each)]
    assert not set(ids) & {each.values["UID"] for each in parts(replace(review, id="r-other"))}


def test_recommendations_are_told_apart_even_where_another_hand_gave_them_one_id() -> None:
    twins = tuple(Recommendation("m1", text, due=date(2027, 9, 1)) for text in ("One", "Other"))
    ids = [each.values["UID"] for each in parts(replace(empty_review(), recommendations=twins))]
    assert len(ids) == len(set(ids)) == 4


@pytest.mark.parametrize(
    ("at", "stamp"),
    [
        (datetime(2027, 6, 21, 9, 41, 7, 5, tzinfo=UTC), "20270621T094107Z"),
        (datetime(2027, 6, 21, 0, 30, tzinfo=timezone(timedelta(hours=1))), "20270620T233000Z"),
        (datetime(2027, 6, 21, 0, 30), "20270621T003000Z"),  # noqa: DTZ001 - another hand may have left the zone out
        (datetime(9999, 12, 31, 23, 59, tzinfo=timezone(timedelta(hours=-9))), "99991231T235900Z"),
        (datetime(1, 1, 1, 0, 0, tzinfo=timezone(timedelta(hours=9))), "00010101T000000Z"),
    ],
)
def test_it_is_as_old_as_the_last_change_of_the_review(at: datetime, stamp: str) -> None:
    review = replace(full_review(), history=(Event(CREATED, "Made"), Event(at, "Rated")))
    assert {each.values["DTSTAMP"] for each in parts(review)} == {stamp}
    assert {each.values["DTSTAMP"] for each in parts(replace(review, history=()))} == {"20270621T093000Z"}


@settings(deadline=None)
@given(texts)
def test_whatever_people_write_is_read_as_it_was_written(text: str) -> None:
    made = Recommendation("m1", text, to=text, change=text, owner=text, due=date(2027, 9, 1))
    review = replace(empty_review(), title=text, recommendations=(made,), meeting=Meeting(text, text, date(2027, 7, 8)))
    made, meeting = review.recommendations[0], review.meeting
    held, event, task = parts(review)
    labels = ("To", "What should change for children", "Owner") if made.text.strip() else ()
    told = [made.text, *(f"{label}: {made.text}" for label in labels), "Reply due: 1 September 2027"]
    if made.text.strip():
        told.append(f"Review: {review.title}")
    assert event.text("DESCRIPTION") == task.text("DESCRIPTION") == "\n".join(filter(None, told))
    where = one_line(meeting.committee)
    assert held.text("SUMMARY") == (f"Meeting: {where}" if where else "Meeting")
    assert review.title in held.text("DESCRIPTION")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reviews(), st.sampled_from(Form))
def test_every_review_gives_a_calendar_that_every_program_can_read(review: Review, form: Form) -> None:
    document = render(build(review), Wish(form))
    found = parsed(document).parts
    assert found
    for each in found:
        assert {"UID", "DTSTAMP", "SUMMARY", "DESCRIPTION"} <= set(each.values)
        assert each.kind in {"VEVENT", "VTODO"}
        assert not each.parts
        assert not [name for name in ("SUMMARY", "DESCRIPTION") if "\r" in each.text(name)]
    ids = [each.values["UID"] for each in found]
    assert len(set(ids)) == len(ids)
    assert render(build(review), Wish(form)) == document


def test_without_names_the_title_of_the_meeting_is_no_place_for_one() -> None:
    review = full_review()
    named = review.with_meeting(replace(review.meeting, committee="Cllr A. Example task group"))
    for names in (True, False):
        told = render(build(named, names=names), Wish()).decode().replace("\r\n ", "")
        assert [line for line in told.splitlines() if line.startswith("SUMMARY:Meeting")] == ["SUMMARY:Meeting"]
