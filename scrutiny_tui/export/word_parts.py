"""What Word documents of ours are put together from, beside their styles."""

from textwrap import shorten

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from scrutiny_tui.export.word_look import Look

_LETTER = 0.5
"""How wide most letters are, in sizes of the text."""
_PAGE_NUMBER = 18
"""How many letters the page's number takes at the foot of a page, so that it stands on one line with the title."""


def add(document: Document, text: str = "", style: str = "") -> Paragraph:
    """Add a paragraph at the end, in a style that goes by this name."""
    element = OxmlElement("w:p")
    put(document, element)
    paragraph = Paragraph(element, document)
    if text:
        paragraph.add_run(text)
    if style:
        dress(paragraph, style)
    return paragraph


def put(document: Document, element: BaseOxmlElement) -> None:
    """Put an element at the end."""
    # python-docx looks for the section's element from the beginning each time; it is always the last.
    document.element.body[-1].addprevious(element)


def dress(paragraph: Paragraph, style: str) -> None:
    """Give a paragraph the style that goes by this name."""
    # python-docx looks through all styles for a name, which for a whole document takes longer than all the rest.
    paragraph._p.style = style.replace(" ", "")  # noqa: SLF001 - it has no call that takes the style's id


def add_run(paragraph: Paragraph, text: str, style: str) -> Run:
    """Add a text at the end of a paragraph, in the style of letters that goes by this name."""
    run = paragraph.add_run(text)
    run._r.style = style.replace(" ", "")  # noqa: SLF001 - as for a paragraph
    return run


def last_paragraph(document: Document) -> Paragraph:
    """Return the last paragraph, outside of tables; there must be one."""
    # The list of all of them would take longer the longer the document is.
    body = document.element.body
    return Paragraph(next(body.iterchildren(qn("w:p"), reversed=True)), document)


def end_list(document: Document, look: Look) -> None:
    """Keep what comes next further off the last thing in a list than that is from the one before it."""
    last_paragraph(document).paragraph_format.space_after = look.below


def line_to_write_on(form: ParagraphStyle | Paragraph, look: Look) -> None:
    """Let the last tab of a paragraph draw a line, which reaches the margin whatever stands before it."""
    stops = form.paragraph_format.tab_stops
    stops.add_tab_stop(look.inner, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)


def number_pages(document: Document, title: str, look: Look, *, of_all: bool = False) -> None:
    """Write the title and the page's number at the foot of every page, and how many there are if that is wanted."""
    footer = document.sections[0].footer.paragraphs[0]
    longest = int(look.inner.pt / look.size / _LETTER) - _PAGE_NUMBER
    shown = shorten(title, longest, placeholder="\u2026")
    footer.add_run(f"{shown}, page ")
    _field(footer, "PAGE")
    if of_all:
        footer.add_run(" of ")
        _field(footer, "NUMPAGES")


def _field(paragraph: Paragraph, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no call for a page number
