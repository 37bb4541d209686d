"""The program broken on purpose, each time in one place, to see that the faults find it."""

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

from scrutiny_tui import writing
from scrutiny_tui.desk.ports import Store
from scrutiny_tui.errors import SaveError, ScrutinyError
from scrutiny_tui.model.review import Review
from scrutiny_tui.storage.atomic import AtomicStorage
from scrutiny_tui.storage.review_file import ReviewFile
from tests.examples import CREATED
from tests.faults.deeds import LaterSave, Save


class NeverSyncing:
    """The module `os`, where a sync does nothing."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the module has
        return (lambda _: None) if name == "fsync" else getattr(os, name)


class SaveInPlace(LaterSave):
    """A save that empties the file and writes it anew."""

    def do(self) -> ScrutinyError | None:
        with patch.object(writing, "replace", _write_over):
            return super().do()


def _write_over(source: Path, target: Path) -> None:
    handle = os.open(target, os.O_WRONLY | os.O_TRUNC)
    os.write(handle, source.read_bytes())
    os.close(handle)


class SaveUntold(Save):
    """A save whose failure nobody hears of."""

    def do(self) -> ScrutinyError | None:
        with patch.object(AtomicStorage, "commit", _commit_untold):
            return super().do()


_commit = AtomicStorage.commit


def _commit_untold(storage: AtomicStorage) -> None:
    with suppress(SaveError):
        _commit(storage)


class _Forgetful(ReviewFile):
    def save(self, review: Review) -> datetime:
        del review
        return CREATED


def open_forgetful(path: Path) -> Store:
    """Open a review so that a save says that all is saved, and saves nothing."""
    return _Forgetful.open(path, lambda: CREATED)


def forget_saves() -> None:
    """Let every save say that all is saved, and save nothing."""
    ReviewFile.save = _Forgetful.save  # type: ignore[method-assign,assignment]
