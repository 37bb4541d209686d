"""Every way in which text from outside reaches the program, with text in it that tries to act on the terminal."""

import dataclasses
import io
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import zip_longest
from typing import Any

import openpyxl

from scrutiny_tui.export import json_file
from scrutiny_tui.export.wish import Wish
from scrutiny_tui.model.report import build
from scrutiny_tui.model.review import Review
from scrutiny_tui.storage.codec import encode
from scrutiny_tui.storage.tables import dump
from tests.catalog.checklist_text import WHOLE
from tests.catalog.sheets import table, workbook
from tests.examples import CREATED, full_review
from tests.export.filled import filled_with

TRICKS = {
    "title": "\x1b]0;zq13\x07\x1b]2;zq13\x1b\\",
    "clipboard": "\x1b]52;c;enExMw==\x07",
    "link": "\x1b]8;;https://zq13.invalid\x1b\\zq13\x1b]8;;\x1b\\",
    "colour": "\x1b[31;7;13m",
    "cursor": "\x1b[0013;0007H\x1b[2J\x1b[?1049l\x08\r",
    "device": "\x1bP13|zq13\x1b\\\x1b_zq13\x1b\\\x1b^zq13\x1b\\\x1bc\x07",
    "eight bits": "\x9b31;7;13m\x9d52;c;enExMw==\x9c\x90zq13\x9c\x84\x8d",
    "direction": "\u202ezq13\u202c\u2066zq13\u2069\u061c\u200e\u200f\u202a\u202b\u202d\u2067\u2068",
    "others": "\x00\x01\x0b\x0c\x1f\x7f\ufeff",
}
ALL = "zq" + "".join(TRICKS.values()) + "qz"
IN_XML = "".join(each for each in ALL if each >= " ") + "_x001B_]0;zq13_x0007__x009b_31;7;13m"
"""Some characters stand in no XML, and how Excel writes them all the same."""
IN_NAMES = ALL.replace("/", "").replace("\0", "")[:90]
_WORD = "zqzqzq"
REVIEW = "reviews/r.scrutiny.json"
_TEXTS = ("md", "html", "csv", "ics", "json")


@dataclass(frozen=True)
class Case:
    """A command, and what it finds."""

    name: str
    words: Sequence[str]
    files: Mapping[str, bytes] = field(default_factory=dict)
    """What lies in the folder where it is run, by path; the folder of reviews there is `reviews`."""
    typed: str = ""
    holder: bytes = b""
    """Who has the review open elsewhere, as that program wrote it down; nobody has where it is empty."""


def cases() -> Iterator[Case]:
    """Yield every case, and of each way in one before the second of any."""
    for each in zip_longest(*(way() for way in _WAYS)):
        yield from (case for case in each if case)


def filled(by: str = "") -> bytes:
    """Return the file of a review with the hostile text wherever a person could have written something."""
    return _with_text(dump(encode(_retold(by), CREATED)))


@cache
def _retold(id_: str = "") -> Review:
    review = filled_with([_WORD])
    return dataclasses.replace(review, id=id_) if id_ else review


def _with_text(data: bytes) -> bytes:
    return data.replace(_WORD.encode(), json.dumps(ALL)[1:-1].encode())


def _exported() -> bytes:
    return _with_text(json_file.render(build(_retold(), private=True), Wish()))


def _whole_reviews() -> Iterator[Case]:
    files = {REVIEW: filled(), "reviews/other.scrutiny.json": filled("r-other")}
    for words in (
        ("list",), ("show", "r", "--private"), ("room", "r"), ("compare", "r", "other"), ("compare", "r", "other", "r"),
        ("compare", "r", "other", "--keep"), ("merge", "r", "other", "--dry-run"), ("merge", "r", "other", "--yes"),
        ("share", "r", "--dry-run"), ("share", "r", "--dry-run", "--no-names", "--private"), ("share", "r", "-o", "."),
        ("carry", "r", "--checklist", "key-questions", "--dry-run"), ("carry", "r", "--checklist", "key-questions"),
        ("type", "r"), ("backups", "r"), ("doctor",), ("restore", "r", "--dry-run"), ("where",),
        *(("export", "r", "--to", kind, "-o", "-", "--private") for kind in _TEXTS if kind != "csv"),
        *(("export", "r", "--to", kind, "--room", "-o", "-") for kind in _TEXTS),
        *(("export", "r", "--to", kind, "-o", "-", "--no-names") for kind in ("md", "html")),
        *(("export", "r", "--to", kind) for kind in _TEXTS),
        *((*words, "--json") for words in (("list",), ("show", "r"), ("room", "r"), ("compare", "r", "other"))),
    ):  # fmt: skip
        yield Case("a review", words, files)


