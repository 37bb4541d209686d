"""Which modes of a terminal a program has left on, read from all that it wrote."""

import re

_SWITCH = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_KEYBOARD = re.compile(rb"\x1b\[([><])[0-9]*u")
_POINTER = re.compile(rb"\x1b\]22;([a-z-]*)\x07")
_ON_AT_FIRST = {7: "lines that do not wrap", 25: "no cursor"}
_OFF_AT_FIRST = {
    1000: "mouse", 1002: "mouse", 1003: "mouse", 1004: "focus", 1006: "mouse", 1015: "mouse", 1016: "mouse",
    1049: "the other screen", 2004: "pastes in brackets", 2026: "a frame", 2048: "sizes among the keys",
}  # fmt: skip


def left_on(output: bytes) -> list[str]:
    """Return in words what is not as a shell wants it after this output."""
    modes: dict[int, bool] = {}
    for numbers, switch in _SWITCH.findall(output):
        modes |= {int(number): switch == b"h" for number in numbers.split(b";")}
    keyboards: list[bytes] = _KEYBOARD.findall(output)
    left = [words for mode, words in _ON_AT_FIRST.items() if not modes.get(mode, True)]
    left += [words for mode, words in _OFF_AT_FIRST.items() if modes.get(mode, False)]
    left += ["another pointer"] * (_POINTER.findall(output)[-1:] not in ([], [b""], [b"default"]))
    return left + ["keys in the new way"] * (keyboards.count(b">") > keyboards.count(b"<"))
