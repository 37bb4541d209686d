"""Signs that every font and every encoding has, in the place of all others: for who asks for it, and where need be.

A review is not changed by it.
"""

# ruff: noqa: RUF001 - signs that are taken for others are what this is about

from functools import cache
from unicodedata import category, normalize

_DRAWN = {
    # Lines and corners of boxes; a heavy frame is where the keys go.
    "-": "─╌┄╶╴‐‑‒–—―−",
    "=": "━═╍▔▁▀▄",
    "|": "│║┃▏▎╏▕▐",
    "+": "╭╮╰╯┌┐└┘├┤┬┴┼┏┓┗┛╔╗╚╝",
    # The left edge of the field that letters go to, as `>` stands before the row that keys go to.
    ">": "▌▊›»→▶▸",
    "<": "‹«←◀◂",
    "#": "█▉▇▆▅▃▂▓▒£",
    ".": "░·",
    "*": "•●★∙◦▪■",
    "~": "…≈",
    "^": "↑▲",
    "v": "↓▼",
    "x": "×✗✘",
    "/": "÷⁄",
    "'": "‘’‚‛′",
    '"': "“”„″",
    # Letters that are no other letter with an accent.
    "s": "ß", "o": "ø°", "O": "Ø", "a": "æ", "A": "Æ", "d": "đð", "D": "Đ", "l": "ł", "L": "Ł", "i": "ı",
    "E": "€Œ", "e": "œ", "t": "þ", "T": "Þ",
}  # fmt: skip
_SIGNS = {sign: drawn for drawn, signs in _DRAWN.items() for sign in signs}


def text_in_ascii(text: str) -> str:
    """Return a text in ASCII, sign by sign; a mark on a letter goes."""
    if text.isascii():
        return text
    return "".join(nearest_in_ascii(sign) for sign in normalize("NFC", text) if category(sign)[0] != "M")


@cache
def nearest_in_ascii(sign: str) -> str:
    """Return the nearest of ASCII to a sign, with the marks that belong to it; a question mark where none is near."""
    if sign[0] in _SIGNS:
        return _SIGNS[sign[0]]
    parts = normalize("NFKD", sign)
    # A fraction is not what its first figure says.
    nearest = parts[0].isascii() and all(category(part)[0] in "LM" for part in parts[1:])
    return parts[0] if nearest else "?"
