"""The Markdown document: its order, its words, and that nobody's text can break it."""

import re
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from scrutiny_tui.export.markdown import text as render
from scrutiny_tui.export.phrases import BLANK
from scrutiny_tui.model.answer import Answer, Ask, State
from scrutiny_tui.model.meeting import Meeting
from scrutiny_tui.model.report import build
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.text import one_line
from tests.examples import PRIVATE_NOTE, empty_review, full_review
from tests.export.filled import brought_along, filled_with
from tests.export.hostile import hostile

READER = MarkdownIt("gfm-like")


def shape(tokens: list[Token]) -> list[Any]:
    """What the document is made of, without its words."""
    return [
        (token.type, token.tag, token.nesting, token.hidden, sorted(token.attrs.items()), shape(token.children or []))
        for token in tokens
    ]


def words(tokens: list[Token]) -> str:
    """What a reader sees."""
    parts = [" " if child.type in {"hardbreak", "html_inline"} else child.content for child in leaves(tokens)]
    return one_line("".join(parts))


def leaves(tokens: list[Token]) -> list[Token]:
    found = []
    for token in tokens:
        if token.children:
            found += [*token.children, Token("html_inline", "", 0)]
    return found


def headings(document: str) -> list[str]:
    return re.findall("^#+ .*$", document, re.MULTILINE)


@settings(max_examples=8, deadline=None)
@given(st.lists(hostile(), min_size=1, max_size=5, unique_by=one_line))
def test_no_text_in_any_field_changes_the_document_or_is_lost(texts: list[str]) -> None:
    harmless = [re.sub(r"\S+", f"w{number}", text) for number, text in enumerate(texts)]
    nasty = READER.parse(render(build(filled_with(texts), private=True)))
    assert shape(nasty) == shape(READER.parse(render(build(filled_with(harmless), private=True))))
    seen = words(nasty)
    for text in texts:
        assert one_line(text) in seen


def test_the_document_has_no_link_no_picture_and_no_raw_html() -> None:
    kinds = {leaf.type for leaf in leaves(READER.parse(render(build(full_review()))))} - {"html_inline"}
    assert kinds == {"text", "strong_open", "strong_close", "code_inline"}


def test_the_parts_come_in_the_order_in_which_they_are_needed() -> None:
    assert [line for line in headings(render(build(full_review()))) if line.startswith(("# ", "## "))] == [
        "# Children's services, summer 2027",
        "## Questions to take into the room",
        "## Recommendations",
        "## The session",
        "## Profile",
        "## Where those who rated differ",
        "## What changed since 2 July 2026",
        "## Each question",
        "## What it rests on",
        "## What is not known",
        "## What was not reached",
        "## About the checklist",
        "## Sources",
        "## How to read this",
    ]


def test_coverage_comes_before_any_figure() -> None:
    document = render(build(full_review()))
    assert document.index("**4 of 8 questions that apply are rated;") < document.index("## ")


def test_a_question_for_the_room_says_all_that_was_prepared() -> None:
    assert (
        "3. **What happens in the first hour after a school rings?**\n"
        "   - **To:** head of service\n"
        "   - **Asked by:** Cllr A. Example\n"
        "   - **Why it is here:** Rated 2 Fair: low (Front door)\n"
        "   - **What would satisfy us:** One real case, with times, from call to visit\n"
        "   - **Then ask:** And when the school rings on a Friday afternoon?\n"
        "   - **Reply:** It depends on who is on duty.\n"
    ) in render(build(full_review()))


def test_a_question_without_a_reply_has_a_line_to_write_on() -> None:
    assert f"   - **Why it is here:** Not known (Children's voice)\n   - **Reply:** {BLANK}\n" in render(
        build(full_review())
    )


