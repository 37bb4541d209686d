"""The command that looks whether everything is in order, and tells nothing of what reviews say."""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import click

from scrutiny_tui.cli.exits import Exit
from scrutiny_tui.cli.front import shared
from scrutiny_tui.cli.places import Given, Places, now
from scrutiny_tui.cli.streams import give, give_json, tell
from scrutiny_tui.model.checkup import Finding, Verdict, bad, look, ok
from scrutiny_tui.model.text import counted

_Found = dict[str, list[Finding]]


@click.command()
@click.argument("names", metavar="[FILE]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@shared
@click.pass_context
def doctor(ctx: click.Context, /, *, names: tuple[str, ...], as_json: bool) -> None:
    """Look whether the folder, the reviews and this computer are in order, and say what to do where not.

    FILE is a path, or a name as `list` shows it; without it, all your reviews. Nothing is changed.

    What is printed can be shown to somebody who helps: it has no answer, no note and no title in it, only the names of
    files. The code at the end is 1 where something is bad.
    """
    from scrutiny_tui.cli.doctor_here import here

    places = ctx.ensure_object(Given).places
    found = {_at_home(about): list(findings) for about, findings in _of_places(places, names)}
    found |= {about: list(findings) for about, findings in here().items()}
    if as_json:
        give_json(_shape(found))
    else:
        _print(found)
    if any(each.verdict is Verdict.BAD for findings in found.values() for each in findings):
        ctx.exit(Exit.FAILED)


def _of_places(places: Places, names: tuple[str, ...]) -> Iterator[tuple[str, Iterable[Finding]]]:
    from scrutiny_tui.storage.checkup import folder_findings, review_findings, reviews_in

    yield f"Folder {places.reviews}", folder_findings(places.reviews)
    for path in [places.find_kept(name) for name in names] or reviews_in(places.reviews):
        about = path.name if path.parent == places.reviews else str(path)
        yield f"Review {about}", review_findings(path, now())
    if not names:
        yield f"Checklists {places.own_checklists}", _checklists(places)
        preferences = places.preferences()
        yield f"Settings {preferences.path}", _settings(preferences.problems)


def _checklists(places: Places) -> Iterator[Finding]:
    items = places.shelf().own_items()
    for item in items:
        if item.checklist:
            yield ok(f"{item.path.name} can be used.")
        else:
            yield bad(
                f"{item.path.name} cannot be used: {counted(len(item.problems), 'problem')}.",
                "`scrutiny-tui checklist check FILE` lists what is wrong.",
            )
    if not items:
        yield ok("There are none of your own.")


def _settings(problems: Sequence[str]) -> Iterator[Finding]:
    if problems:
        yield look(
            f"{counted(len(problems), 'problem')}; the rest holds.", "`scrutiny-tui settings` lists what is wrong."
        )
    else:
        yield ok("They can be read.")


def _at_home(text: str) -> str:
    """Return a text with `~` for the person's home, whose name is nobody's business."""
    home = os.path.expanduser("~").rstrip(os.sep)  # noqa: PTH111  # Path.home() raises where there is none
    return re.sub(rf"(?<!\w){re.escape(home)}(?={re.escape(os.sep)}|$)", "~", text) if len(home) > 1 else text


def _print(found: _Found) -> None:
    for about, findings in found.items():
        give(about)
        for each in findings:
            give(f"  {each.verdict:<5} {_at_home(each.what)}")
            if each.todo:
                give(f"        {_at_home(each.todo)}")
    counts = Counter(each.verdict for findings in found.values() for each in findings)
    tell(", ".join(f"{counts[verdict]} {verdict}" for verdict in Verdict))


def _shape(found: _Found) -> dict[str, object]:
    return {
        "ok": all(each.verdict is not Verdict.BAD for findings in found.values() for each in findings),
        "findings": [
            {"about": about, "verdict": each.verdict, "what": _at_home(each.what), "todo": _at_home(each.todo)}
            for about, findings in found.items()
            for each in findings
        ],
    }
