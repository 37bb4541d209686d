"""Texts and workbooks spoiled in the ways of people, programs and attackers, the same for the same seed."""

import io
import re
import warnings
import zipfile
from collections.abc import Callable, Mapping, Sequence
from random import Random

_MOST = 100_000
"""Bytes of a spoiled text: more of the same would only take time."""
_ODD = (
    b"\0", b"\xef\xbb\xbf", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\r", b"\r\n", b"\n\n", b"\t", b"  ", b"\x1b[2J",
    b"\x85",
    b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\xef\xbf\xbe", b"\xcc\x88", b'"', b"'", b"\\", b"/", b":", b": ", b",", b";",
    b"|",
    b"#", b"-", b"- ", b"?", b"!", b"&", b"*", b"%", b"@", b"`", b"[", b"]", b"{", b"}", b"<", b">", b"=", b"(", b")",
    b"~",
    b"0", b"-1", b"1e999", b"0x10", b"1_000", b".inf", b"nan", b"9" * 30, b"9" * 5000, b"null", b"true", b"No", b"<<",
    b"2027-02-30", b"9999-12-31", b"0001-01-01", b"\xd9\xa3", b"\xc2\xb2", b"\xc4\xb0", b"\xc3\x9f",
)  # fmt: skip
"""What has broken readers of texts before, or may."""
_BETWEEN = re.compile(rb"(?<=[ ,;:=\[{(>\"'\n])[^\s,;:=\[\]{}()<>\"']+")
"""What stands between marks: a name, a word or a figure."""

Way = Callable[[Random, bytes, bytes, Sequence[bytes]], bytes]


class Spoiler:
    """Spoils texts.

    Args:
        dice: says where and how.
        words: what belongs into texts of this kind, to be put in the wrong place.
    """

    def __init__(self, dice: Random, words: Sequence[bytes]) -> None:
        self.dice = dice
        self._words = (*_ODD, *words, *words)

    def spoiled(self, data: bytes, other: bytes) -> bytes:
        """Return a text that was spoiled once or several times, perhaps with parts of another."""
        for _ in range(self.dice.choice((1, 1, 2, 3, 6))):
            data = self.dice.choice(_WAYS)(self.dice, data, other, self._words)[:_MOST]
        return data


class WorkbookSpoiler(Spoiler):
    """Spoils workbooks: the parts inside, which of them there are, or how they are packed."""

    def spoiled(self, data: bytes, other: bytes) -> bytes:
        """Return a workbook that was spoiled, perhaps with parts of another."""
        roll = self.dice.random()
        if roll < _PACKED_ITSELF or not zipfile.is_zipfile(io.BytesIO(data)):
            return super().spoiled(data, other)
        parts = unpacked(data)
        for _ in range(self.dice.choice((1, 1, 2))):
            self._spoil_part(parts, unpacked(other) if zipfile.is_zipfile(io.BytesIO(other)) else parts)
        return packed(parts, [*parts] + ([self.dice.choice([*parts])] if roll > _TWICE else []))

    def _spoil_part(self, parts: dict[str, bytes], others: Mapping[str, bytes]) -> None:
        # What holds cells and texts is worth more than themes and properties.
        told = [name for name in parts if re.search("sheet|shared|workbook|styles", name)]
        name = self.dice.choice(told if told and self.dice.random() < _TOLD else [*parts])
        match self.dice.randrange(12):
            case 0 if len(parts) > 1:
                del parts[name]
            case 1:
                parts[self.dice.choice((name.upper(), f"/{name}", f"../{name}", "word/document.xml", ""))] = parts[name]
            case 2:
                parts[name] = self.dice.choice([*parts.values()])
            case _:
                parts[name] = super().spoiled(parts[name], self.dice.choice([*others.values()] or [b""]))


_PACKED_ITSELF, _TWICE, _TOLD = 0.15, 0.97, 0.85
"""How often the zip file itself is spoiled, above which roll a part is there twice, and how often one with cells is."""


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the parts of a workbook by their names; what cannot be read of it is left out."""
    parts = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for part in archive.infolist():
                parts[part.filename] = archive.read(part)
    except Exception:  # noqa: BLE001 - a spoiled zip file can raise anything
        return parts or {"": b""}
    return parts or {"": b""}


def packed(parts: Mapping[str, bytes], names: Sequence[str] = ()) -> bytes:
    """Return a zip file of these parts, those of these names; a name may be there twice."""
    data = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(data, "w") as archive:
        for name in names or parts:
            archive.writestr(zipfile.ZipInfo(name), parts[name])
    return data.getvalue()


def _flip(dice: Random, data: bytes, _: bytes, __: Sequence[bytes]) -> bytes:
    flipped = bytearray(data)
    for _flip in range(dice.randint(1, 4) if data else 0):
        flipped[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    return bytes(flipped)


def _cut(dice: Random, data: bytes, _: bytes, __: Sequence[bytes]) -> bytes:
    return data[: dice.randint(0, len(data))]


def _take_out(dice: Random, data: bytes, _: bytes, __: Sequence[bytes]) -> bytes:
    at = dice.randint(0, len(data))
    return data[:at] + data[at + dice.choice((1, 1, 2, 8, 64, 1000)) :]


def _put_in(dice: Random, data: bytes, _: bytes, words: Sequence[bytes]) -> bytes:
    at = dice.randint(0, len(data))
    return data[:at] + dice.choice(words) * dice.choice((1, 1, 1, 1, 2, 20, 2000)) + data[at:]


def _replace(dice: Random, data: bytes, _: bytes, words: Sequence[bytes]) -> bytes:
    """Put a word, or another one of the same text, in the place of one."""
    found = list(_BETWEEN.finditer(data))
    if not found:
        return dice.choice(words)
    here = dice.choice(found)
    new = dice.choice(words) if dice.randrange(3) else dice.choice(found).group()
    return data[: here.start()] + new + data[here.end() :]


def _lines(dice: Random, data: bytes, other: bytes, words: Sequence[bytes]) -> bytes:
    """Take a line out, put it elsewhere, move it in or out, or put in one of another text."""
    lines = data.splitlines(keepends=True) or [b""]
    at, to = dice.randrange(len(lines)), dice.randint(0, len(lines))
    line = lines[at]
    match dice.randrange(6):
        case 0:
            del lines[at]
        case 1:
            lines[to:to] = [line] * dice.choice((1, 1, 2, 200))
        case 2:
            lines[at] = b" " * dice.randint(1, 4) + line
        case 3:
            lines[at] = line[dice.randint(1, 4) :]
        case 4:
            lines[to:to] = [dice.choice(words) + b"\n"]
        case _:
            lines[to:to] = _some(dice, other.splitlines(keepends=True))
    return b"".join(lines)


def _some(dice: Random, lines: Sequence[bytes]) -> Sequence[bytes]:
    at = dice.randint(0, len(lines))
    return lines[at : at + dice.choice((1, 1, 3, 20))]


def _cells(dice: Random, data: bytes, _: bytes, __: Sequence[bytes]) -> bytes:
    """Let the things between commas, or whatever else parts them, change places, or take one out."""
    mark = dice.choice((b",", b";", b"\t", b"><", b": ", b'"', b" = ", b"\n"))
    cells = data.split(mark)
    one, other = dice.randrange(len(cells)), dice.randrange(len(cells))
    if dice.randrange(3):
        cells[one], cells[other] = cells[other], cells[one]
    else:
        cells[one : other + 1] = []
    return mark.join(cells)


def _splice(dice: Random, data: bytes, other: bytes, _: Sequence[bytes]) -> bytes:
    return data[: dice.randint(0, len(data))] + other[dice.randint(0, len(other)) :]


def _repeat(dice: Random, data: bytes, _: bytes, __: Sequence[bytes]) -> bytes:
    at = dice.randint(0, len(data))
    size = dice.choice((1, 2, 10, 100))
    return data[:at] + data[at : at + size] * dice.choice((2, 20, 500)) + data[at:]


_WAYS: tuple[Way, ...] = (_flip, _cut, _take_out, _put_in, _put_in, _replace, _replace, _replace, _lines, _lines,
    _cells, _splice, _repeat)  # fmt: skip
