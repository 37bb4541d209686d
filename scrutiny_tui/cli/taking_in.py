"""The command that makes a review of one that was exported as JSON."""

import sys
from pathlib import Path

import click

from scrutiny_tui.cli.front import shared
from scrutiny_tui.cli.places import Given, given_file, holds
from scrutiny_tui.cli.streams import give, give_document, quoted
from scrutiny_tui.errors import UsageError

_MOST_BYTES = 64 * 2**20
"""No review comes near this size."""


@click.command("import")
@click.argument("name", metavar="FILE", required=False)
@click.option("-o", "out", metavar="OUT", help="Where to make it; in your folder of reviews where not given.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of such a file instead.")
@shared
@click.pass_obj
def import_review(given: Given, /, *, name: str | None, out: str | None, schema: bool) -> None:
    """Make a review of one that was exported as JSON, and print its path.

    FILE is what `export --to json` wrote, or - for standard input. With --schema it is not needed.

    All of the review comes back as it was exported. Nothing is overwritten.
    """
    from scrutiny_tui.cli.making import Draft, make, place_of
    from scrutiny_tui.export import json_file

    if schema:
        give_document(json_file.as_text(json_file.schema()))
        return
    if name is None:
        raise UsageError("There is no FILE to import.", todo="Give what `export --to json` wrote, or - for a stream.")
    place = place_of(out)
    review = json_file.read("What came in" if name == "-" else quoted(name), _data(name))
    give(str(make(given.places, Draft(review, *place))))


def _data(name: str) -> bytes:
    """Return what a file holds, or standard input.

    Raises:
        UsageError: there is no such file, or it is too large for a review.
    """
    if name == "-":
        data = sys.stdin.buffer.read(_MOST_BYTES + 1)
    else:
        path = given_file("FILE", name)
        if holds(path.exists) and not holds(path.is_file):
            raise UsageError(f"{quoted(name)} is not an ordinary file.")
        data = _opened(path)
    if len(data) > _MOST_BYTES:
        raise UsageError(f"{quoted(name)} is larger than {_MOST_BYTES // 2**20} MB, and no review is.")
    return data


def _opened(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(_MOST_BYTES + 1)
    except (OSError, ValueError) as error:  # a NUL in the name is a ValueError
        why = getattr(error, "strerror", None) or "the name is no good"
        raise UsageError(f"{quoted(str(path))} cannot be opened: {why}.") from error
