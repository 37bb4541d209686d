"""The app: which screen is in front, and leaving without losing anything."""

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePath
from typing import ClassVar
from uuid import uuid4

from textual import on, work
from textual.binding import Binding, BindingType
from textual.command import Provider

from scrutiny_tui.desk.ports import Clock, Library, Shelf, Store
from scrutiny_tui.errors import ScrutinyError
from scrutiny_tui.model.review import Review
from scrutiny_tui.tui.errand import Errand
from scrutiny_tui.tui.keys import Palette, in_use, key_name
from scrutiny_tui.tui.leaving import may_leave, save_elsewhere
from scrutiny_tui.tui.screens.choose import ChooseScreen
from scrutiny_tui.tui.screens.dialog import notice
from scrutiny_tui.tui.screens.guide import GuideScreen, show_guide, words_dialog
from scrutiny_tui.tui.screens.help import HelpScreen
from scrutiny_tui.tui.screens.library import LibraryScreen
from scrutiny_tui.tui.screens.meeting import MeetingScreen
from scrutiny_tui.tui.screens.question import QuestionScreen
from scrutiny_tui.tui.screens.title import TitleDialog
from scrutiny_tui.tui.sitting import Sitting
from scrutiny_tui.tui.surviving import SurvivingApp
from scrutiny_tui.tui.themes import DARK, LIGHT, THEMES
from scrutiny_tui.tui.way_back import opened

_EVERYWHERE = Binding.Group("Everywhere")


