"""What is true of every command: how its name is found, the options it shares, and how it ends."""

import sys
import traceback
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from scrutiny_tui.cli.exits import Exit
from scrutiny_tui.cli.places import Given
from scrutiny_tui.cli.streams import discard_output, prepare_streams, tell, tell_error
from scrutiny_tui.errors import ScrutinyError

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

NAME = "scrutiny-tui"


class Front(click.Group):
    """A group of commands in which a first word that is no command is a review to open."""

    opener: click.Command
    """Opens the review named by its first argument."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the first word names, or else the one that opens a review."""
        if self.get_command(ctx, args[0]) is None:
            return "", self.opener, args
        return super().resolve_command(ctx, args)


def shared(command: Decorated) -> Decorated:
    """Give a command the options that may stand before or after its name."""
    at = click.option(
        "--at", metavar="DIR", expose_value=False, callback=_note_at, help="The folder of reviews to work in."
    )
    debug = click.option(
        "--debug", is_flag=True, expose_value=False, callback=_note_debug, help="Show where in the program it failed."
    )
    return at(debug(command))


def run(group: click.Group, arguments: Sequence[str]) -> int:
    """Run the command and return its exit code. Whatever goes wrong is said in words on standard error."""
    prepare_streams()
    given = Given()
    try:
        code = _invoke(group, arguments, given)
        sys.stdout.flush()
    except BrokenPipeError:
        # Nobody reads any more, as after `| head`: that is the reader's choice.
        discard_output()
        return Exit.DONE
    except (KeyboardInterrupt, click.Abort):
        return Exit.INTERRUPTED
    except Exception as error:  # noqa: BLE001  # the last door: nothing but words may leave through it
        if given.debug:
            tell("".join(traceback.format_exception(error)))
        return _failed(error)
    return code


def _invoke(group: click.Group, arguments: Sequence[str], given: Given) -> int:
    try:
        with group.make_context(NAME, list(arguments), obj=given) as context:
            group.invoke(context)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    return Exit.DONE


def _failed(error: Exception) -> int:
    if isinstance(error, ScrutinyError):
        tell_error(error)
        return error.exit_code
    if isinstance(error, click.ClickException):
        tell(error.format_message())
        if isinstance(error, click.UsageError) and error.ctx:
            path = error.ctx.command_path  # with a space too many where a review stands in the place of a command
            usage = error.ctx.get_usage().replace(path, path.strip(), 1)
            tell(f"{usage}\n`{path.strip()} --help` explains it.")
        return error.exit_code
    if isinstance(error, OSError) and error.strerror:
        discard_output()
        tell(f"The system refuses: {error.strerror}" + (f": {error.filename}" if error.filename else "") + ".")
    else:
        tell(
            "Something went wrong that should not have; your saved reviews are as they were. "
            "To report it, run the same command again with --debug and send what it prints."
        )
    return Exit.FAILED


def _note_at(ctx: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    if value is not None:
        ctx.ensure_object(Given).at = value


def _note_debug(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001  # click's way
    if value:
        ctx.ensure_object(Given).debug = True
