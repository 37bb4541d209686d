"""Where things lie."""

import platform

import click

from scrutiny_tui import __version__
from scrutiny_tui.cli.front import shared
from scrutiny_tui.cli.places import Given, holds
from scrutiny_tui.cli.streams import give, give_json


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@shared
@click.pass_obj
def where(given: Given, *, as_json: bool) -> None:
    """Say where things lie, and which version this is."""
    from scrutiny_tui.catalog.shelf import packaged_folder

    places = given.places
    folders = {
        "reviews": places.reviews,
        "own_checklists": places.own_checklists,
        "packaged_checklists": packaged_folder(),
    }
    programs = {"version": __version__, "python": platform.python_version()}
    settings = places.preferences().path
    if as_json:
        give_json({name: str(folder) for name, folder in folders.items()} | {"settings": str(settings)} | programs)
        return
    for name, folder in folders.items():
        missing = "" if holds(folder.is_dir) else " (not made yet)"
        give(f"{name.replace('_', ' ').capitalize() + ':':<21}{folder}{missing}")
    missing = "" if holds(settings.exists) else " (not made yet)"
    give(f"{'Settings:':<21}{settings}{missing}")
    give(f"{'Version:':<21}{__version__}\n{'Python:':<21}{programs['python']}")
