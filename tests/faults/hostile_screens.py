"""Text that tries to act on the terminal, before a person who looks at every screen of the app in a real one."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock

from scrutiny_tui.storage.codec import encode
from scrutiny_tui.storage.names import beside
from scrutiny_tui.storage.tables import dump
from tests.catalog.checklist_text import WHOLE
from tests.examples import CREATED, full_review
from tests.faults.hostile_inputs import ALL, IN_NAMES, TRICKS, filled
from tests.faults.hostile_text import obeyed
from tests.faults.tally import Fault, Tally
from tests.terminal.terminal import Terminal

DRAWN = re.compile(
    rb"\x1b\[[0-9;]*[Hm]|\x1b\[\?[0-9]+[hl]|\x1b\[\?[0-9]+\$p|\x1b\[[<>=][0-9;]*u|\x1b\]22;[a-z]+\x07|\r"
)
"""What the app itself says to a terminal: places and colours, modes and questions about them, and the pointer."""
QUIET = 0.12
"""Seconds without a word after which a screen is drawn."""
_BEGINS, _ENDS = "\x1b[200~", "\x1b[201~"
"""What a terminal puts around a text that is pasted."""


def acted(output: bytes) -> str:
    """Return the place in which the app let a text act; empty where it drew all of them."""
    for name, trick in TRICKS.items():
        if name not in {"others", "direction"} and trick.encode() in output:
            return f"{name} as it came"
    return obeyed(DRAWN.sub(b"", output))


def walk(terminal: Terminal, *keys: str) -> None:
    """Press one key after the other, each when the screen has been drawn."""
    for key in keys:
        terminal.press(key)
        settle(terminal)


def settle(terminal: Terminal) -> None:
    """Wait until nothing more is drawn."""
    terminal.wait_until(lambda: bool(terminal.output), "the first word")
    before = -1
    while before != len(terminal.output) and terminal.runs:
        before = len(terminal.output)
        for _ in terminal.watch(QUIET):
            pass


def _walks(folder: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield the ways through the app: in words, what it is started with, and which keys are pressed."""
    review, held, odd = "r.scrutiny.json", "held.scrutiny.json", f"{IN_NAMES}.scrutiny.json"
    down = ["down"] * 4
    yield "the library", [], [*down, "enter", "enter", "escape", "escape", "o", "c", "escape", "/", *"zq", "escape"]
    yield "a new review", [], ["n", *["down"] * 12, "enter", "escape", "escape"]
    yield "a broken file", [str(folder / f"broken {odd}")], ["enter"]
    yield "the questions", [str(folder / review)], ["right"] * 5 + ["w", "escape", "g", "down", "enter", "]", "]", "]"]
    yield "the summary", [str(folder / review)], ["s", *["right", "down", "enter", "escape"] * 6, "tab", *down, "c"]
    yield "the details", [str(folder / review)], ["m", *down * 6, "escape"]
    yield "recommendations", [str(folder / review)], ["r", *down, "enter", "escape", "escape"]
    yield "documents", [str(folder / odd)], ["x", "enter", "enter", "enter", "f9", "escape"]
    yield (
        "the session",
        [str(folder / review)],
        ["f", "a", "escape", "l", "escape", "p", "escape", "m", "escape", "h", "]"],
    )
    yield "a second window", [str(folder / held)], ["3", "e"]
    paste = _BEGINS + ALL.replace("\x1b", "") + _ENDS  # terminals take that one out of what is pasted
    yield "a paste", [str(folder / review)], ["e", paste, "escape", "a", "end", "enter", paste, "escape"]


def _prepare(folder: Path) -> None:
    folder.mkdir()
    odd = os.fsencode(f"{IN_NAMES}.scrutiny.json")
    for name in (b"r.scrutiny.json", b"held.scrutiny.json", odd):
        (folder / os.fsdecode(name)).write_bytes(filled(f"r-{len(name)}"))
    (folder / f"broken {IN_NAMES}.scrutiny.json").write_bytes(b'{"head')
    (folder / os.fsdecode(b"broken \x9b31m\xff.scrutiny.json")).write_bytes(b"")
    (folder / "Checklists").mkdir()
    for number, text in enumerate((WHOLE.replace("School places", repr_yaml(ALL)), f"title: {repr_yaml(ALL)}", ALL)):
        (folder / "Checklists" / f"{number}{IN_NAMES}.yaml").write_text(text)
    (folder / "plain.scrutiny.json").write_bytes(dump(encode(full_review(), CREATED)))


def repr_yaml(text: str) -> str:
    """Return a text as YAML and JSON both write it with nothing but letters."""
    return '"' + "".join(f"\\u{ord(each):04x}" for each in text) + '"'


def _harm(terminal: Terminal) -> str:
    if acted(bytes(terminal.output)):
        return "obeyed"
    if b"zq13" not in terminal.output:
        return "unseen"
    told = terminal.runs or "was not opened" in terminal.text
    return "" if told and "Traceback" not in terminal.text else "ended"


def _try(times: int, folder: Path) -> Tally:
    tally = Tally()
    reviews = folder / f"Reviews {IN_NAMES}"
    _prepare(reviews)
    held, settings = reviews / "held.scrutiny.json", folder / "settings.toml"
    settings.write_text("welcomed = true\n")
    with FileLock(beside(held, "lock")):
        beside(held, "holder").write_bytes(ALL.encode())
        for name, words, keys in list(_walks(reviews))[: times or None]:
            known = {"SCRUTINY_SETTINGS": str(settings)}
            arguments = ("--at", str(reviews), *words)
            with Terminal(*arguments, home=folder, columns=100, lines=40, environment=known) as terminal:
                settle(terminal)
                walk(terminal, *keys)
                tally.count(_harm(terminal), f"{name}: {acted(bytes(terminal.output)) or terminal.text}")
    return tally


FAULTS = (Fault("Control characters on every screen", _try, brief=0, usual=11, long=11),)
