"""How ratings come in, sealed: paper slips that one person types, or the keyboard passed from hand to hand."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.model.respondent import Respondent
from scrutiny_tui.model.rounds import Said, Way
from scrutiny_tui.model.sealing import Slip, awaited, is_covered
from scrutiny_tui.model.text import one_line
from scrutiny_tui.tui.keys import number_keys
from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.widgets.rows import Row, Rows

_BALLOT = Binding.Group("Ratings")
_MANY = 9
"""Raters from which on the box is as high as the screen, and they scroll."""
_TALL = 30
"""Lines of the screen from which on there is room for every level's description and all that can be pressed."""


class Ballot(Modal[None]):
    """Takes ratings for the question at hand by single keys. What was pressed is never shown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *number_keys("level", "Rate", "Rate at level", "ballot.rate", _BALLOT),
        Binding("0", "say('not_known')", "Not known", tooltip="Rate: we do not know", id="ballot.not-known",
                group=_BALLOT),
        Binding("minus", "say('abstained')", "Abstain", tooltip="Take part without saying anything", key_display="-",
                id="ballot.abstain", group=_BALLOT),
    ]  # fmt: skip

    way: Way

    def __init__(self, desk: Desk, heading: str) -> None:
        """Take the Desk, whose question at hand is rated, and the heading."""
        super().__init__(heading)
        self.desk = desk
        self.question = desk.review.question.id

    @property
    def waiting(self) -> tuple[Respondent, ...]:
        """Those who have not rated and still can: nobody where hands were counted for all of them."""
        panel = self.desk.review.panel
        return () if is_covered(panel, self.question) else awaited(panel, self.question)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the keys of levels that the scale does not have."""
        if action == "level":
            return self.desk.review.checklist.scale.has(int(str(parameters[0])))
        return True

    def action_level(self, level: int) -> None:
        """Take a rating at this level."""
        self.take(Said.RATED, level)

    def action_say(self, said: str) -> None:
        """Take a rating without a level."""
        self.take(Said(said), None)

    def take(self, said: Said, level: int | None) -> None:
        """Take a rating from whoever's turn it is."""
        raise NotImplementedError

    def seal(self, respondent: str, said: Said, level: int | None) -> None:
        """Seal it."""
        self.desk.settle()
        self.desk.seal(self.question, Slip(respondent, said, level, self.way))


class SlipsDialog(Ballot):
    """The adviser types one paper slip after the other; the box closes by itself when all are in."""

    HELP = "Type the number on each slip, in the order of the list. 0 is not known, - abstains. Nothing of it shows."

    way = Way.SLIP

    def __init__(self, desk: Desk) -> None:
        """Take the Desk."""
        super().__init__(desk, f"Paper slips: {desk.review.question.label}")
        self.set_class(len(desk.review.panel.raters) >= _MANY, "-tall-box")

    def body(self) -> ComposeResult:
        """What to do, and who has rated."""
        words = (
            "Type the number on each slip. 0 is not known, - abstains. Nothing shows. Up and down choose whose it is."
        )
        yield Static(Content(words), classes="words")
        yield Rows(id="raters", one_line=True)

    def on_mount(self) -> None:
        """Begin with the first who has not rated."""
        self._show()
        self.query_one(Rows).focus()

    def take(self, said: Said, level: int | None) -> None:
        """Take the slip of the highlighted rater, and go on to the next who has not rated."""
        row = self.query_one(Rows).row
        panel = self.desk.review.panel
        if row is None:
            return
        voted = panel.discussion(self.question).last.voted
        if row.id in voted and not panel.keeps_names:
            self._show()
            return
        self.seal(row.id, said, level)
        if self.waiting:
            self._show()
        else:
            self.give(None)

    def _show(self) -> None:
        panel = self.desk.review.panel
        waiting = [each.id for each in self.waiting]
        came = dict.fromkeys((each.id for each in panel.raters), "in")
        came |= dict.fromkeys(waiting, "-")
        rows = [Row(each.id, Content(panel.called(each.id)), right=came[each.id]) for each in panel.raters]
        at = self.query_one(Rows)
        after = [row.id for row in rows][at.highlighted :] if at.row else []
        following = next((each for each in (*after, *waiting) if each in waiting), None)
        at.show(rows, following)


class KeyboardDialog(Ballot):
    """The keyboard goes from hand to hand; each person begins with Enter and presses one key."""

    HELP = "Whoever has the keyboard presses Enter, then the number. Nothing of it shows. Then it goes to the next."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "Begin", tooltip="I have the keyboard", id="keyboard.begin", group=_BALLOT),
        Binding("down", "skip", "Somebody else", tooltip="Let the next person go first", id="keyboard.skip",
                group=_BALLOT),
    ]  # fmt: skip

    way = Way.KEYBOARD

    def __init__(self, desk: Desk) -> None:
        """Take the Desk."""
        super().__init__(desk, f"Pass the keyboard: {desk.review.question.label}")
        self._turn = 0
        self._begun = False
        self._received = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what this moment is for."""
        if action in {"begin", "skip"}:
            return not self._begun
        if action in {"level", "say"} and not self._begun:
            return False
        return super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """Whose turn it is, the question, and its levels."""
        yield Static(id="turn", classes="words")
        yield Static(Content(self.desk.review.question.text), classes="words")
        yield Static(id="choices")

    def on_mount(self) -> None:
        """Call the first."""
        self._show()

    def action_begin(self) -> None:
        """Let this person rate; when nobody is left, close."""
        if not self.waiting:
            self.give(None)
            return
        self._begun, self._received = True, False
        self._show()

    def action_skip(self) -> None:
        """Call the next person first."""
        self._turn += 1
        self._received = False
        self._show()

    def take(self, said: Said, level: int | None) -> None:
        """Take the rating, say that it was received, and call the next."""
        if not self._begun:
            return
        self._begun, self._received = False, True
        self.seal(self._next.id, said, level)
        self._show()

    @property
    def _choices(self) -> list[str]:
        """What each key says; on a low screen without descriptions, so that all of them are in view."""
        review = self.desk.review
        roomy = self.size.height >= _TALL
        meanings = [one_line(level.meaning) if roomy else "" for level in review.checklist.described(review.question)]
        levels = zip(review.checklist.scale.levels, meanings, strict=True)
        return [*(f"{level}  {meaning}".rstrip() for level, meaning in levels), "0 Not known", "- I abstain"]

    def on_resize(self) -> None:
        """Fit the choices to another height."""
        self.call_after_refresh(self._show)

    @property
    def _next(self) -> Respondent:
        return self.waiting[self._turn % len(self.waiting)]

    def _show(self) -> None:
        received = "Received. Pass it on.  " if self._received else ""
        if not self.waiting:
            words = f"{received}All ratings are in. Enter closes."
        elif self._begun:
            words = f"{self.desk.review.panel.called(self._next.id)}: press your number. Nothing of it shows."
        else:
            words = f"{received}Now {self.desk.review.panel.called(self._next.id)}: press Enter when you have it."
        self.query_one("#turn", Static).update(Content.styled(words, "bold $accent"))
        self.query_one("#choices", Static).update(Content("\n".join(self._choices)))
        self.refresh_bindings()
