"""The window is dragged to any size: the program lives, what is typed goes where it went, and one line says so."""

import random
from functools import partial
from pathlib import Path

from tests.faults.note_typist import afresh, typing
from tests.faults.tally import Fault
from tests.terminal.keyboard import leave_box, note_on_screen, squeeze
from tests.terminal.terminal import Terminal

_USUAL = (120, 36)
_LEAST = (60, 16)
_NARROWEST = 16
"""Columns from which on the words have room that say so."""
_SIZES = (
    (1, 1), (2, 1), (1, 40), (5, 1), (20, 5), (40, 10), (59, 16), (60, 15), (60, 16), (60, 15), (80, 24), (79, 2),
    (300, 100), (2000, 10), (10, 200),
)  # fmt: skip


def _while_typing(folder: Path, chance: random.Random, number: int) -> str:
    del number
    with typing(folder, chance) as typist:
        terminal = typist.terminal
        for letter in " and for every word of it the window had another size, as a window has that is dragged":
            terminal.press(letter)
            typist.typed += letter
            terminal.resize(chance.randint(20, 300), chance.randint(5, 100))
            for _ in terminal.watch(0.01):
                pass
        terminal.resize(*_USUAL)
        wanted = squeeze(typist.typed)
        terminal.wait_until(lambda: note_on_screen(terminal) == wanted, "the whole note on the screen")
        terminal.press("ctrl+q")
        return typist.ended(0)


_NOTE, _QUESTION = ("", "note"), ("", "question")
_SCREENS = (
    _NOTE, _QUESTION, ("s", "What this review says"), ("f", "Who takes part"), ("q", "Answered"), ("m", "Committee"),
    ("i", "The guide to"),
)  # fmt: skip
"""The note, the question beneath it, and what keys open from there: each key, and words of what it opens."""


def _go_to(terminal: Terminal, screen: tuple[str, str]) -> None:
    if screen is _NOTE:
        return
    leave_box(terminal, "Escape leaves")
    key, words = screen
    if key:
        terminal.press(key)
        terminal.wait_for(words)


def _any_size(folder: Path, chance: random.Random, number: int) -> str:
    with typing(folder, chance) as typist:
        terminal = typist.terminal
        _go_to(terminal, _SCREENS[number % len(_SCREENS)])
        for _ in terminal.watch(0.3):  # what is drawn later than its heading
            pass
        there = _body(terminal)
        sizes = [*_SIZES, *((chance.randint(1, 200), chance.randint(1, 60)) for _ in range(6))]
        for columns, lines in sizes if number < len(_SCREENS) else chance.sample(sizes, len(sizes)):
            terminal.resize(columns, lines)
            if columns >= _NARROWEST:
                small = columns < _LEAST[0] or lines < _LEAST[1]
                terminal.wait_until(partial(_is_said, terminal, small=small), f"{columns} by {lines} to be said")
            for _ in terminal.watch(0.05):
                pass
            if not terminal.runs:
                return "ended"
        terminal.resize(*_USUAL)
        terminal.wait_until(lambda: _body(terminal) == there, f"the screen as it was:\n{there}\n")
        terminal.press("ctrl+q")
        return typist.ended(0)


def _is_said(terminal: Terminal, *, small: bool) -> bool:
    """Tell whether the last line says that the terminal is too small if it is, and only then."""
    return ("Needs 60 by 16" in terminal.lines[-1]) == small


def _body(terminal: Terminal) -> str:
    """Return the screen without the line that says when it was saved last."""
    return "\n".join(terminal.lines[1:])


FAULTS = (
    Fault("Resized while typing, 20x5 to 300x100", afresh(_while_typing), brief=0, usual=1, long=10),
    Fault("Any size from 1x1 to 2000x10", afresh(_any_size), brief=0, usual=len(_SCREENS), long=3 * len(_SCREENS)),
)
