"""From a spreadsheet to a checklist, with what only its author can say asked on the way."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from scrutiny_tui.catalog import intake
from scrutiny_tui.catalog.nodes import Text
from scrutiny_tui.catalog.problems import Log, Place, StopReadingError, quoted
from scrutiny_tui.catalog.schema import problems, read_nodes
from scrutiny_tui.catalog.sheet.cells import WHOLE, argument
from scrutiny_tui.catalog.sheet.columns import read_columns
from scrutiny_tui.catalog.sheet.doubts import Doubt, doubts, seems_turned
from scrutiny_tui.catalog.sheet.draft import Draft
from scrutiny_tui.catalog.sheet.form_sheets import is_xlsform
from scrutiny_tui.catalog.sheet.ids import Made, fill_ids
from scrutiny_tui.catalog.sheet.levels import Choice, Means, Order, choices_in, in_order, levels_of
from scrutiny_tui.catalog.sheet.opening import WORKBOOKS, only_sheet, read_sheets
from scrutiny_tui.catalog.sheet.words import LONGEST
from scrutiny_tui.catalog.sheet.xlsform import read_xlsform
from scrutiny_tui.catalog.writer import to_yaml
from scrutiny_tui.errors import ChecklistError, Problem, UndecidedError
from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.checklist import Checklist
from scrutiny_tui.model.text import clean, hyphenated, one_line

SUFFIXES = (".csv", *WORKBOOKS)
USUAL_LEVELS = "No; Partly; Yes"


@frozen
class Wanted:
    """What the person said about the import beforehand."""

    sheet: str = ""
    language: str = ""
    ignored: tuple[str, ...] = ()
    """Headings of columns to leave out."""


@frozen
class Undecided:
    """Something that only the author can say."""

    at: Place
    why: str
    options: tuple[str, ...]
    """What can be said on the command line: one of these."""


@dataclass
class Import:
    """A spreadsheet that was read, and what is still to be decided about it."""

    file: str
    draft: Draft
    log: Log
    decided: dict[str, Means] = field(default_factory=dict)
    """What each doubtful choice stands for, by its label as it is compared."""
    order: Order | None = None
    """Which level is listed first, if somebody said so."""

    @property
    def doubts(self) -> Sequence[Doubt]:
        """The choices that may be no levels, as long as nobody has said."""
        return doubts(self.draft.choices, self.decided)

    @property
    def lacks_levels(self) -> bool:
        """Whether there are questions to rate, and it does not say on what."""
        return not self.draft.choices and self.draft.is_rated

    @property
    def levels(self) -> Sequence[Choice]:
        """The levels, lowest first, as they stand decided."""
        return in_order(levels_of(self.draft.choices, self.decided), self.order)

    @property
    def seems_turned(self) -> bool:
        """Whether the levels look as if they were listed highest first, as long as nobody has said."""
        return self.order is None and seems_turned(self.levels)

    def title(self, given: str = "") -> Text | None:
        """Return the title: the given one, the spreadsheet's own, or one made from the name of the file."""
        if one_line(given):
            return Text(Place(path="--title"), given)
        words = one_line(clean(Path(self.file).stem).replace("_", " ").replace("-", " "))
        named = Text(Place(path="the name of the file"), words[:1].upper() + words[1:]) if words else None
        return self.draft.title or named

    def id(self, title: str = "", given: str = "") -> Text:
        """Return the id: the given one, the spreadsheet's own, or one made from the title."""
        if given:
            return Text(Place(path="--id"), given)
        words = self.title(title)
        return self.draft.id or Text(WHOLE, (hyphenated(words.text, LONGEST) if words else "") or "checklist")

    def take_levels(self, text: str) -> None:
        """Take the levels from words such as `No; Partly; Yes`, which go before those of the spreadsheet."""
        choices = choices_in(Text(Place(path="--levels"), text))
        keys = {choice.key for choice in choices}
        self.draft.choices = choices
        with suppress(StopReadingError):
            for question in self.draft.questions:
                for key, cell in question.meanings.items():
                    if key not in keys:
                        self.log.add(cell.at, f"this describes a level that --levels does not name; it has {text!r}")

    def decide(self, choice: Choice, means: Means) -> None:
        """Say what a doubtful choice stands for."""
        self.decided[choice.key] = means

    def undecided(self, title: str = "") -> list[Undecided]:
        """Return everything that only the author can say, and has not."""
        found = []
        if not self.title(title):
            found.append(Undecided(WHOLE, "It has no title.", ('--title "Our checklist"',)))
        if self.lacks_levels:
            why = "It does not say what the questions are rated on."
            found.append(Undecided(WHOLE, why, (f'--levels "{USUAL_LEVELS}"',)))
        for doubt in self.doubts:
            options = tuple(f"--{means} {argument(doubt.choice.label)}" for means in doubt.may_be)
            found.append(Undecided(doubt.choice.cell.at, doubt_in_words(doubt), options))
        if self.seems_turned:
            options = ("--highest-first", "--lowest-first")
            found.append(Undecided(self.levels[0].cell.at, self.turned_in_words(), options))
        return found

    def turned_in_words(self) -> str:
        """Return the sentence for levels that look as if they were listed highest first."""
        first, last = quoted(self.levels[0].label), quoted(self.levels[-1].label)
        return f"The levels begin with {first} and end with {last}; the wrong way round, all ratings would be wrong."

    def refuse_undecided(self, title: str = "") -> None:
        """Go on only where everything is decided.

        Raises:
            UndecidedError: something is not; each is told with the options that decide it.
        """
        found = self.undecided(title)
        if found:
            name = "The spreadsheet" if self.file == "-" else self.file
            options = "; and ".join(", or ".join(each.options) for each in found)
            raise UndecidedError(name, ["\n".join(each.why for each in found)], f"Say which: {options}.")

    def check(self) -> None:
        """Look for everything that is wrong whatever is still to be decided.

        Raises:
            ChecklistError: something is; every problem is named with its cell.
        """
        draft = self.draft.copy()
        draft.title = draft.id = Text(WHOLE, "none")
        open_ = {doubt.choice.key: Means.NOT_KNOWN for doubt in self.doubts}
        levels = levels_of(self.draft.choices, self.decided | open_)
        self._read(draft, levels if len(levels) > 1 else _stand_in(), None)

    def checklist(self, title: str = "", id_: str = "", earlier: Checklist | None = None) -> tuple[Checklist, Made]:
        """Return the checklist, and what was done about ids.

        A title or id given here goes before the spreadsheet's own. `earlier` is the checklist that this one takes the
        place of, so that questions keep their ids.

        Raises:
            UndecidedError: something is open that only its author can say.
            ChecklistError: something is wrong; every problem is named with its cell.
        """
        self.refuse_undecided(title)
        draft = self.draft.copy()
        draft.title = self.title(title)
        draft.id = self.id(title, id_)
        return self._read(draft, self.levels if draft.choices else _stand_in(), earlier)

    def text(self, checklist: Checklist) -> str:
        """Return the file of the checklist that was made.

        Raises:
            ChecklistError: it would be larger than any that is read.
        """
        name = Path(self.file).name
        text = to_yaml(checklist, f"Made from {name}. To change it, edit this file, or import again with --force.")
        if len(text.encode()) > intake.MOST_BYTES:
            most = intake.MOST_BYTES // 1_000_000
            why = f"as a checklist it takes more than {most} MB, which is the most; split it, or shorten its texts"
            raise ChecklistError(self.file, [Problem(self.file, 1, 1, why, WHOLE.path)])
        return text

    def _read(self, draft: Draft, levels: Sequence[Choice], earlier: Checklist | None) -> tuple[Checklist, Made]:
        log = Log()
        log.wrongs += self.log.wrongs
        with suppress(StopReadingError):
            draft.check_descriptions(levels, log)
            made = fill_ids(draft, earlier)
            checklist = read_nodes(draft.nodes(levels), log)
            if checklist and not log.wrongs:
                return checklist, made
        raise ChecklistError(self.file, problems(self.file, log))


