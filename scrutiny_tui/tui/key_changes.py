"""Other keys than the usual: what of a person's changes can hold, and in words why the rest cannot."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from string import ascii_lowercase

from textual.binding import Binding
from textual.widgets import Input, TextArea

from scrutiny_tui.model.choices import KEYS
from scrutiny_tui.model.text import clean, nearest
from scrutiny_tui.tui.every_key import together, usual_keys
from scrutiny_tui.tui.key_names import keys_of, name_of, types

_WHILE_TYPING = {"Box", "Form", "Note"}
"""Groups of keys that must work where a text is typed."""
_HELP_WHILE_TYPING = "app.help-anywhere"
_OF_FIELDS = set(Binding.make_bindings([*Input.BINDINGS, *TextArea.BINDINGS]))
"""What Textual's own fields do with keys, such as to go to the start of the line."""
_NO_LETTERS = [*(f"f{number}" for number in range(4, 13)), *(f"ctrl+{letter}" for letter in "abdefgklnoprtuvwx")]


@dataclass
class KeyChanges:
    """What became of the changes of a person, by the id of what each key does."""

    keymap: dict[str, str] = field(default_factory=dict)
    """Those that hold, in Textual's words."""
    wrong: dict[str, str] = field(default_factory=dict)
    """Why the others do not, a sentence each."""

    def problems(self, file: str) -> tuple[str, ...]:
        """Return what is wrong, with the file and the name in it."""
        return tuple(f"{file}, {KEYS}, {clean(name)}: {why}" for name, why in self.wrong.items())


def checked(changes: Mapping[str, str]) -> KeyChanges:
    """Return which changes can hold: each is known, a key, and clashes with nothing that works at the same time."""
    found, usual = KeyChanges(), usual_keys()
    wanted: dict[str, list[str]] = {}
    for name, written in changes.items():
        if why := _unusable(name, written, usual):
            found.wrong[name] = why
        else:
            wanted[name] = keys_of(written)
    # A change that is not made leaves the usual key where it was, and another change may want just that.
    while clash := next(_clashes(wanted), None):
        name, key, other = clash
        found.wrong[name] = _told(name, key, other, wanted)
        del wanted[name]
    found.keymap = {name: ",".join(keys) for name, keys in wanted.items()}
    return found


def described(binding: Binding) -> str:
    """Return in words what a key does."""
    return binding.tooltip or binding.description or "what a field or a list does with it"


def usual_names(binding: Binding) -> str:
    """Return the usual keys of a binding as they are written on a keyboard and in a file."""
    return ", ".join(name_of(one.key) for one in Binding.make_bindings([binding]))


def _unusable(name: str, written: str, usual: Mapping[str, Binding]) -> str:
    if name not in usual:
        meant = nearest(name, usual)
        guess = f" Did you mean {meant} ({described(usual[meant])})?" if meant else ""
        return f"No key has this name.{guess or ' `scrutiny-tui settings --keys` lists them.'}"
    try:
        keys = keys_of(written)
    except ValueError as error:
        return clean(str(error))
    if any(map(types, keys)) and _works_while_typing(usual[name]):
        return "It works while a text is typed, so it needs a key that types nothing, such as F8 or Ctrl+G."
    return ""


def _works_while_typing(binding: Binding) -> bool:
    group = binding.group.description if binding.group else ""
    return binding.priority or group in _WHILE_TYPING or binding.id == _HELP_WHILE_TYPING


def _clashes(wanted: dict[str, list[str]]) -> Iterator[tuple[str, str, Binding]]:
    """Yield what is changed, the key it wants, and what has that key at the same time."""
    usual = usual_keys()
    for name in reversed(wanted):  # of two changes to one key, the first one holds
        old = [one.key for one in Binding.make_bindings([usual[name]])]
        for key in wanted[name]:
            other = _has(key, name, wanted)
            # A key that it usually has, a field or a list may take for its own, as it usually does.
            if other and (key not in old or other.id in wanted):
                yield name, key, other


def _has(key: str, name: str, wanted: Mapping[str, list[str]]) -> Binding | None:
    """Return what else has a key where what goes by `name` works."""
    for group in together():
        if any(binding.id == name for binding in group):
            for other in group:
                if (
                    other.id != name
                    and key in wanted.get(other.id or "", [other.key])
                    and not _only_in_fields(other, name)
                ):
                    return other
    return None


def _only_in_fields(other: Binding, name: str) -> bool:
    """Tell whether something only takes a key where a text is typed, and what goes by `name` is not for then."""
    return other in _OF_FIELDS and not _works_while_typing(usual_keys()[name])


def _told(name: str, key: str, other: Binding, wanted: Mapping[str, list[str]]) -> str:
    usual = usual_keys()
    who = f"{described(other)} ({other.id})" if other.id else described(other)
    free = next((each for each in _near(key, usual[name]) if not _has(each, name, wanted)), "")
    instead = f" Free is {name_of(free)}." if free else ""
    return f"{described(usual[name])} cannot have {name_of(key)}: there it is {who}.{instead}"


def _near(key: str, binding: Binding) -> Iterator[str]:
    """Yield keys that could be taken instead, the nearest first."""
    if not _works_while_typing(binding):
        if key.isalpha() and len(key) == 1:
            yield key.swapcase()
            at = ascii_lowercase.find(key.lower())
            yield from sorted(ascii_lowercase, key=lambda each: abs(ascii_lowercase.find(each) - at))
        yield from ascii_lowercase.upper()
    yield from _NO_LETTERS
