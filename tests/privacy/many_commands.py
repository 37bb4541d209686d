"""Runs many commands in one process: lists of words, and what is typed, come as JSON, and what was said goes out so.

It is a program of its own, so that a watcher can be inside from its start.
"""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

from tests.privacy.watching import ROOT, watched

Order = tuple[Sequence[str], str]
"""The words of a command, and what is typed at it."""


def run_all(orders: Sequence[Order], home: Path, log: Path, umask: int = 0o022) -> list[tuple[int, str]]:
    """Run these commands in a home; return for each its exit code, and what it said."""
    environment = watched(log)
    environment["PYTHONPATH"] += f"{os.pathsep}{ROOT}"
    done = subprocess.run(
        [sys.executable, "-m", __name__, f"{umask:o}"],
        input=json.dumps(orders),
        env=surroundings(home) | environment,
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [(code, said) for code, said in json.loads(done.stdout)]


def surroundings(home: Path) -> dict[str, str]:
    """Return the environment of a person whose reviews and temporary files lie in this home."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "SCRUTINY_HOME": str(home / "reviews"),
        "TMPDIR": str(home / "tmp"),
        "LANG": "C.UTF-8",
    }


def main() -> None:
    """Do as the words on standard input say."""
    from scrutiny_tui.cli.commands import main as command

    orders = json.load(sys.stdin)
    umask = int(sys.argv[1], 8)
    done = []
    for words, typed in orders:
        os.umask(umask)
        sys.argv, sys.stdin, said = ["scrutiny-tui", *words], io.StringIO(typed), io.StringIO()
        with redirect_stdout(said), redirect_stderr(said), suppress_exit() as code:
            command()
        done.append((code[0], said.getvalue()))
    sys.stdout.write(json.dumps(done))


@contextmanager
def suppress_exit() -> Iterator[list[int]]:
    """Yield a list that holds the exit code of a program which ends within."""
    code: list[int] = []
    try:
        yield code
    except SystemExit as ended:
        code.append(int(ended.code or 0))


if __name__ == "__main__":
    main()
