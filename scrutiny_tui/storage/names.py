"""The names of files and folders: of reviews, made from their titles, and of what belongs to them."""

import itertools
import os
from collections.abc import Iterator
from pathlib import Path

from scrutiny_tui.model.text import hyphenated

SUFFIX = ".scrutiny.json"
AGE = ".age"
"""What an encrypted copy has after it."""
ARCHIVE = "Archive"
COPIES = "Earlier copies"

_MOST = 60
_RESERVED = {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}


def is_review(entry: "os.DirEntry[str]") -> bool:
    """Tell whether a file has the name of a review. A link counts wherever it leads: its row says what is wrong."""
    named = entry.name.endswith(SUFFIX) and not entry.name.startswith(".")
    return named and not entry.is_dir(follow_symlinks=False)


def modified(entry: "os.DirEntry[str]") -> float:
    """Return when a file was last written, in seconds; 0 where the system does not say."""
    try:
        return entry.stat().st_mtime
    except OSError:
        return 0.0


def stem(path: Path) -> str:
    """Return the name of a review's file without the suffix that all reviews have."""
    return path.name.removesuffix(SUFFIX)


def beside(path: Path, what: str) -> Path:
    """Return the small hidden file that belongs to a review, such as its lock."""
    return path.with_name(f".{path.name}.{what}")


def copies_folder(path: Path) -> Path:
    """Return the folder for the earlier copies of a review; it may not exist."""
    return path.parent / COPIES / stem(path)


def slug(title: str) -> str:
    """Return lower-case words joined by hyphens, of at most 60 characters; `review` where nothing is left."""
    return no_device(hyphenated(title.replace("'", ""), _MOST), "review") or "review"


def no_device(name: str, kind: str) -> str:
    """Return a name, and its kind after it where Windows keeps that name for a device, whatever follows the dot."""
    return f"{name}-{kind}" if name in _RESERVED else name


def numbered(name: str) -> Iterator[str]:
    """Yield `name`, then `name-2`, `name-3` and so on without end."""
    yield name
    for number in itertools.count(2):
        yield f"{name}-{number}"
