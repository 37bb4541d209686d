"""The commands for checklists: list, show, check."""

import sys
from pathlib import Path

import click

from scrutiny_tui.cli.exits import Exit
from scrutiny_tui.cli.front import shared
from scrutiny_tui.cli.places import Given
from scrutiny_tui.cli.streams import give, give_json
from scrutiny_tui.errors import ChecklistError


@click.group(no_args_is_help=False)
@shared
def checklist() -> None:
    """List, show and check checklists."""


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
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@shared
@click.pass_context
def check_checklist(ctx: click.Context, *, name: str, as_json: bool) -> None:
    """Find everything that is wrong with a checklist.

    FILE is a YAML file, or - for standard input. Each problem is a line with its place.
    """
    from scrutiny_tui.catalog.schema import read_file, read_stream
    from scrutiny_tui.cli.columns import counted
    from scrutiny_tui.cli.json_shape import check_shape

    try:
        read = read_stream(sys.stdin.buffer) if name == "-" else read_file(Path(name))
    except ChecklistError as error:
        questions, problems = 0, error.problems
    else:
        questions, problems = len(read.questions), ()
    if as_json:
        give_json(check_shape(name, questions, problems))
    elif problems:
        for problem in problems:
            give(str(problem))
    else:
        give(f"{counted(questions, 'question')}, no problems")
    if problems:
        ctx.exit(Exit.FAILED)
