"""Writes down what a program does to a disk, call by call."""

import itertools
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tests.faults.calls import Call
from tests.faults.disk import ROOT, Event, Named, Synced, Written

Name = str | os.PathLike[str]


class Recorder:
    """Writes down what is done in an empty folder. `note` is the hook that sees its calls.

    Args:
        folder: the folder itself, which is there and whose own name is certain.
    """

    def __init__(self, folder: Path) -> None:
        self.events: list[Event] = []
        self._folder = folder
        self._names: dict[tuple[int, str], int] = {}
        self._numbers = itertools.count(ROOT + 1)
        self._open: dict[int, tuple[int, int]] = {}

    def note(self, call: Call) -> Any:  # noqa: ANN401 - whatever the system returns
        """Make a call, and write down what it did.

        Raises:
            NotImplementedError: the disk in thought knows no such call.
        """
        if call.name in _STRANGE:
            raise NotImplementedError(call.name)
        result = call.go_through()
        if call.name in _NOTED:
            _NOTED[call.name](self, call.args, result)
        return result

    def _opened(self, args: Sequence[Any], handle: int) -> None:
        path, flags, *_ = args
        if path != self._folder and self._place(path) not in self._names:
            self._become((path, next(self._numbers)))
        elif flags & os.O_TRUNC:
            raise NotImplementedError("open, to empty a file")
        self._open[handle] = (self._number(path), 0)

    def _wrote(self, args: Sequence[Any], count: int) -> None:
        handle, data = args
        file, at = self._open[handle]
        self.events.append(Written(file, at, bytes(data[:count])))
        self._open[handle] = (file, at + count)

    def _synced(self, args: Sequence[Any], _: object) -> None:
        self.events.append(Synced(self._open[args[0]][0]))

    def _linked(self, args: Sequence[Any], _: object) -> None:
        old, new = args
        self._become((new, self._number(old)))

    def _moved(self, args: Sequence[Any], _: object) -> None:
        old, new = args
        self._become((new, self._number(old)), (old, None))

    def _removed(self, args: Sequence[Any], _: object) -> None:
        self._become((args[0], None))

    def _made_folder(self, args: Sequence[Any], _: object) -> None:
        self._become((args[0], next(self._numbers)), makes_folder=True)

    def _become(self, *entries: tuple[Name, int | None], makes_folder: bool = False) -> None:
        placed = tuple((*self._place(path), whose) for path, whose in entries)
        for folder, name, whose in placed:
            self._names.pop((folder, name), None)
            if whose is not None:
                self._names[folder, name] = whose
        self.events.append(Named(placed, makes_folder))

    def _place(self, path: Name) -> tuple[int, str]:
        return self._number(Path(path).parent), Path(path).name

    def _number(self, path: Name) -> int:
        return ROOT if Path(path) == self._folder else self._names[self._place(path)]


_NOTED: dict[str, Callable[[Recorder, Sequence[Any], Any], None]] = {
    "open": Recorder._opened,
    "write": Recorder._wrote,
    "fsync": Recorder._synced,
    "link": Recorder._linked,
    "rename": Recorder._moved,
    "replace": Recorder._moved,
    "unlink": Recorder._removed,
    "mkdir": Recorder._made_folder,
}
_STRANGE = {"pwrite", "writev", "fdatasync", "truncate", "ftruncate", "symlink", "rmdir", "remove"}
