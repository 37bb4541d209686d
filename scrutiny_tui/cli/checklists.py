"""The commands for checklists: list, show, check, and those with a file of their own."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from scrutiny_tui.cli.authoring import new_checklist, schema
from scrutiny_tui.cli.exits import Exit
from scrutiny_tui.cli.front import shared
from scrutiny_tui.cli.importing import import_
from scrutiny_tui.cli.places import Given, holds
from scrutiny_tui.cli.printing import print_checklist
from scrutiny_tui.cli.spreadsheets import imported, is_spreadsheet
from scrutiny_tui.cli.streams import give, give_json
from scrutiny_tui.errors import ChecklistError, Problem


@click.group(no_args_is_help=False)
@shared
def checklist() -> None:
    """List, show, write, import, check and print checklists."""


for each in (new_checklist, import_, print_checklist, schema):
    checklist.add_command(each)


@checklist.command("list")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@shared
@click.pass_obj
def list_checklists(given: Given, *, as_json: bool) -> None:
    """List the checklists, your own among them."""
    from scrutiny_tui.cli.checklist_text import shelf_rows
    from scrutiny_tui.cli.json_shape import shelf_shape

    places = given.places
    items = places.shelf().items()
    if as_json:
        give_json(shelf_shape(places.own_checklists, items))
        return
    for line in shelf_rows(items):
        give(line)


@checklist.command("show")
@click.argument("name", metavar="ID")
@shared
@click.pass_obj
def show_checklist(given: Given, *, name: str) -> None:
    """Print a checklist to read.

    ID is an id as `checklist list` shows it, or a path.
    """
    from scrutiny_tui.cli.checklist_text import checklist_text

    for line in checklist_text(given.places.shelf().get(name)):
        give(line)


@checklist.command("check")
@click.argument("name", metavar="FILE")
@click.option("--sheet", metavar="NAME", default="", help="The sheet of a workbook to read.")
@click.option("--language", metavar="NAME", default="", help="The language to take, where a form has several.")
@click.option("--ignore", metavar="COLUMN", multiple=True, help="Leave out the column with this heading.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@shared
@click.pass_context
def check_checklist(ctx: click.Context, /, *, name: str, as_json: bool, **read_as: Any) -> None:  # noqa: ANN401
    """Find everything that is wrong with a checklist.

    FILE is a YAML file, a spreadsheet, an id as `checklist list` shows it, or - for standard input. Each problem is a
    line with its place.
    """
    from scrutiny_tui.cli.json_shape import check_shape
    from scrutiny_tui.model.text import counted

    questions = 0
    problems: tuple[Problem, ...] = ()
    try:
        questions = _questions_in(name, ctx.ensure_object(Given), read_as)
    except ChecklistError as error:
        problems = error.problems
    if as_json:
        give_json(check_shape(name, questions, problems))
    elif problems:
        for problem in problems:
            give(str(problem))
    else:
        give(f"{counted(questions, 'question')}, no problems")
    if problems:
        ctx.exit(Exit.FAILED)


def _questions_in(name: str, given: Given, read_as: Mapping[str, Any]) -> int:
    """Return how many questions a checklist has.

    Raises:
        ChecklistError: something is wrong with it, or it is a spreadsheet in which something is open.
        NoSuchChecklistError: there is none of that name.
    """
    from scrutiny_tui.catalog.schema import read_file, read_stream

    if name == "-":
        return len(read_stream(sys.stdin.buffer).questions)
    path = Path(name)
    if is_spreadsheet(name):
        return len(imported(name, read_as["sheet"], read_as["language"], read_as["ignore"]).questions)
    if holds(path.exists) or path.suffix or path.name != name:
        return len(read_file(path).questions)
    return len(given.places.shelf().get(name).questions)
