"""Which folders, which clock, and which objects stand behind the Protocols: picked here and nowhere else.

Storage and catalog are imported by the functions that need them, so that `--version` and `--help` pay for neither.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from scrutiny_tui.cli.streams import quoted
from scrutiny_tui.errors import InUseError, UsageError
from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.text import nearest

if TYPE_CHECKING:
    from scrutiny_tui.catalog.shelf import Shelf
    from scrutiny_tui.desk.ports import Store
    from scrutiny_tui.model.review import Review
    from scrutiny_tui.storage.library import Library
    from scrutiny_tui.storage.settings_file import SettingsFile

HOME = "SCRUTINY_HOME"
"""The environment variable that names the folder of reviews where `--at` does not."""
SETTINGS = "SCRUTINY_SETTINGS"
"""The environment variable that names the file of settings, if it is not to lie in its usual place."""


def now() -> datetime:
    """Tell the time, with the time zone of this computer: the program's one clock."""
    return datetime.now().astimezone()


@dataclass
class Given:
    """What was given to the command as a whole. A subcommand may still change it."""

    at: str | None = None
    debug: bool = False
    plain: bool = False
    """Whether the app is to open line by line, without a screen."""

    @property
    def places(self) -> "Places":
        """The folders that follow from it.

        Raises:
            UsageError: the folder cannot be one.
        """
        return Places(reviews_folder(self.at, os.environ))


def reviews_folder(at: str | None, environment: Mapping[str, str]) -> Path:
    """Return the folder of reviews: `at`, else `SCRUTINY_HOME`, else `Scrutiny reviews` among the person's documents.

    Raises:
        UsageError: what was given is empty or no folder, or nothing was given and there is no home folder.
    """
    if at == "":
        raise UsageError("--at needs a folder, and what was given is empty.")
    given = at or environment.get(HOME)
    if not given:
        from platformdirs import user_documents_path

        try:
            return user_documents_path() / "Scrutiny reviews"
        except RuntimeError:  # nobody knows where this user's home is, as in some containers
            raise UsageError(
                "There is no home folder to look for your reviews in.",
                todo=f"Give a folder with --at, or set {HOME}.",
            ) from None
    folder = Path(given).absolute()
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{quoted(given)} is a file, and reviews lie in a folder.", todo="Give the folder it lies in.")
    return folder


def settings_path(environment: Mapping[str, str], reviews: Path) -> Path:
    """Return the file of settings: `SCRUTINY_SETTINGS`, else `settings.toml` in the person's folder of settings.

    Where nobody knows of a home, it lies among the reviews.
    """
    from platformdirs import user_config_path

    if given := environment.get(SETTINGS):
        return Path(given).absolute()
    try:
        folder = user_config_path("scrutiny-tui", appauthor=False)
    except RuntimeError:
        folder = reviews
    return folder / "settings.toml"


def given_file(option: str, name: str) -> Path:
    """Return the file that an option names, which may not be there.

    Raises:
        UsageError: it is no name for a file.
    """
    path = Path(name)
    if name in {"", "-"} or holds(path.is_dir):
        raise UsageError(f"{option} needs the name of a file, and {quoted(name)} is none.")
    if name.endswith(("/", os.sep)):
        raise UsageError(f"There is no folder {path.absolute()}.", todo="Make it first, or give another.")
    return path


