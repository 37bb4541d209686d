"""The file of settings: read strictly, all its problems at once; written so that what a person wrote in it stays."""

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scrutiny_tui import writing
from scrutiny_tui.errors import SettingsSaveError
from scrutiny_tui.model import choices
from scrutiny_tui.model.choices import CHOICES, KEYS
from scrutiny_tui.model.settings import Settings
from scrutiny_tui.model.text import clean

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

_LARGEST = 1_000_000
"""Bytes. A file of settings has a few hundred; nothing larger is read into memory."""


class SettingsFile:
    """The settings in a TOML file, which may not exist. Fits `Preferences`. A bad file is told of, and stops nobody."""

    def __init__(self, path: Path) -> None:
        """Read the file: what is good in it holds, and `problems` tells of the rest."""
        self.path = path
        self.settings = Settings()
        self._wrong: list[tuple[str, str]] = []
        try:
            read = _tables(_text(path))
        except _UnreadableError as error:
            self._wrong.append(("", str(error)))
        else:
            self._take(read)
        self._remembered = self.settings

    @property
    def problems(self) -> tuple[str, ...]:
        """What in the file is not good and so does not hold, a sentence each, with the file and the name in it."""
        return tuple(f"{', '.join(filter(None, (self.path.name, name)))}: {wrong}" for name, wrong in self._wrong)

    def _take(self, read: Mapping[str, Any]) -> None:
        keys: dict[str, str] = {}
        for name, value in read.items():
            chosen = choices.choice(name)
            if name == KEYS:
                keys = dict(self._keys(value))
            elif chosen is None:
                self._wrong.append((clean(name), choices.unknown(name)))
            elif isinstance(value, str) and value in chosen.values:
                self.settings = chosen.put(self.settings, value)
            elif isinstance(value, bool) and value in chosen.values.values():
                self.settings = chosen.put(self.settings, "on" if value else "off")
            else:
                self._wrong.append((name, clean(chosen.wrong(value))))
        self.settings = _with_keys(self.settings, keys)

    def _keys(self, value: object) -> Iterator[tuple[str, str]]:
        if not isinstance(value, Mapping):
            self._wrong.append((KEYS, 'It is a table: a line [keys], and below it lines like question.note = "E".'))
            return
        for name, key in _leaves(value):
            if isinstance(key, str):
                yield name, key
            else:
                self._wrong.append((f"{KEYS}, {clean(name)}", 'Write the key in quotes, such as "E" or "f5".'))

    def remember(self, settings: Settings) -> None:
        """Put on the disk what differs from what was read or remembered last; all else in the file stays as it is.

        Raises:
            SettingsSaveError: they could not be written; for this sitting they hold all the same.
        """
        self.settings = settings
        try:
            text = _text(self.path)
            data = _changed(text, self._remembered, settings).encode()
            if data != text.encode():
                self._put(data)
            self._remembered = settings
        except _UnreadableError as error:
            raise SettingsSaveError(self.path, f"{error} Nothing in it was touched.") from error
        except OSError as error:
            raise SettingsSaveError(self.path, writing.refusal(self.path, error)) from error

    def _put(self, data: bytes) -> None:
        real = Path(os.path.realpath(self.path))  # a link stays a link
        writing.make_folder(real.parent)
        if real.exists() and not real.stat().st_mode & stat.S_IWUSR:
            raise SettingsSaveError(self.path, "The file is marked read-only.")
        writing.put(real, data, over=True)


class _UnreadableError(Exception):
    """The file says nothing that can be used; in a sentence why."""


def _text(path: Path) -> str:
    """Return what the file says; nothing where there is none."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST:
            raise _UnreadableError("It is no file of settings, so none of it holds.")
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        raise _UnreadableError("It is no text in UTF-8, so none of it holds.") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "there is no such name"
        raise _UnreadableError(f"It cannot be read ({why}), so none of it holds.") from None


def _tables(text: str) -> Mapping[str, Any]:
    if not text.strip():
        return {}
    import tomllib  # noqa: PLC0415 - whoever has no settings does not wait for it

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _UnreadableError(f"It cannot be read as TOML, so none of it holds: {clean(str(error))}.") from None


def _leaves(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, object]]:
    """Yield values by their names; in TOML `question.note = "E"` without quotes is a table in a table."""
    for name, value in table.items():
        if isinstance(value, Mapping) and value:
            yield from _leaves(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def _with_keys(settings: Settings, keys: Mapping[str, str]) -> Settings:
    return Settings(**{each.name: getattr(settings, each.name) for each in CHOICES}, keys=keys)


def _changed(text: str, before: Settings, after: Settings) -> str:
    import tomlkit  # noqa: PLC0415 - only who changes a setting waits for it
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415 - as above

    try:
        document = tomlkit.parse(text)
    except TOMLKitError as error:
        raise _UnreadableError(f"It cannot be read as TOML: {clean(str(error))}.") from error
    for each in CHOICES:
        if each.of(before) != each.of(after):
            document[each.name] = getattr(after, each.name)
    _change_keys(document, before.keys, after.keys)
    return document.as_string()


def _change_keys(document: "TOMLDocument", before: Mapping[str, str], after: Mapping[str, str]) -> None:
    changed = {name: after.get(name) for name in {**before, **after} if before.get(name) != after.get(name)}
    if changed and not isinstance(document.get(KEYS), Mapping):
        document[KEYS] = {}
    for name, key in changed.items():
        table: Any = document[KEYS]
        *folders, last = name.split(".")
        inside = table
        for folder in folders:
            inside = inside.get(folder, {}) if isinstance(inside, Mapping) else {}
        home: Any
        home, own = (inside, last) if isinstance(inside, Mapping) and last in inside else (table, name)
        if key is not None:
            home[own] = key
        elif own in home:
            del home[own]
