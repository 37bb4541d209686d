"""A list of rows as a person reads it: line by line as it stands on the screen."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Input

from scrutiny_tui.model.text import clean
from scrutiny_tui.tui.legible import LegibleApp
from scrutiny_tui.tui.widgets.rows import Row, Rows
from tests.strategies import HOSTILE, texts

WIDE = ("中文字" * 30, "👩‍👩‍👧 " * 20, "Zoe\u0308 " * 30, "👍🏽" * 30, "שלום " * 20, "a\tb\tc" * 10, "️❤️" * 30)
"""Texts whose letters are not one column each."""


_TURNS = 20
"""Turns of the loop, many more than a key needs; a pause until the processor is idle takes far longer."""


class Listing(LegibleApp):
    """A list over a field; it notes what the person did in the list."""

    def __init__(self, height: str = "1fr") -> None:
        super().__init__()
        self.happened: list[str] = []
        self.list_height = height

    def compose(self) -> ComposeResult:
        rows = Rows(id="rows")
        rows.styles.height = self.list_height
        yield rows
        yield Input()

    def on_rows_highlighted(self, event: Rows.Highlighted) -> None:
        assert event.control is self.query_one(Rows)
        self.happened.append(f"moved to {event.row.id}")

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self.happened.append(f"chose {event.row.id}")


class Screen:
    """What a person sees and does."""

    def __init__(self, pilot: Pilot[None], app: Listing) -> None:
        self.pilot = pilot
        self.app = app
        self.rows = app.query_one(Rows)

    @property
    def strips(self) -> list[Strip]:
        return [self.rows.render_line(y) for y in range(self.rows.size.height)]

    @property
    def lines(self) -> list[str]:
        """The lines of the list that are in view."""
        return [strip.text.rstrip() for strip in self.strips]

    async def press(self, *keys: str) -> list[str]:
        """Press keys as fast as a held key repeats, and return what stands there after the last."""
        for key in keys:
            self.app.post_message(Key(key, key if len(key) == 1 else None))
        return await self.soon()

    async def show(self, rows: Sequence[Row], highlighted: str | None = None) -> list[str]:
        self.rows.show(rows, highlighted)
        return await self.soon()

    async def soon(self) -> list[str]:
        for _ in range(_TURNS):
            await self.pilot.pause(0)
        return self.lines

    async def until(self, come_true: Callable[[], object]) -> None:
        """Let the screen lay itself out and paint until something has come true."""
        async with asyncio.timeout(30):
            while not come_true():
                await self.pilot.pause(0)

    async def until_height(self, height: int) -> None:
        await self.until(lambda: self.rows.size.height == height)


@asynccontextmanager
async def screen(
    *rows: Row, width: int = 30, height: int = 8, one_line: bool = False, list_height: str = "1fr"
) -> AsyncIterator[Screen]:
    """Show rows in a list of this width and height, gutter and scrollbar included."""
    app = Listing(list_height)
    async with app.run_test(size=(width, height + 3)) as pilot:
        shown = Screen(pilot, app)
        shown.rows.one_line = one_line
        await shown.show(rows)
        yield shown


def rows_of(*texts_: str, right: str = "") -> list[Row]:
    return [Row(str(at), Content(text), right) for at, text in enumerate(texts_, start=1)]


def many(count: int, right: str = "") -> list[Row]:
    return rows_of(*(f"row {at}" for at in range(1, count + 1)), right=right)


def marked(lines: Sequence[str]) -> list[str]:
    """Return the lines that carry the marker."""
    return [line for line in lines if line.startswith("> ")]


# Reading


async def test_text_is_never_markup() -> None:
    texts_ = ["[b]bold[/b]", "[/path]", "[link=x]y", "[@click=app.quit]z[/]"]
    async with screen(*rows_of(*texts_)) as shown:
        assert shown.lines[:4] == [f"> {texts_[0]}", *(f"  {text}" for text in texts_[1:])]


async def test_the_marker_moves_with_the_arrows_and_stops_at_both_ends() -> None:
    async with screen(*many(3)) as shown:
        assert marked(shown.lines) == ["> row 1"]
        assert marked(await shown.press("down")) == ["> row 2"]
        assert marked(await shown.press("j", "down", "down")) == ["> row 3"]
        assert marked(await shown.press("k")) == ["> row 2"]
        assert marked(await shown.press("up", "up", "up")) == ["> row 1"]
        assert shown.app.happened == ["moved to 2", "moved to 3", "moved to 2", "moved to 1"]


async def test_the_highlight_is_seen_to_rest_when_the_cursor_is_elsewhere() -> None:
    async with screen(*many(2)) as shown:
        live = shown.strips[0]
        shown.app.query_one(Input).focus()
        await shown.until(lambda: shown.strips[0] != live)
        assert shown.strips[0].text == live.text.replace("> ", "- ")
        shown.rows.focus()
        await shown.until(lambda: shown.strips[0] == live)


async def test_another_theme_changes_the_colours_of_rows_that_were_drawn() -> None:
    async with screen(*many(2)) as shown:
        dark = shown.strips
        shown.app.theme = "light"
        await shown.until(lambda: shown.strips != dark)
        assert [strip.text for strip in shown.strips] == [strip.text for strip in dark]


async def test_a_row_wraps_under_itself() -> None:
    async with screen(*rows_of("one two three four five six seven", "next"), width=15) as shown:
        assert shown.lines[:5] == ["> one two", "  three four", "  five six", "  seven", "  next"]


async def test_a_row_with_a_column_of_its_own_wraps_beside_it() -> None:
    row = Row("a", Content("Del   Take our highlighted ask or evidence away"), hang=6)
    async with screen(row, width=29) as shown:
        assert shown.lines[:2] == ["> Del   Take our highlighted", "        ask or evidence away"]
    async with screen(row, width=8) as shown:
        assert shown.lines[:2] == ["> Del", "  Take"], "where the column takes all of the room"


async def test_lines_in_a_text_stay_lines_where_rows_wrap_and_are_joined_where_they_do_not() -> None:
    async with screen(*rows_of("one\ntwo", "three")) as shown:
        assert shown.lines[:3] == ["> one", "  two", "  three"]
        shown.rows.one_line = True
        assert shown.lines[:2] == ["> one two", "  three"]


async def test_a_text_that_does_not_fit_on_one_line_ends_in_an_ellipsis() -> None:
    async with screen(*rows_of("one two three four", "next"), width=15, one_line=True) as shown:
        assert shown.lines[:2] == ["> one two thr…", "  next"]
        shown.rows.one_line = False
        assert shown.lines[:3] == ["> one two", "  three four", "  next"]


async def test_what_stands_at_the_right_stays_in_view() -> None:
    async with screen(*rows_of("Help at the right time", "Homes", right="3 Good"), width=26) as shown:
        assert shown.lines[:2] == ["> Help at the ri…  3 Good", "  Homes            3 Good"]
        await shown.pilot.resize_terminal(15, 11)
        await shown.pilot.pause()
        assert shown.lines[:2] == ["> Hel…  3 Good", "  Hom…  3 Good"]


@pytest.mark.parametrize("width", [31, 32, 33])
async def test_wide_letters_do_not_break_the_columns(width: int) -> None:
    async with screen(width=width, height=4) as shown:
        for text in WIDE:
            lines = await shown.show(rows_of(text, "plain", right="3 Good"))
            assert all(line.endswith("  3 Good") for line in lines[:2])
            assert {cell_len(line) for line in lines[:2]} == {width - 1}
            assert "…" in lines[0]
            await shown.show(rows_of(text, "plain"))
            assert {strip.cell_length for strip in shown.strips} <= {width - 1, width}


async def test_wide_letters_at_the_right_stay_in_view() -> None:
    async with screen(*rows_of("A long text that is cut", right="良い"), width=20) as shown:
        assert shown.lines[0].endswith("…  良い")


@settings(max_examples=60, deadline=None)
@given(text=texts().map(clean), width=st.integers(1, 40))
@example(text="", width=5)
@example(text="\n", width=5)
@example(text=" ", width=1)
def test_a_row_takes_as_many_lines_as_are_drawn(text: str, width: int) -> None:
    """The list counts lines without drawing them; a line too few would break the drawing."""
    content = Content(text)
    height = content.get_height({}, width)
    assert height >= 1
    assert Row("1", content, "right").fitted(width).get_height({}, width) == 1
    app_less = content._wrap_and_format(width, tab_size=8)
    assert len(app_less) == height


async def test_any_text_can_be_drawn() -> None:
    texts_ = [clean(text) for text in HOSTILE if len(text) < 1000]
    async with screen(width=20, height=30) as shown:
        for one_line in (False, True):
            shown.rows.one_line = one_line
            await shown.show(rows_of(*texts_))
            for _ in texts_:
                shown.rows.action_step(1)
                assert len(marked(shown.lines)) == 1


# Long lists and long rows


async def test_ten_thousand_rows_are_walked_like_ten() -> None:
    async with screen(*many(10_000, right="-")) as shown:
        assert marked(await shown.press("end"))[0].startswith("> row 10000")
        assert marked(await shown.press("up"))[0].startswith("> row 9999")
        assert marked(await shown.press("pageup"))[0].startswith("> row 9992")
        assert marked(await shown.press("home"))[0].startswith("> row 1 ")
        assert len(shown.rows._drawn) < 100


async def test_ten_thousand_rows_that_wrap_are_not_all_drawn() -> None:
    async with screen(*many(10_000)) as shown:
        assert marked(await shown.press("end")) == ["> row 10000"]
        assert len(shown.rows._drawn) < 100


async def test_a_page_leaves_one_line_of_the_page_before() -> None:
    async with screen(*many(30), height=8) as shown:
        assert marked(await shown.press("pagedown")) == ["> row 8"]
        assert marked(await shown.press("pagedown")) == ["> row 15"]
        assert shown.lines[0] == "  row 8"
        assert marked(await shown.press("pageup")) == ["> row 8"]
        assert marked(await shown.press("pagedown", "pagedown", "pagedown", "pagedown", "pagedown")) == ["> row 30"]
        assert marked(await shown.press(*["pageup"] * 6)) == ["> row 1"]


LONG = "\n".join(f"line {at}" for at in range(1, 21))


@pytest.mark.parametrize(("key", "presses"), [("down", 12), ("pagedown", 2)])
async def test_a_row_longer_than_the_page_can_be_read_to_its_end(key: str, presses: int) -> None:
    async with screen(*rows_of(LONG, "next"), height=8) as shown:
        assert shown.lines == ["> line 1", *(f"  line {at}" for at in range(2, 9))]
        seen = set(shown.lines)
        for _ in range(presses):
            seen |= set(await shown.press(key))
        assert {line.strip(" >") for line in seen} == set(LONG.split("\n"))
        assert shown.app.happened == []
        assert marked(await shown.press(key)) == ["> next"]


@pytest.mark.parametrize("key", ["up", "pageup"])
async def test_a_row_longer_than_the_page_can_be_read_back_to_its_start(key: str) -> None:
    async with screen(*rows_of("before", LONG), height=8) as shown:
        await shown.press("down", *["pagedown"] * 5)
        assert shown.lines[-1] == "  line 20"
        presses = 0
        while "> line 1" not in shown.lines:
            await shown.press(key)
            presses += 1
        assert presses == {"up": 12, "pageup": 2}[key]
        assert marked(await shown.press(key)) == ["> before"]


async def test_a_row_that_fills_the_page_exactly_does_not_hold_the_highlight() -> None:
    page = "\n".join(f"line {at}" for at in range(1, 9))
    async with screen(*rows_of("before", page, "next"), height=8) as shown:
        assert marked(await shown.press("pagedown")) == ["> line 1"]
        assert marked(await shown.press("pagedown")) == ["> next"]
        assert marked(await shown.press("pageup")) == ["> line 1"]
        assert marked(await shown.press("pageup")) == ["> before"]


# Showing other rows


async def test_the_highlight_stays_on_its_row_when_others_come_and_go() -> None:
    async with screen(*many(5)) as shown:
        await shown.press("down", "down")
        lines = await shown.show([Row("new", Content("new")), *many(5)[1:]])
        assert marked(lines) == ["> row 3"]
        assert marked(await shown.show(many(3)[2:])) == ["> row 3"]


async def test_the_highlight_falls_to_the_nearest_when_its_row_has_gone() -> None:
    async with screen(*many(5)) as shown:
        await shown.press("end")
        assert marked(await shown.show(many(4))) == ["> row 4"]
        assert marked(await shown.show([row for row in many(5) if row.id != "4"])) == ["> row 5"]
        await shown.press("home", "down")
        assert marked(await shown.show([row for row in many(5) if row.id != "2"])) == ["> row 3"]


async def test_the_row_that_is_asked_for_is_highlighted_without_a_word_that_somebody_moved() -> None:
    async with screen(*many(50)) as shown:
        assert marked(await shown.show(many(50), "40")) == ["> row 40"]
        assert marked(await shown.show(many(45), "30")) == ["> row 30"]
        assert marked(await shown.show(many(45), "gone")) == ["> row 30"]
        assert shown.app.happened == []


async def test_rows_that_look_as_they_did_are_not_drawn_again() -> None:
    async with screen(*many(50)) as shown:
        await shown.press("down")
        drawn = dict(shown.rows._drawn)
        await shown.show(many(50))
        assert shown.rows._drawn == drawn
        shown.rows.scroll_to(y=20, animate=False)
        lines = shown.lines
        assert await shown.show(many(50)) == lines


async def test_a_change_of_style_or_of_what_stands_at_the_right_is_drawn() -> None:
    async with screen(Row("1", Content("one"), "-")) as shown:
        plain = shown.strips[0]
        await shown.show([Row("1", Content.styled("one", "bold $primary"), "-")])
        assert shown.strips[0].text == plain.text
        assert shown.strips[0] != plain
        assert (await shown.show([Row("1", Content("one"), "3 Good")]))[0].endswith("3 Good")


async def test_a_list_that_is_changed_after_it_was_shown_stays_as_it_was() -> None:
    rows = many(2)
    async with screen() as shown:
        await shown.show(rows)
        rows.clear()
        assert marked(await shown.press("down")) == ["> row 2"]


async def test_an_empty_list_is_harmless() -> None:
    async with screen() as shown:
        await shown.press("up", "down", "pageup", "pagedown", "home", "end", "enter")
        await shown.pilot.click(Rows)
        assert shown.rows.row is None
        assert shown.app.happened == []
        assert marked(await shown.show(many(3))) == ["> row 1"]
        await shown.press("end")
        assert set(await shown.show([])) == {""}
        assert marked(await shown.show(many(3))) == ["> row 1"]


async def test_a_list_can_be_filled_before_it_has_a_size() -> None:
    class Early(Listing):
        def compose(self) -> ComposeResult:
            rows = Rows(id="rows")
            rows.show(many(3), "2")
            rows.action_page(1)
            rows.action_step(-1)
            yield rows

    app = Early()
    async with app.run_test(size=(30, 8)) as pilot:
        assert len(marked(Screen(pilot, app).lines)) == 1


async def test_a_list_as_high_as_its_rows_grows_and_shrinks_with_them() -> None:
    async with screen(*many(2), list_height="auto", height=20) as shown:
        await shown.until(lambda: shown.rows.size.height >= 2)
        two = shown.rows.size.height
        await shown.show(rows_of("one two three four five six seven eight", "next"))
        await shown.until_height(two + 1)
        assert shown.lines[:3] == ["> one two three four five six", "  seven eight", "  next"]
        shown.rows.one_line = True
        await shown.until_height(two)
        await shown.show(many(1))
        await shown.until_height(two - 1)


# Choosing


async def test_enter_chooses() -> None:
    async with screen(*many(3)) as shown:
        await shown.press("down", "enter")
        assert shown.app.happened == ["moved to 2", "chose 2"]


async def test_a_click_moves_and_a_second_click_chooses() -> None:
    async with screen(*rows_of("one two three four five six seven eight", "next"), width=20) as shown:
        await shown.pilot.click(Rows, offset=(4, 1))
        assert shown.app.happened == ["chose 1"]
        await shown.pilot.click(Rows, offset=(4, 3))
        assert shown.app.happened == ["chose 1", "moved to 2"]
        await shown.pilot.click(Rows, offset=(0, 3))
        assert shown.app.happened[2:] == ["chose 2"]
        await shown.pilot.click(Rows, offset=(4, 6))
        assert len(shown.app.happened) == 3


async def test_a_click_in_a_list_that_was_scrolled_hits_the_row_under_it() -> None:
    async with screen(*many(50)) as shown:
        await shown.press("end")
        await shown.pilot.click(Rows, offset=(4, 0))
        assert marked(shown.lines) == ["> row 43"]


# Sizes


@pytest.mark.parametrize("one_line", [False, True])
async def test_any_size_can_be_drawn_and_the_highlight_stays_in_view(one_line: bool) -> None:  # noqa: FBT001  # pytest's
    texts_ = [f"row {at} with a few words more" for at in range(1, 30)]
    async with screen(*rows_of(*texts_), one_line=one_line, width=60, height=20) as shown:
        await shown.press(*["pagedown"] * 2)
        for width, height in [(20, 6), (3, 6), (2, 4), (1, 1), (4, 4), (8, 8), (200, 60), (60, 16), (30, 11)]:
            await shown.pilot.resize_terminal(width, height)
            assert len(shown.lines) == shown.rows.size.height
        assert len(marked(shown.lines)) == 1


async def test_drawing_while_the_size_is_changing_does_no_harm() -> None:
    async with screen(*rows_of(*["word " * 20] * 20), width=60, height=20) as shown:
        for width in (40, 10, 3, 80):
            shown.rows._size = shown.rows._size.with_width(width)
            assert len(shown.lines) == shown.rows.size.height


async def test_a_list_that_comes_back_into_view_is_laid_out_for_the_new_width() -> None:
    async with screen(*rows_of("one two three four five six"), width=40) as shown:
        shown.rows.display = False
        await shown.pilot.resize_terminal(15, 11)
        await shown.show(rows_of("one two three four five six seven"))
        shown.rows.display = True
        await shown.until(lambda: shown.lines[:4] == ["- one two", "  three four", "  five six", "  seven"])
