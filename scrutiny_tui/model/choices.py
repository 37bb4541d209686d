"""What can be set, which values it takes, and the words for it: file, command and screen all speak from here."""

from collections.abc import Mapping
from dataclasses import replace

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.settings import THEMES, Settings
from scrutiny_tui.model.text import nearest

_ON_OFF: Mapping[str, str | bool] = {"on": True, "off": False}


@frozen
class Choice:
    """One setting that has a value out of a few."""

    name: str
    """As it is written in the file and after the command; a field of `Settings`."""
    title: str
    means: str
    """What it does, in a sentence."""
    values: Mapping[str, str | bool]
    """The values by the words for them."""
    later: bool = False
    """Whether it holds from the next start on, and not at once."""

    def of(self, settings: Settings) -> str:
        """Return the word for the value that it has."""
        held = getattr(settings, self.name)
        return next(word for word, value in self.values.items() if value == held)

    @property
    def remembered(self) -> str:
        """What is said once a value of it is remembered."""
        return "That holds from the next start on." if self.later else "Remembered."

    @property
    def holds(self) -> str:
        """What is said of a value of it that could not be remembered; empty where it would only hold later."""
        return "" if self.later else "It holds until you leave."

    def after(self, settings: Settings) -> Settings:
        """Return the settings with the next value; it goes round."""
        words = list(self.values)
        following = words[(words.index(self.of(settings)) + 1) % len(words)]
        return self.put(settings, following)

    def put(self, settings: Settings, word: str) -> Settings:
        """Return the settings with the value of this word, which is one of `values`."""
        return replace(settings, **{self.name: self.values[word]})  # type: ignore[arg-type]  # its values fit its field

    def wrong(self, written: object) -> str:
        """Return in a sentence why something is none of its values, with the nearest that is."""
        meant = nearest(written, self.values) if isinstance(written, str) else ""
        guess = f" Did you mean {meant}?" if meant else ""
        *others, last = self.values
        return f"It can be {', '.join(others)} or {last}, and not {_said(written)}.{guess}"


CHOICES = (
    Choice("theme", "Colours", "How the screen is coloured; F2 changes it too. terminal takes your terminal's colours.",
           {name: name for name in THEMES}),
    Choice("ascii", "Plain signs", "Only signs that every font has, for terminals that show others as boxes.", _ON_OFF),
    Choice("plain", "Plain mode", "Lines of text in the place of the full screen, as for a screen reader.", _ON_OFF,
           later=True),
    Choice("welcomed", "First steps seen", "off shows the three steps of the first start again.", _ON_OFF, later=True),
)  # fmt: skip
KEYS = "keys"
"""The name of the table of other keys."""
USUAL_KEYS = "as they usually are"
HOW_TO_CHANGE_KEYS = (
    "`scrutiny-tui settings keys question.note E` gives the note another key, and `scrutiny-tui settings --keys` lists "
    'the names of all. In the file the same is a line below [keys]: question.note = "E"'
)  # fmt: skip


def choice(name: str) -> Choice | None:
    """Return the setting of this name; None where there is none."""
    return next((each for each in CHOICES if each.name == name), None)


def unknown(name: str) -> str:
    """Return in a sentence that there is no setting of this name, with the nearest that there is."""
    names = [*(each.name for each in CHOICES), KEYS]
    meant = nearest(name, names)
    guess = f" Did you mean {meant}?" if meant else f" There are {', '.join(names)}."
    return f"There is no such setting.{guess}"


def _said(written: object) -> str:
    if isinstance(written, bool):
        return "true" if written else "false"
    return repr(written) if isinstance(written, str | int | float) else "what stands there"
