"""A form as a value: its fields, where what is typed goes, and what must not be left as it is."""

from collections.abc import Callable, Mapping, Sequence

from scrutiny_tui.frozen import frozen

Values = Mapping[str, str]
"""Every field's text by its name, as typed."""


@frozen
class Field:
    """One field: a line of text, a longer text, or one of a few words where `options` are given."""

    name: str
    label: str
    value: str = ""
    hint: str = ""
    """Shown in the empty field."""
    replace: bool = False
    """Whether typing replaces the value at first, as it should where the value is only a proposal."""
    long: bool = False
    """Whether the text wraps over several lines."""
    options: Sequence[str] = ()
    suggestions: Sequence[str] = ()
    """Offered while typing."""


def _nothing(values: Values) -> tuple[str, str]:
    del values
    return "", ""


@frozen
class FormSpec:
    """A heading, fields, and where every change goes."""

    heading: str
    fields: Sequence[Field]
    take: Callable[[Values], str]
    """Takes all values after each change and returns what is wrong with them, in words; empty where nothing is."""
    words: str = ""
    """What the form is for, where the heading does not say it all."""
    unkept: Callable[[Values], tuple[str, str]] = _nothing
    """Returns what could not be kept and would be lost, in words, and the field; both are empty where nothing would."""
