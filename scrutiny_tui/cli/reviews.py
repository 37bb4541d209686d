"""The commands for reviews: list, show, new."""

from dataclasses import replace

import click

from scrutiny_tui.cli.front import shared
from scrutiny_tui.cli.making import Wanted, drafted, make, makes_review
from scrutiny_tui.cli.places import Given, now
from scrutiny_tui.cli.streams import give, give_json, tell


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@shared
@click.pass_obj
def list_(given: Given, *, as_json: bool) -> None:
    """List your reviews, the last saved first."""
    from scrutiny_tui.cli.json_shape import library_shape
    from scrutiny_tui.cli.review_text import library_rows, overdue_lines

    library = given.places.library()
    listings = library.listings()
    if as_json:
        give_json(library_shape(library.folder, listings))
        return
    for line in library_rows(listings, now()):
        give(line)
    for line in overdue_lines(listings, now().date()):
        tell(line)
    if not listings:
        tell(
            f"There are no reviews yet in {library.folder}.\n"
            "`scrutiny-tui new key-questions` makes one, `scrutiny-tui demo` shows a worked example."
        )


@click.command()
@click.argument("name", metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@click.option("--private", is_flag=True, help="With your private notes.")
@shared
@click.pass_obj
def show(given: Given, *, name: str, as_json: bool, private: bool) -> None:
    """Say what one review holds.

    FILE is a path, or a name as `list` shows it. Nothing is changed.
    """
    from scrutiny_tui.cli.json_shape import review_shape
    from scrutiny_tui.cli.review_text import review_text

    path, review = given.places.read(name)
    if as_json:
        give_json(review_shape(review, private=private))
        return
    for line in review_text(review, path, private=private):
        give(line)


@click.command()
@click.argument("checklist", metavar="CHECKLIST")
@makes_review
@shared
@click.pass_obj
def new(given: Given, /, *, checklist: str, **wanted: str | None) -> None:
    """Make a review and print its path.

    CHECKLIST is an id as `checklist list` shows it, or a path.
    """
    from scrutiny_tui.model.review import Event

    places = given.places
    draft = drafted(places, checklist, Wanted(**wanted), now)
    made = draft.review.noting(Event(draft.review.created, "Made"))
    give(str(make(places, replace(draft, review=made))))