def read_spreadsheet(file: str, stream: BinaryIO, wanted: Wanted) -> Import:
    """Read a CSV file or an Excel workbook; which of the two it is its first bytes tell.

    Raises:
        ChecklistError: it cannot be read; the problems say why.
    """
    log = Log()
    try:
        sheets = read_sheets(file, stream, wanted.sheet, log)
        if is_xlsform(sheets):
            draft = read_xlsform(sheets, wanted.language, wanted.ignored, log)
        else:
            if wanted.language:
                log.add(WHOLE, "only a form with the sheet 'survey' has languages; leave out --language")
            draft = read_columns(only_sheet(sheets, log), wanted.ignored, log)
    except StopReadingError:
        raise ChecklistError(file, problems(file, log)) from None
    return Import(file, draft, log)


def meant(choices: Sequence[Choice], words: Mapping[str, Means]) -> tuple[dict[str, Means], list[str]]:
    """Return what words by a person say about the choices, and the words that fit none of them."""
    found = {choice.key: means for word, means in words.items() for choice in choices if choice.is_called(word)}
    strange = [word for word in words if not any(choice.is_called(word) for choice in choices)]
    return found, strange


def doubt_in_words(doubt: Doubt) -> str:
    """Return the sentence for a choice that may be no level."""
    choice = doubt.choice
    code = f" (code {choice.code})" if choice.code and choice.code != choice.label else ""
    return (
        f"{quoted(choice.label)}{code} stands among the levels ({choice.cell.at}), but may mean that nobody knows "
        "or that the question does not apply; scored, it would be misread."
    )


def _stand_in() -> list[Choice]:
    """Return levels for a checklist that must have some, and whose questions are not rated."""
    return choices_in(Text(WHOLE, USUAL_LEVELS))
