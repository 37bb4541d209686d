"""A folder of the person's own for what is thrown away again: the worked example, a note while an editor has it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from scrutiny_tui.writing import make_folder

_PREFIX = "demo-"
_IN_USE = "in-use"
"""What is locked for as long as a folder is used."""


@contextmanager
def scratch() -> Iterator[Path]:
    """Make a new folder that only its owner can enter, and remove it with all that is in it at the end.

    It lies among the person's own files and not in a folder that all users of the computer share; only where they
    have no such place is the system's own chosen.
    """
    from scrutiny_tui.cli.places import now
    from scrutiny_tui.storage.lock import Hold

    with TemporaryDirectory(prefix=_PREFIX, dir=_own_folder(), ignore_cleanup_errors=True) as folder:
        hold = Hold(Path(folder, _IN_USE), now())
        try:
            yield Path(folder)
        finally:
            hold.release()


def _own_folder() -> Path | None:
    from platformdirs import user_cache_path

    try:
        folder = user_cache_path("scrutiny-tui", appauthor=False)
        make_folder(folder)
    except (OSError, RuntimeError):  # none can be made, or nobody knows where this user's home is
        return None
    for left in folder.glob(f"{_PREFIX}*"):
        if _is_left(left):
            shutil.rmtree(left, ignore_errors=True)
    return folder


def _is_left(folder: Path) -> bool:
    """Tell whether a killed process has left this folder: it was in use, and nobody uses it any more."""
    from scrutiny_tui.storage.lock import holder_of
    from scrutiny_tui.storage.names import beside

    in_use = folder / _IN_USE
    return beside(in_use, "lock").exists() and not holder_of(in_use)
