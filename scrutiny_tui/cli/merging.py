"""The command that adds members' files to a review as voices of their own."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scrutiny_tui.cli.exits import Exit
from scrutiny_tui.cli.front import shared
from scrutiny_tui.cli.places import Given, Places, now
from scrutiny_tui.cli.streams import give, give_json, tell
from scrutiny_tui.errors import ReviewFileError, UsageError

if TYPE_CHECKING:
    from scrutiny_tui.desk.ports import Store
    from scrutiny_tui.model.listing import Filed
    from scrutiny_tui.model.merging import Merge
    from scrutiny_tui.model.review import Review


@click.command()
@click.argument("into", metavar="INTO")
@click.argument("names", metavar="FROM...", nargs=-1, required=True)
@click.option("--as", "member", metavar="NAME", help="Whose file it is, whatever it says itself; for one FROM.")
@click.option("--dry-run", is_flag=True, help="Write nothing; only list what would be done.")
@click.option("--yes", is_flag=True, help="Do not ask before writing.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@shared
@click.pass_context
def merge(  # noqa: PLR0913  # one argument for each option
    ctx: click.Context,
    *,
    into: str,
    names: tuple[str, ...],
    member: str | None,
    dry_run: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """Add members' own reviews to INTO as respondents, and print its path.

    INTO and FROM are paths, or names as `list` shows them. FROM is only read.

    A union of voices: nobody's answer is written over, and private notes never travel. What will be done is listed
    first, and none of it gives a rating away.
    """
    if member is not None and (len(names) > 1 or not member.strip()):
        raise UsageError("--as needs a name, and goes with one FROM only.")
    places = ctx.ensure_object(Given).places
    if dry_run:
        path, review = places.read(into)
        worked_out = _work_out(places, path, review, names, member)
        _list(worked_out, path, as_json=as_json, written=False, out=True)
        tell("Nothing was written, because of --dry-run.")
    else:
        with places.writing(places.find(into)) as store:
            worked_out = _work_out(places, store.path, store.review, names, member)
            _merge_into(store, worked_out, yes=yes, as_json=as_json)
    if worked_out.refused:
        tell("Some files were left out; the list above says why.")
        ctx.exit(Exit.FAILED)


def _merge_into(store: "Store", worked_out: "Merge", *, yes: bool, as_json: bool) -> None:
    from scrutiny_tui.cli.asking import agrees, can_ask
    from scrutiny_tui.desk.desk import Desk

    _list(worked_out, store.path, as_json=False, written=False, out=False)
    wanted = worked_out.changes
    if wanted and can_ask(no_input=yes):
        wanted = agrees("Merge these?")
    if wanted:
        desk = Desk(store.review, now)
        desk.merge(worked_out.panel, worked_out.taken)
        store.save(desk.review)
    elif worked_out.changes:
        tell("Nothing was written.")
    if as_json:
        _list(worked_out, store.path, as_json=True, written=wanted, out=True)
    else:
        give(str(store.path))


def _work_out(places: Places, path: Path, review: "Review", names: tuple[str, ...], member: str | None) -> "Merge":
    from scrutiny_tui.model.merging import Fate, Merged, merge

    filed: list[Filed] = []
    refused: list[Merged] = []
    for name in names:
        try:
            found = places.find(name)
            each = places.library().read_filed(found)
        except UsageError as error:  # one name mistyped is no reason to leave the others out
            refused.append(Merged(name, Fate.REFUSED, why=error.what))
            continue
        except ReviewFileError as error:
            refused.append(Merged(found.name, Fate.REFUSED, why=error.problem))
            continue
        if found.exists() and path.exists() and found.samefile(path):
            refused.append(Merged(found.name, Fate.REFUSED, why="It is this review itself."))
        else:
            filed.append(replace(each, review=each.review.by_whom(member)) if member else each)
    return merge(review, filed, refused)


def _list(worked_out: "Merge", path: Path, *, as_json: bool, written: bool, out: bool) -> None:
    from scrutiny_tui.cli.json_shape import merge_shape
    from scrutiny_tui.model.merge_text import merge_lines

    if as_json:
        give_json(merge_shape(path, worked_out, written=written))
        return
    for line in merge_lines(worked_out):
        (give if out else tell)(line)
