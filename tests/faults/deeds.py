"""What puts a review on the disk: a save as the screen makes it, a new file, a move to the archive, a copy put back."""

import asyncio
from abc import ABC, abstractmethod
from contextlib import closing
from pathlib import Path
from typing import ClassVar

from scrutiny_tui.errors import ScrutinyError
from scrutiny_tui.storage.copies import copies_of
from scrutiny_tui.storage.loading import load
from scrutiny_tui.storage.names import ARCHIVE
from scrutiny_tui.storage.review_file import ReviewFile
from scrutiny_tui.tui.sitting import Sitting
from tests.examples import CREATED
from tests.faults.scene import NAME, REVIEWS, change, library, put_review


class Deed(ABC):
    """Something that puts a review on the disk. Making one prepares all that comes before it."""

    allowed: ClassVar[tuple[int, ...]]
    """The number of the old value, and of the new one."""
    begins_with_none: ClassVar[bool] = False
    """Whether there is no old value."""

    @abstractmethod
    def __init__(self, folder: Path) -> None: ...

    @abstractmethod
    def do(self) -> ScrutinyError | None:
        """Do it, and return why it failed, if it did. After a failure it may be done again."""

    @abstractmethod
    def amiss(self, why: ScrutinyError | None) -> str:
        """Return what is wrong outside the file after it was done, or was told to have failed."""

    def close(self) -> None:  # noqa: B027 - most hold nothing
        """Let go of everything."""


class Save(Deed):
    """A change to an open review, the first in its sitting: a copy of the file is kept before."""

    allowed = (0, 1)
    mode: ClassVar[int] = 0o600

    def __init__(self, folder: Path) -> None:
        self.sitting = Sitting(self.opened(put_review(folder, self.mode)), lambda: CREATED)
        *before, self.new = range(1, self.allowed[-1] + 1)
        for number in before:
            change(self.sitting.desk, number)
            assert self.do() is None
        change(self.sitting.desk, self.new)

    def opened(self, path: Path) -> ReviewFile:
        return library(path.parent).open(path)

    def do(self) -> ScrutinyError | None:
        asyncio.run(self.sitting.autosave.flush())
        return self.sitting.autosave.state.trouble

    def amiss(self, why: ScrutinyError | None) -> str:
        desk = self.sitting.desk
        return "" if desk.review == REVIEWS[self.new] and desk.unsaved == bool(why) else "gone from the screen"

    def close(self) -> None:
        self.sitting.close()


class LaterSave(Save):
    """A save for which no copy is kept, because the one before it in the sitting kept one."""

    allowed = (1, 2)


class SaveOfOpenFile(Save):
    """A save of a file that others may read: the copy before it is written, where it else is a second name."""

    mode = 0o644


class Making(Deed):
    """A new review, in a folder that is not there yet."""

    allowed = (0,)
    begins_with_none = True

    def __init__(self, folder: Path) -> None:
        self._library = library(folder)

    def do(self) -> ScrutinyError | None:
        try:
            self._library.create(REVIEWS[0]).close()
        except ScrutinyError as error:
            return error
        return None

    def amiss(self, why: ScrutinyError | None) -> str:
        return "" if why or self._library.listings() else "untold"


class Archiving(Deed):
    """A review is moved to the archive, with its earlier copies."""

    allowed = (1,)

    def __init__(self, folder: Path) -> None:
        _save_once(folder)
        self._folder = folder

    def do(self) -> ScrutinyError | None:
        try:
            library(self._folder).archive(self._folder / NAME)
        except ScrutinyError as error:
            return error
        return None

    def amiss(self, why: ScrutinyError | None) -> str:
        place = self._folder / NAME if why else self._folder / ARCHIVE / NAME
        return "" if place.exists() else "not where it was told to be"


class Restoring(Deed):
    """An earlier copy is put back, after what the file holds has become a copy itself."""

    allowed = (1, 0)

    def __init__(self, folder: Path) -> None:
        _save_once(folder)
        self._path = folder / NAME
        [self._copy] = copies_of(self._path)

    def do(self) -> ScrutinyError | None:
        try:
            library(self._path.parent).put_back(self._path, self._copy)
        except ScrutinyError as error:
            return error
        return None

    def amiss(self, why: ScrutinyError | None) -> str:
        kept = [load(copy).review for copy in copies_of(self._path)]
        return "" if why or REVIEWS[1] in kept else "lost"


def _save_once(folder: Path) -> None:
    with closing(Save(folder)) as save:
        assert save.do() is None


DEEDS: tuple[type[Deed], ...] = (Save, LaterSave, SaveOfOpenFile, Making, Archiving, Restoring)
