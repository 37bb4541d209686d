"""Writing a document: the full path first, and nothing is ever overwritten."""

import asyncio
from pathlib import Path

from textual.app import App

from scrutiny_tui.desk.ports import Library
from scrutiny_tui.errors import ScrutinyError
from scrutiny_tui.export import Format
from scrutiny_tui.export.wanted import Wanted, make, put, written_where
from scrutiny_tui.model.review import Review
from scrutiny_tui.tui.screens.dialog import Dialog, notice
from scrutiny_tui.tui.screens.export import ExportDialog
from scrutiny_tui.tui.screens.path import AGREE, PathDialog
from scrutiny_tui.tui.sharing import share
from scrutiny_tui.tui.sitting import Sitting


async def export(app: App[None], library: Library, sitting: Sitting) -> None:
    """Ask for the kind of document and where to, write it, and say where it is."""
    # The box comes before the disk, or a letter meant for it reaches the screen below.
    wanted = await app.push_screen_wait(ExportDialog(sitting.wanted))
    if wanted is None:
        return
    sitting.wanted = wanted
    await sitting.autosave.flush()
    folder = library.folder if sitting.scratch else sitting.store.path.parent
    try:
        if wanted.kind is None:
            await share(app, library, sitting.desk.review, folder, names=wanted.names)
        else:
            await _write_documents(app, sitting.desk.review, folder, wanted, wanted.kind)
    except ScrutinyError as error:
        await app.push_screen_wait(notice(error))


async def _write_documents(app: App[None], review: Review, folder: Path, wanted: Wanted, kind: Format) -> None:
    made = await asyncio.to_thread(make, review, kind, wanted)
    path = await app.push_screen_wait(PathDialog("Export", f"{made.words} {AGREE}", made.proposed(folder)))
    if path is None:
        return
    written = await asyncio.to_thread(put, path, made.documents, folder)
    paths = "\n".join(map(str, written))
    told = "\n".join([written_where(written), paths, *made.still_named(review)])
    await app.push_screen_wait(Dialog("Exported", told, {"on": "Carry on"}, copied=paths))
