"""The Word document: what it is made of, its words, and that nobody's text can break it."""

import re
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx.document import Document as Paper
from docx.oxml.ns import qn
from docx.shared import Length, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table as WordTable
from hypothesis import given, settings
from hypothesis import strategies as st

from scrutiny_tui.cli.places import Places
from scrutiny_tui.export import FORMATS, markdown, print_size
from scrutiny_tui.export.document import (
    Block,
    Bullets,
    Document,
    Entry,
    Heading,
    Item,
    Line,
    Numbered,
    Quote,
    Table,
    Words,
)
from scrutiny_tui.export.record import record
from scrutiny_tui.export.room_page import room_page
from scrutiny_tui.export.wish import Form, Wish
from scrutiny_tui.export.word import HEADINGS, render, written
from scrutiny_tui.model.report import Report, build
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.text import clean, one_line
from tests.examples import PRIVATE_NOTE, empty_review, full_review
from tests.export.filled import filled_with
from tests.export.hostile import NASTY, hostile
from tests.export.reread import opened
from tests.export.said import READERS, said

WORD = next(kind for kind in FORMATS if kind.name == "docx")
each_size = pytest.mark.parametrize("large", [False, True], ids=["plain", "large"])
each_form = pytest.mark.parametrize("form", Form)


@cache
def full(form: Form = Form.RECORD, *, large: bool = False) -> Paper:
    return opened(render(build(full_review()), Wish(form, large=large)))


def in_word(*blocks: Block, large: bool = False, compact: bool = False) -> Paper:
    """A document that has these blocks under its title."""
    return opened(written(Document("A title", (Heading("A title", 1), *blocks), compact), large=large))


def styles(paper: Paper) -> list[str]:
    return [each.style.name or "" for each in paper.paragraphs if each.style]


def paragraphs(paper: Paper, style: str) -> list[str]:
    return [each.text for each in paper.paragraphs if each.style and each.style.name == style]


def cells(table: WordTable) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def shape(paper: Paper) -> list[Any]:
    """What the document is made of, without its words and without how wide its columns are."""
    return [
        (each.style, [(run.find(qn("w:rPr")) is not None, len(run.findall(qn("w:br")))) for run in each.r_lst])
        for each in paper.element.body.iter(qn("w:p"))
    ]


def test_word_is_a_format_of_every_review_and_comes_in_two_sizes() -> None:
    assert (WORD.suffix, WORD.has_sizes) == (".docx", True)
    assert [data[:2] for _, data in WORD.documents(build(empty_review()), Wish())] == [b"PK"]


def test_markdown_alone_does_not_load_word() -> None:
    import subprocess
    import sys

    look = "import sys, scrutiny_tui.export; print({'docx', 'jinja2', 'lxml'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@each_form
@pytest.mark.parametrize("review", [full_review(), empty_review()], ids=["full", "empty"])
def test_the_headings_are_those_of_the_markdown_document_in_the_same_order(form: Form, review: Review) -> None:
    report = build(review)
    paper = opened(render(report, Wish(form)))
    by_style = {style: level for level, style in HEADINGS.items()}
    found = [
        f"{'#' * by_style[each.style.name]} {each.text}"
        for each in paper.paragraphs
        if each.style and each.style.name in by_style
    ]
    assert found == re.findall("^#+ .*$", markdown.render(report, Wish(form)).decode(), re.MULTILINE)
    assert found[0].startswith("# ")


def test_parts_are_known_by_real_styles() -> None:
    expected = {"Title", "Heading 1", "Heading 2", "Heading 3", "List Bullet", "List Bullet 2", "Quote", "Caption"}
    assert expected <= set(styles(full()))
    assert styles(full()).count("Title") == 1
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3", "Caption", "Label above", "Numbered entry"):
        assert full().styles[name].paragraph_format.keep_with_next, name


def test_a_number_is_part_of_the_text_so_that_question_3_can_be_found() -> None:
    report = build(full_review())
    numbers = [*(each.number for each in report.room), *(each.number for each in report.recommendations)]
    assert [each.split(".")[0] for each in paragraphs(full(), "Numbered entry")] == list(map(str, numbers))
    assert "List Number" not in styles(full())


