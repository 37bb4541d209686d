"""The command that starts the next review from an earlier one."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from scrutiny_tui.cli.front import shared
from scrutiny_tui.cli.making import Wanted, drafted, make, makes_review
from scrutiny_tui.cli.places import Given, now
from scrutiny_tui.cli.streams import give, give_json, tell
from scrutiny_tui.model.text import counted

if TYPE_CHECKING:
    from scrutiny_tui.cli.making import Draft
    from scrutiny_tui.model.change import Carried
    from scrutiny_tui.model.review import Review


@click.command()
@click.argument("name", metavar="OLD")
@click.option("--checklist", metavar="NEW", required=True, help="The checklist of the next review: an id or a path.")
@makes_review
@click.option("--dry-run", is_flag=True, help="Make nothing; only say what would come along.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@shared
@click.pass_obj
def carry(given: Given, /, *, name: str, checklist: str, dry_run: bool, as_json: bool, **wanted: Any) -> None:  # noqa: ANN401
    """Start the next review from an earlier one and print its path.

    OLD is a path, or a name as `list` shows it. It is only read, and may be open elsewhere.

    An answer comes along only where the new checklist asks the same question in the same words, and it is marked until
    somebody confirms it. The rest is listed: changed, new, or no longer asked.
    """
    from scrutiny_tui.cli.carry_text import carry_text
    from scrutiny_tui.cli.json_shape import carry_shape
    from scrutiny_tui.model.change import carry as carry_answers

    places = given.places
    old_path, old = places.read(name)
    draft = drafted(places, checklist, Wanted(**wanted), now)
    carried = carry_answers(old, draft.review.checklist)
    draft = _filled(draft, old, carried)
    path = None if dry_run else make(places, draft)
    if as_json:
        give_json(carry_shape(old, old_path, draft.review, path, carried))
    else:
        if path:
            give(str(path))
        for line in carry_text(old, old_path, draft.review.checklist, carried):
            (tell if path else give)(line)
    if dry_run:
        tell("Nothing was made, because of --dry-run.")


def _filled(draft: "Draft", old: "Review", carried: "Carried") -> "Draft":
    from scrutiny_tui.model.review import Event

    brought = counted(len(carried.answers), "answer") if carried.answers else "no answer"
    event = Event(draft.review.created, f"Made from {carried.origin}: {brought} brought along")
    review = replace(
        draft.review,
        answers=carried.answers,
        phase=draft.review.phase or old.phase,
        by=draft.review.by or old.by,
        recommendations=carried.recommendations,
        reply_months=old.reply_months,
        history=(event,),
        earlier=carried.earlier,
    )
    return replace(draft, review=review)
