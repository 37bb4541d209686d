"""From a file or a stream to text: not too much of it, UTF-8, and nothing hidden in it."""

from pathlib import Path
from typing import BinaryIO

from scrutiny_tui.catalog.problems import START, Log, Place, hidden
from scrutiny_tui.model.text import clean, unsafe

MOST_BYTES = 1_000_000
"""The largest checklist that is read; the packaged ones are a tenth of it."""
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def text_of_file(path: Path, log: Log) -> str:
    """Return the text of a file.

    Raises:
        StopReadingError: it cannot be read; the log says why.
    """
    try:
        with path.open("rb") as stream:
            return text_of(stream, log)
    except IsADirectoryError:
        log.stop(START, "this is a folder, not a file")
    except OSError as error:
        log.stop(START, f"the file cannot be opened: {error.strerror or 'the name is no good'}")
    except ValueError:  # a NUL in the name
        log.stop(START, "the file cannot be opened: the name is no good")


def text_of(stream: BinaryIO, log: Log) -> str:
    """Return the text of a stream, of which never more than the largest size is read.

    Characters that hide text or act on a terminal are reported and come back as U+FFFD.

    Raises:
        StopReadingError: it cannot be read, is too large, empty or not UTF-8; the log says so.
    """
    try:
        data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        log.stop(START, f"it cannot be read: {error.strerror or error}")
    if len(data) > MOST_BYTES:
        log.stop(START, "the file is larger than 1 MB, so it was not read; split it, or take out what is no text")
    raw = _decoded(data, log)
    for line, column, character in unsafe(raw):
        log.add(Place(line, column), hidden(character))
    text = clean(raw)
    if not text.strip():
        log.stop(START, "the file is empty")
    return text


def _decoded(data: bytes, log: Log) -> str:
    if data.startswith(_UTF16_MARKS) or b"\0" in data[:2]:
        log.stop(START, "this looks like UTF-16 or is no text at all; save it as UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The mark of UTF-8 at the start is not part of `error.object`, so the line is counted from there.
        before = error.object[: error.start].decode()
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        byte = error.object[error.start]
        log.stop(
            Place(line, column),
            f"byte 0x{byte:02X} is not UTF-8, perhaps Windows-1252 (curly quotes or a pound sign); save it as UTF-8",
        )
