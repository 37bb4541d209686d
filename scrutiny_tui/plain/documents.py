"""Writing a document, or a copy to share: what it is first, then the full path, and nothing is ever overwritten."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from scrutiny_tui.export import FORMATS, Format
from scrutiny_tui.export.wanted import (
    COPY,
    COPY_GO_ON,
    COPY_IS_HERE,
    COPY_USE,
    COPY_WORDS,
    Wanted,
    copy_lines,
    copy_path,
    make,
    name_of,
    put,
    written_where,
)
from scrutiny_tui.export.wish import Form
from scrutiny_tui.plain.keeper import attempt
from scrutiny_tui.plain.place import Command, Place
from scrutiny_tui.plain.sitting import Sitting
from scrutiny_tui.plain.talk import number_in

_LEAVE = "-"


def export(sitting: Sitting) -> None:
    """Ask for the kind of document and where to, write it, and say where it is."""
    ExportPlace(sitting).stay()


class ExportPlace(Place):
    """The kinds of documents. A number makes one; letters change what will be in it."""

    prompt = "Kind:"

    def __init__(self, sitting: Sitting) -> None:
        """Take the review that is open."""
        super().__init__(sitting.talk)
        self._sitting = sitting
        self._wanted = Wanted(FORMATS[0])

    def commands(self) -> Sequence[Command]:
        """Return what can be changed about the document."""
        return (
            Command("r", "room", "all of it, or only the questions to take into the room", self._change_form),
            Command("large", "", "large print, or not: web page and Word", self._change_size),
            Command("n", "names", "with the names of people, or without", self._change_names),
            Command("l", "list", "say the kinds once more", lambda _: self.arrive()),
            Command("q", "back", "go back", self.leave),
        )

    @property
    def range(self) -> str:
        """Which kinds there are."""
        return f"Type a number from 1 to {len(FORMATS) + 1}, or ? for what can be changed."

    def arrive(self) -> None:
        """Say what will be in it, and the kinds."""
        self.talk.say(f"Export. {self._wanted.words}")
        kinds = [f"{name_of(kind)}: {self._wanted.use_of(kind)}" for kind in FORMATS]
        self.talk.number([*kinds, f"{COPY}: {COPY_USE}"])

    def other(self, line: str) -> bool:
        """Make the document with this number."""
        number = number_in(line)
        if not 1 <= number <= len(FORMATS) + 1:
            return False
        if number > len(FORMATS):
            done = attempt(self.talk, self._share)
        else:
            done = attempt(self.talk, lambda: self._write(FORMATS[number - 1]))
        if done:
            self.leave()
        return True

    # What will be in it

    def _change_form(self, rest: str) -> None:
        del rest
        wish = self._wanted.wish
        self._take(replace(self._wanted, wish=replace(wish, form=Form.RECORD if wish.is_room else Form.ROOM)))

    def _change_size(self, rest: str) -> None:
        del rest
        wish = self._wanted.wish
        self._take(replace(self._wanted, wish=replace(wish, large=not wish.large)))

    def _change_names(self, rest: str) -> None:
        del rest
        self._take(replace(self._wanted, names=not self._wanted.names))

    def _take(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self.talk.say(wanted.words)

    # Writing it

    @property
    def _folder(self) -> Path:
        sitting = self._sitting
        return sitting.around.library.folder if sitting.scratch else sitting.keeper.store.path.parent

    def _write(self, kind: Format) -> None:
        review = self._sitting.desk.review
        made = make(review, kind, self._wanted)
        path = self._agreed(made.words, made.proposed(self._folder))
        if path is None:
            return
        written = put(path, made.documents, self._folder)
        self.talk.say(written_where(written), *map(str, written), *made.still_named(review))

    def _share(self) -> None:
        from scrutiny_tui.model.sharing import share  # noqa: PLC0415 - most sittings share nothing

        review = self._sitting.desk.review
        sharing = share(review, names=self._wanted.names)
        self.talk.say(f"{COPY}.", *copy_lines(sharing))
        if not self.talk.agrees(f"{COPY_GO_ON}?"):
            return
        path = self._agreed(COPY_WORDS, copy_path(review, self._folder))
        if path is None:
            return
        store = self._sitting.around.library.create(sharing.copy, path)
        store.close()
        self.talk.say(COPY_IS_HERE, str(store.path))

    def _agreed(self, words: str, proposed: Path) -> Path | None:
        """Return the path that the person agrees to; None where nothing is to be written."""
        self.talk.say(words, str(proposed))
        typed = self.talk.ask(f"Enter agrees, {_LEAVE} writes nothing, or type another full path:")
        if typed == _LEAVE:
            self.talk.say("Nothing was written.")
            return None
        # os.path leaves as it is what Path refuses: a home of nobody's.
        return Path(os.path.expanduser(typed)).absolute() if typed else proposed  # noqa: PTH111