def test_what_is_said_about_a_question_stands_below_it_with_its_labels() -> None:
    entry = Entry(3, "Who rang?", (Item("head of service", "To"), Item("", "Reply", blank=True)))
    paper = in_word(Numbered((entry,)))
    assert [each.text for each in paper.paragraphs[1:]] == ["3.\tWho rang?", "To: head of service", "Reply: \t"]
    assert [run.bold for run in paper.paragraphs[2].runs] == [True, None]
    assert paper.paragraphs[2].paragraph_format.keep_with_next
    assert not paper.paragraphs[3].paragraph_format.keep_with_next


def test_in_the_room_what_is_said_about_a_question_shares_lines() -> None:
    lines = (Item("head of service", "To"), Item("Cllr A. Example", "Asked by"), Item("Not known", "Why it is here"))
    entry = Numbered((Entry(1, "Who rang?", lines),))
    assert [each.text for each in in_word(entry, compact=True).paragraphs[1:]] == [
        "1.\tWho rang?",
        "To: head of service\u00a0\u00b7 Asked by: Cllr A. Example\u00a0\u00b7 Why it is here: Not known",
    ]
    assert len(in_word(entry, compact=True, large=True).paragraphs) == 1 + 1 + 3


def test_a_blank_to_fill_in_is_a_line_that_a_tab_draws() -> None:
    paper = in_word(Words("Do they?"), Line(Item("", "Answer", blank=True)), Numbered((Entry(1, ""),)))
    question, answer, entry = paper.paragraphs[1:]
    for blank in (answer, entry):
        assert blank.text.endswith("\t")
        assert blank._p.xpath(".//w:tab[@w:leader]")
    assert question.paragraph_format.keep_with_next
    # A tab that somebody typed draws nothing.
    assert not in_word(Line(Item("a\tb", "Answer"))).element.body.xpath(".//w:tab[@w:leader]")


def test_lists_labels_and_quotations_keep_their_places() -> None:
    deep = Item("one", below=(Item("two", below=(Item("three", below=(Item("four"),)),)),))
    paper = in_word(Bullets((deep, Item("Title", "Paper", "a.org")), "Papers"), Quote("Note", "First.\nMore.\n\nLast."))
    assert [(each.style and each.style.name, each.text) for each in paper.paragraphs[1:]] == [
        ("Label above", "Papers"),
        ("List Bullet", "one"),
        ("List Bullet 2", "two"),
        ("List Bullet 3", "three"),
        ("List Bullet 3", "four"),
        ("List Bullet", "Paper: Title: a.org"),
        ("Label above", "Note"),
        ("Quote", "First.\nMore."),
        ("Quote", "Last."),
    ]
    assert not paper.element.body.xpath(".//w:hyperlink")


def test_strong_words_are_bold() -> None:
    assert [each.runs[0].bold for each in in_word(Words("a", strong=True), Words("b")).paragraphs[1:]] == [True, None]


def test_a_table_has_headings_a_caption_and_rows_that_stay_whole() -> None:
    tables = full().tables
    captions = paragraphs(full(), "Caption")
    assert len(tables) > 2
    assert [table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) for table in tables] == captions
    for table, before in zip(tables, captions, strict=True):
        assert table._tbl.getprevious().text == before
        assert [row._tr.xpath("./w:trPr/w:tblHeader") != [] for row in table.rows] == [True] + [False] * (
            len(table.rows) - 1
        )
        assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in table.rows)
        assert table.style
        assert table.style.name == "Ruled table"
        look = table._tbl.tblPr.find(qn("w:tblLook"))
        assert (look.get(qn("w:firstRow")), look.get(qn("w:firstColumn"))) == ("1", "1")
        for place, row in enumerate(table.rows):
            kinds = [cell.paragraphs[0].style.name for cell in row.cells if cell.paragraphs[0].style]
            rest = "Heading in a table" if place == 0 else "Cell of a table"
            assert kinds == ["Heading in a table", *[rest] * (len(kinds) - 1)]


def test_a_table_says_what_it_is_given() -> None:
    rows = (("1. Front door", "2 Fair", ""), ("2. Homes", "not\nknown", "told"))
    (table,) = in_word(Table("Profile", ("Question", "Answer", "How we know"), rows), Words("After.")).tables
    assert cells(table) == [["Question", "Answer", "How we know"], *map(list, rows)]


