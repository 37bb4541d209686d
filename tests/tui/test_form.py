"""Filling in a form by keyboard: what is told, where Enter leads, and that nothing typed or pasted is dropped."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest
from textual.app import ComposeResult
from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.widgets import Button

from scrutiny_tui.desk.forms.form import Field
from scrutiny_tui.model.meeting import Kind
from scrutiny_tui.tui.legible import LegibleApp
from scrutiny_tui.tui.themes import THEMES
from scrutiny_tui.tui.widgets.form import Form, OneOf

NAME = Field("name", "Name")
WHO = Field("who", "Who asks", suggestions=["Cllr A. Example", "Cllr B. Sample"])
KIND = Field("kind", "Comes as", Kind.CHAIR, options=[Kind.COUNCILLOR, Kind.CHAIR, Kind.OFFICER])
WHY = Field("why", "Why", "Because", long=True)


class Filling(LegibleApp):
    """A form, and a button behind it; it notes what the form tells."""

    def __init__(self, fields: Sequence[Field]) -> None:
        super().__init__()
        self.register_theme(THEMES[0])
        self.theme = THEMES[0].name
        self.fields = fields
        self.told: list[tuple[str, str]] = []
        self.values: list[dict[str, str]] = []
        self.finished = 0

    def compose(self) -> ComposeResult:
        yield Form(self.fields)
        yield Button("Behind")

    def on_mount(self) -> None:
        self.query_one(Form).focus_field(self.fields[0].name)

    def on_form_changed(self, event: Form.Changed) -> None:
        self.told.append((event.field, event.values[event.field]))
        self.values.append(event.values)

    def on_form_finished(self) -> None:
        self.finished += 1

    @property
    def field(self) -> str:
        """The name of the field with the cursor."""
        return ((self.focused and self.focused.id) or "").removeprefix("field-")


@asynccontextmanager
async def form(*fields: Field, width: int = 60) -> AsyncIterator[tuple[Filling, Pilot[None]]]:
    app = Filling(fields)
    async with app.run_test(size=(width, 20)) as pilot:
        await pilot.pause()
        yield app, pilot


def shown(app: Filling) -> str:
    """Return what a person reads on the screen."""
    strips = app.screen._compositor.render_strips(app.screen.size)
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


# Telling


async def test_every_letter_is_told_with_all_values() -> None:
    async with form(NAME, WHY) as (app, pilot):
        await pilot.press("A", "n", "backspace")
        assert app.told == [("name", "A"), ("name", "An"), ("name", "A")]
        assert app.values[-1] == {"name": "A", "why": "Because"}
        await pilot.press("tab", "x")
        assert app.told[-1] == ("why", "xBecause")
        assert app.query_one(Form).values == {"name": "A", "why": "xBecause"}


async def test_nothing_is_told_before_something_is_typed() -> None:
    async with form(Field("name", "Name", "A. Example"), WHY, KIND) as (app, pilot):
        await pilot.press("tab", "tab", "enter")
        assert app.told == []


async def test_letters_that_come_all_at_once_are_all_told_each_for_its_own_field() -> None:
    async with form(NAME, WHY) as (app, pilot):
        name, why = app.query_one("#field-name"), app.query_one("#field-why")
        name.post_message(Key("A", "A"))
        why.post_message(Key("x", "x"))
        name.post_message(Key("n", "n"))
        await pilot.pause()
        assert dict(app.told) == {"name": "An", "why": "xBecause"}


async def test_what_is_told_belongs_to_whoever_is_told() -> None:
    async with form(NAME) as (app, pilot):
        await pilot.press("A")
        app.values[-1].clear()
        await pilot.press("n")
        assert app.query_one(Form).values == {"name": "An"}


# Going on


async def test_enter_goes_on_and_the_last_enter_finishes() -> None:
    async with form(NAME, WHY, KIND, WHO) as (app, pilot):
        for field in ("why", "kind", "who"):
            await pilot.press("enter")
            assert (app.field, app.finished) == (field, 0)
        await pilot.press("enter")
        assert (app.field, app.finished, app.told) == ("who", 1, [])


@pytest.mark.parametrize("last", [NAME, WHY, KIND], ids=["a line", "a longer text", "a choice"])
async def test_enter_in_the_last_field_finishes_whatever_field_it_is(last: Field) -> None:
    async with form(last) as (app, pilot):
        await pilot.press("enter")
        assert app.finished == 1


async def test_enter_pressed_twice_at_once_does_not_skip_a_field() -> None:
    async with form(NAME, WHO, KIND) as (app, pilot):
        for _ in range(2):
            app.post_message(Key("enter", None))
        await pilot.pause()
        assert (app.field, app.finished) == ("who", 0)


async def test_up_and_down_go_from_field_to_field_also_through_a_longer_text() -> None:
    async with form(NAME, WHY, KIND, WHO) as (app, pilot):
        for field in ("why", "kind", "who"):
            await pilot.press("down")
            assert app.field == field
        for field in ("kind", "why", "name"):
            await pilot.press("up")
            assert app.field == field


async def test_down_behind_the_last_field_goes_on_to_what_comes_next() -> None:
    async with form(NAME) as (app, pilot):
        await pilot.press("down")
        assert isinstance(app.focused, Button)


# A longer text


async def test_a_longer_text_is_seen_in_full_and_the_arrows_move_within_it() -> None:
    text = "one two three four five six seven eight nine ten"
    async with form(Field("why", "Why", text, long=True), KIND, width=45) as (app, pilot):
        assert all(word in shown(app) for word in text.split())
        await pilot.press("down")
        assert app.field == "why"
        await pilot.press("x")
        assert app.told[-1][1].startswith("one two three four")
        assert not app.told[-1][1].startswith("x")
        presses = 0
        while app.field == "why":
            await pilot.press("down")
            presses += 1
        assert app.field == "kind"
        assert presses >= 2


async def test_selecting_with_the_arrows_stays_in_the_text() -> None:
    async with form(WHY, KIND) as (app, pilot):
        await pilot.press("shift+down", "x")
        assert (app.field, app.told) == ("why", [("why", "x")])
        await pilot.press("shift+up", "y")
        assert (app.field, app.told[-1]) == ("why", ("why", "y"))


async def test_a_longer_text_that_was_pasted_is_kept_whole() -> None:
    async with form(WHY) as (app, pilot):
        app.post_message(Paste("one\ntwo "))
        await pilot.pause()
        assert app.told == [("why", "one\ntwo Because")]


# A line


async def test_all_lines_that_are_pasted_into_a_line_are_kept() -> None:
    async with form(NAME) as (app, pilot):
        app.post_message(Paste("Report of the\n  director\n"))
        await pilot.pause()
        assert app.told == [("name", "Report of the director")]
        app.post_message(Paste("\n"))
        await pilot.pause()
        assert len(app.told) == 1


async def test_the_right_arrow_takes_a_suggestion_in_whatever_case_it_was_begun() -> None:
    async with form(WHO) as (app, pilot):
        await pilot.press("c", "l", "l", "r", "space", "b")
        await app.workers.wait_for_complete()
        await pilot.press("right")
        assert app.told[-1] == ("who", "Cllr B. Sample")


async def test_typing_replaces_a_value_that_is_only_a_proposal() -> None:
    async with form(Field("title", "Title", "Key questions", replace=True)) as (app, pilot):
        await pilot.press("B")
        assert app.told == [("title", "B")]


async def test_typing_goes_on_behind_a_value_that_is_the_persons_own() -> None:
    async with form(Field("title", "Title", "Budget")) as (app, pilot):
        await pilot.press("s")
        assert app.told == [("title", "Budgets")]


async def test_an_empty_field_shows_what_it_is_for() -> None:
    async with form(NAME, Field("date", "Date", hint="13 July 2027")) as (app, _):
        assert "13 July 2027" in shown(app)
        assert app.query_one(Form).values["date"] == ""


async def test_words_with_brackets_are_shown_as_they_are() -> None:
    async with form(Field("name", "Na[b]me", "[/x]"), Field("kind", "Kind", options=["[red]a", "b"])) as (app, _):
        assert all(words in shown(app) for words in ("Na[b]me", "[/x]", "< [red]a >"))


# A choice


async def test_the_arrows_turn_a_choice_and_it_goes_round() -> None:
    async with form(KIND) as (app, pilot):
        assert "< chair >" in shown(app)
        await pilot.press("right")
        assert "< officer >" in shown(app)
        await pilot.press("space", "left", "left")
        assert [value for _, value in app.told] == ["officer", "councillor", "officer", "chair"]


async def test_a_choice_that_is_none_of_the_words_is_the_first() -> None:
    async with form(Field("kind", "Kind", "mayor", options=["a", "b"])) as (app, _):
        assert app.query_one(Form).values == {"kind": "a"}
        assert app.query_one(OneOf).value == "a"
