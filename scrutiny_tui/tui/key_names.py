"""How a key is written by people and by Textual: names for the keyboard, and names from a file of settings."""

from textual.binding import Binding
from textual.keys import REPLACED_KEYS, _character_to_key, key_to_character

from scrutiny_tui.model.text import nearest, one_line

_NAMES = {
    "escape": "Esc", "enter": "Enter", "tab": "Tab", "space": "Space", "insert": "Insert",
    "backspace": "Backspace", "delete": "Delete", "pageup": "Page Up", "pagedown": "Page Down",
    "home": "Home", "end": "End", "up": "Up", "down": "Down", "left": "Left", "right": "Right",
}  # fmt: skip
_WRITTEN = {name.replace(" ", "").lower(): key for key, name in _NAMES.items()} | {"escape": "escape"}
_WRITTEN |= {f"f{number}": f"f{number}" for number in range(1, 13)}
_MOVES = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown")
_WRITTEN |= {f"{held}+{move}": f"{held}+{move}" for held in ("shift", "ctrl") for move in _MOVES} | {
    "shift+tab": "shift+tab"
}
# Terminals send Tab, Enter, Backspace and a new line for i, m, h and j, and c interrupts.
_WRITTEN |= {f"ctrl+{letter}": f"ctrl+{letter}" for letter in "abdefgklnopqrstuvwxyz"}
_WRITTEN |= {"comma": "comma"}


def key_name(binding: Binding) -> str:
    """Return what is written on the key, such as `Esc`, `Ctrl+S` or `F9`; a letter stays as it is typed."""
    return binding.key_display or name_of(binding.key)


def name_of(key: str) -> str:
    """Return how a key in Textual's words is written on a keyboard, such as `/` for `slash`."""
    *held, last = key.split("+")
    if not held and last not in _NAMES and (letter := _letter(last)):
        return letter
    name = _NAMES.get(last) or (last.upper() if held or (last[:1] == "f" and last[1:].isdecimal()) else last)
    return "+".join([*(each.capitalize() for each in held), name])


def keys_of(written: str) -> list[str]:
    """Return the keys that a person wrote, with commas between them, in Textual's words.

    Raises:
        ValueError: there is no such key; the message is a sentence for people.
    """
    return [_key_of(each.strip()) for each in written.split(",")]


def types(key: str) -> bool:
    """Tell whether a key writes something where text is typed."""
    return key == "space" or (key not in _NAMES and _letter(key) is not None)


def _letter(key: str) -> str | None:
    """Return what a key writes; some have a shorter name at Textual than the one it finds their letter by."""
    return key_to_character(REPLACED_KEYS.get(key, key))


def _key_of(written: str) -> str:
    if len(written) == 1 and written.isprintable() and not written.isspace():
        return _character_to_key(written)
    plain = one_line(written).replace(" ", "").lower()
    if key := _WRITTEN.get(plain):
        return key
    meant = nearest(plain, _WRITTEN)
    guess = f" Did you mean {name_of(_WRITTEN[meant])}?" if meant else ""
    raise ValueError(f"{written!r} is no key that a terminal tells apart.{guess} Write it like E, ?, ctrl+e or f5.")
