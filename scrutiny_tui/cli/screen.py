"""Opening the app. Whether there is a terminal is asked before anything of Textual is imported."""

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scrutiny_tui.cli.front import shared
from scrutiny_tui.cli.places import Given, Places, now
from scrutiny_tui.cli.scratch import scratch
from scrutiny_tui.errors import NoTerminalError

if TYPE_CHECKING:
    from scrutiny_tui.desk.ports import Store


def has_terminal() -> bool:
    """Tell whether somebody can see the screen and type."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def start(places: Places, path: Path | None = None, *, demo: bool = False) -> int:
    """Run the app and return its exit code: at the review in `path`, at the worked example, or else at the library.

    Raises:
        NoTerminalError: there is no terminal.
        ReviewFileError: the review cannot be read.
    """
    if not has_terminal():
        raise NoTerminalError
    library = places.library()
    with ExitStack() as leaving:

        def example() -> "Store":
            return Places(leaving.enter_context(scratch())).library().create(places.example())

        # Opened first: what cannot be read is told in a line, not after a screen has come and gone.
        opening = example() if demo else library.open(path) if path else None
        from scrutiny_tui.tui.app import ScrutinyApp

        app = ScrutinyApp(library, places.shelf(), now, example=example, opening=opening, scratch=demo)
        app.run()
        return app.return_code or 0


@click.command(help="Open a review in the app. FILE is a path, or a name as `list` shows it.")
@click.argument("name", metavar="FILE")
@shared
@click.pass_context
def open_review(ctx: click.Context, name: str) -> None:
    """Open the app at one review."""
    places = ctx.ensure_object(Given).places
    group = ctx.find_root().command
    commands = group.list_commands(ctx) if isinstance(group, click.Group) else ()
    ctx.exit(start(places, places.find(name, commands)))


@click.command()
@shared
@click.pass_context
def demo(ctx: click.Context) -> None:
    """Try a worked example; without a terminal, print its report.

    In the app it lies in a scratch folder, which goes when you leave unless you keep the review.
    """
    places = ctx.ensure_object(Given).places
    if has_terminal():
        ctx.exit(start(places, demo=True))
    from scrutiny_tui.cli.streams import give_document
    from scrutiny_tui.export.markdown import text
    from scrutiny_tui.model.report import build

    give_document(text(build(places.example())))
