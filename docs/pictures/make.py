"""Make the pictures of the documentation from the app itself: `python docs/pictures/make.py`. Needs Chromium."""

import asyncio
import re
import subprocess
import tempfile
from pathlib import Path

from scrutiny_tui.cli.places import Places, now
from scrutiny_tui.export import html
from scrutiny_tui.export.wish import Wish
from scrutiny_tui.model.report import build
from scrutiny_tui.tui.app import ScrutinyApp

SIZE = (120, 36)
LEFT_OUT = re.compile(r"@font-face \{.*?\}|<!--.*?-->", re.DOTALL)


async def picture(folder: Path, question: str, *keys: str) -> str:
    """Return the worked example at a question after some keys, without the web addresses that would come with it."""
    places = Places(folder)
    library = places.library()
    store = library.create(places.example().at(question))
    app = ScrutinyApp(library, places.shelf(), now, example=lambda: store, opening=store)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        drawn = LEFT_OUT.sub("", app.export_screenshot(title="scrutiny-tui"))
        store.close()
        return drawn


def web_page(folder: Path, drawn: Path) -> None:
    """Draw the first page of the worked example's record as a browser shows it."""
    page = folder / "page.html"
    page.write_bytes(html.render(build(Places(folder).example()), Wish()))
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1120,1500")
    subprocess.run(["chromium", *flags, f"--screenshot={drawn}", page.as_uri()], check=True, capture_output=True)  # noqa: S603, S607


PICTURES = {"question": ("timeliness",), "wall": ("demand", "f", "escape"), "summary": ("caseloads", "s")}


if __name__ == "__main__":
    for name, shown in PICTURES.items():
        with tempfile.TemporaryDirectory() as scratch:
            drawn = asyncio.run(picture(Path(scratch), *shown))
        (Path(__file__).parent / f"{name}.svg").write_text(drawn, "utf-8")
    with tempfile.TemporaryDirectory() as scratch:
        web_page(Path(scratch), Path(__file__).parent / "page.png")
