"""Who takes part in the session, with names or without, and how long it is meant to take."""

from collections.abc import Sequence

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.desk.forms.session import respondent_form
from scrutiny_tui.desk.timing import MOST_MINUTES, time_each
from scrutiny_tui.model.panel import Names
from scrutiny_tui.model.seating import (
    NAMES_CHOICES,
    WITH_NAMES_OR_WITHOUT,
    does,
    dropping_words,
    from_the_meeting,
    naming,
    naming_words,
)
from scrutiny_tui.plain.listing import ListPlace
from scrutiny_tui.plain.place import Command
from scrutiny_tui.plain.talk import Talk, number_in


class PanelPlace(ListPlace):
    """The respondents, in the order of the list."""

    prompt = "Who takes part:"
    heading, one = "Who takes part", "someone"
    dropping = "; who has rated is marked as having left"

    def more(self) -> Sequence[Command]:
        """Return what can be done beside changing one of them."""
        return (
            Command("take", "", "take the meeting's people", self._take),
            Command("names", "", "choose whether ratings are kept with names", self._names),
            Command("m", "minutes", "say how many minutes there are in all; 0 takes it back", self._minutes, "N"),
        )

    def lines(self) -> Sequence[str]:
        """Return who takes part, and what each does."""
        panel = self.desk.review.panel
        return [f"{panel.called(each.id)}, {does(each)}" for each in panel.respondents]

    def arrive(self) -> None:
        """Say who takes part, with names or without, and the time."""
        super().arrive()
        review = self.desk.review
        self.talk.say(f"{naming(review.panel)}.")
        if review.panel.minutes:
            self.talk.say(f"{review.panel.minutes} minutes in all, {time_each(review)}")
        self.talk.hint("take adds the meeting's people, names chooses with names or without, minutes sets the time, "
                       "q goes on to the session. Files that members prepared are added with m, there.")  # fmt: skip

    def change(self, at: int) -> None:
        """Change someone, or add one."""
        respondents = self.desk.review.panel.respondents
        self.fill(respondent_form(self.desk, respondents[at].id if at < len(respondents) else ""))

    def drop(self, at: int) -> None:
        """Take someone off the list, and first say what goes with them."""
        leaving = self.desk.review.panel.respondents[at]
        if words := dropping_words(leaving):
            self.talk.say(words)
            if not self.talk.agrees("Take a member's file off the list?"):
                return
        self.desk.drop_respondent(leaving.id)

    def _take(self, rest: str) -> None:
        del rest
        found = from_the_meeting(self.desk.review)
        if not found:
            self.talk.say("The meeting has nobody who is not on the list already.")
        elif self.may_change():
            self.desk.add_respondents(found)
            self.arrive()

    def _names(self, rest: str) -> None:
        del rest
        if self.may_change():
            ask_names(self.talk, self.desk)

    def _minutes(self, typed: str) -> None:
        minutes = number_in(typed)
        if minutes > MOST_MINUTES or not (minutes or typed == "0"):
            self.talk.wrong(f"Write the minutes as a number up to {MOST_MINUTES}, such as: minutes 90")
        elif self.may_change():
            self.desk.set_minutes(minutes)
            self.talk.say(*filter(None, (time_each(self.desk.review),)))


def names_are_chosen(talk: Talk, desk: Desk) -> bool:
    """Tell whether it is chosen that ratings are kept with names or without; where it is not, ask."""
    if desk.review.panel.names is Names.OPEN:
        ask_names(talk, desk)
        if desk.review.panel.names is Names.OPEN:
            talk.say("Nothing can be rated or revealed before that is chosen.")
    return desk.review.panel.names is not Names.OPEN


def ask_names(talk: Talk, desk: Desk) -> None:
    """Ask whether ratings are kept with names; once something is rated, say what was chosen."""
    panel = desk.review.panel
    if panel.is_begun:
        talk.say(naming_words(panel))
        return
    choices = {names.value: words for names, words in NAMES_CHOICES.items()}
    if choice := talk.choose(f"{WITH_NAMES_OR_WITHOUT} {naming_words(panel)}", choices):
        desk.choose_names(Names(choice))
        desk.settle()
