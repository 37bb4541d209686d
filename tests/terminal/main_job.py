"""What is typed in the main job, and what must come of it."""

from datetime import date as Date

from scrutiny_tui.model.answer import Answer, Ask, Evidence, State, Strength
from scrutiny_tui.model.meeting import Kind, Meeting, Paper, Person
from scrutiny_tui.model.review import Review

TITLE = "Improvement plan, the second summer"
COUNCIL = "Borough of Exampleton"
COMMITTEE = "Young People Scrutiny Panel"
PAPER = Paper("p1", "Progress report of the improvement board", "33-60")
MEMBER = Person("Cllr A. Example", Kind.CHAIR)
OWN_ASK = Ask(
    "a1",
    "When did you last sit beside a social worker for a day?",
    role="Lead Member",
    who="Cllr B. Example",
    satisfied="A date, a team, and one thing that changed",
)
SATISFIED = "The same table for each of the last four quarters"
EVIDENCE = Evidence("v1", "p1", "49-52", shows="Agency staff hold nine of thirty posts")
REASON = "The county council runs the front door for us"
NOTE = "Officers told us that visits are on time, yet two of the six teams did not report in May, and nobody asked why."
PRIVATE = "Ask the chair quietly beforehand."
KILLED_AT = 6
"""The place of the question in whose note the program is killed, from 0."""


MEETING = Meeting(COUNCIL, COMMITTEE, Date(2026, 7, 13), papers=(PAPER,), people=(MEMBER,))


def first_six(review: Review) -> list[Answer]:
    """Return the answers that are given before the program is killed."""
    ids = [question.id for question in review.questions]
    line = review.questions[0].enquiry[0]
    taken = Ask("a1", line.ask, role=line.to, who=MEMBER.name, satisfied=SATISFIED, line=line.id)
    tested = Answer(ids[0], State.RATED, 3, strength=Strength.TESTED, asks=(taken,), evidence=(EVIDENCE,))
    return [
        tested,
        Answer(ids[1], State.NOT_KNOWN, asks=(OWN_ASK,)),
        Answer(ids[2], State.NOT_APPLICABLE, reason=REASON),
        Answer(ids[3], State.NOT_DISCUSSED),
        Answer(ids[4], State.RATED, 2, strength=Strength.TOLD),
        Answer(ids[5], State.RATED, 1, strength=Strength.SHOWN),
    ]


def last_three(review: Review) -> list[Answer]:
    """Return the answers that are given after it, with the note that it was killed in."""
    ids = [question.id for question in review.questions]
    return [
        Answer(ids[6], State.RATED, 4, note=NOTE, private_note=PRIVATE),
        Answer(ids[7], State.RATED, 2, strength=Strength.SHOWN),
        Answer(ids[8], State.RATED, 3),
    ]


def for_the_record(review: Review) -> list[str]:
    """Return every text that the document must have in it."""
    texts = [COUNCIL, COMMITTEE, "13 July 2026", MEMBER.name, NOTE, REASON, SATISFIED, EVIDENCE.shows]
    texts += [OWN_ASK.text, OWN_ASK.role, OWN_ASK.who, OWN_ASK.satisfied, review.questions[0].enquiry[0].ask]
    texts += [f"{PAPER.title}, pages {EVIDENCE.pages}"]
    return texts + [question.text for question in review.questions]
