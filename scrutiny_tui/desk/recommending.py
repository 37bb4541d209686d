"""What a person can do to recommendations."""

from dataclasses import replace

from scrutiny_tui.desk.steps import Steps
from scrutiny_tui.model.recommendation import Recommendation


class Recommending(Steps):
    """Writes recommendations and follows them."""

    def put_recommendation(self, recommendation: Recommendation) -> None:
        """Add a recommendation, or change the one with its id, as typed so far."""
        changed = self._review.with_recommendation(recommendation)
        self._step(changed, "Wrote a recommendation", typing=f"recommendation {recommendation.id}")

    def drop_recommendation(self, recommendation_id: str) -> None:
        """Take a recommendation away."""
        self._step(self._review.without_recommendation(recommendation_id), "Took a recommendation away")

    def set_reply_months(self, months: int) -> None:
        """Say how many months a reply may take where nothing else is agreed."""
        self._step(replace(self._review, reply_months=months), f"Replies are due after {months} months")
