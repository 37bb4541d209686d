"""A Storage for TinyDB that keeps tables in memory and puts the whole file on the disk in one step."""

import stat
from pathlib import Path

from tinydb.storages import Storage

from scrutiny_tui import writing
from scrutiny_tui.errors import ChangedElsewhereError, CreateError, ExistsError, SaveError
from scrutiny_tui.storage.disk import Found, Stamp
from scrutiny_tui.storage.tables import dump
from scrutiny_tui.storage.upgrade import Tables


class AtomicStorage(Storage):
    """The tables of one file. TinyDB reads and writes them in memory; only `commit` touches the disk.

    Args:
        path: the file itself, not a link to it.
        tables: what it holds, or shall hold.
        found: what was read; None for a file that is still to be made.
    """

    def __init__(self, path: Path, tables: Tables, found: Found | None) -> None:
        self.path = path
        self._tables = tables
        self._found = found

    def read(self) -> Tables:
        """Return the tables in memory."""
        return self._tables

    def write(self, data: Tables) -> None:
        """Keep the tables in memory."""
        self._tables = data

    def commit(self) -> None:
        """Put the tables on the disk: afterwards the file holds either them or, after an error, what it held before.

        One error tells less: where the folder cannot be synced, the file holds the new tables, but a power cut may
        still bring back the old ones.

        Raises:
            SaveError: it could not be written; a CreateError where it was to be made.
            ChangedElsewhereError: the file is no longer what was read or last written here.
            ExistsError: the file was to be made, and is there already.
        """
        data = dump(self._tables)
        failed = SaveError if self._found else CreateError
        try:
            with writing.temporary(self.path, data) as new:
                stamp = Stamp.of(new.stat())
                self._put(new)
                self._found = Found(data, stamp)
            writing.sync_folder(self.path.parent)
        except FileExistsError:
            raise ExistsError(self.path) from None
        except OSError as error:
            raise failed(self.path, writing.refusal(self.path, error)) from error

    def _put(self, new: Path) -> None:
        if self._found is None:
            writing.move_new(new, self.path)
        else:
            self._compare(self._found)
            writing.replace(new, self.path)

    def _compare(self, found: Found) -> None:
        """Refuse to overwrite what somebody else wrote, or has protected."""
        try:
            status = self.path.stat()
        except FileNotFoundError:
            raise ChangedElsewhereError(self.path) from None
        if not status.st_mode & stat.S_IWUSR:
            raise SaveError(self.path, "The file is marked read-only.")
        # A USB stick that was put back has new marks but the same contents: then nothing was changed.
        same = Stamp.of(status) == found.stamp or (
            stat.S_ISREG(status.st_mode) and status.st_size == len(found.data) and self.path.read_bytes() == found.data
        )
        if not same:
            raise ChangedElsewhereError(self.path)
