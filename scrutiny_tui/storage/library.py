"""The folder that holds people's reviews."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from heapq import nlargest
from pathlib import Path
from typing import TYPE_CHECKING

from scrutiny_tui import writing
from scrutiny_tui.errors import CreateError, ExistsError, InUseError, MoveError, ReviewFileError
from scrutiny_tui.model.listing import Filed, Listing
from scrutiny_tui.model.review import Review
from scrutiny_tui.storage.disk import read_start
from scrutiny_tui.storage.head import listing
from scrutiny_tui.storage.names import ARCHIVE, SUFFIX, copies_folder, is_review, modified, numbered, slug, stem

if TYPE_CHECKING:
    from scrutiny_tui.model.ways_back import Kept, Offer
    from scrutiny_tui.storage.review_file import ReviewFile


class Library:
    """Lists, makes, opens and puts away reviews. Only the first bytes of each file are read for the list.

    Listing must stay quick: what opens a review is imported then, not before.

    Args:
        folder: where the reviews lie; it is made when the first one is.
        clock: tells the time, with a time zone.
    """

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self._folder = folder
        self._clock = clock

    @property
    def folder(self) -> Path:
        """The folder; it may not exist yet."""
        return self._folder

    def listings(self, folder: Path | None = None) -> list[Listing]:
        """Return a row for every review, here or in another folder, the last saved first.

        A file that cannot be read is a row too. What killed saves have left here is cleared away.
        """
        looked_in = folder or self._folder
        rows, left = [], set()
        try:
            with os.scandir(looked_in) as entries:
                for entry in entries:
                    if is_review(entry):
                        row = listing(Path(entry.path))
                        rows.append((_when(row, entry), row))
                    elif folder is None and (unfinished := writing.target_of_temporary(Path(entry.path))):
                        left.add(unfinished)
        except FileNotFoundError:
            return []
        except OSError as error:
            problem = f"The folder cannot be read: {error.strerror or error}."
            return [Listing(path=looked_in, title=looked_in.name, problem=problem)]
        if left:
            self._clear(left)
        rows.sort(key=lambda pair: (-pair[0], pair[1].path.name))
        return [row for _, row in rows]

    def latest(self, most: int) -> list[Listing]:
        """Return rows for the files that were written last, at most so many: a first look at a large folder.

        It goes by the files' own times, and `listings` by what they say. A folder that cannot be read has none.
        """
        try:
            with os.scandir(self._folder) as entries:
                files = [(modified(entry), entry.path) for entry in entries if is_review(entry)]
        except OSError:
            return []
        return [listing(Path(path)) for _, path in nlargest(most, files)]

    def create(self, review: Review, path: Path | None = None) -> "ReviewFile":
        """Write a new review, under a name made from its title where no path is given, and keep it open.

        Raises:
            ExistsError: there is a file at `path` already.
            CreateError: it could not be written.
        """
        from scrutiny_tui.storage.review_file import ReviewFile  # noqa: PLC0415 - see the class

        if path:
            return ReviewFile.create(path, review, self._clock)
        names = self._free_names(self._folder, slug(review.title))
        while True:
            path = next(names)
            _make_folder(path, CreateError)
            with suppress(ExistsError, InUseError):  # somebody else took the name this moment
                return ReviewFile.create(path, review, self._clock)

    def open(self, path: Path) -> "ReviewFile":
        """Open a review: to write if nobody else holds it, else to read. The file is not changed.

        Raises:
            ReviewFileError: it cannot be read.
        """
        from scrutiny_tui.storage.review_file import ReviewFile  # noqa: PLC0415 - see the class

        return ReviewFile.open(path, self._clock)

    def read(self, path: Path) -> Review:
        """Return the review in a file. Nobody is kept out meanwhile, and nothing is left behind.

        Raises:
            ReviewFileError: it cannot be read; the error names the newest earlier copy that can.
        """
        return self.read_filed(path).review

    def read_filed(self, path: Path) -> Filed:
        """Return the review in a file with what a merge needs to know of the file. Nobody is kept out meanwhile.

        Raises:
            ReviewFileError: it cannot be read; the error names the newest earlier copy that can.
        """
        from scrutiny_tui.storage.copies import pointing_to_copy  # noqa: PLC0415 - see the class
        from scrutiny_tui.storage.loading import load  # noqa: PLC0415 - see the class

        try:
            loaded = load(path)
        except ReviewFileError as error:
            raise pointing_to_copy(path, error) from error
        return Filed(loaded.review, loaded.saved, path.name, stem(path))

    def copies(self, path: Path) -> "list[Kept]":
        """Return what is kept of a review, the newest first, whether the review is there or not."""
        from scrutiny_tui.storage.restoring import kept_copies  # noqa: PLC0415 - see the class

        return kept_copies(path)

    def offer(self, path: Path, copy: Path | None = None) -> "Offer":
        """Return what putting a copy back would change: `copy`, or else the newest good one that differs, if any does.

        Raises:
            NoSuchReviewError: there is neither a file nor a copy.
            RestoreError: no copy can be read, or what lies at `path` must not be replaced.
        """
        from scrutiny_tui.storage.restoring import offer  # noqa: PLC0415 - see the class

        return offer(path, copy)

    def put_back(self, path: Path, copy: Path, seen: str | None = None) -> Path | None:
        """Put a copy in the place of a review and return where what lay there is kept; None where nothing did.

        With the mark of an offer, `seen`, only what lay there then is replaced.

        Raises:
            InUseError: the review is open elsewhere.
            SaveError: it was not put back.
        """
        from scrutiny_tui.storage.restoring import put_back  # noqa: PLC0415 - see the class

        return put_back(path, copy, self._clock(), seen)

    def archive(self, path: Path) -> Path:
        """Move a review and its earlier copies out of the list and return where it now lies. Nothing is deleted.

        Raises:
            InUseError: it is open elsewhere.
            ReviewFileError: there is no such file, or nobody may read it.
            MoveError: it could not be moved.
        """
        return self._move(path, self._folder / ARCHIVE)

    def unarchive(self, path: Path) -> Path:
        """Move an archived review and its earlier copies back into the list and return where it now lies.

        Raises:
            InUseError: it is open elsewhere.
            ReviewFileError: there is no such file, or nobody may read it.
            MoveError: it could not be moved.
        """
        return self._move(path, self._folder)

    def _clear(self, unfinished: Iterable[Path]) -> None:
        """Remove what killed processes have left of these files; nothing that somebody is saving now."""
        from scrutiny_tui.storage.lock import Hold  # noqa: PLC0415 - see the class

        for path in unfinished:
            if path.name.endswith(SUFFIX):
                Hold(path, self._clock()).release()
        writing.clear_abandoned(self._folder)

    def _move(self, path: Path, folder: Path) -> Path:
        from scrutiny_tui.storage.lock import Hold  # noqa: PLC0415 - see the class

        _check_movable(path)
        hold = Hold(path, self._clock())
        try:
            if hold.elsewhere:
                raise InUseError(path, hold.elsewhere)
            return self._move_held(path, folder)
        finally:
            hold.release()

    def _move_held(self, path: Path, folder: Path) -> Path:
        names = self._free_names(folder, stem(path))
        while True:
            target = next(names)
            _make_folder(target, MoveError)
            try:
                writing.move_new(path, target)
            except FileExistsError:
                continue
            except OSError as error:
                raise MoveError(path, writing.refusal(target, error)) from error
            with suppress(OSError):  # without its copies the review is safe all the same
                writing.make_folder(copies_folder(target).parent)
                copies_folder(path).rename(copies_folder(target))
            return target

    def _free_names(self, folder: Path, name: str) -> Iterator[Path]:
        """Yield paths that nothing has yet; a name whose earlier copies lie there still belongs to another review."""
        for each in numbered(name):
            path = folder / f"{each}{SUFFIX}"
            if not os.path.lexists(path) and not os.path.lexists(copies_folder(path)):
                yield path


def _when(row: Listing, entry: "os.DirEntry[str]") -> float:
    """Return when a file was last saved, in seconds; by the file's own time where the row does not say."""
    return row.saved.timestamp() if row.saved else modified(entry)


def _check_movable(path: Path) -> None:
    from scrutiny_tui.storage.copies import pointing_to_copy  # noqa: PLC0415 - see the class

    try:
        read_start(path, 1)
    except ReviewFileError as error:
        raise pointing_to_copy(path, error) from error
    if os.path.islink(path):  # noqa: PTH114 - the one that raises nothing
        raise MoveError(path, "It is a link to a file elsewhere, which would not be found again after a move.")


def _make_folder(path: Path, failed: type[CreateError | MoveError]) -> None:
    """Make the folder of `path`, for its owner only, or raise `failed`."""
    try:
        writing.make_folder(path.parent)
    except OSError as error:
        raise failed(path, writing.refusal(path, error)) from error
