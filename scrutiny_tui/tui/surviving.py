"""An app that ends in order, whatever ends it: what was typed is on the disk, and none of it on the terminal."""

import asyncio
import sys
from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import RenderableType
from textual import constants
from textual.app import App
from textual.dom import DOMNode
from textual.filter import LineFilter
from textual.timer import Timer
from textual.worker import WorkerFailed

from scrutiny_tui.tui.harmless import Harmless

if TYPE_CHECKING:
    from scrutiny_tui.tui.crash import Crash
from scrutiny_tui.tui.widgets.bars import KeyBar

if sys.platform == "win32":
    DRIVER = None  # Windows has none of these signals, and its terminal no way to freeze
else:
    from scrutiny_tui.tui.lasting import LastingDriver

    DRIVER = LastingDriver

_HARMLESS = Harmless()

_GLANCE, _QUIET, _LONGEST_WAY = 0.001, 3, 0.5
"""Seconds between looks whether all is quiet, how often in a row it must be, and seconds until that must do."""

_DRAGGED = 0.1
"""Seconds without another size after which a window is no longer dragged."""

_FIRST_SIZES = 2
"""Sizes that are no change: the app and then the terminal say what the size is in the beginning."""


class SurvivingApp(App[None]):
    """The base of the app. Private parts of Textual that it builds on are held by the test that holds `lasting.py`."""

    def __init__(self) -> None:
        super().__init__(driver_class=None if constants.DRIVER else DRIVER)
        self.unsaved = ""
        """Why what was typed is not on the disk, in words, after the app has ended; empty where it is."""
        self._endings: set[asyncio.Task[None]] = set()
        self._sizes_told = 0
        self._dragging: Timer | None = None

    async def save_typed(self) -> str:
        """Put what was typed on the disk. Returns why it is not there, in words; empty where it is."""
        return ""

    def let_go(self) -> None:
        """Let go of files."""

    @property
    def crash(self) -> "Crash | None":
        """The error that ended the app, if one did."""
        error = self._exception
        if error is None:
            return None
        from scrutiny_tui.tui.crash import Crash  # noqa: PLC0415 - who has no use for it should not wait for it

        return Crash(error.error if isinstance(error, WorkerFailed) else error, self.size, self.unsaved)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what every line goes through before it is drawn."""
        return [*super().get_line_filters(), _HARMLESS]

    # What the terminal asks for: see `Survivor`

    def end(self, code: int) -> None:
        """End in order, with this exit code."""
        self._begin(self._end(code))

    def pause(self, stop: Callable[[], None]) -> None:
        """Put everything on the disk, then stop."""
        self._begin(self._pause(stop))

    def fail(self, error: Exception) -> None:
        """End because of an error."""
        self._handle_exception(error)

    def _begin(self, ending: Coroutine[Any, Any, None]) -> None:
        # A task and no worker: workers are cancelled when the app ends, and this may be in the middle of a save.
        task = asyncio.get_running_loop().create_task(ending)
        self._endings.add(task)
        task.add_done_callback(self._endings.discard)

    async def _end(self, code: int) -> None:
        await self._keep()
        self.exit(return_code=code)

    async def _pause(self, stop: Callable[[], None]) -> None:
        await self._keep()
        stop()

    # Another size

    def on_resize(self) -> None:
        """Draw all of it once more when the dragging is over.

        A terminal that was smaller for a moment has lost what stood there, and Textual, which looks at the last of
        several sizes only, does not know that; and the bar of keys says whether there is too little room.
        """
        if self._dragging:
            self._dragging.stop()
        self._sizes_told += 1
        if self._sizes_told > _FIRST_SIZES:
            self._dragging = self.set_timer(_DRAGGED, self._draw_anew)

    def _draw_anew(self) -> None:
        for screen in self.screen_stack[-1:]:  # none while the app begins or ends
            screen.query(KeyBar).refresh()
            screen.refresh(layout=True)

    # Ending

    def on_load(self) -> None:
        """Let an error that nobody waits for end the app as any other does, and not with its text on the terminal."""
        asyncio.get_running_loop().set_exception_handler(self._stray)

    def _stray(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        del loop
        if isinstance(error := context.get("exception"), Exception):
            self._handle_exception(error)

    def panic(self, *renderables: RenderableType) -> None:
        """End without a word: an error tells its text, and that may be an answer. The command says what happened."""
        del renderables
        self._fatal_error()

    def _fatal_error(self) -> None:
        """End without a word. Stock Textual prints the values of variables, and those are answers."""
        self._close_messages_no_wait()

    async def _keep(self) -> None:
        await self._settle()
        try:
            self.unsaved = await self.save_typed()
        except Exception as error:  # noqa: BLE001 - whatever it is, the app must still end
            self.unsaved = "What was typed last could not be saved."
            self._handle_exception(error)

    async def _settle(self) -> None:
        """Wait until the last keys have come all the way to the Desk: widgets pass on what was typed by messages."""
        await self.until_quiet(self.messages_wait, _LONGEST_WAY)

    async def until_quiet(self, is_busy: Callable[[], bool], longest: float) -> None:
        """Wait until nothing is going on for a few milliseconds, or for so many seconds where it goes on and on."""
        loop = asyncio.get_running_loop()
        end, quiet = loop.time() + longest, 0
        while quiet < _QUIET and loop.time() < end:
            await asyncio.sleep(_GLANCE)
            quiet = 0 if is_busy() else quiet + 1

    def messages_wait(self) -> bool:
        """Tell whether anything is on its way between the widget with the focus and the app."""
        return any(node.message_queue_size for node in self._way())

    def _way(self) -> list[DOMNode]:
        """Return what a key passes, from the field that it is typed in to the app."""
        front = self.screen_stack[-1:]
        nodes = [node for screen in front for node in (screen.focused or screen).ancestors_with_self]
        return [node for node in nodes if node.is_running]  # a crash leaves some that answer no more

    async def _shutdown(self) -> None:
        """End. First of all the words are kept, so that no screen can fail before that."""
        await self._keep()
        try:
            await super()._shutdown()
        except Exception as error:  # noqa: BLE001 - as above
            self._handle_exception(error)
            await self.on_unmount()
            if self._driver:
                self._driver.close()

    async def on_unmount(self) -> None:
        """Keep what came while the screens closed, and let go of the file."""
        await self._keep()
        self.let_go()
