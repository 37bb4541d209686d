"""What the screens and the plain mode need from outside, as small Protocols.

`storage` and `catalog` fit them; tests fit them with fakes. Nothing here touches a disk.
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from scrutiny_tui.model.checklist import Checklist
from scrutiny_tui.model.guide import Guide
from scrutiny_tui.model.listing import Filed, Listing, ShelfItem
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.settings import Settings
from scrutiny_tui.model.ways_back import Offer


class Clock(Protocol):
    """Tells the time."""

    def __call__(self) -> datetime:
        """Return now, with a time zone."""


class Store(Protocol):
    """The file of one review while it is open."""

    @property
    def path(self) -> Path:
        """The file."""

    @property
    def review(self) -> Review:
        """The review as it was read or last saved."""

    @property
    def holder(self) -> str:
        """Why the file can only be read here, in words; empty where it can be written."""

    def save(self, review: Review) -> datetime:
        """Put the review on the disk and return when. Blocks; safe to call from any one thread at a time.

        Raises:
            SaveError: it could not be written; the last saved one stands.
            InUseError: the file can only be read here.
        """

    def elsewhere(self, review: Review, path: Path) -> "Store":
        """Write the review to a new file and return it open. This file stays open, and as it is.

        Raises:
            ExistsError: there is a file at `path` already.
            SaveError: it could not be written.
        """

    def apart(self, review: Review) -> "Store":
        """Write the review to a new file beside this one, under a free name, and return it open.

        Raises:
            SaveError: it could not be written.
        """

    def close(self) -> None:
        """Let go of the file. Closing twice does nothing."""


class Preferences(Protocol):
    """What a person has chosen for all of their reviews, and where that is remembered."""

    @property
    def settings(self) -> Settings:
        """The settings as they stand."""

    @property
    def path(self) -> Path:
        """The file that they are remembered in; it may not exist yet."""

    @property
    def problems(self) -> Sequence[str]:
        """What in the file is not good and so does not hold, a sentence each, with the file and the name in it."""

    def remember(self, settings: Settings) -> None:
        """Put the settings on the disk. What else a person wrote into the file stays as it is.

        Raises:
            SaveError: they could not be written; for this sitting they hold all the same.
        """


class Library(Protocol):
    """The folder that holds people's reviews."""

    @property
    def folder(self) -> Path:
        """The folder; it may not exist yet."""

    def listings(self, folder: Path | None = None) -> Sequence[Listing]:
        """Return a row for every review, here or in another folder, the last saved first.

        A file that cannot be read is a row too.
        """

    def latest(self, most: int) -> Sequence[Listing]:
        """Return rows for the files that were written last, at most so many: a first look at a large folder.

        It goes by the files' own times, and `listings` by what they say.
        """

    def read_filed(self, path: Path) -> Filed:
        """Return the review in a file with what a merge needs to know of the file. Nobody is kept out meanwhile.

        Raises:
            ReviewFileError: it cannot be read.
        """

    def create(self, review: Review, path: Path | None = None) -> Store:
        """Write a new review, under a name made from its title where no path is given, and keep it open.

        Raises:
            ExistsError: there is a file at `path` already.
            SaveError: it could not be written.
        """

    def open(self, path: Path) -> Store:
        """Open a review: to write if nobody else holds it, else to read. The file is not changed.

        Raises:
            ReviewFileError: it cannot be read.
        """

    def offer(self, path: Path) -> Offer:
        """Return what putting the newest good copy of a review back would change.

        Raises:
            ScrutinyError: there is no such copy, or what lies there must not be replaced.
        """

    def put_back(self, path: Path, copy: Path, seen: str | None = None) -> Path | None:
        """Put a copy in the place of a review and return where what lay there is kept; None where nothing did.

        With the mark of an offer, `seen`, only what lay there then is replaced.

        Raises:
            InUseError: the review is open elsewhere.
            SaveError: it was not put back.
        """

    def archive(self, path: Path) -> Path:
        """Move a review out of the list and return where it now lies. Nothing is deleted.

        Raises:
            InUseError: it is open elsewhere.
            SaveError: it could not be moved.
        """

    def unarchive(self, path: Path) -> Path:
        """Move an archived review back into the list and return where it now lies."""


class Shelf(Protocol):
    """The checklists that there are, and the guide that goes with them."""

    def guide(self) -> Guide:
        """Return the guide to an improvement journey. Reads it from the disk."""

    def items(self) -> Sequence[ShelfItem]:
        """Return every checklist, those that come with the program first. A broken one is an item too."""

    def get(self, name: str) -> Checklist:
        """Return the checklist with this id, or in this file.

        Raises:
            NoSuchChecklistError: there is none.
            ChecklistError: it cannot be used.
        """
