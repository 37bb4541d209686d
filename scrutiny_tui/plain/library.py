"""Home: the reviews that there are, and what can be done before one of them is open."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from scrutiny_tui.desk.ports import Store
from scrutiny_tui.model.listing import Listing
from scrutiny_tui.model.listing_text import file_in_short, listing_line, overdue_words, waiting, where_left
from scrutiny_tui.model.text import clean, one_line
from scrutiny_tui.plain.comparing import ComparePlace
from scrutiny_tui.plain.guide import tell_guide
from scrutiny_tui.plain.keeper import attempt
from scrutiny_tui.plain.making import new_review
from scrutiny_tui.plain.merging import MergePlace
from scrutiny_tui.plain.offering import opened
from scrutiny_tui.plain.place import Command, Place, WorkingPlace
from scrutiny_tui.plain.question import QuestionPlace
from scrutiny_tui.plain.settings import SettingsPlace
from scrutiny_tui.plain.sitting import Around, Sitting, sit_down
from scrutiny_tui.plain.talk import number_in

_WELCOME = (
    "Here you prepare for a scrutiny meeting: work through a checklist of key questions.",
    "You say what the evidence shows and how you know, and leave with the questions to ask.",
    "Everything you type is kept in this folder as you type it, and nothing leaves this computer.",
    "Type n to start a review, or d to look at a worked example first.",
)
_MOST_TOLD = 20
"""Reviews told at once, the last saved first."""


class LibraryPlace(Place):
    """The list of reviews. A number opens one."""

    prompt = "Review:"

    def __init__(self, around: Around) -> None:
        """Take what is there for all reviews."""
        super().__init__(around.talk)
        self._around = around
        self._listings: Sequence[Listing] = ()
        self._archived: list[Path] = []

    def commands(self) -> Sequence[Command]:
        """Return what can be done to the reviews."""
        return (
            Command("n", "new", "start a new review", self._new),
            Command("l", "list", "list the reviews; all lists every one of them", self._list, "all"),
            Command("/", "find", "list the reviews with these words", self._find, "WORDS"),
            Command("d", "example", "look at a worked example of an invented council", self._example),
            Command("m", "merge", "add members' prepared files to this review", self._merge, "N"),
            Command("c", "compare", "compare this review with earlier ones", self._compare, "N"),
            Command("o", "overdue", "say which replies are overdue", self._overdue),
            Command("archive", "", "move this review to the archive; nothing is deleted", self._archive, "N"),
            Command("u", "undo", "bring back the review that was archived last", self._unarchive),
            Command("i", "guide", "the guide: steps, phases, timeline, references", self._guide, "N"),
            Command("settings", "", "how it looks and speaks, and which keys do what", self._settings),
            Command("q", "quit", "leave; everything is saved", self.leave),
        )

    def arrive(self) -> None:
        """Say what is there."""
        self._listings = self._around.library.listings()
        self.talk.say(f"Scrutiny. Your reviews are in {self._around.library.folder}.")
        if not self._listings:
            self.talk.say(*_WELCOME)
            return
        self._tell(self._listings[:_MOST_TOLD])
        if len(self._listings) > _MOST_TOLD:
            self.talk.say(f"And {len(self._listings) - _MOST_TOLD} more: list all, or find and a word.")
        if not (latest := self._listings[0]).problem:
            self.talk.say(f"1 goes on where you were: {where_left(latest)}.")
        today = self._around.clock().date()
        if any(late := overdue_words(sum(each.overdue(today) for each in self._listings))):
            self.talk.say(f"{'; '.join(late)}.")

    @property
    def range(self) -> str:
        """Which reviews there are."""
        most = len(self._listings)
        return (
            f"Type a number from 1 to {most}, the name of a file, n for a new review, or ?."
            if most
            else "Type n, d, or ?."
        )

    def other(self, line: str) -> bool:
        """Open the review with this number, or in the file with this name."""
        names = {file_in_short(each): at for at, each in enumerate(self._listings, 1)}
        number = names.get(line) or number_in(line)
        if not 1 <= number <= len(self._listings):
            return False
        self.open(self._listings[number - 1].path)
        return True

    # Opening

    def open(self, path: Path) -> None:
        """Work on the review in a file, and come back."""
        self._work(lambda: opened(self._around, path))

    def _work(
        self,
        opener: Callable[[], Store | None],
        first: Callable[[Sitting], Place] | None = None,
        *,
        scratch: bool = False,
    ) -> None:
        stores: list[Store] = []
        if attempt(self.talk, lambda: stores.extend(filter(None, [opener()]))) and stores:
            work(self._around, stores[0], first, scratch=scratch)
            self.arrive()

    def _new(self, rest: str) -> None:
        del rest
        self._work(lambda: new_review(self._around))

    def _example(self, rest: str) -> None:
        del rest
        self._work(self._around.example, scratch=True)

    def _merge(self, typed: str) -> None:
        self._open_for(typed, MergePlace)

    def _compare(self, typed: str) -> None:
        self._open_for(typed, ComparePlace)

    def _open_for(self, typed: str, place: Callable[[Sitting], WorkingPlace]) -> None:
        if (chosen := self._chosen(typed)) is not None:
            self._work(lambda: opened(self._around, chosen.path), place)

    def _chosen(self, typed: str) -> Listing | None:
        if 1 <= number_in(typed) <= len(self._listings):
            return self._listings[number_in(typed) - 1]
        self.talk.wrong(f"Type the number of a review behind it. {self.range}")
        return None

    # The list

    def _tell(self, listings: Sequence[Listing]) -> None:
        now = self._around.clock()
        for each in listings:
            self.talk.say(f"{self._listings.index(each) + 1}. {listing_line(each, now)}")

    def _list(self, rest: str) -> None:
        self.arrive()
        if rest == "all":
            self._tell(self._listings[_MOST_TOLD:])

    def _find(self, typed: str) -> None:
        words = typed.casefold().split()
        now = self._around.clock()
        texts = [f"{listing_line(each, now)} {each.committee}".casefold() for each in self._listings]
        found = [
            each
            for each, text in zip(self._listings, texts, strict=True)
            if words and all(word in text for word in words)
        ]
        self._tell(found)
        if not found:
            self.talk.say("No review has these words in it." if words else "Type a word or two behind it.")

    def _overdue(self, rest: str) -> None:
        del rest
        today = self._around.clock().date()
        late = [each for each in self._listings if each.overdue(today)]
        self.talk.say(*(f"{self._listings.index(each) + 1}. {waiting(each, today)}" for each in late))
        if not late:
            self.talk.say("No reply is overdue.")

    def _archive(self, typed: str) -> None:
        if chosen := self._chosen(typed):
            words = f"Moved to the archive: {one_line(chosen.title) or clean(chosen.path.name)}. u brings it back."
            if attempt(self.talk, lambda: self._archived.append(self._around.library.archive(chosen.path))):
                self.talk.say(words)
                self.arrive()

    def _unarchive(self, rest: str) -> None:
        del rest
        if not self._archived:
            self.talk.say("Nothing was archived since you started.")
        elif attempt(self.talk, lambda: self._bring_back(self._archived[-1])):
            self._archived.pop()
            self.arrive()

    def _bring_back(self, archived: Path) -> None:
        self.talk.say(f"Back in the list: {self._around.library.unarchive(archived).name}")

    # What is there for all reviews

    def _guide(self, rest: str) -> None:
        tell_guide(self._around, rest)

    def _settings(self, rest: str) -> None:
        del rest
        SettingsPlace(self._around).stay()


def work(
    around: Around, store: Store, first: Callable[[Sitting], Place] | None = None, *, scratch: bool = False
) -> None:
    """Work on one review until the person leaves it, beginning with what it was opened for."""
    sitting = sit_down(around, store, scratch=scratch)
    try:
        if sitting.desk.locked:
            around.talk.say(f"This review can only be read here. {sitting.desk.locked}")
        around.talk.say(f"{one_line(sitting.desk.review.title)}. The file is {os.fspath(store.path)}.")
        if first:
            first(sitting).stay()
        QuestionPlace(sitting).stay()
    finally:
        sitting.keeper.close()
