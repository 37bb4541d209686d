"""The commands for writing a checklist: new, schema."""

from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Any

import click

from scrutiny_tui.cli.front import shared
from scrutiny_tui.cli.places import Given, given_file
from scrutiny_tui.cli.streams import give, give_document, give_json, quoted, tell
from scrutiny_tui.errors import UsageError
from scrutiny_tui.model.text import clean

_ASKED = (
    ("title", "Its title", "Our checklist"),
    ("id", "Its id, the word by which commands know it", ""),
    ("purpose", "What it is for, and for whom", "For members of the committee, before the meeting."),
    ("levels", "The levels, lowest first, with semicolons between", "No; Partly; Yes"),
    ("question", "Its first question", "What do we know, and how do we know it?"),
)
"""The five things that are asked, each with its proposal; the id is proposed from the title."""
_TAKEN = "Give another id, or --force to replace it."


@click.command("new")
@click.option("--title", metavar="TEXT", help="Its title.")
@click.option("--id", metavar="ID", help="Its id; made from the title where not given.")
@click.option("--purpose", metavar="TEXT", help="What it is for.")
@click.option("--levels", metavar="TEXT", help="The levels, lowest first, such as 'No; Partly; Yes'.")
@click.option("--question", metavar="TEXT", help="Its first question.")
@click.option("-o", "out", metavar="OUT", help="Where to write it; among your own checklists where not given, or -.")
@click.option("--no-input", is_flag=True, help="Ask nothing; what is not given takes what would be proposed.")
@click.option("--force", is_flag=True, help="Replace the file that is there.")
@shared
@click.pass_obj
def new_checklist(given: Given, /, *, out: str | None, no_input: bool, force: bool, **said: Any) -> None:  # noqa: ANN401
    """Write a checklist to begin with and print its path.

    It asks five things. The file explains itself, and `checklist check` finds what is wrong with it as you go on.
    """
    from scrutiny_tui.catalog.starter import starter
    from scrutiny_tui.catalog.writer import save

    target = None if out in {None, "-"} else given_file("-o", out or "").absolute()
    place = given.places.own_checklist
    keeps = out is None and not force
    answers = _answers(said, lambda id_: keeps and place(id_).exists(), no_input=no_input)
    text = starter(**answers)
    if out == "-":
        give_document(text)
        return
    target = target or place(answers["id"])
    save(target, text, force=force, todo=_TAKEN)
    give(str(target))
    tell(f"Open it in any text editor. To check it: scrutiny-tui checklist check {target if out else answers['id']}")


@click.command()
@shared
def schema() -> None:
    """Print the JSON Schema of a checklist, for editors that check and complete while you type."""
    from scrutiny_tui.catalog.schema import json_schema

    give_json(json_schema())


def _answers(said: dict[str, str | None], taken: Callable[[str], bool], *, no_input: bool) -> dict[str, str]:
    """Return the five answers, from the options, from the person, or as proposed.

    A person is told of an id that is `taken`, and asked for another.

    Raises:
        UsageError: what is given by an option, or would be proposed, cannot be used.
    """
    from scrutiny_tui.catalog.sheet.words import LONGEST
    from scrutiny_tui.catalog.starter import wrong_with
    from scrutiny_tui.cli.asking import ask, can_ask
    from scrutiny_tui.model.text import hyphenated

    def wrong(name: str, answer: str) -> str:
        there = name == "id" and taken(answer)
        return wrong_with(name, answer) or ("there is a checklist with this id already; give another" if there else "")

    asking = can_ask(no_input=no_input)
    answers: dict[str, str] = {}
    for name, question, proposed in _ASKED:
        given = said[name]
        usual = _free(hyphenated(answers["title"], LONGEST), taken) if name == "id" else proposed
        if given is None and asking:
            answers[name] = ask(question, usual, partial(wrong, name))
        else:
            answers[name] = usual if given is None else clean(given)
            _refuse(name, answers[name], wrong_with(name, answers[name]))
    return answers


def _free(id_: str, taken: Callable[[str], bool]) -> str:
    """Return the id, or it with a number where it is taken."""
    numbered = (id_ if number == 1 else f"{id_}-{number}" for number in count(1))
    return next(each for each in numbered if not taken(each))


def _refuse(name: str, answer: str, wrong: str) -> None:
    """Go on only where nothing is wrong with an answer.

    Raises:
        UsageError: something is.
    """
    if wrong:
        todo = "Give one with --id, such as --id our-checklist." if name == "id" and not answer else ""
        raise UsageError(f"No checklist was made. --{name} {quoted(answer)}: {wrong}.", todo=todo)
