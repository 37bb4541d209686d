"""What the committee recommends, and what became of it."""

from collections.abc import Iterator, Sequence

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.desk.forms.recommendation import recommendation_form
from scrutiny_tui.model.recommendation import Recommendation
from scrutiny_tui.model.recommendation_report import open_first, standing
from scrutiny_tui.plain.listing import ListPlace
from scrutiny_tui.plain.sitting import Sitting


class RecommendationsPlace(ListPlace):
    """The recommendations of the review, the open ones first."""

    prompt = "Recommendation:"
    heading, one = "Recommendations", "a recommendation"

    def __init__(self, sitting: Sitting, question: str = "") -> None:
        """Take the review that is open, and the id of the question at hand, which new ones come from."""
        super().__init__(sitting)
        self._question = question

    def lines(self) -> Sequence[str]:
        """Return the recommendations and where each stands."""
        return [_line(self.desk, each) for each in self._ordered]

    def change(self, at: int) -> None:
        """Write one, from its words to the evidence that it is closed on."""
        ordered = self._ordered
        self.fill(recommendation_form(self.desk, ordered[at].id if at < len(ordered) else "", self._question))

    def drop(self, at: int) -> None:
        """Take one away."""
        self.desk.drop_recommendation(self._ordered[at].id)

    @property
    def _ordered(self) -> Sequence[Recommendation]:
        return open_first(self.desk.review)


def still_open(desk: Desk) -> Iterator[str]:
    """Yield the recommendations that still have to be followed, and where each stands."""
    return (_line(desk, each) for each in desk.review.recommendations if each.is_open)


def _line(desk: Desk, each: Recommendation) -> str:
    lines = standing(each, desk.today, desk.review.reply_months).lines
    return " ".join(f"{line[:1].upper()}{line[1:].removesuffix('.')}." for line in lines)
