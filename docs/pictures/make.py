"""Make the pictures of the documentation from the app itself: `python docs/pictures/make.py`."""

import asyncio
import re
import tempfile
from pathlib import Path

from scrutiny_tui.cli.places import Places, now
from scrutiny_tui.tui.app import ScrutinyApp

SIZE = (120, 36)
LEFT_OUT = re.compile(r"@font-face \{.*?\}|<!--.*?-->", re.DOTALL)


async def question(folder: Path) -> str:
    """Return the question screen of the worked example, without the web addresses that would come with it."""
    places = Places(folder)
    library = places.library()
    review = places.example().at("timeliness")
    store = library.create(review)
    app = ScrutinyApp(library, places.shelf(), now, example=lambda: store, opening=store)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        return LEFT_OUT.sub("", app.export_screenshot(title="scrutiny-tui"))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        picture = asyncio.run(question(Path(scratch)))
    (Path(__file__).parent / "question.svg").write_text(picture, "utf-8")
