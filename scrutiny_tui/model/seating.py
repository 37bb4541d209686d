"""Who sits down to a session, what each does there, and the words for the choice whether ratings keep their names."""

from scrutiny_tui.model.answer import next_id
from scrutiny_tui.model.meeting import Attendance, Kind
from scrutiny_tui.model.panel import ANONYMOUS_FROM, Names, Panel
from scrutiny_tui.model.respondent import Respondent, Role
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.text import one_line

_AWAY = {Attendance.APOLOGIES, Attendance.ABSENT}
_ROLES = {Kind.ADVISER: Role.FACILITATOR, Kind.OFFICER: Role.OBSERVER}
"""What people do in the session unless it is said otherwise; all others rate."""
WITH_NAMES_OR_WITHOUT = "With names or without?"
NAMES_CHOICES = {Names.KEPT: "With names", Names.NOT_KEPT: "Without names"}
_NAMING = {
    Names.OPEN: f"{WITH_NAMES_OR_WITHOUT} Not chosen yet",
    Names.KEPT: "Ratings are kept with names",
    Names.NOT_KEPT: "Ratings are kept without names",
}


def from_the_meeting(review: Review) -> list[Respondent]:
    """Return the people of the meeting who are there and not on the list yet, each with a role."""
    known = {one_line(each.name).casefold() for each in review.panel.respondents}
    added: list[Respondent] = []
    for person in review.meeting.people:
        if person.attendance not in _AWAY and one_line(person.name).casefold() not in known:
            new = next_id([*review.panel.respondents, *added], "r")
            added.append(Respondent(new, person.name, _ROLES.get(person.kind, Role.RATER)))
    return added


def does(each: Respondent) -> str:
    """Return what someone does in the session, whether they have left, and whether they come from a file."""
    return ", ".join(filter(None, (each.role, "" if each.here else "has left", "file" if each.origin else "")))


def dropping_words(each: Respondent) -> str:
    """Return what is lost with someone who is taken off the list; empty where nothing is."""
    if not (each.prepared and each.here):
        return ""
    return f"What {one_line(each.name)}'s file says on questions not revealed yet may go with it. u brings it back."


def naming(panel: Panel) -> str:
    """Return whether ratings are kept with names."""
    return _NAMING[panel.names]


def naming_words(panel: Panel) -> str:
    """Return what to think of before that is chosen; once something is rated, that it stands."""
    if panel.is_begun:
        return f"{naming(panel)}. Something is rated already, so that stands."
    small = (
        f" With fewer than {ANONYMOUS_FROM} raters the group is too small for that: people can tell who said what."
        if panel.too_small
        else ""
    )
    return (
        "This cannot be changed after the first rating. With names, the record says who rated what. Without, nothing "
        f"is kept of who gave which rating, when, or in what order, and the record says how many took part.{small}"
    )
