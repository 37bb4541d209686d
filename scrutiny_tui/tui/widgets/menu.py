"""Rows of which one is chosen to go on."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from scrutiny_tui.tui.widgets.rows import Rows


class Menu(Rows):
    """Says among the keys that Enter chooses."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Choose", id="menu.choose", group=Binding.Group("Box")),
    ]
