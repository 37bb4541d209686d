"""What has changed since earlier reviews. Only answers to a question asked in the same words are compared."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.earlier import Earlier, EarlierAnswer
from scrutiny_tui.model.keeping import as_earlier, why_of
from scrutiny_tui.model.moves import Move, knowing, moved, says_something, sum_in_words
from scrutiny_tui.model.reading import ENOUGH
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.text import one_line
from scrutiny_tui.model.timeline import Cell, Column, block, cell_of, columns_of, mark


class Status(StrEnum):
    """How a question of the newest review stands to the one before, or the other way round."""

    SAME = "same wording"
    CHANGED = "wording changed"
    NEW = "new"
    GONE = "no longer asked"


@frozen
class ComparedLine:
    """One question over time. Then is the last earlier review, now the newest one."""

    question: str
    """The question's id."""
    number: int
    """Where it stands now, from 1; 0 where it is no longer asked."""
    name: str
    text: str
    old_text: str
    """How it was put then, where the wording changed; the levels may be what changed. Else empty."""
    status: Status
    cells: tuple[Cell, ...]
    """One for each column."""
    move: Move
    direction: str
    """How the answer moved, in words, such as `down 2 levels` or `not compared: wording changed`."""
    known: str
    """How the strength moved, such as `told, now tested: better known`; empty where it is not compared."""
    why: str
    """Why it moved, as a person typed it; may be empty."""
    sum: str
    """How the direction was worked out, or why there is none, as a sentence."""
    series: tuple[str, ...]
    """A mark for each column, as `LEGEND` explains them."""
    most: int
    """How many levels there are; 0 where the question is not rated, or no longer asked."""

    @property
    def then(self) -> Cell:
        """What the last earlier review said."""
        return self.cells[-2]

    @property
    def now(self) -> Cell:
        """What the newest review says."""
        return self.cells[-1]

    @property
    def chart(self) -> str:
        """The levels as a row of blocks, one for each column, as high as the level is on the scale.

        A dot stands where there is no level to show; the text is empty where the question has none at all.
        """
        return "".join(block(cell, self.most) for cell in self.cells) if self.most else ""


@frozen
class Comparison:
    """The newest review beside earlier ones. There is no mark over all questions in it."""

    columns: tuple[Column, ...]
    """The oldest first, the newest review last."""
    lines: tuple[ComparedLine, ...]
    """In the order of the newest review; then what is no longer asked, as the last review that asked it had it."""

    @property
    def asked(self) -> int:
        """How many questions the newest review asks."""
        return sum(line.number > 0 for line in self.lines)

    @property
    def compared(self) -> tuple[ComparedLine, ...]:
        """The questions that both of the last two reviews ask in the same words."""
        return self.of(Status.SAME)

    def of(self, status: Status) -> tuple[ComparedLine, ...]:
        """Return the questions that stand so to the review before."""
        return tuple(line for line in self.lines if line.status is status)

    @property
    def moves(self) -> tuple[tuple[Move, int], ...]:
        """How many of the compared questions moved in which way; only ways that there are."""
        found = Counter(line.move for line in self.compared)
        return tuple((move, found[move]) for move in Move if found[move])

    @property
    def coverage(self) -> str:
        """How many questions are compared, and what became of the others, as sentences."""
        asked, alike = self.asked, len(self.compared)
        since = f"as in the review of {one_line(self.columns[-2].label)}"
        if not alike:
            first = f"No question is asked in the same words {since}, so nothing is compared."
        else:
            first = f"{alike} of {asked} {_are(alike)} asked in the same words {since}, and compared."
        others = [
            f"{count} {_are(count)} {words}"
            for count, words in (
                (len(self.of(Status.CHANGED)), "worded otherwise"),
                (len(self.of(Status.NEW)), "new"),
                (len(self.of(Status.GONE)), "no longer asked"),
            )
            if count
        ]
        return f"{first} {', '.join(others)}." if others else first

    @property
    def moves_in_words(self) -> str:
        """How many of the compared questions moved in which way, as a sentence; empty where none is compared.

        Where too few are compared it is withheld, and says why.
        """
        asked, alike = self.asked, len(self.compared)
        if alike and alike * 100 < asked * ENOUGH:
            return (
                f"How many moved is withheld, because only {alike} of {asked} {_are(alike)} compared: "
                f"below {ENOUGH}% it would say more than is known."
            )
        counts = ", ".join(f"{count} {move}" for move, count in self.moves)
        return f"Of these: {counts}." if counts else ""


