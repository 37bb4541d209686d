"""What the review says: the coverage, the parts to read, and in words how each figure was worked out."""

from collections.abc import Sequence

from scrutiny_tui.export.record import record
from scrutiny_tui.model.figure import Figure
from scrutiny_tui.model.report import build
from scrutiny_tui.model.summary import PARTS, PROFILE, figures
from scrutiny_tui.plain.comparing import ComparePlace
from scrutiny_tui.plain.documents import export
from scrutiny_tui.plain.place import Command, Place, WorkingPlace
from scrutiny_tui.plain.reading_out import read_out
from scrutiny_tui.plain.recommendations import RecommendationsPlace
from scrutiny_tui.plain.room_list import RoomPlace
from scrutiny_tui.plain.sitting import Sitting
from scrutiny_tui.plain.talk import number_in


class SummaryPlace(WorkingPlace):
    """The parts of the summary. A number reads one."""

    prompt = "Summary:"

    def __init__(self, sitting: Sitting) -> None:
        """Take the review that is open."""
        super().__init__(sitting)
        self._part = PROFILE

    def commands(self) -> Sequence[Command]:
        """Return what can be read, and where one can go from here."""
        return (
            Command("sum", "", "say how this figure of the part read last was worked out", self._explain, "N"),
            Command("all", "", "read the whole record", self._read_all),
            Command("room", "", "change the questions for the room: their order, and who asks", self._room),
            Command("c", "compare", "choose the earlier reviews to compare with", self._compare),
            Command("r", "recommend", "write and follow recommendations", self._recommendations),
            Command("x", "export", "write a document, or a copy to share", lambda _: export(self.sitting)),
            Command("l", "list", "say the parts once more", lambda _: self.arrive()),
            *self.everywhere(),
        )

    @property
    def range(self) -> str:
        """Which parts there are."""
        return f"Type a number from 1 to {len(PARTS)} to read a part, or ? for all that can be done."

    def arrive(self) -> None:
        """Say the coverage, and the parts."""
        self.talk.say("", f"What this review says. {build(self.desk.review).coverage.sentence}")
        self.talk.number(part.name for part in PARTS)
        self.talk.say("A number reads a part; all reads the whole record.")

    def other(self, line: str) -> bool:
        """Read the part with this number or name."""
        names = {part.name.casefold(): number for number, part in enumerate(PARTS, 1)}
        number = names.get(line.casefold(), number_in(line))
        if not 1 <= number <= len(PARTS):
            return False
        self._part = number - 1
        self.talk.say("", f"{PARTS[self._part].name}.")
        self.talk.number("\n".join(figure.lines) for figure in self._figures())
        return True

    def _figures(self) -> list[Figure]:
        return [each for each in figures(build(self.desk.review), self._part).values() if each.lines]

    def _explain(self, typed: str) -> None:
        found, name = self._figures(), PARTS[self._part].name
        if not 1 <= number_in(typed) <= len(found):
            self.talk.wrong(f"Type sum and a number from 1 to {len(found)}: the figures of {name}.")
        else:
            told = found[number_in(typed) - 1].sum
            self.talk.say(told or "There is nothing behind it to explain.")

    def _read_all(self, rest: str) -> None:
        del rest
        self.talk.say(*read_out(record(build(self.desk.review))))

    # Going elsewhere

    def _visit(self, place: Place) -> None:
        place.stay()
        self.arrive()

    def _room(self, rest: str) -> None:
        del rest
        self._visit(RoomPlace(self.sitting))

    def _compare(self, rest: str) -> None:
        del rest
        self._visit(ComparePlace(self.sitting))

    def _recommendations(self, rest: str) -> None:
        del rest
        self._visit(RecommendationsPlace(self.sitting, self.desk.review.question.id))
