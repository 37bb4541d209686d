"""What must agree between different parts of a checklist: ids, references and levels.

The rules look at what was typed, not at what was made of it, so that they hold in a file with other problems too.
"""

from collections.abc import Callable, Iterable

from scrutiny_tui.catalog.nodes import Node, Text, find, texts
from scrutiny_tui.catalog.problems import Log, Place, quoted, unknown
from scrutiny_tui.model.text import one_line

MOST_QUESTIONS = 2_000
TOO_MANY_QUESTIONS = f"a checklist has {MOST_QUESTIONS:,} questions at most; this is one more"
"""What is wrong with the first question beyond those."""
_QUESTIONS = "sections.*.questions.*"
_REFERENCES = ("facts.*.source", "indicators.*.clock.source", "indicators.*.england.source", "sources.*")


def check_rules(root: Node, log: Log) -> None:
    """Report everything in the checklist that does not agree with the rest of it."""
    for rule in _RULES:
        rule(root, log)


def _ids_are_unique(root: Node, log: Log) -> None:
    unique("source id", texts(root, "sources.*.id"), log)
    unique("section id", texts(root, "sections.*.id"), log)
    unique("question id", texts(root, f"{_QUESTIONS}.id"), log)
    for question in find(root, _QUESTIONS):
        unique("line of enquiry id", texts(question, "enquiry.*.id"), log)
        unique("indicator id", texts(question, "indicators.*.id"), log)


def _labels_are_unique(root: Node, log: Log) -> None:
    unique("level label", texts(root, "scale.levels.*.label"), log)


def unique(what: str, found: Iterable[Text], log: Log) -> None:
    """Report every text that stands among those before it already; capital letters do not count."""
    first: dict[str, Place] = {}
    for text in found:
        word = one_line(text.text).casefold()
        if word in first:
            log.add(text.at, f"{what} {quoted(text.text.strip())} is used twice; the first is {first[word].words}")
        first.setdefault(word, text.at)


def _sources_exist(root: Node, log: Log) -> None:
    known = dict.fromkeys(text.text.strip() for text in texts(root, "sources.*.id"))
    for question in find(root, _QUESTIONS):
        for path in _REFERENCES:
            for reference in texts(question, path):
                if reference.text.strip() not in known:
                    log.add(reference.at, unknown("source", reference.text.strip(), known))
                if not known:
                    return  # one is enough: the list of sources itself is missing


def _scale_ascends(root: Node, log: Log) -> None:
    _ascend(texts(root, "scale.levels.*.level"), log)


def _descriptions_fit_the_scale(root: Node, log: Log) -> None:
    scale = [text.text.strip() for text in texts(root, "scale.levels.*.level")]
    if not scale or scale != [str(value) for value in range(1, len(scale) + 1)]:
        return  # reported already: a scale in disorder would make nonsense of every question
    for levels in find(root, f"{_QUESTIONS}.levels"):
        found = list(texts(levels, "*.level"))
        if not all(map(_is_number, found)):
            continue  # reported already: a level that is no number
        strange = [level for level in found if level.text.strip() not in scale]
        for level in strange:
            log.add(level.at, f"there is no level {quoted(level.text)} in the scale, which has {', '.join(scale)}")
        if found and not strange and _ascend(found, log) and len(found) < len(scale):
            missing = ", ".join(scale[len(found) :])
            log.add(levels.at, f"no description of level {missing}; describe every level of the scale or none")


def _ascend(levels: Iterable[Text], log: Log) -> bool:
    """Report the first level that is out of order, and tell whether there was none."""
    for expected, level in enumerate(levels, start=1):
        if _is_number(level) and level.text.strip() != str(expected):
            log.add(level.at, f"level out of order: expected {expected}, found {level.text.strip()}")
            return False
    return True


def _is_number(text: Text) -> bool:
    return text.text.strip().isdecimal()


def _not_too_many_questions(root: Node, log: Log) -> None:
    for place, question in enumerate(find(root, _QUESTIONS)):
        if place == MOST_QUESTIONS:
            log.add(question.at, TOO_MANY_QUESTIONS)


_RULES: tuple[Callable[[Node, Log], None], ...] = (
    _ids_are_unique,
    _labels_are_unique,
    _scale_ascends,
    _descriptions_fit_the_scale,
    _sources_exist,
    _not_too_many_questions,
)
