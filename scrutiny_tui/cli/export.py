"""The command that makes documents."""

from typing import TYPE_CHECKING, Any

import click

from scrutiny_tui.cli.documents import FormatName, deliver, goes_somewhere, is_folder
from scrutiny_tui.cli.front import shared
from scrutiny_tui.cli.places import Given
from scrutiny_tui.cli.streams import quoted, tell
from scrutiny_tui.errors import UsageError

if TYPE_CHECKING:
    from scrutiny_tui.export import Format
    from scrutiny_tui.export.wish import Wish
    from scrutiny_tui.model.report import Report
    from scrutiny_tui.model.review import Review


def _formats() -> "tuple[Format, ...]":
    from scrutiny_tui.export import FORMATS

    return FORMATS


@click.command()
@click.argument("name", metavar="FILE")
@click.option("--to", "kind", type=FormatName(_formats), required=True, help="The kind of document.")
@goes_somewhere
@click.option("--room", is_flag=True, help="Only the questions to take into the room.")
@click.option("--large", is_flag=True, help="In large print.")
@click.option("--part", metavar="PART", help="One part only, of a kind that makes several documents.")
@click.option("--raw", is_flag=True, help="For programs: CSV without what protects spreadsheets.")
@click.option("--private", is_flag=True, help="With your private notes.")
@click.option("--no-names", "nameless", is_flag=True, help="Without the names of people.")
@shared
@click.pass_obj
def export(given: Given, /, *, name: str, kind: "Format", out: str | None, force: bool, **wanted: Any) -> None:  # noqa: ANN401
    """Write a review as a document and print its path.

    FILE is a path, or a name as `list` shows it.

    Without -o the document lies beside the review, under a name of its own; nothing is overwritten.
    """
    from scrutiny_tui.export.files import also, default_name
    from scrutiny_tui.model.report import build

    wish = _wish(kind, **{each: wanted[each] for each in ("room", "large", "raw", "part")})
    path, review = given.places.read(name)
    report = build(review, private=wanted["private"], names=not wanted["nameless"])
    documents = list(kind.documents(report, wish))
    _tell_who_is_still_named(review, report)
    if out is not None and len(documents) > 1 and not is_folder(out):
        parts = ", ".join(part for part, _ in documents)
        raise UsageError(f"{kind.title} makes {len(documents)} documents, and -o names one file.",
                         todo=f"Give a folder, or say which with --part: {parts}.")  # fmt: skip
    for part, document in documents:
        usual = path.with_name(default_name(review, kind.suffix, also=also(wish, part)))
        deliver(document, usual, out, force=force)


def _tell_who_is_still_named(review: "Review", report: "Report") -> None:
    from scrutiny_tui.model.sharing import named_all_the_same
    from scrutiny_tui.model.text import one_line

    found = named_all_the_same(review, report.review)
    if found:
        tell("Names that were left out still stand in what people wrote, and nothing of it was changed:")
    for each in found:
        tell(f"  {one_line(each.where)}: '{one_line(each.text)}'")


def _wish(kind: "Format", *, room: bool, large: bool, raw: bool, part: str | None) -> "Wish":
    """Return how the document is wanted.

    Raises:
        UsageError: this kind cannot be had like that.
    """
    from scrutiny_tui.export.wish import Form, Wish

    if large and not kind.has_sizes:
        sized = " or ".join(f"--to {each.name}" for each in _formats() if each.has_sizes)
        raise UsageError(f"{kind.title} cannot say how large its letters are.", todo=f"For large print, use {sized}.")
    form = Form.ROOM if room else Form.RECORD
    parts = kind.parts.get(form, ())
    if part is not None and part not in parts:
        known = f"It has: {', '.join(parts)}." if parts else "It is one document."
        raise UsageError(f"{kind.title} has no part {quoted(part)}.", todo=known)
    return Wish(form, large=large, raw=raw, part=part or "")
