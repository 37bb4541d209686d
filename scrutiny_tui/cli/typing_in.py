"""The command that takes a filled booklet back."""

import sys
from contextlib import closing

import click

from scrutiny_tui.cli.exits import Exit
from scrutiny_tui.cli.front import shared
from scrutiny_tui.cli.places import Given, now
from scrutiny_tui.cli.streams import give, tell


@click.command("type")
@click.argument("name", metavar="FILE")
@shared
@click.pass_context
def type_in(ctx: click.Context, *, name: str) -> None:
    """Type in a booklet that was filled in on paper.

    FILE is a path, or a name as `list` shows it.

    `4 2 t` means question 4, level 2, tested; then comes the note, until an empty line. `?` explains the rest. Each
    line is saved before the next is read. The lines may come through a pipe.
    """
    from scrutiny_tui.cli.lines import Lines
    from scrutiny_tui.cli.typist import Typist

    places = ctx.ensure_object(Given).places
    with closing(places.library().open(places.find(name))) as store:
        store.save(store.review)  # writes nothing, and says before anything is typed why nothing could be saved
        lines = Lines(sys.stdin)
        typist = Typist(store, now, lines)
        try:
            typist.run()
        except KeyboardInterrupt:
            tell("")
            raise
        finally:
            typist.sum_up()
        tell("Saved in:")
        give(str(store.path))
    if typist.mistakes and not lines.at_terminal:
        ctx.exit(Exit.FAILED)
