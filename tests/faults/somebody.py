"""Somebody without special rights. Root may write everywhere, so what others may not do must be tried by others."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ParamSpec

from tests.faults.child import in_child

P = ParamSpec("P")

NOBODY = 65_534
"""The user that has no rights but those that everybody has."""


def is_root() -> bool:
    """Tell whether this process may do everything."""
    return os.name != "nt" and os.geteuid() == 0


@contextmanager
def own_folder() -> Iterator[Path]:
    """Yield an empty folder that somebody without special rights owns and can reach."""
    with tempfile.TemporaryDirectory(prefix="faults-") as name:
        if is_root():
            os.chown(name, NOBODY, NOBODY)
        yield Path(name)


def as_somebody(work: Callable[P, str], *args: P.args, **kwargs: P.kwargs) -> str:
    """Return what `work` returns in a process of somebody without special rights. It can load no more modules there."""
    return in_child(_without_rights, work, *args, **kwargs)


def _without_rights(work: Callable[..., str], *args: object, **kwargs: object) -> str:
    if is_root():
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)
    os.umask(0)  # nothing but the program itself keeps others out
    return work(*args, **kwargs)
