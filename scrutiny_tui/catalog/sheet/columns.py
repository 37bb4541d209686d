"""A sheet with a question a row, as an audit template has it: what its columns mean is read from their headings."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from scrutiny_tui.catalog.nodes import Fields, Items, Node, Text, is_empty
from scrutiny_tui.catalog.problems import Log
from scrutiny_tui.catalog.rules import MOST_QUESTIONS, TOO_MANY_QUESTIONS
from scrutiny_tui.catalog.sheet.cells import WHOLE, Sheet, letters
from scrutiny_tui.catalog.sheet.draft import Draft, DraftQuestion, DraftSection, fields, lines, source_id, tidy
from scrutiny_tui.catalog.sheet.headings import Columns, find_columns, folded
from scrutiny_tui.catalog.sheet.levels import choices_in
from scrutiny_tui.catalog.sheet.words import FreeIds, as_id
from scrutiny_tui.model.text import hyphenated, one_line

_ROLE = re.compile(r"(?:to (?:the )?)?([^:?]{2,60}):\s+(.+)", re.DOTALL | re.IGNORECASE)


def read_columns(sheet: Sheet, ignored: Iterable[str], log: Log) -> Draft:
    """Return what the sheet holds. Rows with nothing in them are passed over; an empty section is the one above.

    A row with a section and nothing else starts that section.

    Raises:
        StopReadingError: no row of headings was found; the log says so.
    """
    columns = find_columns(sheet, ignored, log)
    sheet.tell_unread(columns.row, columns.left_out, log)
    reading = _Reading(sheet, columns, log)
    for row in sheet.filled_rows(columns.row + 1):
        reading.take(row)
    reading.end()
    return reading.draft


class _Reading:
    """Goes through the rows and keeps in mind in which section it is."""

    def __init__(self, sheet: Sheet, columns: Columns, log: Log) -> None:
        self.draft = Draft(choices=tuple(columns.levels.values()))
        self._sheet, self._columns, self._log = sheet, columns, log
        self._sections: dict[str, DraftSection] = {}
        self._current: DraftSection | None = None
        self._asked = 0

    def take(self, row: int) -> None:
        """Take what one row says; the headings once more, as on every page of a printed table, say nothing."""
        if self._repeats_headings(row):
            return
        cells = {field: self._sheet.cell(row, column) for field, column in self._columns.by_field.items()}
        title = cells.pop("section", None)
        said = {field: cell for field, cell in cells.items() if not is_empty(cell)}
        described = {choice.key: self._sheet.cell(row, column) for column, choice in self._columns.levels.items()}
        described = {key: cell for key, cell in described.items() if not is_empty(cell)}
        if title is not None and not is_empty(title):
            self._current = self._section(title)
        if not said and not described:
            return  # a heading between the rows, or a note in a column that is left out
        if "text" in said:
            self._asked += 1
            if self._asked > MOST_QUESTIONS:
                self._log.stop(self._sheet.row_place(row), TOO_MANY_QUESTIONS)
            self._ask(row, said, described)
        else:
            self._refuse(row, alone=title is None and len(said | described) == 1)

    def end(self) -> None:
        """Report what is missing from the whole of it."""
        if not self.draft.questions:
            self._log.stop(self._sheet.row_place(self._columns.row), "no question stands below these headings")
        for section in self.draft.sections:
            if not section.questions:
                self._log.add(section.title.at, "no question stands in this section; add one, or take the row out")
        self.draft.sections = [section for section in self.draft.sections if section.questions]

    def _repeats_headings(self, row: int) -> bool:
        headings, cells = self._sheet.rows[self._columns.row], self._sheet.rows[row]
        column = self._columns.by_field["text"]
        same = len(cells) == len(headings) and cells[column].strip() == headings[column].strip()
        return same and [folded(text) for text in cells] == [folded(text) for text in headings]

    def _ask(self, row: int, said: dict[str, Text], described: dict[str, Text]) -> None:
        if self._current is None:
            self._current = self._section(Text(WHOLE, "Questions"))
        listed = self._levels(said)
        for key in listed.keys() & described.keys():
            self._log.add(listed[key].at, f"this level is described {described[key].at.words} too; keep one of the two")
        values = _values(said, self.draft.sources)
        self._current.questions.append(DraftQuestion(self._sheet.row_place(row), values, described | listed))

    def _refuse(self, row: int, *, alone: bool) -> None:
        column = self._columns.by_field["text"]
        hint = "; the heading of a section belongs in a column 'Section'" if alone else ""
        self._log.add(
            self._sheet.place(row, column),
            f"this row has no question; write it in column {letters(column)}, or take the row out{hint}",
        )

    def _section(self, title: Text) -> DraftSection:
        """Return the section of this title; its rows may stand apart."""
        key = one_line(title.text).casefold()
        if key not in self._sections:
            self._sections[key] = DraftSection(Text(title.at, one_line(title.text)))
            self.draft.sections.append(self._sections[key])
        return self._sections[key]

    def _levels(self, said: dict[str, Text]) -> dict[str, Text]:
        """Take the levels that a row lists, and return what it says about each of them."""
        if "levels" not in said:
            return {}
        choices = choices_in(said["levels"])
        self.draft.set_choices(said["levels"].at, [replace(choice, meaning="") for choice in choices], self._log)
        return {choice.key: Text(choice.cell.at, choice.meaning) for choice in choices if choice.meaning}


def _values(said: dict[str, Text], sources: dict[str, Text]) -> dict[str, Node]:
    """Return the fields of a question from the cells of a row that say something."""
    makers: dict[str, Callable[[Text], Node]] = {
        "id": as_id,
        "enquiry": _enquiry,
        "good": _listed,
        "warning": _listed,
        "evidence": _listed,
        "phases": _phases,
        "sources": lambda cell: _cited(cell, sources),
    }
    return {field: makers.get(field, tidy)(cell) for field, cell in said.items() if field != "levels"}


def _listed(cell: Text) -> Items:
    return Items(cell.at, tuple(lines(cell)))


def _phases(cell: Text) -> Items:
    words = re.split(r"[,;\n\r]+", cell.text)
    return Items(cell.at, tuple(Text(cell.at, hyphenated(word, len(word))) for word in words if word.strip()))


def _cited(cell: Text, sources: dict[str, Text]) -> Items:
    """Return the ids of the sources in a cell, and add those that are new to the others, by their titles."""
    found = {}
    for line in lines(cell):
        title = Text(cell.at, one_line(line.text))
        found[sources.setdefault(title.text, Text(title.at, source_id(len(sources) + 1))).text] = title.at
    return Items(cell.at, tuple(Text(at, id_) for id_, at in found.items()))


def _enquiry(cell: Text) -> Items:
    """Return the lines of enquiry in a cell: one a line, with the role and a colon before it where there is one."""
    found: list[Fields] = []
    ids = FreeIds()
    for line in lines(cell):
        match = _ROLE.fullmatch(line.text)
        role, ask = match.groups() if match else ("", line.text)
        values: dict[str, Node] = {"id": Text(cell.at, ids.take(ask, "ask")), "ask": Text(cell.at, ask)}
        if role:
            values["to"] = Text(cell.at, role.strip())
        found.append(fields(cell.at, values))
    return Items(cell.at, tuple(found))
