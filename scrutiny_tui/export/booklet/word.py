"""A booklet as a Word document with real headings, lists and styles, so that it can be adapted and read aloud."""

from collections.abc import Iterable
from io import BytesIO

from docx.document import Document
from docx.text.paragraph import Paragraph

from scrutiny_tui.export.booklet import word_look, wording
from scrutiny_tui.export.booklet.page import NOTE_LINES, Booklet, Box, Chapter, Item, Page

BALLOT_BOX = "\u2610"


def render(booklet: Booklet) -> bytes:
    """Return the document as a file."""
    document = word_look.blank_document(booklet.title, large=booklet.large)
    _front(document, booklet)
    for chapter in booklet.chapters:
        _chapter(document, chapter)
    if booklet.sources:
        _on_new_page(_add(document, wording.SOURCES, word_look.SECTION_STYLE))
        _items(document, booklet.sources)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _front(document: Document, booklet: Booklet) -> None:
    _add(document, booklet.title, "Title")
    for field in wording.FIELDS:
        _add(document, f"{field}: \t", word_look.FIELD_STYLE)
    for item in booklet.about:
        _say(_add(document), item)
    _add(document, wording.HOW_TO, word_look.SECTION_STYLE)
    for step in booklet.steps:
        _add(document, step, "List Number")
    _add(document, wording.SCALE, word_look.QUESTION_STYLE)
    _items(document, booklet.scale)


def _chapter(document: Document, chapter: Chapter) -> None:
    _on_new_page(_add(document, chapter.title, word_look.SECTION_STYLE))
    for paragraph in chapter.about:
        _add(document, paragraph)
    for place, page in enumerate(chapter.pages):
        heading = _add(document, "", word_look.QUESTION_STYLE)
        if place:  # the first one stands under the section's own heading
            _on_new_page(heading)
        heading.add_run(page.code, word_look.CODE_STYLE)
        heading.add_run(f"  {page.name}")
        _question(document, page)


def _question(document: Document, page: Page) -> None:
    if page.text:
        text = _add(document)
        text.add_run(page.text).bold = True
        text.paragraph_format.keep_with_next = True
    lines = [f"{wording.HELP}: {paragraph}" for paragraph in page.help]
    for line in [*lines, f"{wording.TOPIC}: {page.topic}"] if page.topic else lines:
        _add(document, line).paragraph_format.keep_with_next = True
    if page.why:
        _add(document, wording.WHY, word_look.PART_STYLE)
        for paragraph in page.why:
            _add(document, paragraph)
    for ticks in page.answers:
        _add(document, ticks.title, word_look.PART_STYLE)
        _boxes(document, ticks.boxes)
    for part in page.parts:
        _add(document, part.title, word_look.PART_STYLE)
        _items(document, part.items)
    _add(document, wording.note_on(page.code), word_look.PART_STYLE)
    for _ in range(NOTE_LINES):
        _add(document, "\t", word_look.LINE_STYLE)


def _boxes(document: Document, boxes: tuple[Box, ...]) -> None:
    for box in boxes:
        paragraph = _add(document, "", word_look.BOX_STYLE)
        paragraph.paragraph_format.keep_with_next = box is not boxes[-1]
        paragraph.add_run(BALLOT_BOX, word_look.SQUARE_STYLE)
        paragraph.add_run("\t")
        paragraph.add_run(f"{box.code} {box.label}").bold = True
        if box.to_fill:
            paragraph.add_run(f", {wording.BECAUSE} \t")
        elif box.meaning:
            paragraph.add_run(f": {box.meaning}")


def _items(document: Document, items: Iterable[Item]) -> None:
    for item in items:
        _say(_add(document, "", "List Bullet"), item)


def _say(paragraph: Paragraph, item: Item) -> None:
    if item.lead:
        paragraph.add_run(f"{item.lead}: " if item.text else item.lead).bold = True
    paragraph.add_run(item.text)
    for detail in item.details:
        paragraph.add_run().add_break()
        paragraph.add_run(detail)


def _add(document: Document, text: str = "", style: str = "") -> Paragraph:
    paragraph = document.add_paragraph(text)
    if style:
        # python-docx looks through all styles for a name, which for a whole booklet takes longer than all the rest.
        paragraph._p.style = style.replace(" ", "")  # noqa: SLF001 - it has no call that takes the style's id
    return paragraph


def _on_new_page(paragraph: Paragraph) -> None:
    paragraph.paragraph_format.page_break_before = True
