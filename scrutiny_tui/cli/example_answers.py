"""What the invented committee of the worked example says about each of the nine key questions."""

from scrutiny_tui.model.answer import Answer, Ask, Evidence, State, Strength

PLAN, PERFORMANCE, MONEY, REVIEWING, VISIT = "p1", "p2", "p3", "p4", "p5"
"""The ids of the example meeting's papers."""


def answers(*, visit: str, briefing: str) -> tuple[Answer, ...]:
    """Return the answers in the order of the checklist, given the dates of the visit and the briefing in words."""
    return (
        _leadership(),
        _line_of_sight(visit),
        _demand(briefing),
        _caseloads(visit),
        _timeliness(),
        _compliance(),
        _culture(),
        _data(),
        _voice(),
    )


def _leadership() -> Answer:
    return Answer(
        "leadership",
        State.RATED,
        level=2,
        strength=Strength.SHOWN,
        note=(
            "The director and both assistant directors are permanent now, and it shows: they named the weak points "
            "before we did. One layer down it is uneven. Three of the eleven team managers are interim, two of them "
            "in the north, where children have had the most changes of worker.\n\n"
            "Fair, because the top is steady and the middle is not yet."
        ),
        evidence=(
            Evidence("v1", PLAN, "6-8", "31 March", shows="8 of 11 team managers are permanent; 2 gaps in the north"),
            Evidence("v2", MONEY, "72", shows="Agency cover cost £1.9m against a budget of £1.1m"),
        ),
        asks=(
            Ask(
                id="a1",
                text="How long has each of the three interim posts been empty, and what is different this time about "
                "the plan to fill it?",
                role="Director of children's services",
                who="Cllr B. Sample",
                satisfied="A date for each post, and who looks after those teams until then",
                follow_up="What have the children in those teams been told about who is going and who is coming?",
            ),
        ),
    )


def _line_of_sight(visit: str) -> Answer:
    return Answer(
        "line-of-sight",
        State.RATED,
        level=2,
        strength=Strength.TESTED,
        note=(
            "Managers graded most of the audited work good. When 30 of those audits were checked again, 17 grades "
            "stood, 12 went down and one went up. On our visit, workers said that an audit is a file that somebody "
            "reads: nobody had talked with them, or with the family.\n\n"
            "The service told us this itself, which is to its credit. We want to see the two sets of grades come "
            "together before we say more than Fair."
        ),
        evidence=(
            Evidence("v1", PLAN, "15-17", shows="Of 30 audits checked again, 12 went down and 1 went up"),
            Evidence(
                "v2", VISIT, "", visit, "Two social workers", "Nobody spoke with them about an audit of their work"
            ),
        ),
        asks=(
            Ask(
                id="a1",
                text="Take one weakness that the audits found a year ago and show us the audit that looked again. What "
                "is better, and what is not?",
                role="Head of quality assurance",
                who="Cllr C. Specimen",
                satisfied="Both audits side by side, and one thing that workers now do differently",
            ),
            Ask(
                id="a2",
                text="When did you last sit with a team without a director in the room, and what surprised you?",
                role="Lead member for children's services",
                who="Cllr A. Example",
                satisfied="A date, a team, and something that changed afterwards",
                reply="In February, with the leaving care team. Personal advisers had no phone that could read a young "
                "person's tenancy papers. They had them by the end of March.",
            ),
        ),
    )


def _demand(briefing: str) -> Answer:
    return Answer(
        "demand",
        State.RATED,
        level=3,
        strength=Strength.TOLD,
        note=(
            "We were told that decisions at the front door are consistent now and that fewer families come back. "
            "Nobody at the briefing disagreed, and it may well be so. But the paper gives one quarter, not a "
            "year, and nobody has shown us a sample of closed cases.\n\n"
            "Good, on their word. This is the rating that we are least sure of."
        ),
        evidence=(
            Evidence(
                "v1",
                PERFORMANCE,
                "52",
                briefing,
                "Head of the front door",
                "Said that fewer come back; one quarter shown",
            ),
        ),
        asks=(
            Ask(
                id="a1",
                text="Of the families who came back within twelve months, which had we left too soon, and what have "
                "you changed since?",
                role="Head of the front door",
                who="Cllr E. Instance",
                satisfied="The figure for twelve months beside the year before, and what partners found when they read "
                "a sample of closed cases",
                follow_up="How many would you now decide differently?",
            ),
        ),
    )


