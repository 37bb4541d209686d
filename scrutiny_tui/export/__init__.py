"""Documents out: one module a format, all from the Report."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from scrutiny_tui.export import markdown
from scrutiny_tui.export.wish import Form, Wish
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
    render: Callable[[Report, Wish], bytes]
    """Writes the document."""
    has_sizes: bool = False
    """Whether it can say how large its letters are, and so be large print."""
    parts: Mapping[Form, tuple[str, ...]] = field(default_factory=dict)
    """The parts of which each is a document of its own; none where there is one document."""

    def documents(self, report: Report, wish: Wish) -> Iterator[tuple[str, bytes]]:
        """Yield every document that is wanted, each after the name of its part; the name is empty for a whole one."""
        for part in (wish.part,) if wish.part else self.parts.get(wish.form, ("",)):
            yield part, self.render(report, replace(wish, part=part))


FORMATS: tuple[Format, ...] = (Format("md", ".md", "Markdown", markdown.render),)
"""Every format there is; the command, the export dialog and the tests go through this."""
