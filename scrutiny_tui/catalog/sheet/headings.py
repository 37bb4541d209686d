"""The row of headings of a sheet with a question a row: what each column means."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from scrutiny_tui.catalog.problems import Log, quoted
from scrutiny_tui.catalog.sheet.cells import MOST_COLUMNS, WHOLE, Sheet, argument, letters
from scrutiny_tui.catalog.sheet.doubts import is_like_a_level
from scrutiny_tui.catalog.sheet.levels import Choice, choice_in
from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.text import one_line

MOST_LEAD_ROWS = 30
"""Rows before the headings, for a title and a word of explanation."""

HEADINGS = {
    "section": ("section", "part", "theme", "area", "domain", "category"),
    "id": ("id", "code", "ref", "reference", "question id"),
    "text": (
        "question",
        "questions",
        "text",
        "question text",
        "key question",
        "key questions",
        "criterion",
        "criteria",
        "standard",
    ),
    "name": ("name", "short name"),
    "help": ("help", "guidance", "hint", "notes"),
    "why": ("why", "why it matters", "rationale"),
    "topic": ("topic",),
    "levels": ("levels", "level", "scale", "answers", "answer options", "choices", "rating scale", "rating", "ratings"),
    "answered": ("answered", "answered in"),
    "enquiry": ("lines of enquiry", "enquiry", "ask", "what to ask"),
    "good": ("good signs", "signs of good", "what good looks like"),
    "warning": ("warning signs", "warning"),
    "evidence": ("evidence", "evidence to ask for"),
    "sources": ("source", "sources"),
    "phases": ("phases", "phase"),
}
"""The headings of each column; capitals, marks and spaces around do not count."""
_NAMES = {name: field for field, names in HEADINGS.items() for name in names}
_NUMBERS = ("", "no", "nr", "number", "item")
_LEVEL = re.compile(r"(?:level\s*)?[0-9](?!\w)\s*(?:[=.:)\u2013\u2014-]\s*)?(\S.*)?", re.IGNORECASE)
_MOST_ALIKE = 0.75
"""How alike, from 0 to 1, an unknown heading must be to a known one to be taken for it mistyped."""
_MOST_SHOWN = 12


@frozen
class Columns:
    """Which column holds what, counted from 0."""

    row: int
    """The row of the headings."""
    by_field: dict[str, int]
    levels: dict[int, Choice]
    """Columns that each describe one level, and which."""
    left_out: set[int]


def asks_for_questions(row: Sequence[str]) -> bool:
    """Tell whether a row can be the one of the headings: one of them is that of the questions."""
    return any(_NAMES.get(folded(text)) == "text" for text in row[:MOST_COLUMNS])


def folded(text: str) -> str:
    """Return a heading as it is compared."""
    return one_line(re.sub(r"[\W_]+", " ", text.casefold()))


def find_columns(sheet: Sheet, ignored: Iterable[str], log: Log) -> Columns:
    """Return what the columns of a sheet mean; `ignored` are the headings, or letters, of those to leave out.

    Raises:
        StopReadingError: no row has the heading of the questions; the log says so.
    """
    leading = [row for row, _ in zip(sheet.filled_rows(), range(MOST_LEAD_ROWS), strict=False)]
    row = next((row for row in leading if asks_for_questions(sheet.rows[row])), None)
    if row is None:
        # Of the first rows, the one with the most in it is most likely meant as the headings.
        fullest = max(leading, key=lambda row: sum(map(bool, map(str.strip, sheet.rows[row]))), default=None)
        log.stop(
            WHOLE if fullest is None else sheet.row_place(fullest),
            "no row has the heading 'Question', without which no row can be read; "
            f"this one has {_listed(() if fullest is None else sheet.rows[fullest])}; "
            "write 'Question' above the column with the questions",
        )
    columns = Columns(row, {}, {}, _left_out(sheet, row, ignored, log))
    for column, text in enumerate(sheet.rows[row]):
        if text.strip() and column not in columns.left_out:
            _take(sheet, columns, column, log)
    if "text" not in columns.by_field:
        log.stop(sheet.row_place(row), "the column of the questions cannot be left out; take away its --ignore")
    _refuse_nameless(sheet, columns, log)
    return columns


def _left_out(sheet: Sheet, row: int, ignored: Iterable[str], log: Log) -> set[int]:
    """Return the columns to leave out, by their headings, or by their letters where they have none."""
    headings = sheet.rows[row]
    found: set[int] = set()
    for word in ignored:
        named = {column for column, text in enumerate(headings) if text.strip() and _is(text, word)}
        lettered = {column for column in range(_width(sheet)) if letters(column) == word.strip().upper()}
        nameless = {column for column in lettered if column >= len(headings) or not headings[column].strip()}
        if not named | nameless:
            log.add(sheet.row_place(row), f"no column {quoted(word)} to leave out; the columns: {_listed(headings)}")
        found |= named or nameless
    return found


def _is(heading: str, word: str) -> bool:
    """Tell whether a person who wrote `word` means this heading; one of marks alone is compared as it is."""
    return (folded(heading) or heading.strip()) == (folded(word) or word.strip())


def _take(sheet: Sheet, columns: Columns, column: int, log: Log) -> None:
    """Note what a column means, or what is wrong with its heading."""
    heading = sheet.cell(columns.row, column)
    field = _NAMES.get(folded(heading.text))
    if field is None and _LEVEL.fullmatch(one_line(heading.text)):
        columns.levels[column] = choice_in(heading)
    elif field is None:
        log.add(heading.at, _unknown(heading.text))
    elif field in columns.by_field:
        first = columns.by_field[field]
        log.add(
            heading.at,
            f"column {letters(first)} has the heading {quoted(one_line(sheet.rows[columns.row][first]))}, which means "
            f"the same as {quoted(one_line(heading.text))} here; leave one of them out with {_ignoring(heading.text)}",
        )
    else:
        columns.by_field[field] = column


def _refuse_nameless(sheet: Sheet, columns: Columns, log: Log) -> None:
    """Report the first cell of every column that has no heading and is not left out."""
    headings = sheet.rows[columns.row]
    nameless = {at for at in range(_width(sheet)) if at >= len(headings) or not headings[at].strip()} - columns.left_out
    for row in sheet.filled_rows(columns.row + 1):
        for column, text in enumerate(sheet.rows[row]) if nameless else ():
            if column in nameless and text.strip():
                nameless.discard(column)
                log.add(
                    sheet.place(row, column),
                    f"column {letters(column)} has no heading; write one above it, or leave it out with "
                    f"--ignore {letters(column)}",
                )


def _width(sheet: Sheet) -> int:
    return max(map(len, sheet.rows), default=0)


def _unknown(text: str) -> str:
    """Return the sentence for a heading that is not one of the known ones."""
    heading = one_line(text)
    meant = next(iter(get_close_matches(folded(text), _NAMES, 1, _MOST_ALIKE)), "")
    if folded(text) in _NUMBERS:
        hint = "questions need no numbers, as they are counted anyway."
    elif meant:
        hint = f"did you mean {meant!r}?"
    elif is_like_a_level(heading):
        hint = "if it describes a level, put the level's number in front, 1 for the lowest, such as '1 Poor'."
    else:
        hint = "`scrutiny-tui checklist import --help` lists the columns."
    return f"no column is called {quoted(heading)} here; {hint} To leave it out: {_ignoring(heading)}"


def _ignoring(heading: str) -> str:
    return f"--ignore {argument(one_line(heading))}"


def _listed(row: Sequence[str]) -> str:
    texts = [quoted(one_line(text)) for text in row if text.strip()]
    return ", ".join(texts[:_MOST_SHOWN]) + (", ..." if len(texts) > _MOST_SHOWN else "")
