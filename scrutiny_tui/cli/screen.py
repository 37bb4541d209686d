"""Opening the app. Whether there is a terminal is asked before anything of Textual is imported."""

import gc
import os
import sys
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scrutiny_tui.cli.exits import Exit
from scrutiny_tui.cli.front import shared
from scrutiny_tui.cli.places import Given, Places, now
from scrutiny_tui.cli.plain import plainly, start_plain, wants_plain
from scrutiny_tui.cli.showing import all_signs, colours
from scrutiny_tui.cli.streams import tell
from scrutiny_tui.errors import NoTerminalError, ReviewFileError, SaveError

if TYPE_CHECKING:
    from scrutiny_tui.desk.ports import Store
    from scrutiny_tui.storage.library import Library
    from scrutiny_tui.tui.crash import Crash

_CANNOT_DRAW = {"dumb", "unknown"}
"""What terminals call themselves that write one line below the other and nothing else."""


def has_terminal() -> bool:
    """Tell whether somebody can see the screen and type."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def can_draw(environment: Mapping[str, str]) -> bool:
    """Tell whether the terminal of this environment can show more than lines."""
    return environment.get("TERM") not in _CANNOT_DRAW


def start(places: Places, path: Path | None = None, *, demo: bool = False, plain: bool = False) -> int:
    """Run the app and return its exit code: at the review in `path`, at the worked example, or else at the library.

    It runs line by line where that is asked for, and where the terminal shows nothing but lines.

    Raises:
        NoTerminalError: there is no terminal.
        ReviewFileError: the review cannot be read.
    """
    preferences = places.preferences()
    if plain or wants_plain(os.environ) or preferences.settings.plain:
        return start_plain(places, path, demo=demo)
    if not has_terminal():
        raise NoTerminalError
    if not can_draw(os.environ):
        tell(f"This terminal shows lines only (TERM={os.environ['TERM']}), so this is the plain mode.")
        return start_plain(places, path, demo=demo)
    library = places.library()
    with ExitStack() as leaving:

        def example() -> "Store":
            from scrutiny_tui.cli.scratch import scratch

            return Places(leaving.enter_context(scratch())).library().create(places.example())

        # Nothing that a start makes is garbage, and looking for some takes a tenth of it.
        gc.disable()
        # Opened first: what cannot be read is told in a line, not after a screen has come and gone.
        opening = example() if demo else _opened(library, path) if path else None
        from scrutiny_tui.tui.app import ScrutinyApp
        from scrutiny_tui.tui.errand import Opening

        app = ScrutinyApp(
            library,
            places.shelf(),
            now,
            preferences=preferences,
            example=example,
            opening=Opening(opening, scratch=demo) if opening else None,
        )
        app.fit(colours=colours(os.environ), all_signs=all_signs(sys.stdout.encoding))
        # Most of what screens are made of stays: looking for garbage as often as usual takes a sixth of the app's time.
        gc.freeze()
        gc.set_threshold(50_000, 20, 20)
        gc.enable()
        app.run()
        if app.crash:
            return _tell(app.crash, places.reviews)
        if app.return_code and app.unsaved:
            tell(app.unsaved)
        return app.return_code or Exit.DONE


def _tell(crash: "Crash", folder: Path) -> Exit:
    """Say what ended the app, and where the report of it lies; what cannot be written there is said instead."""
    from scrutiny_tui.writing import make_one_folder, put, refusal

    at = now()
    path = folder / "Crash reports" / f"{at:%Y-%m-%d %H.%M.%S}.txt"
    try:
        make_one_folder(path.parent)  # not those above it, which are gone where a stick was pulled out
        put(path, crash.report(at).encode())
    except OSError as error:
        tell(
            f"{crash.words}\nThe report could not be written. {refusal(path, error)} It is this:\n\n{crash.report(at)}"
        )
    else:
        tell(f"{crash.words}\nThere is a report of it, with nothing in it that you typed: {path}")
    return Exit.FAILED


def _opened(library: "Library", path: Path) -> "Store | Path":
    """Open a review; one that is damaged and has a good copy is left to the screen, which offers that.

    Raises:
        ReviewFileError: it cannot be read, and no copy can take its place.
    """
    try:
        return library.open(path)
    except ReviewFileError:
        with suppress(SaveError):  # what lies there must stay
            library.offer(path)
            return path
        raise


@click.command(help="Open a review in the app. FILE is a path, or a name as `list` shows it.")
@click.argument("name", metavar="FILE")
@shared
@plainly
@click.pass_context
def open_review(ctx: click.Context, name: str) -> None:
    """Open the app at one review."""
    given = ctx.ensure_object(Given)
    places = given.places
    group = ctx.find_root().command
    commands = group.list_commands(ctx) if isinstance(group, click.Group) else ()
    ctx.exit(start(places, places.find_kept(name, commands), plain=given.plain))


@click.command()
@shared
@plainly
@click.pass_context
def demo(ctx: click.Context) -> None:
    """Try a worked example; without a terminal, print its report.

    In the app it lies in a scratch folder, which goes when you leave unless you keep the review.
    """
    given = ctx.ensure_object(Given)
    places = given.places
    if has_terminal() or given.plain:
        ctx.exit(start(places, demo=True, plain=given.plain))
    from scrutiny_tui.cli.streams import give_document
    from scrutiny_tui.export.markdown import text
    from scrutiny_tui.model.report import build

    give_document(text(build(places.example())))
