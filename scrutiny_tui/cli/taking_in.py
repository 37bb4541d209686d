"""The command that makes a review of one that was exported as JSON, or of an encrypted copy."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scrutiny_tui.cli.front import shared
from scrutiny_tui.cli.places import Given, given_file, holds
from scrutiny_tui.cli.streams import give, give_document, quoted, tell
from scrutiny_tui.errors import UsageError

if TYPE_CHECKING:
    from scrutiny_tui.model.review import Review

_MOST_BYTES = 64 * 2**20
"""No review comes near this size."""


@click.command("import")
@click.argument("name", metavar="FILE", required=False)
@click.option("-o", "out", metavar="OUT", help="Where to make it; in your folder of reviews where not given.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of such a file instead.")
@shared
@click.pass_obj
def import_review(given: Given, /, *, name: str | None, out: str | None, schema: bool) -> None:
    """Make a review of one that was exported as JSON or of an encrypted copy, and print its path.

    FILE is what `export --to json` or `share --encrypt` wrote, or - for JSON on standard input. With --schema it is not
    needed.

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
    give(str(make(given.places, Draft(_review(name, _data(name)), *place))))


def _review(name: str, data: bytes) -> "Review":
    """Return the review in what was given, by whichever command wrote it.

    Raises:
        UsageError: an encrypted copy came on standard input.
        NotImportedError: there is none that can be read.
        NoEncryptionError: it is an encrypted copy, and nothing can be decrypted here.
        PassphraseError: no passphrase was given for it.
    """
    from scrutiny_tui.cli.passphrase import known_passphrase
    from scrutiny_tui.export import json_file
    from scrutiny_tui.storage.encrypted import is_encrypted, read

    def passphrase() -> str:
        typed = known_passphrase()
        tell("Decrypting it. This takes some seconds.")
        return typed

    if not is_encrypted(name, data):
        return json_file.read("What came in" if name == "-" else quoted(name), data)
    if name == "-":
        raise UsageError(
            "An encrypted copy cannot come on standard input, as its passphrase may.", todo="Give its file."
        )
    return read(quoted(name), data, passphrase)


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
