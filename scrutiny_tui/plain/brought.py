"""What members' files brought to a question beside their ratings: their notes, and what they want to ask."""

from collections.abc import Sequence

from scrutiny_tui.desk.leading import take_brought
from scrutiny_tui.model.brought_text import NOTHING_BROUGHT, brought_lines
from scrutiny_tui.model.text import one_line
from scrutiny_tui.plain.place import Command, WorkingPlace
from scrutiny_tui.plain.talk import number_in


class BroughtPlace(WorkingPlace):
    """Notes to read, and questions to ask of which a number takes one among ours."""

    prompt = "Brought:"

    def commands(self) -> Sequence[Command]:
        """Return what can be done beside taking a question by its number."""
        return (Command("l", "list", "say the list once more", lambda _: self.arrive()), *self.everywhere())

    def arrive(self) -> None:
        """Say all of it."""
        lines = brought_lines(self.desk.review)
        self.talk.say("", f"What members brought: {one_line(self.desk.review.question.label)}.")
        self.talk.number(" ".join(each.lines) for each in lines)
        self.talk.say("The number of a question to ask takes it among ours." if lines else NOTHING_BROUGHT)

    @property
    def range(self) -> str:
        """Which numbers there are."""
        most = len(brought_lines(self.desk.review))
        numbers = f"a number from 1 to {most}, " if most else ""
        return f"Type {numbers}q to go back, or ?."

    def other(self, line: str) -> bool:
        """Take the question on the line with this number among ours."""
        lines, at = brought_lines(self.desk.review), number_in(line) - 1
        if not 0 <= at < len(lines):
            return False
        if self.may_change() and not take_brought(self.desk, lines[at].id):
            self.talk.wrong("There is nothing on that line to take, or it is among ours already.")
        return True
