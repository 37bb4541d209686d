"""The command that lays reviews beside each other and says what moved."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scrutiny_tui.cli.front import shared
from scrutiny_tui.cli.places import Given, Places, holds, now
from scrutiny_tui.cli.streams import give, give_json, quoted, tell
from scrutiny_tui.errors import UsageError

if TYPE_CHECKING:
    from scrutiny_tui.model.earlier import Earlier
    from scrutiny_tui.model.review import Review


@click.command()
@click.argument("old", metavar="OLD")
@click.argument("names", metavar="NEW...", nargs=-1)
@click.option("--keep", is_flag=True, help="Keep in the newest what the earlier ones said.")
@click.option(
    "--why",
    "whys",
    metavar="QUESTION TEXT",
    nargs=2,
    multiple=True,
    help="Why an answer is not what it was, by the question's number or id. Implies --keep.",
)
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@shared
@click.pass_obj
def compare(
    given: Given, *, old: str, names: tuple[str, ...], keep: bool, whys: tuple[tuple[str, str], ...], as_json: bool
) -> None:
    """Say what moved from OLD to NEW: two reviews or more, the oldest first, the newest last.

    Each is a path, or a name as `list` shows it. They are only read, except that --keep and --why write in the newest.

    Two answers are compared only where the question was asked in the same words.
    """
    from scrutiny_tui.cli.compare_shape import compare_shape
    from scrutiny_tui.cli.compare_text import compare_text, shows_charts
    from scrutiny_tui.model.comparison import compared
    from scrutiny_tui.model.keeping import as_earlier

    if not names:
        raise UsageError(
            "`compare` needs two reviews or more, and one was given.",
            todo="Give the earlier ones first and the newest last: scrutiny-tui compare OLD NEW",
        )
    places = given.places
    *olds, newest = [places.find(name) for name in (old, *names)]
    _refuse_the_same([*olds, newest])
    earlier = [as_earlier(places.library().read(path)) for path in olds]
    kept = keep or bool(whys)
    review = _keep(places, newest, earlier, whys) if kept else places.library().read(newest)
    found = compared(earlier, review)
    if as_json:
        give_json(compare_shape(newest, found, kept=kept))
        return
    for line in compare_text(found, charts=shows_charts(sys.stdout.encoding)):
        give(line)


def _refuse_the_same(paths: Sequence[Path]) -> None:
    for at, path in enumerate(paths):
        if any(_are_same(path, other) for other in paths[:at]):
            raise UsageError(
                f"{quoted(path.name)} is given twice, and a review has nothing to compare with itself.",
                todo="Give each review once, the newest last.",
            )


def _are_same(one: Path, other: Path) -> bool:
    return one == other or holds(lambda: one.samefile(other))


def _keep(places: Places, path: Path, earlier: Sequence["Earlier"], whys: Sequence[tuple[str, str]]) -> "Review":
    """Keep in the review at `path` what earlier ones said, and why answers are not what they were; return it."""
    from scrutiny_tui.model.keeping import why_not_earlier

    with places.writing(path) as store:
        for each in earlier:
            if why_not := why_not_earlier(store.review, each):
                raise UsageError(f"{quoted(each.title)} cannot be kept as an earlier review. {why_not}")
        review = _with_earlier(store.review, earlier)
        if whys and review.earlier[-1].review != earlier[-1].review:
            last = quoted(review.earlier[-1].title)
            raise UsageError(
                f"The last review before this one is {last}: a reason tells of the time since.",
                todo="Give that one as the last of the earlier ones.",
            )
        review = _with_whys(review, earlier[-1], whys)
        if review == store.review:
            tell(f"Nothing was written: {path.name} holds it already.")
            return review
        store.save(review)
    tell(f"Written in {path}")
    return review


def _with_earlier(review: "Review", earlier: Sequence["Earlier"]) -> "Review":
    from scrutiny_tui.model.keeping import keeping
    from scrutiny_tui.model.review import Event
    from scrutiny_tui.model.text import counted

    kept = keeping(review, earlier)
    if kept == review:
        return review
    return kept.noting(Event(now(), f"Kept what {counted(len(earlier), 'earlier review')} said"))


def _with_whys(review: "Review", last: "Earlier", whys: Sequence[tuple[str, str]]) -> "Review":
    from scrutiny_tui.model.keeping import with_why
    from scrutiny_tui.model.review import Event

    for asked, text in whys:
        question = _question(review, asked)
        changed = with_why(review, question, last.review, text)
        if changed != review:
            did = "Wrote why it changed" if text.strip() else "Took away why it changed"
            review = changed.noting(Event(now(), did, question))
    return review


def _question(review: "Review", asked: str) -> str:
    """Return the id of a question that was named by it, or by its number.

    Raises:
        UsageError: the review has no such question.
    """
    from scrutiny_tui.model.text import nearest

    asked = asked.strip()
    numbers = {str(number): question.id for number, question in enumerate(review.questions, 1)}
    if review.checklist.has(asked) or asked in numbers:
        return asked if review.checklist.has(asked) else numbers[asked]
    meant = nearest(asked, [question.id for question in review.questions])
    guess = f" Did you mean {quoted(meant)}?" if meant else ""
    raise UsageError(
        f"The newest review has no question {quoted(asked)}.{guess}",
        todo=f"After --why give a number from 1 to {len(numbers)}, or the id of a question, and then the reason.",
    )
