"""Whole reviews made up at random, with text that has broken programs before, for the property tests of every room."""

from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from typing import TypeVar

from hypothesis import strategies as st

from scrutiny_tui.model.answer import Answer, Ask, Evidence, State, Strength
from scrutiny_tui.model.checklist import (
    Answered,
    Checklist,
    LevelDescription,
    LineOfEnquiry,
    Phase,
    Question,
    Section,
)
from scrutiny_tui.model.earlier import Earlier, EarlierAnswer, Why
from scrutiny_tui.model.facts import Better, Claim, Indicator, Source, Standing
from scrutiny_tui.model.meeting import Attendance, Kind, Meeting, Paper, Person
from scrutiny_tui.model.panel import Names, Panel, Parked
from scrutiny_tui.model.recommendation import PROGRESS_MONTHS, Progress, Recommendation, Reply
from scrutiny_tui.model.respondent import Apart, Brought, Origin, Respondent, Role
from scrutiny_tui.model.review import Event, Review
from scrutiny_tui.model.room_plan import Placed, RoomPlan
from scrutiny_tui.model.rounds import Discussion, Rating, Round, Said, Way, essence
from scrutiny_tui.model.scale import Level, Scale

HOSTILE = (
    "\x00\x1b[2J\x07",
    "\ud800 half a character",
    "\u202egnp.exe",
    "line one\r\nline two\u2028line three\x85end",
    '"}]}\\ , "head": {',
    "| a | b |\n|---|---|",
    "# heading\n- [ ] item\n```\n<script>",
    "[/bold] [link=file:///etc/passwd]x[/link]",
    "=HYPERLINK(1)",
    "Zo\u0308e \u00e9\u00df \u4e2d\u6587 \U0001f469\u200d\U0001f469\u200d\U0001f467 \u05e9\u05dc\u05d5\u05dd",
    " leading and trailing \t",
    "No",
    "012",
    "NaN",
    "x" * 5000,
)
T = TypeVar("T")

_ZONES = st.sampled_from((UTC, timezone(timedelta(hours=1)), timezone(timedelta(hours=-9, minutes=-30))))


@cache
def texts(least: int = 0) -> st.SearchStrategy[str]:
    """Text as a person, or a person's other programs, may leave it."""
    return st.one_of(st.text(min_size=least, max_size=12), st.sampled_from(HOSTILE))


@cache
def moments() -> st.SearchStrategy[datetime]:
    """Points in time, each with a time zone."""
    return st.datetimes(datetime(1970, 1, 2), datetime(2999, 1, 1), timezones=_ZONES)  # noqa: DTZ001 - zones are given


@cache
def answers(question: str = "q1", levels: int = 4) -> st.SearchStrategy[Answer]:
    """An answer in any state to this question, on a scale with so many levels, 0 for none; it may be blank."""
    rest = {"question": st.just(question), "note": texts(), "private_note": texts(), "carried": texts()}
    asks = st.builds(
        Ask, id=texts(), text=texts(), role=texts(), who=texts(), satisfied=texts(), reply=texts(), line=texts()
    )
    evidence = st.builds(Evidence, id=texts(), paper=texts(), pages=texts(), date=texts(), who=texts(), shows=texts())
    kept = {"asks": _few(asks), "evidence": _few(evidence)}
    rated = st.builds(
        Answer,
        **rest,
        **kept,
        state=st.just(State.RATED),
        level=st.integers(1, levels or 1),
        strength=st.none() | st.sampled_from(Strength),
    )
    plain = st.sampled_from((State.NOT_KNOWN, State.NOT_DISCUSSED, State.UNANSWERED))
    other = st.builds(Answer, **rest, **kept, state=plain)
    outside = st.builds(Answer, **rest, **kept, state=st.just(State.NOT_APPLICABLE), reason=texts(1))
    return st.one_of(*([rated] if levels else []), other, outside, st.just(Answer(question)))


