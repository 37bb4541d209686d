"""Documents out: one module a format, all from the Report."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace

from scrutiny_tui.export import markdown
from scrutiny_tui.export.wish import Form, Wish
from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.report import Report


@frozen
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
    use: str = ""
    """What it is good for, in a few words."""
    has_sizes: bool = False
    """Whether it can say how large its letters are, and so be large print."""
    parts: Mapping[Form, tuple[str, ...]] = field(default_factory=dict)
    """The parts of which each is a document of its own; none where there is one document."""

    def documents(self, report: Report, wish: Wish) -> Iterator[tuple[str, bytes]]:
        """Yield every document that is wanted, each after the name of its part; the name is empty for a whole one."""
        for part in (wish.part,) if wish.part else self.parts.get(wish.form, ("",)):
            yield part, self.render(report, replace(wish, part=part))


def _html(report: Report, wish: Wish) -> bytes:
    from scrutiny_tui.export import html  # noqa: PLC0415 - jinja2 is loaded by who needs it

    return html.render(report, wish)


def _word(report: Report, wish: Wish) -> bytes:
    from scrutiny_tui.export import word  # noqa: PLC0415 - python-docx is loaded by who needs it

    return word.render(report, wish)


def _csv(report: Report, wish: Wish) -> bytes:
    from scrutiny_tui.export import csv_file  # noqa: PLC0415 - loaded by who needs it

    return csv_file.render(report, wish)


def _calendar(report: Report, wish: Wish) -> bytes:
    from scrutiny_tui.export import calendar  # noqa: PLC0415 - loaded by who needs it

    return calendar.render(report, wish)


def _json(report: Report, wish: Wish) -> bytes:
    from scrutiny_tui.export import json_file  # noqa: PLC0415 - cattrs is loaded by who needs it

    return json_file.render(report, wish)


_TABLES = {Form.RECORD: ("answers", "ratings", "asks", "recommendations"), Form.ROOM: ("asks",)}

FORMATS: tuple[Format, ...] = (
    Format("md", ".md", "Markdown", markdown.render, "text to read, print or paste anywhere"),
    Format("html", ".html", "Web page", _html, "to read on any screen, aloud, or printed", has_sizes=True),
    Format("docx", ".docx", "Word", _word, "to change, to send round and to print", has_sizes=True),
    Format("csv", ".csv", "CSV", _csv, "for Excel and other spreadsheets", parts=_TABLES),
    Format("json", ".json", "JSON", _json, "the whole review, for other programs"),
    Format("ics", ".ics", "Calendar", _calendar, "the meeting and the dates when replies are due"),
)
"""Every format there is; the command, the export dialog and the tests go through this."""