@frozen
class Places:
    """Where a person's reviews and checklists lie."""

    reviews: Path

    @property
    def own_checklists(self) -> Path:
        """The folder of the person's own checklists; among the reviews, so that both travel on one USB stick."""
        return self.reviews / "Checklists"

    def own_checklist(self, id_: str) -> Path:
        """Return the file for a checklist of the person's own with this id."""
        from scrutiny_tui.storage.names import no_device

        return self.own_checklists / f"{no_device(id_, 'checklist')}.yaml"

    def library(self) -> "Library":
        """Return the library of reviews."""
        from scrutiny_tui.storage.library import Library

        return Library(self.reviews, now)

    def shelf(self) -> "Shelf":
        """Return the shelf of checklists."""
        from scrutiny_tui.catalog.shelf import Shelf

        return Shelf(self.own_checklists)

    def preferences(self) -> "SettingsFile":
        """Return the person's settings, read at this moment."""
        from scrutiny_tui.storage.settings_file import SettingsFile

        return SettingsFile(settings_path(os.environ, self.reviews))

    def example(self) -> "Review":
        """Return the worked example, made at this moment."""
        from scrutiny_tui.catalog.schema import read_file
        from scrutiny_tui.catalog.shelf import packaged_folder
        from scrutiny_tui.cli.example import CHECKLIST, example

        # Not from the shelf: a person's own checklist may go under the same id and ask other questions.
        return example(read_file(packaged_folder() / f"{CHECKLIST}.yaml"), now())

    def find(self, name: str, commands: Sequence[str] = ()) -> Path:
        """Return the review that a person means: a file, or the name of a review among theirs, ending or not.

        What looks like a path is taken for one, whether there is such a file or not.
        Where the name could have been that of a command as well, `commands` holds them all.

        Raises:
            UsageError: it is a folder, or nothing has that name; the nearest name is given.
        """
        from scrutiny_tui.storage.names import SUFFIX, stem

        for candidate in self._candidates(name):
            if holds(candidate.is_file):
                return candidate
        if name and holds(Path(name).is_dir):
            raise UsageError(
                f"{quoted(name)} is a folder, not a review.", todo="To open the reviews in a folder, give it with --at."
            )
        if _is_path(name):
            return Path(name).absolute()
        known = [*commands, *(stem(path) for path in self.reviews.glob(f"*{SUFFIX}"))]
        raise _unknown(name.removesuffix(SUFFIX), known, "command or file" if commands else "review", self.reviews)

    def find_kept(self, name: str, commands: Sequence[str] = ()) -> Path:
        """Return the review that a person means, as `find` does, also where only earlier copies of it are left.

        Raises:
            UsageError: it is a folder, or nothing has that name.
        """
        gone = next(filter(_has_copies_only, self._candidates(name)), None)
        try:
            path = self.find(name, commands)
        except UsageError:
            if gone is None:
                raise
            return gone
        return path if gone is None or holds(path.is_file) else gone

    def _candidates(self, name: str) -> Iterator[Path]:
        from scrutiny_tui.storage.names import SUFFIX

        for folder in [Path()] if _is_path(name) else [Path(), self.reviews]:
            for each in (name, name + SUFFIX):
                yield (folder / each).absolute()

    def read(self, name: str) -> "tuple[Path, Review]":
        """Return the file that a person means and the review in it. The file is not changed, and nobody is kept out.

        Raises:
            UsageError: there is no such review.
            ReviewFileError: it cannot be read.
        """
        path = self.find_kept(name)
        return path, self.library().read(path)

    @contextmanager
    def writing(self, path: Path) -> "Iterator[Store]":
        """Open the review at `path` to change it, and let go of it at the end.

        Raises:
            ReviewFileError: it cannot be read.
            InUseError: somebody else has it open.
        """
        with closing(self.library().open(path)) as store:
            if store.holder:
                raise InUseError(store.path, store.holder)
            yield store


def _is_path(name: str) -> bool:
    return "/" in name or "\\" in name


def _has_copies_only(path: Path) -> bool:
    from scrutiny_tui.storage.names import SUFFIX, copies_folder

    return path.name.endswith(SUFFIX) and not holds(path.exists) and holds(copies_folder(path).is_dir)


def _unknown(name: str, known: Sequence[str], kind: str, folder: Path) -> UsageError:
    meant = nearest(name, known)
    guess = f" Did you mean {quoted(meant)}?" if meant else ""
    return UsageError(
        f"There is no {kind} {quoted(name)}.{guess}",
        f"It is neither a file here nor a review in {folder}.",
        "`scrutiny-tui list` names your reviews, and `scrutiny-tui --help` the commands.",
    )


def holds(test: Callable[[], bool]) -> bool:
    """Return what a test of a path says; one that the system refuses, such as of a name too long, is false."""
    try:
        return test()
    except OSError:
        return False
