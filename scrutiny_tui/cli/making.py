"""What the commands that make a review share: their options, the empty review, and its file."""

import os
import shlex
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from uuid import uuid4

import click

from scrutiny_tui.cli.places import Places, given_file
from scrutiny_tui.cli.streams import quoted, tell
from scrutiny_tui.errors import ExistsError, UsageError
from scrutiny_tui.frozen import frozen

if TYPE_CHECKING:
    from scrutiny_tui.model.checklist import Checklist
    from scrutiny_tui.model.meeting import Meeting
    from scrutiny_tui.model.review import Review

Decorated = TypeVar("Decorated", bound=Callable[..., object])


@frozen
class Wanted:
    """What was said on the command line about a review to make."""

    out: str | None
    title: str | None
    meeting_file: str | None
    phase: str | None
    by: str | None


PHASE = click.Choice(["poor-to-fair", "fair-to-good", "good-to-great"], case_sensitive=False)
"""Written out, so that `--help` need not load the model; a test holds it to the model."""


def makes_review(command: Decorated) -> Decorated:
    """Give a command the options that say what is in `Wanted`."""
    out = click.option("-o", "out", metavar="FILE", help="Where to make it; in your folder of reviews where not given.")
    title = click.option(
        "--title", metavar="TEXT", help="Its title; made from the checklist and the meeting where not given."
    )
    meeting = click.option(
        "--meeting", "meeting_file", metavar="FILE", help="Details of the meeting: a .toml or .yaml file."
    )
    phase = click.option("--phase", type=PHASE, help="The phase of the improvement journey that the service is in.")
    by = click.option(
        "--by", metavar="NAME", help="Whose review it is, so that files of several people can be told apart."
    )
    return out(title(meeting(phase(by(command)))))


def drafted(places: Places, checklist: str, wanted: Wanted, clock: Callable[[], datetime]) -> "Draft":
    """Return an empty review with this checklist, and where it shall lie. Nothing is written.

    Raises:
        UsageError: there is no such checklist, or the place is no name for a file.
        ExistsError: a file lies there already.
        ChecklistError: the checklist cannot be used.
        MeetingFileError: the details of the meeting cannot be read.
    """
    from scrutiny_tui.model.checklist import Phase
    from scrutiny_tui.model.meeting import Meeting
    from scrutiny_tui.model.review import Review
    from scrutiny_tui.model.text import one_line

    place = place_of(wanted.out)
    questions = places.shelf().get(checklist)
    meeting = Meeting()
    if wanted.meeting_file is not None:
        from scrutiny_tui.catalog.meeting_file import read_meeting

        meeting = read_meeting(given_file("--meeting", wanted.meeting_file))
    title = one_line(wanted.title or "") or _title(questions, meeting)
    review = Review(id=uuid4().hex, title=title, checklist=questions, created=clock(), meeting=meeting)
    review = review.in_phase(Phase(wanted.phase) if wanted.phase else None).by_whom(one_line(wanted.by or ""))
    return Draft(review, *place)


@frozen
class Draft:
    """A review that is not written yet."""

    review: "Review"
    path: Path | None
    """Where it shall lie; None for a name made from its title in the folder of reviews."""
    renamed: bool
    """Whether the name that was given had not the ending of reviews."""


def make(places: Places, draft: Draft) -> Path:
    """Write a new review, say how to open it, and return its file.

    Raises:
        ExistsError: a file lies there already.
        CreateError: it could not be written.
    """
    store = places.library().create(draft.review, draft.path)
    store.close()
    if draft.renamed:
        tell("The names of reviews end in .scrutiny.json, so it has that ending.")
    tell(f"Made {quoted(draft.review.title)}. To open it: scrutiny-tui {shlex.quote(str(store.path))}")
    return store.path


def place_of(out: str | None, more: str = "") -> tuple[Path | None, bool]:
    """Return where -o wants a review to lie, and whether the name that it gives had not the ending of reviews.

    `more` stands after that ending in the names of encrypted copies.

    Raises:
        UsageError: it is no name for a file.
        ExistsError: a file lies there already.
    """
    from scrutiny_tui.storage.names import SUFFIX

    if out is None:
        return None, False
    path = given_file("-o", out).absolute()
    if not path.parent.is_dir():
        raise UsageError(f"There is no folder {path.parent}.", todo="Make it first, or give another with -o.")
    renamed = not path.name.endswith(SUFFIX + more)
    if renamed:
        bare = path.name.removesuffix(more).removesuffix(".json").removesuffix(".scrutiny")
        path = path.with_name(bare + SUFFIX + more)
    if os.path.lexists(path):
        raise ExistsError(path)
    return path, renamed


def _title(checklist: "Checklist", meeting: "Meeting") -> str:
    from scrutiny_tui.model.meeting import in_words

    when = in_words(meeting.date) if meeting.date else ""
    return ", ".join(filter(None, (checklist.title, meeting.committee, when)))
