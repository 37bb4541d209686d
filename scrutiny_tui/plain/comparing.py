"""What has changed since earlier reviews: which ones are compared with, what moved, and why."""

import os
from collections.abc import Sequence
from pathlib import Path

from scrutiny_tui.desk.forms.summary import why_form
from scrutiny_tui.desk.others import keep_as_earlier, none_in, others, to_compare
from scrutiny_tui.model.meeting import in_short
from scrutiny_tui.model.report import build
from scrutiny_tui.model.summary import CHANGES, figures
from scrutiny_tui.model.text import one_line
from scrutiny_tui.plain.keeper import attempt
from scrutiny_tui.plain.place import Command, WorkingPlace
from scrutiny_tui.plain.talk import number_in


class ComparePlace(WorkingPlace):
    """The earlier reviews that are kept in this one, and what moved since the last of them."""

    prompt = "Compare:"

    def commands(self) -> Sequence[Command]:
        """Return what can be done about the comparison."""
        return (
            Command("new", "add", "compare with another review of a folder", self._add, "FOLDER"),
            Command("d", "drop", "compare no more with this review (u brings it back)", self._drop, "N"),
            Command("m", "changes", "read out what moved", lambda _: self._tell_changes()),
            Command("e", "why", "write why the answer to question N moved", self._why, "N"),
            Command("l", "list", "say the reviews once more", lambda _: self._tell_kept()),
            *self.everywhere(),
        )

    @property
    def range(self) -> str:
        """What can be typed."""
        kept = len(self.desk.review.earlier)
        if not kept:
            return "Type add to compare with an earlier review, or ? for all that can be done."
        return f"Type add, changes, drop and a number from 1 to {kept}, why and the number of a question, or ?."

    def arrive(self) -> None:
        """Say which reviews are compared with, and what moved."""
        self.talk.say("", "Compare with earlier reviews. Only what a review answered is kept, no note.")
        self._tell_kept()
        self._tell_changes()

    def _tell_kept(self) -> None:
        self.talk.number(f"{one_line(each.title)}, {in_short(each.date)}" for each in self.desk.review.earlier)
        if not self.desk.review.earlier:
            self.talk.say("None is compared with yet; add finds one in a folder.")

    def _tell_changes(self) -> None:
        if not self.desk.review.earlier:
            return
        self.talk.say("What moved:")
        for figure in figures(build(self.desk.review), CHANGES).values():
            self.talk.say(*figure.lines)

    # Taking reviews in, and out

    def _add(self, typed: str) -> None:
        if not self.may_change():
            return
        own = self.keeper.store.path
        # os.path leaves as it is what Path refuses: a home of nobody's.
        folder = Path(os.path.expanduser(typed)).absolute() if typed else own.parent  # noqa: PTH111
        library = self.sitting.around.library
        found = to_compare(self.desk.review, others(library, folder, own))
        if not found:
            self.talk.wrong(none_in(folder))
            return
        rows = {
            str(each.path): ", ".join(filter(None, (one_line(each.title), in_short(each.date) if each.date else "")))
            for each in found
        }
        if chosen := self.talk.choose(f"Reviews in {folder}:", rows):
            attempt(self.talk, lambda: self._keep(Path(chosen)))

    def _keep(self, path: Path) -> None:
        review = self.sitting.around.library.read_filed(path).review
        if why_not := keep_as_earlier(self.desk, review):
            self.talk.wrong(why_not)
        else:
            self._tell_changes()

    def _drop(self, typed: str) -> None:
        kept = self.desk.review.earlier
        if not 1 <= number_in(typed) <= len(kept):
            self.talk.wrong(self.range)
        elif self.may_change():
            self.desk.drop_earlier(kept[number_in(typed) - 1].review)

    def _why(self, typed: str) -> None:
        found = build(self.desk.review).changes
        line = next((each for each in found.lines if each.number == number_in(typed)), None) if found else None
        if found is None:
            self.talk.wrong(self.range)
        elif line is None or not line.number:
            self.talk.wrong(f"The questions that are asked now go from 1 to {found.asked}.")
        else:
            self.fill(why_form(self.desk, line, found.columns[-2].review))
