"""What a person does at the keyboard, and sees of it."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from scrutiny_tui.cli.places import Places, now
from scrutiny_tui.model.review import Review
from tests.terminal.terminal import Terminal

PACE = 0.08
"""Seconds between two letters of a quick typist."""
NOTE = "Note for the record"


def blank_review(folder: Path, title: str = "Summer improvement plan") -> Path:
    """Put a review of the nine key questions without any answer into a folder, and return its file."""
    places = Places(folder)
    store = places.library().create(Review("r1", title, places.shelf().get("key-questions"), now()))
    store.close()
    return store.path


def saved(path: Path) -> Review:
    """Return the review as it is on the disk."""
    return Places(path.parent).read(str(path))[1]


def fill(terminal: Terminal, fields: Mapping[str, str]) -> None:
    """Fill in fields by their labels, from the first one of a box, with Enter between; no text leaves one as it is."""
    for at, (label, text) in enumerate(fields.items()):
        if at:
            terminal.press("enter")
            terminal.wait_for_field(label)
        if text:
            terminal.type(text)


def leave_box(terminal: Terminal, heading: str) -> None:
    """Leave the box with this heading."""
    terminal.press("escape")
    terminal.wait_until_gone(heading)


def interrupt(terminal: Terminal) -> int:
    """Press Ctrl+C at a question until the program ends, as a person does, and return its exit code.

    One that comes after the question is shown and before the program waits for the answer is only seen with the next.
    """
    for _ in range(20):
        terminal.press("ctrl+c")
        for _ in terminal.watch(0.3):
            if not terminal.runs:
                return terminal.wait_for_end()
    return terminal.wait_for_end()


def write_note(terminal: Terminal, text: str, key: str = "e", heading: str = NOTE) -> None:
    """Write a note and leave it."""
    open_note(terminal, key, heading)
    terminal.type(text)
    leave_box(terminal, "Escape leaves")
    terminal.wait_for("1-4 Rate")


def open_note(terminal: Terminal, key: str = "e", heading: str = NOTE) -> None:
    """Open the note for the record, or the one with another key and heading."""
    terminal.press(key)
    terminal.wait_for(heading, "Escape leaves")


def wait_for_note(terminal: Terminal, text: str) -> None:
    """Wait until the note's editor shows this text, wherever its lines break."""
    terminal.wait_until(lambda: note_on_screen(terminal) == squeeze(text), f"the note {text!r}")


def note_on_screen(terminal: Terminal) -> str:
    """Return the text in the note's editor, without blanks: where a line breaks, the screen does not show them."""
    lines = terminal.lines
    top = next((at for at, line in enumerate(lines) if f" {NOTE} " in line), len(lines))
    bottom = next((at for at, line in enumerate(lines) if " Escape leaves " in line), 0)
    return squeeze(" ".join(line[lines[top].index(NOTE) - len("| ") : -1] for line in lines[top + 1 : bottom]))


def squeeze(text: str) -> str:
    """Return a text without blanks."""
    return "".join(text.split())


@dataclass
class Typing:
    """A note that is being typed, and when each letter of it was seen on the screen."""

    text: str
    seen: list[float] = field(default_factory=list)

    def go_on(self, terminal: Terminal, seconds: float) -> None:
        """Type letter by letter at the pace of a person, for so long."""
        end = time.monotonic() + seconds
        for letter in self.text:
            terminal.press(letter)
            for _ in terminal.watch(min(PACE, end - time.monotonic())):
                self._look(terminal)
            if time.monotonic() >= end:
                return

    def seconds_lost(self, kept: str, until: float) -> float:
        """Return how long before `until` the first letter was seen that `kept` has not; 0 where all are in it."""
        assert self.text.startswith(kept)
        missing = self.seen[len(squeeze(kept)) :]
        return until - missing[0] if missing else 0.0

    def _look(self, terminal: Terminal) -> None:
        shown = note_on_screen(terminal)
        if squeeze(self.text).startswith(shown):
            self.seen += [time.monotonic()] * (len(shown) - len(self.seen))


def export_markdown(terminal: Terminal) -> None:
    """Write the record as Markdown where the screen proposes it."""
    terminal.press("x")
    terminal.wait_for("The whole record", "> Markdown")
    terminal.press("enter")
    terminal.wait_for("Markdown, without private notes,")
    terminal.press("enter")
    terminal.wait_for("The document is here:", "> Carry on")
