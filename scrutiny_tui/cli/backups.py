"""The command that lists the copies that are kept of a review."""

import click

from scrutiny_tui.cli.front import shared
from scrutiny_tui.cli.places import Given
from scrutiny_tui.cli.streams import give, give_json, tell
from scrutiny_tui.errors import NoSuchReviewError, ReviewFileError


@click.command()
@click.argument("name", metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@shared
@click.pass_obj
def backups(given: Given, /, *, name: str, as_json: bool) -> None:
    """List the copies that are kept of a review, the newest first.

    FILE is a path, or a name as `list` shows it. It may be damaged or gone. Nothing is changed.

    The end of each line is what the copy has more or fewer of than the file as it is now.
    """
    from scrutiny_tui.cli.copies_shape import copies_shape
    from scrutiny_tui.cli.copies_text import copies_lines

    places = given.places
    path, library = places.find_kept(name), places.library()
    copies, present, problem = library.copies(path), None, ""
    try:
        present = library.read(path)
    except ReviewFileError as error:
        if isinstance(error, NoSuchReviewError) and not copies:
            raise
        problem = error.outline
    if as_json:
        give_json(copies_shape(path, present, problem, copies))
        return
    if problem:
        tell(f"{path.name} cannot be read: {problem}")
    for line in copies_lines(copies, present):
        give(line)
    if copies:
        tell(f"They lie in {copies[0].path.parent}.\n`scrutiny-tui restore FILE NUMBER` puts one back.")
    else:
        tell(f"No copies are kept of {path.name}. The first is made with the first change of the next sitting.")
