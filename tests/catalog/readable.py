"""Checklists made up at random, put right so that the reader takes them: whatever text they hold stays as it was."""

from dataclasses import fields, replace
from typing import Any

from hypothesis import strategies as st

from scrutiny_tui.catalog.reader import MOST_CHARACTERS
from scrutiny_tui.model.checklist import Checklist, LevelDescription, LineOfEnquiry, Question, Section
from scrutiny_tui.model.facts import Claim, Indicator, Source
from scrutiny_tui.model.scale import Level, Scale
from scrutiny_tui.model.text import one_line
from tests.strategies import checklists

_LINES = {
    Checklist: {"title", "edition", "takes"},
    Scale: {"title"},
    Level: {"label"},
    Section: {"title"},
    Question: {"name"},
    Source: {"title", "publisher", "year", "address"},
    Claim: {"period"},
    LineOfEnquiry: {"to"},
    Indicator: {"name", "unit"},
}
"""Texts that are shown on one line."""
_NEEDED = {"title", "label", "text", "ask", "name"}
_NOT_NEEDED = {Scale: {"title"}, Question: {"name"}}


def readable_checklists() -> st.SearchStrategy[Checklist]:
    """Checklists that the reader takes."""
    return checklists().map(_readable)


def _readable(checklist: Checklist) -> Checklist:
    sources = [replace(source, id=f"s-{number}") for number, source in enumerate(checklist.sources)]
    cited = [source.id for source in sources]
    sections = [_section(section, cited, len(checklist.scale.levels)) for section in checklist.sections]
    levels = [replace(level, label=f"{level.label} {level.value}") for level in checklist.scale.levels]
    changed = replace(
        checklist,
        id="made-up",
        checked="2027-01-31" if checklist.checked else "",
        scale=replace(checklist.scale, levels=tuple(levels)),
        sources=tuple(sources),
        sections=tuple(sections),
    )
    tidied: Checklist = _tidy(changed)
    return tidied


def _section(section: Section, cited: list[str], levels: int) -> Section:
    return replace(section, questions=tuple(_question(question, cited, levels) for question in section.questions))


def _question(question: Question, cited: list[str], levels: int) -> Question:
    descriptions = [LevelDescription(value, question.text) for value in range(1, levels + 1)]
    indicators = [
        replace(each, id=f"i-{number}", clock=_cited(each.clock, cited), england=_cited(each.england, cited))
        for number, each in enumerate(question.indicators)
    ]
    return replace(
        question,
        facts=tuple(replace(fact, source=cited[0]) for fact in question.facts if cited),
        enquiry=tuple(replace(line, id=f"e-{number}") for number, line in enumerate(question.enquiry)),
        indicators=tuple(indicators),
        levels=tuple(descriptions) if question.levels else (),
        sources=tuple(cited) if question.sources else (),
    )


def _cited(claim: Claim | None, cited: list[str]) -> Claim | None:
    return replace(claim, source=cited[-1]) if claim and cited else None


def _tidy(value: Any) -> Any:  # noqa: ANN401  # any part of a checklist
    """Return a value with its texts as the reader returns them: stripped, some on one line, none missing."""
    lines = _LINES.get(type(value), set())
    needed = _NEEDED - _NOT_NEEDED.get(type(value), set())
    changes: dict[str, Any] = {}
    for name, held in ((field.name, getattr(value, field.name)) for field in fields(value)):
        if isinstance(held, tuple):
            changes[name] = tuple(_tidied(item) for item in held)
        elif type(held) is str:
            text = _text(held)
            changes[name] = (one_line(text) if name in lines else text) or ("x" if name in needed else "")
        elif hasattr(held, "__dataclass_fields__"):
            changes[name] = _tidy(held)
    return replace(value, **changes)


def _tidied(item: Any) -> Any:  # noqa: ANN401  # an item of any list in a checklist
    if type(item) is str:
        return _text(item) or "x"
    return _tidy(item) if hasattr(item, "__dataclass_fields__") else item


def _text(text: str) -> str:
    return text[:MOST_CHARACTERS].strip()
