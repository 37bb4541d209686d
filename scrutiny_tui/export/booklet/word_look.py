"""What only a booklet has in Word: the styles of boxes to tick and lines to write on."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Pt
from docx.styles.style import CharacterStyle, ParagraphStyle

from scrutiny_tui.export.word_look import FONT, LARGE, PLAIN, blank_document, set_in
from scrutiny_tui.export.word_parts import line_to_write_on, number_pages

BOX_FONT = "Segoe UI Symbol"
BOX_STYLE, LINE_STYLE, FIELD_STYLE = "Box to tick", "Line to write on", "Field to fill in"
SQUARE_STYLE, CODE_STYLE = "Square to tick", "Code of a question"

_HANG = Cm(1)


def blank_booklet(title: str, *, large: bool) -> Document:
    """Return an empty booklet with its styles, and the page number on every page."""
    look = LARGE if large else PLAIN
    document = blank_document(title, look)
    for name, height in ((BOX_STYLE, 0.3), (LINE_STYLE, 0.9), (FIELD_STYLE, 0.5)):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(style, ParagraphStyle)
        style.base_style = document.styles["Normal"]
        form = style.paragraph_format
        form.space_before, form.space_after, form.keep_together = Pt(0), Pt(look.size * height), True
        if name == BOX_STYLE:
            form.left_indent, form.first_line_indent = _HANG, -_HANG
            form.tab_stops.add_tab_stop(_HANG)
        line_to_write_on(style, look)

    for name, font, larger in ((SQUARE_STYLE, BOX_FONT, 1.5), (CODE_STYLE, FONT, 2.6)):
        letters = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        assert isinstance(letters, CharacterStyle)
        set_in(letters, font, look.size * larger)
    number_pages(document, title, look)
    return document
