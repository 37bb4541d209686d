"""Putting every change on the disk before the next line is read."""

import os
from collections.abc import Callable
from pathlib import Path

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.desk.ports import Store
from scrutiny_tui.errors import ChangedElsewhereError, ScrutinyError
from scrutiny_tui.plain.talk import Talk

_TROUBLE = {
    "again": "Try again",
    "elsewhere": "Save in another place",
    "on": "Go on; it is tried again at every change",
}


class Keeper:
    """The file of the review on the Desk while it is open.

    Args:
        talk: the conversation.
        desk: what is kept.
        store: the file, open.
        scratch: see the attribute.
    """

    def __init__(self, talk: Talk, desk: Desk, store: Store, *, scratch: bool = False) -> None:
        self._talk, self._desk = talk, desk
        self.store = store
        self.scratch = scratch
        """Whether the file goes at the end unless the person keeps the review elsewhere."""
        self.told = desk.review
        """The review of which everything is said that was changed."""

    def save(self) -> bool:
        """Put the review on the disk and return whether it is there; where it cannot be, ask what to do."""
        while self._desk.unsaved:
            trouble = self._try()
            if trouble is None:
                return True
            tell_error(self._talk, trouble)
            choice = (
                self._talk.choose("What you typed last is not saved yet.", _TROUBLE) if self._talk.interactive else ""
            )
            if choice == "elsewhere":
                self.save_elsewhere()
            elif choice != "again":
                return False
        return True

    def save_elsewhere(self) -> None:
        """Ask for another place, write the review there and go on in that file."""
        path = ask_path(
            self._talk, f"The review is written to another file, and you go on there. It is now {self.store.path}."
        )
        if path and attempt(self._talk, lambda: self.use(self.store.elsewhere(self._desk.review, path))):
            self._talk.say(f"The review is now in {self.store.path}.")

    def use(self, store: Store) -> None:
        """Go on in another file, which holds the review already, and let go of the one before."""
        old, self.store = self.store, store
        self.scratch = False
        self._desk.mark_moved(store.review, locked=store.holder)
        old.close()

    def close(self) -> None:
        """Let go of the file. What is not in it yet, however the conversation ended, is put there first, or told."""
        try:
            if self._desk.unsaved and self._try():
                self._talk.wrong("What was typed last is not saved.")
        finally:
            self.store.close()

    def _try(self) -> ScrutinyError | None:
        review = self._desk.review
        try:
            self.store.save(review)
        except ChangedElsewhereError as error:
            # Theirs stays, and ours is on the disk as well.
            try:
                self.use(self.store.apart(review))
            except ScrutinyError as trouble:
                return trouble
            self._talk.say(error.kept_apart(self.store.path))
        except ScrutinyError as trouble:
            return trouble
        else:
            self._desk.mark_saved(review)
        return None


def attempt(talk: Talk, do: Callable[[], None]) -> bool:
    """Do something that can fail and return whether it was done; where not, say why and what to do."""
    try:
        do()
    except ScrutinyError as error:
        talk.mistakes += 1
        tell_error(talk, error)
        return False
    return True


def tell_error(talk: Talk, error: ScrutinyError) -> None:
    """Say what happened, why, and what to do."""
    talk.say(*filter(None, (error.what, error.why, error.todo)))


def ask_path(talk: Talk, words: str) -> Path | None:
    """Ask where to write; None where the person typed nothing."""
    talk.say(words)
    typed = talk.ask("Full path, or Enter for none:")
    # os.path leaves as it is what Path refuses: a home of nobody's.
    return Path(os.path.expanduser(typed)).absolute() if typed else None  # noqa: PTH111
