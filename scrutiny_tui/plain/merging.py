"""Members' own reviews as voices in this one: choose the files, hear what will happen, then say yes."""

import os
from collections.abc import Sequence
from pathlib import Path

from scrutiny_tui.desk.others import none_in, others, work_out_merge
from scrutiny_tui.model.listing import Listing
from scrutiny_tui.model.listing_text import listing_line
from scrutiny_tui.model.merge_text import MERGED, merge_lines
from scrutiny_tui.plain.place import Command, WorkingPlace
from scrutiny_tui.plain.sitting import Sitting
from scrutiny_tui.plain.talk import number_in


class MergePlace(WorkingPlace):
    """The reviews in a folder, each marked or not. What they say stays sealed."""

    prompt = "Files:"

    def __init__(self, sitting: Sitting) -> None:
        """Take the review that is open, and look into its folder."""
        super().__init__(sitting)
        self._folder = self.keeper.store.path.parent
        self._found: Sequence[Listing] = ()
        self._marked: set[Path] = set()

    def commands(self) -> Sequence[Command]:
        """Return what can be done with the files; numbers alone mark them."""
        return (
            Command("a", "all", "mark all files, or none", self._mark_all),
            Command("look", "merge", "hear what merging the marked files will do, and say yes or no", self._look),
            Command("folder", "", "look into another folder", self._look_into, "PATH"),
            Command("l", "list", "say the list once more", lambda _: self._tell()),
            *self.everywhere(),
        )

    def arrive(self) -> None:
        """Look into the folder, and say what is there."""
        self._look_into(str(self._folder))

    @property
    def range(self) -> str:
        """Which numbers there are."""
        most = len(self._found)
        numbers = f"numbers from 1 to {most}, such as 1 3, " if most else ""
        return f"Type {numbers}folder and a path, look, or ?."

    def other(self, line: str) -> bool:
        """Mark the files with these numbers, or take their marks off."""
        places = [number_in(each) - 1 for each in line.replace(",", " ").split()]
        if not places or not all(0 <= at < len(self._found) for at in places):
            return False
        for at in places:
            if self._found[at].problem:
                self.talk.wrong(f"Number {at + 1} cannot be read, so it cannot be merged.")
            else:
                self._marked ^= {self._found[at].path}
        self._tell_marks()
        return True

    def _look_into(self, typed: str) -> None:
        if not typed:
            self.talk.wrong("Type folder and a path behind it.")
            return
        # os.path leaves as it is what Path refuses: a home of nobody's.
        self._folder = Path(os.path.expanduser(typed))  # noqa: PTH111
        self._found = others(self.sitting.around.library, self._folder, self.keeper.store.path)
        self._marked &= self._readable
        self._tell()

    @property
    def _readable(self) -> set[Path]:
        return {each.path for each in self._found if not each.problem}

    def _tell(self) -> None:
        self.talk.say("", f"Members' files in {self._folder}.")
        now = self.sitting.around.clock()
        self.talk.number(f"{_whose(each)}{listing_line(each, now)}" for each in self._found)
        self.talk.say("Type the numbers of files to mark them, such as 1 3, or all; then look." if self._found
                      else none_in(self._folder))  # fmt: skip
        if self._marked:
            self._tell_marks()

    def _tell_marks(self) -> None:
        numbers = [str(at) for at, each in enumerate(self._found, 1) if each.path in self._marked]
        self.talk.say(f"Marked: {', '.join(numbers) or 'none'}.")

    def _mark_all(self, rest: str) -> None:
        del rest
        self._marked = set() if self._readable <= self._marked else self._readable
        self._tell_marks()

    def _look(self, rest: str) -> None:
        del rest
        paths = [each.path for each in self._found if each.path in self._marked]
        if not paths:
            self.talk.wrong(f"Mark a file first. {self.range}")
            return
        worked_out = work_out_merge(self.sitting.around.library, self.desk.review, paths)
        self.talk.say("What merging will do.", *(line.strip() for line in merge_lines(worked_out)))
        if worked_out.changes and self.may_change() and self.talk.agrees("Merge?"):
            self.desk.settle()
            self.desk.merge(worked_out.panel, worked_out.taken)
            self.talk.say(MERGED)
            self.leave()


def _whose(each: Listing) -> str:
    return f"{each.by}: " if each.by and not each.problem else ""
