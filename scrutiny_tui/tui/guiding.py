"""What helps a person wherever they are: the keys, the guide, the words, the colours and the settings."""

from textual import work
from textual.binding import Binding

from scrutiny_tui.desk.ports import Preferences, Shelf
from scrutiny_tui.model.checklist import Question
from scrutiny_tui.tui.in_order import InOrderApp
from scrutiny_tui.tui.key_names import key_name
from scrutiny_tui.tui.preferring import Preferring


class GuidingApp(InOrderApp):
    """Explains itself on every screen. What it shows is imported when it is asked for."""

    def __init__(self, shelf: Shelf, preferences: Preferences) -> None:
        """Take the shelf, where the guide stands, and the settings."""
        super().__init__()
        self.theme = preferences.settings.theme  # before a style sheet is read
        self.wants_ascii = preferences.settings.ascii
        self.preferring = Preferring(self, preferences)
        self.shelf = shelf

    @property
    def question(self) -> Question | None:
        """The question that is worked on, if there is one."""
        return None

    def get_key_display(self, binding: Binding) -> str:
        """Name a key as it is written on a keyboard, not by a sign."""
        return key_name(binding)

    @work
    async def action_help(self) -> None:
        """Show what the keys do on the screen in front, and do what is chosen."""
        from scrutiny_tui.tui.screens.help import show_help  # noqa: PLC0415 - see the class

        await show_help(self)

    @work(exclusive=True, group="guide")
    async def action_guide(self) -> None:
        """Show the guide."""
        from scrutiny_tui.tui.screens.guide import GuideScreen, show_guide  # noqa: PLC0415 - see the class

        await show_guide(self, self.shelf, GuideScreen)

    @work(exclusive=True, group="guide")
    async def action_words(self) -> None:
        """Show what words mean, those of the screen first."""
        from scrutiny_tui.tui.screens.guide import show_words  # noqa: PLC0415 - see the class

        await show_words(self, self.shelf, self.question)

    def action_switch_theme(self) -> None:
        """Go on to the next theme."""
        self.run_worker(self.preferring.next_theme())

    def action_settings(self) -> None:
        """Show the settings."""
        self.run_worker(self.preferring.show())
