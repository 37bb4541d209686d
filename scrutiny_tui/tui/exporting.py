"""Writing a document: the full path first, and nothing is ever overwritten."""

import asyncio
from dataclasses import replace
from pathlib import Path

from textual.app import App

from scrutiny_tui.desk.ports import Library
from scrutiny_tui.errors import ScrutinyError
from scrutiny_tui.export import Format, files
from scrutiny_tui.export.wish import Wish
from scrutiny_tui.model.report import Report, build
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.sharing import named_all_the_same
from scrutiny_tui.tui.screens.dialog import Dialog, notice
from scrutiny_tui.tui.screens.export import ExportDialog, Wanted
from scrutiny_tui.tui.screens.path import PathDialog
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
    # A kind without sizes is made all the same; its row says that it has none.
    wish = wanted.wish if kind.has_sizes else replace(wanted.wish, large=False)
    report = await asyncio.to_thread(build, review, names=wanted.names)
    documents = await asyncio.to_thread(_documents, report, kind, wish)
    proposed = folder if len(documents) > 1 else files.free_path(folder / next(iter(documents)))
    path = await app.push_screen_wait(PathDialog("Export", _words(kind, documents), proposed))
    if path is None:
        return
    written = await asyncio.to_thread(_write, path, documents, folder)
    here = "The document is here:" if len(written) == 1 else "The documents are here:"
    named = named_all_the_same(review, report.review)
    told = [f"Still names somebody: {each.where}, '{each.text}'" for each in named]
    await app.push_screen_wait(Dialog("Exported", "\n".join([here, *map(str, written), *told]), {"on": "Carry on"}))


def _documents(report: Report, kind: Format, wish: Wish) -> dict[str, bytes]:
    """Return the documents by the names that they usually have."""
    return {
        files.default_name(report.review, kind.suffix, also=files.also(wish, part)): document
        for part, document in kind.documents(report, wish)
    }


def _words(kind: Format, documents: dict[str, bytes]) -> str:
    ending = "Enter writes, Escape does not."
    if len(documents) > 1:
        return f"{len(documents)} documents without private notes will be written into this folder. {ending}"
    return f"{kind.title[:1].upper()}{kind.title[1:]}, without private notes, will be written here. {ending}"


def _write(path: Path, documents: dict[str, bytes], own: Path) -> list[Path]:
    """Write one document at `path`, or several into the folder `path`, each under a name that is free.

    The person's folder of reviews, `own`, is made where it is missing; any other folder has to be there.

    Raises:
        ExportError: one could not be written.
    """
    into = path if len(documents) > 1 else path.parent
    if into == own:
        files.make_folder(own)
    written = []
    for name, document in documents.items():
        target = files.free_path(into / (name if len(documents) > 1 else path.name))
        files.write(target, document)
        written.append(target)
    return written
