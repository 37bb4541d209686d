"""What a person has chosen once for all of their reviews: how it looks, how it speaks, which keys do what."""

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType

from scrutiny_tui.frozen import frozen

THEMES = ("dark", "light", "high-contrast", "terminal")
"""The names of the themes, the usual one first. The last takes the sixteen colours of the terminal itself."""


@frozen
class Settings:
    """The settings; what nobody chose is as it usually is."""

    theme: str = THEMES[0]
    """One of `THEMES`."""
    ascii: bool = False
    """Whether only signs are drawn that every font and every encoding has."""
    plain: bool = False
    """Whether the plain mode opens where the full screen would."""
    welcomed: bool = False
    """Whether the three steps of the first start have been seen or skipped."""
    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Other keys than the usual: the id of what a key does, and the key, or several with commas between them."""
