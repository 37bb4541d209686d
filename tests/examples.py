"""A worked review of an invented council that uses every field of the model, for the tests of every room."""

from datetime import UTC, date, datetime

from scrutiny_tui.model.answer import Answer, Ask, Evidence, State, Strength
from scrutiny_tui.model.checklist import Checklist, LevelDescription, LineOfEnquiry, Question, Section
from scrutiny_tui.model.earlier import Earlier, EarlierAnswer, Why
from scrutiny_tui.model.facts import Better, Claim, Indicator, Source, Standing
from scrutiny_tui.model.meeting import Attendance, Kind, Meeting, Paper, Person
from scrutiny_tui.model.panel import Names, Panel, Parked
from scrutiny_tui.model.recommendation import Progress, Recommendation, Reply
from scrutiny_tui.model.respondent import Apart, Brought, Origin, Respondent, Role
from scrutiny_tui.model.review import Event, Review
from scrutiny_tui.model.room_plan import Placed, RoomPlan
from scrutiny_tui.model.rounds import Discussion, Rating, Round, Said, Way
from scrutiny_tui.model.scale import Level, Scale

PRIVATE_NOTE = "Speak to the vice-chair before the meeting about how to raise this kindly."
"""The one private note of the full review: no document may carry it unless it is asked for."""

CREATED = datetime(2027, 6, 21, 9, 30, tzinfo=UTC)


def journey() -> Scale:
    """Four levels, each with a meaning."""
    return Scale(
        title="Improvement journey",
        levels=(
            Level(1, "Poor", "Children are not safe enough, and nobody can say when they will be."),
            Level(2, "Fair", "Some of it works, for some children, some of the time."),
            Level(3, "Good", "It works for most children, and the gaps are known."),
            Level(4, "Great", "It works for nearly every child, and others come to learn from it."),
        ),
    )


def front_door() -> Question:
    """The question that uses every part of the guidance."""
    return Question(
        id="front-door",
        text="Do children who need help get it at the right time?",
        name="Front door",
        topic="The effectiveness of the first response to children in need of help",
        why="Most harm that reviews look back on was seen early by somebody.",
        facts=(
            Claim("A referral gets a decision on the next step within one working day.", "guidance", "since 2023"),
            Claim("Local rules may be stricter.", "handbook", standing=Standing.SECONDARY),
        ),
        enquiry=(
            LineOfEnquiry("e1", "What happens in the first hour after a school rings?", "head of service"),
            LineOfEnquiry("e2", "When did you last listen to a call yourself?", "director"),
        ),
        good=("Callers are told what happened.", "Thresholds are written in plain words."),
        warning=("Many children come back within a year.",),
        evidence=("The last audit of decisions at the front door",),
        indicators=(
            Indicator(
                id="decisions-in-time",
                name="Decisions in time",
                unit="% of referrals",
                better=Better.HIGHER,
                note="Ask which clock is used.",
                clock=Claim("One working day.", "guidance"),
            ),
        ),
        levels=(
            LevelDescription(1, "Calls wait, and nobody counts them."),
            LevelDescription(2, "Urgent calls are answered; the others wait."),
            LevelDescription(3, "Nearly every call gets a decision in a working day."),
            LevelDescription(4, "Families say that the first person they spoke to helped."),
        ),
        sources=("guidance", "handbook"),
    )


def small_checklist() -> Checklist:
    """Nine questions in two sections on four levels."""
    return Checklist(
        id="example-checklist",
        title="Small example checklist",
        scale=journey(),
        edition="2027",
        purpose="To try out the program with an invented council.",
        takes="About an hour",
        origin="Written for the tests of this program",
        checked="2027-05-01",
        sources=(
            Source(
                "guidance", "Guidance on helping children early", "Example Department", "2023", "https://example.org/g"
            ),
            Source("handbook", "Handbook for committees", "Example Association", "2022"),
            Source("unused", "A source that no question uses", "Nobody"),
        ),
        sections=(
            Section(
                "help",
                "Help for children and families",
                (
                    front_door(),
                    Question("voice", "How do children's own words change what is done?", "Children's voice"),
                    Question("homes", "Do children in care have a home that lasts?", "Homes", sources=("handbook",)),
                    Question("school", "Do children who are helped get on at school?", "School"),
                ),
            ),
            Section(
                "service",
                "The service behind the help",
                (
                    Question("staff", "Do families keep the same social worker?", "Staff"),
                    Question("money", "Does the money go where it makes a difference?", "Money"),
                    Question("partners", "Do the police, health and schools play their part?", "Partners"),
                    Question("unit", "How safe is the secure unit?", "Secure unit"),
                    Question("learning", "Does the service learn from what goes wrong?", "Learning"),
                ),
            ),
        ),
    )


