"""The guide from its file, read with the same readers as checklists."""

from contextlib import suppress
from pathlib import Path

from scrutiny_tui.catalog.intake import text_of_file
from scrutiny_tui.catalog.nodes import Node, texts
from scrutiny_tui.catalog.problems import Log, StopReadingError, unknown
from scrutiny_tui.catalog.reader import day, line, list_of, number, one_of, record, text, then
from scrutiny_tui.catalog.rules import unique
from scrutiny_tui.catalog.schema import CLAIM, SOURCE, problems
from scrutiny_tui.catalog.yaml_nodes import read_yaml
from scrutiny_tui.errors import ChecklistError
from scrutiny_tui.model.checklist import Phase
from scrutiny_tui.model.facts import Standing
from scrutiny_tui.model.guide import (
    Caution,
    Change,
    Guide,
    Offer,
    Place,
    Reference,
    Stage,
    Step,
    Stretch,
    Term,
    Timeline,
)

_STEP = record("step", Step, {"name": line, "what": text, "why": text, "how": text, "ask": text, "beware": text})

_STRETCH = record(
    "phase", Stretch, {"phase": one_of(Phase), "about": text, "marks": list_of(text, "texts", least=1), "ask": text}
)


_STAGE = record("stage", Stage, {"name": line, "start": number, "end": number, "lasts": line})

_CAUTION = record("caution", Caution, {"about": text, "events": list_of(CLAIM, "events", least=1)})

_TIMELINE = record(
    "timeline",
    Timeline,
    {
        "about": text,
        "stages": list_of(_STAGE, "stages", least=1),
        "throughout": list_of(line, "texts"),
        "caution": _CAUTION,
    },
)

_OFFER = record("offer", Offer, {"about": text, "items": list_of(text, "texts", least=1)})

_REFERENCE = record(
    "reference", Reference, {"title": line, "publisher": line, "year": line, "address": line, "now": text}
)

_CHANGE = record("change", Change, {"then": line, "now": text, "source": line, "standing": one_of(Standing)})

_TERM = record(
    "term",
    Term,
    {"term": line, "also": list_of(line, "texts"), "where": list_of(one_of(Place), "places"), "means": text},
)

_GUIDE = record(
    "guide",
    Guide,
    {
        "format": number,
        "checked": then(day, str),
        "about": text,
        "steps": list_of(_STEP, "steps", least=1),
        "phases": list_of(_STRETCH, "phases", least=1),
        "timeline": _TIMELINE,
        "offer": _OFFER,
        "references": list_of(_REFERENCE, "references"),
        "changed": list_of(_CHANGE, "changes"),
        "glossary": list_of(_TERM, "terms"),
        "sources": list_of(SOURCE, "sources"),
    },
)


def read_guide(path: Path) -> Guide:
    """Read the guide in a file.

    Raises:
        ChecklistError: something is wrong with it; all its problems are listed.
    """
    log = Log()
    with suppress(StopReadingError):
        root = read_yaml(text_of_file(path, log), log)
        guide = _GUIDE(root, log)
        _check_sources(root, log)
        unique("term", [*texts(root, "glossary.*.term"), *texts(root, "glossary.*.also.*")], log)
        if guide and not log.wrongs:
            return guide
    raise ChecklistError(str(path), problems(str(path), log))


def _check_sources(root: Node, log: Log) -> None:
    known = [source.text for source in texts(root, "sources.*.id")]
    unique("source id", texts(root, "sources.*.id"), log)
    cited = [*texts(root, "changed.*.source"), *texts(root, "timeline.caution.events.*.source")]
    for reference in cited:
        if reference.text not in known:
            log.add(reference.at, unknown("source", reference.text, known))
    for source in texts(root, "sources.*.id"):
        if source.text not in {reference.text for reference in cited}:
            log.add(source.at, "this source is cited nowhere")
