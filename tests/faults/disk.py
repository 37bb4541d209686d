"""A disk in thought: what a power cut may leave of what was done to the files in a folder.

The rules are harsher than those of any one file system. What was written is certain only when its file was synced, and
a name (new, gone, or another file's from now on) only when its folder was. Until then each of them may be there or
not, whatever was done before or after it, and what was written may be torn, zeros or anything else.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

BLOCK = 512
"""Bytes that a disk writes all or none of."""
ROOT = 0
"""The number of the folder itself; every other folder and file has one of its own, under whatever name it goes."""

Fate = Literal["done", "not done", "zeros", "garbage"] | int
"""What becomes of something uncertain; a number is how many bytes of it were written."""
Files = dict[Path, bytes | None]
"""What is on a disk, by where it lies below the folder; a folder holds None."""


@dataclass(frozen=True)
class Named:
    """Names came, went or changed hands in one step: in which folder, which name, and whose it is now."""

    entries: tuple[tuple[int, str, int | None], ...]
    makes_folder: bool = False

    @property
    def places(self) -> set[int]:
        """What must be synced to make it certain."""
        return {folder for folder, _, _ in self.entries}


@dataclass(frozen=True)
class Written:
    """A piece was written to a file, from some byte on."""

    file: int
    at: int
    data: bytes

    @property
    def places(self) -> set[int]:
        """What must be synced to make it certain."""
        return {self.file}


@dataclass(frozen=True)
class Synced:
    """A file or a folder was synced."""

    what: int


Event = Named | Written | Synced
FateOf = Callable[[Named | Written], Fate]


def cuts(events: Sequence[Event], chance: random.Random, mixes: int) -> Iterator[tuple[str, Files]]:
    """Yield disks that a cut after these events could leave, in words and as files: the plain ones, and random ones."""
    yield "without what was not synced", left(events, _fates("not done", "not done"))
    yield "with all", left(events, _fates("done", "done"))
    yield "with contents, without names", left(events, _fates("not done", "done"))
    for fate in ("not done", "zeros", "garbage"):
        yield f"with names, contents {fate}", left(events, _fates("done", fate))
    last = max((len(event.data) for event in _uncertain(events) if isinstance(event, Written)), default=0)
    for size in range(BLOCK, last, BLOCK):
        yield f"torn after {size} bytes", left(events, _fates("done", size))
    for number in range(mixes):
        yield f"mixed, number {number}", left(events, lambda event: _any_fate(event, chance))


def left(events: Sequence[Event], fate_of: FateOf) -> Files:
    """Return what is on the disk after these events where each uncertain one has the fate that is chosen for it."""
    names: dict[tuple[int, str], int | None] = {}
    contents: dict[int, bytearray] = {}
    uncertain = {id(event) for event in _uncertain(events)}
    for event in events:
        if isinstance(event, Synced):
            continue
        fate = fate_of(event) if id(event) in uncertain else "done"
        if isinstance(event, Written):
            _write(contents.setdefault(event.file, bytearray()), event, fate)
        elif fate == "done":
            names |= {(folder, name): whose for folder, name, whose in event.entries}
    folders = {event.entries[0][2] for event in events if isinstance(event, Named) and event.makes_folder}
    files: Files = {}
    inside = [(ROOT, Path())]
    while inside:
        folder, place = inside.pop()
        for (lies_in, name), what in names.items():
            if lies_in == folder and what is not None:
                files[place / name] = None if what in folders else bytes(contents.get(what, b""))
                inside += [(what, place / name)] * (what in folders)
    return files


def _uncertain(events: Sequence[Event]) -> list[Named | Written]:
    """Return what was not synced afterwards."""
    synced: set[int] = set()
    found = []
    for event in reversed(events):
        if isinstance(event, Synced):
            synced.add(event.what)
        elif not event.places <= synced:
            found.append(event)
    return found


def _fates(names: Fate, contents: Fate) -> FateOf:
    return lambda event: names if isinstance(event, Named) else contents


def _any_fate(event: Named | Written, chance: random.Random) -> Fate:
    if isinstance(event, Named):
        return chance.choice(("done", "not done"))
    return chance.choice(("done", "not done", "zeros", "garbage", chance.randrange(0, len(event.data), BLOCK)))


def _write(file: bytearray, event: Written, fate: Fate) -> None:
    if fate != "not done":
        data = event.data[:fate] if isinstance(fate, int) else _CONTENTS[fate](event.data)
        file.extend(bytes(max(0, event.at - len(file))))
        file[event.at : event.at + len(data)] = data


_CONTENTS: dict[str, Callable[[bytes], bytes]] = {
    "done": lambda data: data,
    "zeros": lambda data: bytes(len(data)),
    "garbage": lambda data: bytes(each ^ 0x55 for each in data),
}
