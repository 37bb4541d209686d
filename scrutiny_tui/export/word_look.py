"""How a Word document of ours looks: the styles by which its parts are known, in three sizes of print."""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.shared import Cm, Length, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

from scrutiny_tui.export import print_size
from scrutiny_tui.frozen import frozen

FONT = "Arial"
LANGUAGE = "en-GB"
TITLE_STYLE, SECTION_STYLE, QUESTION_STYLE, PART_STYLE = "Title", "Heading 1", "Heading 2", "Heading 3"
BULLET_STYLES = ("List Bullet", "List Bullet 2", "List Bullet 3")
"""What stands in a list, and what stands below that."""
LABEL_STYLE, QUOTE_STYLE, CAPTION_STYLE = "Label above", "Quote", "Caption"
ENTRY_STYLE, ABOUT_STYLE = "Numbered entry", "About an entry"
CELL_STYLE, HEAD_STYLE, TABLE_STYLE = "Cell of a table", "Heading in a table", "Ruled table"


@frozen
class Look:
    """How large a document is printed, and how much room there is between and around its lines."""

    size: float
    """Of the text, in points."""
    leading: float
    """From line to line, in heights of a line."""
    gap: float
    """Below a paragraph, in sizes of the text."""
    margin: Length
    """At the top and at the sides."""
    foot: Length
    """At the bottom, with the page number in it."""

    @property
    def inner(self) -> Length:
        """Return the width between the margins."""
        return Length(_WIDTH - 2 * self.margin)

    @property
    def below(self) -> Length:
        """Return the room below a paragraph."""
        return Pt(self.size * self.gap)

    @property
    def above(self) -> Length:
        """Return the room above a heading, and below a table."""
        return Length(int(self.below * 1.6))

    @property
    def hang(self) -> Length:
        """Return how far text stands from the margin when a number stands before it."""
        return Pt(self.size * 2.4)


PLAIN = Look(print_size.PLAIN, 1.1, 0.5, Cm(1.9), Cm(2.3))
LARGE = Look(print_size.LARGE, 1.3, 0.5, Cm(1.9), Cm(2.3))
COMPACT = Look(10, 1.0, 0.5, Cm(1.6), Cm(1.8))
"""For what is to stay on one page."""

_WIDTH, _HEIGHT, _FOOTER = Cm(21), Cm(29.7), Cm(1)
_SIZES = {TITLE_STYLE: 2.0, SECTION_STYLE: 1.5, QUESTION_STYLE: 1.3, PART_STYLE: 1.1}
"""How much larger than the text each heading is."""
_LISTS = (*BULLET_STYLES, "List Number")
_OWN = (LABEL_STYLE, ENTRY_STYLE, ABOUT_STYLE, CELL_STYLE, HEAD_STYLE)
"""The styles that the template does not have."""
_BOLD = {*_SIZES, LABEL_STYLE, CAPTION_STYLE, ENTRY_STYLE, HEAD_STYLE}
_RULED = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{TABLE_STYLE.replace(" ", "")}">
  <w:name w:val="{TABLE_STYLE}"/><w:basedOn w:val="TableNormal"/><w:qFormat/>
  <w:tblPr><w:tblBorders>{"".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
                                  for side in ("top", "left", "bottom", "right", "insideH", "insideV"))}
  </w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>
  <w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E6E6E6"/></w:tcPr></w:tblStylePr>
