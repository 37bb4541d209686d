"""Copies of reviews that only a passphrase opens, in the age format (https://age-encryption.org), through pyrage.

pyrage is an extra, and all of the encryption is its work. What lies inside is the text of a review's file, so that the
standard tools open a copy as well: `age -d`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from scrutiny_tui import writing
from scrutiny_tui.errors import (
    ExistsError,
    ExportError,
    NoEncryptionError,
    NotDecryptedError,
    NotReadBackError,
    ReviewFileError,
)
from scrutiny_tui.model.review import Review
from scrutiny_tui.storage.codec import decode, encode
from scrutiny_tui.storage.names import AGE
from scrutiny_tui.storage.tables import AGE_BEGINS, dump, parse

_MOST_WORK = 22
"""As a power of two, how often the passphrase may have been stirred: each step up doubles time and memory, 22 takes
about ten seconds and 4 GB, and `age` itself opens no more. Our own copies take 18 to 21, as the computer is quick."""
_AS_TEXT = b"-----BEGIN AGE ENCRYPTED FILE-----"
_HEADER = re.compile(rb"age-encryption\.org/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]?)\n")
_AGAIN = "Ask for a new copy."


def is_encrypted(name: str, data: bytes) -> bool:
    """Tell whether a file is an encrypted copy, or has the name of one."""
    return name.endswith(AGE) or data.startswith(AGE_BEGINS)


def check_possible() -> None:
    """Refuse where the library is not installed.

    Raises:
        NoEncryptionError: it is not.
    """
    _library()


def write(paths: Iterable[Path], review: Review, saved: datetime, passphrase: str) -> Path:
    """Write an encrypted copy under the first of these names that is free, open it again, and return its file.

    It takes some seconds. The copy is only ever on the disk encrypted, and one that cannot be opened again is removed.

    Raises:
        ExistsError: none of the names is free.
        ExportError: it could not be written.
        NotReadBackError: what was written is not what was to be written.
    """
    plain = dump(encode(review, saved))
    path = _put(paths, _library().passphrase.encrypt(plain, passphrase))
    with _removed_on_error(path):
        if not _holds(path, plain, passphrase):
            raise NotReadBackError(path)
    return path


def read(name: str, data: bytes, passphrase: Callable[[], str]) -> Review:
    """Return the review in an encrypted copy. `name` is what the person calls it, for errors.

    The passphrase is asked for only when the file is one that a passphrase can open, in some seconds at the most.

    Raises:
        NoEncryptionError: the library is not installed.
        NotDecryptedError: the file cannot be opened, or what is in it is no review; says what is wrong.
    """
    library = _library()
    _check_header(name, data)
    try:
        plain: bytes = library.passphrase.decrypt(data, passphrase())
    except library.DecryptError:
        why = "Either that is not its passphrase, or the file is damaged."
        raise NotDecryptedError(name, why, "Try again; if that does not help, ask for a new copy.") from None
    try:
        return decode(Path(name), parse(Path(name), plain))[0]
    except ReviewFileError as error:
        raise NotDecryptedError(
            name, f"It was decrypted, but no review can be read in it. {error.problem}", _AGAIN
        ) from None


def _library() -> Any:  # noqa: ANN401 - it has no types
    try:
        import pyrage  # noqa: PLC0415 - an extra
    except ImportError:
        raise NoEncryptionError from None
    return pyrage


def _put(paths: Iterable[Path], data: bytes) -> Path:
    for path in paths:
        try:
            writing.put(path, data)
        except FileExistsError:
            continue
        except OSError as error:
            raise ExportError(path, writing.refusal(path, error)) from error
        return path
    raise ExistsError(path)


def _holds(path: Path, plain: bytes, passphrase: str) -> bool:
    library = _library()
    try:
        found: bytes = library.passphrase.decrypt(path.read_bytes(), passphrase)
    except (OSError, library.DecryptError):
        return False
    return found == plain


@contextmanager
def _removed_on_error(path: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:  # Ctrl+C too: nobody was told that this file is a good copy
        with suppress(OSError):
            path.unlink()
        raise


def _check_header(name: str, data: bytes) -> None:
    """Refuse what no passphrase opens, and what would take minutes or more memory than there is to try one on.

    Raises:
        NotDecryptedError: it is such a file.
    """
    found = _HEADER.match(data)
    if found is None:
        raise NotDecryptedError(name, _what_else(data), "Give a copy that `scrutiny-tui share --encrypt` made.")
    if int(found[1]) > _MOST_WORK:
        why = "It is made so that trying a passphrase takes minutes and more memory than computers have."
        raise NotDecryptedError(name, why, _AGAIN)


def _what_else(data: bytes) -> str:
    if not data.strip():
        return "It is empty."
    if data.lstrip().startswith(_AS_TEXT):
        return "It is in the text form of the age format, as `age -a` writes it."
    if not data.startswith(AGE_BEGINS):
        return "It is not encrypted in the age format."
    kind = data.partition(b"\n-> ")[2]
    if kind and not kind.startswith(b"scrypt "):
        return "It was encrypted for somebody's key, and not with a passphrase."
    return "It breaks off, or its beginning is damaged."