@each_size
@pytest.mark.parametrize("word", ["short", "W" * 10_000, "many words " * 900], ids=["short", "one-word", "words"])
@pytest.mark.parametrize("columns", range(1, 9))
def test_a_table_is_as_wide_as_the_page_whatever_stands_in_it(columns: int, word: str, *, large: bool) -> None:
    paper = in_word(Table("Wide", ("a",) * columns, (("b",) * (columns - 1) + (word,),) * 2), large=large)
    section = paper.sections[0]
    assert section.page_width
    assert section.left_margin
    inner = section.page_width - 2 * section.left_margin
    for table in paper.tables:
        widths = [column.width or Length(0) for column in table.columns]
        assert abs(sum(widths) - inner) < Pt(columns)
        assert min(widths) >= Pt(10)
    assert bool(paper.tables) is (columns <= (4 if large else 8))


def test_a_table_with_more_columns_than_the_page_has_room_for_is_a_list() -> None:
    head = ("Question", *(f"Cllr {number}" for number in range(12)), "Agreement")
    paper = in_word(Table("Ratings", head, (("1. Homes", *"223?" * 3, ""),)))
    assert not paper.tables
    assert paragraphs(paper, "Caption") == ["Ratings"]
    (line,) = paragraphs(paper, "List Bullet")
    assert line.startswith("1. Homes: Cllr 0: 2; Cllr 1: 2; Cllr 2: 3; Cllr 3: ?; ")
    assert "Agreement" not in line


@each_form
@each_size
def test_the_language_the_title_and_the_paper_are_said(form: Form, *, large: bool) -> None:
    paper = full(form, large=large)
    core = paper.core_properties
    title = "Questions to take into the room" if form is Form.ROOM else "Children's services, summer 2027"
    assert (core.title, core.author, core.language, core.comments) == (title, "scrutiny-tui", "en-GB", "")
    assert (core.created, core.modified, core.last_modified_by) == (None, None, "")
    assert {each.get(qn("w:val")) for each in paper.styles.element.iter(qn("w:lang"))} == {"en-GB"}
    page = paper.sections[0]
    assert [round(size.cm, 1) for size in (page.page_width, page.page_height) if size] == [21, 29.7]


def test_the_file_says_nothing_of_its_template_and_not_when_it_was_made() -> None:
    with ZipFile(BytesIO(render(build(full_review()), Wish()))) as parts:
        assert not [name for name in parts.namelist() if "thumbnail" in name or "custom" in name]
        assert not [name for name in parts.namelist() if b"en-US" in parts.read(name)]
        assert {each.date_time[0] for each in parts.infolist()} == {1980}


def test_a_review_that_has_not_changed_gives_the_same_file_again() -> None:
    assert render(build(full_review()), Wish()) == render(build(full_review()), Wish())


