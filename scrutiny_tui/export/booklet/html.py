"""A booklet as one web page that needs nothing else: to print, or to read on a tablet."""

from importlib.resources import files

from jinja2 import Environment, StrictUndefined

from scrutiny_tui.export import print_size
from scrutiny_tui.export.booklet import wording
from scrutiny_tui.export.booklet.page import NOTE_LINES, Booklet

TEMPLATE = "booklet.html.jinja"


def render(booklet: Booklet) -> bytes:
    """Return the page as UTF-8."""
    # Every text is escaped, and a name that the template gets wrong is an error, not a gap on paper.
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string(files(__package__).joinpath(TEMPLATE).read_text("utf-8"))
    return template.render(booklet=booklet, words=wording, note_lines=NOTE_LINES, sizes=print_size).encode()
