"""How a figure was worked out, in words: what a person reads who asks where it comes from."""

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.checklist import Section
from scrutiny_tui.model.coverage import Coverage, coverage, covered
from scrutiny_tui.model.reading import ENOUGH, Profile, ProfileLine
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.text import counted as in_number


@frozen
class Sums:
    """How the figures of a review come about, each in words."""

    coverage: str
    lines: tuple[str, ...]
    """One for each line of the profile."""
    sections: tuple[str, ...]
    """One for each section of the profile."""


def sums(review: Review, shown: Profile) -> Sums:
    """Return how the figures of a review and its profile come about."""
    return Sums(
        coverage=_coverage(coverage(review)),
        lines=tuple(_line(review, line) for line in shown.lines),
        sections=tuple(_section(review, section) for section in review.checklist.sections),
    )


def _coverage(counted: Coverage) -> str:
    if not counted.questions:
        return f"{counted.sentence} No question of this checklist is rated, so there is nothing to add up."
    states = ((counted.rated, "rated"), (counted.not_known, "not known"), (counted.not_discussed, "not discussed"),
              (counted.unanswered, "not reached"))  # fmt: skip
    parts = " + ".join(f"{count} {words}" for count, words in states)
    left = f"{in_number(counted.questions, 'question')} to rate"
    if counted.not_applicable:
        left += f", less {counted.not_applicable} that {'does' if counted.not_applicable == 1 else 'do'} not apply"
    told = f"{left}: {counted.applicable} that {_apply(counted.applicable)} = {parts}."
    if counted.words:
        told += f" {in_number(counted.words, 'question')} more to answer in words, {counted.worded} of them answered."
    return f"{told} Only what is rated enters any other figure; not known is an answer, never a zero."


def _line(review: Review, line: ProfileLine) -> str:
    levels = len(review.checklist.scale.levels)
    if line.level is None:
        said = line.words if review.is_answered(line.question) else "not reached"
        return f"{line.question.label}: {said}. It carries no level, and enters no figure."
    known = f", and we know because it is {line.strength}: {line.strength.meaning}" if line.strength else (
        ", and nobody has said how we know")  # fmt: skip
    agreed = review.panel.discussion(line.question.id).agreed
    by = "the group's agreed answer" if agreed and agreed.level == line.answer.level else "the answer of this review"
    brought = (
        f" It was brought along from {line.answer.carried}, and nobody has confirmed it." if line.answer.carried else ""
    )
    return f"{line.question.label}: level {line.level.value} of {levels}, {line.words}: {by}{known}.{brought}"


def _section(review: Review, section: Section) -> str:
    counted = covered(review, section.questions)
    named: dict[str, list[str]] = {}
    for question in section.questions:
        answer = review.answer(question.id)
        if answer.level is not None:
            named.setdefault(str(review.checklist.scale.level(answer.level)), []).append(question.label)
    per_cent = counted.rated * 100 // counted.applicable if counted.applicable else 0
    which = f"{counted.rated} of {counted.applicable} that {_apply(counted.applicable)}"
    share = f"{which} {'is' if counted.rated <= 1 else 'are'} rated, which is {per_cent}%"
    if not counted.applicable:
        return "Nothing in this section can be rated here, so there is nothing to count."
    if counted.rated * 100 < counted.applicable * ENOUGH:
        return f"{share}. Below {ENOUGH}% a count would say more than is known, so it is withheld."
    levels = "; ".join(f"{level}: {', '.join(names)}" for level, names in sorted(named.items()))
    return f"{share}. {levels}. Counts only: a mean would hide a poor answer behind good ones."


def _apply(count: int) -> str:
    return "applies" if count == 1 else "apply"
