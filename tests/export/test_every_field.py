"""Every field of a review is found in every kind of document, or stands on the list of what that kind leaves out."""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_type_hints

import pytest

from scrutiny_tui.export import FORMATS, Format
from scrutiny_tui.export.wish import Form, Wish
from scrutiny_tui.model.answer import Ask, Evidence, State
from scrutiny_tui.model.checklist import Phase
from scrutiny_tui.model.meeting import in_words
from scrutiny_tui.model.report import Report, build
from scrutiny_tui.model.respondent import Brought
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.room_plan import RoomPlan
from tests.examples import full_review
from tests.export.said import said

Leaf = tuple[str, Any]

IDS = {"id", "question", "line", "place", "order", "by", "voted", "trail", "last", "review", "source", "key", "wording",
       "since", "dropped", "sources"}  # fmt: skip
"""Fields by which a file holds together. People do not read them; JSON has them all, as the round trip proves."""
PAPERS = {"p1", "p2", "p3"}


@cache
def filled() -> Review:
    """A review with something in every field, and in every text a word of its own."""
    review = full_review()
    first, *rest = review.checklist.sections
    question = first.questions[0]
    facts = (*question.facts, replace(question.facts[0], period="2027"))
    question = replace(question, help="Help", phases=(Phase.POOR_TO_FAIR,), facts=facts)
    indicator = replace(question.indicators[0], england=replace(question.facts[0], period="2026"))
    clock = replace(indicator.clock, period="2025") if indicator.clock else None
    lines = tuple(replace(line, phases=(Phase.POOR_TO_FAIR,)) for line in question.enquiry)
    question = replace(question, indicators=(replace(indicator, clock=clock),), enquiry=lines)
    sections = (replace(first, about="About", questions=(question, *first.questions[1:])), *rest)
    review = replace(review, phase=Phase.POOR_TO_FAIR, checklist=replace(review.checklist, sections=sections))
    answer = review.answer("front-door")
    review = review.with_answer(replace(answer, carried="Carried"))
    panel = review.panel
    late = panel.respondents[3]
    other = replace(late.prepared[0], question="homes", state=State.NOT_APPLICABLE, level=None, strength=None,
                    reason="Reason")  # fmt: skip
    asks = (Ask("a1", "Text", "Role", "Who", "Satisfied", "Follow", "Reply"),)
    evidence = (Evidence("v1", "Paper", "1-2", "Date", "Who", "Shows"),)
    prepared = (replace(late.prepared[0], private_note="Private", asks=asks, evidence=evidence), other)
    apart = tuple(replace(one, answer=replace(one.answer, asks=asks, evidence=evidence)) for one in late.apart)
    respondents = (*panel.respondents[:3], replace(late, prepared=prepared, apart=apart))
    brought = Brought("Note", asks, strength=None, evidence=evidence, state=State.NOT_APPLICABLE, why="Why")
    discussions = (panel.discussions[0], replace(panel.discussions[1], brought=(brought,)))
    panel = replace(panel, discussions=discussions)
    return _told(replace(review, panel=replace(panel, respondents=respondents)), iter(range(10_000)))  # type: ignore[no-any-return]


