"""The settings: what holds for all reviews, and the changing of it by number."""

from collections.abc import Sequence

from scrutiny_tui.model.choices import CHOICES, HOW_TO_CHANGE_KEYS, USUAL_KEYS, Choice
from scrutiny_tui.plain.keeper import attempt
from scrutiny_tui.plain.place import Command, Place
from scrutiny_tui.plain.sitting import Around
from scrutiny_tui.plain.talk import number_in


class SettingsPlace(Place):
    """A numbered list of the settings. A number takes the next value, or the one that stands behind it."""

    prompt = "Setting:"

    def __init__(self, around: Around) -> None:
        """Take where the settings are remembered."""
        super().__init__(around.talk)
        self._preferences = around.preferences

    def commands(self) -> Sequence[Command]:
        """Return what can be done beside changing one by its number."""
        return (
            Command("l", "list", "say the settings once more", lambda _: self.arrive()),
            Command("q", "back", "go back; everything is remembered", self.leave),
        )

    @property
    def range(self) -> str:
        """Which settings there are."""
        return f"Type a number from 1 to {len(CHOICES)}, and a value behind it; the number alone takes the next value."

    def arrive(self) -> None:
        """Say what is wrong with the file, what holds, and where it is remembered."""
        settings = self._preferences.settings
        self.talk.say("Settings.", *self._preferences.problems)
        self.talk.number(
            f"{each.title}: {each.of(settings)}. It can be {', '.join(each.values)}. {each.means}" for each in CHOICES
        )
        changed = "; ".join(f"{name} {key}" for name, key in settings.keys.items())
        self.talk.say(f"Keys: {changed or USUAL_KEYS}. {HOW_TO_CHANGE_KEYS}")
        self.talk.say(f"Remembered in {self._preferences.path}.")

    def other(self, line: str) -> bool:
        """Change the setting with this number."""
        first, _, word = line.partition(" ")
        if not 1 <= number_in(first) <= len(CHOICES):
            return False
        chosen, settings = CHOICES[number_in(first) - 1], self._preferences.settings
        if not (word := word.strip().casefold()):
            self._remember(chosen, chosen.of(chosen.after(settings)))
        elif word in chosen.values:
            self._remember(chosen, word)
        else:
            self.talk.wrong(chosen.wrong(word))
        return True

    def _remember(self, chosen: Choice, word: str) -> None:
        changed = chosen.put(self._preferences.settings, word)
        if attempt(self.talk, lambda: self._preferences.remember(changed)):
            self.talk.say(f"{chosen.title}: {word}. {chosen.remembered}")
        elif chosen.holds:
            self.talk.say(chosen.holds)
