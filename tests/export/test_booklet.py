"""The blank booklet: what stands on paper, the same in every format, whatever the checklist says."""

import re
import subprocess
import sys
from dataclasses import fields, is_dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from scrutiny_tui.catalog.schema import read_file
from scrutiny_tui.catalog.shelf import packaged_folder
from scrutiny_tui.export.booklet import BOOKLETS, BookletFormat
from scrutiny_tui.export.booklet.page import NOTE_LINES, Booklet, build
from scrutiny_tui.model.checklist import Answered, Checklist
from scrutiny_tui.model.facts import Claim, Standing
from scrutiny_tui.model.text import one_line
from tests.examples import small_checklist
from tests.export.hostile import NASTY, hostile
from tests.export.reread import REREAD, WebPage, opened, texts

REFERENCES = {"id", "source", "sources", "checked"}
_md, _html, _docx = (next(kind for kind in BOOKLETS if kind.name == name) for name in ("md", "html", "docx"))
each_format = pytest.mark.parametrize("kind", BOOKLETS, ids=lambda kind: kind.name)
_read = cache(read_file)


def retold(value: Any, words: list[str]) -> Any:  # noqa: ANN401 - it walks through values of every kind
    """The same value with these words, in turn, in the place of every text that it has."""
    if type(value) is str and value:
        words.append(words.pop(0))
        return words[-1]
    if isinstance(value, tuple):
        return tuple(retold(each, words) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        told = {f.name: retold(getattr(value, f.name), words) for f in fields(value) if f.name not in REFERENCES}
        return replace(value, **told)
    return value


def filled_with(words: list[str]) -> Checklist:
    checklist: Checklist = retold(one_question(), list(words))
    return checklist


def one_question() -> Checklist:
    """The question that has every kind of guidance, with a fact of every standing and a figure for England."""
    whole = small_checklist()
    question = whole.question("front-door")
    facts = tuple(Claim("A fact.", "guidance", "in 2027", standing) for standing in Standing)
    figure = replace(question.indicators[0], england=Claim("83%", "handbook", "year to March 2027", Standing.DERIVED))
    question = replace(question, facts=facts, indicators=(figure,))
    section = replace(whole.sections[0], about="What helps.\n\nAnd what does not.", questions=(question,))
    return replace(whole, sections=(section,))


@each_format
@pytest.mark.parametrize("path", sorted(packaged_folder().glob("*.yaml")), ids=lambda path: path.stem)
def test_every_checklist_that_comes_along_stands_whole_in_every_format(kind: BookletFormat, path: Path) -> None:
    booklet = build(_read(path))
    # Large and plain in turn, since Word takes its time; the next test compares the two.
    seen = REREAD[kind.name](kind.render(replace(booklet, large=kind.has_sizes and len(path.stem) % 2 == 0))).text
    assert not [text for text in texts(booklet) if text not in seen]


@each_format
def test_large_print_says_the_same(kind: BookletFormat) -> None:
    plain, large = (REREAD[kind.name](kind.render(build(small_checklist(), large=large))) for large in (False, True))
    assert plain.text == large.text


def seen_as_plain_text(kind: BookletFormat, words: list[str]) -> str:
    """Return what a reader sees, after a look at the document: it must be built as with harmless words."""
    booklet = build(filled_with(words))
    nasty = REREAD[kind.name](kind.render(booklet))
    harmless = [re.sub(r"\S+", f"w{number}", text) for number, text in enumerate(words)]
    assert nasty.shape() == REREAD[kind.name](kind.render(build(filled_with(harmless)))).shape()
    assert not [text for text in texts(booklet) if text not in nasty.text]
    return nasty.text


@each_format
def test_text_that_would_break_a_document_stands_there_as_it_is(kind: BookletFormat) -> None:
    # No two alike, as a name that says the same as its question is left out.
    words = list({one_line(text): text for text in NASTY}.values())
    seen = " ".join(seen_as_plain_text(kind, [*words[start:], *words[:start]]) for start in range(0, len(words), 40))
    assert not [text for text in words if one_line(text) not in seen]


@settings(max_examples=12, deadline=None)
@given(st.lists(hostile(), min_size=1, max_size=5, unique_by=one_line))
def test_no_text_of_anybody_is_lost_or_acts(words: list[str]) -> None:
    for kind in (_md, _html):
        seen = seen_as_plain_text(kind, words)
        assert not [text for text in words if one_line(text) not in seen]


@each_format
def test_what_no_document_may_hold_ends_none(kind: BookletFormat) -> None:
    title = "a\x00b\x1b[2J\ud800c\ufffe\x0b\x85d\x9b\U0001fffee" * 20
    seen = REREAD[kind.name](kind.render(build(replace(small_checklist(), title=title)))).text
    assert "\ufffdc" in seen
    assert not {"\x00", "\x1b", "\ud800", "\x9b"} & set(seen)


@each_format
def test_each_question_has_its_boxes_and_its_code_in_order(kind: BookletFormat) -> None:
    checklist = small_checklist()
    seen = REREAD[kind.name](kind.render(build(checklist))).text
    box = "[ ]" if kind.name == "md" else "\u2610"
    assert seen.count(box) == len(checklist.questions) * (4 + 3 + 3)
    place = seen.index("What the levels mean")
    for number, question in enumerate(checklist.questions, 1):
        place = re.compile(rf"{number}\.? {re.escape(question.label)}").search(seen, place).end()  # type: ignore[union-attr]
        for code in ("1 Poor", "4 Great", "N Not known", "X Does not apply", "D Not discussed", "O Told", "T Tested"):
            place = seen.index(f"{box} {code}", place)
        place = seen.index(f"Note on question {number}", place)


@each_format
def test_facts_say_where_they_come_from_and_how_far_to_trust_them(kind: BookletFormat) -> None:
    seen = REREAD[kind.name](kind.render(build(one_question()))).text
    assert "A fact. (in 2027; Guidance on helping children early)" in seen
    assert "A fact. (in 2027; Guidance on helping children early; second-hand, check before quoting)" in seen
    assert "England: 83% (year to March 2027; Handbook for committees; our own sum)" in seen
    assert "Decisions in time, % of referrals: Higher is better. Ask which clock is used." in seen
    assert "head of service: What happens in the first hour after a school rings?" in seen


@each_format
def test_the_first_page_says_what_it_is_and_how_to_fill_it_in(kind: BookletFormat) -> None:
    first = REREAD[kind.name](kind.render(build(small_checklist()))).text.split("1 Poor")[0]
    for words in ("Name:", "Date:", "Meeting:", "Edition: 2027", "Facts last checked: 1 May 2027", "About an hour"):
        assert words in first
    assert "4 2 t is typed in for question 4, level 2 Fair, tested." in first


def test_a_checklist_of_one_question_has_an_example_that_it_allows() -> None:
    assert "1 2 t is typed in for question 1, level 2 Fair, tested." in build(one_question()).steps[-1]


def test_a_question_in_words_has_lines_and_no_levels_and_the_example_is_of_another() -> None:
    checklist = small_checklist()
    sections = tuple(
        replace(each, questions=tuple(replace(question, answered=Answered.WORDS) for question in each.questions))
        for each in checklist.sections[1:]
    )
    booklet = build(replace(checklist, sections=(*checklist.sections[:1], *sections)))
    last = len(checklist.sections[0].questions)
    assert f"{last} 2 t is typed in for question {last}, level 2 Fair, tested." in booklet.steps[-1]
    assert "Where there are no levels, write your answer on the lines." in booklet.steps[1]
    assert "no levels" not in build(checklist).steps[1]
    titles = [[boxes.title for boxes in chapter.pages[0].answers] for chapter in booklet.chapters[:2]]
    assert titles[0] == ["Which level fits best?", "Otherwise", "How do you know?"]
    assert titles[1] == ["Write your answer on the lines below", "Otherwise"]


def test_without_any_level_the_code_is_the_number_alone() -> None:
    checklist = one_question()
    (section,) = checklist.sections
    spoken = replace(section, questions=(replace(section.questions[0], answered=Answered.WORDS),))
    assert build(replace(checklist, sections=(spoken,))).steps[-1] == "Each question's number is its code."


def test_a_question_without_a_name_is_not_said_twice() -> None:
    checklist = one_question()
    section = replace(checklist.sections[0], questions=(replace(checklist.questions[0], name=""),))
    page = build(replace(checklist, sections=(section,))).chapters[0].pages[0]
    assert (page.name, page.text) == (checklist.questions[0].text, "")


def test_the_web_page_needs_nothing_from_outside_and_runs_nothing() -> None:
    page = WebPage(_html.render(build(small_checklist(), large=True)))
    assert page.declaration == "DOCTYPE html"
    assert ("html", [("lang", "en-GB")]) in page.tags
    assert page.text.strip().startswith("Small example checklist")
    assert {tag for tag, _ in page.tags}.isdisjoint({"script", "link", "img", "a", "iframe", "base", "form", "object"})
    assert {name for _, attributes in page.tags for name, _ in attributes} <= {
        "lang",
        "charset",
        "name",
        "content",
        "class",
    }
    assert not re.search(r"url\(|@import|//", page.style)
    headings = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert headings[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(headings))


def test_on_a_printed_web_page_each_question_starts_on_a_new_page() -> None:
    assert re.search(r"@media print.*\.question \+ \.question[^}]*break-before: page", _css(large=False), re.DOTALL)
    assert [
        tag for tag, kind in WebPage(_html.render(build(small_checklist()))).tags if kind == [("class", "question")]
    ] == ["article"] * 9


@cache
def _word(*, large: bool) -> Document:
    return opened(_docx.render(build(small_checklist(), large=large)))


def _css(*, large: bool) -> str:
    return WebPage(_html.render(build(small_checklist(), large=large))).style


def test_large_print_is_18_points_or_more_everywhere_and_plain() -> None:
    style = _css(large=True)
    assert re.search(r"\.large \{ --size: (\d+)pt", style).group(1) == "18"  # type: ignore[union-attr]
    assert not re.search(r"italic|uppercase|justify|font-size: 0", style)
    assert not [points for points in re.findall(r"font: (\d+)pt", style) if int(points) < 18]
    document = _word(large=True)
    for paragraph in (*document.paragraphs, *document.sections[0].footer.paragraphs):
        assert paragraph.style
        sizes_of = [paragraph.style.font.size or document.styles["Normal"].font.size]
        sizes_of += [run.style.font.size for run in paragraph.runs if run.style.font.size]
        assert min(sizes_of) >= Pt(18)
        assert not any(run.italic or run.font.all_caps for run in paragraph.runs)


def test_the_usual_size_is_11_points() -> None:
    assert _word(large=False).styles["Normal"].font.size == Pt(11)
    assert "--size: 11pt" in _css(large=False)


def test_the_word_document_is_one_that_can_be_read_aloud_and_adapted() -> None:
    document = _word(large=False)
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert styles.count("Title") == 1
    assert styles.count("Heading 2") == 1 + 9
    assert {"Heading 1", "Heading 3", "List Bullet", "List Number"} <= set(styles)
    core = document.core_properties
    assert (core.title, core.language, core.comments) == ("Small example checklist", "en-GB", "")
    assert {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))} == {"en-GB"}
    assert b'w:instr="PAGE"' in document.sections[0].footer._element.xml.encode()
    page = document.sections[0]
    assert [round(size.cm, 1) for size in (page.page_width, page.page_height) if size] == [21, 29.7]