def full_meeting() -> Meeting:
    """A meeting with every detail, every kind of person and every kind of attendance."""
    return Meeting(
        council="Exampleshire County Council",
        committee="Children's Services Scrutiny Committee",
        date=date(2027, 7, 8),
        time="2.00 pm",
        venue="Committee Room 1",
        item="Item 6",
        pages="11-48",
        asked_to="Comment on the plan before it goes to cabinet",
        papers=(
            Paper("p1", "Report of the director", "11-30"),
            Paper("p2", "Audit of the front door", "31-44"),
            Paper("p3", "Note of the visit"),
        ),
        people=(
            Person("Cllr A. Example", Kind.CHAIR, Attendance.PRESENT),
            Person("Cllr B. Sample", Kind.COUNCILLOR, Attendance.EXPECTED, "Governor of a school named in the report"),
            Person("C. Specimen", Kind.ADDED_MEMBER, Attendance.PRESENT),
            Person("D. Pattern", Kind.CO_OPTED_MEMBER, Attendance.ABSENT),
            Person("Cllr E. Instance", Kind.SUBSTITUTE, Attendance.APOLOGIES),
            Person("F. Model", Kind.ADVISER, Attendance.PRESENT),
            Person("G. Template", Kind.OFFICER, Attendance.EXPECTED),
        ),
    )


def full_answers() -> tuple[Answer, ...]:
    """Every state and strength, asks and evidence; 'learning' is unanswered."""
    return (
        Answer(
            "front-door",
            State.RATED,
            level=2,
            strength=Strength.SHOWN,
            note="The audit and the report do not agree.\n\nThe audit looked at one month only.",
            private_note=PRIVATE_NOTE,
            asks=(
                Ask(
                    id="a1",
                    text="What happens in the first hour after a school rings?",
                    role="head of service",
                    who="Cllr A. Example",
                    satisfied="One real case, with times, from call to visit",
                    follow_up="And when the school rings on a Friday afternoon?",
                    reply="It depends on who is on duty.",
                    line="e1",
                ),
                Ask(id="a2", text="Who reads the calls that were closed without help?", role="director"),
            ),
            evidence=(
                Evidence("v1", "p2", "33-35", "May 2027", "F. Model", "Decisions were late in a third of the sample"),
                Evidence("v2", "Minutes of the last meeting", shows="The same was promised before"),
            ),
        ),
        Answer(
            "voice",
            State.NOT_KNOWN,
            note="Nobody could say.",
            asks=(Ask("a1", "Tell us of one thing that changed because a child asked for it.", "participation lead"),),
        ),
        Answer("homes", State.RATED, level=3, strength=Strength.TOLD),
        Answer(
            "school",
            State.RATED,
            level=4,
            strength=Strength.TESTED,
            evidence=(Evidence("v1", "p3", who="The children we met", shows="They like going"),),
        ),
        Answer("staff", State.RATED, level=3),
        Answer("money", State.NOT_KNOWN),
        Answer("partners", State.NOT_DISCUSSED, note="Time ran out."),
        Answer("unit", State.NOT_APPLICABLE, reason="Exampleshire has no secure unit"),
    )


