"""The checklists that there are: those that come with the program, and a person's own."""

import os
from collections.abc import Iterator
from pathlib import Path

from scrutiny_tui.catalog.intake import MOST_BYTES
from scrutiny_tui.errors import ChecklistError, NoSuchChecklistError
from scrutiny_tui.model.checklist import Checklist
from scrutiny_tui.model.guide import Guide
from scrutiny_tui.model.listing import ShelfItem
from scrutiny_tui.model.text import nearest

FIRST = "key-questions"
"""The main checklist, which leads the list."""
_ENDINGS = (".yaml", ".yml")


def packaged_folder() -> Path:
    """Return the folder of the checklists that come with the program."""
    package = Path(__file__).parents[1]
    inside = package / "checklists"
    # In a source tree they lie beside the package, where people who write no code find them.
    return inside if inside.is_dir() else package.parent / "checklists"


class Shelf:
    """The packaged checklists and the YAML files in one folder of the person's own, which may not exist."""

    def __init__(self, own_folder: Path, packaged: Path | None = None) -> None:
        self._own = own_folder
        self._packaged = packaged or packaged_folder()

    def items(self) -> tuple[ShelfItem, ...]:
        """Return every checklist: the packaged ones, the main one first, then the person's own, each by title.

        A broken file is an item too, with its problems. So is an own checklist with the id of a packaged one.
        """
        packaged = sorted(_items(self._packaged, own=False), key=lambda item: (item.id != FIRST, _title(item)))
        return (*packaged, *self.own_items())

    def own_items(self) -> tuple[ShelfItem, ...]:
        """Return the person's own checklists by title. A broken file is an item too."""
        return tuple(sorted(_items(self._own, own=True), key=_title))

    def guide(self) -> Guide:
        """Return the guide, which lies beside the packaged checklists in a folder of its own."""
        from scrutiny_tui.catalog.guide_file import read_guide  # noqa: PLC0415 - see `_read`

        return read_guide(self._packaged / "guide" / "guide.yaml")

    def get(self, name: str) -> Checklist:
        """Return the checklist with this id, or in this file.

        A name with a separator or a YAML ending is a path. Any other is an id, and only then the name of a file in
        the current folder. An own checklist goes before a packaged one with the same id, so that a council can
        adapt a packaged one under its id.

        Raises:
            NoSuchChecklistError: there is none; the nearest id is named.
            ChecklistError: it cannot be used.
        """
        path = Path(name)
        is_path = "/" in name or "\\" in name or path.suffix.lower() in _ENDINGS
        if not is_path:
            for folder in (self._own, self._packaged):
                if found := _with_id(folder, name):
                    return found
        if _exists(path) if is_path else _is_file(path):
            return _read(path)
        known = [path.stem for folder in (self._packaged, self._own) for path in _found(folder)]
        raise NoSuchChecklistError(name, nearest(path.stem, known), str(self._own))


def _read(path: Path) -> Checklist:
    """Read a checklist. A review that is opened brings its own along, and does not wait for what reads YAML.

    Raises:
        ChecklistError: it cannot be used.
    """
    from scrutiny_tui.catalog.schema import read_file  # noqa: PLC0415 - as said

    return read_file(path)


def _items(folder: Path, *, own: bool) -> Iterator[ShelfItem]:
    try:
        paths = _yaml_files(folder)
    except OSError as error:
        yield ShelfItem(folder.name, folder, None, own, (f"{folder}: the folder cannot be read: {error.strerror}",))
        return
    for path in paths:
        try:
            checklist = _read(path)
        except ChecklistError as error:
            yield ShelfItem(path.name, path, None, own, tuple(map(str, error.problems)))
        else:
            yield ShelfItem(checklist.id, path, checklist, own)


def _title(item: ShelfItem) -> str:
    return (item.checklist.title if item.checklist else item.id).casefold()


def _with_id(folder: Path, name: str) -> Checklist | None:
    """Return the checklist with this id; of the files that are not named after it, only what mentions it is read."""
    for path in sorted(_found(folder), key=lambda path: path.stem != name):
        if path.stem != name and not _mentions(path, name):
            continue
        try:
            checklist = _read(path)
        except ChecklistError:
            if path.stem == name:
                raise
        else:
            if checklist.id == name:
                return checklist
    return None


def _mentions(path: Path, word: str) -> bool:
    try:
        with path.open("rb") as stream:
            return os.fsencode(word) in stream.read(MOST_BYTES)
    except OSError:
        return False


def _yaml_files(folder: Path) -> list[Path]:
    """Return the YAML files in a folder by name; names that start with a dot are another program's.

    Raises:
        OSError: there is such a folder, but it cannot be listed.
    """
    try:
        paths = sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    return [path for path in paths if path.suffix.lower() in _ENDINGS and path.name[0] != "." and _is_file(path)]


def _found(folder: Path) -> list[Path]:
    """Return the YAML files in a folder, or none where it cannot be listed: `items` tells the person about that."""
    try:
        return _yaml_files(folder)
    except OSError:
        return []


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # the name is too long, or a folder on the way is closed
        return False


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # it is there for all we know: opening it will say what is wrong
        return True