def test_the_room_list_is_one_list_even_beyond_ten() -> None:
    review = empty_review()
    for question in review.questions:
        review = review.with_answer(Answer(question.id, State.NOT_KNOWN))
    for number in range(3):
        review = review.with_answer(
            replace(review.answer("staff"), asks=(*review.answer("staff").asks, Ask(f"a{number}", "Who?")))
        )
    tokens = READER.parse(render(build(review)))
    assert [token.type for token in tokens].count("ordered_list_open") == 1
    assert len([token for token in tokens if token.type == "list_item_open" and token.info]) == 11


def test_an_answer_shows_its_level_its_evidence_and_its_note() -> None:
    document = render(build(full_review()))
    for line in (
        "**In the words of the source:** The effectiveness of the first response to children in need of help",
        "**Answer:** 2 Fair. Urgent calls are answered; the others wait.",
        "**How we know:** shown (data or a document shows it)",
        "- Audit of the front door, pages 33-35, May 2027, F. Model: Decisions were late in a third of the sample",
        "> The audit and the report do not agree.\n>\n> The audit looked at one month only.",
        "- Question 3 (head of service): What happens in the first hour after a school rings?",
        "- Learning: Does the service learn from what goes wrong?",
        "- Guidance on helping children early, Example Department, 2023: `https://example.org/g`",
    ):
        assert f"\n{line}\n" in document


def test_an_answer_that_was_brought_along_says_so_and_a_question_how_it_is_meant() -> None:
    document = render(build(brought_along()))
    assert (
        "Do children who need help get it at the right time?\n\n"
        "**How it is meant:** Think of one child.  \nThen of all.\n\n"
        "**In the words of the source:**"
    ) in document
    assert (
        "**How we know:** shown (data or a document shows it)\n\n"
        "**Brought along:** from Spring review, 3 March 2027; not confirmed since\n\n"
        "**Evidence**"
    ) in document
    for label in ("**How it is meant:**", "**Brought along:**"):
        assert document.count(label) == 1


def test_private_notes_are_left_out_unless_asked_for() -> None:
    assert PRIVATE_NOTE not in render(build(full_review()))
    assert f"**Private note**\n\n> {PRIVATE_NOTE}\n" in render(build(full_review(), private=True))


def test_an_untouched_review_is_a_sheet_to_work_through() -> None:
    document = render(build(empty_review()))
    assert "**Nothing has been answered yet.**" in document
    assert headings(document)[1] == "## Questions to work through"
    assert document.count(f"**Answer:** {BLANK}") == 9
    assert "## Profile" not in document


@pytest.mark.parametrize("review", [full_review(), empty_review(), full_review().with_meeting(Meeting())])
def test_no_heading_and_no_label_stands_over_nothing(review: Review) -> None:
    document = render(build(review))
    blocks = document.rstrip("\n").split("\n\n")
    for block, following in zip(blocks, [*blocks[1:], "# end"], strict=True):
        if re.fullmatch(r"\*\*[^*.]+\*\*", block):
            assert following.startswith(("- ", "> "))
        if block.startswith("#") and not block.startswith("# "):
            depth = len(block) - len(block.lstrip("#"))
            assert not re.match(rf"#{{1,{depth}}} ", following)
    assert "\n\n\n" not in document


def test_one_section_needs_no_headings_for_sections() -> None:
    review = empty_review()
    checklist = replace(review.checklist, sections=review.checklist.sections[:1])
    document = render(build(replace(review, checklist=checklist)))
    assert "### 1. Front door" in headings(document)
    assert "Help for children and families" not in document


def test_no_line_ends_with_a_stray_space_and_the_file_ends_with_one_newline() -> None:
    document = render(build(full_review()))
    assert re.findall(r"[ \t]$", document, re.MULTILINE) == []
    assert document.endswith(".\n")


def test_a_review_without_a_title_still_has_one() -> None:
    assert render(build(empty_review().titled(" "))).startswith("# Review\n")


def test_rendering_loads_nothing_heavy() -> None:
    code = (
        "import sys, scrutiny_tui.export; print(*{'textual', 'rich', 'yaml', 'tinydb', 'click'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"
