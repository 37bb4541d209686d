# ruff: noqa: RUF001 - signs that are taken for others are what this is about
"""Whoever asks for ASCII, or has a terminal that knows no more, sees nothing else, in the same columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from scrutiny_tui.model.settings import Settings
from scrutiny_tui.storage.library import Library
from scrutiny_tui.tui.app import ScrutinyApp
from scrutiny_tui.tui.in_ascii import in_ascii
from tests.examples import full_review
from tests.tui.conftest import Start, expect, press, shown
from tests.tui.fakes import FakePreferences


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Zoë’s café – “40%” · £5m…", 'Zoe\'s cafe - "40%" . #5m~'),
        ("╭─┐▌│━", "+-+>|="),
        ("Straße, Łódź, e\N{COMBINING ACUTE ACCENT}", "Strase, Lodz, e"),
        ("½ of it, m²", "? of it, m2"),
        ("日本", "? ? "),
        ("\N{FULLWIDTH LATIN CAPITAL LETTER A}!", "A !"),
    ],
)
def test_the_nearest_sign_is_drawn(text: str, drawn: str) -> None:
    assert in_ascii(text) == drawn


@given(st.text())
def test_it_is_ascii_and_as_wide(text: str) -> None:
    assert in_ascii(text).isascii()
    assert cell_len(in_ascii(text)) == cell_len(text)


async def test_the_screens_of_who_asks_for_ascii_are_ascii(start: Start, library: Library) -> None:
    chosen = FakePreferences(Settings(ascii=True, welcomed=True))
    opening = library.create(full_review().at("front-door").titled("Zoë’s visit"))
    async with start(opening=opening, preferences=chosen, size=(80, 24)) as pilot:
        assert "Zoe's visit" in shown(pilot)
        await press(pilot, "v")
        await expect(pilot, "|")
        form = shown(pilot)
        assert form.isascii()
        assert "+--" in form
        assert " >" in form
        assert isinstance(pilot.app, ScrutinyApp)
        pilot.app.wants_ascii = False
        await expect(pilot, "╭")
        assert "▌" in shown(pilot)


async def test_a_terminal_that_knows_no_more_gets_ascii_unasked(start: Start, library: Library) -> None:
    async with start(opening=library.create(full_review())) as pilot:
        assert isinstance(pilot.app, ScrutinyApp)
        assert not shown(pilot).isascii()
        pilot.app.fit(colours=0, all_signs=False)
        pilot.app.refresh()
        await expect(pilot, lambda: shown(pilot).isascii())
