"""What a person has chosen, at work in the app: colours, keys, and the words about it where something is wrong."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from textual.content import Content
from textual.screen import Screen

from scrutiny_tui.desk.ports import Preferences
from scrutiny_tui.errors import ScrutinyError
from scrutiny_tui.model.settings import Settings
from scrutiny_tui.model.text import counted
from scrutiny_tui.tui.keys import key_for
from scrutiny_tui.tui.legible import LegibleApp
from scrutiny_tui.tui.themes import next_name
from scrutiny_tui.tui.widgets.bars import KeyBar
from scrutiny_tui.tui.widgets.cut import CutText


class SettingsLine(CutText):
    """Says above the keys what is wrong with the settings, for as long as it is."""

    DEFAULT_CSS = """
    SettingsLine { height: auto; max-height: 3; padding: 0 1; color: $error; }
    """


class Preferring:
    """Applies the settings to the app, and remembers what is chosen in it."""

    def __init__(self, app: LegibleApp, preferences: Preferences) -> None:
        """Take the app, and where the settings are remembered."""
        self._app, self._held = app, preferences
        self._one_at_a_time = asyncio.Lock()
        self.where = preferences.path
        self.problems: tuple[str, ...] = ()
        """What of the file does not hold, a sentence each."""

    @property
    def settings(self) -> Settings:
        """The settings as they stand."""
        return self._held.settings

    @property
    def is_new(self) -> bool:
        """Tell whether the first steps are still to be shown; who has a file that is not good has begun long ago."""
        return not (self.settings.welcomed or self._held.problems)

    def apply(self) -> None:
        """Let changed keys hold in the app that has begun, as far as they can."""
        settings = self.settings
        self.problems = tuple(self._held.problems)
        if settings.keys:
            # Whoever has changed no key does not wait for all the screens that keys are looked up in.
            from scrutiny_tui.tui.key_changes import checked  # noqa: PLC0415

            changes = checked(settings.keys)
            self._app.set_keymap(changes.keymap)
            self.problems += changes.problems(self.where.name)

    async def choose(self, change: Callable[[Settings], Settings]) -> str:
        """Change the settings, let them hold, and remember them. Returns why they are not remembered, in words."""
        async with self._one_at_a_time:
            changed = change(self.settings)
            self._app.theme, self._app.wants_ascii = changed.theme, changed.ascii
            try:
                await asyncio.to_thread(self._held.remember, changed)
            except ScrutinyError as error:
                return str(error)
        return ""

    async def next_theme(self) -> None:
        """Go on to the next colours and remember them."""
        following = self._app.theme = next_name(self._app.theme)
        self._tell(await self.choose(lambda settings: replace(settings, theme=following)))

    async def welcome(self) -> None:
        """Show the first steps, and remember that they were seen."""
        from scrutiny_tui.tui.screens.welcome import WelcomeScreen  # noqa: PLC0415 - seen once

        await self._app.push_screen_wait(WelcomeScreen())
        self._tell(await self.choose(lambda settings: replace(settings, welcomed=True)))

    async def show(self) -> None:
        """Show the settings."""
        from scrutiny_tui.tui.screens.settings import SettingsScreen  # noqa: PLC0415 - seldom needed

        await self._app.push_screen_wait(SettingsScreen(self))

    def tell_problems(self, screen: Screen[Any], first: str = "") -> None:
        """Say on a screen, for as long as it lasts, that something in the file is wrong, if it is.

        `first` is said in its place. Either takes the place of what was said on that screen before.
        """
        words = Content(first or self._problems_in_short)
        for line in screen.query(SettingsLine):
            line.update(words)
            line.display = bool(words)
            return
        for bar in screen.query(KeyBar) if words else ():  # there is none where the screen has gone by now
            screen.mount(SettingsLine(words), before=bar)

    @property
    def _problems_in_short(self) -> str:
        if not self.problems:
            return ""
        what = "it" if len(self.problems) == 1 else "them"
        shown = f"{key_for(self._app, 'app.settings', 'F3')} shows {what}."
        return f"{self.where.name} has {counted(len(self.problems), 'problem')}; the rest of it holds. {shown}"

    def _tell(self, words: str) -> None:
        self.tell_problems(next(each for each in reversed(self._app.screen_stack) if each.query(KeyBar)), words)