def test_in_word_each_question_starts_on_a_new_page_and_stays_with_what_follows() -> None:
    document = _word(large=False)
    questions = [each for each in document.paragraphs if each.style and each.style.name == "Heading 2"][1:]
    # The first question of each of the two sections stands under the section's heading, which starts the page.
    assert [bool(each.paragraph_format.page_break_before) for each in questions] == [
        False,
        *[True] * 3,
        False,
        *[True] * 4,
    ]
    sections = [each for each in document.paragraphs if each.style and each.style.name == "Heading 1"][1:]
    assert all(each.paragraph_format.page_break_before for each in sections)
    for name in ("Heading 1", "Heading 2", "Heading 3"):
        assert document.styles[name].paragraph_format.keep_with_next


def test_there_is_room_for_a_note_on_every_question() -> None:
    booklet = build(small_checklist())
    lines = NOTE_LINES * 9
    styles = [each.style.name for each in _word(large=False).paragraphs if each.style]
    assert styles.count("Line to write on") == lines
    assert [kind for _, kind in WebPage(_html.render(booklet)).tags].count([("class", "line")]) == lines


def test_markdown_alone_loads_neither_word_nor_templates() -> None:
    look = "import sys, scrutiny_tui.export.booklet; print({'docx', 'jinja2', 'lxml'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_no_two_formats_share_a_name() -> None:
    assert len({kind.name for kind in BOOKLETS}) == len(BOOKLETS)
    assert [kind.name for kind in BOOKLETS if not kind.has_sizes] == ["md"]
    assert isinstance(build(small_checklist()), Booklet)
