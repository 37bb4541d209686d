"""People's text in Markdown: what is read in the document is what was typed, and nothing acts."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from scrutiny_tui.export.escape import broken, cell, inline, literal, paragraphs, strong
from scrutiny_tui.model.text import clean, one_line
from tests.export.hostile import NASTY, hostile

READER = MarkdownIt("gfm-like")


def words(tokens: list[Token]) -> str:
    """What a reader sees, with every line break as a space."""
    seen = {"softbreak": " ", "hardbreak": " ", "html_inline": " "}
    inlines = [token.children or [] for token in tokens if token.type == "inline"]
    return one_line(" ".join("".join(seen.get(child.type, child.content) for child in each) for each in inlines))


def kinds(tokens: list[Token]) -> list[str]:
    """What the document is made of."""
    return [kind.type for token in tokens for kind in (token, *(token.children or []))]


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("write", [inline, broken, paragraphs])
def test_each_nasty_text_is_read_as_typed(write: Callable[[str], str], text: str) -> None:
    tokens = READER.parse(f"before\n\n{write(text)}\n\nafter\n")
    assert words(tokens) == one_line(f"before {text} after")
    assert set(kinds(tokens)) <= {"paragraph_open", "inline", "text", "hardbreak", "paragraph_close"}


@given(hostile())
def test_any_text_is_read_as_typed_in_a_line_and_in_paragraphs(text: str) -> None:
    for write in (inline, broken, paragraphs):
        tokens = READER.parse(f"before\n\n{write(text)}\n\nafter\n")
        assert words(tokens) == one_line(f"before {text} after")
        assert set(kinds(tokens)) <= {"paragraph_open", "inline", "text", "hardbreak", "paragraph_close"}


@given(hostile())
def test_any_text_stays_within_its_cell(text: str) -> None:
    tokens = READER.parse(f"| a | b |\n| --- | --- |\n| {cell(text)} | last |\n")
    assert [token.type for token in tokens].count("td_open") == 2
    assert words(tokens) == one_line(f"a b {text} last")


@given(hostile())
def test_any_text_can_be_bold_or_an_address(text: str) -> None:
    for write, kind in ((strong, "strong_open"), (literal, "code_inline")):
        tokens = READER.parse(f"- {write(text)}\n")
        assert words(tokens) == one_line(text)
        assert kind in kinds(tokens)


@given(hostile())
def test_a_quotation_holds_all_of_its_text(text: str) -> None:
    tokens = READER.parse(f"{paragraphs(text, '> ')}\n\nafter\n")
    assert words(tokens) == one_line(f"{text} after")
    assert kinds(tokens).count("blockquote_open") == 1


def test_lines_and_paragraphs_of_a_note_are_kept() -> None:
    assert paragraphs("one\ntwo\n \n\nthree", "> ") == "> one  \n> two\n>\n> three"
    assert cell("one\ntwo") == "one<br>two"
    assert broken("one\n\ntwo", "  ") == "one  \n  two"


@pytest.mark.parametrize(
    "plain",
    [
        "A & B, 3 < 4? No: 3.5% (see p. 4); it's 10-12 at 2.00 pm, e.g. for snake_case - or not!",
        "Ünïcödé “quotes” ½ 日本 🙂",
        "Cllr A. Example's question no. 2",
    ],
)
def test_ordinary_text_stays_readable_in_the_file(plain: str) -> None:
    assert inline(plain).replace(r"\<", "<") == plain


@pytest.mark.parametrize(("typed", "written"), [("$5", r"\$5"), ("www.3m", r"www\.3m")])
def test_what_only_github_acts_on_is_written_as_text(typed: str, written: str) -> None:
    assert inline(typed) == written


def test_escaping_a_long_note_is_one_pass() -> None:
    text = clean("1. *a* [b](c) <d> `e` #f www.g.org h@i.org\n" * 20_000)
    assert len(re.findall("\n", broken(text))) == 19_999
