"""The parking list: what belongs elsewhere, kept so that the discussion can go on."""

from collections.abc import Sequence

from scrutiny_tui.desk.forms.session import parked_form
from scrutiny_tui.model.text import one_line
from scrutiny_tui.plain.listing import ListPlace


class ParkingPlace(ListPlace):
    """What was parked, in the order in which it came up."""

    prompt = "Parking list:"
    heading = "Parking list. What belongs elsewhere is kept here, and stands in the record"
    one = "a line"

    def lines(self) -> Sequence[str]:
        """Return what was parked."""
        return [one_line(each.text) for each in self.desk.review.panel.parked]

    def change(self, at: int) -> None:
        """Write what to park."""
        parked = self.desk.review.panel.parked
        self.fill(parked_form(self.desk, parked[at].id if at < len(parked) else ""))

    def drop(self, at: int) -> None:
        """Take a line off."""
        self.desk.unpark(self.desk.review.panel.parked[at].id)
