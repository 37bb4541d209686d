"""A checklist as a booklet to fill in with a pen: one module a format, all from the same Booklet."""

from collections.abc import Callable

from scrutiny_tui.export.booklet import markdown
from scrutiny_tui.export.booklet.page import Booklet
from scrutiny_tui.frozen import frozen


@frozen
class BookletFormat:
    """A kind of booklet."""

    name: str
    """The word for `--to`."""
    suffix: str
    """The end of the file's name, with the dot."""
    title: str
    """The name as people know it."""
    render: Callable[[Booklet], bytes]
    """Writes the booklet."""
    has_sizes: bool = True
    """Whether it can say how large its letters are, and so be large print."""


def _html(booklet: Booklet) -> bytes:
    from scrutiny_tui.export.booklet import html  # noqa: PLC0415 - jinja2 is loaded by who needs it

    return html.render(booklet)


def _word(booklet: Booklet) -> bytes:
    from scrutiny_tui.export.booklet import word  # noqa: PLC0415 - python-docx is loaded by who needs it

    return word.render(booklet)


BOOKLETS: tuple[BookletFormat, ...] = (
    BookletFormat("md", ".md", "Markdown", markdown.render, has_sizes=False),
    BookletFormat("html", ".html", "web page", _html),
    BookletFormat("docx", ".docx", "Word", _word),
)
"""Every format there is; the command and the tests go through this."""
