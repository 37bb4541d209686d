"""The command that makes a copy of a review to hand to somebody else."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scrutiny_tui.cli.documents import is_folder
from scrutiny_tui.cli.front import shared
from scrutiny_tui.cli.places import Given, Places
from scrutiny_tui.cli.streams import give, give_json, quoted, tell
from scrutiny_tui.errors import UsageError

if TYPE_CHECKING:
    from scrutiny_tui.model.review import Review
    from scrutiny_tui.model.sharing import Sharing


@click.command()
@click.argument("name", metavar="FILE")
@click.option("-o", "out", metavar="OUT", help="Where to write the copy: a file, or a folder that is there.")
@click.option("--encrypt", is_flag=True, help="Protect the copy with a passphrase, which is asked for.")
@click.option("--no-names", "nameless", is_flag=True, help="Without the names of people, and without the history.")
@click.option("--private", is_flag=True, help="With your private notes.")
@click.option("--dry-run", is_flag=True, help="Write nothing; only say what would leave.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@shared
@click.pass_obj
def share(  # noqa: PLR0913  # one argument for each option
    given: Given,
    /,
    *,
    name: str,
    out: str | None,
    encrypt: bool,
    nameless: bool,
    private: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Write a copy of a review to hand to somebody else, and print its path.

    FILE is a path, or a name as `list` shows it. It is only read.

    Your private notes stay behind, and so does everything that is sealed. What leaves is listed first, and what in it
    looks as if it could tell who a child or a family is. Nothing of that is changed, and it is no guarantee.

    With --encrypt a passphrase is asked for, twice. `import` opens such a copy, and so do standard tools (`age -d`).
    """
    from scrutiny_tui.cli.share_shape import share_shape
    from scrutiny_tui.model.share_text import NO_GUARANTEE
    from scrutiny_tui.model.sharing import share as work_out

    if out is None and not dry_run:
        raise UsageError("A copy needs a place of its own.", todo="Give one with -o: a file, or a folder.")
    sharing = work_out(given.places.read(name)[1], private=private, names=not nameless)
    maker = _maker(given.places, sharing.copy, out, encrypt=encrypt)
    if not (dry_run and as_json):
        _list(sharing, give if dry_run else tell)
    path = None if dry_run else maker()
    if as_json:
        give_json(share_shape(sharing, path, encrypted=encrypt))
    elif path:
        give(str(path))
    tell(NO_GUARANTEE)
    if dry_run:
        tell("Nothing was written, because of --dry-run.")


def _list(sharing: "Sharing", say: Callable[[str], None]) -> None:
    from scrutiny_tui.cli.columns import folded_lines
    from scrutiny_tui.model.share_text import share_lines

    for line in folded_lines(share_lines(sharing)):
        say(line)


def _maker(places: Places, copy: "Review", out: str | None, *, encrypt: bool) -> Callable[[], Path]:
    """Return what writes a copy and returns its file; in a folder it gets a free name.

    Raises:
        NoEncryptionError: nothing can be encrypted here.
        UsageError: `out` is no name for a file, or for one that is encrypted.
        ExistsError: a file lies there already.
    """
    from scrutiny_tui.cli.making import Draft, make, place_of
    from scrutiny_tui.storage.names import AGE

    if encrypt:
        from scrutiny_tui.cli.encrypting import encrypted_maker

        return encrypted_maker(copy, out)
    if out is not None and is_folder(out):
        return partial(make, Places(Path(out).absolute()), Draft(copy, None, renamed=False))
    if out is not None and out.endswith(AGE):
        raise UsageError(
            f"{quoted(out)} is the name of an encrypted copy.", todo="Add --encrypt, or give another name."
        )
    return partial(make, places, Draft(copy, *place_of(out)))