def _told(value: Any, numbers: Iterator[int]) -> Any:  # noqa: ANN401 - it walks through values of every kind
    if type(value) is str:
        return value if not value or value in PAPERS else _word(next(numbers))
    if isinstance(value, tuple):
        return tuple(_told(each, numbers) for each in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        told = {each.name: _told(getattr(value, each.name), numbers) for each in dataclasses.fields(value)
                if is_read(each.name, "" if isinstance(value, Review) else "below")}  # fmt: skip
        return replace(value, **told)
    return value


def _word(number: int) -> str:
    """A word that nothing else says, and no part of another one."""
    return f"zq{''.join(chr(ord('a') + int(digit)) for digit in f'{number:04}')}qz"


def leaves(value: Any, path: str = "", default: Any = None) -> Iterator[Leaf]:  # noqa: ANN401 - as above
    """Every value of a field that holds no others, after the path to it; none that a field has by itself."""
    if isinstance(value, tuple):
        for each in value:
            yield from leaves(each, path)
    elif dataclasses.is_dataclass(value):
        for each in dataclasses.fields(value):
            if is_read(each.name, path):
                yield from leaves(getattr(value, each.name), f"{path}.{each.name}".strip("."), each.default)
    elif value not in ("", None, default) and not isinstance(value, bool) and value not in PAPERS:
        yield path, value


def is_read(field: str, path: str) -> bool:
    """Whether people read a field; the name of who prepared the whole review is called as a reference is elsewhere."""
    return field not in IDS or (field == "by" and not path)


def fields_of(kind: type, path: str = "") -> Iterator[str]:
    """The path to every field that holds no others."""
    for name, hint in get_type_hints(kind).items():
        if not is_read(name, path):
            continue
        here = f"{path}.{name}".strip(".")
        inner = [each for each in (get_args(hint) or (hint,)) if each not in (type(None), ...)]
        for each in inner:
            if dataclasses.is_dataclass(each) and isinstance(each, type):
                yield from fields_of(each, here)
            elif each is not bool:
                yield here


def words_for(value: Any) -> set[str]:  # noqa: ANN401 - whatever a field holds
    """The ways in which a document may write a value."""
    if isinstance(value, datetime):
        return {value.isoformat(), f"{value:%Y%m%dT%H%M%SZ}"}
    if isinstance(value, date):
        return {value.isoformat(), in_words(value), f"{value:%Y%m%d}"}
    if isinstance(value, StrEnum):
        return {value.value, getattr(value, "words", value.value)}
    return {str(value)}


def found_in(report: Report, kind: Format) -> Mapping[str, bool]:
    """For every path, whether the documents of a kind have all that stands there."""
    text = said(kind, report, Wish(Form.RECORD))
    found: dict[str, bool] = {}
    for path, value in leaves(filled()):
        here = any(words in text for words in words_for(value))
        found[path] = found.get(path, True) and here
    return found


GUIDANCE = "the checklist's own guidance, which `checklist print` gives"
NAMED = "what is asked now stands under its name and in its words of today"
RECORD = {
    "checklist.scale.title": "a name for the scale that its levels do without",
    "checklist.sections.about": GUIDANCE,
    "checklist.sections.questions.why": GUIDANCE,
    "checklist.sections.questions.facts": GUIDANCE,
    "checklist.sections.questions.enquiry": GUIDANCE,
    "checklist.sections.questions.good": GUIDANCE,
    "checklist.sections.questions.warning": GUIDANCE,
    "checklist.sections.questions.evidence": GUIDANCE,
    "checklist.sections.questions.indicators": GUIDANCE,
    "checklist.sections.questions.levels": "the level that was chosen is described; the others are guidance",
    "checklist.takes": GUIDANCE,
    "checklist.checked": GUIDANCE,
    "created": "the date is the meeting's",
    "history": "how the file came about, for who keeps it",
    "panel.minutes": "how long the session was to take says nothing of what came of it",
    "panel.names": "said in a sentence: ratings were kept with names",
    "panel.respondents.origin": "from which file a voice came, for who merges it again",
    "panel.respondents.prepared.private_note": "nobody else's private note ever leaves",
    "panel.discussions.rounds.ways": "how sealed ratings come in is said when they are revealed",
    "earlier.answers": NAMED,
}
"""What the documents to read leave out, and why: all that lies below each path."""
ELSEWHERE = "no table of it: the record has it"
LEFT_OUT: Mapping[str, Mapping[str, str]] = {
    "md": RECORD,
    "html": RECORD,
    "docx": RECORD,
    "csv": {
        **RECORD,
        "title": "the name of the file says it",
        "checklist.title": ELSEWHERE,
        "checklist.edition": ELSEWHERE,
        "checklist.purpose": ELSEWHERE,
        "checklist.origin": ELSEWHERE,
        "checklist.sources": ELSEWHERE,
        "checklist.scale": "the level that was chosen stands in words",
        "checklist.sections.questions.topic": ELSEWHERE,
        "checklist.sections.questions.help": ELSEWHERE,
        "meeting": ELSEWHERE,
        "by": ELSEWHERE,
        "phase": ELSEWHERE,
        "reply_months": "the dates that follow from it stand in the table",
        "panel.parked": ELSEWHERE,
        "panel.respondents": "ratings have their rater; what else files brought is in the record",
        "panel.discussions.brought": ELSEWHERE,
        "room": "the table of asks is in that order",
        "earlier": ELSEWHERE,
        "whys": ELSEWHERE,
    },
    "json": {
        "panel.discussions.rounds.ways": "nothing of a sealed round leaves",
    },
    "ics": dict.fromkeys(
        ("checklist", "answers", "panel", "earlier", "whys", "history", "created", "phase", "room", "meeting.papers",
         "meeting.people", "recommendations"),
        "a calendar has what is to come: the meeting, and when replies and progress are due",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.name)
def test_every_field_is_there_or_on_the_list_of_what_is_left_out(kind: Format) -> None:
    missing = {path for path, there in found_in(build(filled(), private=True), kind).items() if not there}
    listed = {
        prefix: {path for path in missing if f"{path}.".startswith(f"{prefix}.")} for prefix in LEFT_OUT[kind.name]
    }
    assert missing == set().union(*listed.values())
    assert not [prefix for prefix, paths in listed.items() if not paths and kind.name in {"md", "json"}]


NEVER_FILLED = {
    "checklist.sections.questions.answered": "in words, and then it is not rated: another review tests it",
    "checklist.sections.questions.indicators.clock.standing": "guidance",
    "checklist.sections.questions.indicators.england.standing": "guidance",
    "panel.discussions.agreed.asks": "of what was agreed only the answer is kept",
    "panel.discussions.agreed.evidence": "as above",
    "panel.discussions.agreed.note": "as above",
    "panel.discussions.agreed.private_note": "as above",
    "panel.discussions.agreed.carried": "as above",
    "panel.discussions.agreed.reason": "there is none where a level was agreed",
    "panel.discussions.brought.strength": "left open where no names are kept",
    "panel.discussions.rounds.hands.level": "sealed in this review, and nobody may read it",
    "panel.respondents.apart.answer": "its words say it",
    "panel.respondents.prepared.carried": "a member's own affair",
}


def test_the_review_of_this_test_has_something_in_every_field() -> None:
    there = {path for path, _ in leaves(filled())}
    empty = {path for path in fields_of(Review) if path not in there}
    assert {path for path in empty if not any(f"{path}.".startswith(f"{each}.") for each in NEVER_FILLED)} == set()


def test_an_export_of_the_questions_alone_has_what_is_asked_whom_by_whom_and_why() -> None:
    report = build(filled())
    for kind in FORMATS:
        text = said(kind, report, Wish(Form.ROOM))
        for asked in report.room:
            for words in (asked.text, asked.role, asked.who, asked.satisfied, asked.follow_up):
                assert words in text, (kind.name, asked)
            assert asked.reason.partition(";")[0] in text


def test_where_everything_was_left_out_by_hand_the_page_says_so() -> None:
    review = replace(full_review(), room=RoomPlan())
    keys = tuple(each.key for each in build(review).room)
    page = said(FORMATS[0], build(replace(review, room=RoomPlan(dropped=keys))), Wish(Form.ROOM))
    assert "All questions were left out by hand." in page
    assert "Nobody has written" not in page
