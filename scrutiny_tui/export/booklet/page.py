"""What stands on the pages of a booklet, worked out once so that no two formats can disagree.

Every text is on one line; what has paragraphs is a tuple of them.
"""

from collections.abc import Iterable, Iterator

from scrutiny_tui.export.booklet import wording
from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.answer import State
from scrutiny_tui.model.checklist import Checklist, Question
from scrutiny_tui.model.facts import Indicator, Source
from scrutiny_tui.model.meeting import written_day
from scrutiny_tui.model.scale import Level
from scrutiny_tui.model.shorthand import NOT_LEVELS, STRENGTHS
from scrutiny_tui.model.text import one_line, split_paragraphs

NOTE_LINES = 8
"""How many lines a question has for the note."""


@frozen
class Box:
    """Something to tick."""

    code: str
    """What is typed for it when the booklet is taken back, such as `2` or `N`."""
    label: str
    meaning: str = ""
    to_fill: bool = False
    """Whether there is something to write after it."""


@frozen
class Boxes:
    """Boxes of which one is ticked, with their heading."""

    title: str
    boxes: tuple[Box, ...]


@frozen
class Item:
    """One thing in a list."""

    text: str
    lead: str = ""
    """What stands out before the text, such as the role to ask."""
    details: tuple[str, ...] = ()
    """Lines below it."""


@frozen
class Part:
    """A list with its heading."""

    title: str
    items: tuple[Item, ...]


@frozen
class Page:
    """One question with its guidance and its boxes."""

    code: str
    """The question's number: what is typed first."""
    name: str
    """What the question is called in a word or two, or its text where it has no name."""
    text: str
    """The question; empty where its name says it all."""
    topic: str
    """The wording of the topic in the document that the checklist comes from."""
    help: tuple[str, ...]
    """How the question is meant."""
    why: tuple[str, ...]
    answers: tuple[Boxes, ...]
    """What there is to tick."""
    parts: tuple[Part, ...]


@frozen
class Chapter:
    """A section of the checklist."""

    title: str
    about: tuple[str, ...]
    pages: tuple[Page, ...]


@frozen
class Booklet:
    """A blank booklet for one reader. Made by `build`."""

    title: str
    about: tuple[Item, ...]
    """What the checklist is, each with its label; only what is known."""
    steps: tuple[str, ...]
    """How to fill it in."""
    scale: tuple[Item, ...]
    """The levels, with what each means for any question."""
    chapters: tuple[Chapter, ...]
    sources: tuple[Item, ...]
    large: bool
    """Whether it is in large print."""


def build(checklist: Checklist, *, large: bool = False) -> Booklet:
    """Return the booklet of a checklist."""
    return Booklet(
        title=one_line(checklist.title),
        about=tuple(_about(checklist)),
        steps=wording.steps(checklist),
        scale=tuple(Item(one_line(level.meaning), one_line(str(level))) for level in checklist.scale.levels),
        chapters=tuple(
            Chapter(
                one_line(section.title),
                _paragraphs(section.about),
                tuple(_page(checklist, question) for question in section.questions),
            )
            for section in checklist.sections
        ),
        sources=tuple(map(_source, checklist.sources)),
        large=large,
    )


def _about(checklist: Checklist) -> Iterator[Item]:
    for label, text in (
        ("Edition", checklist.edition),
        ("What it is for", checklist.purpose),
        ("How long it takes", checklist.takes),
        ("Where it comes from", checklist.origin),
        ("Facts last checked", written_day(checklist.checked)),
    ):
        if text.strip():
            yield Item(one_line(text), label)


def _page(checklist: Checklist, question: Question) -> Page:
    name, text = one_line(question.label), one_line(question.text)
    return Page(
        code=str(checklist.place(question.id) + 1),
        name=name,
        text="" if text == name else text,
        topic=one_line(question.topic),
        help=_paragraphs(question.help),
        why=_paragraphs(question.why),
        answers=tuple(_answers(checklist, question)),
        parts=tuple(_parts(checklist, question)),
    )


def _answers(checklist: Checklist, question: Question) -> Iterator[Boxes]:
    otherwise = tuple(
        Box(letter.upper(), *wording.NOT_LEVEL[state], to_fill=state is State.NOT_APPLICABLE)
        for letter, state in NOT_LEVELS.items()
    )
    if question.in_words:
        yield Boxes(wording.IN_WORDS, ())
        yield Boxes(wording.OTHERWISE, otherwise)
        return
    yield Boxes(wording.ANSWER, tuple(map(_level, checklist.described(question))))
    yield Boxes(wording.OTHERWISE, otherwise)
    known = (Box(letter.upper(), strength.capitalize(), strength.meaning) for letter, strength in STRENGTHS.items())
    yield Boxes(wording.HOW_KNOWN, tuple(known))


def _level(level: Level) -> Box:
    return Box(str(level.value), one_line(level.label), one_line(level.meaning))


def _parts(checklist: Checklist, question: Question) -> Iterator[Part]:
    for title, items in (
        ("Facts", _plain(map(checklist.told, question.facts))),
        ("Things to ask", tuple(Item(one_line(line.ask), one_line(line.to)) for line in question.enquiry)),
        ("Good signs", _plain(question.good)),
        ("Warning signs", _plain(question.warning)),
        ("Evidence to ask for", _plain(question.evidence)),
        ("Figures worth asking for", tuple(_figure(checklist, each) for each in question.indicators)),
    ):
        if items:
            yield Part(title, items)


def _plain(texts: Iterable[str]) -> tuple[Item, ...]:
    return tuple(Item(one_line(text)) for text in texts)


def _figure(checklist: Checklist, indicator: Indicator) -> Item:
    claims = (("Time limit or standard", indicator.clock), ("England", indicator.england))
    return Item(
        one_line(f"{indicator.better.words.capitalize()}. {indicator.note}"),
        one_line(", ".join(filter(None, (indicator.name, indicator.unit)))),
        tuple(one_line(f"{label}: {checklist.told(claim)}") for label, claim in claims if claim),
    )


def _source(source: Source) -> Item:
    return Item(
        one_line(", ".join(filter(None, (source.publisher, source.year)))),
        one_line(source.title),
        tuple(filter(None, [one_line(source.address)])),
    )


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(one_line, split_paragraphs(text))))
