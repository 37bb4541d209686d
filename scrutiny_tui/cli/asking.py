"""Asking the person at the terminal, where there is one; all talk goes to standard error."""

import sys
from collections.abc import Callable, Sequence
from typing import Any

import click

from scrutiny_tui.cli.streams import tell
from scrutiny_tui.model.text import clean


def can_ask(*, no_input: bool) -> bool:
    """Tell whether somebody is there to answer."""
    return not no_input and sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str, proposed: str = "", wrong: Callable[[str], str] = lambda _: "") -> str:
    """Return what the person types; Enter alone takes the proposal, if there is one.

    As long as `wrong` says that something is wrong with it, that is told, and it is asked again.
    """

    def checked(typed: str) -> str:
        answer = clean(typed).strip()
        if problem := wrong(answer):
            raise click.BadParameter(problem)
        return answer

    answer: str = _prompt(clean(question), default=clean(proposed) or None, value_proc=checked)
    return answer


def ask_which(question: str, words: Sequence[str]) -> str:
    """Return the one of a few words that the person types; it is asked until it is one of them."""
    answer: str = _prompt(clean(question), type=click.Choice(list(words), case_sensitive=False))
    return answer


def agrees(question: str) -> bool:
    """Ask for yes or no; Enter alone is no."""
    answer: str = _prompt(clean(question), type=click.Choice(["yes", "no"], case_sensitive=False), default="no")
    return answer == "yes"


def _prompt(question: str, **options: Any) -> Any:  # noqa: ANN401  # as click takes and gives them
    try:
        return click.prompt(question, err=True, **options)
    except click.Abort:
        tell("")  # what comes next stands on a line of its own
        raise
