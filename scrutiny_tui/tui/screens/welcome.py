"""Three short steps for whoever starts for the first time."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from scrutiny_tui.tui.keys import key_for
from scrutiny_tui.tui.screens.modal import Modal

_WELCOME = Binding.Group("First steps")
STEPS = {
    "What this is": (
        "Here you prepare for a scrutiny meeting. A checklist asks key questions about a service. You say for each how "
        "things stand and how you know, and leave with the questions to ask."
    ),
    "How to answer": (
        "{new} starts a review and lets you choose a checklist. On a question, press the number of the level that fits "
        "best: 1, 2, 3 or 4; or 0 for not known. {note} writes a note. {next} goes on to the next question."
    ),
    "Nothing is lost": (
        "Everything is saved as you type it, on this computer only. {undo} undoes. {help} shows what the keys do "
        "wherever you are; {help_in_fields} does so while you type."
    ),
}
"""The steps by their headings, with gaps for the keys."""
_KEYS = {
    "new": ("library.new", "n"), "note": ("question.note", "e"), "next": ("question.next-open", "n"),
    "undo": ("question.undo", "u"), "help": ("app.help", "?"), "help_in_fields": ("app.help-anywhere", "F1"),
    "on": ("welcome.next", "Enter"), "skip": ("welcome.skip", "Esc"),
}  # fmt: skip
"""For each gap the id of what the key does, and the usual key."""


class WelcomeScreen(Modal[None]):
    """One step at a time; Escape skips them all."""

    HELP = "The three steps of the first start. Enter goes on, and Escape skips them. F3 shows them again later."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "turn(1)", "Go on", tooltip="Go on to the next step", id="welcome.next", group=_WELCOME),
        Binding("right", "turn(1)", "Next step", id="welcome.right", show=False, group=_WELCOME),
        Binding("left", "turn(-1)", "Step before", tooltip="Go back to the step before", id="welcome.before",
                show=False, group=_WELCOME),
        Binding("escape", "leave", "Skip", tooltip="Skip the steps", id="welcome.skip", group=_WELCOME),
    ]  # fmt: skip

    step: reactive[int] = reactive(0)

    def __init__(self) -> None:
        """Begin with the first step."""
        super().__init__("Welcome")

    def body(self) -> ComposeResult:
        """The step, and how many there are."""
        yield Static(id="step", classes="words")
        yield Static(id="said")

    def watch_step(self) -> None:
        """Show another step."""
        title, words = list(STEPS.items())[self.step]
        keys = {gap: key_for(self.app, *key) for gap, key in _KEYS.items()}
        self.query_one("#step", Static).update(Content.assemble((title, "bold"), f"\n\n{words.format_map(keys)}"))
        last = self.step == len(STEPS) - 1
        on = "{on} begins." if last else "{on}: next. {skip}: skip."
        self.query_one("#said", Static).update(
            Content.styled(f"{self.step + 1} of {len(STEPS)}   {on.format_map(keys)}", "$muted")
        )

    def action_turn(self, by: int) -> None:
        """Show the step before or after; after the last one, begin."""
        if self.step + by == len(STEPS):
            self.give(None)
        else:
            self.step = max(0, self.step + by)
