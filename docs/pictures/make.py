"""Make the pictures of the documentation, and the conversations in plain.md, from the program itself.

`python docs/pictures/make.py` makes all of them, `python docs/pictures/make.py NAME...` some. Needs Chromium for one.
"""

import asyncio
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from io import StringIO
from pathlib import Path
from uuid import UUID

from scrutiny_tui.catalog.shelf import Shelf
from scrutiny_tui.cli.places import Places
from scrutiny_tui.desk.ports import Store
from scrutiny_tui.model.review import Review
from scrutiny_tui.storage.library import Library
from scrutiny_tui.storage.settings_file import SettingsFile

HERE = Path(__file__).parent
PLAIN = HERE.parent / "plain.md"
SCRATCH = Path("/tmp/exampleshire")  # noqa: S108 - always the same, as it is drawn
FOLDER, SETTINGS = SCRATCH / "Scrutiny reviews", SCRATCH / "settings.d"
"""Where reviews and settings lie meanwhile."""
SHOWN, SETTINGS_SHOWN = "/home/a/Documents/Scrutiny reviews", "/home/a/.config/scrutiny-tui"
"""What is shown in the place of those. Each has as many letters, so that a drawn line stays a line."""
LEFT_OUT = re.compile(r"@font-face \{.*?\}|<!--.*?-->", re.DOTALL)
CONVERSATION = re.compile(
    r"(?P<script>```sh\nscrutiny-tui plain ?(?P<file>[\w-]*) <<'END'\n(?P<lines>.*?\n)END\n```\n)"
    r"(?P<answer>\n```text\n.*?```\n)?",
    re.DOTALL,
)
"""A script for the plain mode on a page, and below it what it answers, if the page has room for that."""


@dataclass(frozen=True)
class Picture:
    """A screen after some keys. Without a question it is the library's."""

    keys: tuple[str, ...] = ()
    at: str = ""
    """The id of the question of the worked example that is open."""
    size: tuple[int, int] = (120, 36)
    theme: str = "dark"
    first: bool = False
    """Whether it is the first start."""


PICTURES = {
    "question": Picture(at="timeliness"),
    "summary": Picture(("s",), "caseloads"),
    "wall": Picture(("f", "escape"), "demand"),
    "library": Picture(size=(100, 30)),
    "welcome": Picture(size=(100, 30), first=True),
    "meeting": Picture(("m",), "timeliness", (100, 30)),
    "help": Picture(("?",), "timeliness", (100, 30)),
    "export": Picture(("x",), "timeliness", (100, 30)),
    "choose": Picture(("n", "end"), size=(100, 30)),
    "high-contrast": Picture(at="timeliness", size=(100, 30), theme="high-contrast"),
    "light": Picture(at="timeliness", size=(100, 30), theme="light"),
    "small": Picture(at="timeliness", size=(60, 16)),
    "settings": Picture(("f3",), size=(100, 30)),
}


def clock() -> datetime:
    """Return one moment, so that the pictures differ only where the program does."""
    return datetime(2027, 7, 1, 14, 3, tzinfo=timezone(timedelta(hours=1)))


def shelf() -> Iterator[tuple[str, str]]:
    """Yield reviews for the library, by checklist and title."""
    yield "ready-for-the-meeting", "Before the July meeting"
    yield "performance-and-money", "First quarter: performance and budget"


