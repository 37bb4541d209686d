"""The commands for reviews: list, show, new."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import click

from scrutiny_tui.cli.front import shared
from scrutiny_tui.cli.places import Given, given_file, now
from scrutiny_tui.cli.streams import give, give_json, quoted, tell
from scrutiny_tui.errors import UsageError

if TYPE_CHECKING:
    from scrutiny_tui.model.checklist import Checklist
    from scrutiny_tui.model.meeting import Meeting


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@shared
@click.pass_obj
def list_(given: Given, *, as_json: bool) -> None:
    """List your reviews, the last saved first."""
    from scrutiny_tui.cli.json_shape import library_shape
    from scrutiny_tui.cli.review_text import library_rows

    library = given.places.library()
    listings = library.listings()
    if as_json:
        give_json(library_shape(library.folder, listings))
        return
    for line in library_rows(listings, now()):
        give(line)
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
@click.option("-o", "out", metavar="FILE", help="Where to make it; in your folder of reviews where not given.")
@click.option("--title", metavar="TEXT", help="Its title; made from the checklist and the meeting where not given.")
@click.option("--meeting", "meeting_file", metavar="FILE", help="Details of the meeting: a .toml or .yaml file.")
@shared
@click.pass_obj
def new(given: Given, *, checklist: str, out: str | None, title: str | None, meeting_file: str | None) -> None:
    """Make a review and print its path.

    CHECKLIST is an id as `checklist list` shows it, or a path.
    """
    from scrutiny_tui.model.meeting import Meeting
    from scrutiny_tui.model.review import Event, Review
    from scrutiny_tui.model.text import one_line

    places = given.places
    path = _review_path(out)
    questions = places.shelf().get(checklist)
    meeting = Meeting()
    if meeting_file is not None:
        from scrutiny_tui.catalog.meeting_file import read_meeting

        meeting = read_meeting(given_file("--meeting", meeting_file))
    moment = now()
    review = Review(
        id=uuid4().hex,
        title=one_line(title or "") or _title(questions, meeting),
        checklist=questions,
        created=moment,
        meeting=meeting,
        history=(Event(moment, "Made"),),
    )
    store = places.library().create(review, path)
    store.close()
    give(str(store.path))
    if path and path != Path(out or "").absolute():
        tell("The names of reviews end in .scrutiny.json, so it has that ending.")
    tell(f"Made {quoted(review.title)}. To open it: scrutiny-tui {shlex.quote(str(store.path))}")


def _review_path(out: str | None) -> Path | None:
    """Return where a review shall be made; a name without the ending of reviews gets it.

    Raises:
        UsageError: it is no name for a file.
    """
    from scrutiny_tui.storage.names import SUFFIX

    if out is None:
        return None
    path = given_file("-o", out).absolute()
    if not path.parent.is_dir():
        raise UsageError(f"There is no folder {path.parent}.", todo="Make it first, or give another with -o.")
    if path.name.endswith(SUFFIX):
        return path
    return path.with_name(path.name.removesuffix(".json") + SUFFIX)


def _title(checklist: "Checklist", meeting: "Meeting") -> str:
    from scrutiny_tui.model.meeting import in_words

    when = in_words(meeting.date) if meeting.date else ""
    return ", ".join(filter(None, (checklist.title, meeting.committee, when)))
