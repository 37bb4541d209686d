"""The command that makes documents."""

from typing import TYPE_CHECKING

import click

from scrutiny_tui.cli.documents import FormatName, deliver, goes_somewhere
from scrutiny_tui.cli.front import shared
from scrutiny_tui.cli.places import Given

if TYPE_CHECKING:
    from scrutiny_tui.export import Format


def _formats() -> "tuple[Format, ...]":
    from scrutiny_tui.export import FORMATS

    return FORMATS


@click.command()
@click.argument("name", metavar="FILE")
@click.option("--to", "kind", type=FormatName(_formats), required=True, help="The kind of document.")
@goes_somewhere
@click.option("--private", is_flag=True, help="With your private notes.")
@shared
@click.pass_obj
def export(given: Given, *, name: str, kind: "Format", out: str | None, force: bool, private: bool) -> None:
    """Write a review as a document and print its path.

    FILE is a path, or a name as `list` shows it.

    Without -o the document lies beside the review, under a name of its own; nothing is overwritten.
    """
    from scrutiny_tui.export.files import default_name
    from scrutiny_tui.model.report import build

    path, review = given.places.read(name)
    document = kind.render(build(review, private=private))
    deliver(document, path.with_name(default_name(review, kind.suffix)), out, force=force)
