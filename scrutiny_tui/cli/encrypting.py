"""Making an encrypted copy of a review: where it lies, and what is said of it."""

import shlex
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from scrutiny_tui.cli.documents import is_folder
from scrutiny_tui.cli.making import place_of
from scrutiny_tui.cli.passphrase import new_passphrase
from scrutiny_tui.cli.places import now
from scrutiny_tui.cli.streams import quoted, tell

if TYPE_CHECKING:
    from scrutiny_tui.model.review import Review


def encrypted_maker(copy: "Review", out: str | None) -> Callable[[], Path]:
    """Return what writes an encrypted copy and returns its file, under a free name in a folder.

    It asks for a passphrase first, and raises a PassphraseError, ExistsError or ExportError where it makes no copy.

    Raises:
        NoEncryptionError: nothing can be encrypted here.
        UsageError: `out` is no name for a file.
        ExistsError: a file lies there already.
    """
    from scrutiny_tui.storage.encrypted import check_possible
    from scrutiny_tui.storage.names import AGE, SUFFIX, numbered, slug

    check_possible()
    if out is not None and is_folder(out):
        folder = Path(out).absolute()
        names = (folder / f"{name}{SUFFIX}{AGE}" for name in numbered(slug(copy.title)))
        return partial(_make, copy, names, renamed=False)
    path, renamed = place_of(out, AGE)
    return partial(_make, copy, () if path is None else (path,), renamed=renamed)


def _make(copy: "Review", paths: Iterable[Path], *, renamed: bool) -> Path:
    from scrutiny_tui.storage.encrypted import write
    from scrutiny_tui.storage.names import AGE, SUFFIX

    passphrase = new_passphrase()
    tell("Encrypting it, and opening it again to be sure. This takes some seconds.")
    path = write(paths, copy, now(), passphrase)
    if renamed:
        tell(f"The names of encrypted copies end in {SUFFIX}{AGE}, so it has that ending.")
    tell(f"Made an encrypted copy of {quoted(copy.title)}, and opened it again with the passphrase.")
    tell(f"To make a review of it: scrutiny-tui import {shlex.quote(str(path))}")
    tell("Nobody can open it without the passphrase, or recover that: if the passphrase is lost, so is the copy.")
    tell("Give the passphrase to the other person by another way than the file, such as by telephone.")
    return path
