"""Adding members' files on the screen: nothing is changed before it is told, and no rating is given away."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from scrutiny_tui.model.answer import Answer, State
from scrutiny_tui.model.merging import merge
from scrutiny_tui.model.review import Review
from scrutiny_tui.storage.library import Library
from tests.examples import empty_review
from tests.tui.conftest import Start, clock, expect, press, shown

FIRST = empty_review().questions[0].id
HEARD = "nobody may see this yet"
OURS = replace(empty_review(), title="A plan")
"""Stands first in the list, so that it is the highlighted one."""


@pytest.fixture
def members(tmp_path: Path) -> Library:
    return Library(tmp_path / "members", clock)


def put(library: Library, review: Review) -> Path:
    store = library.create(review)
    store.close()
    return store.path


def prepared(library: Library, name: str, level: int = 4) -> Path:
    answer = Answer(FIRST, State.RATED, level, note=HEARD)
    return put(library, replace(empty_review(), id=f"of {name}", title=f"{name} plan", by=name).with_answer(answer))


def names(library: Library, path: Path) -> list[str]:
    return [each.name for each in library.read(path).panel.respondents]


async def test_the_marked_files_are_merged_once_it_is_told_what_that_does_and_u_takes_it_back(
    start: Start, library: Library, members: Library
) -> None:
    path = put(library, OURS)
    for name in ("Ada", "Ben", "Cyd"):
        prepared(members, name)
    async with start() as pilot:
        await press(pilot, "m")
        await expect(pilot, "No other reviews are in")
        await press(pilot, "ctrl+u", f"text:{members.folder}", "enter")
        await expect(pilot, "[ ] Ada: Ada plan")
        assert "1 of 9  1 Jul 2027" in shown(pilot)
        await press(pilot, "a", "space")
        await expect(pilot, "[ ] Ada: Ada plan")
        assert shown(pilot).count("[x]") == 2
        await press(pilot, "enter")
        await expect(pilot, "Added as voices of their own:")
        told = shown(pilot)
        assert "Ben (ben-plan.scrutiny.json): 1 question" in told
        assert not names(library, path)
        await press(pilot, "enter")
        await expect(pilot, "stays sealed")
        await press(pilot, "enter")
        await expect(pilot, "Question 1 of 9")
        assert HEARD not in told + shown(pilot)
        assert "4 Great" not in told
        await expect(pilot, lambda: names(library, path) == ["Ben", "Cyd"])
        await press(pilot, "u")
        await expect(pilot, "Undone: Merged 2 files")
        await expect(pilot, lambda: not names(library, path))


async def test_a_file_that_cannot_be_read_is_a_row_in_words_and_our_own_file_is_none(
    start: Start, library: Library
) -> None:
    path = put(library, OURS)
    newer = prepared(library, "New")
    newer.write_text(re.sub(r'"format": \d+', '"format": 99', newer.read_text("utf-8")), "utf-8")
    (library.folder / "torn.scrutiny.json").write_text('{"head": ', "utf-8")
    prepared(library, "Ada")
    async with start() as pilot:
        await press(pilot, "m")
        await expect(pilot, "[ ] Ada: Ada plan")
        assert "! torn.scrutiny.json: The file is damaged" in shown(pilot)
        assert "! new-plan.scrutiny.json: A newer version" in shown(pilot)
        assert ": A plan" not in shown(pilot)
        await press(pilot, "enter")
        await expect(pilot, "Mark a file first")
        await press(pilot, "space", "end", "space")
        await expect(pilot, "cannot be merged")
        assert shown(pilot).count("[x]") == 1
        await press(pilot, "enter", "enter", "enter")
        await expect(pilot, lambda: names(library, path) == ["Ada"])


async def test_a_file_that_breaks_after_it_was_marked_is_left_out_in_words(start: Start, library: Library) -> None:
    path = put(library, OURS)
    ada = prepared(library, "Ada")
    async with start() as pilot:
        await press(pilot, "m")
        await expect(pilot, "[ ] Ada: Ada plan")
        ada.write_text("{", "utf-8")
        await press(pilot, "a", "enter")
        await expect(pilot, "Left out:")
        assert "The file is damaged" in shown(pilot)
        await press(pilot, "enter", "escape")
        await expect(pilot, "Question 1 of 9")
    assert not names(library, path)


async def test_fifty_files_are_marked_with_one_key_and_merged_on_the_smallest_screen(
    start: Start, library: Library
) -> None:
    path = put(library, OURS)
    for number in range(50):
        prepared(library, f"Member {number:02}", 1 + number % 4)
    async with start(size=(60, 16)) as pilot:
        await press(pilot, "m")
        await expect(pilot, "[ ] Member 00")
        await press(pilot, "a", "enter")
        await expect(pilot, "> Merge")
        await press(pilot, "shift+tab", "end")
        await expect(pilot, "Member 49")
        await press(pilot, "tab", "down", "enter")
        await expect(pilot, "[x] Member 00")
        assert not names(library, path)
        await press(pilot, "enter")
        await expect(pilot, "> Merge")
        await press(pilot, "enter")
        await expect(pilot, lambda: len(names(library, path)) == 50)


async def test_the_same_file_once_more_changes_nothing(start: Start, library: Library, members: Library) -> None:
    ada = prepared(members, "Ada")
    path = put(library, OURS.with_panel(merge(OURS, [members.read_filed(ada)]).panel))
    prepared(library, "Ada")
    before = path.read_bytes()
    async with start() as pilot:
        await press(pilot, "m")
        await expect(pilot, "[ ] Ada: Ada plan")
        await press(pilot, "a", "enter")
        await expect(pilot, "Nothing changes.")
        assert "> Carry on" in shown(pilot)
        await press(pilot, "enter", "escape")
        await expect(pilot, "Question 1 of 9")
    assert path.read_bytes() == before


@pytest.mark.parametrize("typed", ["/no/such/folder", "~nobody-of-that-name/files"])
async def test_a_folder_that_is_not_there_is_told_and_can_be_typed_anew(
    start: Start, library: Library, typed: str
) -> None:
    put(library, OURS)
    async with start() as pilot:
        await press(pilot, "m")
        await expect(pilot, "No other reviews are in")
        await press(pilot, "ctrl+u", f"text:{typed}", "enter")
        await expect(pilot, f"No other reviews are in {typed}")
        await press(pilot, "tab", "ctrl+u", "text:here")
        await expect(pilot, "▌here ")
