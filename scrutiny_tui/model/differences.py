"""Where those who rated differ: a grid of their ratings, as far as names are kept."""

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.agreement import Tally, tally
from scrutiny_tui.model.checklist import Question
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.rounds import Rating, Round, Said

SIGNS = {Said.NOT_KNOWN: "?", Said.ABSTAINED: "a"}
"""What stands in the place of a level."""
NOTHING = "."
"""What stands where somebody gave no rating."""
LEGEND = "A digit is the level; ? is not known, a is abstained, and . is no rating."
WITHOUT_NAME = "Without a name"


@frozen
class GridLine:
    """The ratings of one question, in its last round that was revealed."""

    number: int
    """Where the question stands in the checklist, from 1."""
    question: str
    """The question's id."""
    name: str
    cells: tuple[str, ...]
    """One for each column."""
    word: str
    """How far the ratings agree."""
    tally: Tally

    @property
    def sum(self) -> str:
        """How the word follows from the ratings, in words."""
        return f"{self.tally.sentence} {self.tally.figures}"


@frozen
class Differences:
    """The grid: a line a question, a column a rater; without names one column with all ratings, lowest first."""

    columns: tuple[str, ...]
    lines: tuple[GridLine, ...]
    """In the order of the checklist."""


def aloud(cell: str) -> str:
    """Return a cell in words, for who does not see the grid."""
    words = {**{sign: said.words for said, sign in SIGNS.items()}, NOTHING: "no rating"}
    return ", ".join(words.get(sign, sign) for sign in cell.split())


def differences(review: Review) -> Differences | None:
    """Return the grid of a review's session; None where no round was revealed."""
    shown = [(question, each.revealed) for question in review.questions
             if (each := review.panel.discussion(question.id)).revealed]  # fmt: skip
    if not shown:
        return None
    rounds = [(question, revealed[-1]) for question, revealed in shown]
    raters = _raters(review, [one for _, one in rounds])
    unnamed = any(not rating.by for _, one in rounds for rating in one.ratings)
    columns = [review.panel.called(each) for each in raters]
    if unnamed or not raters:
        columns.append(WITHOUT_NAME if raters else "Ratings")
    return Differences(tuple(columns), tuple(_line(review, question, one, raters, unnamed) for question, one in rounds))


def _raters(review: Review, rounds: list[Round]) -> list[str]:
    """Return the ids of those who rated in any of these rounds, in the order of the list of who takes part."""
    if not review.panel.keeps_names:
        return []
    heard = {rating.by for one in rounds for rating in one.ratings}
    return [each.id for each in review.panel.respondents if each.id in heard]


def _line(review: Review, question: Question, one: Round, raters: list[str], unnamed: bool) -> GridLine:  # noqa: FBT001
    given = {rating.by: _sign(rating) for rating in one.ratings if rating.by in raters}
    cells = [given.get(each, NOTHING) for each in raters]
    if unnamed or not raters:
        rest = sorted(_sign(rating) for rating in one.ratings if rating.by not in raters)
        cells.append(" ".join(sorted(rest, key=lambda sign: (not sign.isdecimal(), sign))) or NOTHING)
    counted = tally(one.ratings, review.checklist.scale, one.missing)
    number = review.checklist.place(question.id) + 1
    return GridLine(number, question.id, question.label, tuple(cells), counted.word, counted)


def _sign(rating: Rating) -> str:
    return str(rating.level) if rating.level is not None else SIGNS[rating.said]
