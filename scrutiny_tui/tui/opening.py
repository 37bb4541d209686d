"""What a person goes on to do at once with a review that was opened for it."""

from textual.app import App

from scrutiny_tui.desk.ports import Library
from scrutiny_tui.model.summary import CHANGES
from scrutiny_tui.tui.errand import Errand
from scrutiny_tui.tui.screens.earlier import EarlierScreen
from scrutiny_tui.tui.screens.merge import MergeScreen
from scrutiny_tui.tui.screens.summary import SummaryScreen
from scrutiny_tui.tui.sitting import Sitting


async def run(app: App[None], library: Library, sitting: Sitting, errand: Errand) -> None:
    """Show what the errand needs over the question."""
    if errand is Errand.MERGE and not sitting.desk.locked:
        await app.push_screen_wait(MergeScreen(library, sitting.desk, sitting.store.path))
    elif errand is Errand.COMPARE:
        app.push_screen(SummaryScreen(sitting, library, CHANGES))
        if not sitting.desk.review.earlier:
            await app.push_screen_wait(EarlierScreen(library, sitting.desk, sitting.store.path))
