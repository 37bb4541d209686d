"""The conversation: what is said goes below what was said before, and nothing that stands there is ever changed."""

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.text import clean, nearest

LONGEST_LINE = 4095
"""Bytes after which a terminal takes no more of a line, and does not say so."""
END_OF_TEXT = "."
"""A line that holds this alone ends a text of several lines."""
_UNREAD = "\N{REPLACEMENT CHARACTER}"
_NOTHING_MORE = "Nothing more is typed, so this is the end."
NOT_FOLLOWED = "The next lines count on what could not be done, so this is the end."
"""Said where going on with a script would put its lines to another use than they were written for."""


class EndedError(Exception):
    """The conversation is over: nobody types any more, or what a script typed cannot be followed. Says which."""


@frozen
class Terminal:
    """What the conversation goes through.

    `read` returns one line without its end, and None where there are no more. `edit` opens a text in the person's own
    editor and returns what it is afterwards, None where it was left as it is; there is none where no editor is.
    `hidden` says a prompt and returns one line that the terminal does not show while it is typed, None where there are
    no more; without it, that line comes from `read`.
    """

    read: Callable[[], str | None]
    write: Callable[[str], object]
    interactive: bool
    """Whether a person types. Else lines come from a pipe, and each is written behind what it answers."""
    width: int = 0
    """The columns that lines are folded to; 0 leaves them as long as they are."""
    edit: Callable[[str], str | None] | None = None
    hidden: Callable[[str], str | None] | None = None


class Talk:
    """Says things and asks for lines. Everything that is wrong with a line is said with what would be right."""

    def __init__(self, terminal: Terminal) -> None:
        """Take what it goes through."""
        self._terminal = terminal
        self._hinted: set[str] = set()
        self.mistakes = 0
        """How many lines could not be used."""

    @property
    def interactive(self) -> bool:
        """Whether a person types."""
        return self._terminal.interactive

    # Saying

    def say(self, *lines: str) -> None:
        """Say some lines. What came from people or files is cleaned of all that a terminal would obey."""
        for line in lines:
            for part in clean(line).split("\n"):
                self._terminal.write("\n".join(self._folded(part)) + "\n")

    def number(self, lines: Iterable[str]) -> None:
        """Say numbered lines, from 1."""
        for number, line in enumerate(lines, 1):
            self.say(f"{number}. {line}")

    def hint(self, words: str) -> None:
        """Say how something is done, the first time only; after that it is there for who asks with a question mark."""
        if words not in self._hinted:
            self._hinted.add(words)
            self.say(words)

    def wrong(self, words: str) -> None:
        """Say that a line could not be used, and what would be right."""
        self.mistakes += 1
        self.say(words)

    def _folded(self, line: str) -> list[str]:
        if not self._terminal.width:
            return [line]
        return textwrap.wrap(line, self._terminal.width, break_long_words=False, break_on_hyphens=False) or [""]

    # Asking

    def ask(self, prompt: str) -> str:
        """Return the next line, without spaces at its ends.

        Raises:
            EndedError: there are no more.
        """
        return self._next(prompt).strip()

    def ask_unseen(self, prompt: str) -> str:
        """Return the next line, as `ask` does, and show it nowhere: it is a rating that is still sealed.

        Raises:
            EndedError: there are no more.
        """
        if self._terminal.hidden:
            return self._told(self._terminal.hidden(clean(prompt))).strip()
        return self._next(prompt, echo=False).strip()

    def _next(self, prompt: str, *, echo: bool = True) -> str:
        self._terminal.write(f"{clean(prompt)} ")
        line = self._told(self._terminal.read())
        if not self._terminal.interactive:
            self._terminal.write(f"{line}\n" if echo else "\n")
        return line

    def _told(self, line: str | None) -> str:
        """Return a line that was read, cleaned; where there is none, nobody is there any more."""
        if line is None:
            self._terminal.write("\n")
            raise EndedError(_NOTHING_MORE)
        if self._terminal.interactive and len(line.encode(errors="replace")) >= LONGEST_LINE:
            self.say("A terminal takes no longer line than this one, so its end may be missing: look at it.")
        safe = clean(line)
        if _UNREAD in safe:
            self.wrong(f"Something in that line is no text, and {_UNREAD} stands in its place.")
        return safe

    def choose(self, question: str, choices: Mapping[str, str]) -> str:
        """Return the key of one of these choices, which are said with numbers; empty where the person chose none.

        A choice can be typed as its number, as its key, or as its words; q chooses none, as Enter does.
        """
        self.say(question)
        self.number(choices.values())
        keys = list(choices)
        words = {text.casefold(): key for key, text in choices.items()} | {key.casefold(): key for key in keys}
        while typed := self.ask(f"1 to {len(keys)}, or Enter for none of them:").casefold():
            if typed in words:
                return words[typed]
            if typed == "q":
                break
            if (number := number_in(typed)) and number <= len(keys):
                return keys[number - 1]
            self.wrong(
                f"That is none of them: type a number from 1 to {len(keys)}, or nothing.{did_you_mean(typed, words)}"
            )
        return ""

    def agrees(self, question: str) -> bool:
        """Ask for yes or no; Enter alone is no."""
        while typed := self.ask(f"{question} yes or no, Enter is no:").casefold():
            if typed in {"yes", "y", "no", "n"}:
                return typed[0] == "y"
            self.wrong("Type yes or no.")
        return False

    def lines(self, prompt: str) -> Iterator[str]:
        """Yield the lines of a text as they come, until one that holds a dot alone.

        Raises:
            EndedError: there are no more, and no such line came.
        """
        while (line := self._next(prompt)).strip() != END_OF_TEXT:
            yield line.rstrip()

    @property
    def has_editor(self) -> bool:
        """Whether a text can be opened in the person's own editor."""
        return self._terminal.edit is not None

    def edited(self, text: str) -> str | None:
        """Return a text after the person has changed it in their editor; None where it was left as it is."""
        return self._terminal.edit(text) if self._terminal.edit else None


def number_in(typed: str) -> int:
    """Return the number that somebody typed; 0 where it is none, or none that counts anything."""
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= 6 else 0  # noqa: PLR2004


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """Return a guess at what was meant, as a sentence to put behind another; empty where nothing is near."""
    meant = nearest(typed, list(known))
    return f" Did you mean {meant}?" if meant else ""
