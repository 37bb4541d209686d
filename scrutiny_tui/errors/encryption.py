"""What can go wrong with copies that a passphrase protects."""

import sys
from pathlib import Path

from scrutiny_tui.errors.base import UsageError
from scrutiny_tui.errors.reviews import ExportError, NotImportedError, ReviewFileError


class NoEncryptionError(UsageError):
    """The library that encrypts is not installed: it is an extra."""

    def __init__(self) -> None:
        """Say how to install it."""
        super().__init__(
            "Encrypted copies need one more library.", todo=f'To install it: "{sys.executable}" -m pip install pyrage'
        )


class PassphraseError(UsageError):
    """A passphrase cannot be used. Nothing was written."""

    def __init__(self, why: str) -> None:
        """Take why not, in words that do not have the passphrase in them."""
        super().__init__("That passphrase cannot be used.", why, "Nothing was written.")


class NotReadBackError(ExportError):
    """An encrypted copy could not be opened again after it was written. It was removed."""

    def __init__(self, path: Path) -> None:
        """Take the copy's file."""
        super().__init__(path, "What was written could not be read back as it was, so it was removed.")


class NotDecryptedError(NotImportedError):
    """A file is no encrypted copy that can be opened with what was given. Nothing was made."""


class EncryptedReviewError(ReviewFileError):
    """The file is an encrypted copy, which is imported before it is opened."""

    reason = "It is a copy that a passphrase protects."
    remedy = "To make a review of it, use `scrutiny-tui import` with this file."