@each_size
def test_every_page_says_which_it_is_and_how_many_there_are(*, large: bool) -> None:
    (footer,) = full(large=large).sections[0].footer.paragraphs
    assert (
        "".join(each.text or "" for each in footer._p.iter(qn("w:t"))) == "Children's services, summer 2027, page  of "
    )
    assert [each.get(qn("w:instr")) for each in footer._p.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_a_long_title_does_not_fill_the_foot_of_every_page() -> None:
    paper = opened(written(Document("word " * 2000, (Heading("word " * 2000, 1),))))
    assert len(paper.sections[0].footer.paragraphs[0].text) < 90
    assert len(paper.core_properties.title) == 255
    assert len(paper.paragraphs[0].text) == 2000 * 5 - 1


@each_form
@pytest.mark.parametrize("size", [print_size.PLAIN, print_size.LARGE])
def test_nothing_is_smaller_than_the_size_that_was_asked_for(form: Form, size: int) -> None:
    large = size == print_size.LARGE
    least = Pt(size) if large or form is Form.RECORD else Pt(9.5)
    paper = full(form, large=large)
    everything = [*paper.element.body.iter(qn("w:p")), *paper.sections[0].footer._element.iter(qn("w:p"))]
    by_id = {style.style_id: style for style in paper.styles}
    for style in (by_id[name] for name in {each.style or "Normal" for each in everything}):
        assert isinstance(style, ParagraphStyle)
        assert (style.font.size or by_id["Normal"].element.rPr.sz_val) >= least
        for name in ("w:sz", "w:szCs"):
            assert all(int(each.get(qn("w:val"))) * Pt(1) / 2 >= least for each in style.element.iter(qn(name)))
        assert not style.font.italic
        assert not style.font.all_caps
    assert not paper.element.body.xpath(".//w:r/w:rPr/w:sz | .//w:r/w:rPr/w:i")


def test_large_print_says_the_same() -> None:
    report = build(full_review())
    plain, large = (one_line(said(WORD, report, Wish(large=large))) for large in (False, True))
    tables = [block for block in record(report).blocks if isinstance(block, Table)]
    for text in {text for table in tables for row in (table.head, *table.rows) for text in row}:
        assert (one_line(text) in plain, one_line(text) in large) == (True, True)
    assert not [each.text for each in full().paragraphs if one_line(each.text) not in large]


def test_private_notes_are_there_only_when_they_are_wished_for() -> None:
    for form in Form:
        assert PRIVATE_NOTE not in said(WORD, build(full_review()), Wish(form))
    assert PRIVATE_NOTE in said(WORD, build(full_review(), private=True))


def test_names_are_left_out_when_that_is_wished_for() -> None:
    assert "Cllr A. Example" in said(WORD, build(full_review()))
    for form in Form:
        seen = said(WORD, build(full_review(), names=False), Wish(form))
        assert "Cllr A. Example" not in seen
        assert "Names are left out of this copy." in seen


def heard(report: Report, form: Form) -> tuple[list[Any], str]:
    data = render(report, Wish(form))
    return shape(opened(data)), one_line(READERS["docx"](data))


def arrives(texts: list[str]) -> None:
    """Check that these texts, in every field of a review, arrive as they are in a document as with harmless words."""
    harmless = [re.sub(r"\S+", f"w{number}", text) for number, text in enumerate(texts)]
    for form in Form:
        made, seen = heard(build(filled_with(texts), private=True), form)
        assert made == heard(build(filled_with(harmless), private=True), form)[0]
        assert form is Form.ROOM or not [text for text in texts if one_line(text) not in seen]


def test_text_that_would_break_a_document_stands_there_as_it_is() -> None:
    words = [text for text in dict.fromkeys(NASTY) if text.strip()]
    for start in range(0, len(words), 40):
        arrives(words[start : start + 40])


@settings(max_examples=4, deadline=None)
@given(st.lists(hostile(), min_size=1, max_size=5, unique_by=one_line))
def test_no_text_in_any_field_changes_the_document_or_is_lost(texts: list[str]) -> None:
    arrives(texts)


def test_what_no_document_may_hold_and_what_hardly_fits_ends_none() -> None:
    odd = clean("a\x00b\x1b[2J\ud800c\ufffe\x0b\x85d\x9b\U0001fffe\u202ee\ttab\nline\r\nend \U0001f600")
    arrives([odd, "x" * 10_000, "word " * 2_000])


def test_tabs_and_lines_of_what_people_wrote_are_kept() -> None:
    (text,) = (each.text for each in in_word(Words("one\ttwo\nthree")).paragraphs[1:])
    assert text == "one\ttwo\nthree"


def test_every_word_of_a_document_is_in_the_file() -> None:
    report = build(full_review(), private=True)
    for document in (record(report), room_page(report)):
        seen = one_line(READERS["docx"](written(document)))
        for block in document.blocks:
            texts = [
                *(block.head if isinstance(block, Table) else ()),
                *([block.text] if isinstance(block, Heading | Words | Quote) else ()),
                *([one.text for one in block.items] if isinstance(block, Bullets) else ()),
                *([one.text for one in block.entries] if isinstance(block, Numbered) else ()),
                *([block.item.text] if isinstance(block, Line) else ()),
            ]
            assert not [text for text in texts if one_line(text) not in seen]


def test_a_document_of_many_questions_is_made_of_as_many_parts() -> None:
    blocks: list[Block] = [Numbered((Entry(1, "Who?", (Item("a", "To"),)),)), Table("t", ("a", "b"), (("c", "d"),))]
    paper = in_word(*blocks * 60)
    assert (len(paper.tables), styles(paper).count("Numbered entry")) == (60, 60)


def test_the_worked_example_is_made_as_every_review_is(tmp_path: Path) -> None:
    report = build(Places(tmp_path).example())
    assert len(report.room) == 9
    assert "9.\tWhich legal duties" in said(WORD, report, Wish(Form.ROOM))
