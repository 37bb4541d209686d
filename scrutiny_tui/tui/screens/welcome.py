"""Three short steps for whoever starts for the first time."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from scrutiny_tui.tui.screens.modal import Modal

_WELCOME = Binding.Group("First steps")
STEPS = {
    "What this is": (
        "Here you prepare for a scrutiny meeting. A checklist asks key questions about a service. You say for each how "
        "things stand and how you know, and leave with the questions to ask."
    ),
    "How to answer": (
        "n starts a review and lets you choose a checklist. On a question, press the number of the level that fits "
        "best: 1, 2, 3 or 4; or 0 for not known. e writes a note. n goes on to the next question."
    ),
    "Nothing is lost": (
        "Everything is saved as you type it, on this computer only. u undoes. ? shows what the keys do wherever you "
        "are; F1 does so while you type."
    ),
}
"""The steps by their headings."""


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
        self.query_one("#step", Static).update(Content.assemble((title, "bold"), f"\n\n{words}"))
        last = self.step == len(STEPS) - 1
        on = "Enter begins." if last else "Enter: next. Esc: skip."
        self.query_one("#said", Static).update(Content.styled(f"{self.step + 1} of {len(STEPS)}   {on}", "$muted"))

    def action_turn(self, by: int) -> None:
        """Show the step before or after; after the last one, begin."""
        if self.step + by == len(STEPS):
            self.give(None)
        else:
            self.step = max(0, self.step + by)
