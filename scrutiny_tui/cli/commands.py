"""The command and its subcommands."""

import os
import sys

import click

from scrutiny_tui import __version__
from scrutiny_tui.cli import front
from scrutiny_tui.cli.backups import backups
from scrutiny_tui.cli.carrying import carry
from scrutiny_tui.cli.checklists import checklist
from scrutiny_tui.cli.comparing import compare
from scrutiny_tui.cli.doctor import doctor
from scrutiny_tui.cli.export import export
from scrutiny_tui.cli.guide import guide
from scrutiny_tui.cli.merging import merge
from scrutiny_tui.cli.places import Given
from scrutiny_tui.cli.plain import plain, plainly
from scrutiny_tui.cli.restore import restore
from scrutiny_tui.cli.reviews import list_, new, show
from scrutiny_tui.cli.room_list import room
from scrutiny_tui.cli.screen import demo, open_review, start
from scrutiny_tui.cli.settings import settings
from scrutiny_tui.cli.sharing import share
from scrutiny_tui.cli.taking_in import import_review
from scrutiny_tui.cli.typing_in import type_in
from scrutiny_tui.cli.where import where


@click.group(
    cls=front.Front,
    invoke_without_command=True,
    subcommand_metavar="[FILE] | COMMAND [ARGS]...",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@front.shared
@plainly
@click.version_option(__version__, prog_name=front.NAME, message="%(prog)s %(version)s")
@click.pass_context
def scrutiny(ctx: click.Context) -> None:
    """Work through a scrutiny checklist in the terminal and leave with the questions to ask.

    Without a command it opens your reviews, or the review in FILE: a path, or a name as `list` shows it.
    """
    if ctx.invoked_subcommand is None:
        given = ctx.ensure_object(Given)
        ctx.exit(start(given.places, plain=given.plain))


scrutiny.opener = open_review
for command in (
    demo,
    plain,
    new,
    carry,
    compare,
    merge,
    list_,
    show,
    room,
    type_in,
    export,
    import_review,
    share,
    checklist,
    guide,
    backups,
    restore,
    doctor,
    settings,
    where,
):
    scrutiny.add_command(command)


def main() -> None:
    """Run the command and leave with its exit code. What it makes is for its owner, whatever else is usual here."""
    os.umask(0o077)
    sys.exit(front.run(scrutiny, sys.argv[1:]))