class ScrutinyApp(SurvivingApp):
    """Opens on the library, or on one review, and puts what it needs into the hands of the screens.

    What most sittings never need is imported when it is asked for: the first question must not wait for it.
    """

    TITLE = "Scrutiny"
    CSS_PATH: ClassVar[list[str | PurePath]] = [
        "screens/modal.tcss", "screens/choose.tcss", "screens/library.tcss", "screens/question.tcss",
        "screens/session.tcss", "screens/summary.tcss",
    ]  # fmt: skip
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {Palette}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-medium"), (110, "-wide")]  # noqa: RUF012  # as Textual has it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-middling"), (30, "-tall")]  # noqa: RUF012  # as Textual has it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "app.help", "Help", tooltip="What the keys do here", key_display="?", id="app.help",
                group=_EVERYWHERE),
        Binding("f1", "app.help", "Help", tooltip="What the keys do here, also while a text is typed", show=False,
                id="app.help-anywhere", group=_EVERYWHERE),
        Binding("ctrl+p", "app.command_palette", "Find a command", tooltip="Find a command by its words", show=False,
                id="app.palette", group=_EVERYWHERE),
        Binding("i", "app.guide", "Guide", tooltip="The guide: steps, phases, timeline, references, what words mean",
                show=False, id="app.guide", group=_EVERYWHERE),
        Binding("f2", "app.switch_theme", "Light or dark", tooltip="Switch between light and dark", show=False,
                id="app.theme", group=_EVERYWHERE),
        Binding("ctrl+q", "app.quit", "Quit", tooltip="Quit at once; everything is saved", show=False, priority=True,
                id="app.quit", group=_EVERYWHERE),
    ]  # fmt: skip

    def __init__(
        self,
        library: Library,
        shelf: Shelf,
        clock: Clock,
        *,
        example: Callable[[], Store],
        opening: Store | Path | None = None,
        scratch: bool = False,
    ) -> None:
        """Take the person's library and shelf, the clock, how to lay out the worked example, and what to open.

        A review that is damaged is given by its path: the screen offers its last good copy. `scratch` says that the
        review to open is thrown away unless the person keeps it.
        """
        super().__init__()
        self.animation_level = "none"
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name
        self._library, self._shelf, self._clock = library, shelf, clock
        self._example = example
        self._opening, self._scratch = opening, scratch
        self._sitting: Sitting | None = None
        # One way out at a time: a second key must not cut the first short while it saves or asks.
        self._leaving = asyncio.Lock()

    def on_mount(self) -> None:
        """Show the library, and over it the review that was asked for."""
        self.push_screen(LibraryScreen(self._library, self._clock))
        if isinstance(self._opening, Path):
            self._open(partial(self._library.open, self._opening))
        elif self._opening:
            self._sit_down(self._opening, scratch=self._scratch)

    def get_key_display(self, binding: Binding) -> str:
        """Name a key as it is written on a keyboard, not by a sign."""
        return key_name(binding)

    # Opening

    @on(LibraryScreen.Opened)
    def _opened(self, event: LibraryScreen.Opened) -> None:
        self._open(partial(self._library.open, event.path), errand=event.errand)

    def action_example(self) -> None:
        """Lay out the worked example."""
        self._open(self._example, scratch=True)

    @work(exclusive=True, group="open")
    async def _open(self, opener: Callable[[], Store], *, scratch: bool = False, errand: Errand = Errand.WORK) -> None:
        if (store := await opened(self, self._library, opener)) is None:
            return
        sitting = self._sit_down(store, scratch=scratch)
        if errand is not Errand.WORK:
            from scrutiny_tui.tui.opening import run  # noqa: PLC0415 - see the class

            await run(self, self._library, sitting, errand)

    @work(exclusive=True, group="open")
    async def action_new_review(self) -> None:
        """Choose a checklist and a title, make the file, and ask about the meeting."""
        checklist = await self.push_screen_wait(ChooseScreen(self._shelf))
        title = await self.push_screen_wait(TitleDialog(checklist.title)) if checklist else None
        if checklist is None or title is None:
            return
        review = Review(uuid4().hex, title, checklist, self._clock())
        try:
            store = await asyncio.to_thread(self._library.create, review)
        except ScrutinyError as error:
            await self.push_screen_wait(notice(error))
            return
        sitting = self._sit_down(store)
        await self.push_screen_wait(MeetingScreen(sitting.desk))

    def _sit_down(self, store: Store, *, scratch: bool = False) -> Sitting:
        self._sitting = Sitting(store, self._clock, scratch=scratch)
        self.push_screen(QuestionScreen(self._sitting))
        return self._sitting

    def action_session(self) -> None:
        """Rate and decide with the whole room."""
        from scrutiny_tui.tui.screens.session import SessionScreen  # noqa: PLC0415 - see the class

        if self._sitting:
            self.push_screen(SessionScreen(self._sitting, self._library, self._clock))

    def action_summary(self) -> None:
        """Show what the review says."""
        from scrutiny_tui.tui.screens.summary import SummaryScreen  # noqa: PLC0415 - see the class

        if self._sitting:
            self.push_screen(SummaryScreen(self._sitting, self._library))

    # Leaving

    @work
    async def action_leave(self) -> None:
        """Go back from a review to the library, and from there out."""
        async with self._leaving:
            if self._sitting is None:
                self.exit()
            elif await may_leave(self, self._library, self._sitting):
                self._sitting.close()
                self._sitting = None
                self.pop_screen()

    async def action_quit(self) -> None:
        """Leave the program from anywhere."""
        self._quit()

    @work
    async def _quit(self) -> None:
        async with self._leaving:
            if self._sitting is None or await may_leave(self, self._library, self._sitting):
                self.exit()

    @work
    async def action_save_elsewhere(self) -> None:
        """Save to another file and go on in it."""
        async with self._leaving:
            if self._sitting:
                await save_elsewhere(self, self._library, self._sitting)

    async def save_typed(self) -> str:
        """Put what was typed on the disk. Returns why it is not there, in words; empty where it is."""
        saving = self._sitting.autosave if self._sitting else None
        if saving is None or await saving.flush() or saving.state.trouble is None:
            return ""
        return f"{saving.state.trouble.what} {saving.state.trouble.why}"

    def let_go(self) -> None:
        """Let go of the file."""
        if self._sitting:
            self._sitting.close()

    # Everywhere

    @work(exclusive=True, group="export")
    async def action_export(self) -> None:
        """Show the full path, then write the document; an existing file is never overwritten."""
        from scrutiny_tui.tui.exporting import export  # noqa: PLC0415 - see the class

        if self._sitting:
            await export(self, self._library, self._sitting)

    @work
    async def action_help(self) -> None:
        """Show what the keys do on the screen in front."""
        if not isinstance(self.screen, HelpScreen):
            await self.push_screen_wait(HelpScreen(list(in_use(self.screen)), self.screen.HELP or ""))

    @work(exclusive=True, group="guide")
    async def action_guide(self) -> None:
        """Show the guide."""
        await show_guide(self, self._shelf, GuideScreen)

    @work(exclusive=True, group="guide")
    async def action_words(self) -> None:
        """Show what words mean, those of the question on the screen first."""
        question = self._sitting.desk.review.question if self._sitting else None
        await show_guide(self, self._shelf, partial(words_dialog, question=question))

    def action_switch_theme(self) -> None:
        """Switch between light and dark."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name
