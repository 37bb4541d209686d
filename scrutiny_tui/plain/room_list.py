"""The questions to take into the room: their order, what is left out, and who asks."""

from collections.abc import Callable, Sequence

from scrutiny_tui.desk.forms.summary import who_asks_form
from scrutiny_tui.model.report import Report, build
from scrutiny_tui.model.room import RoomQuestion
from scrutiny_tui.model.room_plan import AT_THE_END
from scrutiny_tui.model.summary import ROOM, figures
from scrutiny_tui.plain.place import Command, WorkingPlace
from scrutiny_tui.plain.talk import number_in


class RoomPlace(WorkingPlace):
    """The list by the rule and by hand. What is left out stands at its end, numbered on."""

    prompt = "Room:"

    def commands(self) -> Sequence[Command]:
        """Return what can be done to a question by its number."""
        return (
            Command("K", "up", "move this question up", self._mover(-1), "N"),
            Command("J", "down", "move this question down", self._mover(1), "N"),
            Command("place", "", "put question N at place M", self._place, "N M"),
            Command("d", "out", "leave this question out of the room", self._leave_out, "N"),
            Command("b", "rule", "put it back where the rule puts it, also one left out", self._by_rule, "N"),
            Command("a", "who", "say who asks this question", self._assign, "N"),
            Command("sum", "", "say why it stands where it stands", self._explain, "N"),
            Command("l", "list", "say the list once more", lambda _: self.arrive()),
            *self.everywhere(),
        )

    @property
    def _report(self) -> Report:
        return build(self.desk.review)

    @property
    def _all(self) -> list[RoomQuestion]:
        report = self._report
        return [*report.room, *report.dropped]

    @property
    def range(self) -> str:
        """Which questions there are, and what can be done to them."""
        if not self._all:
            return "There is no question yet; q goes back, and a on a question takes a line of enquiry."
        return f"The questions go from 1 to {len(self._all)}. Type up, down, place, out, rule or who and a number."

    def arrive(self) -> None:
        """Say the list."""
        report = self._report
        self.talk.say("", "Questions to take into the room.")
        self.talk.number("\n".join(figure.lines) for figure in figures(report, ROOM).values())
        if self._all:
            self.talk.say(f"The order: {report.rule}")

    def other(self, line: str) -> bool:
        """Say why the question with this number stands where it stands."""
        if not number_in(line):
            return False
        self._explain(line)
        return True

    def _found(self, typed: str, among: Sequence[RoomQuestion]) -> RoomQuestion | None:
        """Return the question that has been numbered so; None where there is none, which is said."""
        if 1 <= number_in(typed) <= len(among):
            return among[number_in(typed) - 1]
        if not among:
            self.talk.wrong("There is no such question; l says the list.")
        else:
            self.talk.wrong(f"Type the number of a question from 1 to {len(among)} behind it.")
        return None

    def _mover(self, by: int) -> Callable[[str], None]:
        def move(typed: str) -> None:
            asked = self._found(typed, room := self._report.room)
            if asked is None:
                return
            if not 1 <= asked.number + by <= len(room):
                self.talk.say(AT_THE_END[by])
            else:
                self._put(asked, asked.number + by)

        return move

    def _place(self, typed: str) -> None:
        first, _, second = typed.partition(" ")
        room = self._report.room
        asked = self._found(first, room)
        if asked and not 1 <= number_in(second.strip()) <= len(room):
            self.talk.wrong(f"Type place, the number of the question, and its new place from 1 to {len(room)}.")
        elif asked:
            self._put(asked, number_in(second.strip()))

    def _put(self, asked: RoomQuestion, number: int) -> None:
        if self.may_change():
            self.desk.place_in_room(asked.key, number)
            self.talk.say(f"It is {number} of {len(self._report.room)} now; its reason stays.")

    def _leave_out(self, typed: str) -> None:
        asked = self._found(typed, self._report.room)
        if asked and self.may_change():
            self.desk.leave_out_of_room(asked.key)
            self.talk.say(f"Left out: it is {self._number_of(asked)}, at the end of the list.")

    def _by_rule(self, typed: str) -> None:
        asked = self._found(typed, self._all)
        if asked and self.may_change():
            self.desk.place_by_rule(asked.key)
            self.talk.say(f"It stands where the rule puts it: it is {self._number_of(asked)} now.")

    def _number_of(self, asked: RoomQuestion) -> int:
        return [each.key for each in self._all].index(asked.key) + 1

    def _assign(self, typed: str) -> None:
        asked = self._found(typed, self._report.room)
        if asked:
            self.fill(who_asks_form(self.desk, asked))

    def _explain(self, typed: str) -> None:
        asked = self._found(typed, self._all)
        if asked:
            self.talk.say(figures(self._report, ROOM)[f"room:{asked.key}"].sum)
