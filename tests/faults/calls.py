"""Every call by which this process touches files in a folder: seen, and if one likes refused or cut short.

Reading through a file object, and writing through one, is not seen call by call, only its opening: the power cuts
notice a review that was written so.
"""

import builtins
import io
import itertools
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

_NAMES = (
    "open", "close", "read", "write", "pwrite", "writev", "fsync", "fdatasync", "fstat", "fchmod", "ftruncate",
    "stat", "lstat", "access", "listdir", "scandir", "chmod", "chown", "utime", "truncate",
    "mkdir", "rmdir", "link", "symlink", "rename", "replace", "unlink", "remove",
)  # fmt: skip
CHANGING = {"open", "write", "fsync", "mkdir", "link", "rename", "replace", "unlink"}
"""The calls that change what is on the disk, or make it stay."""


@dataclass(frozen=True)
class Call:
    """One call, before it is made."""

    number: int
    """From 0, among those of the folder."""
    name: str
    args: tuple[Any, ...]
    keywords: dict[str, Any]
    real: Callable[..., Any]

    def go_through(self) -> Any:  # noqa: ANN401 - whatever the system returns
        """Make the call."""
        return self.real(*self.args, **self.keywords)


Hook = Callable[[Call], Any]
"""Makes a call, or does something else in its place, and returns what the caller shall get."""


@contextmanager
def through(hook: Hook, folder: Path) -> Iterator[None]:
    """Hand every call that touches a file in `folder` to `hook`, in the order in which they come."""
    watch = _Watch(hook, folder)
    with pytest.MonkeyPatch.context() as patch:
        for name in _NAMES:
            patch.setattr(os, name, watch.standing_for(name, getattr(os, name)))
        patch.setattr(io, "open", watch.standing_for("file", builtins.open))
        yield


class _Watch:
    def __init__(self, hook: Hook, folder: Path) -> None:
        self._hook = hook
        self._folder = folder
        self._handles: set[int] = set()
        self._numbers = itertools.count()

    def standing_for(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **keywords: Any) -> Any:  # noqa: ANN401 - as the call that it stands for
            if not any(map(self._touches, args[:2])):
                return real(*args, **keywords)
            if name in {"close", "file"}:  # whoever wraps a handle in a file object closes it unseen
                self._handles.discard(args[0])
            result = self._hook(Call(next(self._numbers), name, args, keywords, real))
            if name == "open":
                self._handles.add(result)
            return result

        return call

    def _touches(self, arg: object) -> bool:
        if isinstance(arg, int):
            return arg in self._handles
        return isinstance(arg, str | os.PathLike) and Path(arg).is_relative_to(self._folder)


def names_of(doing: Callable[[], object], folder: Path) -> list[str]:
    """Return the names of the calls that something makes in a folder."""
    names: list[str] = []

    def note(call: Call) -> Any:  # noqa: ANN401 - whatever the system returns
        names.append(call.name)
        return call.go_through()

    with through(note, folder):
        doing()
    return names


def killing(at: int, moment: str) -> Hook:
    """Return a hook that kills this process at a call: `before` it, `after` it, or `half through` what it writes."""

    def hook(call: Call) -> Any:  # noqa: ANN401 - whatever the system returns
        if call.number != at:
            return call.go_through()
        try:
            if moment == "half through":
                _write_part(call)
            elif moment == "after":
                call.go_through()
        finally:
            os.kill(os.getpid(), signal.SIGKILL)
        return None

    return hook


def failing(at: int, code: int, *, for_good: bool) -> Hook:
    """Return a hook that lets a call fail with this error, and all later ones too if it is for good."""

    def hook(call: Call) -> Any:  # noqa: ANN401 - whatever the system returns
        if call.number < at or (call.number > at and not for_good):
            return call.go_through()
        if call.name == "access":  # it raises nothing, and says no
            return False
        if call.name == "close":  # one that fails has closed all the same
            call.go_through()
        raise OSError(code, os.strerror(code))

    return hook


def taking_part(call: Call) -> Any:  # noqa: ANN401 - whatever the system returns
    """Be a system that takes only a part of what it is given to write."""
    return _write_part(call) if call.name == "write" else call.go_through()


def _write_part(call: Call) -> int:
    handle, data = call.args
    return int(call.real(handle, data[: len(data) // 2 + 1]))