@st.composite
def checklists(draw: st.DrawFn) -> Checklist:
    """A checklist with one to five questions in one or two sections, on a scale of two to five levels."""
    count = draw(st.integers(1, 5))
    first = draw(st.integers(1, count))
    values = range(1, draw(st.integers(2, 5)) + 1)
    questions = [draw(_questions(f"q{number}", len(values))) for number in range(1, count + 1)]
    sections = [Section("s1", draw(texts()), tuple(questions[:first]), draw(texts()))]
    if questions[first:]:
        sections.append(Section("s2", draw(texts()), tuple(questions[first:]), draw(texts())))
    return Checklist(
        id=draw(texts()),
        title=draw(texts()),
        scale=Scale(tuple(Level(value, draw(texts()), draw(texts())) for value in values), draw(texts())),
        sections=tuple(sections),
        purpose=draw(texts()),
        checked=draw(texts()),
        sources=draw(_few(st.builds(Source, id=texts(), title=texts(), address=texts()))),
    )


@st.composite
def reviews(draw: st.DrawFn) -> Review:
    """A review of a made-up checklist; any of its questions may be answered."""
    checklist = draw(checklists())
    levels = len(checklist.scale.levels)
    drawn = [draw(answers(question.id, 0 if question.in_words else levels)) for question in checklist.questions]
    return Review(
        id=draw(texts()),
        title=draw(texts()),
        checklist=checklist,
        created=draw(moments()),
        meeting=draw(meetings()),
        answers=tuple(answer for answer in drawn if not answer.is_blank),
        place=draw(st.sampled_from(("", *(question.id for question in checklist.questions)))),
        history=draw(_few(st.builds(Event, at=moments(), what=texts(), question=texts()))),
        phase=draw(st.none() | st.sampled_from(Phase)),
        by=draw(texts()),
        panel=draw(panels(checklist)),
        recommendations=draw(_few(recommendations())),
        reply_months=draw(st.integers(1, 24)),
        room=draw(_plans(checklist)),
        earlier=draw(_few(earlier())),
        whys=draw(_few(st.builds(Why, question=texts(), since=texts(), text=texts()))),
    )


def _plans(checklist: Checklist) -> st.SearchStrategy[RoomPlan]:
    keys = st.sampled_from([*(f"{question.id}:" for question in checklist.questions), "q1:a1", "gone:"])
    placed = _few(st.builds(Placed, key=keys, number=st.integers(1, 9)))
    return st.builds(RoomPlan, placed=placed, dropped=_few(keys))


@cache
def earlier() -> st.SearchStrategy[Earlier]:
    """An earlier review in short."""
    words = {"question": texts(), "name": texts(), "text": texts(), "wording": texts(), "words": texts()}
    answers = st.one_of(
        st.builds(EarlierAnswer, **words, number=st.integers(1, 9), state=st.just(State.NOT_KNOWN)),
        st.builds(EarlierAnswer, **words, number=st.integers(1, 9), state=st.just(State.RATED),
                  level=st.integers(1, 4), strength=st.none() | st.sampled_from(Strength)),
    )  # fmt: skip
    return st.builds(Earlier, review=texts(), title=texts(), date=st.dates(), answers=_few(answers))


@cache
def recommendations() -> st.SearchStrategy[Recommendation]:
    """A recommendation at any point of its way."""
    rest = {"id": texts(), "text": texts(), "to": texts(), "change": texts(), "owner": texts(), "question": texts()}
    dates = {"sent": st.none() | st.dates(), "due": st.none() | st.dates()}
    progress = _few(st.builds(Progress, months=st.sampled_from(PROGRESS_MONTHS), text=texts()))
    reply = {"reply": st.none() | st.sampled_from(Reply), "reason": texts(), "progress": progress}
    proved = texts(1).filter(str.strip)
    return st.one_of(
        st.builds(Recommendation, **rest, **dates, **reply, evidence=texts()),
        st.builds(Recommendation, **rest, **dates, **reply, evidence=proved, closed=st.dates()),
    )


