"""How a booklet looks in Word: the styles by which its parts are known, plain and in large print."""

from collections.abc import Callable

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

FONT = "Arial"
BOX_FONT = "Segoe UI Symbol"
BOX_STYLE, LINE_STYLE, FIELD_STYLE = "Box to tick", "Line to write on", "Field to fill in"
SQUARE_STYLE, CODE_STYLE = "Square to tick", "Code of a question"
SECTION_STYLE, QUESTION_STYLE, PART_STYLE = "Heading 1", "Heading 2", "Heading 3"

_WIDTH, _HEIGHT, _MARGIN = Cm(21), Cm(29.7), Cm(1.9)
_HANG = Cm(1)
_SIZES = {"Title": 2.0, SECTION_STYLE: 1.5, QUESTION_STYLE: 1.3, PART_STYLE: 1.1}
"""How much larger than the text each heading is."""


def blank_document(title: str, *, large: bool) -> Document:
    """Return an empty A4 document in British English with our styles, and the page number on every page."""
    document = docx.Document()
    _lighten(document)
    size, leading = (16.0, 1.3) if large else (11.0, 1.1)
    style = _styles(document)
    for name in ("Normal", "List Bullet", "List Number", "Footer", *_SIZES):
        _plain(style(name), size * _SIZES.get(name, 1))
    normal = style("Normal").paragraph_format
    normal.line_spacing, normal.space_after = leading, Pt(size / 2)
    for name in ("List Bullet", "List Number"):
        style(name).paragraph_format.space_after = Pt(size / 4)
        style(name).paragraph_format.keep_together = True
    for name in _SIZES:
        style(name).paragraph_format.space_before = Pt(size * 0.8)
        style(name).paragraph_format.space_after = Pt(size * 0.3)
        style(name).paragraph_format.line_spacing = 1.1
    _own_styles(document, size)
    _page(document, title)
    _known_as(document, title)
    return document


def _lighten(document: Document) -> None:
    """Drop the template's hundred styles of tables: a booklet has none, and every paragraph is slower for them."""
    for style in list(document.styles):
        if style.type is WD_STYLE_TYPE.TABLE and style.name != "Normal Table":
            style.delete()


def _styles(document: Document) -> Callable[[str], ParagraphStyle]:
    def style(name: str) -> ParagraphStyle:
        found = document.styles[name]
        assert isinstance(found, ParagraphStyle)
        return found

    return style


def _plain(style: ParagraphStyle, size: float) -> None:
    """Make a style black and sans serif: what the template gives it comes from a coloured theme."""
    properties = style.element.get_or_add_rPr()
    for name in ("w:rFonts", "w:color", "w:spacing", "w:kern"):
        for found in properties.findall(qn(name)):
            properties.remove(found)
    form = style.element.get_or_add_pPr()
    for name in ("w:pBdr", "w:contextualSpacing"):
        for found in form.findall(qn(name)):
            form.remove(found)
    _set_in(style, FONT, size)
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.font.bold = style.name in _SIZES


def _set_in(style: CharacterStyle, font: str, size: float) -> None:
    style.font.name, style.font.size = font, Pt(size)
    # Word chooses the font of some characters, such as the ballot box, by these two and not by the name alone.
    for script in ("w:eastAsia", "w:cs"):
        style.element.rPr.rFonts.set(qn(script), font)


def _own_styles(document: Document, size: float) -> None:
    inner = _WIDTH - 2 * _MARGIN
    for name, height in ((BOX_STYLE, 0.3), (LINE_STYLE, 0.9), (FIELD_STYLE, 0.5)):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(style, ParagraphStyle)
        style.base_style = document.styles["Normal"]
        form = style.paragraph_format
        form.space_before, form.space_after, form.keep_together = Pt(0), Pt(size * height), True
        if name == BOX_STYLE:
            form.left_indent, form.first_line_indent = _HANG, -_HANG
            form.tab_stops.add_tab_stop(_HANG)
        # A tab that draws a line: it reaches the margin whatever stands before it.
        form.tab_stops.add_tab_stop(inner, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)

    for name, font, larger in ((SQUARE_STYLE, BOX_FONT, 1.5), (CODE_STYLE, FONT, 2.6)):
        letters = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        assert isinstance(letters, CharacterStyle)
        _set_in(letters, font, size * larger)


def _page(document: Document, title: str) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = _WIDTH, _HEIGHT
    section.left_margin = section.right_margin = section.top_margin = _MARGIN
    section.bottom_margin, section.footer_distance = Cm(2.3), Cm(1)
    footer = section.footer.paragraphs[0]
    footer.paragraph_format.tab_stops.clear_all()
    footer.add_run(f"{title}, page ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    footer._p.append(field)  # noqa: SLF001 - python-docx has no call for a page number


def _known_as(document: Document, title: str) -> None:
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    core = document.core_properties
    # Word takes at most 255 characters, and the template says things of itself that are not true of a booklet.
    core.title, core.author, core.comments, core.language = title[:255], "scrutiny-tui", "", "en-GB"
    for date in ("created", "modified"):
        for found in core._element.findall(qn(f"dcterms:{date}")):  # noqa: SLF001 - there is no call to say "not known"
            core._element.remove(found)  # noqa: SLF001 - as above
