"""Writing a copy of the review to hand to somebody else: what leaves is told first."""

import asyncio
from pathlib import Path

from textual.app import App

from scrutiny_tui.desk.ports import Library
from scrutiny_tui.export.wanted import COPY, COPY_GO_ON, COPY_IS_HERE, COPY_WORDS, copy_lines, copy_path
from scrutiny_tui.model import sharing
from scrutiny_tui.model.review import Review
from scrutiny_tui.tui.screens.dialog import Dialog
from scrutiny_tui.tui.screens.path import AGREE, PathDialog
from scrutiny_tui.tui.screens.preview import NO, YES, Preview


async def share(app: App[None], library: Library, review: Review, folder: Path, *, names: bool) -> None:
    """Tell what leaves and what looks like an identifier, ask where to, write the copy, and say where it is.

    Raises:
        ScrutinyError: it could not be written.
    """
    worked_out = await asyncio.to_thread(sharing.share, review, names=names)
    options = {YES: COPY_GO_ON, NO: "Do not share"}
    if not await app.push_screen_wait(Preview(COPY, copy_lines(worked_out), options)):
        return
    target = await app.push_screen_wait(PathDialog(COPY, f"{COPY_WORDS} {AGREE}", copy_path(review, folder)))
    if target is None:
        return
    store = await asyncio.to_thread(library.create, worked_out.copy, target)
    store.close()
    path = str(store.path)
    await app.push_screen_wait(Dialog("Shared", f"{COPY_IS_HERE}\n{path}", {"on": "Carry on"}, copied=path))
