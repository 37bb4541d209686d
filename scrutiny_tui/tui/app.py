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
from textual.screen import Screen

from scrutiny_tui.desk.ports import Clock, Library, Preferences, Shelf, Store
from scrutiny_tui.errors import ScrutinyError
from scrutiny_tui.model.review import Review
from scrutiny_tui.tui.copying import copy, things
from scrutiny_tui.tui.errand import Errand, Opening
from scrutiny_tui.tui.everywhere import EVERYWHERE
from scrutiny_tui.tui.in_order import InOrderApp
from scrutiny_tui.tui.key_names import key_name
from scrutiny_tui.tui.keys import Palette
from scrutiny_tui.tui.leaving import may_leave, save_elsewhere
from scrutiny_tui.tui.preferring import Preferring
from scrutiny_tui.tui.screens.choose import ChooseScreen
from scrutiny_tui.tui.screens.dialog import notice
from scrutiny_tui.tui.screens.guide import GuideScreen, show_guide, words_dialog
from scrutiny_tui.tui.screens.help import show_help
from scrutiny_tui.tui.screens.library import LibraryScreen
from scrutiny_tui.tui.screens.meeting import MeetingScreen
from scrutiny_tui.tui.screens.question import QuestionScreen
from scrutiny_tui.tui.screens.title import TitleDialog
from scrutiny_tui.tui.screens.working import WorkingScreen
from scrutiny_tui.tui.sitting import Sitting
from scrutiny_tui.tui.way_back import opened


class ScrutinyApp(InOrderApp):
    """Opens on the library, or on one review, and puts what it needs into the hands of the screens.

    What most sittings never need is imported when it is asked for: the first question must not wait for it.
    """

    TITLE = "Scrutiny"
    CSS_PATH: ClassVar[list[str | PurePath]] = [
        "screens/modal.tcss", "screens/choose.tcss", "screens/library.tcss", "screens/question.tcss",
        "screens/session.tcss", "screens/summary.tcss", "stock.tcss",
    ]  # fmt: skip
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {Palette}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-medium"), (110, "-wide")]  # noqa: RUF012  # as Textual has it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-middling"), (30, "-tall")]  # noqa: RUF012  # as Textual has it
    BINDINGS: ClassVar[list[BindingType]] = EVERYWHERE

    def __init__(
        self,
        library: Library,
        shelf: Shelf,
        clock: Clock,
        *,
        preferences: Preferences,
        example: Callable[[], Store],
        opening: Opening | None = None,
    ) -> None:
        """Take the library, the shelf, the clock, the settings, how to lay out the worked example, and what to open."""
        super().__init__()
        self.theme = preferences.settings.theme  # before a style sheet is read
        self.wants_ascii = preferences.settings.ascii
        self._preferring = Preferring(self, preferences)
        self._library, self._shelf, self._clock = library, shelf, clock
        self._example = example
        self._opening = opening
        self._sitting: Sitting | None = None
        # One way out at a time: a second key must not cut the first short while it saves or asks.
        self._leaving = asyncio.Lock()

    def on_mount(self) -> None:
        """Show the library, and over it the review that was asked for, or the first steps."""
        self._preferring.apply()
        self._push(LibraryScreen(self._library, self._clock))
        if opening := self._opening:
            if isinstance(opening.review, Path):
                self._open(partial(self._library.open, opening.review))
            else:
                self._sit_down(opening.review, scratch=opening.scratch)
        elif self._preferring.is_new:
            self.run_worker(self._preferring.welcome())

    def _push(self, screen: Screen[None]) -> None:
        self.push_screen(screen)
        screen.call_after_refresh(self._preferring.tell_problems, screen)

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
            store = await self.first(asyncio.to_thread(self._library.create, review))
        except ScrutinyError as error:
            await self.push_screen_wait(notice(error))
            return
        sitting = self._sit_down(store)
        await self.push_screen_wait(MeetingScreen(sitting.desk))

    def _sit_down(self, store: Store, *, scratch: bool = False) -> Sitting:
        self._sitting = Sitting(store, self._clock, scratch=scratch)
        self._push(QuestionScreen(self._sitting))
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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to copy where there is something to copy."""
        return super().check_action(action, parameters) and (action != "copy" or next(things(self), None) is not None)

    def action_copy(self) -> None:
        """Copy what is in focus; a file to save it to is offered beside it."""
        copy(self, self._library, self._sitting)

    @work
    async def action_help(self) -> None:
        """Show what the keys do on the screen in front, and do what is chosen."""
        await show_help(self)

    @work(exclusive=True, group="guide")
    async def action_guide(self) -> None:
        """Show the guide."""
        await show_guide(self, self._shelf, GuideScreen)

    @work(exclusive=True, group="guide")
    async def action_words(self) -> None:
        """Show what words mean, those of the screen first."""
        question = self._sitting.desk.review.question if self._sitting else None
        place = next((each.PLACE for each in reversed(self.screen_stack) if isinstance(each, WorkingScreen)), None)
        await show_guide(self, self._shelf, partial(words_dialog, question=question, place=place))

    def action_switch_theme(self) -> None:
        """Go on to the next theme."""
        self.run_worker(self._preferring.next_theme())

    def action_settings(self) -> None:
        """Show the settings."""
        self.run_worker(self._preferring.show())
