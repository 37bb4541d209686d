"""Forms in the XLSForm way of writing them: the sheets survey, choices and settings of a workbook.

A subset: select_one, text, note and groups, with hint, guidance_hint and required. Whatever else a form holds is
refused by its name and row, because a question that goes missing without a word is worse than one that is not imported.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from scrutiny_tui.catalog.nodes import Node, Text, is_empty
from scrutiny_tui.catalog.problems import Log, StopReadingError, quoted, unknown
from scrutiny_tui.catalog.sheet.cells import WHOLE, Sheet
from scrutiny_tui.catalog.sheet.draft import Draft, DraftQuestion, DraftSection, tidy
from scrutiny_tui.catalog.sheet.form_sheets import CHOICES, SETTINGS, SURVEY, Row, read_tables
from scrutiny_tui.catalog.sheet.levels import MOST_CHOICES, Choice, coded
from scrutiny_tui.catalog.sheet.words import as_id
from scrutiny_tui.model.checklist import Answered
from scrutiny_tui.model.scale import MOST_LEVELS
from scrutiny_tui.model.text import one_line

_YES = {"yes", "true", "true()", "1"}
_NO = {"", "no", "false", "false()", "0"}
_TYPES = ("select_one", "text", "note", "begin_group", "end_group")
_TWO_WORDS = re.compile(r"^(begin|end|select) (?=group|repeat|one|multiple)")
_NOUNS = {
    "begin_repeat": "the repeat",
    "end_repeat": "the end of a repeat",
    "calculate": "the calculation",
    "geopoint": "the location",
    "geotrace": "the location",
    "geoshape": "the location",
    "select_multiple": "the question with several answers",
    "rank": "the ranking",
    "hidden": "the hidden value",
}
"""What a type that is not read stands for; of others their name is told."""
_ASKS = {"select_multiple", "integer", "decimal", "date", "time", "dateTime", "range", "rank", "barcode"}
"""Types that are not read, whose questions could be asked for an answer in words."""
_SILENT = {
    "start", "end", "today", "deviceid", "phonenumber", "username", "email", "audit", "image", "audio", "video", "file",
    "acknowledge", "start-geopoint", "background-audio", "select_one_from_file", "select_multiple_from_file",
    "select_one_external", "csv-external", "xml-external", "osm", "photo", "trace", "subscriberid", "simserial",
}  # fmt: skip
"""Other types that there are, so that none of them is taken for one that was mistyped."""
_EXPECTED = "An answer is expected here."


def read_xlsform(sheets: Sequence[Sheet], language: str, ignored: Iterable[str], log: Log) -> Draft:
    """Return what a form holds; `language` picks one where labels are given in several.

    Raises:
        StopReadingError: a column is missing, a language has to be named, or nothing is asked; the log says so.
    """
    tables = read_tables(sheets, language, ignored, log)
    form = _Form(_choice_lists(tables.get(CHOICES, []), log), log)
    for row in tables[SURVEY]:
        form.take(row)
    form.end()
    for place, row in enumerate(tables.get(SETTINGS, [])):
        if place:
            log.add(row.sheet.row_place(row.number), "a form has one row of settings; take this one out")
        else:
            form.settle(row)
    if not form.draft.questions:
        if log.wrongs:
            raise StopReadingError
        log.stop(WHOLE, "the form asks nothing: it has no row of the type select_one or text")
    return form.draft


def _choice_lists(rows: Sequence[Row], log: Log) -> dict[str, list[Choice]]:
    lists: dict[str, list[Choice]] = {}
    for row in rows:
        label, name = one_line(row.text("label")), row.text("name")
        if not label:
            log.add(row.cell("label").at, "this choice has no label; write one")
            continue
        code, rest = coded(label)
        shown = rest if rest and code == name else label  # the label `1 Poor` of the choice that is named 1
        lists.setdefault(row.text("list_name"), []).append(Choice(shown, row.cell("label"), name))
    return lists


class _Form:
    """Goes through a survey and keeps in mind in which group it is."""

    def __init__(self, lists: Mapping[str, list[Choice]], log: Log) -> None:
        self.draft = Draft()
        self._lists, self._log = lists, log
        self._groups: list[DraftSection] = []
        self._loose: DraftSection | None = None
        self._notes: list[Text] = []
        self._list = ""

    def take(self, row: Row) -> None:
        """Take one row of the survey."""
        kind, _, rest = _TWO_WORDS.sub(r"\1_", one_line(row.text("type"))).partition(" ")
        match kind:
            case "begin_group":
                self._begin(row)
            case "end_group":
                self._finish(row)
            case "note":
                self._notes.append(self._words(row, "label"))
            case "select_one":
                self._select(row, rest)
            case "text":
                self._ask(row, Answered.WORDS)
            case _:
                self._log.add(row.cell("type").at, _refusal(kind, row.text("name")))

    def end(self) -> None:
        """Take what was left over at the end of the survey."""
        for group in self._groups:
            self._log.add(group.title.at, "this group is never ended; add a row of the type end_group")
        self._settle_notes()
        self.draft.sections = [section for section in self.draft.sections if section.questions]

    def settle(self, row: Row) -> None:
        """Take the settings."""
        title, id_, version = row.cell("form_title"), row.cell("form_id"), row.cell("version")
        self.draft.title = None if is_empty(title) else title
        self.draft.id = None if is_empty(id_) else as_id(id_)
        self.draft.edition = None if is_empty(version) else version

    def _begin(self, row: Row) -> None:
        if not self._groups or self._groups[-1].questions:
            self._settle_notes()
        own = one_line(row.text("label") or row.text("name").replace("_", " ").capitalize())  # many have no label
        if not own:
            self._log.add(row.cell("type").at, "this group has neither label nor name; write a label")
        title = self._groups[-1].title.text + ": " + own if self._groups else own  # in a group, both names
        section = DraftSection(Text(row.cell("type").at, title or "Group"))
        if row.text("name"):
            section.id = as_id(row.cell("name"))
        self._groups.append(section)
        self.draft.sections.append(section)
        self._loose = None

    def _finish(self, row: Row) -> None:
        self._settle_notes()
        if not self._groups:
            self._log.add(row.cell("type").at, "a group ends here that never began; take the row out")
            return
        self._groups.pop()
        if self._groups:  # what follows stands in the outer group again, but after the inner one
            self._groups[-1] = DraftSection(self._groups[-1].title)
            self.draft.sections.append(self._groups[-1])

    def _select(self, row: Row, rest: str) -> None:
        at = row.cell("type").at
        name, _, more = rest.partition(" ")
        if more:
            self._log.add(at, f"{quoted(more)} cannot be imported; leave only the name of the list")
        elif name not in self._lists:
            self._log.add(at, f"{unknown('list of choices', name, self._lists)} (in the sheet 'choices')")
        elif len(self._lists[name]) > MOST_CHOICES:
            what = f"the list {quoted(name)} has more than {MOST_CHOICES} choices"
            self._log.add(at, f"{what}; a checklist has {MOST_LEVELS} levels at most")
        elif self._list and name != self._list:
            self._log.add(
                at,
                f"the list {quoted(name)} beside {quoted(self._list)}; a checklist has one scale for all its "
                "questions, so choose from the same list, or make this a text question",
            )
        else:
            self._list = name
            self.draft.choices = self._lists[name]
            self._ask(row, Answered.LEVEL)

    def _ask(self, row: Row, answered: Answered) -> None:
        section = self._section()
        notes = self._notes
        self._notes = []
        if not section.questions:  # notes at the top are about all that follows
            section.about += notes
            notes = []
        hints = [self._words(row, "hint"), self._words(row, "guidance_hint")]
        help_ = [each.text for each in (*notes, *map(tidy, hints)) if each.text]
        help_ += [_EXPECTED] if self._is_required(row) else []
        text = self._words(row, "label")
        values: dict[str, Node] = {"text": text, "answered": Text(text.at, answered)}
        if row.text("name"):
            values["id"] = as_id(row.cell("name"))
        if help_:
            at = next((each.at for each in (*hints, *notes) if each.text.strip()), text.at)
            values["help"] = Text(at, "\n\n".join(help_))
        section.questions.append(DraftQuestion(row.sheet.row_place(row.number), values))

    def _section(self) -> DraftSection:
        if self._groups:
            return self._groups[-1]
        if self._loose is None:
            self._loose = DraftSection(Text(WHOLE, "Questions"))
            self.draft.sections.append(self._loose)
        return self._loose

    def _settle_notes(self) -> None:
        """Give notes that no question followed to the section before them; before any section they are the purpose."""
        asked = [section for section in self.draft.sections if section.questions]
        if asked:
            asked[-1].about += self._notes
        else:
            self.draft.purpose += self._notes
        self._notes = []

    def _is_required(self, row: Row) -> bool:
        said = row.text("required").casefold()
        if said not in _YES | _NO:
            self._log.add(row.cell("required").at, f"{quoted(said)} cannot be imported here; write yes or no")
        return said in _YES

    def _words(self, row: Row, name: str) -> Text:
        """Return what a row says; only a hint may be left out."""
        cell = row.cell(name)
        if name == "label" and is_empty(cell):
            self._log.add(cell.at, "this row has no label; write one, or take the row out")
        if "${" in cell.text:
            self._log.add(cell.at, "a reference to another answer, ${...}, cannot be imported; write the words out")
        return tidy(cell)


def _refusal(kind: str, name: str) -> str:
    """Return the sentence for a row of a type that is not read."""
    if not kind:
        return "this row has no type; write one, or take the row out"
    if kind in _NOUNS:
        what = f"{_NOUNS[kind]} {quoted(name)}" if name else _NOUNS[kind]
    elif kind in _ASKS | _SILENT:
        what = f"{quoted(name)}, of the type {quoted(kind)}," if name else f"the type {quoted(kind)}"
    else:
        return f"{unknown('type', kind, _TYPES)} Other types cannot be imported"
    return f"{what} cannot be imported; take the row out" + (", or make it a text question" if kind in _ASKS else "")
