"""Beginning a review: a checklist, a title, the file, and the meeting."""

import asyncio
from uuid import uuid4

from scrutiny_tui.desk.ports import Clock, Library, Shelf, Store
from scrutiny_tui.errors import ScrutinyError
from scrutiny_tui.model.review import Review
from scrutiny_tui.tui.in_order import InOrderApp
from scrutiny_tui.tui.screens.choose import ChooseScreen
from scrutiny_tui.tui.screens.dialog import notice
from scrutiny_tui.tui.screens.meeting import MeetingScreen
from scrutiny_tui.tui.screens.title import TitleDialog
from scrutiny_tui.tui.sitting import Sitting


async def begun(app: InOrderApp, library: Library, shelf: Shelf, clock: Clock) -> Store | None:
    """Ask for a checklist and a title, and return the file that was made; None where the person left or it failed."""
    checklist = await app.push_screen_wait(ChooseScreen(shelf))
    title = await app.push_screen_wait(TitleDialog(checklist.title)) if checklist else None
    if checklist is None or title is None:
        return None
    review = Review(uuid4().hex, title, checklist, clock())
    try:
        return await app.first(asyncio.to_thread(library.create, review))
    except ScrutinyError as error:
        await app.push_screen_wait(notice(error))
        return None


async def ask_about_meeting(app: InOrderApp, sitting: Sitting) -> None:
    """Ask about the meeting that a new review is for."""
    await app.push_screen_wait(MeetingScreen(sitting.desk))
