"""A numbered list of ours, each line of which can be changed or taken away by its number."""

from collections.abc import Sequence

from scrutiny_tui.plain.place import Command, WorkingPlace
from scrutiny_tui.plain.talk import number_in


class ListPlace(WorkingPlace):
    """A list over the Desk. What is in it, and what changing one means, is for each list to say."""

    heading = one = ""
    """What the list is, as a sentence without its full stop, and what one of it is called."""
    dropping = " (u brings it back)"
    """What becomes of what is taken away."""

    def lines(self) -> Sequence[str]:
        """Return what is on the list, one line each."""
        raise NotImplementedError

    def change(self, at: int) -> None:
        """Change the line at this place, from 0; the place behind the last makes a new one."""
        raise NotImplementedError

    def drop(self, at: int) -> None:
        """Take the line at this place, from 0, away."""
        raise NotImplementedError

    def commands(self) -> Sequence[Command]:
        """Return what can be done with the list; a number alone changes that line."""
        return (
            Command("new", "add", f"add {self.one}", self._add),
            Command("d", "drop", f"take the one with this number away{self.dropping}", self._drop, "N"),
            *self.more(),
            Command("l", "list", "say the list once more", lambda _: self.arrive()),
            *self.everywhere(),
        )

    def more(self) -> Sequence[Command]:
        """Return what can be done here beside that."""
        return ()

    def arrive(self) -> None:
        """Say the list."""
        lines = self.lines()
        self.talk.say("", f"{self.heading}.")
        self.talk.number(lines)
        self.talk.say("A number changes one, drop and a number takes it away, new adds one."
                      if lines else f"None yet; new adds {self.one}.")  # fmt: skip

    @property
    def range(self) -> str:
        """Which numbers there are."""
        most = len(self.lines())
        numbers = f"a number from 1 to {most}, " if most else ""
        return f"Type {numbers}new, or ? for all that can be done here."

    def other(self, line: str) -> bool:
        """Change the line with this number."""
        at = number_in(line) - 1
        if not 0 <= at < len(self.lines()):
            return False
        if self.may_change():
            self.change(at)
        return True

    def _add(self, rest: str) -> None:
        del rest
        if self.may_change():
            self.change(len(self.lines()))

    def _drop(self, typed: str) -> None:
        at, most = number_in(typed) - 1, len(self.lines())
        if not most:
            self.talk.wrong("There is nothing on the list to take away.")
        elif not 0 <= at < most:
            self.talk.wrong(f"Type drop and a number from 1 to {most}.")
        elif self.may_change():
            self.drop(at)
