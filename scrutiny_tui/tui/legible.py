"""An app that everybody can read: in colours of our own, in the terminal's, in none, in ASCII; and nothing moves."""

import os
from collections.abc import Sequence
from typing import Any

from textual import on
from textual.command import CommandPalette
from textual.filter import LineFilter, Monochrome, NoColor
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Input

from scrutiny_tui.tui.in_ascii import InAscii
from scrutiny_tui.tui.surviving import SurvivingApp
from scrutiny_tui.tui.themes import TERMINAL, THEMES

_MANY = 256
"""Colours from which on our own themes look as they should."""
_NO_COLOUR, _IN_ASCII = NoColor(), InAscii()


class LegibleApp(SurvivingApp):
    """Holds to what the terminal can show, whatever is asked for."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-medium"), (110, "-wide")]  # noqa: RUF012  # as Textual has it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-middling"), (30, "-tall")]  # noqa: RUF012  # as Textual has it

    wants_ascii: reactive[bool] = reactive(default=False)
    """Whether the person wants only signs that every font and every encoding has."""

    def __init__(self) -> None:
        super().__init__()
        self.animation_level = "none"
        self._colours, self._all_signs = _MANY, True
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name
        self.fit(colours=0 if os.environ.get("NO_COLOR") else _MANY)

    def fit(self, *, colours: int, all_signs: bool = True) -> None:
        """Take how many colours the terminal has, and whether it shows more than ASCII. Before the app runs."""
        self._colours, self._all_signs = colours, all_signs
        self.no_color = not colours  # Textual takes an empty NO_COLOR for one that is set
        self.theme = self.validate_theme(self.theme)

    def fit_to_size(self, screen: Screen[Any]) -> None:
        """Give a screen that is not shown yet the classes of its size.

        Textual does so when all of it is there, and then styles it and lays it out once more.
        """
        for measure, classes in zip(self.size, (self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS), strict=True):
            screen.add_class([name for least, name in classes if measure >= least][-1], update=False)

    def validate_theme(self, name: str) -> str:
        """Keep to the theme that fits any terminal where there are too few colours for the others."""
        return name if self._colours >= _MANY else TERMINAL

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer other colours where there are any."""
        return super().check_action(action, parameters) and (action != "switch_theme" or self._colours >= _MANY)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what every line goes through before it is drawn."""
        filters = [each for each in super().get_line_filters() if not isinstance(each, Monochrome)]
        if self.no_color:
            filters.append(_NO_COLOUR)
        if self.wants_ascii or not self._all_signs:
            filters.append(_IN_ASCII)
        return filters

    @on(CommandPalette.Opened)
    def _keep_still(self) -> None:
        self.screen.query_one(Input).cursor_blink = False
