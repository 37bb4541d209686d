"""The guide, what words mean, the settings, and a damaged review, line by line."""

from dataclasses import replace
from pathlib import Path

import pytest

from scrutiny_tui.errors import SaveError
from scrutiny_tui.model.settings import Settings
from scrutiny_tui.plain.guide import tell_guide, tell_words
from scrutiny_tui.plain.offering import opened
from scrutiny_tui.plain.settings import SettingsPlace
from scrutiny_tui.storage.library import Library
from tests.examples import full_review
from tests.plain.conftest import FakePreferences, SitDown

TYPED = "Typed after the copy."


def test_the_guide_lists_its_pages_and_reads_one_by_number_or_name(seated: SitDown) -> None:
    sitting, said = seated(full_review(), [])
    tell_guide(sitting.around, "")
    assert "1. Steps\n2. Phases\n3. Timeline" in said.getvalue()
    tell_guide(sitting.around, "timeline")
    assert "to month 60." in said.getvalue()
    assert "====" not in said.getvalue()
    tell_guide(sitting.around, "9")
    tell_guide(sitting.around, "stepz")
    assert "The pages go from 1 to 7. Did you mean steps?" in said.getvalue()
    assert sitting.talk.mistakes == 2


def test_words_of_the_question_come_first_and_a_word_says_what_it_means(seated: SitDown) -> None:
    sitting, said = seated(full_review(), [])
    tell_words(sitting, "")
    assert said.getvalue().startswith("What words mean")
    assert said.getvalue().index("Told: How we know") < said.getvalue().index("There are also:")
    for typed, told in (("MASH", "MASH: A multi-agency"), ("a", "words have this in them: "),
                        ("escalashun", "The nearest word is this:\nEscalation: "),
                        ("zzzz", "The guide does not explain zzzz.\n")):  # fmt: skip
        tell_words(sitting, typed)
        assert told in said.getvalue()
    assert sitting.talk.mistakes == 2


# The settings


def test_a_setting_is_changed_by_its_number_and_remembered(seated: SitDown) -> None:
    sitting, said = seated(full_review(), ["1", "1 ligth", "1 high-contrast", "3 on", "9", "q"])
    SettingsPlace(sitting.around).stay()
    told = said.getvalue()
    assert "1. Colours: dark. It can be dark, light, high-contrast, terminal." in told
    assert "Colours: light. Remembered." in told
    assert "not 'ligth'. Did you mean light?" in told
    assert "Plain mode: on. That holds from the next start on." in told
    assert "Type a number from 1 to" in told
    held = sitting.around.preferences.settings
    assert (held.theme, held.plain) == ("high-contrast", True)


def test_what_is_wrong_with_the_settings_is_said(seated: SitDown, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: FakePreferences, settings: Settings) -> None:
        del settings
        raise SaveError(self.path, "The disk is full.")

    sitting, said = seated(full_review(), ["2", "q"])
    monkeypatch.setattr(FakePreferences, "remember", refuse)
    preferences = FakePreferences()
    preferences.problems = ["settings.toml: there is no theme 'lihgt'."]
    SettingsPlace(replace(sitting.around, preferences=preferences)).stay()
    assert "there is no theme 'lihgt'." in said.getvalue()
    assert "The disk is full." in said.getvalue()
    assert "Remembered." not in said.getvalue()


# A damaged review


@pytest.fixture
def damaged(library: Library) -> Path:
    """A review that breaks off: its copy says something else on one question."""
    store = library.create(full_review())
    store.save(store.review.with_answer(store.review.noted("voice", TYPED)))
    store.close()
    whole = store.path.read_bytes()
    store.path.write_bytes(whole[: whole.index(b'"panel"')])
    return store.path


def test_a_damaged_review_says_why_and_its_copy_takes_its_place(seated: SitDown, damaged: Path) -> None:
    before = damaged.read_bytes()
    sitting, said = seated(full_review(), ["perhaps", "yes"])
    store = opened(sitting.around, damaged)
    assert store
    assert store.path == damaged
    told = said.getvalue()
    assert TYPED in told
    assert "Put the copy back and go on in it? yes or no, Enter is no: perhaps\nType yes or no." in told
    kept = Path(told.rstrip().rsplit("\n", 1)[1])
    assert kept.read_bytes() == before
    store.close()


@pytest.mark.parametrize("line", ["", "no"])
def test_a_damaged_review_is_left_as_it_is_where_nobody_agrees(seated: SitDown, damaged: Path, line: str) -> None:
    before = damaged.read_bytes()
    sitting, said = seated(full_review(), [line])
    assert opened(sitting.around, damaged) is None
    assert "The copy was saved at" in said.getvalue()
    assert damaged.read_bytes() == before


def test_what_has_no_copy_only_says_why(seated: SitDown, tmp_path: Path) -> None:
    sitting, said = seated(full_review(), [])
    (tmp_path / "a.scrutiny.json").write_text("{}")
    assert opened(sitting.around, tmp_path / "a.scrutiny.json") is None
    assert opened(sitting.around, tmp_path / "none.scrutiny.json") is None
    assert "none.scrutiny.json" in said.getvalue()
    assert "yes or no" not in said.getvalue()
