"""What a person can do to what the review says: the list for the room, and what it is compared with."""

from dataclasses import replace

from scrutiny_tui.desk.steps import Steps
from scrutiny_tui.model.earlier import Earlier
from scrutiny_tui.model.keeping import keeping, with_why
from scrutiny_tui.model.room import assigning, placing
from scrutiny_tui.model.room_plan import RoomPlan


class Reporting(Steps):
    """Changes the questions to take into the room by hand, and compares with earlier reviews."""

    def place_in_room(self, key: str, number: int) -> None:
        """Put a question for the room at another place, from 1."""
        self._step(placing(self._review, key, number), "Moved a question for the room", typing=f"place {key}")

    def place_by_rule(self, key: str) -> None:
        """Put a question for the room back where the rule puts it, and into the list if it was left out."""
        self._plan(self._review.room.by_rule(key), "Put a question back where the rule puts it")

    def leave_out_of_room(self, key: str) -> None:
        """Leave a question out of those for the room."""
        self._plan(self._review.room.dropping(key), "Left a question out of the room")

    def assign(self, key: str, who: str) -> str:
        """Say who asks a question for the room, as typed so far. Returns its key from now on.

        Raises:
            KeyError: there is no such question.
        """
        changed, new = assigning(self._review, key, who)
        question = key.partition(":")[0]
        self._step(changed, "Wrote who asks", question=question, typing=f"who asks {new}")
        return new

    def keep_earlier(self, earlier: Earlier) -> None:
        """Keep what an earlier review said, to compare with it."""
        self._step(keeping(self._review, [earlier]), "Kept what an earlier review said")

    def drop_earlier(self, review_id: str) -> None:
        """Compare no more with an earlier review; what people wrote about it stays until it is compared again."""
        left = tuple(each for each in self._review.earlier if each.review != review_id)
        self._step(replace(self._review, earlier=left), "Took an earlier review out of the comparison")

    def write_why(self, question: str, since: str, text: str) -> None:
        """Write why an answer is not what it was in an earlier review, as typed so far.

        Raises:
            KeyError: the checklist has no such question.
        """
        told = f"Wrote why it changed, {self._review.checklist.question(question).label}"
        changed = with_why(self._review, question, since, text)
        self._step(changed, told, question=question, typing=f"why {question} {since}")

    def _plan(self, plan: RoomPlan, what: str) -> None:
        self._step(replace(self._review, room=plan), what)