@st.composite
def panels(draw: st.DrawFn, checklist: Checklist) -> Panel:
    """A group at any point of a session on this checklist."""
    levels = len(checklist.scale.levels)
    respondents = []
    for each in draw(st.lists(st.sampled_from(("r1", "r2", "f1")), max_size=3, unique=True)):
        kept = [draw(answers(question.id, 0 if question.in_words else levels)) for question in checklist.questions]
        origin = st.builds(Origin, review=texts(), name=texts(), saved=moments(), last=texts(), trail=texts())
        respondents.append(
            Respondent(
                id=each,
                name=draw(texts()),
                role=draw(st.sampled_from(Role)),
                here=draw(st.booleans()),
                origin=draw(st.none() | origin),
                prepared=tuple(answer for answer in kept if not answer.is_blank),
                apart=draw(_few(st.builds(Apart, text=texts(), words=texts(), answer=answers("elsewhere", 9)))),
            )
        )
    asked = [question for question in checklist.questions if draw(st.booleans())]
    discussed = [draw(discussions(question.id, 0 if question.in_words else levels)) for question in asked]
    return Panel(
        names=draw(st.sampled_from(Names)),
        respondents=tuple(respondents),
        discussions=tuple(each for each in discussed if not each.is_blank),
        minutes=draw(st.integers(0, 600)),
        order=tuple(draw(st.permutations([question.id for question in checklist.questions]))),
        parked=draw(_few(st.builds(Parked, id=texts(), text=texts(), question=texts()))),
    )


@cache
def discussions(question: str, levels: int) -> st.SearchStrategy[Discussion]:
    """What a group did with a question, on a scale with so many levels; with none, nobody can rate it at one."""
    by = st.sampled_from(("", "r1", "r2", "f1"))
    plain = st.builds(Rating, said=st.sampled_from((Said.NOT_KNOWN, Said.ABSTAINED)), by=by)
    ratings = _few(
        plain | st.builds(Rating, said=st.just(Said.RATED), level=st.integers(1, levels), by=by) if levels else plain
    )
    shown = st.builds(Round, ratings=ratings, ways=_few(st.sampled_from(Way)), revealed=st.just(True),  # noqa: FBT003 - no keyword
                      missing=st.integers(0, 30))  # fmt: skip
    sealed = st.builds(Round, ratings=ratings, hands=ratings, voted=_few(by))
    asks = _few(st.builds(Ask, id=texts(), text=texts(), role=texts()))
    evidence = _few(st.builds(Evidence, id=texts(), paper=texts(), shows=texts()))
    known = st.none() | st.sampled_from(Strength)
    brought = st.builds(Brought, note=texts(), asks=asks, by=by, strength=known, evidence=evidence)
    words = {"question": st.just(question), "reason": texts(), "minority": texts(), "brought": _few(brought)}
    earlier, several = st.lists(shown, max_size=2), st.lists(shown, min_size=1, max_size=2)
    return st.one_of(
        st.builds(Discussion, **words),
        st.builds(Discussion, **words, rounds=st.tuples(earlier, sealed).map(lambda pair: (*pair[0], pair[1]))),
        st.builds(Discussion, **words, rounds=several.map(tuple), agreed=answers(question, levels).map(essence)),
    )


@cache
def meetings() -> st.SearchStrategy[Meeting]:
    """A meeting of which some details may be known."""
    people = st.builds(
        Person,
        name=texts(),
        kind=st.sampled_from(Kind),
        attendance=st.sampled_from(Attendance),
        interest=texts(),
    )
    return st.builds(
        Meeting,
        council=texts(),
        committee=texts(),
        date=st.none() | st.dates(),
        time=texts(),
        asked_to=texts(),
        papers=_few(st.builds(Paper, id=texts(), title=texts(), pages=texts())),
        people=_few(people),
    )


@cache
def _questions(question_id: str, levels: int) -> st.SearchStrategy[Question]:
    claims = st.builds(Claim, text=texts(), source=texts(), period=texts(), standing=st.sampled_from(Standing))
    indicators = st.builds(
        Indicator,
        id=texts(),
        name=texts(),
        better=st.sampled_from(Better),
        clock=st.none() | claims,
        england=st.none() | claims,
    )
    phases = _few(st.sampled_from(Phase))
    return st.builds(
        Question,
        id=st.just(question_id),
        text=texts(1),
        name=texts(),
        answered=st.sampled_from(Answered),
        help=texts(),
        facts=_few(claims),
        enquiry=_few(st.builds(LineOfEnquiry, id=texts(), ask=texts(), to=texts(), phases=phases)),
        good=_few(texts()),
        indicators=_few(indicators),
        levels=_few(st.builds(LevelDescription, level=st.integers(1, levels), text=texts())),
        sources=_few(texts()),
        phases=phases,
    )


def _few(each: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(each, max_size=2).map(tuple)