def comparison(review: Review) -> Comparison | None:
    """Return a review beside the earlier ones that it keeps; None where it keeps none."""
    return compared(review.earlier, review) if review.earlier else None


def compared(earlier: Sequence[Earlier], review: Review) -> Comparison:
    """Return a review beside earlier ones, the oldest first. The last of them is the one that it is compared with.

    Raises:
        ValueError: there is no earlier one.
    """
    if not earlier:
        msg = "a review is compared with an earlier one"
        raise ValueError(msg)
    told = (*earlier, as_earlier(review))
    columns = columns_of(told)
    said = [_by_question(each) for each in told]
    last: dict[str, EarlierAnswer] = {}
    for each in reversed(said):
        for question, answer in each.items():
            last.setdefault(question, answer)
    lines = (_line(review, columns, [each.get(one) for each in said], answer) for one, answer in last.items())
    return Comparison(columns, tuple(lines))


def _by_question(earlier: Earlier) -> dict[str, EarlierAnswer]:
    """Return the answers by question, in order. The first one counts where another hand wrote a question twice."""
    found: dict[str, EarlierAnswer] = {}
    for each in earlier.answers:
        found.setdefault(each.question, each)
    return found


def _line(
    review: Review, columns: Sequence[Column], answers: Sequence[EarlierAnswer | None], last: EarlierAnswer
) -> ComparedLine:
    """Return the line of a question; `last` is what the last review that asked it said."""
    then, now = answers[-2:]
    status = _status(then, now)
    rated = now is not None and not review.checklist.question(last.question).in_words
    move, direction, known, worked_out = Move.NOT_COMPARED, f"not compared: {status}", "", ""
    if then and now and status is Status.SAME:
        move, direction = moved(then, now)
        if review.answer(last.question).carried and says_something(now):
            move, direction = Move.UNCONFIRMED, f"{direction}; brought along, not confirmed"
        known, worked_out = knowing(then, now), sum_in_words(then, now)
    elif status is Status.NEW and any(answers[:-2]):
        direction = "not compared: not asked the time before"
    return ComparedLine(
        question=last.question,
        number=last.number if now else 0,
        name=one_line(last.name) or one_line(last.text) or last.question,
        text=last.text,
        old_text=then.text if then and status is Status.CHANGED else "",
        status=status,
        cells=tuple(cell_of(each, last.wording) for each in answers),
        move=move,
        direction=direction,
        known=known,
        why=why_of(review, last.question, columns[-2].review),
        sum=worked_out or _why_not(then, now, columns[-2].label),
        series=tuple(mark(each, last.wording) for each in answers),
        most=len(review.checklist.scale.levels) if rated else 0,
    )


def _status(then: EarlierAnswer | None, now: EarlierAnswer | None) -> Status:
    if now is None:
        return Status.GONE
    if then is None:
        return Status.NEW
    # The wording of a question that is rated holds its levels, so it never agrees with one that is answered in words.
    return Status.SAME if then.wording == now.wording else Status.CHANGED


def _why_not(then: EarlierAnswer | None, now: EarlierAnswer | None, label: str) -> str:
    if now is None:
        return "Not compared, because the newest review does not ask it."
    if then is None:
        return f"Not compared, because the review of {one_line(label)} did not ask it."
    if one_line(then.text) == one_line(now.text):
        return "Not compared: the question reads as before, but its levels, or how it is answered, do not."
    return f"Not compared, because the review of {one_line(label)} put the question in other words."


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
