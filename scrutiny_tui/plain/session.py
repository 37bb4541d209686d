"""The session with the room: an adviser types, and everybody may hear or see all that is said."""

from collections.abc import Sequence

from scrutiny_tui.desk.leading import ALL_AGREED, switch_order
from scrutiny_tui.desk.timing import Timing
from scrutiny_tui.model.agenda import beside, next_to_discuss
from scrutiny_tui.model.wall_text import our_notes
from scrutiny_tui.plain.documents import export
from scrutiny_tui.plain.leading import LeadingPlace
from scrutiny_tui.plain.merging import MergePlace
from scrutiny_tui.plain.panel import PanelPlace
from scrutiny_tui.plain.parking import ParkingPlace
from scrutiny_tui.plain.place import Command
from scrutiny_tui.plain.recommendations import RecommendationsPlace, still_open
from scrutiny_tui.plain.sitting import Sitting
from scrutiny_tui.plain.wall import wall_lines


class SessionPlace(LeadingPlace):
    """The question at hand, as the room sees it. What is said of it is safe to project: nothing sealed is in it."""

    prompt = "Session:"

    def __init__(self, sitting: Sitting) -> None:
        """Take the review that is open, and begin to count the time."""
        super().__init__(sitting)
        self._timing = Timing(sitting.around.clock)

    def commands(self) -> Sequence[Command]:
        """Return what can be done in a session, in the order in which a question is gone through."""
        return (*self.collecting(), *self.agreeing(), *self._moving(), *self._going_elsewhere(), *self.everywhere())

    def _moving(self) -> Sequence[Command]:
        return (
            Command("n", "next", "go to the next question that is not agreed", self._next_open),
            Command("]", "after", "go to the question after this one in the order of the session",
                    lambda _: self._move(1)),
            Command("b", "before", "go to the question before this one", lambda _: self._move(-1)),
            Command("[", "", "the same as b", lambda _: self._move(-1)),
            Command("d", "order", "discuss first where prepared files differ most, or as in the checklist",
                    self._switch_order),
            Command("here", "", "say once more where we are", lambda _: self.arrive()),
            Command("h", "notes", "say our own notes; everybody hears them", self._tell_notes),
            Command("time", "", "the time spent on this question, and the time meant for it", self._tell_time),
        )  # fmt: skip

    def _going_elsewhere(self) -> Sequence[Command]:
        return (
            Command("p", "panel", "who takes part, names or no names, and the time in all", self._panel),
            Command("m", "merge", "add members' prepared files as respondents", self._merge),
            Command("r", "recommend", "write and follow recommendations", self._recommendations),
            Command("l", "parking", "put what belongs elsewhere on the parking list", self._parking),
            Command("x", "export", "write a document, or a copy to share", lambda _: export(self.sitting)),
            Command("elsewhere", "", "save to another file and go on in it", lambda _: self.keeper.save_elsewhere()),
        )

    def stay(self) -> None:
        """Begin with what is still open from before, and with who takes part where nobody does yet."""
        self._timing.tick(self.at)
        if lines := list(still_open(self.desk)):
            self.talk.say("", "Recommendations that are still open. r follows them.", *lines)
        if not self.desk.review.panel.is_used and not self.desk.locked:
            PanelPlace(self.sitting).stay()
        super().stay()

    def arrive(self) -> None:
        """Say the question and how far the group has come with it."""
        self.talk.say("", *wall_lines(self.desk.review))

    def hear(self, line: str) -> None:
        """Do what a line says; the time until it came was spent on the question that was at hand."""
        self._timing.tick(self.at)
        super().hear(line)

    # Moving about

    def _move(self, by: int) -> None:
        there = beside(self.desk.review, by).id
        if there == self.at:
            self.talk.say("This is the last question." if by > 0 else "This is the first question.")
        else:
            self._go(there)

    def _next_open(self, rest: str) -> None:
        del rest
        if following := next_to_discuss(self.desk.review):
            self._go(following.id)
        else:
            self.talk.say(ALL_AGREED)

    def _go(self, question: str) -> None:
        self.desk.go(question)
        self.arrive()

    def _switch_order(self, rest: str) -> None:
        del rest
        if self.may_change():
            before = self.at
            self.talk.say(switch_order(self.desk))
            if self.at != before:
                self.arrive()

    # What is said only when it is asked for

    def _tell_notes(self, rest: str) -> None:
        del rest
        self.talk.say(*(f"{name}: {text}" for name, text in our_notes(self.desk.review)))

    def _tell_time(self, rest: str) -> None:
        del rest
        words = self._timing.words(self.desk.review)
        self.talk.say(f"Time for this question: {words}." if words else "No time is set for the session. p sets it.")

    # Going elsewhere, and coming back to the question

    def _panel(self, rest: str) -> None:
        del rest
        self.visit(PanelPlace(self.sitting))

    def _merge(self, rest: str) -> None:
        del rest
        self.visit(MergePlace(self.sitting))

    def _recommendations(self, rest: str) -> None:
        del rest
        self.visit(RecommendationsPlace(self.sitting, self.at))

    def _parking(self, rest: str) -> None:
        del rest
        self.visit(ParkingPlace(self.sitting))
