"""The keys that work everywhere, and those of them that a box over the screen has too."""

from textual.binding import Binding, BindingType

_EVERYWHERE = Binding.Group("Everywhere")

IN_BOXES: list[BindingType] = [
    Binding("question_mark", "app.help", "Help", tooltip="What the keys do here", key_display="?", id="app.help",
            group=_EVERYWHERE),
    Binding("f1", "app.help", "Help", tooltip="What the keys do here, also while a text is typed",
            id="app.help-anywhere", group=_EVERYWHERE),
    Binding("f4", "app.words", "Words", tooltip="What the words mean that are used here", show=False, id="app.words",
            group=_EVERYWHERE),
    Binding("y", "app.copy", "Copy", tooltip="Copy what is highlighted, or save it to a file", show=False,
            id="app.copy", group=_EVERYWHERE),
]  # fmt: skip
"""Textual looks no further than the box: what works below it must be declared there too."""
EVERYWHERE: list[BindingType] = [
    *IN_BOXES,
    Binding("ctrl+p", "app.command_palette", "Find a command", tooltip="Find a command by its words", show=False,
            id="app.palette", group=_EVERYWHERE),
    Binding("i", "app.guide", "Guide", tooltip="The guide: steps, phases, timeline, references, what words mean",
            show=False, id="app.guide", group=_EVERYWHERE),
    Binding("f2", "app.switch_theme", "Other colours", show=False, id="app.theme", group=_EVERYWHERE,
            tooltip="Other colours: dark, light, high contrast, the terminal's"),
    Binding("f3", "app.settings", "Settings", show=False, id="app.settings", group=_EVERYWHERE,
            tooltip="Settings: colours, signs, plain mode, keys, the first steps"),
    Binding("ctrl+q", "app.quit", "Quit", tooltip="Quit at once; everything is saved", show=False, priority=True,
            id="app.quit", group=_EVERYWHERE),
]  # fmt: skip
