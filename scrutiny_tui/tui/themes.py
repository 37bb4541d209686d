"""The colours: the only place that names one. Text stands at 7:1 or better on its background in both."""

from textual.theme import Theme

DARK = Theme(
    name="scrutiny-dark",
    dark=True,
    primary="#6fc3d4",
    secondary="#b8c7d9",
    accent="#f0b95b",
    warning="#f0b95b",
    error="#ff9d8f",
    success="#a5d39a",
    foreground="#e9e7e0",
    background="#11161b",
    surface="#171e25",
    panel="#1f2831",
    variables={"muted": "#b3bbc2", "rule": "#3a4651", "block-cursor-text-style": "bold"},
)
LIGHT = Theme(
    name="scrutiny-light",
    dark=False,
    primary="#0a5468",
    secondary="#34475a",
    accent="#7a4300",
    warning="#7a4300",
    error="#8f1d10",
    success="#1f5a22",
    foreground="#171b1f",
    background="#fbfaf6",
    surface="#f3f1ea",
    panel="#e7e4da",
    variables={"muted": "#464d53", "rule": "#b9b4a5", "block-cursor-text-style": "bold"},
)
THEMES = (DARK, LIGHT)
