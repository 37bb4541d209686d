"""The command that makes a checklist of a spreadsheet."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scrutiny_tui.cli.front import shared
from scrutiny_tui.cli.places import Given, given_file, holds
from scrutiny_tui.cli.spreadsheets import is_spreadsheet, read
from scrutiny_tui.cli.streams import give, give_document, quoted, tell
from scrutiny_tui.errors import ChecklistError, ExistsError, UsageError
from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.text import counted

if TYPE_CHECKING:
    from scrutiny_tui.catalog.importing import Import
    from scrutiny_tui.catalog.sheet.ids import Made
    from scrutiny_tui.catalog.sheet.levels import Means
    from scrutiny_tui.model.checklist import Checklist

_KEYS = {"not-known": "press 0, not known, in its place", "not-applicable": "press -, not applicable, in its place"}
_EXISTS = "With --force it is replaced, and its questions keep their ids."


@frozen
class _Options:
    """What was said on the command line."""

    out: str | None
    title: str
    id_: str
    levels: str
    order: str | None
    not_known: tuple[str, ...]
    not_applicable: tuple[str, ...]
    level: tuple[str, ...]
    sheet: str
    language: str
    ignore: tuple[str, ...]
    no_input: bool
    force: bool


@click.command("import")
@click.argument("name", metavar="FILE")
@click.option("-o", "out", metavar="OUT", help="Where to write it; among your own checklists where not given, or -.")
@click.option("--title", metavar="TEXT", default="", help="Its title; the spreadsheet's or the file's name otherwise.")
@click.option("--id", "id_", metavar="ID", default="", help="Its id; made from the title where not given.")
@click.option("--levels", metavar="TEXT", default="", help="The levels, lowest first, such as 'No; Partly; Yes'.")
@click.option("--highest-first", "order", flag_value="highest", help="The spreadsheet lists its highest level first.")
@click.option("--lowest-first", "order", flag_value="lowest", help="The spreadsheet lists its lowest level first.")
@click.option("--not-known", metavar="CHOICE", multiple=True, help="This choice means that nobody knows; never scored.")
@click.option("--not-applicable", metavar="CHOICE", multiple=True, help="This choice means that it does not apply.")
@click.option("--level", metavar="CHOICE", multiple=True, help="This choice, though it looks odd, is a level.")
@click.option("--sheet", metavar="NAME", default="", help="The sheet of a workbook to read.")
@click.option("--language", metavar="NAME", default="", help="The language to take, where a form has several.")
@click.option("--ignore", metavar="COLUMN", multiple=True, help="Leave out the column with this heading.")
@click.option("--no-input", is_flag=True, help="Ask nothing; refuse, and say which option answers.")
@click.option("--force", is_flag=True, help="Replace the checklist that is there; its questions keep their ids.")
@shared
@click.pass_obj
def import_(given: Given, /, *, name: str, **options: Any) -> None:  # noqa: ANN401  # as click gives them
    """Make a checklist of a spreadsheet and print its path.

    FILE is a .csv or .xlsx file with a question a row, a workbook in the XLSForm way, or - for standard input.

    The columns may stand in any order, and all but the first may be missing: Question, Section, ID, Help, Levels,
    Answered, Name, Why, Topic, Lines of enquiry, Good signs, Warning signs, Evidence, Sources, Phases; and a column for
    each level, with its number in front, such as "1 Poor".

    Every problem is told with its row and column, and nothing is written as long as there is one.
    """
    from scrutiny_tui.catalog.writer import save

    said = _Options(**options)
    _check_target(said.out, name)
    found = read(name, said.sheet, said.language, said.ignore)
    target = _target(said.out, given.places.own_checklist(found.id(said.title, said.id_).text))
    earlier = _earlier(target, force=said.force)
    _decide(found, said)
    made, ids = found.checklist(said.title, said.id_, earlier)
    text = found.text(made)
    if target is None:
        give_document(text)
        return
    save(target, text, force=said.force, todo=_EXISTS)
    give(str(target))
    _tell_outcome(made, ids, found)
    gone = [question.id for question in earlier.questions if not made.has(question.id)] if earlier else []
    if gone:
        tell(f"No longer asked: {', '.join(gone)}.")
    tell(f"To start a review: scrutiny-tui new {made.id if said.out is None else target}")


def _check_target(out: str | None, name: str) -> None:
    """Refuse to write over the spreadsheet, or under a name that says it were one.

    Raises:
        UsageError: that was asked for.
    """
    if out is None or out == "-":
        return
    target = given_file("-o", out)
    if is_spreadsheet(out) or (name != "-" and holds(lambda: target.samefile(name))):
        raise UsageError(
            f"A checklist is a YAML file, and {quoted(out)} is the name of a spreadsheet.",
            todo="Give -o a name that ends in .yaml.",
        )


def _decide(found: "Import", said: _Options) -> None:
    """Settle what the choices stand for: by the options, then by asking.

    Raises:
        UndecidedError: something is open, and nobody is there to ask.
        ChecklistError: something is wrong, so that there is no point in asking yet.
        UsageError: an option names a choice that there is not.
    """
    from scrutiny_tui.catalog.sheet.levels import Order
    from scrutiny_tui.cli.asking import can_ask

    if said.levels:
        found.take_levels(said.levels)
    found.order = Order(said.order) if said.order else None
    _take_meanings(found, said)
    if found.undecided(said.title):
        found.check()
        if can_ask(no_input=said.no_input):
            _ask(found)
        found.refuse_undecided(said.title)


def _take_meanings(found: "Import", said: _Options) -> None:
    from scrutiny_tui.catalog.importing import meant
    from scrutiny_tui.catalog.sheet.levels import Means

    words = dict.fromkeys(said.not_known, Means.NOT_KNOWN) | dict.fromkeys(said.not_applicable, Means.NOT_APPLICABLE)
    decided, strange = meant(found.draft.choices, words | dict.fromkeys(said.level, Means.LEVEL))
    if strange:
        labels = ", ".join(quoted(choice.label) for choice in found.draft.choices)
        raise UsageError(
            f"There is no choice {quoted(strange[0])} in {quoted(found.file)}.", f"There are: {labels or 'none'}."
        )
    found.decided.update(decided)


def _ask(found: "Import") -> None:
    """Ask for everything that is open, in the order in which one answer leads to the next question."""
    from scrutiny_tui.catalog.importing import USUAL_LEVELS, doubt_in_words
    from scrutiny_tui.catalog.sheet.levels import Means, Order
    from scrutiny_tui.catalog.starter import wrong_with_scale
    from scrutiny_tui.cli.asking import ask, ask_which

    if found.lacks_levels:
        tell("It does not say what the questions are rated on.")
        found.take_levels(ask("The levels, lowest first, with semicolons between", USUAL_LEVELS, wrong_with_scale))
    for doubt in found.doubts:
        tell(doubt_in_words(doubt))
        found.decide(doubt.choice, Means(ask_which("What does it stand for?", [means.value for means in doubt.may_be])))
    if found.seems_turned:
        tell(found.turned_in_words())
        found.order = Order(ask_which("Which level comes first in the spreadsheet?", [order.value for order in Order]))


def _target(out: str | None, usual: Path) -> Path | None:
    if out == "-":
        return None
    return usual if out is None else given_file("-o", out).absolute()


def _earlier(path: Path | None, *, force: bool) -> "Checklist | None":
    """Return the checklist that is to be replaced, to keep its ids.

    Raises:
        ExistsError: there is one, and nobody said that it is to be replaced.
        UsageError: it cannot be read, so that all ids would be made anew.
    """
    from scrutiny_tui.catalog.schema import read_file

    if path is None or not holds(path.exists):
        return None
    if not force:
        raise ExistsError(path, _EXISTS)
    try:
        return read_file(path)
    except ChecklistError as error:
        raise UsageError(
            f"{path} cannot be read, so its questions could not keep their ids.",
            "\n".join(map(str, error.problems)),
            "Mend it, or take it away to begin with new ids. Nothing was written.",
        ) from error


def _tell_outcome(made: "Checklist", ids: "Made", found: "Import") -> None:
    sections = counted(len(made.sections), "section")
    tell(f"Made {quoted(made.title)}: {counted(len(made.questions), 'question')} in {sections}.")
    tell(f"Levels, lowest first: {', '.join(map(str, made.scale.levels))}.")
    if not found.draft.is_rated:
        tell("No question is rated, so the levels are never used; a checklist must have some.")
    for choice in found.draft.choices:
        means: Means | None = found.decided.get(choice.key)
        if means and means.value in _KEYS:
            tell(f"{quoted(choice.label)} is no level: {_KEYS[means.value]}.")
    if ids.new:
        tell(f"Ids were made for {counted(ids.new, 'question')}. They stay when you import again with --force.")
    if ids.reworded:
        tell(f"Taken for the same in other words, so the id stays: {', '.join(ids.reworded)}.")
