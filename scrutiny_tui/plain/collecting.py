"""How a group's ratings come in, are revealed, and are given once more. All of it goes to the Desk."""

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from scrutiny_tui.desk.forms.form import Values
from scrutiny_tui.desk.forms.session import hands_form, take_hands
from scrutiny_tui.desk.leading import (
    NOBODY_RATES,
    begin_anew,
    rate_again,
    why_not_again,
    why_not_anew,
    why_not_collect,
    why_not_read_brought,
    why_not_reveal,
)
from scrutiny_tui.model.respondent import Respondent
from scrutiny_tui.model.rounds import Said, Way
from scrutiny_tui.model.sealing import Slip, awaited, expected, is_covered, missing_words
from scrutiny_tui.model.wall_text import how_many_in
from scrutiny_tui.plain.brought import BroughtPlace
from scrutiny_tui.plain.fill import DONE
from scrutiny_tui.plain.panel import PanelPlace, names_are_chosen
from scrutiny_tui.plain.place import Command, WorkingPlace
from scrutiny_tui.plain.talk import number_in
from scrutiny_tui.plain.wall import level_lines, revealed_lines, sealed_lines

_SAID = {"0": Said.NOT_KNOWN, "-": Said.ABSTAINED}


class CollectingPlace(WorkingPlace):
    """A place over a Desk where a group rates the question at hand. No rating is ever said before the reveal."""

    def collecting(self) -> Sequence[Command]:
        """Return what takes ratings in, and what shows them."""
        return (
            Command("s", "slips", "type what stands on the paper slips, or on one person's", self._slips, "N"),
            Command("k", "keyboard", "pass the keyboard round; nothing typed shows", self._keyboard),
            Command("c", "hands", "count a show of hands", self._hands),
            Command("v", "reveal", "reveal the ratings; this cannot be undone", self._reveal),
            Command("o", "oncemore", "rate once more; both rounds are kept", self._again),
            Command("z", "anew", "throw the sealed ratings of this round away", self._anew),
            Command("a", "brought", "read members' notes, and take over what they ask", self._brought),
        )

    @property
    def at(self) -> str:
        """The id of the question at hand."""
        return self.desk.review.question.id

    def undo(self, rest: str = "") -> None:
        """Undo the last change, and say how many ratings are in if it was one of them."""
        before = how_many_in(self.desk.review)
        super().undo(rest)
        self._tell_travel(before)

    def redo(self, rest: str = "") -> None:
        """Make an undone change again, and say how many ratings are in if it was one of them."""
        before = how_many_in(self.desk.review)
        super().redo(rest)
        self._tell_travel(before)

    def _tell_travel(self, before: tuple[str, str]) -> None:
        # Without names the history tells nothing of a rating, so this is all that is heard of it.
        if how_many_in(self.desk.review) != before:
            self._tell_how_many()

    # Ratings come in

    def _slips(self, typed: str) -> None:
        if not self._is_ready(Way.SLIP):
            return
        panel = self.desk.review.panel
        if not typed:
            self._collect(Way.SLIP, awaited(panel, self.at))
            return
        raters = {at: each for at, each in enumerate(panel.respondents, 1) if each.rates}
        someone = raters.get(number_in(typed))
        if someone is None:
            self.talk.wrong("Type s and the number of a rater in the list of p, or s alone for all who have not rated.")
        elif someone.id in panel.discussion(self.at).last.voted and not panel.keeps_names:
            self.talk.wrong("Without names a rating cannot be found again to change it. z begins the round anew.")
        else:
            self._collect(Way.SLIP, [someone])

    def _keyboard(self, rest: str) -> None:
        del rest
        if self._is_ready(Way.KEYBOARD):
            self._collect(Way.KEYBOARD, awaited(self.desk.review.panel, self.at))

    def _hands(self, rest: str) -> None:
        del rest
        if not self._is_ready(Way.HANDS):
            return
        form = hands_form(self.desk)
        counts = {field.name: field.value for field in form.fields}

        def note(values: Values) -> str:
            counts.update(values)
            return form.take(values)

        fields = [replace(field, hint="") for field in form.fields]
        self.fill(replace(form, fields=fields, take=note))
        take_hands(self.desk, counts)
        self._tell_how_many()

    def _is_ready(self, way: Way) -> bool:
        """Tell whether ratings can come in; before the first it is asked who rates, and whether with names."""
        if not self.may_change():
            return False
        if wrong := why_not_collect(self.desk.review, way):
            self.talk.wrong(wrong)
            return False
        if not self.desk.review.panel.raters and way is not Way.HANDS:
            PanelPlace(self.sitting).stay()
            if not self.desk.review.panel.raters:
                self.talk.wrong(NOBODY_RATES)
                return False
        return names_are_chosen(self.talk, self.desk)

    def _collect(self, way: Way, raters: Sequence[Respondent]) -> None:
        """Take one rating after the other, each of which is on the disk before the next is asked for."""
        self.talk.say(self._how(way))
        waiting = deque(raters)
        while waiting and not is_covered(self.desk.review.panel, self.at):
            someone = waiting.popleft()
            typed = self.talk.ask_unseen(f"{self.desk.review.panel.called(someone.id)}:")
            if typed == DONE:
                break
            if rating := self._read(typed):
                self._seal(Slip(someone.id, *rating, way))
            elif typed:
                self._answer(typed, way)
                waiting.appendleft(someone)
            elif way is Way.KEYBOARD:
                waiting.append(someone)
        self._tell_how_many()

    def _seal(self, slip: Slip) -> None:
        self.desk.settle()
        self.desk.seal(self.at, slip)
        self.keeper.save()
        self.talk.say("Received. Pass it on." if slip.way is Way.KEYBOARD else "Received.")

    def _answer(self, typed: str, way: Way) -> None:
        """Answer what is no rating, without a word of it: it may have been meant as one."""
        if typed == "?":
            self.talk.say(self.desk.review.question.text, *level_lines(self.desk.review), self._how(way))
        else:
            self.talk.wrong(self._how(way))

    def _read(self, typed: str) -> tuple[Said, int | None] | None:
        """Return what a rating says; None where it is none."""
        if typed in _SAID:
            return _SAID[typed], None
        level = number_in(typed)
        return (Said.RATED, level) if self.desk.review.checklist.scale.has(level) else None

    def _how(self, way: Way) -> str:
        last = len(self.desk.review.checklist.scale.levels)
        passing = "passes over whoever has no slip" if way is Way.SLIP else "lets the next person go first"
        return (
            f"Type a level from 1 to {last}, 0 for not known, or - to abstain. Nothing of it shows. "
            f"Enter alone {passing}; {DONE} ends it."
        )

    def _tell_how_many(self) -> None:
        review = self.desk.review
        if not review.question.in_words and not review.panel.discussion(self.at).stage.is_shown:
            self.talk.say(*sealed_lines(review))

    # Ratings are shown, and given once more

    def _reveal(self, rest: str) -> None:
        del rest
        if not self.may_change():
            return
        if wrong := why_not_reveal(self.desk.review):
            self.talk.wrong(wrong)
            return
        if not names_are_chosen(self.talk, self.desk):
            return
        panel = self.desk.review.panel
        if expected(panel, self.at):
            self.talk.say(missing_words(panel, self.at))
            if not self.talk.agrees("Reveal without them?"):
                return
        self.desk.settle()
        self.desk.reveal(self.at)
        self.talk.say(*revealed_lines(self.desk.review))

    def _again(self, rest: str) -> None:
        del rest
        if wrong := why_not_again(self.desk.review):
            self.talk.wrong(wrong)
        elif self.may_change():
            self.talk.say(rate_again(self.desk))
            self._tell_how_many()

    def _anew(self, rest: str) -> None:
        del rest
        if wrong := why_not_anew(self.desk.review):
            self.talk.wrong(wrong)
        elif self.may_change():
            self.talk.say(begin_anew(self.desk))
            self._tell_how_many()

    def _brought(self, rest: str) -> None:
        del rest
        if wrong := why_not_read_brought(self.desk.review):
            self.talk.wrong(wrong)
        else:
            self.visit(BroughtPlace(self.sitting))

    def visit(self, place: WorkingPlace) -> None:
        """Go to another place, and say where we are on the way back."""
        place.stay()
        self.arrive()
