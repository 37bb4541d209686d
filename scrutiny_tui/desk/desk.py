"""The Desk holds the review that is being worked on. Everything that can be done to a review is a method of it."""

from scrutiny_tui.desk.answering import Answering
from scrutiny_tui.desk.facilitating import Facilitating
from scrutiny_tui.desk.recommending import Recommending
from scrutiny_tui.desk.reporting import Reporting
from scrutiny_tui.model.checklist import Phase
from scrutiny_tui.model.meeting import Meeting


class Desk(Answering, Facilitating, Recommending, Reporting):
    """The current review, what can be done to it, what it was before, and whether it is on the disk."""

    def set_meeting(self, meeting: Meeting) -> None:
        """Write the meeting's details, as typed so far."""
        self._step(self._review.with_meeting(meeting), "Wrote the meeting's details", typing="meeting")

    def rename(self, title: str) -> None:
        """Give the review another title, as typed so far."""
        self._step(self._review.titled(title), "Wrote the title", typing="title")

    def set_phase(self, phase: Phase | None) -> None:
        """Say which phase of the improvement journey the service is in; None takes it back."""
        self._step(self._review.in_phase(phase), f"Phase: {phase.words if phase else 'not said'}", typing="phase")

    def set_by(self, name: str) -> None:
        """Say whose review this is, as typed so far."""
        self._step(self._review.by_whom(name), "Wrote whose review this is", typing="by")
