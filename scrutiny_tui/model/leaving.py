"""What of a review may leave the computer: no private note unasked, nothing sealed, and no names if so wished."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from scrutiny_tui.model.answer import Answer
from scrutiny_tui.model.checklist import Question
from scrutiny_tui.model.panel import Names, Panel
from scrutiny_tui.model.respondent import Respondent, Role
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.rounds import Discussion
from scrutiny_tui.model.sealing import unlinked, unsigned
from scrutiny_tui.model.text import one_line


def without_private_notes(review: Review) -> Review:
    """Return a review without any private note."""
    # Where there is nothing but a private note, the answer would tell that there is one.
    answers = tuple(answer for answer in map(_public, review.answers) if not answer.is_blank)
    return replace(review, answers=answers, panel=_with_files(review.panel, _public))


def as_shown(review: Review) -> Review:
    """Return a review with what anybody may read of it.

    No rating that is still sealed is in it, nor what files say on such questions. Where the group keeps no names, its
    members have none here.
    """
    panel = review.panel
    open_rounds = (
        replace(each, rounds=each.revealed) if each.revealed else Discussion(each.question, brought=each.brought)
        for each in panel.discussions
    )
    panel = replace(
        panel,
        discussions=tuple(each for each in open_rounds if not each.is_blank),
        respondents=tuple(_unsealed(review, each) for each in panel.respondents),
    )
    return replace(review, panel=panel if panel.keeps_names else _nobody(review.questions, panel))


def as_heard(review: Review) -> Review:
    """Return a review in which members' files say neither who asks nor who said what, where no names are kept.

    A member writes their own name there as a rule. Nothing else is taken out; what is sealed is still there.
    """
    panel = review.panel
    if panel.keeps_names:
        return review
    discussions = tuple(replace(each, brought=tuple(map(unsigned, each.brought))) for each in panel.discussions)
    return replace(review, panel=replace(_with_files(panel, unsigned), discussions=discussions))


def names_in(review: Review) -> tuple[str, ...]:
    """Return the names of people that the fields of a review hold, the longest first; never out of its texts."""
    named = [review.by, *(each.name for each in review.meeting.people)]
    for each in review.panel.respondents:
        named += [each.name, each.origin.name if each.origin else ""]
    for answer in _answers(review):
        named += [*(ask.who for ask in answer.asks), *(item.who for item in answer.evidence)]
    return tuple(sorted({one_line(each) for each in named if each.strip()}, key=lambda name: (-len(name), name)))


def without_names(review: Review) -> Review:
    """Return a review whose fields name nobody: people by what they are, ratings as if no names had been kept.

    What people wrote in texts stands as it is, and so do roles, owners and whom something is put to.
    """
    return replace(
        review,
        by="",
        meeting=replace(
            review.meeting,
            people=tuple(replace(each, name="", interest="") for each in review.meeting.people),
        ),
        answers=tuple(map(unsigned, review.answers)),
        panel=_nobody(review.questions, replace(review.panel, names=Names.NOT_KEPT)),
        # It tells of what was done by and to whom.
        history=(),
    )


def _with_files(panel: Panel, say: Callable[[Answer], Answer]) -> Panel:
    """Return a panel in which every answer out of a member's file is put through `say`."""
    respondents = tuple(
        replace(
            each,
            prepared=tuple(map(say, each.prepared)),
            apart=tuple(replace(said, answer=say(said.answer)) for said in each.apart),
        )
        for each in panel.respondents
    )
    return replace(panel, respondents=respondents)


def _public(answer: Answer) -> Answer:
    return replace(answer, private_note="")


def _unsealed(review: Review, each: Respondent) -> Respondent:
    def is_open(answer: Answer) -> bool:
        known = review.checklist.has(answer.question)
        if not known or review.checklist.question(answer.question).in_words:
            return True
        return bool(review.panel.discussion(answer.question).revealed)

    return replace(
        each,
        prepared=tuple(answer for answer in each.prepared if is_open(answer)),
        apart=tuple(said for said in each.apart if is_open(said.answer)),
    )


def _answers(review: Review) -> Iterator[Answer]:
    yield from review.answers
    for each in review.panel.respondents:
        yield from each.prepared
        yield from (said.answer for said in each.apart)
    for discussion in review.panel.discussions:
        for brought in discussion.brought:
            yield Answer(discussion.question, asks=brought.asks, evidence=brought.evidence)


def _nobody(questions: tuple[Question, ...], panel: Panel) -> Panel:
    """Return a panel that kept no names as one of numbered people, none of whose ratings can be told to be theirs."""
    for question in questions:
        if question.in_words or panel.discussion(question.id).revealed:
            panel = unlinked(panel, question.id)
    count = dict.fromkeys(Role, 0)
    people = []
    for each in panel.respondents:
        count[each.role] += 1
        apart = tuple(replace(said, answer=unsigned(said.answer)) for said in each.apart)
        people.append(replace(each, name=f"{each.role.capitalize()} {count[each.role]}", origin=None, apart=apart))
    return replace(panel, respondents=tuple(people), discussions=tuple(map(_unsigned, panel.discussions)))


def _unsigned(discussion: Discussion) -> Discussion:
    rounds = []
    for one in discussion.rounds:
        ratings = sorted((replace(each, by="") for each in one.ratings), key=lambda rating: rating.rank)
        rounds.append(replace(one, ratings=tuple(ratings)))
    brought = (replace(unsigned(each), by="") for each in discussion.brought)
    return replace(discussion, rounds=tuple(rounds), brought=tuple(brought))