def _single_values() -> Iterator[Case]:
    """Each value of a review, numbers and ids included, is the hostile text, and so is each name of one."""
    whole = json.loads(dump(encode(full_review(), CREATED)))
    for place, data in _spoilt(whole):
        for words in (("show", "r"), ("list",)):
            yield Case(f"{place} of a review", words, {REVIEW: data})


def _documents() -> Iterator[Case]:
    yield Case("an exported review", ("import", "all.json"), {"all.json": _exported()})
    whole = json.loads(json_file.render(build(full_review(), private=True), Wish()))
    for place, data in _spoilt(whole):
        yield Case(f"{place} of an exported review", ("import", "all.json"), {"all.json": data})


def _spoilt(whole: Any) -> Iterator[tuple[str, bytes]]:  # noqa: ANN401 - whatever JSON holds
    """Yield a document with one value of each kind of place in the hostile text's stead, and with one of its names."""
    seen = set()
    for place, holder, key in list(_places(whole)):
        if place in seen:
            continue
        seen.add(place)
        kept = holder[key]
        holder[key] = ALL
        yield place, json.dumps(whole).encode()
        holder[key] = kept
        if isinstance(holder, dict):
            holder[ALL] = holder.pop(key)
            yield f"name of {place}", json.dumps(whole).encode()
            holder[key] = holder.pop(ALL)


def _places(value: Any, path: str = "") -> Iterator[tuple[str, Any, Any]]:  # noqa: ANN401 - as above
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in below:
        name = "" if isinstance(key, int) or key.isdigit() else key
        place = f"{path} {name}".strip()
        yield place, value, key
        yield from _places(each, place)


def _checklists() -> Iterator[Case]:
    """Each value and each name of a checklist in YAML, escaped as YAML does and as it is."""
    quoted = json.dumps(ALL)
    lines = WHOLE.splitlines()
    for number, line in enumerate(lines):
        name, _, value = line.partition(": ")
        for what, new in (
            ("value", f"{name}: {quoted}"),
            ("name", f"{quoted.rjust(len(name) - len(name.lstrip()) + len(quoted))}: {value}"),
            ("raw value", f"{name}: {ALL}"),
        ):
            text = "\n".join([*lines[:number], new, *lines[number + 1 :]]).encode()
            files = {"c.yaml": text, "reviews/Checklists/c.yaml": text}
            yield Case(f"{what} in line {number + 1} of a checklist", ("checklist", "check", "c.yaml"), files)
            yield Case(f"{what} in line {number + 1} of a checklist", ("checklist", "list"), files)
            yield Case(f"{what} in line {number + 1} of a checklist", ("checklist", "show", "c.yaml"), files)
            yield Case(f"{what} in line {number + 1} of a checklist", ("new", "c.yaml"), files)


_HEAD = ("Section", "Question", "ID", "Help", "Levels", "Name", "Why", "Topic", "Sources", "Phases", "1 No")
_ROW = ("A", "Who waits?", "who", "Ask.", "No; Yes", "Waiting", "Harm", "Topic", "A book", "poor to fair", "None")


def _sheets() -> Iterator[Case]:
    for row in range(2):
        for column in range(len(_HEAD)):
            for text, name, write in ((ALL, "s.csv", table), (IN_XML, "s.xlsx", _workbook)):
                rows = [list(_HEAD), list(_ROW)]
                rows[row][column] = text
                files = {name: write(*rows)}
                yield Case(f"cell {row} {column} of {name}", ("checklist", "check", name), files)
                yield Case(f"cell {row} {column} of {name}", ("checklist", "import", name, "--no-input"), files)
    named = {"s.xlsx": _named_sheets()}
    yield Case("the names of sheets", ("checklist", "check", "s.xlsx"), named)
    yield Case("the names of sheets", ("checklist", "check", "s.xlsx", "--sheet", ALL), named)


def _workbook(*rows: Sequence[str]) -> bytes:
    return workbook(Sheet1=rows)


def _named_sheets() -> bytes:
    book, data = openpyxl.Workbook(), io.BytesIO()
    for number in range(2):
        book.create_sheet(f"\x9b\u202ezq{number}").append(_HEAD)
    book.save(data)
    return data.getvalue()


def _forms() -> Iterator[Case]:
    """Each cell of a workbook in the XLSForm way."""
    form: dict[str, list[list[Any]]] = {
        "survey": [["type", "name", "label", "hint", "required"], ["begin_group", "g", "Leaders", "", ""],
                   ["select_one l", "q1", "Do they know?", "Ask.", "yes"], ["end_group", "", "", "", ""]],
        "choices": [["list_name", "name", "label"], ["l", 1, "Poor"], ["l", 2, "Fair"], ["l", 99, "Don't know"]],
        "settings": [["form_title", "form_id", "version"], ["Our form", "our_form", 3]],
    }  # fmt: skip
    for sheet, rows in form.items():
        for row in rows:
            for column, kept in enumerate(row):
                row[column] = IN_XML
                files = {"f.xlsx": workbook(**form)}
                yield Case(f"a cell of {sheet}", ("checklist", "check", "f.xlsx"), files)
                yield Case(f"a cell of {sheet}", ("checklist", "import", "f.xlsx", "--no-input"), files)
                row[column] = kept


