"""Letters can be read and the place of the keys can be seen, in each theme of ours: measured on what is drawn."""

from collections.abc import AsyncIterator, Iterable, Iterator

import pytest
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import TextArea

from scrutiny_tui.model.settings import THEMES, Settings
from scrutiny_tui.storage.library import Library
from scrutiny_tui.tui.app import ScrutinyApp
from scrutiny_tui.tui.screens.meeting import MeetingScreen
from scrutiny_tui.tui.screens.preview import Preview
from scrutiny_tui.tui.themes import TERMINAL
from scrutiny_tui.tui.themes import THEMES as LOOKS
from tests.examples import full_review
from tests.tui.conftest import Start, expect, press, shown
from tests.tui.fakes import FakePreferences

LETTERS, LINES = 7.0, 3.0
"""The least contrast of a letter, and of a line or a mark that shows where something is."""
SCROLLBAR = set("▁▂▃▄▅▆▇")
ONE_PLACE = {"palette", "wall"}
"""Screens on which the keys go nowhere else."""
MARKS = ">▌┏"
"""Stand at the left edge of what the keys go to."""


def luminance(color: Color) -> float:
    """Return how bright a colour is, as WCAG 2 has it."""
    parts = [part / 255 for part in color.get_truecolor()]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(style: Style | None) -> float:
    """Return the contrast of a letter to what is drawn behind it, from 1 to 21; 1 where either has no colour."""
    if not style or not style.color or not style.bgcolor:
        return 1.0
    darker, brighter = sorted((luminance(style.color), luminance(style.bgcolor)))
    return (brighter + 0.05) / (darker + 0.05)


def is_line(letter: str) -> bool:
    """Tell whether it is a line or a block."""
    return "\N{BOX DRAWINGS LIGHT HORIZONTAL}" <= letter <= "\N{QUADRANT UPPER RIGHT AND LOWER LEFT AND LOWER RIGHT}"


def drawn(strips: Iterable[Iterable[Segment]]) -> Iterator[tuple[str, Style | None]]:
    """Yield every sign that can be seen, with its style."""
    for strip in strips:
        for text, style, _ in strip:
            yield from ((letter, style) for letter in set(text) - SCROLLBAR if not letter.isspace())


def faint(strips: Iterable[Iterable[Segment]]) -> list[str]:
    """Return what cannot be read well, with how well it can."""
    least = ((letter, contrast(style), LINES if is_line(letter) else LETTERS) for letter, style in drawn(strips))
    return sorted({f"{letter} {found:.1f}" for letter, found, wanted in least if found < wanted})


def strips_of(pilot: Pilot[None]) -> list[Strip]:
    screen = pilot.app.screen
    return screen._compositor.render_strips(screen.size)


def hidden_focus(pilot: Pilot[None]) -> str:
    """Say that nothing shows where the keys go; nothing where it can be seen."""
    focused = pilot.app.focused
    assert focused
    region = focused.region
    edges = [strip.crop(region.x, region.x + 1) for strip in strips_of(pilot)[region.y : region.bottom]]
    marks = [contrast(style) for letter, style in drawn(edges) if letter in MARKS]
    return "" if marks and max(marks) >= LINES else f"{focused!r}: {marks}"


async def walk(pilot: Pilot[None]) -> AsyncIterator[str]:
    """Go through the screens, and yield the name of each while it is in front."""
    app = pilot.app
    assert isinstance(app, ScrutinyApp)
    assert app._sitting
    desk = app._sitting.desk
    yield "question"
    await press(pilot, "e")
    await expect(pilot, "Escape leaves")
    app.screen.query_one(TextArea).select_all()
    yield "note"
    await press(pilot, "escape", "question_mark")
    await expect(pilot, "What the keys do here")
    yield "help"
    await press(pilot, "escape", "ctrl+p")
    await expect(pilot, "Undo the last change")
    yield "palette"
    await press(pilot, "escape")
    await app.push_screen(MeetingScreen(desk))
    await expect(pilot, "Title of this review")
    yield "meeting"
    await app.push_screen(Preview("Add answers", ["Front door: 2 Fair"], {"yes": "Add them", "no": "Leave"}))
    yield "preview"
    await press(pilot, "escape", "escape")
    async for name in walk_on(app, pilot):
        yield name


async def walk_on(app: ScrutinyApp, pilot: Pilot[None]) -> AsyncIterator[str]:
    """Go on from the question, to the summary, the session, and back to the library."""
    app.action_summary()
    await press(pilot, "x")
    await expect(pilot, "Private notes never go along")
    yield "export"
    await press(pilot, "escape")
    yield "summary"
    await press(pilot, "q")
    app.action_session()
    await expect(pilot, "no owner")
    yield "recommendations"
    await press(pilot, "escape")
    await expect(pilot, "Sealed ratings")
    yield "wall"
    await press(pilot, "q", "q")
    await expect(pilot, "Continue")
    yield "library"


@pytest.mark.parametrize("theme", [name for name in THEMES if name != TERMINAL])
async def test_letters_and_the_place_of_the_keys_can_be_seen(
    start: Start, library: Library, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    chosen = FakePreferences(Settings(theme=theme, welcomed=True))
    opening = library.create(full_review().at("front-door"))
    async with start(opening=opening, preferences=chosen, size=(100, 30)) as pilot:
        async for name in walk(pilot):
            await pilot.pause()
            assert not faint(strips_of(pilot)), f"{name}\n{shown(pilot)}"
            assert name in ONE_PLACE or not hidden_focus(pilot), f"{name}\n{shown(pilot)}"


def test_a_faint_letter_is_seen_and_a_faint_line_may_be_fainter() -> None:
    grey = Style.parse("#777777 on #ffffff")
    assert faint([[Segment("a ─", grey)]]) == ["a 4.5"]
    assert faint([[Segment("a", Style.parse("#171a1d on #fbfaf7"))]]) == []
    assert faint([[Segment("a", Style(bold=True))]]) == ["a 1.0"]


def test_every_name_in_the_settings_has_its_theme() -> None:
    assert tuple(theme.name for theme in LOOKS) == THEMES
