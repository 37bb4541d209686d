"""The command that makes a copy of a review to hand to somebody else."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from scrutiny_tui.cli.documents import is_folder
from scrutiny_tui.cli.front import shared
from scrutiny_tui.cli.places import Given, Places
from scrutiny_tui.cli.streams import give, give_json, tell
from scrutiny_tui.errors import UsageError

if TYPE_CHECKING:
    from scrutiny_tui.cli.making import Draft
    from scrutiny_tui.model.review import Review


@click.command()
@click.argument("name", metavar="FILE")
@click.option("-o", "out", metavar="OUT", help="Where to write the copy: a file, or a folder that is there.")
@click.option("--no-names", "nameless", is_flag=True, help="Without the names of people, and without the history.")
@click.option("--private", is_flag=True, help="With your private notes.")
@click.option("--dry-run", is_flag=True, help="Write nothing; only say what would leave.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@shared
@click.pass_obj
def share(  # noqa: PLR0913  # one argument for each option
    given: Given, /, *, name: str, out: str | None, nameless: bool, private: bool, dry_run: bool, as_json: bool
) -> None:
    """Write a copy of a review to hand to somebody else, and print its path.

    FILE is a path, or a name as `list` shows it. It is only read.

    Your private notes stay behind, and so does everything that is sealed. What leaves is listed first, and what in it
    looks as if it could tell who a child or a family is. Nothing of that is changed, and it is no guarantee.
    """
    from scrutiny_tui.cli.columns import folded
    from scrutiny_tui.cli.making import make
    from scrutiny_tui.cli.share_shape import share_shape
    from scrutiny_tui.model.share_text import NO_GUARANTEE, share_lines
    from scrutiny_tui.model.sharing import share as work_out

    if out is None and not dry_run:
        raise UsageError("A copy needs a place of its own.", todo="Give one with -o: a file, or a folder.")
    sharing = work_out(given.places.read(name)[1], private=private, names=not nameless)
    target = _target(given.places, sharing.copy, out)
    if not (dry_run and as_json):
        for line in share_lines(sharing):
            for part in folded(line, " " * (len(line) - len(line.lstrip())), "    "):
                (give if dry_run else tell)(part)
    path = None if dry_run else make(*target)
    if as_json:
        give_json(share_shape(sharing, path))
    elif path:
        give(str(path))
    tell(NO_GUARANTEE)
    if dry_run:
        tell("Nothing was written, because of --dry-run.")


def _target(places: Places, copy: "Review", out: str | None) -> "tuple[Places, Draft]":
    """Return the folder of reviews to make a copy in, and the copy with its place; in a folder it gets a free name.

    Raises:
        UsageError: `out` is no name for a file.
        ExistsError: a file lies there already.
    """
    from scrutiny_tui.cli.making import Draft, place_of

    if out is not None and is_folder(out):
        return Places(Path(out).absolute()), Draft(copy, None, renamed=False)
    return places, Draft(copy, *place_of(out))
