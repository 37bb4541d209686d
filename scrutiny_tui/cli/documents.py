"""What the commands that make documents share: which kinds there are, and where a document goes."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol, TypeVar

import click

from scrutiny_tui.cli.places import given_file, holds
from scrutiny_tui.cli.streams import give, give_document, quoted
from scrutiny_tui.errors import ExistsError, UsageError

Decorated = TypeVar("Decorated", bound=Callable[..., object])


class Named(Protocol):
    """A kind of document."""

    @property
    def name(self) -> str:
        """The word for `--to`."""


class FormatName(click.ParamType):  # type: ignore[type-arg]  # it cannot be subscripted before click 8.2
    """The name of a kind of document. The kinds are imported when they are asked for, so that `--help` stays quick."""

    name = "format"

    def __init__(self, formats: Callable[[], Iterable[Named]]) -> None:
        """Take a function that imports the kinds and returns them."""
        self._formats = formats

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002  # click's way
        """Return the names for `--help`."""
        return "|".join(kind.name for kind in self._formats())

    def convert(self, value: str | Named, param: click.Parameter | None, ctx: click.Context | None) -> Named:
        """Return the format of this name, or refuse it naming all."""
        if not isinstance(value, str):
            return value
        formats = {kind.name: kind for kind in self._formats()}
        if value not in formats:
            self.fail(f"{value!r} is not one of: {', '.join(formats)}.", param, ctx)
        return formats[value]


def goes_somewhere(command: Decorated) -> Decorated:
    """Give a command the options that say where its document goes."""
    out = click.option(
        "-o", "out", metavar="OUT", help="Where to write it: a file, a folder, or - for standard output."
    )
    force = click.option("--force", is_flag=True, help="Overwrite the file that -o names.")
    return out(force(command))


def deliver(document: str | bytes, usual: Path, out: str | None, *, force: bool) -> None:
    """Write a document where the person wants it and print its path, or give it to standard output.

    It goes to `usual`, under that name into the folder `out`, or to the file `out`; `-` is standard output.

    Raises:
        UsageError: `out` is no name for a document, or a terminal that cannot show it.
        ExistsError: there is such a file, and `force` is not given.
        ExportError: it could not be written.
    """
    from scrutiny_tui.export.files import write

    if out == "-":
        _refuse_to_show(document)
        give_document(document)
        return
    target = _target(out, usual)
    try:
        write(target, document, force=force)
    except ExistsError as error:
        raise ExistsError(target, "Give another name, or --force to overwrite it.") from error
    give(str(target))


def is_folder(out: str) -> bool:
    """Tell whether what -o gives is a folder that is there."""
    return bool(out) and out != "-" and holds(Path(out).is_dir)


def _refuse_to_show(document: str | bytes) -> None:
    # No text has this character, and every packed document does.
    if isinstance(document, bytes) and b"\0" in document and sys.stdout.isatty():
        raise UsageError("A terminal cannot show this kind of document.", todo="Give a file with -o, or leave -o out.")


def _target(out: str | None, usual: Path) -> Path:
    """Return where a document shall be written: at `usual`, under that name in the folder `out`, or at `out`.

    Raises:
        UsageError: `out` is no name for a document.
    """
    from scrutiny_tui.export.files import free_path
    from scrutiny_tui.storage.names import SUFFIX

    if out is None:
        return free_path(usual)
    if is_folder(out):
        return free_path(Path(out).absolute() / usual.name)

    target = given_file("-o", out).absolute()
    # Whatever its name was given as, it is the file behind it that would be lost.
    if any(each.name.endswith(SUFFIX) for each in (target, target.resolve())):
        raise UsageError(f"{quoted(out)} is the name of a review, and a document never takes its place.")
    return target
