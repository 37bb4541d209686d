"""Immutable values: frozen dataclasses that take a fifth of the time to define.

A start defines about a hundred of them. The standard decorator writes six methods for each and compiles them; this one
leaves only `__init__` to it, and lets all classes share the rest.
"""

from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

Kind = TypeVar("Kind")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: type[Kind]) -> type[Kind]:
    """Make a frozen dataclass: its fields are set once, and two are equal that have one class and equal fields.

    Setting or deleting a field afterwards raises a FrozenInstanceError. A method that the class writes itself stays.
    """
    made = dataclass(eq=False, repr=False)(kind)
    methods = {"__setattr__": _set_once, "__delattr__": _keep, "__repr__": _shown} | _compared(made)
    for name, method in methods.items():
        if name not in kind.__dict__:
            setattr(made, name, method)
    return made


def _compared(kind: Any) -> dict[str, Callable[..., Any]]:  # noqa: ANN401 - a dataclass
    names = [each.name for each in fields(kind) if each.compare]
    values: Callable[[Any], Any] = attrgetter(*names) if names else lambda _: ()

    def same(self: object, other: object) -> bool:
        if self is other:
            return True
        return values(self) == values(other) if type(self) is type(other) else NotImplemented

    def hashed(self: object) -> int:
        return hash((kind, values(self)))

    return {"__eq__": same, "__hash__": hashed}


def _set_once(self: Any, name: str, value: object) -> None:  # noqa: ANN401 - any of these values
    held = self.__dict__
    if name in held or name not in self.__dataclass_fields__:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")
    held[name] = value


def _keep(_: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _shown(self: Any) -> str:  # noqa: ANN401 - any of these values
    shown = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{type(self).__qualname__}({shown})"
