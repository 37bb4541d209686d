"""The settings: what holds, what can be chosen, and where it is remembered."""

from collections.abc import Iterator

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.model import choices
from scrutiny_tui.model.choices import CHOICES, HOW_TO_CHANGE_KEYS, USUAL_KEYS
from scrutiny_tui.tui.preferring import Preferring
from scrutiny_tui.tui.screens.modal import Modal
from scrutiny_tui.tui.screens.welcome import WelcomeScreen
from scrutiny_tui.tui.widgets.menu import Menu
from scrutiny_tui.tui.widgets.rows import Row, Rows

_STEPS = "welcomed"


class SettingsScreen(Modal[None]):
    """A row for each setting; Enter chooses the next value, which holds at once and is remembered."""

    HELP = "What holds for all of your reviews. Enter changes the highlighted setting; it is remembered at once."

    def __init__(self, preferring: Preferring) -> None:
        """Take the settings at work."""
        super().__init__("Settings")
        self._preferring = preferring
        self.add_class("-tall-box")

    def body(self) -> ComposeResult:
        """The list, and what was just done."""
        yield Menu(id="found")
        yield Static(id="said")

    def on_mount(self) -> None:
        """Fill the list."""
        self._show()
        self.query_one(Rows).focus()

    @on(Rows.Chosen)
    @work(exclusive=True)
    async def _chosen(self, event: Rows.Chosen) -> None:
        chosen = choices.choice(event.row.id)
        if event.row.id == _STEPS:
            await self.app.push_screen_wait(WelcomeScreen())
        elif chosen:
            why_not = await self._preferring.choose(chosen.after)
            said = f"{why_not} {chosen.holds}" if why_not else chosen.remembered
            self.query_one("#said", Static).update(Content(said))
            self._show()

    def _show(self) -> None:
        self.query_one(Rows).show(list(self._rows()))

    def _rows(self) -> Iterator[Row]:
        for at, problem in enumerate(self._preferring.problems):
            yield Row(f"problem {at}", Content.assemble(("! ", "bold $error"), problem))
        settings = self._preferring.settings
        for each in CHOICES:
            if each.name != _STEPS:
                lead = Content.assemble((f"{each.title}: ", "bold"), (each.of(settings), "bold $primary"))
                yield Row(each.name, Content.assemble(lead, f"\n{each.means}"))
        yield Row(_STEPS, Content.assemble(("The first steps", "bold"), "\nThe three steps of the first start again."))
        changed = "\n".join(f"{name}  {key}" for name, key in settings.keys.items())
        yield Row("keys", Content.assemble(("Keys: ", "bold"), changed or USUAL_KEYS, f"\n{HOW_TO_CHANGE_KEYS}"))
        yield Row("path", Content.assemble(("Remembered in ", "bold"), str(self._preferring.where)))
