"""A booklet as GitHub-flavoured Markdown: to print as it is, or to fill in on a screen."""

from collections.abc import Iterable, Iterator

from scrutiny_tui.export.booklet import wording
from scrutiny_tui.export.booklet.page import NOTE_LINES, Booklet, Box, Boxes, Chapter, Item, Part
from scrutiny_tui.export.escape import inline, literal, strong

BLANK = "_" * 24
"""A line to write on, after something."""
_LINE = "_" * 72
"""A line of its own. A program that shows Markdown draws it as a rule, which can be written on as well."""


def render(booklet: Booklet) -> bytes:
    """Return the booklet as UTF-8."""
    blocks = [*_front(booklet)]
    for chapter in booklet.chapters:
        blocks += _chapter(chapter)
    if booklet.sources:
        blocks += [f"## {wording.SOURCES}", _bullets(map(_source, booklet.sources))]
    return ("\n\n".join(filter(None, blocks)) + "\n").encode()


def _front(booklet: Booklet) -> Iterator[str]:
    yield f"# {inline(booklet.title)}"
    yield _bullets(map(_item, booklet.about))
    yield _bullets(f"**{field}:** {BLANK}" for field in wording.FIELDS)
    yield f"## {wording.HOW_TO}"
    yield "\n".join(f"{number}. {inline(step)}" for number, step in enumerate(booklet.steps, 1))
    yield f"### {wording.SCALE}"
    yield _bullets(map(_item, booklet.scale))


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield f"## {inline(chapter.title)}"
    yield from map(inline, chapter.about)
    for page in chapter.pages:
        yield f"### {page.code}. {inline(page.name)}"
        yield strong(page.text)
        yield from (f"{wording.HELP}: {inline(paragraph)}" for paragraph in page.help)
        yield f"{wording.TOPIC}: {inline(page.topic)}" if page.topic else ""
        if page.why:
            yield f"#### {wording.WHY}"
            yield from map(inline, page.why)
        for ticks in page.answers:
            yield from _boxes(ticks)
        for part in page.parts:
            yield from _part(part)
        yield f"#### {wording.note_on(page.code)}"
        yield from [_LINE] * NOTE_LINES


def _boxes(ticks: Boxes) -> Iterator[str]:
    yield f"#### {ticks.title}"
    yield "\n".join(map(_box, ticks.boxes))


def _box(box: Box) -> str:
    rest = f", {wording.BECAUSE} {BLANK}" if box.to_fill else f": {inline(box.meaning)}" if box.meaning else ""
    return f"- [ ] {strong(f'{box.code} {box.label}')}{rest}"


def _part(part: Part) -> Iterator[str]:
    yield f"#### {part.title}"
    yield _bullets(map(_item, part.items))


def _item(item: Item) -> str:
    said = ": ".join(filter(None, (strong(item.lead), inline(item.text))))
    return "\n".join([said, *(f"  - {inline(detail)}" for detail in item.details)])


def _source(source: Item) -> str:
    return ": ".join(filter(None, (inline(source.lead), inline(source.text), *map(literal, source.details))))


def _bullets(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)
