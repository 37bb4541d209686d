"""Writing a copy of the review to hand to somebody else: what leaves is told first."""

import asyncio
from pathlib import Path

from textual.app import App

from scrutiny_tui.desk.ports import Library
from scrutiny_tui.export import files
from scrutiny_tui.model import sharing
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.share_text import NO_GUARANTEE, share_lines
from scrutiny_tui.tui.screens.dialog import Dialog
from scrutiny_tui.tui.screens.path import PathDialog
from scrutiny_tui.tui.screens.preview import NO, YES, Preview

_SUFFIX = ".scrutiny.json"


async def share(app: App[None], library: Library, review: Review, folder: Path, *, names: bool) -> None:
    """Tell what leaves and what looks like an identifier, ask where to, write the copy, and say where it is.

    Raises:
        ScrutinyError: it could not be written.
    """
    worked_out = await asyncio.to_thread(sharing.share, review, names=names)
    lines = [*share_lines(worked_out), NO_GUARANTEE]
    options = {YES: "Go on to where it is written", NO: "Do not share"}
    if not await app.push_screen_wait(Preview("A copy to share", lines, options)):
        return
    proposed = files.free_path(folder / files.file_name(f"{review.title} (copy)", _SUFFIX), _SUFFIX)
    words = "A copy of the review, without private notes, will be written here. Enter writes, Escape does not."
    path = await app.push_screen_wait(PathDialog("A copy to share", words, proposed))
    if path is None:
        return
    store = await asyncio.to_thread(library.create, worked_out.copy, path)
    store.close()
    await app.push_screen_wait(Dialog("Shared", f"The copy is here:\n{store.path}", {"on": "Carry on"}))
