"""The names of files and folders: of reviews, made from their titles, and of what belongs to them."""

import itertools
from collections.abc import Iterator
from pathlib import Path

from scrutiny_tui.model.text import hyphenated

SUFFIX = ".scrutiny.json"
ARCHIVE = "Archive"
COPIES = "Earlier copies"

_MOST = 60
_RESERVED = {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}


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
    name = hyphenated(title.replace("'", ""), _MOST)
    if name in _RESERVED:  # Windows keeps these names for devices, whatever follows the dot
        return f"{name}-review"
    return name or "review"


def numbered(name: str) -> Iterator[str]:
    """Yield `name`, then `name-2`, `name-3` and so on without end."""
    yield name
    for number in itertools.count(2):
        yield f"{name}-{number}"