async def picture(wanted: Picture) -> str:
    """Return the screen as SVG, without the web addresses that would come with it."""
    # The conversations are tested, and their test shall not wait for the screens.
    from scrutiny_tui.tui.app import ScrutinyApp  # noqa: PLC0415 - see above
    from scrutiny_tui.tui.errand import Opening  # noqa: PLC0415 - see above

    shutil.rmtree(FOLDER, ignore_errors=True)
    places, library = Places(FOLDER), Library(FOLDER, clock)
    own = FOLDER / "Checklists" / "libraries.yaml"
    own.parent.mkdir(parents=True)
    own.write_text((HERE.parent / "checklists.md").read_text("utf-8").split("```yaml\n")[1].split("```")[0], "utf-8")
    for number, (checklist, title) in enumerate(shelf()):
        chosen = places.shelf().get(checklist)
        library.create(Review(UUID(int=number).hex, title, chosen, clock())).close()
    example = library.create(places.example().at(wanted.at or "timeliness"))
    usual = SettingsFile(SETTINGS / "settings.toml")  # not those of whoever makes the pictures
    usual.settings = replace(usual.settings, theme=wanted.theme, welcomed=not wanted.first)
    if not wanted.at:
        example.close()
    app = ScrutinyApp(
        library, places.shelf(), clock, preferences=usual, example=lambda: example,
        opening=Opening(example) if wanted.at else None,
    )  # fmt: skip
    async with app.run_test(size=wanted.size) as pilot:
        await pilot.pause()
        for key in wanted.keys:
            await pilot.press(key)
            await pilot.pause()
        drawn = LEFT_OUT.sub("", app.export_screenshot(title="scrutiny-tui"))
    example.close()
    drawn = drawn.replace(str(FOLDER).replace(" ", "&#160;"), SHOWN.replace(" ", "&#160;"))
    return drawn.replace(str(SETTINGS), SETTINGS_SHOWN)


def web_page(drawn: Path) -> None:
    """Draw the first page of the worked example's record as a browser shows it."""
    from scrutiny_tui.export import html  # noqa: PLC0415 - as above
    from scrutiny_tui.export.wish import Wish  # noqa: PLC0415 - as above
    from scrutiny_tui.model.report import build  # noqa: PLC0415 - as above

    with tempfile.TemporaryDirectory() as scratch:
        page = Path(scratch, "page.html")
        page.write_bytes(html.render(build(Places(Path(scratch)).example()), Wish()))
        flags = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1120,1500")
        command = ["chromium", *flags, f"--screenshot={drawn}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603


def conversed(page: str, folder: Path) -> tuple[str, int]:
    """Put what the program answers to the scripts on a page below them, one after the other in one empty folder.

    Returns:
        The page, and how many lines of the scripts could not be used.
    """
    mistakes = 0

    def answered(found: re.Match[str]) -> str:
        nonlocal mistakes
        said, wrong = _said(found["lines"], folder, found["file"])
        mistakes += wrong
        answer = f"\n```text\n{said}```\n" if found["answer"] else ""
        return f"{found['script']}{answer}"

    return CONVERSATION.sub(answered, page), mistakes


def _said(lines: str, folder: Path, file: str) -> tuple[str, int]:
    from scrutiny_tui.plain.conversation import converse  # noqa: PLC0415 - as above
    from scrutiny_tui.plain.sitting import Around  # noqa: PLC0415 - as above
    from scrutiny_tui.plain.talk import Talk, Terminal  # noqa: PLC0415 - as above

    def example() -> Store:
        return Library(folder / "scratch", clock).create(Places(folder).example())

    typed, said = iter(lines.splitlines()), StringIO()
    talk = Talk(Terminal(lambda: next(typed, None), said.write, interactive=False))
    usual = SettingsFile(folder / "settings.toml")
    around = Around(talk, Library(folder, clock), Shelf(folder / "Checklists"), clock, usual, example)
    converse(around, folder / f"{file}.scrutiny.json" if file else None)
    return re.sub(" +$", "", said.getvalue().replace(str(folder), SHOWN), flags=re.MULTILINE), talk.mistakes


def make(names: list[str]) -> None:
    """Make the pictures with these names; without one, all of them, and the conversations."""
    for name, wanted in PICTURES.items():
        if not names or name in names:
            (HERE / f"{name}.svg").write_text(asyncio.run(picture(wanted)), "utf-8")
    if not names or "page" in names:
        web_page(HERE / "page.png")
    if not names or "plain" in names:
        with tempfile.TemporaryDirectory() as scratch:
            PLAIN.write_text(conversed(PLAIN.read_text("utf-8"), Path(scratch))[0], "utf-8")
    shutil.rmtree(SCRATCH, ignore_errors=True)


if __name__ == "__main__":
    make(sys.argv[1:])
