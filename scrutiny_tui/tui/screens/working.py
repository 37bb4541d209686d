"""What is true of every screen on which a review is worked on: the Desk, undo, and words about what was done."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.widgets import Static

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.model.guide import Place
from scrutiny_tui.tui.autosave import Saving
from scrutiny_tui.tui.sitting import Sitting
from scrutiny_tui.tui.widgets.bars import TitleBar

REVIEW = Binding.Group("Review")


class WorkingScreen(Screen[None]):
    """A screen over a Desk, with a title bar, a line of trouble and a line of messages on it."""

    DEFAULT_CSS = """
    WorkingScreen > #trouble {
        display: none; height: auto; max-height: 5; padding: 0 1; color: $error; text-style: bold;
    }
    WorkingScreen.-trouble > #trouble { display: block; }
    """

    PLACE: ClassVar[Place]
    """Whose words are explained first."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u,ctrl+z", "undo", "Undo", tooltip="Undo the last change", id="question.undo", show=False,
                group=REVIEW),
        Binding("ctrl+y", "redo", "Redo", tooltip="Make an undone change again", id="question.redo", show=False,
                group=REVIEW),
        Binding("x,ctrl+e", "app.export", "Export", tooltip="Export: the record, or the page to take into the room",
                id="question.export", show=False, group=REVIEW),
        Binding("f9", "app.save_elsewhere", "Save in another place", tooltip="Save to another file and go on in it",
                id="question.elsewhere", show=False, group=REVIEW),
        Binding("r", "recommendations", "Recommendation", tooltip="Write and follow recommendations", show=False,
                id="question.recommendations", group=REVIEW),
    ]  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        """Take the Desk that all of it goes to."""
        super().__init__()
        self.desk = desk

    def say(self, words: str) -> None:
        """Show a word about what was just done, until the next change."""
        self.query_one("#message", Static).update(Content(words))
        self.set_class(bool(words), "-saying")

    def show_saving(self, sitting: Sitting, saving: Saving) -> None:
        """Show how saving stands at the right of the title bar, and what is wrong, if anything, below it."""
        try:
            bar, words = self.query_one(TitleBar), self.query_one("#trouble", Static)
        except NoMatches:  # what was typed last may be saved when the program ends, and the screen is gone already
            return
        bar.alarm = bool(saving.trouble or saving.locked)
        bar.right = "worked example" if sitting.scratch and not bar.alarm else str(saving)
        if saving.trouble:
            words.update(Content(f"F9 saves in another place. {saving.trouble}"))
        elif saving.locked:
            words.update(Content(f"This review can only be read here. {saving.locked}"))
        elif saving.apart:
            words.update(Content(saving.apart))
        self.set_class(bar.alarm or bool(saving.apart), "-trouble")

    def action_undo(self) -> None:
        """Undo one step."""
        self._tell("Undone", self.desk.undo())

    def action_redo(self) -> None:
        """Make an undone step again."""
        self._tell("Made again", self.desk.redo())

    def _tell(self, verb: str, what: str) -> None:
        words = f"{verb}: {what}" if what else "There is nothing to undo or make again."
        self.say(words)
