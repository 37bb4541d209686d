"""The colours: the only place that names one.

In the first three themes text stands at 7:1 or better on whatever is drawn behind it, and what shows where the keys go
at 3:1 or better. The fourth leaves both to the terminal. One accent each: `primary`, and `accent` for what to look at.
"""

from textual.theme import Theme

from scrutiny_tui.model.settings import THEMES as NAMES

TERMINAL = NAMES[-1]
"""The name of the theme that fits any terminal."""


def _theme(name: str, colours: dict[str, str], *, dark: bool = True) -> Theme:
    """Return a theme of near greys: a terminal of 256 colours makes bright ones of anything else."""
    shared = {
        "text": colours["foreground"],
        "text-muted": colours["muted"],
        "text-disabled": colours["muted"],
        "border-blurred": colours["rule"],
        "block-cursor-foreground": colours["foreground"],
        "block-cursor-background": colours["cursor"],
        "block-cursor-blurred-background": colours["cursor"],
        "input-selection-background": colours["foreground"],
        "input-selection-foreground": colours["background"],
        "screen-selection-background": colours["foreground"],
        "screen-selection-foreground": colours["background"],
        "scrollbar": colours["rule"],
        "scrollbar-hover": colours["muted"],
        "scrollbar-active": colours["muted"],
        "scrollbar-background": colours["background"],
        "cursor-text-style": "bold",
    }
    return Theme(
        name=name,
        dark=dark,
        primary=colours["primary"],
        secondary=colours["muted"],
        accent=colours["accent"],
        warning=colours["accent"],
        error=colours["error"],
        success=colours["primary"],
        foreground=colours["foreground"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["panel"],
        variables=shared | {name: colours[name] for name in ("muted", "rule", "cursor", "field", "field-focus")},
    )


THEMES = (
    _theme(
        "dark",
        {
            "foreground": "#e9e7e1",
            "muted": "#bdc3c8",
            "primary": "#82d0e0",
            "accent": "#f2c26b",
            "error": "#ffb0a4",
            "background": "#131618",
            "surface": "#1a1e21",
            "panel": "#23282c",
            "field": "#23282c",
            "field-focus": "#2d3338",
            "cursor": "#2d3338",
            "rule": "#727b82",
        },
    ),
    _theme(
        "light",
        {
            "foreground": "#171a1d",
            "muted": "#42484d",
            "primary": "#064656",
            "accent": "#6b2f00",
            "error": "#8a1a10",
            "background": "#fbfaf7",
            "surface": "#f5f3ee",
            "panel": "#eae8e2",
            "field": "#eae8e2",
            "field-focus": "#ffffff",
            "cursor": "#dfe3e3",
            "rule": "#85837b",
        },
        dark=False,
    ),
    _theme(
        "high-contrast",
        {
            "foreground": "#ffffff",
            "muted": "#ffffff",
            "primary": "#ffff00",
            "accent": "#ffff00",
            "error": "#ffb0b0",
            "background": "#000000",
            "surface": "#000000",
            "panel": "#262626",
            "field": "#262626",
            "field-focus": "#000087",
            "cursor": "#000087",
            "rule": "#ffffff",
        },
    ),
    Theme(
        name=TERMINAL,
        ansi=True,
        # Of the sixteen colours these two can be read on black and on white; for the rest letters are as they are.
        primary="ansi_magenta",
        secondary="ansi_default",
        accent="ansi_magenta",
        warning="ansi_magenta",
        error="ansi_red",
        success="ansi_magenta",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        variables={
            "ansi-background": "ansi_default",
            "ansi-foreground": "ansi_default",
            "muted": "ansi_default",
            "rule": "ansi_default",
            "cursor": "ansi_default",
            "cursor-text-style": "bold reverse",
            "field": "ansi_default",
            "field-focus": "ansi_default",
            "text-muted": "ansi_default",
            "text-disabled": "ansi_default",
            "border": "ansi_magenta",
            "border-blurred": "ansi_default",
            "scrollbar": "ansi_default",
            "scrollbar-hover": "ansi_default",
            "scrollbar-active": "ansi_default",
            "scrollbar-background": "ansi_default",
            "block-cursor-background": "ansi_default",
            "block-cursor-text-style": "bold reverse",
        },
    ),
)
"""One for each name in the settings, in the same order."""


def next_name(name: str) -> str:
    """Return the name of the theme after this one; it goes round."""
    return NAMES[(NAMES.index(name) + 1) % len(NAMES)]
