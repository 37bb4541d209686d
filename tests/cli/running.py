"""Running the command as a person does, and a library to run it on."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE
from typing import IO, Protocol

from scrutiny_tui.cli.places import Places
from scrutiny_tui.model.review import Review


@dataclass(frozen=True)
class Ended:
    """What a command left: its exit code, its data and its talk."""

    code: int
    out: str
    err: str


class Command(Protocol):
    def __call__(self, *arguments: str) -> Ended: ...


Keep = Callable[[Review], Path]


def keep(folder: Path, review: Review) -> Path:
    """Put a review into a folder of reviews and return its file."""
    store = Places(folder).library().create(review)
    store.close()
    return store.path


def start(
    *arguments: str, home: Path, env: Mapping[str, str] | None = None, given: bytes = b"", out: int | IO[bytes] = PIPE
) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a fresh process, with no terminal."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "SCRUTINY_HOME": str(home / "reviews"), **(env or {})}
    program = [sys.executable, "-m", "scrutiny_tui", *arguments]
    return subprocess.run(program, env=environment, check=False, timeout=60, input=given, stdout=out, stderr=PIPE)
