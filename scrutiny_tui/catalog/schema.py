"""The shape of a checklist's file. To add a field, add its line here and in the model."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from scrutiny_tui.catalog.intake import text_of, text_of_file
from scrutiny_tui.catalog.nodes import Node
from scrutiny_tui.catalog.problems import Log, StopReadingError
from scrutiny_tui.catalog.reader import (
    Schema,
    day,
    line,
    list_of,
    number,
    one_of,
    record,
    takes,
    text,
    then,
    word_id,
)
from scrutiny_tui.catalog.rules import check_rules
from scrutiny_tui.catalog.yaml_nodes import read_yaml
from scrutiny_tui.errors import ChecklistError, Problem
from scrutiny_tui.model.checklist import Answered, Checklist, LevelDescription, LineOfEnquiry, Phase, Question, Section
from scrutiny_tui.model.facts import Better, Claim, Indicator, Source, Standing
from scrutiny_tui.model.scale import MOST_LEVELS, Level, Scale

FORMAT = 1
"""The newest format of checklists that this version reads."""


@takes(type=["integer", "string"], pattern=f"^[1-{FORMAT}]$", minimum=1, maximum=FORMAT)
def _format(node: Node, log: Log) -> int | None:
    found = number(node, log)
    if found is not None and found > FORMAT:
        log.stop(node.at, f"format {found} needs a newer version of scrutiny-tui; this one reads format {FORMAT}")
    if found == 0:
        log.add(node.at, f"there is no format 0; write {FORMAT}")
    return found


def _level(level: int, label: str, meaning: str = "") -> Level:
    return Level(level, label, meaning)


_LEVEL = record(
    "level",
    _level,
    {
        "level": number.about("1 for the lowest, then 2, 3 and so on"),
        "label": line.about("a word or two"),
        "meaning": text.about("what it means for any question"),
    },
)

SCALE = record(
    "scale",
    Scale,
    {
        "title": line.about("its name"),
        "levels": list_of(_LEVEL, "levels", least=2, most=MOST_LEVELS).about("the levels, lowest first"),
    },
)

SOURCE = record(
    "source",
    Source,
    {
        "id": word_id.about("the word that facts and questions cite it by"),
        "title": line,
        "publisher": line,
        "year": line,
        "address": line.about("shown as text, never followed"),
    },
)

CLAIM = record(
    "claim",
    Claim,
    {
        "text": text,
        "source": line.about("the id of a source"),
        "period": line.about("the date or period that it is about"),
        "standing": one_of(Standing).about(
            "verified: read in the source; secondary: only in a second-hand or older one; derived: your own sum"
        ),
    },
)

_PHASES = list_of(one_of(Phase), "phases").about("the phases of the improvement journey in which it matters most")

_ENQUIRY = record(
    "line of enquiry",
    LineOfEnquiry,
    {
        "id": word_id.about("ties what was taken from it to it; unique within the question"),
        "ask": text.about("an open question"),
        "to": line.about("the role that it is for"),
        "phases": _PHASES,
    },
)

_INDICATOR = record(
    "indicator",
    Indicator,
    {
        "id": word_id.about("unique within the question"),
        "name": line,
        "unit": line.about("what is counted, and over which time"),
        "better": one_of(Better).about("which way is better; context: neither is right in itself"),
        "note": text.about("how to read it"),
        "clock": CLAIM.about("the legal time limit or standard"),
        "england": CLAIM.about("the published figure for England"),
    },
)

_DESCRIPTION = record("level", LevelDescription, {"level": number, "text": text})

_QUESTION = record(
    "question",
    Question,
    {
        "id": word_id.about("ties answers to the question; keep it when you reword the question"),
        "text": text.about("the question, open and short"),
        "name": line.about("a word or two for lists"),
        "answered": one_of(Answered).about("level: rated on the scale, as without it; words: in the note, never rated"),
        "help": text.about("how the question is meant, or how to go about answering it"),
        "topic": text.about("the wording of the topic in the document that the checklist comes from"),
        "why": text.about("why it matters"),
        "facts": list_of(CLAIM, "facts").about("dated facts"),
        "enquiry": list_of(_ENQUIRY, "lines of enquiry").about("suggested questions, and whom to ask"),
        "good": list_of(text, "texts").about("good signs"),
        "warning": list_of(text, "texts").about("warning signs"),
        "evidence": list_of(text, "texts").about("what to ask to see"),
        "indicators": list_of(_INDICATOR, "indicators").about("figures worth asking for"),
        "levels": list_of(_DESCRIPTION, "levels").about("what each level looks like here: all levels or none"),
        "sources": list_of(line, "ids of sources").about("ids of sources for further reading"),
        "phases": _PHASES,
    },
)

_SECTION = record(
    "section",
    Section,
    {
        "id": word_id,
        "title": line,
        "about": text.about("what this part is about"),
        "questions": list_of(_QUESTION, "questions", least=1),
    },
)

CHECKLIST = record(
    "checklist",
    Checklist,
    {
        "format": _format.about("the format of this file"),
        "id": word_id.about("the name that commands know the checklist by"),
        "title": line,
        "edition": line.about("which edition this is"),
        "purpose": text.about("what it is for, and for whom"),
        "takes": line.about("how long it takes"),
        "origin": text.about("where it comes from"),
        "checked": then(day, str).about("when its facts were last checked, as YYYY-MM-DD"),
        "scale": SCALE.about("the levels that questions are rated on"),
        "sources": list_of(SOURCE, "sources").about("what it rests on"),
        "sections": list_of(_SECTION, "sections", least=1),
    },
)
"""Reads a whole checklist."""


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
        checklist = read_nodes(read_yaml(take(log), log), log)
        if checklist and not log.wrongs:
            return checklist
    raise ChecklistError(file, problems(file, log))


def read_nodes(root: Node, log: Log) -> Checklist | None:
    """Return the checklist in nodes from whatever kind of file; None, or problems in the log, where it is wrong.

    Raises:
        StopReadingError: there are so many problems that the rest was not read.
    """
    checklist = CHECKLIST(root, log)
    check_rules(root, log)
    return checklist


def problems(file: str, log: Log) -> list[Problem]:
    """Return what the log holds, as a person is told it."""
    return [Problem(file, at.line, at.column, what, at.path) for at, what in log.wrongs]


def json_schema() -> Schema:
    """Return the shape of a checklist's file as JSON Schema, for editors that check and complete while one types."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Checklist", **CHECKLIST.schema}
