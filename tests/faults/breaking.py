"""The command with an error in it: `python breaking.py PLACE ARGUMENTS...` raises there once a note ends with a `!`.

The text of the error, and the variables around it, hold the note.
"""

import asyncio
import sys
from collections.abc import Callable
from typing import Any

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from scrutiny_tui.cli.commands import main
from scrutiny_tui.model.review import Review
from scrutiny_tui.storage.review_file import ReviewFile
from scrutiny_tui.tui.lasting import _Keys
from scrutiny_tui.tui.screens.question import QuestionScreen
from scrutiny_tui.tui.widgets.bars import TitleBar

SIGN = "!"


class SecretError(Exception):
    """What no report may tell."""


def give_away(note: str) -> None:
    """Raise an error that has the note in its text and among its variables."""
    copy = f"The note is {note}"
    raise SecretError(copy)


class BrokenScreen(Screen[None]):
    """Fails while it is put together."""

    def __init__(self, note: str) -> None:
        super().__init__()
        self._note = note

    def compose(self) -> ComposeResult:
        give_away(self._note)
        yield Static()


async def give_away_later(note: str) -> None:
    await asyncio.sleep(0)
    give_away(note)


def break_render(screen: QuestionScreen, note: str) -> None:
    TitleBar.render = lambda _: give_away(note)  # type: ignore[assignment, method-assign, return-value]
    screen.query_one(TitleBar).refresh()


def break_closing(screen: QuestionScreen, note: str) -> None:
    QuestionScreen.on_unmount = lambda _: give_away(note)  # type: ignore[attr-defined]
    screen.app.exit()


def break_save(note: str) -> None:
    def save(store: ReviewFile, review: Review) -> None:
        del store, review
        give_away(note)

    ReviewFile.save = save  # type: ignore[assignment, method-assign]


def break_keys(note: str) -> None:
    def take(keys: _Keys, data: bytes) -> None:
        del keys, data
        give_away(note)

    _Keys.take = take  # type: ignore[assignment, method-assign]


ON_CHANGE: dict[str, Callable[[QuestionScreen, str], Any]] = {
    "watcher": lambda _, note: give_away(note),
    "worker": lambda screen, note: screen.run_worker(give_away_later(note)),
    "timer": lambda screen, note: screen.set_timer(0.01, lambda: give_away(note)),
    "later": lambda screen, note: screen.app.call_later(give_away, note),
    "callback": lambda _, note: asyncio.get_running_loop().call_soon(give_away, note),
    "screen": lambda screen, note: screen.app.push_screen(BrokenScreen(note)),
    "render": break_render,
    "closing": break_closing,
    "save": lambda _, note: break_save(note),
    "keys": lambda _, note: break_keys(note),
}


def break_at(place: str) -> None:
    """Let the error come at a place, after the review has the note."""
    watch, broken = QuestionScreen.watch_review, [ON_CHANGE[place]]

    def watch_review(screen: QuestionScreen, before: Review | None, review: Review | None) -> None:
        watch(screen, before, review)
        note = review.answer(review.question.id).note if review else ""
        if note.endswith(SIGN) and broken:
            broken.pop()(screen, note)

    QuestionScreen.watch_review = watch_review  # type: ignore[assignment, method-assign]


if __name__ == "__main__":
    break_at(sys.argv.pop(1))
    main()
