"""The shape of a checklist's file. To add a field, add its line here and in the model."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from scrutiny_tui.catalog.intake import text_of, text_of_file
from scrutiny_tui.catalog.nodes import Node
from scrutiny_tui.catalog.problems import Log, StopReadingError
from scrutiny_tui.catalog.reader import day, line, list_of, number, one_of, record, text, then, word_id
from scrutiny_tui.catalog.rules import check_rules
from scrutiny_tui.catalog.yaml_nodes import read_yaml
from scrutiny_tui.errors import ChecklistError, Problem
from scrutiny_tui.model.checklist import (
    Better,
    Checklist,
    Claim,
    Indicator,
    LevelDescription,
    LineOfEnquiry,
    Question,
    Section,
    Source,
    Standing,
)
from scrutiny_tui.model.scale import MOST_LEVELS, Level, Scale

FORMAT = 1
"""The newest format of checklists that this version reads."""


def _format(node: Node, log: Log) -> int | None:
    found = number(node, log)
    if found is not None and found > FORMAT:
        log.stop(node.at, f"format {found} needs a newer version of scrutiny-tui; this one reads format {FORMAT}")
    if found == 0:
        log.add(node.at, f"there is no format 0; write {FORMAT}")
    return found


def _level(level: int, label: str, meaning: str = "") -> Level:
    return Level(level, label, meaning)


_LEVEL = record("level", _level, {"level": number, "label": line, "meaning": text})

_SCALE = record("scale", Scale, {"title": line, "levels": list_of(_LEVEL, "levels", least=2, most=MOST_LEVELS)})

_SOURCE = record("source", Source, {"id": word_id, "title": line, "publisher": line, "year": line, "address": line})

_CLAIM = record("claim", Claim, {"text": text, "source": line, "period": line, "standing": one_of(Standing)})

_ENQUIRY = record("line of enquiry", LineOfEnquiry, {"id": word_id, "ask": text, "to": line})

_INDICATOR = record(
    "indicator",
    Indicator,
    {
        "id": word_id,
        "name": line,
        "unit": line,
        "better": one_of(Better),
        "note": text,
        "clock": _CLAIM,
        "england": _CLAIM,
    },
)

_DESCRIPTION = record("level", LevelDescription, {"level": number, "text": text})

_QUESTION = record(
    "question",
    Question,
    {
        "id": word_id,
        "text": text,
        "name": line,
        "topic": text,
        "why": text,
        "facts": list_of(_CLAIM, "facts"),
        "enquiry": list_of(_ENQUIRY, "lines of enquiry"),
        "good": list_of(text, "texts"),
        "warning": list_of(text, "texts"),
        "evidence": list_of(text, "texts"),
        "indicators": list_of(_INDICATOR, "indicators"),
        "levels": list_of(_DESCRIPTION, "levels"),
        "sources": list_of(line, "ids of sources"),
    },
)

_SECTION = record(
    "section", Section, {"id": word_id, "title": line, "questions": list_of(_QUESTION, "questions", least=1)}
)

_CHECKLIST = record(
    "checklist",
    Checklist,
    {
        "format": _format,
        "id": word_id,
        "title": line,
        "edition": line,
        "purpose": text,
        "takes": line,
        "origin": text,
        "checked": then(day, str),
        "scale": _SCALE,
        "sources": list_of(_SOURCE, "sources"),
        "sections": list_of(_SECTION, "sections", least=1),
    },
)


def read_file(path: Path) -> Checklist:
    """Read the checklist in a file.

    Raises:
        ChecklistError: it cannot be used; all its problems are listed.
    """
    return _read(str(path), lambda log: text_of_file(path, log))


def read_stream(stream: BinaryIO, name: str = "-") -> Checklist:
    """Read the checklist in a stream of bytes; `name` stands in front of its problems.

    Raises:
        ChecklistError: it cannot be used; all its problems are listed.
    """
    return _read(name, lambda log: text_of(stream, log))


def _read(file: str, take: Callable[[Log], str]) -> Checklist:
    log = Log()
    with suppress(StopReadingError):
        root = read_yaml(take(log), log)
        checklist = _CHECKLIST(root, log)
        check_rules(root, log)
        if checklist and not log.wrongs:
            return checklist
    raise ChecklistError(file, [Problem(file, at.line, at.column, what) for at, what in log.wrongs])
