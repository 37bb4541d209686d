"""A place in the conversation: where a person is, and which commands are understood there."""

from collections.abc import Callable, Sequence
from dataclasses import field, replace

from scrutiny_tui.desk.forms.form import FormSpec
from scrutiny_tui.frozen import frozen
from scrutiny_tui.plain.fill import fill, write
from scrutiny_tui.plain.sitting import Sitting
from scrutiny_tui.plain.talk import NOT_FOLLOWED, EndedError, Talk, did_you_mean

_MOST_TOLD = 3
"""Changes told after one line."""


@frozen
class Command:
    """Something that can be typed: a letter or a sign, and a word for it."""

    key: str
    word: str
    """Understood as well as the key, and easier to remember and to hear."""
    does: str
    """What it does, for the list of commands."""
    run: Callable[[str], None] = field(repr=False)
    """Gets what stands behind the command on the line."""
    takes: str = ""
    """What may stand behind it, such as `N` for the number of a line."""

    @property
    def told(self) -> str:
        """The command as the list of commands has it."""
        names = self.key if self.key == self.word or not self.word else f"{self.key} or {self.word}"
        return f"{names}{' ' if self.takes else ''}{self.takes}: {self.does}."


class Place:
    """Somewhere that lines are taken until the person leaves."""

    prompt = "Command:"

    def __init__(self, talk: Talk) -> None:
        """Take the conversation."""
        self.talk = talk
        self._left = False

    def commands(self) -> Sequence[Command]:
        """Return what can be typed here, in the order in which it is told."""
        raise NotImplementedError

    def arrive(self) -> None:
        """Say where this is."""

    def come_back(self) -> None:
        """Say where this is to who knew it a moment ago."""
        self.arrive()

    def other(self, line: str) -> bool:
        """Take a line that begins with no command, such as a number; False where it means nothing here."""
        del line
        return False

    @property
    def range(self) -> str:
        """What may be typed here, for who typed something else."""
        return "Type ? for what can be done here."

    def stay(self) -> None:
        """Take lines until the person leaves."""
        self._left = False
        self.arrive()
        self.talk.hint("Type ? for what can be done here.")
        while not self._left:
            if line := self.talk.ask(self.prompt):
                self.hear(line)

    def leave(self, rest: str = "") -> None:
        """Leave after this line."""
        del rest
        self._left = True

    def hear(self, line: str) -> None:
        """Do what a line says, or say what may be typed here."""
        first, _, rest = line.partition(" ")
        if first.casefold() in {"?", "help"}:
            self.help()
            return
        known = {name: each for each in self.commands() for name in (each.key, each.word) if name}
        command = known.get(first) or known.get(first.casefold())
        if command and rest.strip() and not command.takes:
            # Perhaps a sentence that was meant for somewhere else, such as a note that is not open.
            self.talk.wrong(f"Nothing was done: {first} stands alone on its line. It means: {command.does}.")
        elif command:
            command.run(rest.strip())
        elif not self.other(line):
            words = [name for name in known if len(name) > 1]
            self.talk.wrong(f"'{line}' means nothing here.{did_you_mean(first, words)} {self.range}")

    def help(self) -> None:
        """Tell what can be typed here."""
        self.talk.say(*(each.told for each in self.commands()), "? or help: this list.")


class WorkingPlace(Place):
    """A place where the review on the Desk is worked on. What a line changes is on the disk before the next is read."""

    def __init__(self, sitting: Sitting) -> None:
        """Take the review that is open."""
        super().__init__(sitting.talk)
        self.sitting = sitting
        self.desk, self.keeper = sitting.desk, sitting.keeper

    def hear(self, line: str) -> None:
        """Do what a line says, and say what it changed once that is on the disk."""
        self.desk.settle()
        super().hear(line)
        saved = self.keeper.save()
        self.desk.settle()
        self._tell_change(saved=saved)

    def _tell_change(self, *, saved: bool) -> None:
        """Say what was changed and not told yet. What is rated without names leaves no trace in the history."""
        before, self.keeper.told = self.keeper.told, self.desk.review
        if replace(self.desk.review, place=before.place) != before:
            new = self.desk.review.history[len(before.history) :][-_MOST_TOLD:]
            self.talk.say(
                " ".join([*dict.fromkeys(f"{event.what}." for event in new), "Saved." if saved else "Not saved."])
            )

    def fill(self, form: FormSpec) -> None:
        """Fill in a form over the Desk, each field of which is on the disk before the next is asked for."""
        if self.may_change():
            fill(self.talk, form, self.keeper.save)
            self.desk.settle()

    def write(self, what: str, held: str, put: Callable[[str], object]) -> None:
        """Write a text of several lines over the Desk; `put` takes it as it stands, and then it is on the disk."""

        def keep(text: str) -> None:
            put(text)
            self.keeper.save()

        if self.may_change():
            write(self.talk, what, held, keep)

    def may_change(self) -> bool:
        """Tell whether the review can be changed; where not, say why.

        Raises:
            EndedError: it cannot, and a script is read, which goes on as if it could: its next lines may be a note.
        """
        if self.desk.locked:
            self.talk.wrong(f"This review can only be read here. {self.desk.locked}")
            if not self.talk.interactive:
                raise EndedError(NOT_FOLLOWED)
        return not self.desk.locked

    def undo(self, rest: str = "") -> None:
        """Undo the last change."""
        del rest
        if not self.desk.undo():
            self.talk.say("There is nothing to undo.")

    def redo(self, rest: str = "") -> None:
        """Make an undone change again."""
        del rest
        if not self.desk.redo():
            self.talk.say("There is nothing to make again.")

    def everywhere(self) -> Sequence[Command]:
        """Return what every place has where a review is worked on."""
        return (
            Command("u", "undo", "undo the last change", self.undo),
            Command("redo", "", "make an undone change again", self.redo),
            Command("q", "back", "go back; everything is saved", self.leave),
        )