def full_panel() -> Panel:
    """A group that keeps names: one round revealed and another sealed, one answer agreed, a file merged in."""
    prepared = Answer("front-door", State.RATED, 3, strength=Strength.TOLD, note="The school says so.",
                      asks=(Ask("a1", "Who answers on a Friday?", role="head of service"),),
                      evidence=(Evidence("v1", "Letter of the school", shows="Nobody called back"),))  # fmt: skip
    origin = Origin("r-member", "Cllr B. Sample", CREATED, "0123456789ab", "0123456789ab")
    other_words = Apart("Is the door open?", "2 Partly", Answer("door", State.RATED, 2, note="Mostly."))
    first = Round(
        (Rating(Said.ABSTAINED, by="r3"), Rating(Said.RATED, 2, "r1"), Rating(Said.RATED, 3, "f-sample")),
        ways=(Way.SLIP, Way.FILE),
        revealed=True,
        missing=1,
    )
    second = Round((Rating(Said.RATED, 2, "r1"),), (Rating(Said.NOT_KNOWN),), ("r1",), (Way.KEYBOARD, Way.HANDS))
    settled = Round((Rating(Said.RATED, 1, "r1"), Rating(Said.RATED, 1, "r3")), ways=(Way.SLIP,), revealed=True)
    return Panel(
        names=Names.KEPT,
        respondents=(
            Respondent("r1", "Cllr A. Example"),
            Respondent("r2", "Improvement adviser", Role.FACILITATOR),
            Respondent("r3", "Cllr C. Specimen", here=False),
            Respondent("f-sample", "Cllr B. Sample", origin=origin, prepared=(prepared,), apart=(other_words,)),
        ),
        discussions=(
            Discussion("front-door", (first, second), reason="The data is a year old.", minority="It feels better."),
            Discussion(
                "homes",
                (settled,),
                Answer("homes", State.RATED, 1, strength=Strength.SHOWN),
                brought=(Brought("A note that nobody signed.", (Ask("a1", "How long did the longest wait?"),)),),
            ),
        ),
        minutes=90,
        order=("homes", "front-door"),
        parked=(Parked("k1", "School transport", "front-door"),),
    )


def full_recommendations() -> tuple[Recommendation, ...]:
    """One with a reply, one that is closed on evidence, and one that waits."""
    return (
        Recommendation("m1", "Answer every school within the hour", "Executive member for children",
                       "A child who is worried about is seen the same week", "Head of service", date(2027, 7, 9),
                       date(2027, 9, 30), Reply.IN_PART, "Not at weekends", (Progress(3, "Two schools of five"),),
                       question="front-door"),
        Recommendation("m2", "Publish the waiting times", owner="Director", evidence="Published on the website",
                       closed=date(2027, 12, 1)),
        Recommendation("m3", "Visit the homes", sent=date(2027, 7, 9), question="homes"),
    )  # fmt: skip


def full_earlier() -> tuple[Earlier, ...]:
    """Two earlier reviews: a question asked as now, one in other words, and one that is no longer asked."""
    same = small_checklist().wording(front_door())
    asked = ("front-door", 1, "Front door", "Do children who need help get it at the right time?", same)
    return (
        Earlier("r-2025", "Children's services, summer 2025", date(2025, 7, 3),
                (EarlierAnswer(*asked, "1 Poor", State.RATED, 1, Strength.TOLD),)),
        Earlier("r-2026", "Children's services, summer 2026", date(2026, 7, 2),
                (EarlierAnswer(*asked, "not known", State.NOT_KNOWN),
                 EarlierAnswer("homes", 2, "Homes", "Do homes last?", "0123456789abcdef", "3 Good", State.RATED, 3),
                 EarlierAnswer("fees", 3, "Fees", "Who sets the fees?", "123456789abcdef0", "-"))),
    )  # fmt: skip


def full_review() -> Review:
    """A review in which every field of the model is filled."""
    return Review(
        id="r-example",
        title="Children's services, summer 2027",
        checklist=small_checklist(),
        created=CREATED,
        meeting=full_meeting(),
        answers=full_answers(),
        place="staff",
        history=(Event(CREATED, "Made"), Event(datetime(2027, 6, 21, 9, 41, tzinfo=UTC), "Rated 2 Fair", "front-door")),
        by="Cllr A. Example",
        panel=full_panel(),
        recommendations=full_recommendations(),
        reply_months=3,
        room=RoomPlan((Placed("staff:", 6),), ("homes:=How long did the longest wait?",)),
        earlier=full_earlier(),
        whys=(Why("front-door", "r-2026", "The visit gave us a first answer."),),
    )


def empty_review() -> Review:
    """A review of which nothing but the checklist and a title is known."""
    return Review(id="r-empty", title="Untitled review", checklist=small_checklist(), created=CREATED)
