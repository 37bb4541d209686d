"""Text that comes in the same instant as the key that opens a field, as from who speaks to the computer."""

import threading
from pathlib import Path

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot

from scrutiny_tui.desk.ports import Store
from scrutiny_tui.storage.library import Library
from scrutiny_tui.tui.in_order import InOrderApp
from tests.examples import empty_review
from tests.tui.conftest import Start, expect, only, press, shown

BURST = "2 of 4 teams, not 3"
"""Every one of its letters and numbers would act outside of a field."""
KEYS = {" ": "space", ",": "comma"}


def at_once(pilot: Pilot[None], *parts: str) -> None:
    """Send keys by their names, and texts of several letters letter by letter, before any of them is taken."""
    for part in parts:
        letters = [part] if part in {"escape", "enter", "tab", "down", "slash"} else part
        for letter in letters:
            pilot.app.post_message(Key(KEYS.get(letter, letter), letter if len(letter) == 1 else None))


async def test_a_burst_with_its_key_is_a_note_and_no_letter_of_it_acts(start: Start, library: Library) -> None:
    async with start(opening=library.create(empty_review())) as pilot:
        at_once(pilot, "e", BURST, "escape", "n", "e", "next", "escape")
        await expect(pilot, lambda: [each.note for each in only(library).answers] == [BURST, "next"])
        await expect(pilot, "Question 2 of 9")
        assert "Escape leaves" not in shown(pilot)
    assert [each.level for each in only(library).answers] == [None, None]


async def test_a_burst_with_its_key_goes_into_the_box_that_the_key_opens(start: Start, library: Library) -> None:
    async with start(opening=library.create(empty_review())) as pilot:
        at_once(pilot, "v", BURST, "escape", "slash", "money", "enter")
        await expect(pilot, "Question 6 of 9")
        pilot.app.post_message(Key("e", "e"))
        pilot.app.post_message(Paste("pasted"))
        await expect(pilot, lambda: [each.note for each in only(library).answers if each.note] == ["pasted"])
    assert [item.paper for each in only(library).answers for item in each.evidence] == [BURST]


async def test_keys_after_the_one_that_opens_a_review_wait_until_it_is_read(
    start: Start, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, come = Library.open, threading.Event()

    def once_they_have_come(self: Library, path: Path) -> Store:
        assert come.wait(30)
        return read(self, path)

    library.create(empty_review()).close()
    monkeypatch.setattr(Library, "open", once_they_have_come)
    async with start() as pilot:
        at_once(pilot, "enter", "e", BURST, "escape")
        await pilot.pause()
        come.set()
        await expect(pilot, lambda: [each.note for each in only(library).answers] == [BURST])


async def test_a_letter_that_was_held_back_is_not_overtaken_by_one_that_came_later(
    start: Start, library: Library
) -> None:
    async with start(opening=library.create(empty_review())) as pilot:
        await press(pilot, "e")
        assert isinstance(pilot.app, InOrderApp)
        held, later = Key("a", "a"), Key("b", "b")
        pilot.app._let_in.append(held)  # as where the key before takes longer than any can wait
        pilot.app.post_message(later)
        pilot.app.post_message(held)
        await expect(pilot, lambda: [each.note for each in only(library).answers] == ["ab"])
