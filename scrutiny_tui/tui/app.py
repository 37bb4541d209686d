"""The app: which screen is in front, and leaving without losing anything."""

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import BindingType
from textual.command import Provider
from textual.screen import Screen

from scrutiny_tui.desk.ports import Clock, Library, Preferences, Shelf, Store
from scrutiny_tui.model.checklist import Question
from scrutiny_tui.tui.copying import copy, things
from scrutiny_tui.tui.errand import Errand, Opening
from scrutiny_tui.tui.everywhere import EVERYWHERE
from scrutiny_tui.tui.guiding import GuidingApp
from scrutiny_tui.tui.keys import Palette
from scrutiny_tui.tui.sitting import Sitting

if TYPE_CHECKING:
    from scrutiny_tui.tui.screens.library import LibraryScreen

_OPENED_FROM_LIBRARY = 2
"""Screens that lie under a review that was opened from the library, and the blank one that Textual begins with."""


class ScrutinyApp(GuidingApp):
    """Opens on the library, or on one review, and puts what it needs into the hands of the screens.

    What most sittings never need is imported when it is asked for: the first question must not wait for it.
    """

    TITLE = "Scrutiny"
    STYLES = (
        "screens/modal.tcss", "screens/choose.tcss", "screens/library.tcss", "screens/question.tcss",
        "screens/session.tcss", "screens/summary.tcss", "stock.tcss",
    )  # fmt: skip
    """Read when the colours are settled: a `CSS_PATH` would be parsed before that too, three times in all."""
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {Palette}
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
        super().__init__(shelf, preferences)
        self._library, self._clock = library, clock
        self._example = example
        self._opening = opening
        self._sitting: Sitting | None = None
        # One way out at a time: a second key must not cut the first short while it saves or asks.
        self._leaving = asyncio.Lock()

    def on_mount(self) -> None:
        """Show the review that was asked for; else the library, and over it the first steps."""
        self.stylesheet.read_all([Path(__file__).parent / each for each in self.STYLES])
        self.preferring.apply()
        if (opening := self._opening) and not isinstance(opening.review, Path):
            self._sit_down(opening.review, scratch=opening.scratch)
            return
        self._push(self._home())
        if opening and isinstance(opening.review, Path):
            self._open(partial(self._library.open, opening.review))
        elif self.preferring.is_new:
            self.run_worker(self.preferring.welcome())

    def _home(self) -> "LibraryScreen":
        from scrutiny_tui.tui.screens.library import LibraryScreen  # noqa: PLC0415 - see the class

        return LibraryScreen(self._library, self._clock)

    def _push(self, screen: Screen[None]) -> None:
        self.fit_to_size(screen)
        self.push_screen(screen)
        screen.call_after_refresh(self.preferring.tell_problems, screen)

    # Opening

    def on_library_screen_opened(self, event: "LibraryScreen.Opened") -> None:
        """Open the review that was chosen."""
        self._open(partial(self._library.open, event.path), errand=event.errand)

    def action_example(self) -> None:
        """Lay out the worked example."""
        self._open(self._example, scratch=True)

    @work(exclusive=True, group="open")
    async def _open(self, opener: Callable[[], Store], *, scratch: bool = False, errand: Errand = Errand.WORK) -> None:
        from scrutiny_tui.tui.way_back import opened  # noqa: PLC0415 - see the class

        if (store := await opened(self, self._library, opener)) is None:
            return
        sitting = self._sit_down(store, scratch=scratch)
        if errand is not Errand.WORK:
            from scrutiny_tui.tui.opening import run  # noqa: PLC0415 - see the class

            await run(self, self._library, sitting, errand)

    @work(exclusive=True, group="open")
    async def action_new_review(self) -> None:
        """Choose a checklist and a title, make the file, and ask about the meeting."""
        from scrutiny_tui.tui.beginning import ask_about_meeting, begun  # noqa: PLC0415 - see the class

        if store := await begun(self, self._library, self.shelf, self._clock):
            await ask_about_meeting(self, self._sit_down(store))

    def _sit_down(self, store: Store, *, scratch: bool = False) -> Sitting:
        from scrutiny_tui.tui.screens.question import QuestionScreen  # noqa: PLC0415 - see the class

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
            elif await self._may_leave(self._sitting):
                self._sitting.close()
                self._sitting = None
                await self._go_home()

    async def _may_leave(self, sitting: Sitting) -> bool:
        from scrutiny_tui.tui.leaving import may_leave  # noqa: PLC0415 - see the class

        return await may_leave(self, self._library, sitting)

    async def _go_home(self) -> None:
        """Leave the review for the library that it was opened from; without one, for a library."""
        if len(self.screen_stack) > _OPENED_FROM_LIBRARY:
            self.pop_screen()
        else:
            home = self._home()
            await self.switch_screen(home)
            self.preferring.tell_problems(home)

    async def action_quit(self) -> None:
        """Leave the program from anywhere."""
        self._quit()

    @work
    async def _quit(self) -> None:
        async with self._leaving:
            if self._sitting is None or await self._may_leave(self._sitting):
                self.exit()

    @work
    async def action_save_elsewhere(self) -> None:
        """Save to another file and go on in it."""
        from scrutiny_tui.tui.leaving import save_elsewhere  # noqa: PLC0415 - see the class

        async with self._leaving:
            if self._sitting:
                await save_elsewhere(self, self._library, self._sitting)

    @property
    def question(self) -> Question | None:
        """The question that is worked on, if there is one."""
        return self._sitting.desk.review.question if self._sitting else None

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
