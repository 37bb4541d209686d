"""What is typed in a field is taken back and put back, however long it was."""

from collections.abc import AsyncIterator

import pytest
from textual.app import ComposeResult
from textual.geometry import Size
from textual.pilot import Pilot

from scrutiny_tui.tui.legible import LegibleApp
from scrutiny_tui.tui.widgets.bars import too_small
from scrutiny_tui.tui.widgets.fields import Line, Paragraph
from scrutiny_tui.tui.widgets.note_editor import NoteEditor
from tests.tui.conftest import press

PASTED = "\nA line of the paper" * 60


class Fields(LegibleApp):
    """A field of each kind."""

    def compose(self) -> ComposeResult:
        yield Line("Ms", select_on_focus=False)
        yield Paragraph("First", soft_wrap=True)
        yield NoteEditor("First", soft_wrap=True)


@pytest.fixture
async def pilot() -> AsyncIterator[Pilot[None]]:
    async with Fields().run_test(size=(60, 16)) as pilot:
        yield pilot


@pytest.mark.parametrize("kind", [Paragraph, NoteEditor])
async def test_a_long_paste_is_undone_and_made_again_and_so_is_taking_all_of_it_away(
    pilot: Pilot[None], kind: type[Paragraph | NoteEditor]
) -> None:
    field = pilot.app.query_one(kind)
    field.move_cursor(field.document.end)
    field.focus()
    await press(pilot, f"text:{PASTED}")
    field.undo()
    await pilot.pause()
    assert (field.text, field.cursor_location) == ("First", (0, 5))
    field.redo()
    await pilot.pause()
    assert (field.text, field.cursor_location[0]) == ("First" + PASTED, 60)
    field.select_all()
    await press(pilot, "backspace")
    assert not field.text
    field.undo()
    await pilot.pause()
    assert field.text == "First" + PASTED
    field.redo()
    field.redo()
    await pilot.pause()
    assert not field.text


async def test_a_line_is_undone_word_by_word(pilot: Pilot[None]) -> None:
    line = pilot.app.query_one(Line)
    line.focus()
    await press(pilot, *" A B", "text: of the panel")
    undone = []
    for _ in range(4):
        line.action_undo()
        undone.append(line.value)
    assert undone == ["Ms A B", "Ms A ", "Ms ", "Ms"]
    line.action_undo()
    assert line.value == "Ms"
    line.action_redo()
    line.action_redo()
    assert line.value == "Ms A "
    await press(pilot, "!")
    line.action_redo()
    assert line.value == "Ms A !"
    assert line.cursor_position == len("Ms A !")


async def test_what_was_typed_elsewhere_in_a_line_is_another_step_and_deletions_in_a_row_are_one(
    pilot: Pilot[None],
) -> None:
    line = pilot.app.query_one(Line)
    line.focus()
    await press(pilot, "x", "home", "y", "z", "end", "backspace", "backspace")
    undone = []
    for _ in range(4):
        line.action_undo()
        undone.append(line.value)
    assert undone == ["yzMsx", "Msx", "Ms", "Ms"]


@pytest.mark.parametrize(
    ("size", "width", "words"),
    [
        (Size(60, 16), 58, ""),
        (Size(59, 16), 57, "Needs 60 by 16; this is 59 by 16"),
        (Size(2000, 10), 1998, "Needs 60 by 16; this is 2000 by 10"),
        (Size(20, 5), 18, "Needs 60 by 16"),
        (Size(5, 1), 3, "small"),
    ],
)
def test_a_terminal_that_is_too_small_is_told_so_in_words_that_fit(size: Size, width: int, words: str) -> None:
    assert too_small(size, width) == words
