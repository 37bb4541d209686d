"""A checklist as the YAML that the reader takes, for a person to go on writing, and its file.

Long texts are written as blocks, because in them a person may type colons and quotes as they like.
"""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml

from scrutiny_tui import writing
from scrutiny_tui.catalog.schema import FORMAT
from scrutiny_tui.errors import ChecklistSaveError, ExistsError
from scrutiny_tui.model.checklist import Checklist

_WIDTH = 100
_LONG = 90
"""A text of more letters than these is written as a block."""
_RENAMED = {("Level", "value"): "level"}
"""Fields that are called otherwise in the file than in the model."""

# The C emitter writes a checklist about ten times faster, but not every PyYAML has it.
_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Dumper(_DUMPER):  # type: ignore[misc]  # whichever of the two there is
    """Writes each text in the way that is easiest to go on typing in."""

    def ignore_aliases(self, data: object) -> bool:
        """Write everything out: the reader takes no aliases."""
        del data
        return True


def _text(dumper: Any, text: str) -> Any:  # noqa: ANN401  # PyYAML's dumpers share no type
    style = "|" if "\n" in text else ">" if len(text) > _LONG else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def to_yaml(checklist: Checklist, comment: str = "") -> str:
    """Return the file of a checklist, after a comment; reading it gives the same checklist."""
    head = "".join(f"# {line}\n" for line in comment.splitlines())
    return head + dump({"format": FORMAT, **_plain(checklist)})


def save(path: Path, text: str, *, force: bool, todo: str) -> None:
    """Write a checklist's file, in a folder that is made where it is missing; only its owner can read it.

    Raises:
        ExistsError: there is a file of that name, and `force` is not given; `todo` says what to do then.
        ChecklistSaveError: it could not be written.
    """
    try:
        writing.make_folder(path.parent)
        with _existing_told(path, todo):
            writing.put(path, text.encode(), over=force)
    except OSError as error:
        raise ChecklistSaveError(path, writing.refusal(path, error)) from error


def dump(data: Mapping[str, Any] | Sequence[Any]) -> str:
    """Return fields in their order, or a list, as YAML."""
    text: str = yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH)
    return text


@contextmanager
def _existing_told(path: Path, todo: str) -> Iterator[None]:
    try:
        yield
    except FileExistsError as error:
        raise ExistsError(path, todo) from error


def _plain(value: Any) -> Any:  # noqa: ANN401  # whatever a checklist holds
    if dataclasses.is_dataclass(value):
        return dict(_fields(value))
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.value if isinstance(value, StrEnum) else value


def _fields(value: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401  # any dataclass of a checklist
    """Yield what is said, in the order of the model; what has its default is left out."""
    for field in dataclasses.fields(value):
        held = getattr(value, field.name)
        if held not in (field.default, ()):
            yield _RENAMED.get((type(value).__name__, field.name), field.name), _plain(held)