def _caseloads(visit: str) -> Answer:
    return Answer(
        "caseloads",
        State.RATED,
        level=1,
        strength=Strength.TESTED,
        note=(
            "The average is 17 children for each worker, and the average is right. The table by team shows what it "
            "hides: in Northern assessment, four of nine workers have more than 26. The reviewing officers see it from "
            "the other end, in plans that have not moved. The workers whom we met said it best: we visit on time, and "
            "then there is no time to do anything about what the child told us.\n\n"
            "Poor, for that team. Elsewhere we saw Fair or better, from people who are doing all that people can."
        ),
        private_note=(
            "One of the four is newly qualified and was close to tears. She must not be recognisable. Speak with the "
            "chair first: ask about the team, never about the person."
        ),
        evidence=(
            Evidence("v1", PERFORMANCE, "60-61", "31 March", shows="Four of nine hold over 26; county average 17"),
            Evidence(
                "v2", REVIEWING, "84", shows="Of 31 concerns raised, 14 were plans that had not moved since review"
            ),
            Evidence(
                "v3", VISIT, "", visit, "Five social workers", "Visits are on time; what follows from them is not"
            ),
        ),
        asks=(
            Ask(
                id="a1",
                text="What are the highest, the middle and the lowest caseload in each team today, and how many "
                "workers are above our own ceiling?",
                role="Principal social worker",
                who="Cllr A. Example",
                satisfied="A table by team instead of an average, and the date on which nobody is above the ceiling",
                follow_up="When a worker says that they cannot take one more child, what happens?",
            ),
            Ask(
                id="a2",
                text="How many children have no social worker of their own today, and who is watching over them?",
                role="Director of children's services",
                who="F. Template",
                satisfied="A number, the longest wait in days, and who reads that list each week",
            ),
        ),
    )


def _timeliness() -> Answer:
    return Answer(
        "timeliness",
        State.RATED,
        level=3,
        strength=Strength.SHOWN,
        note=(
            "Assessments and first conferences have been mostly on time for three quarters in a row. Each late one now "
            "has a reason and a new date beside it, which is new, and good. First health assessments for children who "
            "come into care are the exception: four in ten were late.\n\n"
            "We have not asked yet whether work that is on time is also done well. See the audits."
        ),
        evidence=(Evidence("v1", PERFORMANCE, "54-57", "Quarter 4", shows="First health assessments in time: 61%"),),
        asks=(
            Ask(
                id="a1",
                text="What stops a first health assessment from being done in time: our notice to you, consent, clinic "
                "places, or distance?",
                role="Designated nurse",
                who="Cllr C. Specimen",
                satisfied="The late ones counted by cause, and which of the causes are ours",
            ),
        ),
    )


def _compliance() -> Answer:
    ask = Ask(
        id="a1",
        text="Which legal duties are we not meeting today, since when, and what is the plan and the date for each?",
        role="Director of children's services",
        who="Cllr B. Sample",
        satisfied="One page that lists them, in public, before our next meeting",
    )
    return Answer("compliance", asks=(ask,))


def _culture() -> Answer:
    return Answer("culture", State.NOT_DISCUSSED, note="We ran out of time. It comes first in September.")


def _data() -> Answer:
    reason = "Our own task group is looking at the data and reports in September; officers should not be asked twice"
    return Answer("data", State.NOT_APPLICABLE, reason=reason)


def _voice() -> Answer:
    return Answer(
        "voice",
        State.NOT_KNOWN,
        note=(
            "Ninety-six pages, and not one sentence in a child's own words. We do not say that children are not heard. "
            "We say that nobody has shown this committee what they said, or what changed because of it. That is the "
            "finding."
        ),
        evidence=(
            Evidence(
                "v1", REVIEWING, "90-91", shows="Counts how many children came to their review, not what they said"
            ),
        ),
        asks=(
            Ask(
                id="a1",
                text="What did you ask for last year, what was the answer, and what has really changed?",
                role="Children in Care Council, with the participation lead",
                who="G. Model",
                satisfied="Two things that changed because children asked, and one that could not change, and why",
                follow_up="Whose voice do we still not hear?",
            ),
        ),
    )
