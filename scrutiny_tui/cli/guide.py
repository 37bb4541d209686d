"""The guide as plain text."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from scrutiny_tui.cli.columns import folded
from scrutiny_tui.cli.front import shared
from scrutiny_tui.cli.places import Given
from scrutiny_tui.cli.streams import give
from scrutiny_tui.errors import UsageError
from scrutiny_tui.model.text import nearest

if TYPE_CHECKING:
    from scrutiny_tui.model.guide_pages import Page, Passage


@click.command()
@click.argument("name", metavar="[PAGE]", default="")
@shared
@click.pass_obj
def guide(given: Given, *, name: str) -> None:
    """Print the guide to an improvement journey, or one page of it.

    PAGE is steps, phases, timeline, offer, references, changed or words.
    """
    from scrutiny_tui.model.guide_pages import pages

    every = {page.name.casefold(): page for page in pages(given.places.shelf().guide())}
    if name and name.casefold() not in every:
        meant = nearest(name, every)
        raise UsageError(
            f"The guide has no page {name!r}.",
            f"Did you mean {meant!r}?" if meant else "",
            f"It has: {', '.join(every)}.",
        )
    shown = [every[name.casefold()]] if name else every.values()
    for page in shown:
        for line in _lines(page):
            give(line)


def _lines(page: "Page") -> Iterator[str]:
    yield page.name.upper()
    yield ""
    for passage in page.passages:
        yield from _passage(passage)
    yield ""


def _passage(passage: "Passage") -> Iterator[str]:
    if passage.drawn:
        yield from ("", *passage.text.split("\n"), "")
        return
    if passage.label and not passage.text:
        yield ""
    indented = passage.text.startswith("- ") or bool(passage.label)
    yield from folded(passage.plain, indent="  " if indented else "")