def _meetings() -> Iterator[Case]:
    names = ("council", "committee", "date", "time", "venue", "item", "pages", "asked_to", ALL)
    for name in names:
        for ending, between in (("toml", "="), ("yaml", ":")):
            key = json.dumps(name) if name is ALL else name
            for text in (f"{key}{between} {json.dumps(ALL)}\n", f"{key}{between} {ALL}\n"):
                words = ("new", "key-questions", "--meeting", f"m.{ending}")
                yield Case(f"{name[:10]!r} of a meeting", words, {f"m.{ending}": text.encode()})


def _typed() -> Iterator[Case]:
    files = {REVIEW: dump(encode(full_review(), CREATED))}
    for line in (
        ALL,
        f"1 {ALL}",
        f"1 2 {ALL}",
        f"1 x {ALL}",
        f"1\n{ALL}",
        f"1 2\n{ALL}\n\nu",
        f"99{ALL}",
        f"2 n {ALL}",
    ):
        yield Case("a line that is typed in", ("type", "r"), files, typed=f"{line}\n")


def _names() -> Iterator[Case]:
    """Names of files and folders, one of them in bytes that are no text."""
    good, broken = dump(encode(full_review(), CREATED)), b'{"head'
    for name in (IN_NAMES, os.fsdecode(b"\x9b31;7;13m\xff")):
        for data in (good, broken, b""):
            files = {f"reviews/{name}.scrutiny.json": data, f"reviews/Checklists/{name}.yaml": data}
            path = f"reviews/{name}.scrutiny.json"
            for words in (
                ("list",), ("show", path), ("show", name), ("export", path, "--to", "md"), ("share", path, "-o", name),
                ("merge", path, path, "--dry-run"), ("backups", path), ("restore", path), ("doctor",), ("type", path),
                ("checklist", "list"), ("checklist", "check", f"reviews/Checklists/{name}.yaml"), ("import", path),
                ("compare", path, path), ("carry", path, "--checklist", "key-questions", "-o", f"{name} 2"),
            ):  # fmt: skip
                yield Case(f"the name of a file of {len(data)} bytes", words, files)
            yield Case("the name of an encrypted copy", ("import", f"{name}.age"), {f"{name}.age": data})
            in_folder = {f"{name}/r.scrutiny.json": data}
            for words in (("list",), ("show", "r"), ("where",), ("new", "key-questions"), ("doctor",), ("gone",)):
                yield Case("the name of a folder", (*words, "--at", name), in_folder)


def _held() -> Iterator[Case]:
    """A review that somebody has open who says strange things of themselves."""
    files = {REVIEW: dump(encode(full_review(), CREATED)), "reviews/other.scrutiny.json": filled("r-other")}
    for holder in (ALL.encode(), b"\x9b31;7;13m\xff"):
        for words in (("type", "r"), ("merge", "r", "other", "--yes"), ("compare", "other", "r", "--keep"), ("list",)):
            yield Case("who has it open", words, files, holder=holder)


def _arguments() -> Iterator[Case]:
    files = {REVIEW: dump(encode(full_review(), CREATED))}
    it = ALL.replace("\0", "")  # which no system has in the words of a command
    new, starter = ("new", "key-questions"), ("checklist", "new", "--no-input")
    for words in (
        (it,), (f"--{it}",), ("show", it), ("show", f"{it}/x"), ("new", it), (*new, "--title", it), (*new, "--by", it),
        (*new, "--phase", it), (*new, "--meeting", it), (*new, "-o", it), ("import", it), ("guide", it), ("list", it),
        ("export", "r", "--to", it), ("export", "r", "--to", "md", "--part", it), ("merge", "r", it, "--dry-run"),
        ("export", "r", "--to", "md", "-o", f"{it}/x"), ("compare", "r", "r", "--why", it, it), ("checklist", it),
        ("compare", "r", "r", "--why", "1", it), ("checklist", "show", it), ("checklist", "print", it, "--to", "md"),
        (*starter, "--id", it), (*starter, "--levels", it), (*starter, "--title", it), ("backups", it),
        ("doctor", it),
        ("share", "r", "-o", it), ("share", "r", "-o", f"{it}.age"), ("carry", "r", "--checklist", it),
        ("restore", "r", it), ("share", "r", "-o", it, "--encrypt"), ("export", "r", "--to", "md", "-o", it),
    ):  # fmt: skip
        yield Case("the command line", words, files)


_WAYS: tuple[Callable[[], Iterator[Case]], ...] = (
    _whole_reviews, _single_values, _documents, _checklists, _sheets, _forms, _meetings, _typed, _names, _held,
    _arguments,
)  # fmt: skip
