"""Documents out: one module a format, all from the Report."""

from collections.abc import Callable
from dataclasses import dataclass

from scrutiny_tui.export import markdown
from scrutiny_tui.model.report import Report


@dataclass(frozen=True)
class Format:
    """A kind of document."""

    name: str
    """The word for `--to`."""
    suffix: str
    """The end of the file's name, with the dot."""
    title: str
    """The name as people know it."""
    render: Callable[[Report], str]
    """Writes the document."""


FORMATS: tuple[Format, ...] = (Format("md", ".md", "Markdown", markdown.render),)
"""Every format there is; the command, the export dialog and the tests go through this."""
