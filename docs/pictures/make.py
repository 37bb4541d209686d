"""Make the pictures of the documentation from the app itself: `python docs/pictures/make.py`."""

import asyncio
import re
import tempfile
from pathlib import Path

from scrutiny_tui.cli.places import Places, now
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


PICTURES = {"question": ("timeliness",), "wall": ("demand", "f", "escape")}


if __name__ == "__main__":
    for name, shown in PICTURES.items():
        with tempfile.TemporaryDirectory() as scratch:
            drawn = asyncio.run(picture(Path(scratch), *shown))
        (Path(__file__).parent / f"{name}.svg").write_text(drawn, "utf-8")
