"""Writing a document: the full path first, and nothing is ever overwritten."""

import asyncio

from textual.app import App

from scrutiny_tui.desk.ports import Library
from scrutiny_tui.errors import ScrutinyError
from scrutiny_tui.export import FORMATS, files
from scrutiny_tui.export.wish import Wish
from scrutiny_tui.model.report import build
from scrutiny_tui.tui.screens.dialog import Dialog, notice
from scrutiny_tui.tui.screens.path import PathDialog
from scrutiny_tui.tui.sitting import Sitting


async def export(app: App[None], library: Library, sitting: Sitting) -> None:
    """Show the full path, write the document of the review there if the person agrees, and say where it is."""
    await sitting.autosave.flush()
    review, kind = sitting.desk.review, FORMATS[0]
    folder = library.folder if sitting.scratch else sitting.store.path.parent
    proposed = files.free_path(folder / files.default_name(review, kind.suffix))
    words = f"A {kind.title} document without private notes will be written here. Enter writes it, Escape does not."
    path = await app.push_screen_wait(PathDialog("Export", words, proposed))
    if path is None:
        return
    path = files.free_path(path)
    try:
        await asyncio.to_thread(files.write, path, kind.render(build(review), Wish()))
    except ScrutinyError as error:
        await app.push_screen_wait(notice(error))
        return
    await app.push_screen_wait(Dialog("Exported", f"The document is here:\n{path}", {"on": "Carry on"}))
