"""Data on standard output, talk on standard error; both clean, whatever the terminal can show."""

import io
import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from scrutiny_tui.errors import ScrutinyError
from scrutiny_tui.model.text import clean


def prepare_streams() -> None:
    """Let no stream end the program: a character that an encoding lacks is shown as a question mark, and read as one.

    A stream that was closed before the program started is empty, and forgets what is written to it.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode))  # noqa: SIM115  # needed until the program ends
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def discard_output() -> None:
    """Forget what has not been written to standard output, which cannot be, so that the end does not try again."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def give(text: str) -> None:
    """Write data for people, and the newline after it, to standard output."""
    print(clean(text))  # noqa: T201  # the one place that writes text to standard output


def give_json(value: Any) -> None:  # noqa: ANN401  # whatever JSON can hold
    """Write data for programs to standard output.

    All of it is ASCII: what is not is escaped, so that neither an encoding nor a control character is in the way.
    """
    print(json.dumps(value, indent=2))  # noqa: T201  # as above


def give_document(document: str | bytes) -> None:
    """Write a document to standard output as it would stand in a file: a text as UTF-8, and newlines as they are."""
    data = document.encode() if isinstance(document, str) else document
    sys.stdout.flush()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(data.decode(errors="replace"))


def tell(text: str) -> None:
    """Say something to the person, on standard error. A window that is closed by then hears nothing."""
    with suppress(OSError):
        print(clean(text), file=sys.stderr)  # noqa: T201  # the one place that writes to standard error


def prompt(text: str) -> None:
    """Ask the person for a line, on standard error, so that what is typed stands behind the words."""
    print(clean(text), end=" ", file=sys.stderr, flush=True)  # noqa: T201  # as above


def tell_error(error: ScrutinyError) -> None:
    """Say what happened, why, and what to do, each on its own line; where there is no why, on one line."""
    between = "\n" if error.why else " "
    tell(between.join(filter(None, (error.what, error.why, error.todo))))


def quoted(name: str) -> str:
    """Return a name that a person typed, in quotes and safe to show on one line."""
    return f"'{clean(name)}'".replace("\n", "\N{REPLACEMENT CHARACTER}")
