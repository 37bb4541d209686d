"""The command that makes documents."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from scrutiny_tui.cli.front import shared
from scrutiny_tui.cli.places import Given, given_file, holds
from scrutiny_tui.cli.streams import give, give_document, quoted
from scrutiny_tui.errors import ExistsError, UsageError

if TYPE_CHECKING:
    from scrutiny_tui.export import Format


class FormatName(click.ParamType):  # type: ignore[type-arg]  # it cannot be subscripted before click 8.2
    """The name of a kind of document. The kinds are imported when they are asked for, so that `--help` stays quick."""

    name = "format"

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002  # click's way
        """Return the names for `export --help`."""
        return "|".join(_formats())

    def convert(self, value: "str | Format", param: click.Parameter | None, ctx: click.Context | None) -> "Format":
        """Return the format of this name, or refuse it naming all."""
        formats = _formats()
        if not isinstance(value, str):
            return value
        if value not in formats:
            self.fail(f"{value!r} is not one of: {', '.join(formats)}.", param, ctx)
        return formats[value]


@click.command()
@click.argument("name", metavar="FILE")
@click.option("--to", "kind", type=FormatName(), required=True, help="The kind of document.")
@click.option("-o", "out", metavar="OUT", help="Where to write it: a file, a folder, or - for standard output.")
@click.option("--force", is_flag=True, help="Overwrite the file that -o names.")
@click.option("--private", is_flag=True, help="With your private notes.")
@shared
@click.pass_obj
def export(given: Given, *, name: str, kind: "Format", out: str | None, force: bool, private: bool) -> None:
    """Write a review as a document and print its path.

    FILE is a path, or a name as `list` shows it.

    Without -o the document lies beside the review, under a name of its own; nothing is overwritten.
    """
    from scrutiny_tui.export.files import default_name, write
    from scrutiny_tui.model.report import build

    path, review = given.places.read(name)
    text = kind.render(build(review, private=private))
    if out == "-":
        give_document(text)
        return
    target = _target(out, path.with_name(default_name(review, kind.suffix)))
    try:
        write(target, text, force=force)
    except ExistsError as error:
        raise ExistsError(target, "Give another name, or --force to overwrite it.") from error
    give(str(target))


def _target(out: str | None, usual: Path) -> Path:
    """Return where a document shall be written: at `usual`, under that name in the folder `out`, or at `out`.

    Raises:
        UsageError: `out` is no name for a document.
    """
    from scrutiny_tui.export.files import free_path
    from scrutiny_tui.storage.names import SUFFIX

    if out is None:
        return free_path(usual)
    if out and holds(Path(out).is_dir):
        return free_path(Path(out).absolute() / usual.name)

    target = given_file("-o", out).absolute()
    # Whatever its name was given as, it is the file behind it that would be lost.
    if any(each.name.endswith(SUFFIX) for each in (target, target.resolve())):
        raise UsageError(f"{quoted(out)} is the name of a review, and a document never takes its place.")
    return target


def _formats() -> "dict[str, Format]":
    from scrutiny_tui.export import FORMATS

    return {kind.name: kind for kind in FORMATS}
