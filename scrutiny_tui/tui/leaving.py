"""Leaving a review: first everything is on the disk, or the person has decided."""

from scrutiny_tui.desk.ports import Library
from scrutiny_tui.errors import ScrutinyError
from scrutiny_tui.tui.in_order import InOrderApp
from scrutiny_tui.tui.screens.dialog import Dialog, notice
from scrutiny_tui.tui.screens.path import PathDialog
from scrutiny_tui.tui.sitting import Sitting

_TROUBLE = {
    "again": "Try again",
    "elsewhere": "Save in another place",
    "stay": "Go on working",
    "leave": "Leave, and lose what is not saved",
}
_SCRATCH = {"leave": "Leave it behind", "keep": "Keep a copy", "stay": "Go on looking at it"}


async def may_leave(app: InOrderApp, library: Library, sitting: Sitting) -> bool:
    """Put everything on the disk, or let the person decide. Returns whether the review may be left."""
    while not await app.first(sitting.autosave.flush()):
        trouble = sitting.autosave.state.trouble
        choice = await app.push_screen_wait(Dialog("What you typed last is not saved yet", str(trouble), _TROUBLE))
        if choice == "elsewhere":
            await save_elsewhere(app, library, sitting)
        elif choice != "again":
            return choice == "leave"
    return not sitting.scratch or await _may_drop(app, library, sitting)


async def save_elsewhere(app: InOrderApp, library: Library, sitting: Sitting) -> None:
    """Ask for another place, write the review there and go on in that file."""
    words = "The review is written there, and you go on in that file. Enter saves, Escape leaves it as it was."
    path = await app.push_screen_wait(PathDialog("Save in another place", words, sitting.store.path))
    if path is None:
        return
    try:
        await sitting.save_elsewhere(library, path)
    except ScrutinyError as error:
        await app.push_screen_wait(notice(error))


async def _may_drop(app: InOrderApp, library: Library, sitting: Sitting) -> bool:
    words = f"Keep a copy in your own library, {library.folder}, or leave it behind."
    choice = await app.push_screen_wait(Dialog("This worked example is not kept", words, _SCRATCH))
    if choice != "keep":
        return choice == "leave"
    try:
        await sitting.save_elsewhere(library)
    except ScrutinyError as error:
        await app.push_screen_wait(notice(error))
        return False
    return True
