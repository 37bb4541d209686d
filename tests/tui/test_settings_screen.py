"""Settings at work: the first steps, colours, changed keys, and a file that is not good."""

from pathlib import Path

from scrutiny_tui.errors import SettingsSaveError
from scrutiny_tui.model.settings import Settings
from scrutiny_tui.storage.library import Library
from tests.examples import empty_review
from tests.tui.conftest import Start, expect, only, press, shown
from tests.tui.fakes import FakePreferences


async def test_the_first_start_shows_three_steps_once(start: Start) -> None:
    new = FakePreferences(Settings())
    async with start(size=(60, 16), preferences=new, first="1 of 3") as pilot:
        assert "Here you prepare for a scrutiny meeting. A checklist" in shown(pilot)
        await press(pilot, "enter")
        await expect(pilot, "press the number of the level")
        await press(pilot, "enter")
        await expect(pilot, "Everything is saved as you type it")
        assert new.log == []
        await press(pilot, "enter")
        await expect(pilot, "n New")
        await expect(pilot, lambda: new.log == [Settings(welcomed=True)])


async def test_the_steps_are_skipped_with_escape_and_a_choice_that_is_not_remembered_is_said(start: Start) -> None:
    new = FakePreferences(Settings())
    new.trouble = SettingsSaveError(Path("settings.toml"), "The disk is full.")
    async with start(preferences=new, first="1 of 3") as pilot:
        await press(pilot, "escape")
        await expect(pilot, "settings.toml could not be changed. The disk is full.")
        await press(pilot, "f2")
        await expect(pilot, lambda: pilot.app.theme == "light")
        new.trouble = None
        await press(pilot, "f2")
        await expect(pilot, lambda: "could not be changed" not in shown(pilot))
        await press(pilot, "n")
        await expect(pilot, "choose a checklist")


async def test_nobody_who_opens_a_review_is_shown_the_steps(start: Start, library: Library) -> None:
    new = FakePreferences(Settings(theme="light"))
    async with start(opening=library.create(empty_review()), preferences=new, first="Question 1 of") as pilot:
        assert "of 3" not in shown(pilot)
        assert pilot.app.theme == "light"
        await press(pilot, "f2")
        await expect(pilot, lambda: new.log == [Settings(theme="high-contrast")])


async def test_settings_are_chosen_on_a_screen_and_the_steps_shown_again(start: Start) -> None:
    held = FakePreferences()
    async with start(size=(60, 16), preferences=held) as pilot:
        await press(pilot, "f3")
        await expect(pilot, "> Colours: dark")
        await press(pilot, "enter")
        await expect(pilot, "Remembered.")
        assert (pilot.app.theme, held.settings.theme) == ("light", "light")
        held.trouble = SettingsSaveError(Path("settings.toml"), "The disk is full.")
        await press(pilot, "enter")
        await expect(pilot, "What you chose is not remembered. It holds until you")
        held.trouble = None
        await press(pilot, "down", "down", "enter")
        await expect(pilot, "That holds from the next start on.")
        assert held.settings.plain
        await press(pilot, "down", "enter")
        await expect(pilot, "1 of 3")
        await press(pilot, "escape", "end")
        await expect(pilot, "Remembered in settings.toml")
        assert "the names of all." in shown(pilot)


async def test_something_wrong_in_the_file_is_said_for_as_long_as_it_lasts(start: Start, library: Library) -> None:
    problem = "settings.toml, them: There is no such setting. Did you mean theme?"
    held = FakePreferences(Settings(welcomed=True, keys={"question.note": "p"}), [problem])
    async with start(
        opening=library.create(empty_review()), preferences=held, first="settings.toml has 2 problems"
    ) as pilot:
        await press(pilot, "p", "e", "escape")
        await expect(pilot, lambda: only(library).answer("front-door").private_note == "e")
        assert "the rest of it holds. F3 shows them." in shown(pilot)
        await press(pilot, "f3")
        await expect(pilot, f"! {problem}")
        await expect(pilot, "Free is P.")


async def test_changed_keys_are_those_of_the_bar_the_help_and_the_palette_and_no_field_loses_a_letter(
    start: Start, library: Library
) -> None:
    keys = {"question.note": "E,f6", "app.help": "H", "question.rate-1": "f7", "note.leave": "f8,escape"}
    held = FakePreferences(Settings(welcomed=True, keys=keys))
    async with start(opening=library.create(empty_review()), preferences=held, first="H Help") as pilot:
        assert "F7/2/3/4 Rate   0 Not known   E Note" in shown(pilot)
        assert "Note for the record  E" in shown(pilot)
        await press(pilot, "e", "E", "H", "e", "E", "f1")
        await expect(pilot, "Leave the note; it is saved")
        assert "Find a question" not in shown(pilot), "where a slash is typed"
        await press(pilot, "escape")
        await expect(pilot, "F8 leaves")
        await press(pilot, "escape", "f6", "x", "escape")
        await expect(pilot, lambda: only(library).answer("front-door").note == "HeEx")
        await press(pilot, "H", "down")
        await expect(pilot, "What the keys do here")
        assert "E             Write the note for the record" in shown(pilot)
        await press(pilot, "escape", "ctrl+p", "text:note for")
        await expect(pilot, "Write the note for the record  (E)")


async def test_a_file_that_cannot_be_read_does_not_bring_the_steps_back_at_every_start(start: Start) -> None:
    held = FakePreferences(Settings(), ["settings.toml: It cannot be read as TOML, so none of it holds."])
    async with start(preferences=held, first="settings.toml has 1 problem") as pilot:
        assert "of 3" not in shown(pilot)


async def test_the_first_steps_name_the_keys_that_do_it_now(start: Start) -> None:
    changed = {"library.new": "N", "question.note": "E", "question.undo": "U,ctrl+z", "app.help-anywhere": "f12",
               "welcome.skip": "f8"}  # fmt: skip
    async with start(preferences=FakePreferences(Settings(keys=changed)), first="1 of 3") as pilot:
        await press(pilot, "enter")
        await expect(pilot, "N starts a review")
        assert "Enter: next. F8: skip." in shown(pilot)
        await expect(pilot, "E writes a note. n goes on")
        await press(pilot, "enter")
        await expect(pilot, "U undoes. ? shows what the keys do")
        await expect(pilot, "wherever you are; F12 does so")
        await press(pilot, "left", "f8")
        await expect(pilot, "Press  N  to start a review.")
