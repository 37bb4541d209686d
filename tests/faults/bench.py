"""A place to try damaged files: a folder of reviews with a good one, and the commands that open them."""

import io
import json
import sys
from contextlib import closing, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from scrutiny_tui.cli.commands import scrutiny
from scrutiny_tui.cli.exits import Exit
from scrutiny_tui.cli.front import run
from scrutiny_tui.cli.places import Places
from scrutiny_tui.errors import ReviewFileError, ScrutinyError
from scrutiny_tui.model.review import Review
from scrutiny_tui.storage.codec import decode
from scrutiny_tui.storage.names import SUFFIX
from scrutiny_tui.storage.review_file import ReviewFile
from scrutiny_tui.storage.tables import parse
from tests.cli.running import Ended, keep
from tests.examples import full_review
from tests.faults.scene import Mark, mark

NAME = "tried"
_FILE = Path(NAME + SUFFIX)
_LONGEST_WORDS = 2_000
_BUG = "Something went wrong that should not have"
"""What the command says in the place of a traceback."""


def untold(error: ScrutinyError) -> str:
    """Return the harm where an error does not say in a few plain words what is wrong."""
    said = str(error)
    return "" if error.why and len(said) < _LONGEST_WORDS and said.replace("\n", " ").isprintable() else "untold"


def read_in_memory(data: bytes, whole: Review) -> str:
    """Read a part of the file of `whole`: it must be refused, unless nothing is missing."""
    try:
        review, _ = decode(_FILE, parse(_FILE, data))
    except ReviewFileError as error:
        return untold(error)
    return "" if review == whole else "half read"


class Bench:
    """A folder of reviews with a good one, and beside it a file that is put there anew for each try.

    Args:
        folder: an empty folder.
    """

    def __init__(self, folder: Path) -> None:
        self.places = Places(folder / "Reviews")
        self.good = keep(self.places.reviews, full_review())
        self.path = self.places.reviews / _FILE
        self._library = self.places.library()

    def read(self, data: bytes) -> str:
        """Try a file: it is refused in words, or can be read, saved and read again. Reading and listing leave it alone.

        Returns:
            The harm, such as `rewritten`; empty where there is none.
        """
        self.put(data)
        before = mark(self.path)
        file = None
        try:
            file = self._library.open(self.path)
        except ReviewFileError as error:
            harm = untold(error)
        else:
            file.save(file.review)  # as leaving does where nothing was changed
            harm = ""
        harm = harm or self._listed() or ("" if mark(self.path) == before else "rewritten")
        if file:
            with closing(file):
                return harm or self._saved(file)
        return harm

    def refused(self, data: bytes, kind: type[ReviewFileError] = ReviewFileError) -> str:
        """Try a file that must be refused by this kind of error."""
        try:
            self.put(data)
            self._library.open(self.path).close()
        except kind:
            return self.read(data)
        return "read"

    def same(self, data: bytes, review: Review) -> str:
        """Try a file that says what `review` says, in whatever way it is written."""
        self.put(data)
        return self.read(data) if self._library.read(self.path) == review else "misread"

    def commands(self, *arguments: str) -> Ended:
        """Run a command in this process, in this folder of reviews, with nothing on its standard input."""
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err), patch.object(sys, "stdin", io.StringIO()):
            code = run(scrutiny, [*arguments, "--at", str(self.places.reviews)])
        return Ended(code, out.getvalue(), err.getvalue())

    def refused_by(self, *arguments: str) -> str:
        """Run a command that must end in words, and leave everything as it was."""
        before = self._everything()
        ended = self.commands(*arguments)
        if not self.is_refusal(ended):
            return "traceback" if _BUG in ended.err else "not refused"
        return "" if self._everything() == before else "rewritten"

    def is_refusal(self, ended: Ended) -> bool:
        """Tell whether a command said in words that it cannot do what was asked for."""
        return ended.code in (Exit.FAILED, Exit.USAGE) and bool(ended.err.strip()) and _BUG not in ended.err

    def list_as_json(self, data: bytes) -> str:
        """List both reviews as JSON, with a file that says this."""
        self.put(data)
        ended = self.commands("list", "--json")
        if ended.code or _BUG in ended.err:
            return "not listed"
        return "" if len(json.loads(ended.out)["reviews"]) == len([self.good, self.path]) else "not listed"

    def put(self, data: bytes) -> None:
        """Put the file there."""
        self.path.write_bytes(data)

    def _saved(self, file: ReviewFile) -> str:
        wanted = file.review.titled(f"{file.review.title[:40]} again")
        file.save(wanted)
        return "" if self._library.read(self.path) == wanted else "misread"

    def _listed(self) -> str:
        rows = {row.path: row for row in self._library.listings()}
        good, bad = rows.get(self.good), rows.get(self.path)
        return "" if good and not good.problem and bad and (bad.saved or bad.problem) else "not listed"

    def _everything(self) -> dict[Path, Mark]:
        files = [path for path in self.places.reviews.parent.rglob("*") if path.is_file()]
        return {path: mark(path) for path in files}
