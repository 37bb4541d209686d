"""A damaged review offers its last good copy on the spot, and what was typed since can be read and typed again."""

from pathlib import Path

import pytest

from scrutiny_tui.errors import RestoreError
from scrutiny_tui.storage.copies import all_copies
from scrutiny_tui.storage.library import Library
from tests.examples import full_review
from tests.tui.conftest import Start, expect, press, shown

TOLD = "The file is damaged"
TYPED = "Typed after the copy,\nand not in it."


def held(path: Path) -> bytes:
    return path.read_bytes()


def put(path: Path, data: bytes) -> None:
    path.write_bytes(data)


@pytest.fixture
def damaged(library: Library) -> Path:
    """A review that breaks off: its copy says something else on two questions."""
    store = library.create(full_review())
    review = store.review
    store.save(review.with_answer(review.noted("voice", TYPED)).with_answer(review.answer("homes").rated(1)))
    store.close()
    whole = store.path.read_bytes()
    store.path.write_bytes(whole[: whole.index(b'"panel"')])
    return store.path


async def test_the_copy_is_put_back_and_the_work_goes_on_in_it(start: Start, library: Library, damaged: Path) -> None:
    before = held(damaged)
    async with start() as pilot:
        await press(pilot, "enter")
        await expect(pilot, "was not opened, and not touched")
        told = shown(pilot)
        for words in ("The file is damaged", "saved at 14:03 on 1 July 2027", "Typed after the copy,", "and not in it.",
                      "note, in the copy: Nobody could say.", "answer: the file says 1 Poor, told"):  # fmt: skip
            assert words in told
        assert "> Leave everything as it is" in told
        await press(pilot, "down", "enter")
        await expect(pilot, "The damaged file is kept as it was")
        assert "damaged" in shown(pilot)
        await press(pilot, "enter")
        await expect(pilot, "Question 5 of 9")
        await press(pilot, "1")
        await expect(pilot, lambda: library.read(damaged).answer("staff").level == 1)
    assert before in map(held, all_copies(damaged))


async def test_everything_can_be_left_as_it_is(start: Start, damaged: Path) -> None:
    before = held(damaged)
    async with start(opening=damaged, first=TOLD) as pilot:
        await press(pilot, "enter")
        await expect(pilot, "n New   / Find")
    assert held(damaged) == before
    assert len(all_copies(damaged)) == 1


async def test_all_of_what_differs_can_be_read_on_the_smallest_screen(start: Start, damaged: Path) -> None:
    async with start(opening=damaged, first=TOLD, size=(60, 16)) as pilot:
        await press(pilot, "tab", "end")
        await expect(pilot, "answer: the file says 1 Poor, told")
        assert "Put the copy back and go on in it" in shown(pilot)


async def test_a_damaged_review_that_somebody_has_open_is_not_put_back(
    start: Start, library: Library, damaged: Path
) -> None:
    whole = held(damaged)
    put(damaged, held(all_copies(damaged)[0]))
    other = library.open(damaged)
    put(damaged, whole)
    async with start(opening=damaged, first=TOLD) as pilot:
        await press(pilot, "down", "enter")
        await expect(pilot, "is in use.")
    other.close()
    assert held(damaged) == whole


async def test_without_a_good_copy_or_where_nothing_may_be_replaced_the_error_is_told(
    start: Start, library: Library, damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, _: Path | None = None) -> None:
        raise RestoreError(path, "A newer version of this program wrote what lies there.")

    all_copies(damaged)[0].write_text("{")
    async with start(using=library) as pilot:
        await press(pilot, "enter")
        await expect(pilot, "No earlier copy was found")
        await press(pilot, "enter")
        await expect(pilot, "n New   / Find")
        monkeypatch.setattr(library, "offer", refuse)
        await press(pilot, "enter")
        await expect(pilot, "was not opened, and not touched")
        assert "Carry on" in shown(pilot)
