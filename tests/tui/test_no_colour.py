"""Without any colour every state can still be told: from the words and the marks alone."""

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from scrutiny_tui.desk.forms.form import Field, FormSpec
from scrutiny_tui.model.settings import Settings
from scrutiny_tui.storage.library import Library
from scrutiny_tui.tui.app import ScrutinyApp
from scrutiny_tui.tui.screens.form_dialog import FormDialog
from scrutiny_tui.tui.widgets.form import OneOf
from tests.examples import full_review
from tests.tui.conftest import Start, expect, press
from tests.tui.fakes import FakePreferences


@pytest.fixture(autouse=True)
def no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")


def words(pilot: Pilot[None], part: str) -> str:
    """Return what stands on the screen where a part of it is."""
    region = pilot.app.screen.query_one(part, Widget).region
    screen = pilot.app.screen
    lines = screen._compositor.render_strips(screen.size)[region.y : region.bottom]
    return "\n".join(line.crop(region.x, region.right).text for line in lines)


def told_apart(*texts: str) -> bool:
    return len(set(texts)) == len(texts)


async def each(pilot: Pilot[None], part: str, *keys: str) -> list[str]:
    """Return what a part of the screen says after each key."""
    said = []
    for key in keys:
        await press(pilot, key)
        await pilot.pause()
        said.append(words(pilot, part))
    return said


async def test_nothing_is_drawn_in_a_colour_and_guidance_is_told_in_words(start: Start, library: Library) -> None:
    async with start(opening=library.create(full_review().at("front-door"))) as pilot:
        screen = pilot.app.screen
        styles = [style for strip in screen._compositor.render_strips(screen.size) for _, style, _ in strip if style]
        colours = {color for style in styles for color in (style.color, style.bgcolor) if color}
        assert all(color.is_default for color in colours)
        assert any(style.reverse for style in styles)
        assert "(taken) " in words(pilot, "#guide")
        assert "Ours " in words(pilot, "#guide")
        assert told_apart(words(pilot, "#parts"), *await each(pilot, "#parts", "right", "right"))


async def test_answers_and_how_we_know_are_told_in_words(start: Start, library: Library) -> None:
    async with start(opening=library.create(full_review().at("learning"))) as pilot:
        answers = await each(pilot, "#answer", "1", "2", "0", "full_stop", "backspace")
        outlines = words(pilot, "#outline"), *await each(pilot, "#outline", "1", "0", "full_stop")
        assert told_apart(*answers)
        assert told_apart(*outlines)
        assert told_apart(*await each(pilot, "#strength", "3", "t", "t", "t"))
        await press(pilot, "tab")
        at_levels = words(pilot, "#levels")
        assert at_levels != (await each(pilot, "#levels", "down"))[0]
        assert words(pilot, "#guide") != (await each(pilot, "#guide", "shift+tab"))[0]


async def test_the_field_with_the_keys_and_a_mere_hint_are_told_by_marks(start: Start, library: Library) -> None:
    fields = [Field("one", "One", "", "a hint"), Field("two", "Two", "", long=True, hint="another"),
              Field("three", "Three", "b", options=("a", "b"))]  # fmt: skip
    async with start(opening=library.create(full_review())) as pilot:
        pilot.app.push_screen(FormDialog(FormSpec("A form", fields, lambda _: "")))
        await expect(pilot, "Three")
        first = words(pilot, "#form")
        second, third, turned = await each(pilot, "#form", "tab", "tab", "right")
        assert told_apart(first, second, third, turned)
        assert "▌(a hint)" in first
        assert "▏(another)" in first
        assert "▌(another)" in second
        assert "▌< b >" in third
        assert pilot.app.screen.query_one(OneOf).value == "a"


async def test_the_wall_says_whether_ratings_are_sealed(start: Start, library: Library) -> None:
    async with start(opening=library.create(full_review().at("front-door"))) as pilot:
        assert isinstance(pilot.app, ScrutinyApp)
        pilot.app.action_session()
        await expect(pilot, "no owner")
        await press(pilot, "escape")
        await expect(pilot, "Sealed ratings")
        sealed = words(pilot, "Wall")
        assert sealed != (await each(pilot, "Wall", "v"))[0]
        assert "Sealed" not in words(pilot, "Wall")


async def test_f2_goes_round_where_there_are_colours_and_does_nothing_where_there_are_none(
    start: Start, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = FakePreferences(Settings(theme="light", welcomed=True))
    async with start(opening=library.create(full_review()), preferences=chosen) as pilot:
        await press(pilot, "f2")
        assert pilot.app.theme == "terminal"
        assert chosen.settings.theme == "light"
    monkeypatch.setenv("NO_COLOR", "")
    async with start(opening=library.create(full_review()), preferences=chosen) as pilot:
        assert pilot.app.theme == "light"
        await press(pilot, "f2")
        await expect(pilot, lambda: chosen.log)
        assert pilot.app.theme == chosen.settings.theme == "high-contrast"
