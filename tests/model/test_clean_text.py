"""Text from people is safe to show, whatever way it came in."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_tui.model.text import Clean, clean, hyphenated, nearest, one_line, unsafe


@dataclass(frozen=True)
class Words(Clean):
    text: str
    more: tuple[str, ...] = ()
    number: int = 0


@pytest.mark.parametrize(
    "kept", ["plain", "Ünïcödé “quotes” ½ 日本 🙂", "two\nlines\tand a tab", "[red]not markup[/]", ""]
)
def test_ordinary_text_stays_as_typed(kept: str) -> None:
    assert clean(kept) == kept


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_newline_becomes_the_one_kind(ending: str) -> None:
    assert clean(f"one{ending}two") == "one\ntwo"


@pytest.mark.parametrize(
    "acting", ["\x00", "\x1b", "\x07", "\x7f", "\x9b", "\u202e", "\u200f", "\u2066", "\ud800", "\uffff"]
)
def test_characters_that_act_or_hide_leave_a_visible_mark(acting: str) -> None:
    assert clean(f"a{acting}b") == "a\ufffdb"


def test_unsafe_characters_are_found_by_line_and_column() -> None:
    assert list(unsafe("fine\r\nso\x1bso")) == [(2, 3, "\x1b")]


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_clean_text_can_be_written_to_a_file(text: str) -> None:
    assert clean(text).encode().decode() == clean(text)


def test_a_value_cleans_its_texts_however_it_is_made() -> None:
    words = Words("a\x1b[2J", ("b\r\nc", "d"), 3)
    assert words == Words("a\ufffd[2J", ("b\nc", "d"), 3)


def test_one_line_keeps_the_words_and_loses_the_line_breaks() -> None:
    assert one_line("  one\n\n\ttwo\u00a0three ") == "one two three"


@pytest.mark.parametrize(
    ("text", "most", "name"),
    [
        ("Caf\u00e9: \u00c9lan!", 60, "cafe-elan"),
        ("one two three", 8, "one-two"),
        ("\u4e2d\u6587", 60, ""),
        ("--a--", 9, "a"),
    ],
)
def test_words_become_a_name_of_plain_letters(text: str, most: int, name: str) -> None:
    assert hyphenated(text, most) == name


def test_a_text_of_nothing_but_accents_becomes_no_name_at_once() -> None:
    assert hyphenated("a" + "\u0300\u0316" * 500_000 + "b", 9) == "ab"


def test_a_slip_of_the_finger_finds_the_word_that_was_meant() -> None:
    assert nearest("Lst", ["new", "list", "show"]) == "list"
    assert nearest("weather", ["new", "list"]) == ""