</w:style>"""  # fmt: skip
_BAR = f"""
<w:pBdr {nsdecls("w")}><w:left w:val="single" w:sz="12" w:space="8" w:color="808080"/></w:pBdr>"""


def blank_document(title: str, look: Look) -> Document:
    """Return an empty A4 document in British English with our styles."""
    document = docx.Document(BytesIO(_template(look)))
    # Word takes at most 255 characters.
    document.core_properties.title = title[:255]
    return document


def saved(document: Document) -> bytes:
    """Return a document as a file, which does not say when it was made: the same document is the same file again."""
    made, file = BytesIO(), BytesIO()
    document.save(made)
    with ZipFile(made) as parts, ZipFile(file, "w", ZIP_DEFLATED) as timeless:
        for name in parts.namelist():
            timeless.writestr(ZipInfo(name), parts.read(name), ZIP_DEFLATED)
    return file.getvalue()


@cache
def _template(look: Look) -> bytes:
    """Return the empty document as a file: to open it takes a tenth of the time that it takes to make it."""
    document = docx.Document()
    _lighten(document)
    style = _styles(document)
    for name in _OWN:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = style("Normal")
        style(name).font.bold = True if name in _BOLD else None
    document.styles.element.append(parse_xml(_RULED))
    for name in ("Normal", *_LISTS, "Footer", QUOTE_STYLE, CAPTION_STYLE, *_SIZES):
        _plain(style(name), look.size * _SIZES.get(name, 1))
    _room_around(style, look)
    _page(document, look)
    _known_as_ours(document)
    return saved(document)


def _lighten(document: Document) -> None:
    """Drop what the template brings along and no document of ours has: every paragraph is slower for its styles."""
    for style in list(document.styles):
        if style.type is WD_STYLE_TYPE.TABLE and style.name != "Normal Table":
            style.delete()
    for part in (document.part, document.part.package):
        for key, relation in list(part.rels.items()):
            if relation.reltype.endswith(("/thumbnail", "/stylesWithEffects", "/customXml")):
                del part.rels[key]


def _styles(document: Document) -> Callable[[str], ParagraphStyle]:
    def style(name: str) -> ParagraphStyle:
        found = document.styles[name]
        assert isinstance(found, ParagraphStyle)
        return found

    return style


def _plain(style: ParagraphStyle, size: float) -> None:
    """Make a style black and sans serif: what the template gives it comes from a coloured theme."""
    properties = style.element.get_or_add_rPr()
    for name in ("w:rFonts", "w:color", "w:spacing", "w:kern", "w:i", "w:iCs"):
        for found in properties.findall(qn(name)):
            properties.remove(found)
    form = style.element.get_or_add_pPr()
    for name in ("w:pBdr", "w:contextualSpacing"):
        for found in form.findall(qn(name)):
            form.remove(found)
    set_in(style, FONT, size)
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.font.bold = style.name in _BOLD


def set_in(style: CharacterStyle, font: str, size: float) -> None:
    """Give a style its letters and their size in points."""
    style.font.name, style.font.size = font, Pt(size)
    properties = style.element.rPr
    for found in properties.findall(qn("w:szCs")):
        properties.remove(found)
    # Arabic, Hebrew and others have a size of their own, which would stay as small as the template has it.
    same = OxmlElement("w:szCs")
    same.set(qn("w:val"), str(round(size * 2)))
    properties.find(qn("w:sz")).addnext(same)
    # Word chooses the font of some characters, such as the ballot box, by these two and not by the name alone.
    for script in ("w:eastAsia", "w:cs"):
        style.element.rPr.rFonts.set(qn(script), font)


def _room_around(style: Callable[[str], ParagraphStyle], look: Look) -> None:
    normal = style("Normal").paragraph_format
    normal.line_spacing, normal.space_after = look.leading, look.below
    for name in _LISTS:
        style(name).paragraph_format.space_after = Length(look.below // 2)
        style(name).paragraph_format.keep_together = True
    for name in _SIZES:
        style(name).paragraph_format.space_before = look.above
        style(name).paragraph_format.space_after = Length(int(look.below * 0.6))
        style(name).paragraph_format.line_spacing = 1.1
        style(name).paragraph_format.keep_with_next = True
    for name in (LABEL_STYLE, CAPTION_STYLE, ENTRY_STYLE, ABOUT_STYLE):
        form = style(name).paragraph_format
        form.space_after, form.keep_together = Length(look.below // 3), True
        form.keep_with_next = name != ABOUT_STYLE
        form.space_before = Length(0) if name == ABOUT_STYLE else look.below
    for name in (ENTRY_STYLE, ABOUT_STYLE):
        style(name).paragraph_format.left_indent = look.hang
    style(ENTRY_STYLE).paragraph_format.first_line_indent = Length(-look.hang)
    style(ENTRY_STYLE).paragraph_format.tab_stops.add_tab_stop(look.hang)
    for name in (CELL_STYLE, HEAD_STYLE):
        form = style(name).paragraph_format
        form.space_before = form.space_after = Pt(look.size * 0.15)
        form.line_spacing = 1.0
    quote = style(QUOTE_STYLE)
    quote.paragraph_format.left_indent = Pt(look.size)
    quote.element.pPr.insert_element_before(parse_xml(_BAR), "w:shd", "w:tabs", "w:spacing", "w:ind")


def _page(document: Document, look: Look) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = _WIDTH, _HEIGHT
    section.left_margin = section.right_margin = section.top_margin = look.margin
    section.bottom_margin, section.footer_distance = look.foot, _FOOTER
    section.footer.paragraphs[0].style.paragraph_format.tab_stops.clear_all()


def _known_as_ours(document: Document) -> None:
    """Say the language and who made it, and take back what the template says of itself."""
    for part in (document.styles.element, document.settings.element):
        for language in part.iter(qn("w:lang"), qn("w:themeFontLang")):
            language.set(qn("w:val"), LANGUAGE)
            language.set(qn("w:eastAsia"), LANGUAGE)
    core = document.core_properties
    core.author, core.comments, core.language = "scrutiny-tui", "", LANGUAGE
    for date in ("created", "modified"):
        for found in core._element.findall(qn(f"dcterms:{date}")):  # noqa: SLF001 - there is no call to say "not known"
            core._element.remove(found)  # noqa: SLF001 - as above
