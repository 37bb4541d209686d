"""The plain mode: the same work line by line, for screen readers, Braille, poor links and scripts."""

from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scrutiny_tui.cli.exits import Exit
from scrutiny_tui.cli.front import Decorated, shared
from scrutiny_tui.cli.places import Given, Places, now
from scrutiny_tui.cli.scratch import scratch

if TYPE_CHECKING:
    from scrutiny_tui.desk.ports import Store

ACCESSIBLE = "ACCESSIBLE"
"""The environment variable by which a person asks every program for its plain mode."""


def plainly(command: Decorated) -> Decorated:
    """Give a command that opens the app the option to do so line by line."""
    return click.option(
        "--plain", is_flag=True, expose_value=False, callback=_note_plain, help="Work line by line, without a screen."
    )(command)


def _note_plain(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001  # click's way
    if value:
        ctx.ensure_object(Given).plain = True


def wants_plain(environment: Mapping[str, str]) -> bool:
    """Tell whether the environment asks for the plain mode: by `ACCESSIBLE`, unless that is empty or 0."""
    return environment.get(ACCESSIBLE, "") not in {"", "0"}


def start_plain(places: Places, path: Path | None = None, *, demo: bool = False) -> int:
    """Run the plain mode and return its exit code: at the review in `path`, the worked example, or the library.

    Raises:
        ReviewFileError: the review cannot be read.
    """
    from scrutiny_tui.cli.line_terminal import LineTerminal
    from scrutiny_tui.plain.conversation import converse
    from scrutiny_tui.plain.sitting import Around
    from scrutiny_tui.plain.talk import Talk

    with ExitStack() as leaving:

        def example() -> "Store":
            return Places(leaving.enter_context(scratch())).library().create(places.example())

        preferences = places.preferences()
        terminal = LineTerminal(lambda: preferences.settings.ascii)
        talk = Talk(leaving.enter_context(terminal.taken()))
        around = Around(talk, places.library(), places.shelf(), now, preferences, example)
        converse(around, path, demo=demo)
    return Exit.FAILED if talk.mistakes and not talk.interactive else Exit.DONE


@click.command()
@click.argument("name", metavar="[FILE]", required=False)
@shared
@click.pass_context
def plain(ctx: click.Context, name: str | None) -> None:
    """Work line by line, with everything that the screens can do.

    FILE is a path, or a name as `list` shows it; without it, your reviews are listed first.

    `?` says what can be done where you are. The lines may come through a pipe: then each is written behind what it
    answers, and the command ends with 1 if one of them could not be used.
    """
    places = ctx.ensure_object(Given).places
    ctx.exit(start_plain(places, places.find_kept(name) if name else None))
