"""A booklet as a Word document with real headings, lists and styles, so that it can be adapted and read aloud."""

from collections.abc import Iterable

from docx.document import Document
from docx.text.paragraph import Paragraph

from scrutiny_tui.export.booklet import word_look, wording
from scrutiny_tui.export.booklet.page import NOTE_LINES, Booklet, Box, Chapter, Item, Page
from scrutiny_tui.export.word_look import PART_STYLE, QUESTION_STYLE, SECTION_STYLE, saved
from scrutiny_tui.export.word_parts import add, add_run

BALLOT_BOX = "\u2610"


def render(booklet: Booklet) -> bytes:
    """Return the document as a file."""
    document = word_look.blank_booklet(booklet.title, large=booklet.large)
    _front(document, booklet)
    for chapter in booklet.chapters:
        _chapter(document, chapter)
    if booklet.sources:
        _on_new_page(add(document, wording.SOURCES, SECTION_STYLE))
        _items(document, booklet.sources)
    return saved(document)


def _front(document: Document, booklet: Booklet) -> None:
    add(document, booklet.title, "Title")
    for field in wording.FIELDS:
        add(document, f"{field}: \t", word_look.FIELD_STYLE)
    for item in booklet.about:
        _say(add(document), item)
    add(document, wording.HOW_TO, SECTION_STYLE)
    for step in booklet.steps:
        add(document, step, "List Number")
    add(document, wording.SCALE, QUESTION_STYLE)
    _items(document, booklet.scale)


def _chapter(document: Document, chapter: Chapter) -> None:
    _on_new_page(add(document, chapter.title, SECTION_STYLE))
    for paragraph in chapter.about:
        add(document, paragraph)
    for place, page in enumerate(chapter.pages):
        heading = add(document, "", QUESTION_STYLE)
        if place:  # the first one stands under the section's own heading
            _on_new_page(heading)
        add_run(heading, page.code, word_look.CODE_STYLE)
        heading.add_run(f"  {page.name}")
        _question(document, page)


def _question(document: Document, page: Page) -> None:
    if page.text:
        text = add(document)
        text.add_run(page.text).bold = True
        text.paragraph_format.keep_with_next = True
    lines = [f"{wording.HELP}: {paragraph}" for paragraph in page.help]
    for line in [*lines, f"{wording.TOPIC}: {page.topic}"] if page.topic else lines:
        add(document, line).paragraph_format.keep_with_next = True
    if page.why:
        add(document, wording.WHY, PART_STYLE)
        for paragraph in page.why:
            add(document, paragraph)
    for ticks in page.answers:
        add(document, ticks.title, PART_STYLE)
        _boxes(document, ticks.boxes)
    for part in page.parts:
        add(document, part.title, PART_STYLE)
        _items(document, part.items)
    add(document, wording.note_on(page.code), PART_STYLE)
    for _ in range(NOTE_LINES):
        add(document, "\t", word_look.LINE_STYLE)


def _boxes(document: Document, boxes: tuple[Box, ...]) -> None:
    for box in boxes:
        paragraph = add(document, "", word_look.BOX_STYLE)
        paragraph.paragraph_format.keep_with_next = box is not boxes[-1]
        add_run(paragraph, BALLOT_BOX, word_look.SQUARE_STYLE)
        paragraph.add_run("\t")
        paragraph.add_run(f"{box.code} {box.label}").bold = True
        if box.to_fill:
            paragraph.add_run(f", {wording.BECAUSE} \t")
        elif box.meaning:
            paragraph.add_run(f": {box.meaning}")


def _items(document: Document, items: Iterable[Item]) -> None:
    for item in items:
        _say(add(document, "", "List Bullet"), item)


def _say(paragraph: Paragraph, item: Item) -> None:
    if item.lead:
        paragraph.add_run(f"{item.lead}: " if item.text else item.lead).bold = True
    paragraph.add_run(item.text)
    for detail in item.details:
        paragraph.add_run().add_break()
        paragraph.add_run(detail)


def _on_new_page(paragraph: Paragraph) -> None:
    paragraph.paragraph_format.page_break_before = True
