"""A stand-in for what pyrage does with passphrases, which takes it seconds on purpose; and a copy that needs none.

The real thing is tried by the faults, and on a file that another program encrypted.
"""

import hashlib
from pathlib import Path

import pyrage
import pytest

WORDS = "correct horse battery"
"""The passphrase of everything that is encrypted in the tests."""
COPY = Path(__file__).parent / "data" / "by-another-program.scrutiny.json.age"
"""`tests/storage/data/format-4.scrutiny.json`, encrypted by age-encryption for JavaScript with little work."""

_HEAD = b"age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 10\n"


def encrypt(plaintext: bytes, passphrase: str, armored: bool = False) -> bytes:  # noqa: FBT001, FBT002  # as pyrage has it
    """Hide a text from a test that looks for it."""
    assert not armored
    return _HEAD + _mark(passphrase) + bytes(255 - each for each in plaintext)


def decrypt(ciphertext: bytes, passphrase: str) -> bytes:
    """Return what was hidden; refuse another passphrase."""
    head = _HEAD + _mark(passphrase)
    if not ciphertext.startswith(head):
        raise pyrage.DecryptError
    return bytes(255 - each for each in ciphertext.removeprefix(head))


def put_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be encrypted in earnest."""
    monkeypatch.setattr(pyrage.passphrase, "encrypt", encrypt)
    monkeypatch.setattr(pyrage.passphrase, "decrypt", decrypt)


def _mark(passphrase: str) -> bytes:
    return hashlib.sha256(passphrase.encode()).digest()
