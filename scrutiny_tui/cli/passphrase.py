"""Asking for a passphrase: at a terminal without showing it, and elsewhere as lines of standard input.

It is never taken from the command line or the environment, where other programs can read it.
"""

import sys

import click

from scrutiny_tui.cli.streams import tell
from scrutiny_tui.errors import PassphraseError
from scrutiny_tui.model.text import one_line

_LEAST = 12
"""Letters. Whoever has the file can try for as long as they like, and short ones are tried first."""
_TRIES = 3


def new_passphrase() -> str:
    """Return a passphrase for a copy, typed twice; at a terminal it is asked for again, three times at the most.

    Raises:
        PassphraseError: it cannot be used.
    """
    tries = _TRIES if sys.stdin.isatty() else 1
    for left in reversed(range(tries)):
        passphrase = _typed("Passphrase for the copy")
        # What cannot be used need not be typed again; from a pipe both lines are there anyway.
        why = _wrong_with(passphrase) or ("" if _typed("The same again") == passphrase else "The two are not the same.")
        if not why:
            return passphrase
        if left:
            tell(why)
    raise PassphraseError(why)


def known_passphrase() -> str:
    """Return the passphrase of a copy that somebody else made.

    Raises:
        PassphraseError: none was given.
    """
    passphrase = _typed("Passphrase of the copy")
    if not passphrase:
        raise PassphraseError("It is empty.")
    if _is_garbled(passphrase):
        raise PassphraseError("It holds something that is no text.")
    return passphrase


def _typed(question: str) -> str:
    if sys.stdin.isatty():
        typed: str = click.prompt(question, hide_input=True, err=True, default="", show_default=False)
        return typed
    return sys.stdin.readline().rstrip("\r\n").removeprefix("\ufeff")


def _wrong_with(passphrase: str) -> str:
    if not passphrase:
        return "It is empty."
    if _is_garbled(passphrase):
        return "It holds something that is no letter, digit, space or sign, and could not be typed again."
    if passphrase != one_line(passphrase):
        return "It begins or ends with a space, or has two in a row, which nobody sees."
    if len(passphrase) < _LEAST:
        return f"It is too short: {_LEAST} letters are the least. Use three or four words."
    return ""


def _is_garbled(passphrase: str) -> bool:
    return not passphrase.isprintable() or "\N{REPLACEMENT CHARACTER}" in passphrase
