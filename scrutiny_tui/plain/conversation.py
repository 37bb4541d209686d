"""The conversation from its beginning to its end."""

from pathlib import Path

from scrutiny_tui.plain.library import LibraryPlace, work
from scrutiny_tui.plain.offering import opened
from scrutiny_tui.plain.sitting import Around
from scrutiny_tui.plain.talk import EndedError


def converse(around: Around, path: Path | None = None, *, demo: bool = False) -> None:
    """Talk until the person leaves or nothing more is typed: at one review, the worked example, or the library.

    Raises:
        ReviewFileError: the review in `path` cannot be read, and no copy can take its place.
    """
    try:
        if demo:
            work(around, around.example(), scratch=True)
        elif path is None:
            LibraryPlace(around).stay()
        elif store := opened(around, path):
            work(around, store)
    except EndedError as ended:
        around.talk.say(str(ended))
    except KeyboardInterrupt:
        around.talk.say("", "Stopped. Everything that was called saved is in the file.")
        raise
