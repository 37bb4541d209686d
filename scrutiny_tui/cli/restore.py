"""The command that puts a copy back in the place of a review."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scrutiny_tui.cli.exits import Exit
from scrutiny_tui.cli.front import shared
from scrutiny_tui.cli.places import Given
from scrutiny_tui.cli.streams import give, give_json, quoted, tell
from scrutiny_tui.errors import UsageError

if TYPE_CHECKING:
    from scrutiny_tui.model.ways_back import Kept, Offer
    from scrutiny_tui.storage.library import Library


@click.command()
@click.argument("name", metavar="FILE")
@click.argument("copy", metavar="[COPY]", required=False)
@click.option("--dry-run", is_flag=True, help="Write nothing; only say what would change.")
@click.option("--yes", is_flag=True, help="Do not ask before writing.")
@click.option("--private", is_flag=True, help="With the texts of your private notes.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@shared
@click.pass_context
def restore(  # noqa: PLR0913  # one argument for each option
    ctx: click.Context, /, *, name: str, copy: str | None, dry_run: bool, yes: bool, private: bool, as_json: bool
) -> None:
    """Put an earlier copy of a review back, and print the path of the review.

    FILE is a path, or a name as `list` shows it. It may be damaged or gone. COPY is a number as `backups` shows it, or
    the name of a copy; without it, the newest good one that differs.

    What differs is told first. What FILE holds is kept: as another copy, or as it is where it is damaged.
    """
    from scrutiny_tui.cli.columns import folded_lines
    from scrutiny_tui.cli.copies_shape import restore_shape
    from scrutiny_tui.model.offer_text import offer_lines

    places = ctx.ensure_object(Given).places
    path, library = places.find_kept(name), places.library()
    offer = library.offer(path, _named(library.copies(path), copy))
    if not (dry_run and as_json):
        for line in folded_lines(offer_lines(offer, private=private)):
            (give if dry_run else tell)(line)
    written, kept = (False, None) if dry_run or not offer.changes else _put_back(library, offer, yes=yes)
    declined = offer.changes and not (dry_run or written)
    if as_json:
        give_json(restore_shape(offer, written=written, kept=kept, private=private))
    elif not (dry_run or declined):
        give(str(path))
    if not written:
        tell("Nothing was written, because of --dry-run." if dry_run else "Nothing was written.")
    if declined:
        ctx.exit(Exit.FAILED)


def _named(copies: "Sequence[Kept]", name: str | None) -> Path | None:
    """Return the copy that a person names by its number or its file; None where none is named.

    Raises:
        UsageError: there is no such copy.
    """
    for number, each in enumerate(copies, 1):
        if name in {str(number), each.path.name, str(each.path)}:
            return each.path
    if name is None:
        return None
    raise UsageError(
        f"There is no copy {quoted(name)}.", todo="`scrutiny-tui backups FILE` lists them, with their numbers."
    )


def _put_back(library: "Library", offer: "Offer", *, yes: bool) -> tuple[bool, Path | None]:
    """Put the copy back unless the person says no; return whether it was, and where what lay there is kept."""
    from scrutiny_tui.cli.asking import agrees, can_ask

    if can_ask(no_input=yes) and not agrees("Put this copy back?"):
        return False, None
    kept = library.put_back(offer.path, offer.copy, offer.seen)
    if kept:
        tell(f"What the file held is kept in {kept}")
    return True, kept
