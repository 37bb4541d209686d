"""The sheets of an XLSForm as rows by the names of their columns, in one language."""

import re
from collections.abc import Iterable, Mapping, Sequence

from scrutiny_tui.catalog.nodes import Text
from scrutiny_tui.catalog.problems import Log, quoted
from scrutiny_tui.catalog.sheet.cells import WHOLE, Sheet, argument
from scrutiny_tui.catalog.sheet.headings import folded
from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.text import one_line

SURVEY, CHOICES, SETTINGS = "survey", "choices", "settings"
_READ: Mapping[str, tuple[str, ...]] = {
    SURVEY: ("type", "name", "label", "hint", "guidance_hint", "required"),
    CHOICES: ("list_name", "name", "label"),
    SETTINGS: ("form_title", "form_id", "version", "default_language"),
}
_NEEDED: Mapping[str, tuple[str, ...]] = {SURVEY: ("type", "label"), CHOICES: ("list_name", "label"), SETTINGS: ()}
_TRANSLATED = ("label", "hint", "guidance_hint")
_OLD_NAMES = {"list name": "list_name", "caption": "label"}
_DEFAULT = "default"
"""What the language of columns without one is called, where other columns have one."""


@frozen
class Row:
    """One row of a sheet by the names of its columns."""

    sheet: Sheet
    number: int
    cells: dict[str, Text]

    def cell(self, name: str) -> Text:
        """Return a cell; an empty one where there is no such column."""
        return self.cells.get(name) or Text(self.sheet.row_place(self.number), "")

    def text(self, name: str) -> str:
        """Return what a cell says."""
        return self.cell(name).text.strip()


def is_xlsform(sheets: Sequence[Sheet]) -> bool:
    """Tell whether these are the sheets of such a form: one is called survey, and has a column for the type."""
    headings = [text for sheet in sheets if _kind(sheet) == SURVEY for text in _headings(sheet)[1]]
    return any(_parted(text)[0] == "type" for text in headings)


def read_tables(sheets: Sequence[Sheet], language: str, ignored: Iterable[str], log: Log) -> dict[str, list[Row]]:
    """Return the rows of each sheet by its kind; `language` picks one where labels are given in several.

    Whatever else the sheets hold is reported cell by cell, but for the columns with the headings to leave out.

    Raises:
        StopReadingError: a column is missing, or a language has to be named; the log says which.
    """
    found: dict[str, Sheet] = {}
    for sheet in sheets:
        if _kind(sheet) in _READ:
            found[_kind(sheet)] = sheet
        elif any(True for _ in sheet.filled_rows()):
            log.add(WHOLE, f"the sheet {quoted(sheet.name)} is not part of a form that is read here; take it out")
    spoken = _language(found.values(), language, log)
    left_out = _left_out(found.values(), ignored, log)
    return {kind: _table(sheet, kind, (spoken, left_out), log) for kind, sheet in found.items()}


def _kind(sheet: Sheet) -> str:
    return sheet.name.strip().casefold()


def _headings(sheet: Sheet) -> tuple[int, Sequence[str]]:
    """Return the first row with anything in it, and what it says."""
    row = next(sheet.filled_rows(), 0)
    return row, sheet.rows[row] if sheet.rows else ()


def _parted(heading: str) -> tuple[str, str]:
    """Return the name of a column and its language: `label::English (en)` is `label` in English."""
    name, _, spoken = one_line(heading).casefold().partition("::")
    return _OLD_NAMES.get(name.strip(), name.strip()), spoken.strip()


def _language(sheets: Iterable[Sheet], wanted: str, log: Log) -> str:
    """Return the language to read, as headings have it; nothing where they have none.

    Raises:
        StopReadingError: there are several, and none of them is named.
    """
    found: list[str] = []
    for sheet in sheets:
        parted = [_parted(text) for text in _headings(sheet)[1]]
        spoken = [each for name, each in parted if name in _TRANSLATED and each]
        found += [_DEFAULT, *spoken] if spoken and ("label", "") in parted else spoken
    found = list(dict.fromkeys(found))
    named = [spoken for spoken in found if _is_called(spoken, one_line(wanted).casefold())]
    if wanted and not named:
        log.stop(WHOLE, f"no label is in the language {quoted(wanted)}; there are: {', '.join(found) or 'none named'}")
    if len(found) > 1 and not wanted:
        log.stop(WHOLE, f"labels are in several languages; name one: {_or('--language', found)}")
    return (named or found or [""])[0]


def _is_called(spoken: str, wanted: str) -> bool:
    """Tell whether a language goes by a word: all of `english (en)`, `english` or `en`."""
    return bool(wanted) and wanted in {spoken, *(part.strip() for part in re.split(r"[()]", spoken))}


def _left_out(sheets: Iterable[Sheet], ignored: Iterable[str], log: Log) -> set[str]:
    known = {folded(text) for sheet in sheets for text in _headings(sheet)[1] if text.strip()}
    for word in ignored:
        if folded(word) not in known:
            log.add(WHOLE, f"no column {quoted(word)} to leave out")
    return {folded(word) for word in ignored}


def _table(sheet: Sheet, kind: str, choice: tuple[str, set[str]], log: Log) -> list[Row]:
    """Return the rows of a sheet. A column that is not read is refused where a row says something in it."""
    spoken, left_out = choice
    first, headings = _headings(sheet)
    if not headings:
        return []
    columns = _columns(headings, kind, spoken, left_out)
    for name in _NEEDED[kind]:
        if name not in columns:
            log.stop(sheet.row_place(first), f"the sheet {quoted(sheet.name)} has no column {name!r}; add one")
    unread = [at for at in range(max(map(len, sheet.rows))) if at not in columns.values()]
    unread = [at for at in unread if at >= len(headings) or not _may_stay(headings[at], spoken, left_out)]
    numbers = list(sheet.filled_rows(first + 1))
    for number in numbers:
        for column in unread:
            if sheet.cell(number, column).text.strip():
                log.add(sheet.place(number, column), _refusal(headings[column] if column < len(headings) else ""))
    sheet.tell_unread(first, set(range(len(headings))) - {*columns.values()}, log)
    return [Row(sheet, number, {name: sheet.cell(number, at) for name, at in columns.items()}) for number in numbers]


def _columns(headings: Sequence[str], kind: str, spoken: str, left_out: set[str]) -> dict[str, int]:
    """Return which column holds what: the one in the language that is read, or else the one without a language."""
    found: dict[str, int] = {}
    for column, text in enumerate(headings):
        name, language = _parted(text)
        if name not in _READ[kind] or folded(text) in left_out or (language and name not in _TRANSLATED):
            continue
        in_it = language == ("" if spoken == _DEFAULT else spoken)
        if in_it or (not language and name not in found):
            found[name] = column
    return found


def _may_stay(heading: str, spoken: str, left_out: set[str]) -> bool:
    """Tell whether a column need not be read: it says the same in another language, or is left out."""
    return folded(heading) in left_out or bool(spoken and _parted(heading)[0] in _TRANSLATED)


def _refusal(heading: str) -> str:
    if not heading.strip():
        return "this column has no heading, so it cannot be imported; empty this cell"
    heading = one_line(heading)
    return (
        f"{quoted(heading)} cannot be imported; empty this cell, or leave the column out: --ignore {argument(heading)}"
    )


def _or(option: str, words: Sequence[str]) -> str:
    return ", or ".join(f"{option} {argument(word)}" for word in words)
