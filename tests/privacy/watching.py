"""Running a program with a watcher inside, and what the watcher saw."""

import json
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_NOT_FILES = ("/dev/", "/proc/")


@dataclass(frozen=True)
class Seen:
    """What a watched program did that a private one does not, or not everywhere."""

    network: list[str]
    """Every try to reach another computer, or to ask for its address."""
    programs: list[str]
    """Every try to start another program."""
    made: list[Path]
    """Where it wrote a file or made a folder."""


def watched(log: Path) -> dict[str, str]:
    """Return what is added to the environment of a program that shall be watched; `log` is what is seen."""
    return {
        "PYTHONPATH": str(Path(__file__).parent / "watcher"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "WATCHER_LOG": str(log),
    }


def seen(log: Path) -> Seen:
    """Return what was seen."""
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    found = {kind: [text for each, text in lines if each == kind] for kind in ("network", "program", "made")}
    made = [Path(path) for path in found["made"] if not path.startswith(_NOT_FILES) and Path(path) != log]
    return Seen(found["network"], found["program"], made)


def open_to_others(folder: Path) -> Iterator[str]:
    """Yield everything in a folder that has another mode than private files and folders have."""
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            continue
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode != (0o700 if path.is_dir() else 0o600):
            yield f"{path.relative_to(folder)} {mode:o}"
