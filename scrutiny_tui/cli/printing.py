"""The command that makes a blank booklet of a checklist."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from scrutiny_tui.cli.documents import FormatName, deliver, goes_somewhere
from scrutiny_tui.cli.front import shared
from scrutiny_tui.cli.places import Given
from scrutiny_tui.errors import UsageError

if TYPE_CHECKING:
    from scrutiny_tui.export.booklet import BookletFormat


def _formats() -> "tuple[BookletFormat, ...]":
    from scrutiny_tui.export.booklet import BOOKLETS

    return BOOKLETS


@click.command("print")
@click.argument("name", metavar="ID")
@click.option("--to", "kind", type=FormatName(_formats), required=True, help="The kind of document.")
@click.option("--large", is_flag=True, help="In large print.")
@goes_somewhere
@shared
@click.pass_obj
def print_checklist(
    given: Given, *, name: str, kind: "BookletFormat", large: bool, out: str | None, force: bool
) -> None:
    """Make a blank booklet of a checklist, to fill in with a pen, and print its path.

    ID is an id as `checklist list` shows it, or a path.

    Without -o the booklet lies where you are, under a name of its own; nothing is overwritten. `scrutiny-tui type`
    takes a filled one back.
    """
    from scrutiny_tui.export.booklet.page import build
    from scrutiny_tui.export.files import file_name

    if large and not kind.has_sizes:
        sized = " or ".join(f"--to {each.name}" for each in _formats() if each.has_sizes)
        raise UsageError(f"{kind.title} cannot say how large its letters are.", todo=f"For large print, use {sized}.")
    booklet = build(given.places.shelf().get(name), large=large)
    words = ", ".join(filter(None, (booklet.title, "booklet", "large print" if large else "")))
    deliver(kind.render(booklet), Path.cwd() / file_name(words, kind.suffix), out, force=force)
